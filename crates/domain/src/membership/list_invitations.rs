//! Lists the invitations that the caller sent, or those into an organisation.

use std::collections::HashMap;

use api_types::Page;
use api_types::membership::{Invitation, InvitationQuery};
use entity::{invitation, organisation};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::invitation::to_invitation;
use super::{access, people};
use crate::accounts::access::Signed;
use crate::cursor;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// A page of invitations, the newest first. Those into an organisation are for those who may change it: addresses
/// stand in them.
pub async fn list_invitations(deps: &Deps, signed: &Signed, query: &InvitationQuery) -> Result<Page<Invitation>> {
    let limit = cursor::limit(query.limit);
    let mut select = match query.organisation_id {
        Some(id) => {
            let row = organisation::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
            if !access::may_edit(signed, &row) {
                return Err(signed.refused());
            }
            invitation::Entity::find().filter(invitation::Column::OrganisationId.eq(id.0))
        }
        None => invitation::Entity::find().filter(invitation::Column::InvitedBy.eq(signed.id.0)),
    };
    if let Some(after) = &query.after {
        let [last] = cursor::decode(after)?;
        select = select.filter(invitation::Column::Id.lt(last));
    }
    let mut rows = select.order_by_desc(invitation::Column::Id).limit(limit + 1).all(&deps.read).await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.id]);
    let people = people::summaries(&deps.read, rows.iter().map(|row| row.invited_by)).await?;
    let organisations: HashMap<i64, organisation::Model> = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().filter_map(|row| row.organisation_id)))
        .all(&deps.read)
        .await?
        .into_iter()
        .map(|row| (row.id, row))
        .collect();
    let items = rows
        .into_iter()
        .filter_map(|row| {
            let invited_by = people.get(&row.invited_by)?.clone();
            let organisation = row.organisation_id.and_then(|id| organisations.get(&id));
            Some(to_invitation(deps, row, organisation, invited_by))
        })
        .collect();
    Ok(Page { items, next, total: None })
}
