//! Reacting to a post with one press.

use std::collections::HashMap;

use api_types::PostId;
use api_types::forum::{NewReaction, Reaction, ReactionKind};
use entity::post_reaction;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};

use super::{access, order, queries};
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result};

/// Reacts to a post, or takes the reaction back. One of each kind a member, however often it is pressed.
pub async fn react_to_post(deps: &Deps, signed: &Signed, id: PostId, new: &NewReaction) -> Result<Vec<Reaction>> {
    if !access::takes_part(signed) {
        return Err(Error::Forbidden);
    }
    let actor = Actor::Signed(signed.clone());
    let thread = queries::thread_of_post(deps, &actor, id).await?;
    access::require_unlocked(signed, &order::order_of(&deps.read, signed, &thread).await?)?;
    let key = (id.0, new.kind.as_str().to_owned(), signed.id.0);
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    let changed = if new.is_on {
        let row = post_reaction::ActiveModel { post_id: Set(key.0), kind: Set(key.1), member_id: Set(key.2) };
        let columns = [post_reaction::Column::PostId, post_reaction::Column::Kind, post_reaction::Column::MemberId];
        post_reaction::Entity::insert(row)
            .on_conflict(OnConflict::columns(columns).do_nothing().to_owned())
            .exec_without_returning(&tx)
            .await?
    } else {
        post_reaction::Entity::delete_by_id(key).exec(&tx).await?.rows_affected
    };
    if changed > 0 {
        // Other nodes keep answers too, with the reactions in them.
        outbox::push(deps, &tx, &Event::PostChanged { id: id.0 }).await?;
    }
    deps.commit(tx).await?;
    Ok(reactions_to(deps, &actor, vec![id.0]).await?.remove(&id.0).unwrap_or_default())
}

/// The reactions to several posts, in one query.
pub(super) async fn reactions_to(deps: &Deps, actor: &Actor, posts: Vec<i64>) -> Result<HashMap<i64, Vec<Reaction>>> {
    // Nobody has the number 0, so those who are not signed in have no reactions.
    let viewer = actor.id().map_or(0, |id| id.0);
    let mine = Expr::case(post_reaction::Column::MemberId.eq(viewer), 1).finally(0);
    let rows: Vec<(i64, String, i64, i32)> = post_reaction::Entity::find()
        .select_only()
        .column(post_reaction::Column::PostId)
        .column(post_reaction::Column::Kind)
        .column_as(post_reaction::Column::MemberId.count(), "count")
        .column_as(Expr::expr(mine).max(), "is_mine")
        .filter(post_reaction::Column::PostId.is_in(posts))
        .group_by(post_reaction::Column::PostId)
        .group_by(post_reaction::Column::Kind)
        .into_tuple()
        .all(&deps.read)
        .await?;
    let mut found: HashMap<i64, Vec<Reaction>> = HashMap::new();
    for kind in ReactionKind::ALL {
        for (post, name, count, is_mine) in &rows {
            if name == kind.as_str() {
                found.entry(*post).or_default().push(Reaction { kind, count: *count, is_mine: *is_mine > 0 });
            }
        }
    }
    Ok(found)
}
