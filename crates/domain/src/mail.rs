//! Mail: messages go through the outbox to SMTP, or to readable files when no SMTP is set up.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MessageBuilder};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde::{Deserialize, Serialize};

use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};
use entity::outbox_position;

/// How long changes gather before the mail among them is looked for: most bring none.
const GATHER: Duration = Duration::from_millis(250);

/// A mail to one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The person's name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// Where mail goes.
#[derive(Clone)]
pub enum Mailer {
    /// To an SMTP server.
    Smtp {
        /// The connection to it.
        transport: Box<AsyncSmtpTransport<Tokio1Executor>>,
        /// The sender.
        from: Mailbox,
    },
    /// To `.eml` files in a folder.
    Files {
        /// The folder.
        folder: PathBuf,
        /// The sender.
        from: Mailbox,
    },
    /// To memory, for tests.
    Memory(Arc<Mutex<Vec<Message>>>),
}

/// Follows the outbox and sends the mail in it, until the process ends.
pub async fn follow(deps: Deps) {
    loop {
        let woken = deps.wake.notified();
        tokio::pin!(woken);
        // From here on no wake-up is lost, also not while mail is sent.
        woken.as_mut().enable();
        if let Err(error) = send_waiting(&deps).await {
            tracing::warn!(%error, cause = ?std::error::Error::source(&error), "mail could not be sent; it is tried again");
        }
        if tokio::time::timeout(Duration::from_secs(5), woken).await.is_ok() {
            tokio::time::sleep(GATHER).await;
        }
    }
}

/// Sends the mail that waits in the outbox. A mail that fails is tried again first next time.
pub async fn send_waiting(deps: &Deps) -> Result<()> {
    loop {
        let stored = outbox_position::Entity::find_by_id("mail".to_owned()).one(&deps.read).await?;
        let position = stored.as_ref().map_or(0, |row| row.position);
        let waiting = outbox::after(deps, "mail", position, 20).await?;
        if waiting.is_empty() {
            return Ok(());
        }
        let mut known = stored.is_some();
        for (place, event) in waiting {
            if let Event::Mail(message) = event {
                send(deps, place, &message).await?;
            }
            let row = outbox_position::Model { follower: "mail".into(), position: place };
            if known {
                row.into_active_model().reset_all().update(&deps.write).await?;
            } else {
                outbox_position::ActiveModel { follower: Set(row.follower), position: Set(place) }
                    .insert(&deps.write)
                    .await?;
                known = true;
            }
        }
    }
}

async fn send(deps: &Deps, place: i64, message: &Message) -> Result<()> {
    match &deps.mailer {
        Mailer::Memory(sent) => {
            sent.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(message.clone());
            Ok(())
        }
        Mailer::Files { folder, from } => {
            let mail = compose(from, message)?;
            let name = format!("{}-{place}.eml", deps.clock.now());
            tokio::fs::create_dir_all(folder).await.map_err(|error| Error::internal("writing mail", error))?;
            tokio::fs::write(folder.join(name), mail.formatted())
                .await
                .map_err(|error| Error::internal("writing mail", error))
        }
        Mailer::Smtp { transport, from } => {
            let mail = compose(from, message)?;
            transport.send(mail).await.map_err(|error| Error::internal("sending mail", error))?;
            Ok(())
        }
    }
}

fn compose(from: &Mailbox, message: &Message) -> Result<lettre::Message> {
    let address = message.email.parse().map_err(|error| Error::internal("addressing mail", error))?;
    MessageBuilder::new()
        .from(from.clone())
        .to(Mailbox::new(Some(defanged(&message.name)), address))
        .subject(message.subject.clone())
        .header(ContentType::TEXT_PLAIN)
        .body(message.text.clone())
        .map_err(|error| Error::internal("writing mail", error))
}

/// A name that cannot pass for a link or a second address.
#[must_use]
pub fn defanged(name: &str) -> String {
    name.chars()
        .map(|character| match character {
            '.' | ':' | '/' | '@' | ',' | '<' | '>' | '"' | '\\' => ' ',
            other if other.is_control() => ' ',
            other => other,
        })
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
