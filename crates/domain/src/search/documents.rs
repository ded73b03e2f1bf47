//! Rows as documents of the index, read in batches.

use ::search::{Change, Document, Kind};
use entity::{answer, member, question, resource, shelf};
use sea_orm::{Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef};

use crate::topics::tags::{self, Carrier};
use crate::{Deps, Result, text};

/// What a document is made of.
#[derive(Debug, FromQueryResult)]
struct Row {
    id: i64,
    parent_id: Option<i64>,
    title: String,
    html: String,
    created_at: i64,
    shelf: String,
    author: String,
}

impl Row {
    fn into_change(self, kind: Kind, tags: Vec<String>) -> Change {
        Change::Put(Document {
            kind,
            id: self.id,
            parent_id: self.parent_id,
            title: self.title,
            body: text::plain_of(&self.html),
            tags,
            shelf: self.shelf,
            author: self.author,
            created_at: self.created_at / 1000,
            visibility: crate::forum::access::VISIBILITY,
        })
    }
}

fn question_to_shelf() -> RelationDef {
    question::Entity::belongs_to(shelf::Entity).from(question::Column::ShelfId).to(shelf::Column::Id).into()
}

/// The questions that meet a condition, as changes.
pub(super) async fn questions(deps: &Deps, condition: Condition, limit: u64) -> Result<(Vec<Change>, Option<i64>)> {
    let to_author: RelationDef =
        question::Entity::belongs_to(member::Entity).from(question::Column::AuthorId).to(member::Column::Id).into();
    let rows: Vec<Row> = question::Entity::find()
        .select_only()
        .columns([question::Column::Id, question::Column::Title, question::Column::CreatedAt])
        .column_as(question::Column::BodyHtml, "html")
        .join(JoinType::InnerJoin, to_author)
        .join(JoinType::InnerJoin, question_to_shelf())
        .column_as(shelf::Column::Slug, "shelf")
        .column_as(member::Column::Name, "author")
        .filter(condition)
        .order_by_asc(question::Column::Id)
        .limit(limit)
        .into_model()
        .all(&deps.read)
        .await?;
    let last = rows.last().map(|row| row.id);
    let ids = rows.iter().map(|row| row.id).collect();
    let mut tags = tags::names_of(&deps.read, Carrier::Question, ids).await?;
    let changes = rows
        .into_iter()
        .map(|row| {
            let tags = tags.remove(&row.id).unwrap_or_default();
            row.into_change(Kind::Question, tags)
        })
        .collect();
    Ok((changes, last))
}

/// The answers that meet a condition, as changes. Their title is their question's.
pub(super) async fn answers(deps: &Deps, condition: Condition, limit: u64) -> Result<(Vec<Change>, Option<i64>)> {
    let to_author: RelationDef =
        answer::Entity::belongs_to(member::Entity).from(answer::Column::AuthorId).to(member::Column::Id).into();
    let to_question: RelationDef =
        answer::Entity::belongs_to(question::Entity).from(answer::Column::QuestionId).to(question::Column::Id).into();
    let rows: Vec<Row> = answer::Entity::find()
        .select_only()
        .columns([answer::Column::Id, answer::Column::CreatedAt])
        .column_as(answer::Column::QuestionId, "parent_id")
        .column_as(answer::Column::BodyHtml, "html")
        .join(JoinType::InnerJoin, to_author)
        .join(JoinType::InnerJoin, to_question)
        .join(JoinType::InnerJoin, question_to_shelf())
        .column_as(question::Column::Title, "title")
        .column_as(shelf::Column::Slug, "shelf")
        .column_as(member::Column::Name, "author")
        .filter(condition)
        .order_by_asc(answer::Column::Id)
        .limit(limit)
        .into_model()
        .all(&deps.read)
        .await?;
    let last = rows.last().map(|row| row.id);
    Ok((rows.into_iter().map(|row| row.into_change(Kind::Answer, Vec::new())).collect(), last))
}

/// The resources that meet a condition, as changes.
pub(super) async fn resources(deps: &Deps, condition: Condition, limit: u64) -> Result<(Vec<Change>, Option<i64>)> {
    let to_author: RelationDef =
        resource::Entity::belongs_to(member::Entity).from(resource::Column::AuthorId).to(member::Column::Id).into();
    let to_shelf: RelationDef =
        resource::Entity::belongs_to(shelf::Entity).from(resource::Column::ShelfId).to(shelf::Column::Id).into();
    let rows: Vec<Row> = resource::Entity::find()
        .select_only()
        .columns([resource::Column::Id, resource::Column::Title, resource::Column::CreatedAt])
        .column_as(resource::Column::SummaryHtml, "html")
        .join(JoinType::InnerJoin, to_author)
        .join(JoinType::InnerJoin, to_shelf)
        .column_as(shelf::Column::Slug, "shelf")
        .column_as(member::Column::Name, "author")
        .filter(condition)
        .order_by_asc(resource::Column::Id)
        .limit(limit)
        .into_model()
        .all(&deps.read)
        .await?;
    let last = rows.last().map(|row| row.id);
    let ids = rows.iter().map(|row| row.id).collect();
    let mut tags = tags::names_of(&deps.read, Carrier::Resource, ids).await?;
    let changes = rows
        .into_iter()
        .map(|row| {
            let tags = tags.remove(&row.id).unwrap_or_default();
            row.into_change(Kind::Resource, tags)
        })
        .collect();
    Ok((changes, last))
}
