//! The code of conduct: the network's own, or the one that comes with the software.

use std::sync::LazyLock;

use api_types::conduct::{CodeOfConduct, NewCodeOfConduct};
use api_types::membership::Language;
use entity::setting;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use tokio::sync::OnceCell;

use crate::{Deps, Error, Result, text};

/// What comes with the software, in markdown: the main points, and the whole.
const ENGLISH: [&str; 2] = [include_str!("conduct/en-summary.md"), include_str!("conduct/en.md")];
const WELSH: [&str; 2] = [include_str!("conduct/cy-summary.md"), include_str!("conduct/cy.md")];

/// The same, rendered when it is first asked for.
static RENDERED: LazyLock<[OnceCell<[String; 2]>; 2]> = LazyLock::new(Default::default);

/// What the network has written itself, as the setting holds it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Own {
    version: i32,
    summary: String,
    summary_html: String,
    text: String,
    text_html: String,
}

const fn setting_of(language: Language) -> &'static str {
    match language {
        Language::En => "code_of_conduct_en",
        Language::Cy => "code_of_conduct_cy",
    }
}

/// Gets the code of conduct in a language. What the network has not written itself is as the software has it.
pub async fn get_code_of_conduct(deps: &Deps, language: Language) -> Result<CodeOfConduct> {
    let own = stored(deps, language).await?.map(|(own, _)| own).unwrap_or_default();
    let ([summary, text], place) = match language {
        Language::En => (ENGLISH, 0),
        Language::Cy => (WELSH, 1),
    };
    let [summary_html, text_html] = match RENDERED.get(place) {
        Some(cell) => cell.get_or_try_init(|| rendered(summary, text)).await?.clone(),
        None => rendered(summary, text).await?,
    };
    let is_own = !own.summary.is_empty() || !own.text.is_empty();
    let choose = |own: String, given: String| if own.is_empty() { given } else { own };
    Ok(CodeOfConduct {
        language,
        summary: choose(own.summary, summary.trim_end().to_owned()),
        summary_html: choose(own.summary_html, summary_html),
        text: choose(own.text, text.trim_end().to_owned()),
        text_html: choose(own.text_html, text_html),
        is_own,
        version: own.version,
    })
}

/// Changes the code of conduct that was read at `version`, in one language.
pub async fn update_code_of_conduct(deps: &Deps, version: i32, new: &NewCodeOfConduct) -> Result<CodeOfConduct> {
    let before = stored(deps, new.language).await?;
    if before.as_ref().map_or(0, |(own, _)| own.version) != version {
        return Err(Error::EditConflict);
    }
    let summary = tidy("summary", &new.summary)?;
    let whole = tidy("text", &new.text)?;
    let [summary_html, text_html] = rendered(&summary, &whole).await?;
    let own = Own { version: version.wrapping_add(1), summary, summary_html, text: whole, text_html };
    let value = serde_json::to_string(&own).map_err(|error| Error::internal("writing the code of conduct", error))?;
    let name = setting_of(new.language);
    let tx = deps.begin().await?;
    let changed = if let Some((_, before)) = before {
        setting::Entity::update_many()
            .col_expr(setting::Column::Value, Expr::value(value))
            .filter(setting::Column::Name.eq(name))
            .filter(setting::Column::Value.eq(before))
            .exec(&tx)
            .await?
            .rows_affected
    } else {
        let row = setting::ActiveModel { name: Set(name.into()), value: Set(value) };
        setting::Entity::insert(row)
            .on_conflict(OnConflict::column(setting::Column::Name).do_nothing().to_owned())
            .exec_without_returning(&tx)
            .await?
    };
    if changed == 0 {
        return Err(Error::EditConflict);
    }
    deps.commit(tx).await?;
    get_code_of_conduct(deps, new.language).await
}

/// What is stored, and as which text.
async fn stored(deps: &Deps, language: Language) -> Result<Option<(Own, String)>> {
    let Some(row) = setting::Entity::find_by_id(setting_of(language).to_owned()).one(&deps.read).await? else {
        return Ok(None);
    };
    let own =
        serde_json::from_str(&row.value).map_err(|error| Error::internal("reading the code of conduct", error))?;
    Ok(Some((own, row.value)))
}

fn tidy(field: &str, typed: &str) -> Result<String> {
    if typed.trim().is_empty() { Ok(String::new()) } else { text::lines(field, typed) }
}

async fn rendered(summary: &str, whole: &str) -> Result<[String; 2]> {
    Ok([text::render(summary).await?.html, text::render(whole).await?.html])
}
