//! Approves or rejects an application.

use api_types::ApplicationId;
use api_types::membership::{Application, NewDecision, Outcome};

use super::admit::{self, Decider};
use super::get_application;
use super::queries::find_sent;
use crate::accounts::access::Signed;
use crate::admin;
use crate::deps::Deps;
use crate::error::Result;
use crate::outbox;
use crate::text;

/// Decides, once: of two who decide at the same time one is told that it was done. The applicant is
/// mailed what was decided.
pub async fn decide_application(
    deps: &Deps,
    signed: &Signed,
    id: ApplicationId,
    new: &NewDecision,
) -> Result<Application> {
    decide(deps, signed, id, new.outcome, new.message.as_deref()).await?;
    get_application(deps, id).await
}

/// The same without the answer, for several.
pub(super) async fn decide(
    deps: &Deps,
    signed: &Signed,
    id: ApplicationId,
    outcome: Outcome,
    message: Option<&str>,
) -> Result<()> {
    let message = match message {
        Some(message) if !message.trim().is_empty() => Some(text::lines("message", message)?),
        _ => None,
    };
    let network = admin::network_name(&deps.read).await?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    let row = find_sent(&transaction, id).await?;
    admit::decide(deps, &transaction, &network, &row, Decider::Member(signed.id.0), outcome, message.as_deref())
        .await?;
    deps.commit(transaction).await
}
