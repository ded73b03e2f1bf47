//! Writes to staff about one's own application.

use api_types::ApplicationId;
use api_types::membership::{ApplicationEventKind, ApplicationStatus, MessageKind, MyApplication, NewReply};
use entity::{application_message, member};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::get_my_application::{get_my_application, newest_of};
use super::state::{Step, record, status_of, take};
use super::{conversation, mails};
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};
use crate::text;

/// Adds the applicant's words to the conversation; an application that waited for them goes back to staff. Whoever
/// looks after it is mailed, or who wrote last.
pub async fn answer_application(deps: &Deps, signed: &Signed, new: &NewReply) -> Result<MyApplication> {
    let body = text::lines("body", &new.body)?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    let row = newest_of(&transaction, signed).await?;
    match status_of(&row.status) {
        ApplicationStatus::NeedsAnswer => {
            take(&transaction, row.id, Step::Answer, |update| update).await?;
            record(deps, &transaction, ApplicationId(row.id), Some(signed.id.0), ApplicationEventKind::Answered, "")
                .await?;
        }
        ApplicationStatus::Submitted => {}
        _ => return Err(Error::Conflict("Nobody reads here any more: this application is decided or withdrawn.")),
    }
    let last = application_message::Entity::find()
        .filter(application_message::Column::ApplicationId.eq(row.id))
        .filter(application_message::Column::Kind.eq("message"))
        .filter(application_message::Column::AuthorId.ne(signed.id.0))
        .order_by_desc(application_message::Column::Id)
        .one(&transaction)
        .await?;
    // Only who is of the staff now reads what applicants write.
    let concerned: Vec<i64> = [row.assigned_to, last.map(|message| message.author_id)].into_iter().flatten().collect();
    let staff = member::Entity::find()
        .filter(member::Column::Id.is_in(concerned.iter().copied()))
        .filter(member::Column::Role.eq("admin"))
        .filter(member::Column::IsSuspended.eq(false))
        .all(&transaction)
        .await?;
    if let Some(reader) = concerned.iter().find_map(|id| staff.iter().find(|member| member.id == *id)) {
        let mail = mails::reply(&deps.options.base_url, reader, &row, &body);
        outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    }
    conversation::add(deps, &transaction, row.id, signed.id.0, MessageKind::Message, body).await?;
    deps.commit(transaction).await?;
    get_my_application(deps, signed).await
}
