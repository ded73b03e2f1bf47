//! Adds a library of the demo to the register.

use api_types::membership::Nation;
use sea_orm::ActiveModelTrait;

use crate::deps::Deps;
use crate::error::Result;
use crate::membership::register::Entry;

/// Adds a community-managed library and gives its id.
pub async fn create_library(
    deps: &Deps,
    name: &str,
    authority: &str,
    nation: Nation,
    region: &str,
    town: &str,
    postcode: &str,
) -> Result<i64> {
    let entry = Entry {
        name: name.into(),
        authority: authority.into(),
        nation: nation.as_str().into(),
        region: Some(region.into()),
        address: town.into(),
        postcode: postcode.into(),
        latitude: None,
        longitude: None,
        is_community_managed: true,
        is_closed: false,
    };
    let now = deps.clock.now();
    let row = entry.to_row(None, now);
    let transaction = deps.begin().await?;
    let row = row.insert(&transaction).await?;
    deps.commit(transaction).await?;
    Ok(row.id)
}
