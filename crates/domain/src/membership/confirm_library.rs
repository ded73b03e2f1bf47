//! Decides on a library that a member added.

use api_types::LibraryId;
use api_types::membership::{LibraryOutcome, NewLibraryDecision};
use entity::{library, member};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, ModelTrait, QuerySelect};

use super::library_mails;
use super::mails::Envelope;
use super::queries::language_of;
use super::register::key_of;
use crate::admin;
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};

/// Confirms a library that a member added, or takes it out again; the member is mailed.
pub async fn confirm_library(deps: &Deps, id: LibraryId, new: &NewLibraryDecision) -> Result<()> {
    let network = admin::network_name(&deps.read).await?;
    let transaction = deps.begin().await?;
    outbox::lock(&transaction).await?;
    let row = library::Entity::find_by_id(id.0).lock_exclusive().one(&transaction).await?.ok_or(Error::NotFound)?;
    if row.is_confirmed {
        return Err(Error::Conflict("This library stands in the register already."));
    }
    let adder = match row.added_by {
        Some(adder) => member::Entity::find_by_id(adder).one(&transaction).await?,
        None => None,
    };
    let name = row.name.clone();
    let is_confirmed = new.outcome == LibraryOutcome::Confirmed;
    if is_confirmed {
        let key = key_of(&row.name, &row.postcode);
        let mut change = row.into_active_model();
        change.register_key = Set(key);
        change.is_confirmed = Set(true);
        change.updated_at = Set(deps.clock.now());
        change.update(&transaction).await.map_err(|error| {
            if is_unique_violation(&error, &["uq_libraries_register_key", "libraries.register_key"]) {
                Error::Conflict("The register has this library already. Decline this one.")
            } else {
                error.into()
            }
        })?;
    } else {
        row.delete(&transaction).await?;
    }
    if let Some(adder) = adder {
        let to = Envelope {
            base_url: &deps.options.base_url,
            network: &network,
            name: &adder.name,
            email: &adder.email,
            language: language_of(&adder.language),
        };
        let mail =
            if is_confirmed { library_mails::confirmed(&to, &name, id.0) } else { library_mails::declined(&to, &name) };
        outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    }
    deps.commit(transaction).await
}
