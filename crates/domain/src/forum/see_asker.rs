//! Seeing who asks in confidence.

use api_types::ThreadId;
use api_types::forum::{Asker, NewAskerLook};
use entity::{asker_look, member, thread};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, QueryFilter};

use super::{access, confidence};
use crate::accounts::access::{Actor, Signed};
use crate::mail::{Message, defanged};
use crate::membership::mails::Envelope;
use crate::membership::people::summaries;
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result, text};

/// Tells a moderator who asks in confidence. The look is kept with its reason, and the one who asks is told of it.
pub async fn see_asker(deps: &Deps, signed: &Signed, id: ThreadId, new: &NewAskerLook) -> Result<Asker> {
    let named = confidence::named(&deps.read).await?;
    if !confidence::may_look(signed, named.as_ref()) {
        return Err(signed.refused());
    }
    let reason = text::line("reason", &new.reason)?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    let row = thread::Entity::find_by_id(id.0)
        .filter(access::readable(&Actor::Signed(signed.clone())))
        .one(&transaction)
        .await?
        .ok_or(Error::NotFound)?;
    if !row.is_confidential {
        return Err(Error::Conflict("This was not asked in confidence: who asks stands above the question."));
    }
    let asker = member::Entity::find_by_id(row.author_id).one(&transaction).await?.ok_or(Error::NotFound)?;
    let looker = member::Entity::find_by_id(signed.id.0).one(&transaction).await?.ok_or(Error::Unauthenticated)?;
    let look = asker_look::ActiveModel {
        thread_id: Set(row.id),
        looked_by: Set(signed.id.0),
        reason: Set(reason.clone()),
        created_at: Set(deps.clock.now()),
        ..Default::default()
    };
    look.insert(&transaction).await?;
    let to = Envelope::member(&deps.options.base_url, &asker);
    outbox::push(deps, &transaction, &Event::Mail(looked_at(&to, &looker.name, &reason, &row))).await?;
    deps.commit(transaction).await?;
    let mut people = summaries(&deps.read, [asker.id]).await?;
    Ok(Asker { member: people.remove(&asker.id).ok_or(Error::NotFound)? })
}

/// Tells the one who asks that a moderator looked.
fn looked_at(to: &Envelope<'_>, looker: &str, reason: &str, thread: &thread::Model) -> Message {
    let (looker, reason, title) = (defanged(looker), defanged(reason), defanged(&thread.title));
    let link = format!("{}/questions/{}", to.base_url, thread.id);
    to.message(
        (
            "A moderator looked at who asked in confidence".into(),
            format!(
                "Hello,\n\n{looker}, a moderator, looked at who asked this question in confidence:\n\n{title}\n{link}\n\n\
                 The reason given: {reason}\n\nNobody else was told. The look is kept, and the network's administrators \
                 can see that there was one.\n"
            ),
        ),
        (
            "Edrychodd cymedrolwr ar bwy ofynnodd yn gyfrinachol".into(),
            format!(
                "Helo,\n\nEdrychodd {looker}, cymedrolwr, ar bwy ofynnodd y cwestiwn hwn yn gyfrinachol:\n\n{title}\n{link}\n\n\
                 Y rheswm a roddwyd: {reason}\n\nNi ddywedwyd wrth neb arall. Cedwir cofnod o'r edrychiad, a gall \
                 gweinyddwyr y rhwydwaith weld y bu un.\n"
            ),
        ),
    )
}
