//! Listing the answers to a question.

use api_types::forum::{Answer, AnswerQuery};
use api_types::{Page, QuestionId};
use entity::question;
use sea_orm::EntityTrait;

use super::queries;
use crate::accounts::access::Actor;
use crate::{Deps, Error, Result, cursor};

/// Lists the answers to a question: the accepted one first, then the most useful.
pub async fn list_answers(deps: &Deps, actor: &Actor, id: QuestionId, query: &AnswerQuery) -> Result<Page<Answer>> {
    let limit = cursor::limit(query.limit);
    let question = question::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let (items, next) = queries::answers_to(deps, actor, id, limit, query.after.as_deref()).await?;
    Ok(Page { items, next, total: u64::try_from(question.answer_count).ok() })
}
