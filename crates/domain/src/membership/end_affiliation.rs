//! Ends an affiliation, and hands over what was held.

use api_types::membership::{Ending, NewEnding};
use api_types::{AffiliationId, MemberId};
use entity::{affiliation, member, organisation};
use sea_orm::sea_query::Query;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::access;
use crate::accounts::access::Signed;
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// Ends an affiliation: the member leaves, or is taken out. What the member held goes to those who are named;
/// when nobody is left, staff look after the organisation.
pub async fn end_affiliation(deps: &Deps, signed: &Signed, id: AffiliationId, new: &NewEnding) -> Result<Ending> {
    let now = deps.clock.now();
    let transaction = deps.begin().await?;
    let found = affiliation::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    // The organisation is locked first: of two who leave at once, the second sees that the first has gone.
    let row = organisation::Entity::find_by_id(found.organisation_id)
        .lock_exclusive()
        .one(&transaction)
        .await?
        .ok_or(Error::NotFound)?;
    let found = affiliation::Entity::find_by_id(id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    if found.member_id != signed.id.0 && !access::may_edit(signed, &row) {
        return Err(access::refused(signed, &found));
    }
    if found.status == "requested" && found.member_id == signed.id.0 {
        // A wish that nobody has decided on is taken back: nothing was held, nobody was counted.
        let version = found.version;
        let mut change = found.into_active_model();
        change.status = Set("ended".into());
        change.version = Set(version.wrapping_add(1));
        change.update(&transaction).await?;
        deps.commit(transaction).await?;
        return Ok(Ending { is_left_to_staff: false });
    }
    if found.status != "active" {
        return Err(Error::Conflict("This person does not belong to the organisation any more."));
    }
    let leaver = found.member_id;
    // Those who can follow: who is suspended can do nothing.
    let active = Query::select()
        .column(member::Column::Id)
        .from(member::Entity)
        .and_where(member::Column::IsSuspended.eq(false))
        .take();
    let others: Vec<i64> = affiliation::Entity::find()
        .filter(affiliation::Column::OrganisationId.eq(row.id))
        .filter(affiliation::Column::Status.eq("active"))
        .filter(affiliation::Column::MemberId.ne(leaver))
        .filter(affiliation::Column::MemberId.in_subquery(active))
        .all(&transaction)
        .await?
        .into_iter()
        .map(|other| other.member_id)
        .collect();
    let primary_contact_id =
        follower("primary_contact_id", row.primary_contact_id, leaver, new.primary_contact_id, &others)?;
    let voter_id = follower("voter_id", row.voter_id, leaver, new.voter_id, &others)?;

    let (organisation_id, count, version) = (row.id, row.member_count, row.version);
    let mut change = row.into_active_model();
    change.primary_contact_id = Set(primary_contact_id);
    change.voter_id = Set(voter_id);
    change.member_count = Set((count - 1).max(0));
    change.version = Set(version.wrapping_add(1));
    change.updated_at = Set(now);
    change.update(&transaction).await?;
    let version = found.version;
    let mut change = found.into_active_model();
    change.status = Set("ended".into());
    change.ended_on = Set(Some(to_wire(now).date_naive().to_string()));
    change.version = Set(version.wrapping_add(1));
    change.update(&transaction).await?;
    show_another(&transaction, leaver, organisation_id).await?;
    deps.commit(transaction).await?;
    Ok(Ending { is_left_to_staff: others.is_empty() })
}

/// Who holds what the leaver may have held. While others stay, one of them must be named.
fn follower(
    field: &str,
    holder: Option<i64>,
    leaver: i64,
    named: Option<MemberId>,
    others: &[i64],
) -> Result<Option<i64>> {
    if holder != Some(leaver) {
        return Ok(holder);
    }
    match named {
        Some(MemberId(id)) if others.contains(&id) => Ok(Some(id)),
        Some(_) => Err(Error::field(field, "invalid", "Name somebody else who belongs to the organisation.")),
        None if others.is_empty() => Ok(None),
        None => Err(Error::field(field, "required", "Name who follows, from among those who stay.")),
    }
}

/// Shows another of the member's organisations with the name, when the one that was shown is the one left.
async fn show_another<C: ConnectionTrait>(connection: &C, member_id: i64, left: i64) -> Result<()> {
    let who = member::Entity::find_by_id(member_id).one(connection).await?.ok_or(Error::NotFound)?;
    if who.organisation_id != Some(left) {
        return Ok(());
    }
    let next = affiliation::Entity::find()
        .filter(affiliation::Column::MemberId.eq(member_id))
        .filter(affiliation::Column::Status.eq("active"))
        .order_by_asc(affiliation::Column::Id)
        .one(connection)
        .await?;
    let mut change = who.into_active_model();
    change.organisation_id = Set(next.map(|affiliation| affiliation.organisation_id));
    change.update(connection).await?;
    Ok(())
}
