//! Making a space.

use api_types::forum::{NewSpace, Space};
use entity::space;
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::queries::space_of;
use crate::accounts::access::{Actor, Signed};
use crate::audit::{self, Act, Subject};
use crate::constraint::is_unique_violation;
use crate::{Deps, Error, Result, outbox, text};

/// Makes a space, for administrators.
pub async fn create_space(deps: &Deps, signed: &Signed, new: &NewSpace) -> Result<Space> {
    let name = text::line("name", &new.name)?;
    let description = text::optional_lines("description", &new.description)?;
    let mut slug = text::slug(&name);
    // The address of a space is never a number, which would be the id of another one; nor that of the page that makes one.
    if slug.is_empty() || slug == "new" || slug.chars().all(|sign| sign.is_ascii_digit()) {
        slug = format!("space-{slug}");
    }
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    let inserted = space::ActiveModel {
        slug: Set(slug),
        name: Set(name),
        description: Set(description),
        access: Set(new.access.as_str().into()),
        thread_count: Set(0),
        member_count: Set(0),
        slow_mode_seconds: Set(new.slow_mode_seconds),
        created_at: Set(deps.clock.now()),
        version: Set(1),
        ..Default::default()
    }
    .insert(&tx)
    .await;
    let row = inserted.map_err(|error| {
        if is_unique_violation(&error, &["uq_spaces_slug", "spaces.slug"]) {
            Error::field("name", "taken", "There is a space with this name. Choose another one.")
        } else {
            error.into()
        }
    })?;
    let act = Act {
        action: "create_space",
        subject: Subject::Space(row.id),
        detail: format!("access={}", row.access),
        reason: "",
    };
    audit::record(deps, &tx, signed, act).await?;
    deps.commit(tx).await?;
    space_of(deps, &Actor::Signed(signed.clone()), row).await
}
