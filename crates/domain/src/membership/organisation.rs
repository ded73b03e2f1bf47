//! Organisations: founding one, putting a library into its care, taking a person in. Each is done as part of a
//! transaction, and each keeps the counts that lists show.

use api_types::membership::AffiliationRole;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};

use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::text;
use entity::{affiliation, library, member, organisation};

/// What an organisation is founded with.
#[derive(Clone, Debug, Default)]
pub(super) struct Founding {
    /// `library`, `exploring`, `council` or `body`.
    pub(super) kind: String,
    /// Its name.
    pub(super) name: String,
    /// The nation, as stored.
    pub(super) nation: Option<String>,
    /// The region.
    pub(super) region: String,
    /// The library authority.
    pub(super) authority: String,
    /// The postcode.
    pub(super) postcode: String,
    /// The latitude in degrees.
    pub(super) latitude: Option<f64>,
    /// The longitude in degrees.
    pub(super) longitude: Option<f64>,
    /// How far a group that explores has got, as stored.
    pub(super) stage: Option<String>,
    /// Whether it sells to libraries.
    pub(super) sells: bool,
    /// Its number, as an org-id.
    pub(super) org_id: Option<String>,
    /// The member who brought it in.
    pub(super) referred_by: Option<i64>,
}

impl Founding {
    /// An organisation that runs a library, named and placed like it.
    #[must_use]
    pub(super) fn of_library(library: &library::Model) -> Self {
        Self {
            kind: "library".into(),
            name: library.name.clone(),
            nation: Some(library.nation.clone()),
            region: library.region.clone(),
            authority: library.authority.clone(),
            postcode: library.postcode.clone(),
            latitude: library.latitude,
            longitude: library.longitude,
            ..Self::default()
        }
    }
}

/// What an organisation is found by.
pub(super) fn search_text(name: &str, authority: &str, region: &str, postcode: &str) -> String {
    text::fold(&format!("{name} {authority} {region} {postcode} {}", postcode.replace(' ', "")))
}

/// Founds an organisation and gives its id.
pub(super) async fn found<C: ConnectionTrait>(deps: &Deps, connection: &C, founding: &Founding) -> Result<i64> {
    let now = deps.clock.now();
    // A number stands with one organisation only. Whoever gives another's is founded without it: staff see the
    // number in the application, and can put the people together.
    let org_id = match &founding.org_id {
        Some(number) => {
            let known =
                organisation::Entity::find().filter(organisation::Column::OrgId.eq(number)).one(connection).await?;
            if known.is_none() { Some(number.clone()) } else { None }
        }
        None => None,
    };
    let founded = organisation::ActiveModel {
        kind: Set(founding.kind.clone()),
        slug: Set(text::slug(&founding.name)),
        search_text: Set(search_text(&founding.name, &founding.authority, &founding.region, &founding.postcode)),
        name: Set(founding.name.clone()),
        nation: Set(founding.nation.clone()),
        region: Set(founding.region.clone()),
        authority: Set(founding.authority.clone()),
        postcode: Set(founding.postcode.clone()),
        latitude: Set(founding.latitude),
        longitude: Set(founding.longitude),
        stage: Set(founding.stage.clone()),
        sells: Set(founding.sells),
        org_id: Set(org_id),
        referred_by: Set(founding.referred_by),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    }
    .insert(connection)
    .await?;
    Ok(founded.id)
}

/// Puts a library into an organisation's care. One that is in another's care stays there: of two that claim
/// it at once, one is refused.
pub(super) async fn take_on<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    organisation_id: i64,
    library_id: i64,
) -> Result<()> {
    let taken = library::Entity::update_many()
        .col_expr(library::Column::OrganisationId, Expr::value(organisation_id))
        .col_expr(library::Column::ClaimedAt, Expr::value(deps.clock.now()))
        .filter(library::Column::Id.eq(library_id))
        .filter(library::Column::OrganisationId.is_null())
        .exec(connection)
        .await?;
    if taken.rows_affected != 1 {
        return Err(Error::Conflict(
            "Another organisation runs this library already. Ask to join it, or tell the network's staff if it is wrong.",
        ));
    }
    organisation::Entity::update_many()
        .col_expr(organisation::Column::LibraryCount, Expr::col(organisation::Column::LibraryCount).add(1))
        .filter(organisation::Column::Id.eq(organisation_id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Gives a library out of its organisation's care.
pub(super) async fn give_up<C: ConnectionTrait>(connection: &C, organisation_id: i64, library_id: i64) -> Result<()> {
    let given = library::Entity::update_many()
        .col_expr(library::Column::OrganisationId, Expr::value(None::<i64>))
        .col_expr(library::Column::ClaimedAt, Expr::value(None::<i64>))
        .filter(library::Column::Id.eq(library_id))
        .filter(library::Column::OrganisationId.eq(organisation_id))
        .exec(connection)
        .await?;
    if given.rows_affected != 1 {
        return Err(Error::Conflict("The organisation does not run this library any more."));
    }
    organisation::Entity::update_many()
        .col_expr(organisation::Column::LibraryCount, Expr::col(organisation::Column::LibraryCount).sub(1))
        .filter(organisation::Column::Id.eq(organisation_id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Takes a person into an organisation. The first one is its primary contact and its voter; a person's first
/// organisation is the one shown with the name.
pub(super) async fn take_in<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    organisation_id: i64,
    member_id: i64,
    role: AffiliationRole,
    decided_by: Option<i64>,
) -> Result<i64> {
    let now = deps.clock.now();
    let inserted = affiliation::ActiveModel {
        member_id: Set(member_id),
        organisation_id: Set(organisation_id),
        role: Set(role.as_str().into()),
        status: Set("active".into()),
        created_at: Set(now),
        decided_at: Set(Some(now)),
        decided_by: Set(decided_by),
        ..Default::default()
    }
    .insert(connection)
    .await;
    let made = inserted.map_err(|error| {
        if is_unique_violation(&error, &["uq_affiliations_open", "affiliations.member_id"]) {
            Error::Conflict("This person belongs to the organisation already.")
        } else {
            error.into()
        }
    })?;
    settle_in(connection, organisation_id, member_id).await?;
    Ok(made.id)
}

/// What an affiliation that has become active brings along: the counts, the first contact, the name's company.
pub(super) async fn settle_in<C: ConnectionTrait>(connection: &C, organisation_id: i64, member_id: i64) -> Result<()> {
    organisation::Entity::update_many()
        .col_expr(organisation::Column::MemberCount, Expr::col(organisation::Column::MemberCount).add(1))
        .filter(organisation::Column::Id.eq(organisation_id))
        .exec(connection)
        .await?;
    for column in [organisation::Column::PrimaryContactId, organisation::Column::VoterId] {
        organisation::Entity::update_many()
            .col_expr(column, Expr::value(member_id))
            .filter(organisation::Column::Id.eq(organisation_id))
            .filter(column.is_null())
            // What somebody left without a successor is staff's to give, not whoever comes next's to have.
            .filter(organisation::Column::MemberCount.eq(1))
            .exec(connection)
            .await?;
    }
    member::Entity::update_many()
        .col_expr(member::Column::OrganisationId, Expr::value(organisation_id))
        .filter(member::Column::Id.eq(member_id))
        .filter(member::Column::OrganisationId.is_null())
        .exec(connection)
        .await?;
    Ok(())
}
