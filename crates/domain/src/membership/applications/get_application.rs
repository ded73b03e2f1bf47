//! Gets an application as staff see it.

use api_types::ApplicationId;
use api_types::membership::{Application, ApplicationEvent, ApplicationEventKind, ApplicationStatus, FormAnswer};
use entity::{application_answer, application_event, library, organisation};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::queries::{adds_library, answers_of, find_sent};
use super::state::status_of;
use super::{conversation, duplicates};
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::Result;
use crate::membership::people::summaries;
use crate::membership::queries::{language_of, library_of, organisation_of};

/// How much of the log is shown.
const EVENTS: u64 = 300;

/// The application with everything that staff need to decide. Drafts are their writers' own.
pub async fn get_application(deps: &Deps, id: ApplicationId) -> Result<Application> {
    let row = find_sent(&deps.read, id).await?;
    let library = match row.library_id {
        Some(id) => library::Entity::find_by_id(id).one(&deps.read).await?.map(library_of),
        None => None,
    };
    let joins = match row.organisation_id {
        Some(id) => organisation::Entity::find_by_id(id).one(&deps.read).await?.map(|found| organisation_of(&found)),
        None => None,
    };
    let answers = answers_of(&row)?;
    let form_answers = application_answer::Entity::find()
        .filter(application_answer::Column::ApplicationId.eq(row.id))
        .order_by_asc(application_answer::Column::QuestionId)
        .all(&deps.read)
        .await?
        .into_iter()
        .map(|answer| FormAnswer { question: answer.question, answer: answer.answer })
        .collect();
    let log = application_event::Entity::find()
        .filter(application_event::Column::ApplicationId.eq(row.id))
        .order_by_asc(application_event::Column::Id)
        .limit(EVENTS)
        .all(&deps.read)
        .await?;
    // Whom it was given to stands in the log as an id: names change, and go.
    let given_to = |event: &application_event::Model| {
        (event.kind == ApplicationEventKind::Assigned.as_str()).then(|| event.detail.parse::<i64>().ok()).flatten()
    };
    let concerned = log.iter().flat_map(|event| [event.actor_id, given_to(event)]).flatten();
    let concerned = concerned.chain([row.decided_by, row.assigned_to, row.referred_by].into_iter().flatten());
    let people = summaries(&deps.read, concerned).await?;
    let name_of = |id: Option<i64>| id.and_then(|id| people.get(&id)).map(|member| member.name.clone());
    let events = log
        .into_iter()
        .filter_map(|event| {
            Some(ApplicationEvent {
                kind: ApplicationEventKind::named(&event.kind)?,
                actor: name_of(event.actor_id),
                detail: name_of(given_to(&event)).unwrap_or(event.detail),
                created_at: to_wire(event.created_at),
            })
        })
        .collect();
    let status = status_of(&row.status);
    let is_open = matches!(
        status,
        ApplicationStatus::AwaitingConfirmation | ApplicationStatus::Submitted | ApplicationStatus::NeedsAnswer
    );
    // Once it is decided, hints would only puzzle: the member that it led to is like it.
    let duplicates = if is_open { duplicates::find(deps, &row).await? } else { Vec::new() };
    let adds_library = is_open && adds_library(&row, &answers);
    Ok(Application {
        id,
        language: language_of(&row.language),
        answers,
        form_answers,
        library,
        joins,
        adds_library,
        status,
        created_at: to_wire(row.created_at),
        confirmed_at: row.confirmed_at.map(to_wire),
        decided_at: row.decided_at.map(to_wire),
        decided_by: name_of(row.decided_by),
        assignee: row.assigned_to.and_then(|id| people.get(&id).cloned()),
        referred_by: row.referred_by.and_then(|id| people.get(&id).cloned()),
        is_invited: row.invitation_id.is_some(),
        duplicates,
        conversation: conversation::of(&deps.read, &row, None).await?,
        events,
        name: row.name,
        email: row.email,
        telephone: row.telephone,
        message: row.message,
    })
}
