//! Confirms an applicant's address and makes the account of the applicant.

use api_types::ApplicationId;
use api_types::accounts::{NewPassword, Role};
use api_types::membership::{ApplicationEventKind, ApprovalRuleKind, Outcome};
use entity::{affiliation, application, member, organisation};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::admit::{self, Decider, part_in};
use super::duplicates::{self, LIKELY};
use super::mails;
use super::queries::{adds_library, answers_of};
use super::rules;
use super::state::{Step, record, take};
use crate::accounts::{
    Device, SignedIn, check_password, consume, end_all, enter, find_link, hash_password, insert_member,
};
use crate::admin;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::invitation::mark_accepted;
use crate::membership::queries::language_of;
use crate::outbox::{self, Event};

/// Confirms the address with the secret of the mailed link, sets a password and hands the application to the staff,
/// or to a rule. The link works once; a password that is refused does not use it up.
pub async fn confirm_application(deps: &Deps, new: &NewPassword, device: &Device) -> Result<SignedIn> {
    let now = deps.clock.now();
    let link = find_link(deps, &deps.read, "confirm_application", &new.token).await?;
    let id = link.application_id.ok_or(Error::LinkExpired)?;
    let row = application::Entity::find_by_id(id).one(&deps.read).await?.ok_or(Error::LinkExpired)?;
    check_password("password", &new.password, &row.email, &row.name)?;
    let password_hash = hash_password(deps, &new.password).await?;
    let hints = duplicates::find(deps, &row).await?;
    let score = hints.first().map_or(0, |hint| hint.score);
    // What joins an organisation is its people's to decide, and a library that the register lacks is staff's to confirm.
    let is_for_people = score >= LIKELY || row.organisation_id.is_some() || adds_library(&row, &answers_of(&row)?);
    let rule = if is_for_people { None } else { rules::fitting(deps, &row).await? };
    let network = admin::network_name(&deps.read).await?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    consume(deps, &transaction, "confirm_application", &new.token).await?;
    let account = account_of(deps, &transaction, &row, &password_hash).await?;
    take(&transaction, id, Step::Confirm, |update| {
        update
            .col_expr(application::Column::ConfirmedAt, Expr::value(now))
            .col_expr(application::Column::SubmittedAt, Expr::value(now))
            .col_expr(application::Column::MemberId, Expr::value(account.id))
            .col_expr(application::Column::DuplicateScore, Expr::value(score))
    })
    .await?;
    record(deps, &transaction, ApplicationId(id), Some(account.id), ApplicationEventKind::Confirmed, "").await?;
    if let Some(hint) = hints.first().filter(|hint| hint.score >= LIKELY) {
        // Names of people are not written down here: the log outlives them. Who it is stands in the hints.
        let of = if hint.organisation_id.is_some() { &hint.name } else { &hint.organisation };
        record(deps, &transaction, ApplicationId(id), None, ApplicationEventKind::DoubleSuggested, of).await?;
    }
    if row.organisation_id.is_some() {
        request(deps, &transaction, &row, account.id).await?;
    }
    let row = application::Entity::find_by_id(id).one(&transaction).await?.ok_or(Error::LinkExpired)?;
    // An invitation lets one in: of several who hold it, and after it was taken back, staff decide.
    let rule = match (rule, row.invitation_id) {
        (Some((ApprovalRuleKind::InvitedByMember, words)), Some(invitation_id)) => {
            match mark_accepted(deps, &transaction, invitation_id).await {
                Ok(()) => Some(words),
                Err(Error::LinkExpired) => None,
                Err(error) => return Err(error),
            }
        }
        (rule, _) => rule.map(|(_, words)| words),
    };
    if let Some(words) = rule {
        admit::decide(deps, &transaction, &network, &row, Decider::Rule(&words), Outcome::Approved, None).await?;
    }
    let account = member::Entity::find_by_id(account.id).one(&transaction).await?.ok_or(Error::LinkExpired)?;
    // An account from before may have a second factor.
    let entry = enter(deps, &transaction, &account, device).await?;
    deps.commit(transaction).await?;
    entry.opened()
}

/// The applicant's account: a new one, or the one from an application before, which the mail proves to be theirs.
async fn account_of<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    row: &application::Model,
    password_hash: &str,
) -> Result<member::Model> {
    let known = member::Entity::find().filter(member::Column::EmailKey.eq(&row.email_key)).one(connection).await?;
    let Some(known) = known else {
        let language = language_of(&row.language);
        return insert_member(deps, connection, &row.name, &row.email, password_hash, Role::Applicant, language).await;
    };
    if known.role != "applicant" || known.is_suspended {
        return Err(Error::LinkExpired);
    }
    member::Entity::update_many()
        .col_expr(member::Column::PasswordHash, Expr::value(password_hash))
        .filter(member::Column::Id.eq(known.id))
        .exec(connection)
        .await?;
    end_all(deps, connection, api_types::MemberId(known.id)).await?;
    member::Entity::find_by_id(known.id).one(connection).await?.ok_or(Error::LinkExpired)
}

/// Asks the organisation that the application is to join: its primary contact is mailed, and may decide as staff may.
async fn request<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    row: &application::Model,
    member_id: i64,
) -> Result<()> {
    let Some(joined) =
        organisation::Entity::find_by_id(row.organisation_id.unwrap_or_default()).one(connection).await?
    else {
        return Ok(());
    };
    affiliation::ActiveModel {
        member_id: Set(member_id),
        organisation_id: Set(joined.id),
        role: Set(part_in(&answers_of(row)?).as_str().into()),
        status: Set("requested".into()),
        created_at: Set(deps.clock.now()),
        ..Default::default()
    }
    .insert(connection)
    .await?;
    let contact = match joined.primary_contact_id {
        Some(id) => {
            let found = member::Entity::find_by_id(id).filter(member::Column::IsSuspended.eq(false));
            found.one(connection).await?
        }
        None => None,
    };
    if let Some(contact) = contact {
        let mail = mails::wants_to_join(&deps.options.base_url, &contact, &row.name, &joined);
        outbox::push(deps, connection, &Event::Mail(mail)).await?;
    }
    Ok(())
}
