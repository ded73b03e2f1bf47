//! Listing what was asked or discussed already, while somebody still types a title.

use std::collections::HashMap;

use ::search::Kind;
use api_types::forum::{SimilarQuery, SimilarThread, ThreadSummary};
use entity::thread;
use sea_orm::{ColumnTrait, QueryFilter};

use super::queries::{self, SummaryRow};
use crate::accounts::access::Actor;
use crate::search::access::visible_to;
use crate::{Deps, Error, Result};

/// How many are shown: more would not be read.
const MOST: usize = 5;

/// Lists the threads that are about the same as a title, the most similar first.
pub async fn list_similar_threads(deps: &Deps, actor: &Actor, query: &SimilarQuery) -> Result<Vec<SimilarThread>> {
    let visible = visible_to(deps, actor).await?;
    let (index, title) = (deps.index.clone(), query.title.clone());
    let found =
        tokio::task::spawn_blocking(move || index.similar(&title, &[Kind::Question, Kind::Discussion], &visible, MOST))
            .await
            .map_err(|error| Error::internal("looking for similar threads", error))??;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    // The index comes a moment after the store, which says what is there and who may read it.
    let ids: Vec<i64> = found.iter().map(|similar| similar.id).collect();
    let rows: Vec<SummaryRow> =
        queries::summaries(actor).filter(thread::Column::Id.is_in(ids)).into_model().all(&deps.read).await?;
    let rows = queries::into_summaries(deps, actor, rows).await?;
    let mut rows: HashMap<i64, ThreadSummary> = rows.into_iter().map(|row| (row.id.0, row)).collect();
    let similar = found.into_iter().filter_map(|similar| {
        let thread = rows.remove(&similar.id)?;
        Some(SimilarThread { thread, is_close: similar.is_close })
    });
    Ok(similar.collect())
}
