//! Does the same to several applications.

use api_types::ApplicationId;
use api_types::membership::{
    ApplicationAction, ApplicationResult, MessageKind, NewApplicationAction, NewApplicationMessage, NewAssignee,
    Outcome,
};

use super::assign_application::assign;
use super::decide_application::decide;
use super::write_application_message::write;
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// Approves, rejects, asks or assigns, one after another: each stands by itself, so that one that cannot be done
/// does not hold up the rest. The results are in the order of the ids.
pub async fn act_on_applications(
    deps: &Deps,
    signed: &Signed,
    new: &NewApplicationAction,
) -> Result<Vec<ApplicationResult>> {
    let message = new.message.as_deref().map(str::trim).filter(|message| !message.is_empty());
    if new.action == ApplicationAction::Ask && message.is_none() {
        return Err(Error::field("message", "required", "Type what you ask."));
    }
    let mut results = Vec::with_capacity(new.ids.len());
    for id in &new.ids {
        let done = act(deps, signed, *id, new, message).await;
        let problem = match done {
            Ok(()) => None,
            Err(Error::Conflict(words)) => Some(words.to_owned()),
            Err(Error::NotFound) => Some("This application does not exist.".into()),
            Err(Error::Forbidden) => Some("Nobody decides on their own application.".into()),
            // What is wrong with the action itself is wrong for all of them, and none was done yet.
            Err(error @ Error::Invalid(_)) if results.is_empty() => return Err(error),
            Err(error) => {
                tracing::error!(%error, application = id.0, "an action on several applications failed for one");
                Some("Something failed on our side. Try this one again.".into())
            }
        };
        results.push(ApplicationResult { id: *id, is_done: problem.is_none(), problem });
    }
    Ok(results)
}

async fn act(
    deps: &Deps,
    signed: &Signed,
    id: ApplicationId,
    new: &NewApplicationAction,
    message: Option<&str>,
) -> Result<()> {
    match new.action {
        ApplicationAction::Approve => decide(deps, signed, id, Outcome::Approved, message).await,
        ApplicationAction::Reject => decide(deps, signed, id, Outcome::Rejected, message).await,
        ApplicationAction::Ask => {
            let body = message.unwrap_or_default().to_owned();
            write(deps, signed, id, &NewApplicationMessage { kind: MessageKind::Message, body, asks: true }).await
        }
        ApplicationAction::Assign => assign(deps, signed, id, &NewAssignee { member_id: new.assignee_id }).await,
    }
}
