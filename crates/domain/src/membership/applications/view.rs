//! How a member of staff likes the queue of applications.

use api_types::membership::{ApplicationQuery, ApplicationView};
use entity::member_preference;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// The name of the preference.
const NAME: &str = "application_view";

/// What the member saved, or how the queue is by itself.
pub async fn get_application_view(deps: &Deps, signed: &Signed) -> Result<ApplicationView> {
    let row = member_preference::Entity::find_by_id((signed.id.0, NAME.to_owned())).one(&deps.read).await?;
    // What an older version saved and this one cannot read is as if nothing had been saved.
    Ok(row.and_then(|row| serde_json::from_str(&row.value).ok()).unwrap_or_default())
}

/// Saves how the member likes the queue. The page that the list stood at is not saved.
pub async fn save_application_view(deps: &Deps, signed: &Signed, view: &ApplicationView) -> Result<ApplicationView> {
    let mut columns = Vec::new();
    for column in &view.columns {
        if !columns.contains(column) {
            columns.push(*column);
        }
    }
    let view = ApplicationView { columns, query: ApplicationQuery { after: None, ..view.query.clone() } };
    let value = serde_json::to_string(&view).map_err(|error| Error::internal("writing a preference", error))?;
    let row = member_preference::ActiveModel { member_id: Set(signed.id.0), name: Set(NAME.into()), value: Set(value) };
    let replace = OnConflict::columns([member_preference::Column::MemberId, member_preference::Column::Name])
        .update_column(member_preference::Column::Value)
        .to_owned();
    let transaction = deps.begin().await?;
    member_preference::Entity::insert(row).on_conflict(replace).exec_without_returning(&transaction).await?;
    deps.commit(transaction).await?;
    Ok(view)
}
