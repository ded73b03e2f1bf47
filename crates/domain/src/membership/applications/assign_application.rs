//! Has a member of staff look after an application.

use api_types::ApplicationId;
use api_types::accounts::MemberSummary;
use api_types::membership::{Application, ApplicationEventKind, NewAssignee};
use entity::{application, member};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::queries::find_sent;
use super::state::record;
use super::{get_application, mails};
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::people::summaries;
use crate::outbox::{self, Event};

/// How many members of staff are listed.
const STAFF: u64 = 200;

/// The members of staff, by name: those who applications can be given to.
pub async fn list_staff(deps: &Deps) -> Result<Vec<MemberSummary>> {
    let ids: Vec<i64> = staff(&deps.read).await?.into_iter().map(|member| member.id).collect();
    let mut people = summaries(&deps.read, ids.iter().copied()).await?;
    Ok(ids.into_iter().filter_map(|id| people.remove(&id)).collect())
}

async fn staff<C: ConnectionTrait>(connection: &C) -> Result<Vec<member::Model>> {
    Ok(member::Entity::find()
        .filter(member::Column::Role.eq("admin"))
        .filter(member::Column::IsSuspended.eq(false))
        .order_by_asc(member::Column::Name)
        .order_by_asc(member::Column::Id)
        .limit(STAFF)
        .all(connection)
        .await?)
}

/// Gives an application to a member of staff, who is mailed unless it is the one who does it, or takes it away.
pub async fn assign_application(
    deps: &Deps,
    signed: &Signed,
    id: ApplicationId,
    new: &NewAssignee,
) -> Result<Application> {
    assign(deps, signed, id, new).await?;
    get_application(deps, id).await
}

/// The same without the answer, for several.
pub(super) async fn assign(deps: &Deps, signed: &Signed, id: ApplicationId, new: &NewAssignee) -> Result<()> {
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    let row = find_sent(&transaction, id).await?;
    let assignee = match new.member_id {
        Some(wanted) => Some(
            staff(&transaction)
                .await?
                .into_iter()
                .find(|member| member.id == wanted.0)
                .ok_or_else(|| Error::field("member_id", "invalid", "Choose somebody of the staff."))?,
        ),
        None => None,
    };
    let chosen = assignee.as_ref().map(|member| member.id);
    if chosen == row.assigned_to {
        return Ok(());
    }
    application::Entity::update_many()
        .col_expr(application::Column::AssignedTo, Expr::value(chosen))
        .filter(application::Column::Id.eq(row.id))
        .exec(&transaction)
        .await?;
    let (kind, detail) = match &assignee {
        Some(member) => (ApplicationEventKind::Assigned, member.id.to_string()),
        None => (ApplicationEventKind::Unassigned, String::new()),
    };
    record(deps, &transaction, id, Some(signed.id.0), kind, &detail).await?;
    if let Some(member) = assignee.filter(|member| member.id != signed.id.0) {
        let mail = mails::assigned(&deps.options.base_url, &member, &row);
        outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    }
    deps.commit(transaction).await
}
