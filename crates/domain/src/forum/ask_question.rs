//! Asking a question.

use api_types::forum::{NewQuestion, Question};
use api_types::{MemberId, QuestionId};
use entity::question;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::access;
use super::get_question::get_question;
use crate::accounts::access::{Actor, Signed};
use crate::outbox::{self, Event};
use crate::topics::queries::count_on_shelf;
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result, text};

/// Asks a question.
pub async fn ask_question(deps: &Deps, signed: &Signed, new: &NewQuestion) -> Result<Question> {
    if !access::takes_part(signed) {
        return Err(Error::Forbidden);
    }
    let id = ask_question_at(deps, signed.id, new, deps.clock.now()).await?;
    get_question(deps, &Actor::Signed(signed.clone()), id).await
}

/// Asks a question in a member's name, at a time in milliseconds since 1970. The member is not asked:
/// this is for [`ask_question`] and for the demonstration network.
pub async fn ask_question_at(deps: &Deps, author: MemberId, new: &NewQuestion, at: i64) -> Result<QuestionId> {
    let title = text::title("title", &new.title)?;
    let body = text::lines("body", &new.body)?;
    let names = tags::parse(&new.tags)?;
    let rendered = text::render(&body).await?;

    let tx = deps.begin().await?;
    let row = question::ActiveModel {
        slug: Set(text::slug(&title)),
        title: Set(title),
        body: Set(body),
        excerpt: Set(text::excerpt(&rendered.plain)),
        body_html: Set(rendered.html),
        renderer_version: Set(text::RENDERER_VERSION),
        shelf_id: Set(new.shelf_id.0),
        author_id: Set(author.0),
        created_at: Set(at),
        edited_at: Set(None),
        active_at: Set(at),
        answer_count: Set(0),
        score: Set(0),
        accepted_answer_id: Set(None),
        version: Set(1),
        ..Default::default()
    };
    // The shelf is counted first, so that one that does not exist is told of by the name of its field.
    outbox::lock(&tx).await?;
    count_on_shelf(&tx, new.shelf_id.0, 1).await?;
    let row = row.insert(&tx).await?;
    outbox::push(deps, &tx, &Event::QuestionChanged { id: row.id }).await?;
    tags::attach(&tx, Carrier::Question, row.id, &names).await?;
    deps.commit(tx).await?;
    Ok(QuestionId(row.id))
}
