//! Gets an organisation.

use api_types::OrganisationId;
use api_types::membership::{AffiliationStatus, LegalForm, OperatingModel, Organisation, OrganisationViewer};
use entity::{affiliation, library, organisation};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::queries::{library_of, organisation_of};
use super::{access, people};
use crate::accounts::access::Actor;
use crate::deps::Deps;
use crate::error::{Error, Result};

/// How many libraries are told: no organisation of the network runs more.
const LIBRARIES: u64 = 100;

/// The organisation with its libraries, and what the caller may see of its people.
pub async fn get_organisation(deps: &Deps, actor: &Actor, id: OrganisationId) -> Result<Organisation> {
    let row = organisation::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let libraries = library::Entity::find()
        .filter(library::Column::OrganisationId.eq(id.0))
        .order_by_asc(library::Column::Name)
        .order_by_asc(library::Column::Id)
        .limit(LIBRARIES)
        .all(&deps.read)
        .await?;
    let can_edit = access::viewer_may_edit(actor, &row);
    let can_see_people = access::may_see_people(actor);
    let affiliation = match actor.id() {
        Some(member_id) => affiliation::Entity::find()
            .filter(affiliation::Column::OrganisationId.eq(id.0))
            .filter(affiliation::Column::MemberId.eq(member_id.0))
            .filter(affiliation::Column::Status.is_in(["requested", "active"]))
            .one(&deps.read)
            .await?
            .map(|row| people::status_of(&row.status)),
        None => None,
    };
    let holders: Vec<i64> =
        if can_see_people { row.primary_contact_id.into_iter().chain(row.voter_id).collect() } else { Vec::new() };
    let people = people::summaries(&deps.read, holders).await?;
    let of = |id: Option<i64>| id.and_then(|id| people.get(&id).cloned());
    let mut summary = organisation_of(&row);
    if can_edit {
        // Who may change where it is must see what is stored.
        summary.postcode.clone_from(&row.postcode);
        summary.latitude = row.latitude;
        summary.longitude = row.longitude;
    }
    Ok(Organisation {
        summary,
        about: row.about,
        about_html: row.about_html,
        website: row.website,
        number: row.org_id,
        legal_form: row.legal_form.as_deref().and_then(LegalForm::named),
        model: row.model.as_deref().and_then(OperatingModel::named),
        exactness: access::exactness_of(&row.exactness),
        libraries: libraries.into_iter().map(library_of).collect(),
        primary_contact: of(row.primary_contact_id),
        voter: of(row.voter_id),
        viewer: OrganisationViewer {
            can_edit,
            can_see_people,
            affiliation: affiliation
                .filter(|status| matches!(status, AffiliationStatus::Requested | AffiliationStatus::Active)),
        },
        version: row.version,
    })
}
