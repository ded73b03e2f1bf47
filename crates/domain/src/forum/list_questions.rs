//! Listing questions.

use api_types::Page;
use api_types::forum::{QuestionQuery, QuestionSort, QuestionSummary};
use entity::{question, question_tag, shelf};
use sea_orm::{ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

use super::queries::{SummaryRow, question_to_author, question_to_shelf};
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Result, author, cursor};

/// Lists questions: the newest first, or those with the latest answers or edits.
pub async fn list_questions(deps: &Deps, query: &QuestionQuery) -> Result<Page<QuestionSummary>> {
    let limit = cursor::limit(query.limit);
    let select = question::Entity::find()
        .select_only()
        .columns([
            question::Column::Id,
            question::Column::Slug,
            question::Column::Title,
            question::Column::Excerpt,
            question::Column::CreatedAt,
            question::Column::ActiveAt,
            question::Column::AnswerCount,
            question::Column::Score,
            question::Column::AcceptedAnswerId,
            question::Column::AuthorId,
        ])
        .join(JoinType::InnerJoin, question_to_shelf())
        .column_as(shelf::Column::Slug, "shelf_slug");
    let mut select = author::join(select, question_to_author());

    if query.unanswered == Some(true) {
        select = select.filter(question::Column::AnswerCount.eq(0));
    }
    if let Some(slug) = &query.shelf {
        select = select.filter(shelf::Column::Slug.eq(slug.as_str()));
    }
    if let Some(tag) = &query.tag {
        let Some(tag_id) = tags::id_of(&deps.read, tag).await? else { return Ok(Page::default()) };
        let tagged = question_tag::Entity::find()
            .select_only()
            .column(question_tag::Column::QuestionId)
            .filter(question_tag::Column::TagId.eq(tag_id))
            .into_query();
        select = select.filter(question::Column::Id.in_subquery(tagged));
    }
    let is_active = query.sort == Some(QuestionSort::Active);
    if let Some(after) = &query.after {
        select =
            if is_active {
                let [active_at, id] = cursor::decode::<2>(after)?;
                select.filter(Condition::any().add(question::Column::ActiveAt.lt(active_at)).add(
                    Condition::all().add(question::Column::ActiveAt.eq(active_at)).add(question::Column::Id.lt(id)),
                ))
            } else {
                let [id] = cursor::decode::<1>(after)?;
                select.filter(question::Column::Id.lt(id))
            };
    }
    if is_active {
        select = select.order_by_desc(question::Column::ActiveAt);
    }

    let mut rows: Vec<SummaryRow> =
        select.order_by_desc(question::Column::Id).limit(limit + 1).into_model().all(&deps.read).await?;
    let next =
        cursor::next_of(&mut rows, limit, |row| if is_active { vec![row.active_at, row.id] } else { vec![row.id] });
    let ids = rows.iter().map(|row| row.id).collect();
    let mut tags = tags::names_of(&deps.read, Carrier::Question, ids).await?;
    let items = rows
        .into_iter()
        .map(|row| {
            let tags = tags.remove(&row.id).unwrap_or_default();
            row.into_summary(tags)
        })
        .collect();
    Ok(Page { items, next, total: None })
}
