//! The history of posts: what they said before they were changed. It is shown in the history alone: search, lists and
//! previews are made of the present text.

use std::time::Duration;

use api_types::forum::{Change, ChangeKind, NewRevisionRemoval, PostRevision, RevisionQuery};
use api_types::{Page, PostId, RevisionId};
use entity::{member, post, post_revision, post_suggestion, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, RelationDef,
};
use similar::{ChangeTag, TextDiff};

use super::{access, attachments, queries};
use crate::accounts::access::{Actor, Signed};
use crate::author::{self, Author};
use crate::clock::to_wire;
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result, cursor, text};

/// How long one comparison may take before it becomes a coarse one.
const PATIENCE: Duration = Duration::from_millis(100);

/// Keeps what a post says now, as part of the transaction that is about to change it. What opens a thread is kept with
/// the title and the tags.
pub(super) async fn keep<C: ConnectionTrait>(tx: &C, row: &post::Model) -> Result<()> {
    let (mut title, mut tag_line) = (None, None);
    if row.number == 1 {
        title = thread::Entity::find_by_id(row.thread_id).one(tx).await?.map(|thread| thread.title);
        let names = tags::names_of(tx, Carrier::Thread, vec![row.thread_id]).await?;
        tag_line = Some(names.into_values().flatten().collect::<Vec<_>>().join(", "));
    }
    let revision = post_revision::ActiveModel {
        post_id: Set(row.id),
        version: Set(row.version),
        title: Set(title),
        tags: Set(tag_line),
        body: Set(row.body.clone()),
        author_id: Set(row.edited_by.unwrap_or(row.author_id)),
        created_at: Set(row.edited_at.unwrap_or(row.created_at)),
        ..Default::default()
    };
    revision.insert(tx).await?;
    Ok(())
}

/// A state of a post, before it is held against the one before.
#[derive(Clone, Debug)]
struct State {
    id: Option<i64>,
    version: i32,
    title: String,
    tags: String,
    body: String,
    author_id: i64,
    author: Option<Author>,
    created_at: i64,
    removal_reason: Option<String>,
    is_removed: bool,
}

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    revision: post_revision::Model,
    #[sea_orm(nested)]
    author: Author,
}

impl From<Row> for State {
    fn from(row: Row) -> Self {
        let revision = row.revision;
        Self {
            id: Some(revision.id),
            version: revision.version,
            title: revision.title.unwrap_or_default(),
            tags: revision.tags.unwrap_or_default(),
            body: revision.body,
            author_id: revision.author_id,
            author: Some(row.author),
            created_at: revision.created_at,
            removal_reason: revision.removal_reason,
            is_removed: revision.removed_at.is_some(),
        }
    }
}

/// Lists the states of a post that the viewer may read, the present one first, each against the one before.
pub async fn list_revisions(
    deps: &Deps,
    actor: &Actor,
    id: PostId,
    query: &RevisionQuery,
) -> Result<Page<PostRevision>> {
    queries::post_of(deps, actor, id).await?;
    let asker = hidden_asker(deps, id).await?;
    let limit = cursor::limit(query.limit);
    let to_author: RelationDef = post_revision::Entity::belongs_to(member::Entity)
        .from(post_revision::Column::AuthorId)
        .to(member::Column::Id)
        .into();
    let mut select =
        author::join(post_revision::Entity::find(), to_author).filter(post_revision::Column::PostId.eq(id.0));
    if let Some(after) = &query.after {
        let [version] = cursor::decode::<1>(after)?;
        select = select.filter(post_revision::Column::Version.lt(version));
    }
    let rows: Vec<Row> =
        select.order_by_desc(post_revision::Column::Version).limit(limit + 1).into_model().all(&deps.read).await?;
    let has_more = rows.len() as u64 > limit;
    let mut states: Vec<State> = rows.into_iter().map(State::from).collect();
    if query.after.is_none() {
        states.insert(0, present(deps, id).await?);
    }
    let can_remove = access::may_remove_revisions(actor);
    let items = tokio::task::spawn_blocking(move || {
        let count = if has_more { states.len() - 1 } else { states.len() };
        (0..count).map(|place| compared(&states[place], states.get(place + 1))).collect::<Vec<_>>()
    })
    .await
    .map_err(|error| Error::internal("comparing the states of a post", error))?;
    let mut items: Vec<PostRevision> = items
        .into_iter()
        .map(|(mut item, by)| {
            // Of the one who asks in confidence the history says no more than the thread.
            if asker == Some(by) {
                item.author = None;
            }
            item.can_remove = can_remove && item.id.is_some() && item.removal_reason.is_none();
            item
        })
        .collect();
    let next = has_more.then(|| items.last().map(|item| cursor::encode(&[i64::from(item.version)]))).flatten();
    items.shrink_to_fit();
    Ok(Page { items, next, total: None })
}

