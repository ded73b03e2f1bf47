//! Where applications stand, which steps they may take, and the log of what happened to them. The store holds the
//! same steps in a trigger.

use api_types::ApplicationId;
use api_types::membership::{ApplicationEventKind, ApplicationStatus};
use entity::{application, application_event};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, UpdateMany};

use crate::deps::Deps;
use crate::error::{Error, Result};

/// A step that changes where an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The form is sent.
    Send,
    /// The address is confirmed.
    Confirm,
    /// Staff ask something.
    Ask,
    /// The applicant answers.
    Answer,
    /// Approved.
    Approve,
    /// Rejected.
    Reject,
    /// Withdrawn by the applicant.
    Withdraw,
}

/// Those that are not decided or withdrawn: an address has one of them at most.
pub(super) const OPEN: [ApplicationStatus; 4] = [
    ApplicationStatus::Draft,
    ApplicationStatus::AwaitingConfirmation,
    ApplicationStatus::Submitted,
    ApplicationStatus::NeedsAnswer,
];

impl Step {
    /// From where the step may be taken, and where it leads.
    const fn way(self) -> (&'static [ApplicationStatus], ApplicationStatus) {
        use ApplicationStatus::{AwaitingConfirmation, Draft, NeedsAnswer, Submitted};
        match self {
            Self::Send => (&[Draft], AwaitingConfirmation),
            Self::Confirm => (&[AwaitingConfirmation], Submitted),
            Self::Ask => (&[Submitted], NeedsAnswer),
            Self::Answer => (&[NeedsAnswer], Submitted),
            Self::Approve => (&[Submitted, NeedsAnswer], ApplicationStatus::Approved),
            Self::Reject => (&[Submitted, NeedsAnswer], ApplicationStatus::Rejected),
            Self::Withdraw => (&[AwaitingConfirmation, Submitted, NeedsAnswer], ApplicationStatus::Withdrawn),
        }
    }
}

/// The status of a stored word. An unknown word counts as withdrawn, which allows nothing.
pub(super) fn status_of(word: &str) -> ApplicationStatus {
    ApplicationStatus::named(word).unwrap_or(ApplicationStatus::Withdrawn)
}

/// Takes a step, as part of a transaction, and with it whatever else changes. Of two steps at the same time that
/// exclude each other, one finds the application where it was and the other is told.
pub(super) async fn take<C: ConnectionTrait>(
    connection: &C,
    id: i64,
    step: Step,
    also: impl FnOnce(UpdateMany<application::Entity>) -> UpdateMany<application::Entity>,
) -> Result<()> {
    let (from, to) = step.way();
    let update = application::Entity::update_many()
        .col_expr(application::Column::Status, Expr::value(to.as_str()))
        .filter(application::Column::Id.eq(id))
        .filter(application::Column::Status.is_in(from.iter().map(|status| status.as_str())));
    if also(update).exec(connection).await?.rows_affected == 1 {
        return Ok(());
    }
    let row = application::Entity::find_by_id(id).one(connection).await?.ok_or(Error::NotFound)?;
    Err(Error::Conflict(match status_of(&row.status) {
        ApplicationStatus::Draft | ApplicationStatus::AwaitingConfirmation => {
            "The applicant has not confirmed the email address yet. Decide when that is done."
        }
        ApplicationStatus::Submitted | ApplicationStatus::NeedsAnswer => {
            "Something changed in this application meanwhile. Open it again and see."
        }
        ApplicationStatus::Withdrawn => "The applicant has withdrawn this application. There is nothing to decide.",
        ApplicationStatus::Approved | ApplicationStatus::Rejected => {
            "Somebody has decided on this application already. Open it again to see the outcome."
        }
    }))
}

/// Writes to the application's log, as part of a transaction.
pub(super) async fn record<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    id: ApplicationId,
    actor_id: Option<i64>,
    kind: ApplicationEventKind,
    detail: &str,
) -> Result<()> {
    let event = application_event::ActiveModel {
        application_id: Set(id.0),
        actor_id: Set(actor_id),
        kind: Set(kind.as_str().into()),
        detail: Set(detail.into()),
        created_at: Set(deps.clock.now()),
        ..Default::default()
    };
    application_event::Entity::insert(event).exec_without_returning(connection).await?;
    Ok(())
}
