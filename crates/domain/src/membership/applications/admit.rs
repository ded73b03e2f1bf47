//! Carrying a decision out: the only way from applicant to member.

use api_types::ApplicationId;
use api_types::membership::{AffiliationRole, Answers, ApplicationEventKind, ApplicationStatus, Outcome};
use entity::{affiliation, application, library, member};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::mails;
use super::queries::{answers_of, entry_of};
use super::state::{OPEN, Step, record, take};
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::invitation::mark_accepted;
use crate::membership::mails::Envelope;
use crate::membership::organisation::{Founding, found, settle_in, take_in, take_on};
use crate::outbox::{self, Event};

/// Who decides.
#[derive(Clone, Copy, Debug)]
pub(super) enum Decider<'a> {
    /// A member: staff, or the primary contact of the organisation that is joined.
    Member(i64),
    /// A rule, in words for the log.
    Rule(&'a str),
}

impl Decider<'_> {
    const fn id(self) -> Option<i64> {
        match self {
            Self::Member(id) => Some(id),
            Self::Rule(_) => None,
        }
    }
}

/// Decides, once, as part of a transaction: of two who decide at the same time one is told that it was done. The
/// applicant is mailed what was decided.
pub(super) async fn decide<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    network: &str,
    row: &application::Model,
    by: Decider<'_>,
    outcome: Outcome,
    message: Option<&str>,
) -> Result<()> {
    // Nobody lets themselves in.
    if by.id().is_some_and(|id| row.member_id == Some(id)) {
        return Err(Error::Forbidden);
    }
    let step = match outcome {
        Outcome::Approved => Step::Approve,
        Outcome::Rejected => Step::Reject,
    };
    take(connection, row.id, step, |update| {
        update
            .col_expr(application::Column::DecidedAt, Expr::value(deps.clock.now()))
            .col_expr(application::Column::DecidedBy, Expr::value(by.id()))
            .col_expr(application::Column::Message, Expr::value(message.map(str::to_owned)))
    })
    .await?;
    let id = ApplicationId(row.id);
    let to = Envelope::to(deps, network, row);
    let mail = match outcome {
        Outcome::Approved => {
            admit(deps, connection, row, by.id()).await?;
            let (kind, detail) = match by {
                Decider::Member(_) => (ApplicationEventKind::Approved, ""),
                Decider::Rule(words) => (ApplicationEventKind::ApprovedByRule, words),
            };
            record(deps, connection, id, by.id(), kind, detail).await?;
            mails::approval(&to, message)
        }
        Outcome::Rejected => {
            end_request(deps, connection, row, "declined").await?;
            record(deps, connection, id, by.id(), ApplicationEventKind::Rejected, "").await?;
            mails::rejection(&to, message)
        }
    };
    outbox::push(deps, connection, &Event::Mail(mail)).await
}

/// Decides on the open application of somebody who asks to join an organisation, for its primary contact, as part of
/// a transaction. Whoever has none is told that there is nothing to decide.
pub(in crate::membership) async fn decide_joining<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    network: &str,
    signed: &Signed,
    asked: &affiliation::Model,
    outcome: Outcome,
) -> Result<()> {
    let row = application::Entity::find()
        .filter(application::Column::MemberId.eq(asked.member_id))
        .filter(application::Column::OrganisationId.eq(asked.organisation_id))
        .filter(application::Column::Status.is_in(OPEN.map(ApplicationStatus::as_str)))
        .one(connection)
        .await?
        .ok_or(Error::Conflict("This person's application is decided or withdrawn. There is nothing to decide."))?;
    decide(deps, connection, network, &row, Decider::Member(signed.id.0), outcome, None).await
}

/// Ends the request of an applicant to belong to the organisation that the application is to join.
pub(super) async fn end_request<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    row: &application::Model,
    status: &str,
) -> Result<()> {
    let (Some(organisation_id), Some(member_id)) = (row.organisation_id, row.member_id) else { return Ok(()) };
    affiliation::Entity::update_many()
        .col_expr(affiliation::Column::Status, Expr::value(status))
        .col_expr(affiliation::Column::DecidedAt, Expr::value(deps.clock.now()))
        .filter(affiliation::Column::OrganisationId.eq(organisation_id))
        .filter(affiliation::Column::MemberId.eq(member_id))
        .filter(affiliation::Column::Status.eq("requested"))
        .exec(connection)
        .await?;
    Ok(())
}

