//! Tells how far the network covers the country.

use std::collections::BTreeMap;

use api_types::growth::{Coverage, CoverageCounts, CoverageOf, MonthJoined, Referrer};
use api_types::membership::Nation;
use chrono::{Datelike, Months, NaiveDate};
use entity::{library, organisation};
use sea_orm::sea_query::{Expr, Order};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};

use super::prospect::{day_of, prospects, status};
use crate::admin;
use crate::deps::Deps;
use crate::error::Result;
use crate::membership::people;
use crate::membership::queries::nation_of;

/// How many months are told.
const MONTHS: u32 = 12;
/// How many members who brought others in are told.
const REFERRERS: u64 = 10;

/// Libraries of one authority with one status.
#[derive(FromQueryResult)]
struct Counted {
    nation: String,
    region: String,
    authority: String,
    status: String,
    libraries: i64,
    community_managed: i64,
}

/// The coverage by nation, region and authority, the libraries that joined in each month, and who brought them in:
/// five queries.
pub async fn get_coverage(deps: &Deps) -> Result<Coverage> {
    let now = deps.clock.now();
    let goal = admin::network_goal(&deps.read).await?;
    let rows: Vec<Counted> = prospects()
        .select_only()
        .columns([library::Column::Nation, library::Column::Region, library::Column::Authority])
        .column_as(status(now), "status")
        .column_as(library::Column::Id.count(), "libraries")
        .column_as(Expr::cust("SUM(CASE WHEN libraries.is_community_managed THEN 1 ELSE 0 END)"), "community_managed")
        .filter(library::Column::IsClosed.eq(false))
        .group_by(library::Column::Nation)
        .group_by(library::Column::Region)
        .group_by(library::Column::Authority)
        .group_by(status(now))
        .into_model()
        .all(&deps.read)
        .await?;
    let mut all = CoverageCounts::default();
    let (mut nations, mut regions, mut authorities) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for row in &rows {
        let nation = order_of(nation_of(&row.nation));
        add(&mut all, row);
        add(nations.entry((nation, "", "")).or_default(), row);
        add(regions.entry((nation, row.region.as_str(), "")).or_default(), row);
        add(authorities.entry((nation, row.region.as_str(), row.authority.as_str())).or_default(), row);
    }
    // A place without a name is in its nation's row already.
    regions.retain(|(_, region, _), _| !region.is_empty());
    authorities.retain(|(_, _, authority), _| !authority.is_empty());
    Ok(Coverage {
        goal,
        all: shared(all),
        nations: listed(nations),
        regions: listed(regions),
        authorities: listed(authorities),
        months: months(&deps.read, day_of(now)).await?,
        referrers: referrers(&deps.read).await?,
    })
}

/// The place of a nation in lists.
fn order_of(nation: Nation) -> usize {
    NATIONS.iter().position(|one| *one == nation).unwrap_or_default()
}

const NATIONS: [Nation; 4] = [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];

fn add(counts: &mut CoverageCounts, row: &Counted) {
    counts.libraries += row.libraries;
    counts.community_managed += row.community_managed;
    match row.status.as_str() {
        "active" | "joined" => counts.joined += row.libraries,
        "applied" => counts.applied += row.libraries,
        "contacted" => counts.contacted += row.libraries,
        _ => {}
    }
}

fn shared(counts: CoverageCounts) -> CoverageCounts {
    CoverageCounts { share: counts.joined * 100 / counts.libraries.max(1), ..counts }
}

fn listed(counts: BTreeMap<(usize, &str, &str), CoverageCounts>) -> Vec<CoverageOf> {
    counts
        .into_iter()
        .map(|((nation, region, authority), counts)| CoverageOf {
            nation: NATIONS[nation],
            region: region.into(),
            authority: authority.into(),
            counts: shared(counts),
        })
        .collect()
}

/// How many libraries joined in each of the last months. One that has left since is not counted.
async fn months<C: ConnectionTrait>(connection: &C, today: NaiveDate) -> Result<Vec<MonthJoined>> {
    let this = today.with_day(1).unwrap_or(today);
    let first = this.checked_sub_months(Months::new(MONTHS - 1)).unwrap_or(this);
    let since = first.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis();
    let joined: Vec<Option<i64>> = library::Entity::find()
        .select_only()
        .column(library::Column::ClaimedAt)
        .filter(library::Column::OrganisationId.is_not_null())
        .filter(library::Column::ClaimedAt.gte(since))
        .into_tuple()
        .all(connection)
        .await?;
    let mut counts: BTreeMap<NaiveDate, i64> =
        (0..MONTHS).filter_map(|month| Some((first.checked_add_months(Months::new(month))?, 0))).collect();
    for day in joined.into_iter().flatten().map(day_of) {
        if let Some(count) = day.with_day(1).and_then(|month| counts.get_mut(&month)) {
            *count += 1;
        }
    }
    Ok(counts.into_iter().map(|(month, joined)| MonthJoined { month, joined }).collect())
}

/// The members who brought in most organisations.
async fn referrers<C: ConnectionTrait>(connection: &C) -> Result<Vec<Referrer>> {
    let rows: Vec<(i64, i64)> = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::ReferredBy)
        .column_as(organisation::Column::Id.count(), "organisations")
        .filter(organisation::Column::ReferredBy.is_not_null())
        .group_by(organisation::Column::ReferredBy)
        .order_by(organisation::Column::Id.count(), Order::Desc)
        .order_by_asc(organisation::Column::ReferredBy)
        .limit(REFERRERS)
        .into_tuple()
        .all(connection)
        .await?;
    let people = people::summaries(connection, rows.iter().map(|(id, _)| *id)).await?;
    Ok(rows
        .into_iter()
        .filter_map(|(id, organisation_count)| Some(Referrer { member: people.get(&id)?.clone(), organisation_count }))
        .collect())
}
