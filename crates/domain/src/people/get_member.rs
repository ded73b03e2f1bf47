//! Gets a member's page.

use std::collections::HashMap;

use api_types::people::{Member, MemberOrganisation};
use api_types::{MemberId, OrganisationId};
use entity::{affiliation, member, organisation};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::access::{Seen, Viewer, is_listed};
use super::skills;
use crate::accounts::access::Actor;
use crate::accounts::role_of;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::people::summaries;
use crate::membership::queries::part_of;

/// How many organisations are told: nobody belongs to more.
const ORGANISATIONS: u64 = 100;

/// The member, as far as the caller may see. For strangers somebody who shows them nothing is not there, so that
/// nobody learns who is a member by counting up; neither are applicants and suspended accounts, but for staff.
pub async fn get_member(deps: &Deps, actor: &Actor, id: MemberId) -> Result<Member> {
    let row = member::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let viewer = Viewer::of(actor, &row);
    if !is_listed(&row) && viewer != Viewer::Staff {
        return Err(Error::NotFound);
    }
    let seen = Seen::by(viewer, &row);
    let skills = skills::of(&deps.read, [row.id]).await?.remove(&row.id).unwrap_or_default();
    if viewer == Viewer::Stranger && seen.is_nothing(!skills.is_empty()) {
        return Err(Error::NotFound);
    }
    let skills = if seen.skills { skills } else { skills::Skills::default() };
    let organisations = if seen.organisations { organisations_of(deps, row.id).await? } else { Vec::new() };
    let summary = summaries(&deps.read, [row.id]).await?.remove(&row.id).ok_or(Error::NotFound)?;
    Ok(Member {
        summary,
        picture: seen.picture,
        about_html: seen.about_html,
        languages: seen.languages,
        email: seen.email,
        telephone: seen.telephone,
        skills_offered: skills.offered,
        skills_wanted: skills.wanted,
        organisations,
        role: (viewer == Viewer::Staff).then(|| role_of(&row.role)),
        is_own: viewer == Viewer::Own,
    })
}

/// The organisations that a member belongs to.
async fn organisations_of(deps: &Deps, member_id: i64) -> Result<Vec<MemberOrganisation>> {
    let rows = affiliation::Entity::find()
        .filter(affiliation::Column::MemberId.eq(member_id))
        .filter(affiliation::Column::Status.eq("active"))
        .order_by_asc(affiliation::Column::Id)
        .limit(ORGANISATIONS)
        .all(&deps.read)
        .await?;
    let names: HashMap<i64, String> = organisation::Entity::find()
        .filter(organisation::Column::Id.is_in(rows.iter().map(|row| row.organisation_id)))
        .all(&deps.read)
        .await?
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            let name = names.get(&row.organisation_id)?.clone();
            Some(MemberOrganisation { id: OrganisationId(row.organisation_id), name, role: part_of(&row.role) })
        })
        .collect())
}
