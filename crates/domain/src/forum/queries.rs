//! Rows of the forum as API types.

use std::collections::HashMap;

use api_types::forum::{Answer, QuestionSummary};
use api_types::{AnswerId, MemberId, QuestionId};
use entity::{answer, answer_vote, member, question, question_vote, shelf};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};

use super::access;
use crate::accounts::access::Actor;
use crate::author::{self, Author};
use crate::clock::to_wire;
use crate::error::{Error, Result};
use crate::{Deps, cursor};

/// A question as lists show it.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct SummaryRow {
    pub(super) id: i64,
    slug: String,
    title: String,
    excerpt: String,
    created_at: i64,
    pub(super) active_at: i64,
    answer_count: i32,
    score: i32,
    accepted_answer_id: Option<i64>,
    shelf_slug: String,
    #[sea_orm(nested)]
    author: Author,
}

impl SummaryRow {
    pub(super) fn into_summary(self, tags: Vec<String>) -> QuestionSummary {
        QuestionSummary {
            id: QuestionId(self.id),
            slug: self.slug,
            title: self.title,
            excerpt: self.excerpt,
            shelf: self.shelf_slug,
            tags,
            author: self.author.into(),
            created_at: to_wire(self.created_at),
            answer_count: self.answer_count,
            is_answered: self.accepted_answer_id.is_some(),
            score: self.score,
        }
    }
}

/// An answer with its author and the one who asked.
#[derive(Clone, Debug, FromQueryResult)]
struct AnswerRow {
    #[sea_orm(nested)]
    answer: answer::Model,
    #[sea_orm(nested)]
    author: Author,
    asker_id: i64,
}

impl AnswerRow {
    fn into_answer(self, actor: &Actor, vote: i32) -> Answer {
        let row = self.answer;
        Answer {
            id: AnswerId(row.id),
            question_id: QuestionId(row.question_id),
            body: row.body,
            body_html: row.body_html,
            author: self.author.into(),
            created_at: to_wire(row.created_at),
            edited_at: row.edited_at.map(to_wire),
            score: row.score,
            is_accepted: row.is_accepted,
            version: row.version,
            viewer: access::viewer(actor, row.author_id, self.asker_id, vote),
        }
    }
}

/// How a question leads to its author.
pub(super) fn question_to_author() -> RelationDef {
    question::Entity::belongs_to(member::Entity).from(question::Column::AuthorId).to(member::Column::Id).into()
}

/// How a question leads to its shelf.
pub(super) fn question_to_shelf() -> RelationDef {
    question::Entity::belongs_to(shelf::Entity).from(question::Column::ShelfId).to(shelf::Column::Id).into()
}

fn answers() -> sea_orm::Select<answer::Entity> {
    let to_author: RelationDef =
        answer::Entity::belongs_to(member::Entity).from(answer::Column::AuthorId).to(member::Column::Id).into();
    let to_question: RelationDef =
        answer::Entity::belongs_to(question::Entity).from(answer::Column::QuestionId).to(question::Column::Id).into();
    author::join(answer::Entity::find(), to_author)
        .join(sea_orm::JoinType::InnerJoin, to_question)
        .column_as(question::Column::AuthorId, "asker_id")
}

/// An answer as the viewer sees it.
pub(super) async fn answer_of(deps: &Deps, actor: &Actor, id: AnswerId) -> Result<Answer> {
    let row: AnswerRow =
        answers().filter(answer::Column::Id.eq(id.0)).into_model().one(&deps.read).await?.ok_or(Error::NotFound)?;
    let vote = match actor.id() {
        // Nobody votes on what is one's own.
        Some(member) if member.0 != row.answer.author_id => {
            votes_on_answers(&deps.read, member, vec![id.0]).await?.remove(&id.0).unwrap_or(0)
        }
        _ => 0,
    };
    Ok(row.into_answer(actor, vote))
}

/// Answers to a question and the cursor of those that follow: the accepted one first, then the most
/// useful, then the oldest.
pub(super) async fn answers_to(
    deps: &Deps,
    actor: &Actor,
    id: QuestionId,
    limit: u64,
    after: Option<&str>,
) -> Result<(Vec<Answer>, Option<String>)> {
    let mut select = answers().filter(answer::Column::QuestionId.eq(id.0));
    if let Some(after) = after {
        let [accepted, score, last] = cursor::decode::<3>(after)?;
        let less_useful = sea_orm::Condition::any()
            .add(answer::Column::Score.lt(score))
            .add(sea_orm::Condition::all().add(answer::Column::Score.eq(score)).add(answer::Column::Id.gt(last)));
        let alike = sea_orm::Condition::all().add(answer::Column::IsAccepted.eq(accepted != 0)).add(less_useful);
        select = if accepted == 0 {
            select.filter(alike)
        } else {
            select.filter(sea_orm::Condition::any().add(answer::Column::IsAccepted.eq(false)).add(alike))
        };
    }
    let mut rows: Vec<AnswerRow> = select
        .order_by_desc(answer::Column::IsAccepted)
        .order_by_desc(answer::Column::Score)
        .order_by_asc(answer::Column::Id)
        .limit(limit + 1)
        .into_model()
        .all(&deps.read)
        .await?;
    let next = cursor::next_of(&mut rows, limit, |row| {
        vec![i64::from(row.answer.is_accepted), i64::from(row.answer.score), row.answer.id]
    });
    let votes = match actor.id() {
        Some(member) => votes_on_answers(&deps.read, member, rows.iter().map(|row| row.answer.id).collect()).await?,
        None => HashMap::new(),
    };
    let answers = rows
        .into_iter()
        .map(|row| {
            let vote = votes.get(&row.answer.id).copied().unwrap_or(0);
            row.into_answer(actor, vote)
        })
        .collect();
    Ok((answers, next))
}

/// The member's vote on a question: 1, 0 or -1.
pub(super) async fn vote_on_question<C: ConnectionTrait>(connection: &C, member: MemberId, id: i64) -> Result<i32> {
    let row = question_vote::Entity::find_by_id((id, member.0)).one(connection).await?;
    Ok(row.map_or(0, |row| row.value))
}

/// The member's votes on several answers, in one query.
pub(super) async fn votes_on_answers<C: ConnectionTrait>(
    connection: &C,
    member: MemberId,
    ids: Vec<i64>,
) -> Result<HashMap<i64, i32>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = answer_vote::Entity::find()
        .filter(answer_vote::Column::MemberId.eq(member.0))
        .filter(answer_vote::Column::AnswerId.is_in(ids))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.answer_id, row.value)).collect())
}
