//! Leaving a space, and taking back the wish to belong to it.

use api_types::{MemberId, SpaceId};
use entity::space_member;
use sea_orm::{EntityTrait, ModelTrait};

use super::queries::{count_members, locked, require_moderator};
use crate::accounts::access::Signed;
use crate::audit::{self, Act, Subject};
use crate::{Deps, Error, Result, outbox};

/// Ends somebody's part in a space: one's own, or another's, for those who decide who belongs to it.
pub async fn end_space_membership(deps: &Deps, signed: &Signed, id: SpaceId, who: MemberId) -> Result<()> {
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    let found = locked(&tx, signed, id).await?;
    let is_own = who == signed.id;
    if !is_own {
        require_moderator(signed, &found)?;
    }
    let row = space_member::Entity::find_by_id((id.0, who.0)).one(&tx).await?.ok_or(Error::NotFound)?;
    if row.status == "active" {
        count_members(&tx, id.0, -1).await?;
    }
    row.delete(&tx).await?;
    if !is_own {
        let act = Act {
            action: "end_space_membership",
            subject: Subject::Space(id.0),
            detail: format!("member={who}"),
            reason: "",
        };
        audit::record(deps, &tx, signed, act).await?;
    }
    deps.commit(tx).await
}
