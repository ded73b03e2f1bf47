//! Deciding on a wish to belong to a space.

use api_types::forum::{NewSpaceDecision, SpaceOutcome};
use api_types::{MemberId, SpaceId};
use entity::{member, space_member};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, ModelTrait};

use super::queries::{count_members, locked, require_moderator};
use crate::accounts::access::Signed;
use crate::audit::{self, Act, Subject};
use crate::forum::mails;
use crate::membership::mails::Envelope;
use crate::outbox::{self, Event};
use crate::{Deps, Error, Result};

/// Lets somebody in who has asked, or declines it; once. The one who asked is mailed.
pub async fn decide_space_request(
    deps: &Deps,
    signed: &Signed,
    id: SpaceId,
    asker: MemberId,
    new: &NewSpaceDecision,
) -> Result<()> {
    let tx = deps.begin().await?;
    outbox::lock(&tx).await?;
    let found = locked(&tx, signed, id).await?;
    require_moderator(signed, &found)?;
    let wish = space_member::Entity::find_by_id((id.0, asker.0)).one(&tx).await?;
    let wish = wish.filter(|wish| wish.status == "asked").ok_or(Error::Conflict(
        "Somebody has decided on this already, or it was taken back. Open the page again to see.",
    ))?;
    let who = member::Entity::find_by_id(asker.0).one(&tx).await?.ok_or(Error::NotFound)?;
    let is_accepted = new.outcome == SpaceOutcome::Accepted;
    if is_accepted && who.is_suspended {
        return Err(Error::Conflict("This person's account is suspended. Ask the network's staff."));
    }
    if is_accepted {
        let mut change = wish.into_active_model();
        change.status = Set("active".into());
        change.created_at = Set(deps.clock.now());
        change.update(&tx).await?;
        count_members(&tx, id.0, 1).await?;
    } else {
        wish.delete(&tx).await?;
    }
    if !who.is_suspended {
        let to = Envelope::member(&deps.options.base_url, &who);
        let mail = if is_accepted {
            mails::let_in(&to, &found.space.name, &found.space.slug)
        } else {
            mails::not_let_in(&to, &found.space.name)
        };
        outbox::push(deps, &tx, &Event::Mail(mail)).await?;
    }
    let act = Act {
        action: "decide_space_request",
        subject: Subject::Space(id.0),
        detail: format!("member={asker} outcome={}", if is_accepted { "accepted" } else { "declined" }),
        reason: "",
    };
    audit::record(deps, &tx, signed, act).await?;
    deps.commit(tx).await
}
