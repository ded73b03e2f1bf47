//! Mails the confirmation link again.

use api_types::accounts::NewMailedLink;

use super::submit_application::{confirmation, open_application};
use crate::accounts::email::Email;
use crate::accounts::{EVEN, may_mail};
use crate::admin;
use crate::deps::Deps;
use crate::error::Result;
use crate::outbox::{self, Event};

/// Sends a fresh link, if an application with this address waits for it. The answer and its time are
/// the same if not.
pub async fn resend_confirmation(deps: &Deps, new: &NewMailedLink) -> Result<()> {
    let email = Email::parse("email", &new.email)?;
    let (result, ()) = tokio::join!(resend(deps, &email), tokio::time::sleep(EVEN));
    result
}

async fn resend(deps: &Deps, email: &Email) -> Result<()> {
    let network = admin::network_name(&deps.read).await?;
    let transaction = deps.begin().await?;
    let may_mail = may_mail(deps, &transaction, &email.key).await?;
    let open = open_application(&transaction, &email.key).await?;
    if let Some(row) = open.filter(|row| may_mail && row.status == "awaiting_confirmation") {
        let mail = confirmation(deps, &transaction, &network, &row).await?;
        outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    }
    deps.commit(transaction).await
}
