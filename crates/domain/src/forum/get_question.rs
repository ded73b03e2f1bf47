//! Getting a question.

use api_types::forum::Question;
use api_types::{AnswerId, Page, QuestionId};
use entity::question;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter};

use super::{access, queries};
use crate::accounts::access::Actor;
use crate::author::{self, Author};
use crate::clock::to_wire;
use crate::topics::queries::{Standing, join_shelf};
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result};

/// How many answers come with their question.
const ANSWERS: u64 = 30;

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    question: question::Model,
    #[sea_orm(nested)]
    author: Author,
    #[sea_orm(nested)]
    shelf: Standing,
}

/// Gets a question with its first answers, as the viewer sees them.
pub async fn get_question(deps: &Deps, actor: &Actor, id: QuestionId) -> Result<Question> {
    let select = author::join(question::Entity::find(), queries::question_to_author());
    let row: Row = join_shelf(select, queries::question_to_shelf())
        .filter(question::Column::Id.eq(id.0))
        .into_model()
        .one(&deps.read)
        .await?
        .ok_or(Error::NotFound)?;
    let mut tags = tags::names_of(&deps.read, Carrier::Question, vec![id.0]).await?;
    let (answers, next) = queries::answers_to(deps, actor, id, ANSWERS, None).await?;
    let vote = match actor.id() {
        Some(member) => queries::vote_on_question(&deps.read, member, id.0).await?,
        None => 0,
    };
    let question = row.question;
    Ok(Question {
        id,
        slug: question.slug,
        title: question.title,
        body: question.body,
        body_html: question.body_html,
        shelf: row.shelf.into(),
        tags: tags.remove(&id.0).unwrap_or_default(),
        author: row.author.into(),
        created_at: to_wire(question.created_at),
        edited_at: question.edited_at.map(to_wire),
        answer_count: question.answer_count,
        accepted_answer_id: question.accepted_answer_id.map(AnswerId),
        score: question.score,
        version: question.version,
        viewer: access::viewer(actor, question.author_id, question.author_id, vote),
        answers: Page { items: answers, next, total: None },
    })
}
