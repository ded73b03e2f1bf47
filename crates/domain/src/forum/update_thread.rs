//! Changing a question or a discussion: its title, shelf and tags, and the post that opens it.

use api_types::ThreadId;
use api_types::forum::{Thread, ThreadKind, ThreadPatch};
use entity::{post, space, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::get_thread::get_thread;
use super::mentions::Place;
use super::{access, attachments, confidence, mentions, order, revisions};
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::topics::queries::count_on_shelf;
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result, text};

/// Changes a question that was read at `version`. What is absent stays.
pub async fn update_question(
    deps: &Deps,
    signed: &Signed,
    id: ThreadId,
    version: i32,
    patch: &ThreadPatch,
) -> Result<Thread> {
    update(deps, signed, ThreadKind::Question, id, version, patch).await
}

/// Changes a discussion that was read at `version`. What is absent stays.
pub async fn update_discussion(
    deps: &Deps,
    signed: &Signed,
    id: ThreadId,
    version: i32,
    patch: &ThreadPatch,
) -> Result<Thread> {
    update(deps, signed, ThreadKind::Discussion, id, version, patch).await
}

async fn update(
    deps: &Deps,
    signed: &Signed,
    kind: ThreadKind,
    id: ThreadId,
    version: i32,
    patch: &ThreadPatch,
) -> Result<Thread> {
    let actor = Actor::Signed(signed.clone());
    let found = get_thread(deps, &actor, kind, id).await?;
    if !found.opening.viewer.can_edit {
        return Err(signed.refused());
    }
    let title = patch.title.as_ref().map(|title| text::title("title", title)).transpose()?;
    let names = patch.tags.as_ref().map(|names| tags::parse(names)).transpose()?;
    let written = match &patch.body {
        Some(body) => Some(mentions::write(deps, body).await?),
        None => None,
    };
    let now = deps.clock.now();

    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    let row = thread::Entity::find_by_id(id.0).lock_exclusive().one(&tx).await?.ok_or(Error::NotFound)?;
    access::require_open(signed, &order::order_of(&tx, signed, &row).await?)?;
    let before = post::Entity::find()
        .filter(post::Column::ThreadId.eq(id.0))
        .filter(post::Column::Number.eq(1))
        .lock_exclusive()
        .one(&tx)
        .await?
        .ok_or(Error::NotFound)?;
    if before.version != version {
        return Err(Error::EditConflict);
    }
    revisions::keep(&tx, &before).await?;
    let now = confidence::kept_time(confidence::is_hidden(row.is_confidential, signed.id.0, row.author_id), now);
    let mut change = thread::Entity::update_many()
        .col_expr(thread::Column::ActiveAt, Expr::value(now.max(row.active_at)))
        .filter(thread::Column::Id.eq(id.0));
    let mut opening = post::Entity::update_many()
        .col_expr(post::Column::Version, Expr::value(version.wrapping_add(1)))
        .col_expr(post::Column::EditedAt, Expr::value(now))
        .col_expr(post::Column::EditedBy, Expr::value(signed.id.0))
        .filter(post::Column::ThreadId.eq(id.0))
        .filter(post::Column::Number.eq(1))
        .filter(post::Column::Version.eq(version));
    if let Some(title) = title {
        change = change
            .col_expr(thread::Column::Slug, Expr::value(text::slug(&title)))
            .col_expr(thread::Column::Title, Expr::value(title));
    }
    if let Some(written) = &written {
        change = change.col_expr(thread::Column::Excerpt, Expr::value(text::excerpt(&written.rendered.plain)));
        opening = opening
            .col_expr(post::Column::Body, Expr::value(written.body.clone()))
            .col_expr(post::Column::BodyHtml, Expr::value(written.rendered.html.clone()))
            .col_expr(post::Column::RendererVersion, Expr::value(text::RENDERER_VERSION));
    }
    // It may have been moved since it was read.
    let space = space::Entity::find_by_id(row.space_id).one(&tx).await?.ok_or(Error::NotFound)?;
    let is_counted = access::is_counted(&space.access);
    if let Some(shelf) = patch.shelf_id.filter(|shelf| shelf.0 != row.shelf_id) {
        count_on_shelf(&tx, shelf.0, i64::from(is_counted)).await?;
        count_on_shelf(&tx, row.shelf_id, -i64::from(is_counted)).await?;
        change = change.col_expr(thread::Column::ShelfId, Expr::value(shelf.0));
    }
    if opening.exec(&tx).await?.rows_affected == 0 {
        return Err(Error::EditConflict);
    }
    change.exec(&tx).await?;
    attachments::tie(&tx, before.id, signed.id.0, patch.body.as_deref().unwrap_or_default()).await?;
    if let Some(written) = &written {
        mentions::keep(deps, &tx, Place { post_id: before.id, comment_id: None }, written, now).await?;
    }
    outbox::push(deps, &tx, &Event::ThreadChanged { id: id.0 }).await?;
    if let Some(names) = names {
        tags::detach_from_thread(&tx, id.0, is_counted).await?;
        tags::attach(&tx, Carrier::Thread, id.0, &names, is_counted).await?;
    }
    deps.commit(tx).await?;
    get_thread(deps, &actor, kind, id).await
}
