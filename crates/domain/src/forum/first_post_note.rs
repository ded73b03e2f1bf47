//! The note for who posts for the first time: the main points of the code of conduct.

use api_types::conduct::FirstPostNote;
use api_types::membership::Language;
use entity::{member_preference, post};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::accounts::access::Signed;
use crate::admin::get_code_of_conduct;
use crate::{Deps, Result};

/// The name of the preference.
const NAME: &str = "first_post_note";
/// What stands there when it was put away.
const OFF: &str = "off";

/// Gets the note, if the member has neither posted yet nor put it away.
pub async fn get_first_post_note(deps: &Deps, signed: &Signed, language: Language) -> Result<FirstPostNote> {
    let away = member_preference::Entity::find_by_id((signed.id.0, NAME.to_owned())).one(&deps.read).await?;
    if away.is_some() || has_posted(deps, signed).await? {
        return Ok(FirstPostNote { is_shown: false, summary_html: String::new() });
    }
    let conduct = get_code_of_conduct(deps, language).await?;
    Ok(FirstPostNote { is_shown: true, summary_html: conduct.summary_html })
}

/// Puts the note away for good.
pub async fn dismiss_first_post_note(deps: &Deps, signed: &Signed) -> Result<()> {
    let row =
        member_preference::ActiveModel { member_id: Set(signed.id.0), name: Set(NAME.into()), value: Set(OFF.into()) };
    let columns = [member_preference::Column::MemberId, member_preference::Column::Name];
    let tx = deps.begin().await?;
    member_preference::Entity::insert(row)
        .on_conflict(OnConflict::columns(columns).do_nothing().to_owned())
        .exec_without_returning(&tx)
        .await?;
    deps.commit(tx).await
}

/// Whether the member has ever posted; what was deleted since counts too.
async fn has_posted(deps: &Deps, signed: &Signed) -> Result<bool> {
    let found: Option<i64> = post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .filter(post::Column::AuthorId.eq(signed.id.0))
        .limit(1)
        .into_tuple()
        .one(&deps.read)
        .await?;
    Ok(found.is_some())
}
