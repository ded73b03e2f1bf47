//! Approves or rejects an application: the only way from applicant to member.

use api_types::ApplicationId;
use api_types::membership::{AffiliationRole, Answers, Application, NewDecision, Outcome};
use entity::{application, library, member};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::accounts::access::Signed;
use crate::admin;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::get_application;
use crate::membership::mails::{self, Envelope};
use crate::membership::organisation::{Founding, found, take_in, take_on};
use crate::membership::queries::language_of;
use crate::outbox::{self, Event};
use crate::text;

/// Decides, once: of two who decide at the same time one is told that it was done. The applicant is
/// mailed what was decided.
pub async fn decide_application(
    deps: &Deps,
    signed: &Signed,
    id: ApplicationId,
    new: &NewDecision,
) -> Result<Application> {
    let message = match &new.message {
        Some(message) if !message.trim().is_empty() => Some(text::lines("message", message)?),
        _ => None,
    };
    let network = admin::network_name(&deps.read).await?;
    let now = deps.clock.now();
    let transaction = deps.begin().await?;
    let row = application::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    if row.member_id == Some(signed.id.0) {
        return Err(Error::Forbidden);
    }
    let status = match new.outcome {
        Outcome::Approved => "approved",
        Outcome::Rejected => "rejected",
    };
    let decided = application::Entity::update_many()
        .col_expr(application::Column::Status, Expr::value(status))
        .col_expr(application::Column::DecidedAt, Expr::value(now))
        .col_expr(application::Column::DecidedBy, Expr::value(signed.id.0))
        .col_expr(application::Column::Message, Expr::value(message.clone()))
        .filter(application::Column::Id.eq(id.0))
        .filter(application::Column::Status.eq("submitted"))
        .exec(&transaction)
        .await?;
    if decided.rows_affected != 1 {
        return Err(Error::Conflict(if row.status == "awaiting_confirmation" {
            "The applicant has not confirmed the email address yet. Decide when that is done."
        } else {
            "Somebody has decided on this application already. Open it again to see the outcome."
        }));
    }
    let to = Envelope {
        base_url: &deps.options.base_url,
        network: &network,
        name: &row.name,
        email: &row.email,
        language: language_of(&row.language),
    };
    let mail = match new.outcome {
        Outcome::Approved => {
            admit(deps, &transaction, &row, signed.id.0).await?;
            mails::approval(&to, message.as_deref())
        }
        Outcome::Rejected => mails::rejection(&to, message.as_deref()),
    };
    outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    deps.commit(transaction).await?;
    get_application(deps, id).await
}

/// Makes the applicant a member of the organisation that the application is for, which is founded if it is new.
async fn admit<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    row: &application::Model,
    decided_by: i64,
) -> Result<()> {
    // Somebody who has more rights already must not lose them.
    let member_id = row.member_id.unwrap_or_default();
    let admitted = member::Entity::update_many()
        .col_expr(member::Column::Role, Expr::value("member"))
        .filter(member::Column::Id.eq(member_id))
        .filter(member::Column::Role.eq("applicant"))
        .exec(connection)
        .await?;
    if admitted.rows_affected != 1 {
        return Err(Error::Conflict("The applicant has an account with other rights. Nothing was changed."));
    }
    let answers: Answers =
        serde_json::from_str(&row.answers).map_err(|error| Error::internal("reading an application", error))?;
    let library = match row.library_id {
        Some(id) => library::Entity::find_by_id(id).one(connection).await?,
        None => None,
    };
    let role = match &answers {
        Answers::Library { part, .. } => *part,
        Answers::Council { .. } => AffiliationRole::Liaison,
        Answers::Exploring { .. } | Answers::Body { .. } => AffiliationRole::Other,
    };
    let (stage, sells) = match &answers {
        Answers::Exploring { stage, .. } => (Some(stage.as_str().to_owned()), false),
        Answers::Body { sells, .. } => (None, *sells),
        _ => (None, false),
    };
    let org_id = match &answers {
        Answers::Library { charity_number, .. } => charity_number.clone(),
        Answers::Body { number, .. } => number.clone(),
        Answers::Exploring { .. } | Answers::Council { .. } => None,
    };
    let founding = match &library {
        Some(library) => Founding { org_id, ..Founding::of_library(library) },
        None => Founding {
            kind: row.member_type.clone(),
            name: row.organisation.clone(),
            stage,
            sells,
            org_id,
            ..Founding::default()
        },
    };
    // Organisations are public, so a person who explores without naming a library founds none in their own name.
    if founding.name.is_empty() {
        return Ok(());
    }
    let organisation_id = match library {
        // Of two who claimed the same library the second joins the first, which staff were hinted at.
        Some(library::Model { organisation_id: Some(known), .. }) => known,
        Some(library) => {
            let founded = found(deps, connection, &founding).await?;
            take_on(deps, connection, founded, library.id).await?;
            founded
        }
        None => found(deps, connection, &founding).await?,
    };
    take_in(deps, connection, organisation_id, member_id, role, Some(decided_by)).await?;
    Ok(())
}
