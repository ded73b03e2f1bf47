//! Changing a question.

use api_types::QuestionId;
use api_types::forum::{Question, QuestionPatch};
use entity::question;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::access;
use super::get_question::get_question;
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::topics::queries::count_on_shelf;
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result, text};

/// Changes a question that was read at `version`. What is absent stays.
pub async fn update_question(
    deps: &Deps,
    signed: &Signed,
    id: QuestionId,
    version: i32,
    patch: &QuestionPatch,
) -> Result<Question> {
    let found = question::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    if !access::may_edit(signed, found.author_id) {
        return Err(signed.refused());
    }
    let title = patch.title.as_ref().map(|title| text::title("title", title)).transpose()?;
    let body = patch.body.as_ref().map(|body| text::lines("body", body)).transpose()?;
    let names = patch.tags.as_ref().map(|names| tags::parse(names)).transpose()?;
    let rendered = match &body {
        Some(body) => Some(text::render(body).await?),
        None => None,
    };
    let now = deps.clock.now();

    let tx = deps.begin().await?;
    let row = question::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    let mut update = question::Entity::update_many()
        .col_expr(question::Column::Version, Expr::value(version.wrapping_add(1)))
        .col_expr(question::Column::EditedAt, Expr::value(now))
        .col_expr(question::Column::ActiveAt, Expr::value(now.max(row.active_at)))
        .filter(question::Column::Id.eq(id.0))
        .filter(question::Column::Version.eq(version));
    if let Some(title) = title {
        update = update
            .col_expr(question::Column::Slug, Expr::value(text::slug(&title)))
            .col_expr(question::Column::Title, Expr::value(title));
    }
    if let (Some(body), Some(rendered)) = (body, rendered) {
        update = update
            .col_expr(question::Column::Body, Expr::value(body))
            .col_expr(question::Column::Excerpt, Expr::value(text::excerpt(&rendered.plain)))
            .col_expr(question::Column::BodyHtml, Expr::value(rendered.html))
            .col_expr(question::Column::RendererVersion, Expr::value(text::RENDERER_VERSION));
    }
    outbox::push(deps, &tx, &Event::QuestionChanged { id: id.0 }).await?;
    if let Some(shelf) = patch.shelf_id.filter(|shelf| shelf.0 != row.shelf_id) {
        count_on_shelf(&tx, shelf.0, 1).await?;
        count_on_shelf(&tx, row.shelf_id, -1).await?;
        update = update.col_expr(question::Column::ShelfId, Expr::value(shelf.0));
    }
    if update.exec(&tx).await?.rows_affected == 0 {
        return Err(Error::EditConflict);
    }
    if let Some(names) = names {
        tags::detach_from_question(&tx, id.0).await?;
        tags::attach(&tx, Carrier::Question, id.0, &names).await?;
    }
    deps.commit(tx).await?;
    get_question(deps, &Actor::Signed(signed.clone()), id).await
}
