//! Changes an organisation.

use api_types::OrganisationId;
use api_types::membership::{Organisation, OrganisationPatch};
use entity::{library, organisation};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};

use super::{access, get_organisation, organisation_number, register};
use crate::accounts::access::{Actor, Signed};
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::resources::address;
use crate::text;

/// Changes an organisation that was read at `version`; what is absent stays, an empty text takes away.
pub async fn update_organisation(
    deps: &Deps,
    signed: &Signed,
    id: OrganisationId,
    version: i32,
    patch: &OrganisationPatch,
) -> Result<Organisation> {
    let found = organisation::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    if !access::may_edit(signed, &found) {
        return Err(signed.refused());
    }
    let mut next = found.clone();
    tidy(patch, &mut next)?;
    if next.about != found.about {
        // Rendering is slow: it is done before the transaction.
        next.about_html = if next.about.is_empty() { String::new() } else { text::render(&next.about).await?.html };
        next.renderer_version = text::RENDERER_VERSION;
    }
    if next.postcode != found.postcode {
        // The register tells where a postcode is; one that it does not have is nowhere on the map.
        let there = library::Entity::find()
            .filter(library::Column::Postcode.eq(&next.postcode))
            .filter(library::Column::Latitude.is_not_null())
            .one(&deps.read)
            .await?;
        next.latitude = there.as_ref().and_then(|library| library.latitude);
        next.longitude = there.as_ref().and_then(|library| library.longitude);
    }
    let place = access::place(&next);
    next.search_text = super::organisation::search_text(&next.name, &next.authority, &next.region, &place.postcode);

    let transaction = deps.begin().await?;
    let row =
        organisation::Entity::find_by_id(id.0).lock_exclusive().one(&transaction).await?.ok_or(Error::NotFound)?;
    if row.version != version || row.version != found.version {
        return Err(Error::EditConflict);
    }
    if !access::may_edit(signed, &row) {
        return Err(signed.refused());
    }
    let mut change = row.into_active_model();
    change.name = Set(next.name);
    change.slug = Set(next.slug);
    change.about = Set(next.about);
    change.about_html = Set(next.about_html);
    change.renderer_version = Set(next.renderer_version);
    change.website = Set(next.website);
    change.org_id = Set(next.org_id);
    change.legal_form = Set(next.legal_form);
    change.model = Set(next.model);
    change.nation = Set(next.nation);
    change.region = Set(next.region);
    change.authority = Set(next.authority);
    change.postcode = Set(next.postcode);
    change.latitude = Set(next.latitude);
    change.longitude = Set(next.longitude);
    change.exactness = Set(next.exactness);
    change.search_text = Set(next.search_text);
    change.version = Set(version.wrapping_add(1));
    change.updated_at = Set(deps.clock.now());
    change.update(&transaction).await.map_err(|error| {
        if is_unique_violation(&error, &["uq_organisations_org_id", "organisations.org_id"]) {
            Error::field(
                "number",
                "taken",
                "Another organisation of the network has this number. Check it, or tell the network's staff.",
            )
        } else {
            error.into()
        }
    })?;
    deps.commit(transaction).await?;
    get_organisation(deps, &Actor::Signed(signed.clone()), id).await
}

/// Puts what the patch says into the row.
fn tidy(patch: &OrganisationPatch, next: &mut organisation::Model) -> Result<()> {
    let line = |field: &str, value: &Option<String>, before: &mut String| -> Result<()> {
        if value.is_some() {
            *before = text::optional_line(field, value.as_ref())?.unwrap_or_default();
        }
        Ok(())
    };
    if let Some(name) = &patch.name {
        next.name = text::line("name", name)?;
        next.slug = text::slug(&next.name);
    }
    if let Some(about) = &patch.about {
        next.about = if about.trim().is_empty() { String::new() } else { text::lines("about", about)? };
    }
    if let Some(website) = &patch.website {
        next.website = if website.trim().is_empty() { None } else { Some(address_of(website)?) };
    }
    if let Some(number) = &patch.number {
        next.org_id = text::optional_line("number", Some(number))?
            .map(|number| {
                organisation_number::parse(&number).map_err(|message| Error::field("number", "invalid", &message))
            })
            .transpose()?;
    }
    if let Some(form) = patch.legal_form {
        next.legal_form = Some(form.as_str().into());
    }
    if let Some(model) = patch.model {
        next.model = Some(model.as_str().into());
    }
    if let Some(nation) = patch.nation {
        next.nation = Some(nation.as_str().into());
    }
    line("region", &patch.region, &mut next.region)?;
    line("authority", &patch.authority, &mut next.authority)?;
    if let Some(postcode) = &patch.postcode {
        next.postcode = if postcode.trim().is_empty() {
            String::new()
        } else {
            register::postcode(postcode).map_err(|message| Error::field("postcode", "invalid", &message))?
        };
    }
    if let Some(exactness) = patch.exactness {
        next.exactness = exactness.as_str().into();
    }
    Ok(())
}

/// A website's address; people leave out how it begins.
fn address_of(typed: &str) -> Result<String> {
    let typed = typed.trim();
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    address(&whole).map_err(|_| {
        Error::field("website", "invalid", "Type the website's address, such as https://library.example.org.")
    })
}
