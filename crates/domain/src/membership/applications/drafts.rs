//! Forms that are finished later: kept as drafts, gone on with by a mailed link.

use api_types::membership::{ApplicationStatus, Draft, LinkSecret, NewDraft};
use entity::{application, mailed_link, member};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::mails;
use super::state::status_of;
use super::submit_application::{confirmation, open_application};
use crate::accounts::email::Email;
use crate::accounts::{DRAFT_DAYS, EVEN, Purpose, find_link, issue, may_mail};
use crate::admin;
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::mails::Envelope;
use crate::membership::queries::language_of;
use crate::outbox::{self, Event};

/// Keeps a form to be finished later. With the secret of a draft it is that draft which changes; else a link to go
/// on is mailed. The answer and its time are the same whether the address is known or not.
pub async fn save_application_draft(deps: &Deps, new: &NewDraft) -> Result<()> {
    let email = Email::parse("email", &new.email)?;
    let fields = serde_json::to_string(&new.fields).map_err(|error| Error::internal("writing a draft", error))?;
    if fields.contains("\\u0000") {
        return Err(Error::field("fields", "invalid", "Remove the NUL character."));
    }
    let (result, ()) = tokio::join!(save(deps, new, &email, fields), tokio::time::sleep(EVEN));
    result
}

async fn save(deps: &Deps, new: &NewDraft, email: &Email, fields: String) -> Result<()> {
    let now = deps.clock.now();
    let network = admin::network_name(&deps.read).await?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    application::Entity::delete_many()
        .filter(application::Column::Status.eq("draft"))
        .filter(application::Column::CreatedAt.lt(now - DRAFT_DAYS * 86_400_000))
        .exec(&transaction)
        .await?;
    if let Some(token) = &new.token
        && change(deps, &transaction, token, new, email, &fields).await?
    {
        return deps.commit(transaction).await;
    }
    // Without a mail there is no new link either: those that were mailed stay good.
    if !may_mail(deps, &transaction, &email.key).await? {
        return deps.commit(transaction).await;
    }
    let known = member::Entity::find()
        .filter(member::Column::EmailKey.eq(&email.key))
        .filter(member::Column::Role.ne("applicant"))
        .one(&transaction)
        .await?;
    let open = open_application(&transaction, &email.key).await?;
    let mail = match (known, open) {
        (Some(member), _) => Some(mails::already_known(&Envelope {
            base_url: &deps.options.base_url,
            network: &network,
            name: &member.name,
            email: &member.email,
            language: language_of(&member.language),
        })),
        // Whoever saves again without the link need not be the same person: the first draft stays, and its owner
        // gets the link again.
        (None, Some(open)) if status_of(&open.status) == ApplicationStatus::Draft => {
            Some(continuation(deps, &transaction, &network, &open).await?)
        }
        (None, Some(open)) if status_of(&open.status) == ApplicationStatus::AwaitingConfirmation => {
            Some(confirmation(deps, &transaction, &network, &open).await?)
        }
        (None, Some(open)) => Some(mails::already_with_staff(&Envelope::to(deps, &network, &open))),
        (None, None) => {
            let inserted = draft(email, new, fields, now).insert(&transaction).await;
            match inserted {
                Ok(row) => Some(continuation(deps, &transaction, &network, &row).await?),
                Err(error)
                    if is_unique_violation(&error, &["uq_applications_open_email_key", "applications.email_key"]) =>
                {
                    return Ok(());
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    if let Some(mail) = mail {
        outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    }
    deps.commit(transaction).await
}

/// Changes the draft of a secret, which is good for the whole time again. One that is to have another address is ended
/// instead, and false says so: the link to the new one must be mailed there.
async fn change<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    token: &str,
    new: &NewDraft,
    email: &Email,
    fields: &str,
) -> Result<bool> {
    let now = deps.clock.now();
    let link = find_link(deps, connection, "continue_application", token).await?;
    let draft = application::Entity::find_by_id(link.application_id.unwrap_or_default())
        .filter(application::Column::Status.eq("draft"))
        .one(connection)
        .await?
        .ok_or(Error::LinkExpired)?;
    if draft.email_key != email.key {
        application::Entity::delete_by_id(draft.id).exec(connection).await?;
        return Ok(false);
    }
    application::Entity::update_many()
        .col_expr(application::Column::Answers, Expr::value(fields))
        .col_expr(application::Column::Language, Expr::value(new.language.as_str()))
        .col_expr(application::Column::CreatedAt, Expr::value(now))
        .filter(application::Column::Id.eq(draft.id))
        .exec(connection)
        .await?;
    mailed_link::Entity::update_many()
        .col_expr(mailed_link::Column::ExpiresAt, Expr::value(now + DRAFT_DAYS * 86_400_000))
        .filter(mailed_link::Column::Id.eq(link.id))
        .exec(connection)
        .await?;
    Ok(true)
}

fn draft(email: &Email, new: &NewDraft, fields: String, now: i64) -> application::ActiveModel {
    application::ActiveModel {
        name: Set(String::new()),
        email: Set(email.address.clone()),
        email_key: Set(email.key.clone()),
        language: Set(new.language.as_str().into()),
        // A draft has not decided yet: its fields are kept as they are.
        member_type: Set("library".into()),
        organisation: Set(String::new()),
        answers: Set(fields),
        status: Set("draft".into()),
        created_at: Set(now),
        search_text: Set(String::new()),
        ..Default::default()
    }
}

async fn continuation<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    network: &str,
    row: &application::Model,
) -> Result<crate::mail::Message> {
    // The draft is good for as long as its newest link.
    application::Entity::update_many()
        .col_expr(application::Column::CreatedAt, Expr::value(deps.clock.now()))
        .filter(application::Column::Id.eq(row.id))
        .exec(connection)
        .await?;
    let secret = issue(deps, connection, Purpose::ContinueApplication(row.id)).await?;
    Ok(mails::continuation(&Envelope::to(deps, network, row), &secret, DRAFT_DAYS))
}

/// The draft of a secret, which stays good.
pub async fn find_application_draft(deps: &Deps, secret: &LinkSecret) -> Result<Draft> {
    let link = find_link(deps, &deps.read, "continue_application", &secret.token).await?;
    let row = application::Entity::find_by_id(link.application_id.unwrap_or_default())
        .filter(application::Column::Status.eq("draft"))
        .one(&deps.read)
        .await?
        .ok_or(Error::LinkExpired)?;
    let fields = serde_json::from_str(&row.answers).map_err(|error| Error::internal("reading a draft", error))?;
    Ok(Draft { email: row.email, language: language_of(&row.language), fields })
}
