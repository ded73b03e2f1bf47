//! Rows as documents of the index, each kind with one query for the rows and one for their tags.

use ::search::{Document, Kind};
use entity::{member, post, resource, shelf, space, thread};
use sea_orm::sea_query::IntoCondition;
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef, Select,
};

use crate::topics::tags::{self, Carrier};
use crate::{Deps, Result, forum, resources, text};

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    title: String,
    html: String,
    created_at: i64,
    shelf_slug: String,
    author_name: String,
}

/// A post with what is told of its thread.
#[derive(FromQueryResult)]
struct PostRow {
    id: i64,
    thread_id: i64,
    number: i32,
    kind: String,
    asker_id: i64,
    author_id: i64,
    is_confidential: bool,
    space_id: i64,
    space_access: String,
    title: String,
    html: String,
    created_at: i64,
    shelf_slug: String,
    author_name: String,
}

impl PostRow {
    fn into_document(self, tags: Vec<String>) -> Document {
        let is_discussion = self.kind == "discussion";
        let kind = match (self.number, is_discussion) {
            (1, false) => Kind::Question,
            (1, true) => Kind::Discussion,
            (_, false) => Kind::Answer,
            (_, true) => Kind::Reply,
        };
        let is_hidden = self.is_confidential && self.asker_id == self.author_id;
        Document {
            kind,
            id: if self.number == 1 { self.thread_id } else { self.id },
            parent_id: (self.number > 1).then_some(self.thread_id),
            title: self.title,
            body: text::plain_of(&self.html),
            tags,
            shelf: self.shelf_slug,
            author: if is_hidden { String::new() } else { self.author_name },
            created_at: self.created_at.div_euclid(1000),
            visibility: forum::access::visibility(self.space_id, &self.space_access),
        }
    }
}

/// The posts that meet the condition, in the order of their ids, at most `limit` if one is given, under the titles,
/// shelves and tags of their threads; what opens a thread stands for the thread. With the id of the last of them.
pub(super) async fn posts(
    deps: &Deps,
    condition: impl IntoCondition,
    limit: Option<u64>,
) -> Result<(Vec<Document>, Option<i64>)> {
    let to_author: RelationDef =
        post::Entity::belongs_to(member::Entity).from(post::Column::AuthorId).to(member::Column::Id).into();
    let to_thread: RelationDef =
        post::Entity::belongs_to(thread::Entity).from(post::Column::ThreadId).to(thread::Column::Id).into();
    let to_shelf: RelationDef =
        thread::Entity::belongs_to(shelf::Entity).from(thread::Column::ShelfId).to(shelf::Column::Id).into();
    let to_space: RelationDef =
        thread::Entity::belongs_to(space::Entity).from(thread::Column::SpaceId).to(space::Column::Id).into();
    let select = post::Entity::find()
        .select_only()
        .columns([
            post::Column::Id,
            post::Column::ThreadId,
            post::Column::Number,
            post::Column::AuthorId,
            post::Column::CreatedAt,
        ])
        .column_as(post::Column::BodyHtml, "html")
        .join(JoinType::InnerJoin, to_thread)
        .columns([thread::Column::Kind, thread::Column::IsConfidential, thread::Column::SpaceId, thread::Column::Title])
        .column_as(thread::Column::AuthorId, "asker_id")
        .join(JoinType::InnerJoin, to_space)
        .column_as(space::Column::Access, "space_access");
    let rows: Vec<PostRow> = standing(select, to_shelf, to_author)
        .filter(condition)
        .filter(post::Column::DeletedAt.is_null())
        .filter(thread::Column::DeletedAt.is_null())
        .order_by_asc(post::Column::Id)
        .limit(limit)
        .into_model()
        .all(&deps.read)
        .await?;
    let last = rows.last().map(|row| row.id);
    let mut threads: Vec<i64> = rows.iter().map(|row| row.thread_id).collect();
    threads.sort_unstable();
    threads.dedup();
    let tags = tags::names_of(&deps.read, Carrier::Thread, threads).await?;
    let document = |row: PostRow| {
        let tags = tags.get(&row.thread_id).cloned().unwrap_or_default();
        row.into_document(tags)
    };
    Ok((rows.into_iter().map(document).collect(), last))
}

/// The resources that are published and meet the condition, in the order of their ids.
pub(super) async fn resources(deps: &Deps, condition: impl IntoCondition, limit: Option<u64>) -> Result<Vec<Document>> {
    let to_author: RelationDef =
        resource::Entity::belongs_to(member::Entity).from(resource::Column::AuthorId).to(member::Column::Id).into();
    let to_shelf: RelationDef =
        resource::Entity::belongs_to(shelf::Entity).from(resource::Column::ShelfId).to(shelf::Column::Id).into();
    let select = resource::Entity::find()
        .select_only()
        .columns([resource::Column::Id, resource::Column::Title, resource::Column::CreatedAt])
        .column_as(resource::Column::SummaryHtml, "html");
    let rows: Vec<Row> = standing(select, to_shelf, to_author)
        .filter(condition)
        .filter(resource::Column::Status.eq("published"))
        .order_by_asc(resource::Column::Id)
        .limit(limit)
        .into_model()
        .all(&deps.read)
        .await?;
    let tags = tags::names_of(&deps.read, Carrier::Resource, rows.iter().map(|row| row.id).collect()).await?;
    let document = |row: Row| {
        let tags = tags.get(&row.id).cloned().unwrap_or_default();
        into_resource(row, tags)
    };
    Ok(rows.into_iter().map(document).collect())
}

fn standing<E: EntityTrait>(select: Select<E>, to_shelf: RelationDef, to_author: RelationDef) -> Select<E> {
    select
        .join(JoinType::InnerJoin, to_shelf)
        .join(JoinType::InnerJoin, to_author)
        .column_as(shelf::Column::Slug, "shelf_slug")
        .column_as(member::Column::Name, "author_name")
}

fn into_resource(row: Row, tags: Vec<String>) -> Document {
    Document {
        kind: Kind::Resource,
        id: row.id,
        parent_id: None,
        title: row.title,
        body: text::plain_of(&row.html),
        tags,
        shelf: row.shelf_slug,
        author: row.author_name,
        created_at: row.created_at.div_euclid(1000),
        visibility: resources::access::VISIBILITY,
    }
}
