//! Lists the wishes to belong that nobody in the organisation can decide on: staff do.

use api_types::Page;
use api_types::membership::{Affiliation, AffiliationRequestQuery};
use entity::{affiliation, member, organisation};
use sea_orm::sea_query::{Condition, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::people;
use crate::cursor;
use crate::deps::Deps;
use crate::error::Result;

/// A page of the wishes to belong to an organisation without a primary contact, or whose contact is suspended; the
/// oldest first. Those of applicants are decided with their applications.
pub async fn list_affiliation_requests(deps: &Deps, query: &AffiliationRequestQuery) -> Result<Page<Affiliation>> {
    let limit = cursor::limit(query.limit);
    let suspended = Query::select()
        .column(member::Column::Id)
        .from(member::Entity)
        .and_where(member::Column::IsSuspended.eq(true))
        .to_owned();
    let applicants = Query::select()
        .column(member::Column::Id)
        .from(member::Entity)
        .and_where(member::Column::Role.eq("applicant"))
        .to_owned();
    let unheld = Query::select()
        .column(organisation::Column::Id)
        .from(organisation::Entity)
        .cond_where(
            Condition::any()
                .add(organisation::Column::PrimaryContactId.is_null())
                .add(organisation::Column::PrimaryContactId.in_subquery(suspended)),
        )
        .to_owned();
    let mut select = affiliation::Entity::find()
        .filter(affiliation::Column::Status.eq("requested"))
        .filter(affiliation::Column::OrganisationId.in_subquery(unheld))
        .filter(affiliation::Column::MemberId.not_in_subquery(applicants));
    if let Some(after) = &query.after {
        let [last] = cursor::decode(after)?;
        select = select.filter(affiliation::Column::Id.gt(last));
    }
    let mut rows = select.order_by_asc(affiliation::Column::Id).limit(limit + 1).all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.id]);
    Ok(Page { items: people::affiliations_anywhere(&deps.read, rows).await?, next, total: None })
}
