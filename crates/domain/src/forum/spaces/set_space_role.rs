//! Making somebody a moderator of a space, or a plain member of it.

use api_types::forum::NewSpaceRole;
use api_types::{MemberId, SpaceId};
use entity::{member, space_member};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};

use super::queries::{count_members, locked};
use crate::accounts::access::Signed;
use crate::audit::{self, Act, Subject};
use crate::{Deps, Error, Result, outbox};

/// Gives somebody a role in a space, for administrators; whoever does not belong to it yet does from then on.
pub async fn set_space_role(
    deps: &Deps,
    signed: &Signed,
    id: SpaceId,
    who: MemberId,
    new: &NewSpaceRole,
) -> Result<()> {
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    locked(&tx, signed, id).await?;
    let found = member::Entity::find_by_id(who.0).one(&tx).await?.ok_or(Error::NotFound)?;
    if found.is_suspended || found.role == "applicant" {
        return Err(Error::Conflict("Only members of the network can belong to a space."));
    }
    let role = new.role.as_str();
    if let Some(row) = space_member::Entity::find_by_id((id.0, who.0)).one(&tx).await? {
        if row.status != "active" {
            count_members(&tx, id.0, 1).await?;
        }
        let mut change = row.into_active_model();
        change.role = Set(role.into());
        change.status = Set("active".into());
        change.update(&tx).await?;
    } else {
        space_member::ActiveModel {
            space_id: Set(id.0),
            member_id: Set(who.0),
            role: Set(role.into()),
            status: Set("active".into()),
            message: Set(String::new()),
            created_at: Set(deps.clock.now()),
        }
        .insert(&tx)
        .await?;
        count_members(&tx, id.0, 1).await?;
    }
    let act = Act {
        action: "set_space_role",
        subject: Subject::Space(id.0),
        detail: format!("member={who} role={role}"),
        reason: "",
    };
    audit::record(deps, &tx, signed, act).await?;
    deps.commit(tx).await
}
