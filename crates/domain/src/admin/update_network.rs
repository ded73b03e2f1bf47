//! Changes the network's settings.

use api_types::admin::{Network, NetworkPatch};
use entity::setting;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::admin::get_network;
use crate::deps::Deps;
use crate::error::Result;
use crate::text;

/// Writes the settings that are given; the others stay.
pub async fn update_network(deps: &Deps, patch: &NetworkPatch) -> Result<Network> {
    let mut rows = Vec::new();
    let mut set = |name: &str, value: String| {
        rows.push(setting::ActiveModel { name: Set(name.into()), value: Set(value) });
    };
    if let Some(name) = &patch.name {
        set("name", text::line("name", name)?);
    }
    if let Some(heading) = &patch.join_heading {
        set("join_heading", text::line("join_heading", heading)?);
    }
    if let Some(goal) = patch.goal {
        set("goal", goal.to_string());
    }
    if !rows.is_empty() {
        let replace = OnConflict::column(setting::Column::Name).update_column(setting::Column::Value).to_owned();
        let transaction = deps.begin().await?;
        setting::Entity::insert_many(rows).on_conflict(replace).exec_without_returning(&transaction).await?;
        deps.commit(transaction).await?;
    }
    get_network(deps).await
}
