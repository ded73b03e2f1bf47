//! Naming the moderator who may see who asks in confidence.

use api_types::forum::{Confidant, NewConfidant};
use entity::setting;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::confidence::{self, get_confidant};
use crate::accounts::access::Signed;
use crate::{Deps, Error, Result};

/// Names the one moderator who may look, or lets all of them.
pub async fn set_confidant(deps: &Deps, signed: &Signed, new: &NewConfidant) -> Result<Confidant> {
    let transaction = deps.begin().await?;
    match new.member_id {
        Some(member) => {
            if !confidence::moderators(&transaction).await?.contains(&member.0) {
                return Err(Error::field("member_id", "invalid", "Choose a moderator or an administrator."));
            }
            let row = setting::ActiveModel { name: Set(confidence::SETTING.into()), value: Set(member.0.to_string()) };
            let replace = OnConflict::column(setting::Column::Name).update_column(setting::Column::Value).to_owned();
            setting::Entity::insert(row).on_conflict(replace).exec_without_returning(&transaction).await?;
        }
        None => {
            setting::Entity::delete_by_id(confidence::SETTING.to_owned()).exec(&transaction).await?;
        }
    }
    deps.commit(transaction).await?;
    get_confidant(deps, signed).await
}
