//! Lists members.

use api_types::Page;
use api_types::people::{Direction, MemberEntry, MemberQuery};
use entity::{affiliation, member, member_skill, organisation};
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::access::{Seen, Viewer};
use super::skills::{self, key_of};
use crate::cursor;
use crate::deps::Deps;
use crate::error::Result;
use crate::membership::{listing, people};

/// A page of the members in whom every word occurs, by name: for members, and as members see them. Applicants and
/// suspended accounts are not listed; what somebody hides from members finds nobody, whoever looks.
pub async fn list_members(deps: &Deps, query: &MemberQuery) -> Result<Page<MemberEntry>> {
    let limit = cursor::limit(query.limit);
    let mut select = member::Entity::find()
        .filter(member::Column::IsSuspended.eq(false))
        .filter(member::Column::Role.ne("applicant"))
        .filter(listing::every_word(member::Column::SearchText, query.q.as_deref()));
    if let Some(belonging) = belonging(query) {
        select = select.filter(member::Column::Id.in_subquery(belonging));
    }
    if let Some(skill) = listing::wanted(query.skill.as_ref()) {
        let direction = query.direction.unwrap_or(Direction::Offered);
        let skilled = Query::select()
            .column(member_skill::Column::MemberId)
            .from(member_skill::Entity)
            .and_where(member_skill::Column::SkillKey.eq(key_of(&skill)))
            .and_where(member_skill::Column::Direction.eq(direction.as_str()))
            .and_where(member_skill::Column::IsListed.eq(true))
            .to_owned();
        select = select.filter(member::Column::Id.in_subquery(skilled));
    }
    if let Some(after) = &query.after {
        let [id] = cursor::decode(after)?;
        let last = member::Entity::find_by_id(id).one(&deps.read).await?.ok_or_else(listing::no_such_cursor)?;
        select = select.filter(listing::after(member::Column::Name, member::Column::Id, &last.name, last.id));
    }
    let mut rows = select
        .order_by_asc(member::Column::Name)
        .order_by_asc(member::Column::Id)
        .limit(limit + 1)
        .all(&deps.read)
        .await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.id]);
    let mut summaries = people::summaries(&deps.read, rows.iter().map(|row| row.id)).await?;
    let mut skills = skills::of(&deps.read, rows.iter().map(|row| row.id)).await?;
    let items = rows
        .into_iter()
        .filter_map(|row| {
            let seen = Seen::by(Viewer::Member, &row);
            let skills = skills.remove(&row.id).filter(|_| seen.skills).unwrap_or_default();
            Some(MemberEntry {
                summary: summaries.remove(&row.id)?,
                picture: seen.picture,
                skills_offered: skills.offered,
                skills_wanted: skills.wanted,
            })
        })
        .collect();
    Ok(Page { items, next, total: None })
}

/// Those who belong to an organisation of the nation, region and kind that are asked for, if any are.
fn belonging(query: &MemberQuery) -> Option<SelectStatement> {
    let region = listing::wanted(query.region.as_ref());
    if query.nation.is_none() && query.kind.is_none() && region.is_none() {
        return None;
    }
    let mut organisations = Query::select();
    organisations.column(organisation::Column::Id).from(organisation::Entity);
    if let Some(nation) = query.nation {
        organisations.and_where(organisation::Column::Nation.eq(nation.as_str()));
    }
    if let Some(kind) = query.kind {
        organisations.and_where(organisation::Column::Kind.eq(kind.as_str()));
    }
    if let Some(region) = region {
        organisations.and_where(organisation::Column::Region.eq(region));
    }
    Some(
        Query::select()
            .column(affiliation::Column::MemberId)
            .from(affiliation::Entity)
            .and_where(affiliation::Column::Status.eq("active"))
            .and_where(affiliation::Column::OrganisationId.in_subquery(organisations))
            .to_owned(),
    )
}
