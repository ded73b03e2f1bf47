//! Making a guide of an accepted answer.

use api_types::ThreadId;
use api_types::resources::{Resource, ResourceKind, ResourceStatus};
use chrono::{Days, NaiveDate};
use entity::{post, resource, resource_author, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::get_resource::get_resource;
use crate::accounts::access::{Actor, Signed};
use crate::clock::to_wire;
use crate::forum::{self, confidence};
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result, text};

/// The licence of a guide until its owner chooses another one.
const LICENCE: &str = "CC-BY-4.0";
/// After how many days a guide is to be looked at again unless its owner says otherwise: a year.
const REVIEW: Days = Days::new(365);

/// Makes a draft of the accepted answer to a question. It belongs to whoever makes it, names those who wrote the
/// answer and, unless they ask in confidence, the question, and is nobody else's to see until it is published.
pub async fn make_guide(deps: &Deps, signed: &Signed, id: ThreadId) -> Result<Resource> {
    let actor = Actor::Signed(signed.clone());
    let question = forum::get_question(deps, &actor, id).await?;
    if !question.can_make_guide {
        return Err(match (question.accepted_answer_id, &question.guide) {
            (None, _) => Error::Conflict("A guide is made of the accepted answer: this question has none yet."),
            (_, Some(_)) => Error::Conflict("This became a guide already: open it from the question."),
            _ => signed.refused(),
        });
    }
    let tags = tags::parse(&question.tags)?;
    let transaction = deps.begin().await?;
    let row = thread::Entity::find_by_id(id.0).lock_exclusive().one(&transaction).await?.ok_or(Error::NotFound)?;
    if row.guide_id.is_some() {
        return Err(Error::Conflict("Somebody has made a guide of it meanwhile. Open the question again."));
    }
    let accepted = row.accepted_answer_id.ok_or(Error::EditConflict)?;
    let answer = post::Entity::find_by_id(accepted).one(&transaction).await?.ok_or(Error::EditConflict)?;
    let guide = resource::ActiveModel {
        slug: Set(row.slug.clone()),
        title: Set(row.title.clone()),
        excerpt: Set(text::excerpt(&text::plain_of(&answer.body_html))),
        summary: Set(answer.body),
        summary_html: Set(answer.body_html),
        renderer_version: Set(answer.renderer_version),
        kind: Set(ResourceKind::Guide.as_str().to_owned()),
        shelf_id: Set(row.shelf_id),
        author_id: Set(signed.id.0),
        created_at: Set(deps.clock.now()),
        // Other resources are an address or a file, one of the two: a guide's text stands on its own page.
        url: Set(Some(String::new())),
        licence: Set(Some(LICENCE.into())),
        download_count: Set(0),
        status: Set(ResourceStatus::Draft.as_str().into()),
        version: Set(1),
        review_on: Set(in_a_year(deps.clock.now()).map(|date| date.to_string())),
        owner_id: Set(Some(signed.id.0)),
        thread_id: Set(Some(row.id)),
        ..Default::default()
    }
    .insert(&transaction)
    .await?;
    let mut authors = Vec::new();
    if !confidence::is_hidden(row.is_confidential, answer.author_id, row.author_id) {
        authors.push(answer.author_id);
    }
    if !row.is_confidential && row.author_id != answer.author_id {
        authors.push(row.author_id);
    }
    if !authors.is_empty() {
        let rows = authors.iter().zip(0..).map(|(member, place)| resource_author::ActiveModel {
            resource_id: Set(guide.id),
            member_id: Set(*member),
            place: Set(place),
        });
        resource_author::Entity::insert_many(rows).exec_without_returning(&transaction).await?;
    }
    thread::Entity::update_many()
        .col_expr(thread::Column::GuideId, Expr::value(guide.id))
        .filter(thread::Column::Id.eq(row.id))
        .exec(&transaction)
        .await?;
    tags::attach(&transaction, Carrier::Resource, guide.id, &tags, false).await?;
    deps.commit(transaction).await?;
    get_resource(deps, &actor, api_types::ResourceId(guide.id)).await
}

fn in_a_year(now: i64) -> Option<NaiveDate> {
    to_wire(now).date_naive().checked_add_days(REVIEW)
}
