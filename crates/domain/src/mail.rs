//! Mail: messages go through the outbox to SMTP, or to readable files when no SMTP is set up.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use lettre::message::header::{ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0};
use lettre::message::{Mailbox, MessageBuilder};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};
use entity::outbox_position;

/// That one call is enough to unsubscribe (RFC 8058, 3.1).
const ONE_CLICK: &str = "List-Unsubscribe=One-Click";
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
    /// Where a mail program may say that no more such mail is wanted (RFC 8058), if it may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsubscribe: Option<String>,
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

/// Deletes the mails that were written to files before a moment, and says how many. Their names begin with it.
pub(crate) async fn purge_files(deps: &Deps, before: i64) -> Result<u64> {
    let Mailer::Files { folder, .. } = &deps.mailer else { return Ok(0) };
    let failed = |error| Error::internal("deleting mail", error);
    if !tokio::fs::try_exists(folder).await.map_err(failed)? {
        return Ok(0);
    }
    let mut files = tokio::fs::read_dir(folder).await.map_err(failed)?;
    let mut gone = 0;
    while let Some(file) = files.next_entry().await.map_err(failed)? {
        let name = file.file_name().to_string_lossy().into_owned();
        let written: Option<i64> = name.split_once('-').and_then(|(written, _)| written.parse().ok());
        if written.is_some_and(|written| written < before) {
            tokio::fs::remove_file(file.path()).await.map_err(failed)?;
            gone += 1;
        }
    }
    Ok(gone)
}

async fn send(deps: &Deps, place: i64, message: &Message) -> Result<()> {
    match &deps.mailer {
        Mailer::Memory(sent) => {
            sent.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(message.clone());
            Ok(())
        }
        Mailer::Files { folder, from } => {
            let mail = compose(from, place, message)?;
            let name = format!("{}-{place}.eml", deps.clock.now());
            tokio::fs::create_dir_all(folder).await.map_err(|error| Error::internal("writing mail", error))?;
            tokio::fs::write(folder.join(name), mail.formatted())
                .await
                .map_err(|error| Error::internal("writing mail", error))
        }
        Mailer::Smtp { transport, from } => {
            let mail = compose(from, place, message)?;
            match transport.send(mail).await {
                Ok(_) => Ok(()),
                // Tried again it would be refused again, and all later mail would wait behind it for ever.
                Err(error) if is_about_the_recipient(&error) => {
                    tracing::error!(place, %error, "a mail was refused for its recipient; it is not tried again");
                    Ok(())
                }
                Err(error) => Err(Error::internal("sending mail", error)),
            }
        }
    }
}

/// Whether a server refused one mailbox for good (RFC 5321, 4.2.3; RFC 7504). Other refusals, such as of our
/// password, are about us: with those put right the mail can go.
fn is_about_the_recipient(error: &lettre::transport::smtp::Error) -> bool {
    error.status().is_some_and(|code| matches!(u16::from(code), 550..=553 | 556))
}

/// The id of a mail: the same however often it is tried, so that one that arrives twice is seen to be the same.
fn id_of(from: &Mailbox, place: i64, message: &Message) -> String {
    let digest = Sha256::digest(format!("{place} {} {}", message.email, message.text));
    format!("<{}@{}>", hex::encode(&digest[..16]), from.email.domain())
}

fn compose(from: &Mailbox, place: i64, message: &Message) -> Result<lettre::Message> {
    let address = message.email.parse().map_err(|error| Error::internal("addressing mail", error))?;
    let mut builder = MessageBuilder::new();
    if let Some(address) = &message.unsubscribe {
        for (name, value) in [("List-Unsubscribe", format!("<{address}>")), ("List-Unsubscribe-Post", ONE_CLICK.into())]
        {
            let name = HeaderName::new_from_ascii_str(name);
            builder = builder.raw_header(HeaderValue::new(name, value));
        }
    }
    builder
        .message_id(Some(id_of(from, place, message)))
        .from(from.clone())
        .to(Mailbox::new(Some(defanged(&message.name)), address))
        .subject(message.subject.clone())
        // Without it the other headers on how the text is packed mean nothing (RFC 2045, 4).
        .header(MIME_VERSION_1_0)
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
