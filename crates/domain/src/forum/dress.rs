//! What stands around posts: the viewer's votes, comments, reactions, and which post answers which. A fixed number of
//! queries, however many posts there are.

use std::collections::HashMap;

use api_types::PostId;
use api_types::forum::{Comment, Post, Reaction, RepliedTo};
use entity::{member, post, thread};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationDef};

use super::likeness::Marks;
use super::queries::{self, PostRow};
use super::{access, comments, react_to_post};
use crate::accounts::access::Actor;
use crate::author::{self, Author};
use crate::{Deps, Result};

/// What stands around several posts.
pub(super) struct Around {
    pub(super) votes: HashMap<i64, i32>,
    /// What is told beside the authors.
    pub(super) marks: Marks,
    pub(super) comments: HashMap<i64, Vec<Comment>>,
    pub(super) reactions: HashMap<i64, Vec<Reaction>>,
    pub(super) replied_to: HashMap<i64, RepliedTo>,
    /// How many answer a post, and the number of the first of them.
    pub(super) replies: HashMap<i64, (i64, i32)>,
}

/// Posts as the viewer sees them, with all that stands around them.
pub(super) async fn dress(deps: &Deps, actor: &Actor, rows: Vec<PostRow>) -> Result<Vec<Post>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<i64> = rows.iter().map(|row| row.post.id).collect();
    let answered = rows.iter().filter_map(|row| row.post.reply_to_id).collect();
    let behalf = rows.iter().filter_map(|row| row.post.organisation_id).collect();
    let mut around = Around {
        marks: Marks::of(deps, actor, behalf, rows.iter().filter_map(PostRow::organisation).collect()).await?,
        votes: match actor.id() {
            Some(member) => queries::votes_on(&deps.read, member, ids.clone()).await?,
            None => HashMap::new(),
        },
        comments: comments::first_of(deps, actor, ids.clone()).await?,
        reactions: react_to_post::reactions_to(deps, actor, ids.clone()).await?,
        replied_to: replied_to(deps, actor, answered).await?,
        replies: replies_to(deps, ids).await?,
    };
    Ok(rows.into_iter().map(|row| row.into_post(actor, &mut around)).collect())
}

async fn replies_to(deps: &Deps, ids: Vec<i64>) -> Result<HashMap<i64, (i64, i32)>> {
    let rows: Vec<(i64, i64, i32)> = post::Entity::find()
        .select_only()
        .column(post::Column::ReplyToId)
        .column_as(post::Column::Id.count(), "count")
        .column_as(post::Column::Number.min(), "first")
        .filter(post::Column::ReplyToId.is_in(ids))
        .filter(post::Column::DeletedAt.is_null())
        .group_by(post::Column::ReplyToId)
        .into_tuple()
        .all(&deps.read)
        .await?;
    Ok(rows.into_iter().map(|(id, count, first)| (id, (count, first))).collect())
}

#[derive(FromQueryResult)]
struct AnsweredRow {
    id: i64,
    number: i32,
    #[sea_orm(nested)]
    author: Author,
    asker_id: i64,
    is_confidential: bool,
}

async fn replied_to(deps: &Deps, actor: &Actor, ids: Vec<i64>) -> Result<HashMap<i64, RepliedTo>> {
    let to_author: RelationDef =
        post::Entity::belongs_to(member::Entity).from(post::Column::AuthorId).to(member::Column::Id).into();
    let select =
        post::Entity::find().select_only().columns([post::Column::Id, post::Column::Number, post::Column::AuthorId]);
    let rows: Vec<AnsweredRow> = author::join(select, to_author)
        .join(JoinType::InnerJoin, queries::post_to_thread())
        .column_as(thread::Column::AuthorId, "asker_id")
        .column_as(thread::Column::IsConfidential, "is_confidential")
        .filter(access::readable(actor))
        .filter(post::Column::Id.is_in(ids))
        .filter(post::Column::DeletedAt.is_null())
        .into_model()
        .all(&deps.read)
        .await?;
    let shown = |row: AnsweredRow| {
        let is_hidden = row.is_confidential && row.author.is(row.asker_id);
        let author = (!is_hidden).then(|| row.author.into());
        (row.id, RepliedTo { id: PostId(row.id), number: row.number, author })
    };
    Ok(rows.into_iter().map(shown).collect())
}
