//! Gets a member's referral link and what came of it.

use api_types::OrganisationId;
use api_types::growth::{Referral, ReferredOrganisation};
use entity::{application, member, organisation};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::referral::new_code;
use crate::accounts::access::Signed;
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// How many organisations are told.
const ORGANISATIONS: u64 = 100;

/// The member's link, whose code is made when it is first asked for, and the organisations that joined with it.
/// Who applies with it is told as a number only: that is between the applicant and staff.
pub async fn get_my_referral(deps: &Deps, signed: &Signed) -> Result<Referral> {
    let code = match code_of(deps, signed).await? {
        Some(code) => code,
        None => make(deps, signed).await?,
    };
    let waiting = application::Entity::find()
        .filter(application::Column::ReferredBy.eq(signed.id.0))
        .filter(application::Column::Status.is_in(["submitted", "needs_answer"]))
        .count(&deps.read)
        .await?;
    let organisations = organisation::Entity::find()
        .filter(organisation::Column::ReferredBy.eq(signed.id.0))
        .order_by_desc(organisation::Column::Id)
        .limit(ORGANISATIONS)
        .all(&deps.read)
        .await?;
    Ok(Referral {
        link: format!("{}/join?from={code}", deps.options.base_url),
        code,
        waiting_count: i64::try_from(waiting).unwrap_or(i64::MAX),
        organisations: organisations
            .into_iter()
            .map(|row| ReferredOrganisation {
                id: OrganisationId(row.id),
                slug: row.slug,
                name: row.name,
                joined_at: to_wire(row.created_at),
            })
            .collect(),
    })
}

async fn code_of(deps: &Deps, signed: &Signed) -> Result<Option<String>> {
    let row = member::Entity::find_by_id(signed.id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    Ok(row.referral_code)
}

/// Gives the member a code, unless another request has given one meanwhile.
async fn make(deps: &Deps, signed: &Signed) -> Result<String> {
    let code = new_code()?;
    let transaction = deps.begin().await?;
    member::Entity::update_many()
        .col_expr(member::Column::ReferralCode, Expr::value(code))
        .filter(member::Column::Id.eq(signed.id.0))
        .filter(member::Column::ReferralCode.is_null())
        .exec(&transaction)
        .await?;
    let row = member::Entity::find_by_id(signed.id.0).one(&transaction).await?.ok_or(Error::NotFound)?;
    deps.commit(transaction).await?;
    row.referral_code.ok_or_else(|| Error::internal("making a referral code", "none was kept"))
}
