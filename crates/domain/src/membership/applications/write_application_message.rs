//! Writes a message to the applicant, or a note to the other staff.

use api_types::ApplicationId;
use api_types::membership::{Application, ApplicationEventKind, ApplicationStatus, MessageKind, NewApplicationMessage};

use super::mails;
use super::queries::find_sent;
use super::state::{Step, record, status_of, take};
use super::{conversation, get_application};
use crate::accounts::access::Signed;
use crate::admin;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::mails::Envelope;
use crate::outbox::{self, Event};
use crate::text;

/// Writes in an application. A message is mailed to the applicant; one that asks has the application wait for the
/// answer.
pub async fn write_application_message(
    deps: &Deps,
    signed: &Signed,
    id: ApplicationId,
    new: &NewApplicationMessage,
) -> Result<Application> {
    write(deps, signed, id, new).await?;
    get_application(deps, id).await
}

/// The same without the answer, for several.
pub(super) async fn write(deps: &Deps, signed: &Signed, id: ApplicationId, new: &NewApplicationMessage) -> Result<()> {
    let body = text::lines("body", &new.body)?;
    let network = admin::network_name(&deps.read).await?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    let row = find_sent(&transaction, id).await?;
    if row.member_id == Some(signed.id.0) {
        return Err(Error::Forbidden);
    }
    if new.kind == MessageKind::Message {
        // Before the address is confirmed, nobody knows whose it is.
        let status = status_of(&row.status);
        if matches!(status, ApplicationStatus::Draft | ApplicationStatus::AwaitingConfirmation) {
            return Err(Error::Conflict(
                "The applicant has not confirmed the email address yet. Write when that is done, or leave a note.",
            ));
        }
        let is_open = matches!(status, ApplicationStatus::Submitted | ApplicationStatus::NeedsAnswer);
        if new.asks && status != ApplicationStatus::NeedsAnswer {
            take(&transaction, row.id, Step::Ask, |update| update).await?;
        }
        if new.asks {
            record(deps, &transaction, id, Some(signed.id.0), ApplicationEventKind::Asked, "").await?;
        }
        let mail = mails::message(&Envelope::to(deps, &network, &row), &body, new.asks, is_open);
        outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    }
    conversation::add(deps, &transaction, row.id, signed.id.0, new.kind, body).await?;
    deps.commit(transaction).await
}
