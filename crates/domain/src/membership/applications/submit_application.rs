//! Applies for membership.

use api_types::ApplicationId;
use api_types::membership::{ApplicationEventKind, ApplicationStatus, NewApplication};
use entity::{application, application_answer, mailed_link, member};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use super::check::{Checked, check, write_form_answers};
use super::mails;
use super::state::{OPEN, Step, record, status_of, take};
use crate::accounts::{EVEN, Purpose, find_link, issue, may_mail};
use crate::admin;
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::Result;
use crate::membership::mails::Envelope;
use crate::membership::queries::language_of;
use crate::outbox::{self, Event};

/// Takes an application and mails a link to confirm the address. Whoever has an account or an open
/// application gets another mail instead; the answer and its time are the same.
pub async fn submit_application(deps: &Deps, new: &NewApplication) -> Result<()> {
    let checked = check(deps, new).await?;
    let (result, ()) = tokio::join!(submit(deps, checked, new.draft.as_deref()), tokio::time::sleep(EVEN));
    result
}

async fn submit(deps: &Deps, checked: Checked, draft: Option<&str>) -> Result<()> {
    let key = checked.email.key.clone();
    let network = admin::network_name(&deps.read).await?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    let may_mail = may_mail(deps, &transaction, &key).await?;
    end_draft(deps, &transaction, draft, &key).await?;
    let member = member::Entity::find().filter(member::Column::EmailKey.eq(&key)).one(&transaction).await?;
    let open = open_application(&transaction, &key).await?;
    // Somebody whose application was rejected or withdrawn may apply again; a member has no reason to.
    let known = member.filter(|member| member.role != "applicant" || member.is_suspended);
    let mail = match (known, open) {
        (Some(member), _) => may_mail.then(|| {
            mails::already_known(&Envelope {
                base_url: &deps.options.base_url,
                network: &network,
                name: &member.name,
                email: &member.email,
                language: language_of(&member.language),
            })
        }),
        (None, Some(open)) if status_of(&open.status) == ApplicationStatus::Draft => {
            let row = send_draft(deps, &transaction, open, checked).await?;
            if may_mail { Some(confirmation(deps, &transaction, &network, &row).await?) } else { None }
        }
        // What was sent first stays: the second sender need not be the same person.
        (None, Some(open)) if may_mail && status_of(&open.status) == ApplicationStatus::AwaitingConfirmation => {
            Some(confirmation(deps, &transaction, &network, &open).await?)
        }
        (None, Some(open)) => may_mail.then(|| mails::already_with_staff(&Envelope::to(deps, &network, &open))),
        (None, None) => {
            let row = match checked.row.insert(&transaction).await {
                Ok(row) => row,
                // Another request with the same address was faster: it has sent the mail.
                Err(error)
                    if is_unique_violation(&error, &["uq_applications_open_email_key", "applications.email_key"]) =>
                {
                    return Ok(());
                }
                Err(error) => return Err(error.into()),
            };
            write_form_answers(&transaction, row.id, checked.form_answers).await?;
            record(deps, &transaction, ApplicationId(row.id), None, ApplicationEventKind::Sent, "").await?;
            if may_mail { Some(confirmation(deps, &transaction, &network, &row).await?) } else { None }
        }
    };
    if let Some(mail) = mail {
        outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    }
    deps.commit(transaction).await
}

/// Ends the draft of a secret when it was saved under another address: the application takes its place.
async fn end_draft<C: ConnectionTrait>(deps: &Deps, connection: &C, secret: Option<&str>, key: &str) -> Result<()> {
    let Some(secret) = secret else { return Ok(()) };
    let Ok(link) = find_link(deps, connection, "continue_application", secret).await else { return Ok(()) };
    application::Entity::delete_many()
        .filter(application::Column::Id.eq(link.application_id.unwrap_or_default()))
        .filter(application::Column::Status.eq("draft"))
        .filter(application::Column::EmailKey.ne(key))
        .exec(connection)
        .await?;
    Ok(())
}

/// Makes a draft the application that was sent from it.
async fn send_draft<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    draft: application::Model,
    checked: Checked,
) -> Result<application::Model> {
    let id = draft.id;
    take(connection, id, Step::Send, |update| update).await?;
    let mut row = checked.row.reset_all();
    row.id = Set(id);
    row.status = sea_orm::ActiveValue::NotSet;
    let row = row.into_active_model().update(connection).await?;
    mailed_link::Entity::delete_many()
        .filter(mailed_link::Column::ApplicationId.eq(id))
        .filter(mailed_link::Column::Purpose.eq("continue_application"))
        .exec(connection)
        .await?;
    application_answer::Entity::delete_many()
        .filter(application_answer::Column::ApplicationId.eq(id))
        .exec(connection)
        .await?;
    write_form_answers(connection, id, checked.form_answers).await?;
    record(deps, connection, ApplicationId(id), None, ApplicationEventKind::Sent, "").await?;
    Ok(row)
}

/// The application of an address that is neither decided nor withdrawn.
pub(super) async fn open_application<C: ConnectionTrait>(
    connection: &C,
    key: &str,
) -> Result<Option<application::Model>> {
    Ok(application::Entity::find()
        .filter(application::Column::EmailKey.eq(key))
        .filter(application::Column::Status.is_in(OPEN.map(ApplicationStatus::as_str)))
        .one(connection)
        .await?)
}

/// The mail with a fresh link to confirm an application's address.
pub(super) async fn confirmation<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    network: &str,
    row: &application::Model,
) -> Result<crate::mail::Message> {
    let secret = issue(deps, connection, Purpose::ConfirmApplication(row.id)).await?;
    Ok(mails::confirmation(&Envelope::to(deps, network, row), &secret))
}
