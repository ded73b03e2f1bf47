//! Rows as documents of the index, each kind with one query for the rows and one for their tags.

use ::search::{Document, Kind};
use entity::{answer, member, question, resource, shelf};
use sea_orm::sea_query::IntoCondition;
use sea_orm::{EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef, Select};

use crate::topics::tags::{self, Carrier};
use crate::{Deps, Result, forum, resources, text};

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    /// The question, of an answer.
    parent_id: Option<i64>,
    title: String,
    html: String,
    created_at: i64,
    shelf_slug: String,
    author_name: String,
}

impl Row {
    fn into_document(self, kind: Kind, tags: Vec<String>) -> Document {
        Document {
            kind,
            id: self.id,
            parent_id: self.parent_id,
            title: self.title,
            body: text::plain_of(&self.html),
            tags,
            shelf: self.shelf_slug,
            author: self.author_name,
            created_at: self.created_at.div_euclid(1000),
            visibility: match kind {
                Kind::Question | Kind::Answer => forum::access::VISIBILITY,
                Kind::Resource => resources::access::VISIBILITY,
            },
        }
    }
}

/// The questions that meet the condition, in the order of their ids, at most `limit` if one is given.
pub(super) async fn questions(deps: &Deps, condition: impl IntoCondition, limit: Option<u64>) -> Result<Vec<Document>> {
    let to_author: RelationDef =
        question::Entity::belongs_to(member::Entity).from(question::Column::AuthorId).to(member::Column::Id).into();
    let select = question::Entity::find()
        .select_only()
        .columns([question::Column::Id, question::Column::Title, question::Column::CreatedAt])
        .column_as(question::Column::BodyHtml, "html");
    let rows: Vec<Row> = standing(select, question_to_shelf(), to_author)
        .filter(condition)
        .order_by_asc(question::Column::Id)
        .limit(limit)
        .into_model()
        .all(&deps.read)
        .await?;
    let tags = tags::names_of(&deps.read, Carrier::Question, rows.iter().map(|row| row.id).collect()).await?;
    let document = |row: Row| {
        let tags = tags.get(&row.id).cloned().unwrap_or_default();
        row.into_document(Kind::Question, tags)
    };
    Ok(rows.into_iter().map(document).collect())
}

/// The answers that meet the condition, under the title, shelf and tags of their questions.
pub(super) async fn answers(deps: &Deps, condition: impl IntoCondition, limit: Option<u64>) -> Result<Vec<Document>> {
    let to_author: RelationDef =
        answer::Entity::belongs_to(member::Entity).from(answer::Column::AuthorId).to(member::Column::Id).into();
    let to_question: RelationDef =
        answer::Entity::belongs_to(question::Entity).from(answer::Column::QuestionId).to(question::Column::Id).into();
    let select = answer::Entity::find()
        .select_only()
        .columns([answer::Column::Id, answer::Column::CreatedAt])
        .column_as(answer::Column::QuestionId, "parent_id")
        .column_as(answer::Column::BodyHtml, "html")
        .join(JoinType::InnerJoin, to_question)
        .column_as(question::Column::Title, "title");
    let rows: Vec<Row> = standing(select, question_to_shelf(), to_author)
        .filter(condition)
        .order_by_asc(answer::Column::Id)
        .limit(limit)
        .into_model()
        .all(&deps.read)
        .await?;
    let mut asked: Vec<i64> = rows.iter().filter_map(|row| row.parent_id).collect();
    asked.sort_unstable();
    asked.dedup();
    let tags = tags::names_of(&deps.read, Carrier::Question, asked).await?;
    let document = |row: Row| {
        let tags = row.parent_id.and_then(|question| tags.get(&question)).cloned().unwrap_or_default();
        row.into_document(Kind::Answer, tags)
    };
    Ok(rows.into_iter().map(document).collect())
}

/// The resources that meet the condition, in the order of their ids.
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
        .order_by_asc(resource::Column::Id)
        .limit(limit)
        .into_model()
        .all(&deps.read)
        .await?;
    let tags = tags::names_of(&deps.read, Carrier::Resource, rows.iter().map(|row| row.id).collect()).await?;
    let document = |row: Row| {
        let tags = tags.get(&row.id).cloned().unwrap_or_default();
        row.into_document(Kind::Resource, tags)
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

fn question_to_shelf() -> RelationDef {
    question::Entity::belongs_to(shelf::Entity).from(question::Column::ShelfId).to(shelf::Column::Id).into()
}
