//! Folds what members are found by, where a migration has emptied it.

use entity::member;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::access::search_text;
use super::skills;
use crate::deps::Deps;
use crate::error::Result;

/// How many members one transaction changes.
const AT_ONCE: u64 = 200;

/// Folds the words of members who have none yet, as names were once folded by SQL, which knows no accents. Run at
/// each start; it finds nothing the second time.
pub async fn refold(deps: &Deps) -> Result<()> {
    let mut last = 0;
    loop {
        let rows = member::Entity::find()
            .filter(member::Column::SearchText.eq(""))
            // Who was erased is found by nothing.
            .filter(member::Column::IsSuspended.eq(false))
            .filter(member::Column::Id.gt(last))
            .order_by_asc(member::Column::Id)
            .limit(AT_ONCE)
            .all(&deps.read)
            .await?;
        let Some(end) = rows.last().map(|row| row.id) else { return Ok(()) };
        last = end;
        let known = skills::of(&deps.read, rows.iter().map(|row| row.id)).await?;
        let transaction = deps.begin().await?;
        for row in rows {
            let skills = known.get(&row.id).map(skills::Skills::all).unwrap_or_default();
            member::Entity::update_many()
                .col_expr(member::Column::SearchText, Expr::value(search_text(&row, &skills)))
                .filter(member::Column::Id.eq(row.id))
                .filter(member::Column::SearchText.eq(""))
                .exec(&transaction)
                .await?;
        }
        deps.commit(transaction).await?;
    }
}
