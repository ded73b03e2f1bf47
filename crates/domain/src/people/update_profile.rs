//! Changes the caller's own profile.

use api_types::people::{Audience, Profile, ProfilePatch};
use entity::member;
use object_store::ObjectStoreExt;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

use super::access::{lists_skills, search_text, visibility_of};
use super::profile::to_profile;
use super::{picture, skills};
use crate::accounts::access::Signed;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::text;

/// Changes the profile that was read at `version`; what is absent stays, an empty text takes away. What the member
/// is found by follows from what members may see.
pub async fn update_profile(deps: &Deps, signed: &Signed, version: i32, patch: &ProfilePatch) -> Result<Profile> {
    let found = member::Entity::find_by_id(signed.id.0).one(&deps.read).await?.ok_or(Error::Unauthenticated)?;
    if found.version != version {
        return Err(Error::EditConflict);
    }
    let mut next = found.clone();
    if let Some(about) = &patch.about {
        next.about = if about.trim().is_empty() { String::new() } else { text::lines("about", about)? };
        // Rendering is slow: it is done before the transaction.
        next.about_html = if next.about.is_empty() { String::new() } else { text::render(&next.about).await?.html };
    }
    if patch.telephone.is_some() {
        next.telephone = text::optional_line("telephone", patch.telephone.as_ref())?;
    }
    if patch.languages.is_some() {
        next.languages = text::optional_line("languages", patch.languages.as_ref())?.unwrap_or_default();
    }
    let visibility = patch.visibility.unwrap_or_else(|| visibility_of(&found));
    next.visibility =
        serde_json::to_string(&visibility).map_err(|error| Error::internal("writing a profile", error))?;
    let mut chosen = skills::of(&deps.read, [found.id]).await?.remove(&found.id).unwrap_or_default();
    if let Some(offered) = &patch.skills_offered {
        chosen.offered = skills::tidy("skills_offered", offered)?;
    }
    if let Some(wanted) = &patch.skills_wanted {
        chosen.wanted = skills::tidy("skills_wanted", wanted)?;
    }
    next.search_text = search_text(&next, &chosen.all());
    let moved = match &found.picture_key {
        Some(key) if is_narrower(visibility.picture, visibility_of(&found).picture) => Some(moved(deps, key).await?),
        _ => None,
    };

    let transaction = deps.begin().await?;
    let row = member::Entity::find_by_id(signed.id.0)
        .lock_exclusive()
        .one(&transaction)
        .await?
        .ok_or(Error::Unauthenticated)?;
    if row.version != version || row.picture_key != found.picture_key || row.name != found.name {
        if let Some(key) = &moved {
            picture::remove(deps, key).await;
        }
        return Err(Error::EditConflict);
    }
    let mut change = row.into_active_model();
    change.about = Set(next.about);
    change.about_html = Set(next.about_html);
    change.telephone = Set(next.telephone);
    change.languages = Set(next.languages);
    change.visibility = Set(next.visibility);
    change.search_text = Set(next.search_text);
    if let Some(key) = &moved {
        change.picture_key = Set(Some(key.clone()));
    }
    change.version = Set(version.wrapping_add(1));
    let changed = change.update(&transaction).await?;
    skills::replace(&transaction, changed.id, &chosen, lists_skills(visibility)).await?;
    deps.commit(transaction).await?;
    if let (Some(_), Some(before)) = (moved, &found.picture_key) {
        picture::remove(deps, before).await;
    }
    let kept = skills::of(&deps.read, [changed.id]).await?.remove(&changed.id).unwrap_or_default();
    Ok(to_profile(changed, kept))
}

/// Whether an audience is narrower than the one before.
fn is_narrower(now: Audience, before: Audience) -> bool {
    let width = |audience| Audience::ALL.iter().position(|one| *one == audience);
    width(now) > width(before)
}

/// The same picture at another address, which those who knew the one before do not know.
async fn moved(deps: &Deps, key: &str) -> Result<String> {
    let failed = |error| Error::internal("moving a picture", error);
    let bytes = deps.files.get(&picture::place(key)).await.map_err(failed)?.bytes().await.map_err(failed)?;
    picture::keep(deps, bytes).await
}
