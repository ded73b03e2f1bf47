//! Whether mails tell of what is followed, and the link in each that ends it.

use api_types::forum::{FollowKind, FollowSettings};
use entity::{follow, member_preference};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};
use sha2::{Digest, Sha256};

use super::mention_mails;
use crate::accounts::access::Signed;
use crate::{Deps, Error, Result};

/// The name of the preference.
pub(super) const NAME: &str = "follow_mails";
/// What stands there when no mails are wanted.
pub(super) const OFF: &str = "off";

/// What stands for the thread in the secret of a mail about mentions: no thread has this number.
pub(super) const MENTIONS: i64 = 0;

/// Gets whether mails tell the member of what is followed.
pub async fn get_follow_settings(deps: &Deps, signed: &Signed) -> Result<FollowSettings> {
    let row = member_preference::Entity::find_by_id((signed.id.0, NAME.to_owned())).one(&deps.read).await?;
    Ok(FollowSettings { mails: row.is_none_or(|row| row.value != OFF) })
}

/// Sets whether mails tell the member of what is followed.
pub async fn update_follow_settings(deps: &Deps, signed: &Signed, new: &FollowSettings) -> Result<FollowSettings> {
    let value = if new.mails { "on" } else { OFF };
    let row = member_preference::ActiveModel {
        member_id: Set(signed.id.0),
        name: Set(NAME.into()),
        value: Set(value.into()),
    };
    let replace = OnConflict::columns([member_preference::Column::MemberId, member_preference::Column::Name])
        .update_column(member_preference::Column::Value)
        .to_owned();
    let tx = deps.begin().await?;
    member_preference::Entity::insert(row).on_conflict(replace).exec_without_returning(&tx).await?;
    deps.commit(tx).await?;
    Ok(*new)
}

/// Ends what a mail was about with its secret, by whoever has the mail: following a thread, or being told of mentions.
/// It can be pressed twice.
pub async fn unfollow_by_mail(deps: &Deps, secret: &str) -> Result<()> {
    let (member_id, thread_id) = read(deps, secret).ok_or(Error::LinkExpired)?;
    let tx = deps.begin().await?;
    if thread_id == MENTIONS {
        mention_mails::set(&tx, member_id, false).await?;
    } else {
        follow::Entity::delete_by_id((member_id, FollowKind::Thread.as_str().to_owned(), thread_id)).exec(&tx).await?;
    }
    deps.commit(tx).await
}

/// The secret that ends following a thread, or all mails about mentions: whom and what it is about, and the proof that it is ours.
pub(super) fn secret_of(deps: &Deps, member_id: i64, thread_id: i64) -> String {
    let proof = Sha256::digest(deps.keys.proof_of(&format!("unfollow {member_id} {thread_id}")));
    format!("{member_id}x{thread_id}x{}", hex::encode(&proof[..16]))
}

fn read(deps: &Deps, secret: &str) -> Option<(i64, i64)> {
    let mut parts = secret.splitn(3, 'x');
    let (member_id, thread_id) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    // What is compared was made from a signature, so that how long it takes says nothing of use.
    (secret_of(deps, member_id, thread_id) == secret).then_some((member_id, thread_id))
}
