//! What staff see when they take a member's data along for them: that is a look at who asks in confidence, too.

use api_types::MemberId;
use entity::{asker_look, member, thread};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::accounts::access::Signed;
use crate::mail::{Message, defanged};
use crate::membership::mails::Envelope;
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result};

/// The reason that is kept.
const REASON: &str = "The member's data were exported.";

/// Keeps that staff saw what a member asked in confidence, and tells the member, in one mail.
pub(crate) async fn log_export(deps: &Deps, signed: &Signed, id: MemberId) -> Result<()> {
    let threads: Vec<i64> = thread::Entity::find()
        .select_only()
        .column(thread::Column::Id)
        .filter(thread::Column::AuthorId.eq(id.0))
        .filter(thread::Column::IsConfidential.eq(true))
        .into_tuple()
        .all(&deps.read)
        .await?;
    if threads.is_empty() || signed.id == id {
        return Ok(());
    }
    let looks = threads.into_iter().map(|thread| asker_look::ActiveModel {
        thread_id: Set(thread),
        looked_by: Set(signed.id.0),
        reason: Set(REASON.into()),
        created_at: Set(deps.clock.now()),
        ..Default::default()
    });
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    let asker = member::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    let looker = member::Entity::find_by_id(signed.id.0).one(&transaction).await?.ok_or(Error::Unauthenticated)?;
    asker_look::Entity::insert_many(looks).exec_without_returning(&transaction).await?;
    let to = Envelope::member(&deps.options.base_url, &asker);
    outbox::push(deps, &transaction, &Event::Mail(exported(&to, &looker.name))).await?;
    deps.commit(transaction).await
}

fn exported(to: &Envelope<'_>, looker: &str) -> Message {
    let looker = defanged(looker);
    to.message(
        (
            "Your data were exported".into(),
            format!(
                "Hello,\n\n{looker}, an administrator, exported everything that is kept of you. What you asked in \
                 confidence is part of it. If you did not ask for that, speak with the network's moderators.\n"
            ),
        ),
        (
            "Cafodd eich data eu hallforio".into(),
            format!(
                "Helo,\n\nAllforiodd {looker}, gweinyddwr, bopeth a gedwir amdanoch. Mae'r hyn a ofynnwyd gennych yn \
                 gyfrinachol yn rhan ohono. Os na ofynnoch am hynny, siaradwch â chymedrolwyr y rhwydwaith.\n"
            ),
        ),
    )
}