/// The part that the applicant has in the organisation.
pub(super) fn part_in(answers: &Answers) -> AffiliationRole {
    match answers {
        Answers::Library { part, .. } => *part,
        Answers::Council { .. } => AffiliationRole::Liaison,
        Answers::Exploring { .. } | Answers::Body { .. } => AffiliationRole::Other,
    }
}

/// Makes the applicant a member of the organisation that the application is for, which is founded if it is new.
async fn admit<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    row: &application::Model,
    decided_by: Option<i64>,
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
    let answers = answers_of(row)?;
    let part = part_in(&answers);
    if let Some(organisation_id) = row.organisation_id {
        return join(deps, connection, organisation_id, member_id, part, decided_by).await;
    }
    if let Some(id) = row.invitation_id {
        match mark_accepted(deps, connection, id).await {
            // Withdrawn meanwhile: it has led here all the same.
            Ok(()) | Err(Error::LinkExpired) => {}
            Err(error) => return Err(error),
        }
    }
    let library = library_for(deps, connection, row, &answers, decided_by).await?;
    let founding = founding(row, &answers, library.as_ref());
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
    take_in(deps, connection, organisation_id, member_id, part, decided_by).await?;
    Ok(())
}

/// Makes the request to belong to an organisation of the network good.
async fn join<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    organisation_id: i64,
    member_id: i64,
    part: AffiliationRole,
    decided_by: Option<i64>,
) -> Result<()> {
    let asked = affiliation::Entity::update_many()
        .col_expr(affiliation::Column::Status, Expr::value("active"))
        .col_expr(affiliation::Column::DecidedAt, Expr::value(deps.clock.now()))
        .col_expr(affiliation::Column::DecidedBy, Expr::value(decided_by))
        .filter(affiliation::Column::OrganisationId.eq(organisation_id))
        .filter(affiliation::Column::MemberId.eq(member_id))
        .filter(affiliation::Column::Status.eq("requested"))
        .exec(connection)
        .await?;
    if asked.rows_affected == 1 {
        return settle_in(connection, organisation_id, member_id).await;
    }
    take_in(deps, connection, organisation_id, member_id, part, decided_by).await?;
    Ok(())
}

/// The library that the application claims, added to the register when it was missing there and its place is known.
async fn library_for<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    row: &application::Model,
    answers: &Answers,
    decided_by: Option<i64>,
) -> Result<Option<library::Model>> {
    if let Some(id) = row.library_id {
        return Ok(library::Entity::find_by_id(id).one(connection).await?);
    }
    let Answers::Library { library_name: Some(name), place: Some(place), .. } = answers else { return Ok(None) };
    let entry = entry_of(name, place);
    let known = library::Entity::find().filter(library::Column::RegisterKey.eq(entry.key())).one(connection).await?;
    match known {
        // It has come into the register since the form was sent, and others run it: who typed it is not one of them.
        Some(library::Model { organisation_id: Some(_), .. }) => {
            return Err(Error::Conflict(
                "Another organisation runs this library already. Ask the applicant to join that organisation.",
            ));
        }
        Some(known) => return Ok(Some(known)),
        None => {}
    }
    let mut added = entry.to_row(None, deps.clock.now());
    added.source = Set("added".into());
    added.added_by = Set(row.member_id);
    let added = added.insert(connection).await?;
    record(deps, connection, ApplicationId(row.id), decided_by, ApplicationEventKind::LibraryAdded, &added.name)
        .await?;
    Ok(Some(added))
}

fn founding(row: &application::Model, answers: &Answers, library: Option<&library::Model>) -> Founding {
    let (stage, sells) = match answers {
        Answers::Exploring { stage, .. } => (Some(stage.as_str().to_owned()), false),
        Answers::Body { sells, .. } => (None, *sells),
        _ => (None, false),
    };
    let org_id = match answers {
        Answers::Library { charity_number, .. } => charity_number.clone(),
        Answers::Body { number, .. } => number.clone(),
        Answers::Exploring { .. } | Answers::Council { .. } => None,
    };
    let founding = match library {
        Some(library) => Founding::of_library(library),
        None => Founding { kind: row.member_type.clone(), name: row.organisation.clone(), ..Founding::default() },
    };
    Founding { stage, sells, org_id, referred_by: row.referred_by, ..founding }
}