/// Removes the text of an earlier state, for good. That there was one, and why it is gone, stays.
pub async fn remove_revision_text(
    deps: &Deps,
    signed: &Signed,
    id: RevisionId,
    new: &NewRevisionRemoval,
) -> Result<()> {
    let row = post_revision::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let actor = Actor::Signed(signed.clone());
    queries::post_of(deps, &actor, PostId(row.post_id)).await?;
    if !access::may_remove_revisions(&actor) {
        return Err(signed.refused());
    }
    let reason = text::line("reason", &new.reason)?;
    let tx = deps.begin().await?;
    post_revision::Entity::update_many()
        .col_expr(post_revision::Column::Body, Expr::value(""))
        .col_expr(post_revision::Column::Title, Expr::value(None::<String>))
        .col_expr(post_revision::Column::Tags, Expr::value(None::<String>))
        .col_expr(post_revision::Column::RemovedAt, Expr::value(deps.clock.now()))
        .col_expr(post_revision::Column::RemovedBy, Expr::value(signed.id.0))
        .col_expr(post_revision::Column::RemovalReason, Expr::value(reason))
        .filter(post_revision::Column::Id.eq(id.0))
        .filter(post_revision::Column::RemovedAt.is_null())
        .exec(&tx)
        .await?;
    // What was suggested upon that state, or an earlier one, has its words too.
    post_suggestion::Entity::update_many()
        .col_expr(post_suggestion::Column::OldBody, Expr::value(""))
        .col_expr(post_suggestion::Column::Body, Expr::value(""))
        .filter(post_suggestion::Column::PostId.eq(row.post_id))
        .filter(post_suggestion::Column::PostVersion.lte(row.version))
        .filter(post_suggestion::Column::Status.ne("open"))
        .exec(&tx)
        .await?;
    // A picture that stood in that text alone goes with it.
    let gone = attachments::let_go(&tx, row.post_id).await?;
    deps.commit(tx).await?;
    attachments::remove_files(deps, gone).await;
    Ok(())
}

/// The one who asked in confidence the question that a post is in, if it was asked so.
async fn hidden_asker(deps: &Deps, id: PostId) -> Result<Option<i64>> {
    let asked: Option<(i64, bool)> = post::Entity::find_by_id(id.0)
        .select_only()
        .join(sea_orm::JoinType::InnerJoin, queries::post_to_thread())
        .columns([thread::Column::AuthorId, thread::Column::IsConfidential])
        .into_tuple()
        .one(&deps.read)
        .await?;
    Ok(asked.and_then(|(asker, is_confidential)| is_confidential.then_some(asker)))
}

#[derive(FromQueryResult)]
struct Present {
    #[sea_orm(nested)]
    post: post::Model,
    title: String,
}

/// The present state of a post.
async fn present(deps: &Deps, id: PostId) -> Result<State> {
    let row: Present = post::Entity::find_by_id(id.0)
        .join(sea_orm::JoinType::InnerJoin, queries::post_to_thread())
        .column_as(thread::Column::Title, "title")
        .into_model()
        .one(&deps.read)
        .await?
        .ok_or(Error::NotFound)?;
    let post = row.post;
    let is_opening = post.number == 1;
    let by = post.edited_by.unwrap_or(post.author_id);
    let to_organisation: RelationDef = member::Entity::belongs_to(entity::organisation::Entity)
        .from(member::Column::OrganisationId)
        .to(entity::organisation::Column::Id)
        .into();
    let author: Option<Author> = member::Entity::find_by_id(by)
        .select_only()
        .column_as(member::Column::Id, "author_id")
        .join(sea_orm::JoinType::LeftJoin, to_organisation)
        .column_as(member::Column::Name, "author_name")
        .column_as(entity::organisation::Column::Name, "author_organisation")
        .column_as(entity::organisation::Column::Id, "author_organisation_id")
        .into_model()
        .one(&deps.read)
        .await?;
    let names = if is_opening {
        tags::names_of(&deps.read, Carrier::Thread, vec![post.thread_id]).await?.into_values().flatten().collect()
    } else {
        Vec::<String>::new()
    };
    Ok(State {
        id: None,
        version: post.version,
        title: if is_opening { row.title } else { String::new() },
        tags: names.join(", "),
        body: post.body,
        author_id: by,
        author,
        created_at: post.edited_at.unwrap_or(post.created_at),
        removal_reason: None,
        is_removed: false,
    })
}

/// A state against the one before, and the id of who wrote it. Where the text before was removed nothing is compared,
/// so that it does not come back as what was taken away.
fn compared(state: &State, before: Option<&State>) -> (PostRevision, i64) {
    let before = before.filter(|before| !before.is_removed && !state.is_removed);
    let against = |now: &str, part: fn(&State) -> &str| match before {
        Some(before) => changes(part(before), now),
        None => whole(now),
    };
    let revision = PostRevision {
        id: state.id.map(RevisionId),
        version: state.version,
        title: against(&state.title, |state| &state.title),
        tags: against(&state.tags, |state| &state.tags),
        body: against(&state.body, |state| &state.body),
        author: state.author.clone().map(Into::into),
        created_at: to_wire(state.created_at),
        removal_reason: state.removal_reason.clone(),
        can_remove: false,
    };
    (revision, state.author_id)
}

fn whole(text: &str) -> Vec<Change> {
    if text.is_empty() { Vec::new() } else { vec![Change { kind: ChangeKind::Same, text: text.to_owned() }] }
}

/// What became of the words of a text. Blocks for a moment with long texts.
pub(super) fn changes(before: &str, now: &str) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    let compared = TextDiff::configure().timeout(PATIENCE).diff_words(before, now);
    for change in compared.iter_all_changes() {
        let kind = match change.tag() {
            ChangeTag::Equal => ChangeKind::Same,
            ChangeTag::Insert => ChangeKind::Added,
            ChangeTag::Delete => ChangeKind::Removed,
        };
        match changes.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(change.value()),
            _ => changes.push(Change { kind, text: change.value().to_owned() }),
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_told_word_by_word() {
        let told: Vec<(ChangeKind, String)> = changes("Ask for a cap.", "Ask for a high cap.")
            .into_iter()
            .map(|change| (change.kind, change.text))
            .collect();
        assert_eq!(
            told,
            [
                (ChangeKind::Same, "Ask for a ".into()),
                (ChangeKind::Added, "high ".into()),
                (ChangeKind::Same, "cap.".into())
            ]
        );
        assert!(changes("", "").is_empty());
    }
}
