//! Describing a tag, and naming the words that stand for it.

use api_types::tags::{TagDetail, TagPatch};
use entity::{tag, tag_synonym};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::get_tag::detail_of;
use super::tags;
use crate::accounts::access::{Actor, Signed};
use crate::deps::Deps;
use crate::error::{Error, Result};

/// Changes a tag that was read at `version`. What is absent stays.
pub async fn update_tag(deps: &Deps, signed: &Signed, name: &str, version: i32, patch: &TagPatch) -> Result<TagDetail> {
    let id = tags::id_of(&deps.read, name).await?.ok_or(Error::NotFound)?;
    let mut words = Vec::new();
    for typed in patch.synonyms.iter().flatten() {
        let Some(word) = tags::name_of(typed) else {
            return Err(Error::field("synonyms", "invalid", "Use letters, digits and hyphens."));
        };
        words.push(word);
    }
    words.sort();
    words.dedup();
    let description = patch.description.as_ref().map(|words| words.trim().to_owned());
    if description.as_ref().is_some_and(|words| words.contains('\0')) {
        return Err(Error::field("description", "invalid", "Take the invisible sign out of the description."));
    }

    let tx = deps.begin().await?;
    let mut change = tag::Entity::update_many()
        .col_expr(tag::Column::Version, Expr::value(version.wrapping_add(1)))
        .filter(tag::Column::Id.eq(id))
        .filter(tag::Column::Version.eq(version));
    if let Some(description) = description {
        change = change.col_expr(tag::Column::Description, Expr::value(description));
    }
    if change.exec(&tx).await?.rows_affected == 0 {
        return Err(Error::EditConflict);
    }
    if patch.synonyms.is_some() {
        // A word that is a tag of its own is merged, not merely renamed: what carries it has to follow.
        let taken = tag::Entity::find().filter(tag::Column::Name.is_in(&words)).one(&tx).await?;
        let elsewhere = tag_synonym::Entity::find()
            .filter(tag_synonym::Column::Name.is_in(&words))
            .filter(tag_synonym::Column::TagId.ne(id))
            .one(&tx)
            .await?;
        if taken.is_some() || elsewhere.is_some() {
            return Err(Error::field(
                "synonyms",
                "taken",
                "One of these is a tag already, or stands for another. Merge them.",
            ));
        }
        tag_synonym::Entity::delete_many().filter(tag_synonym::Column::TagId.eq(id)).exec(&tx).await?;
        if !words.is_empty() {
            let rows = words.into_iter().map(|name| tag_synonym::ActiveModel { name: Set(name), tag_id: Set(id) });
            tag_synonym::Entity::insert_many(rows).exec_without_returning(&tx).await?;
        }
    }
    deps.commit(tx).await?;
    detail_of(deps, &Actor::Signed(signed.clone()), id).await
}
