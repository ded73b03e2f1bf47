//! Invitations: finding one by its secret, taking it up, and how it stands on the wire. The application form takes
//! up those that lead to it.

use api_types::accounts::MemberSummary;
use api_types::membership::{Invitation, InvitationStatus};
use api_types::{InvitationId, OrganisationId};
use entity::{affiliation, invitation, member, organisation};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::queries::part_of;
use crate::accounts::{hashed, role_of};
use crate::clock::to_wire;
use crate::deps::Deps;
use crate::error::{Error, Result};
use api_types::accounts::Role;

/// How long an invitation can be taken up, in milliseconds: fourteen days.
pub(super) const GOOD_FOR: i64 = 14 * 24 * 60 * 60 * 1000;

/// The invitation with a secret, while it is good; does not use it up.
///
/// It speaks for the one who sent it: who was suspended, or has left the organisation, invites nobody any more.
pub(crate) async fn find_invitation<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    secret: &str,
) -> Result<invitation::Model> {
    let row = invitation::Entity::find()
        .filter(invitation::Column::TokenHash.eq(hashed(secret)))
        .filter(invitation::Column::Status.eq("sent"))
        .filter(invitation::Column::ExpiresAt.gt(deps.clock.now()))
        .one(connection)
        .await?
        .ok_or(Error::LinkExpired)?;
    refuse_without_inviter(connection, &row).await?;
    Ok(row)
}

/// Whether an invitation that was found before is still good.
pub(crate) async fn is_still_good<C: ConnectionTrait>(deps: &Deps, connection: &C, id: i64) -> Result<bool> {
    let row = invitation::Entity::find_by_id(id)
        .filter(invitation::Column::Status.eq("sent"))
        .filter(invitation::Column::ExpiresAt.gt(deps.clock.now()))
        .one(connection)
        .await?;
    match row {
        Some(row) => match refuse_without_inviter(connection, &row).await {
            Ok(()) => Ok(true),
            Err(Error::LinkExpired) => Ok(false),
            Err(error) => Err(error),
        },
        None => Ok(false),
    }
}

async fn refuse_without_inviter<C: ConnectionTrait>(connection: &C, row: &invitation::Model) -> Result<()> {
    let inviter = member::Entity::find_by_id(row.invited_by).one(connection).await?.ok_or(Error::LinkExpired)?;
    let role = role_of(&inviter.role);
    if inviter.is_suspended || role < Role::Member {
        return Err(Error::LinkExpired);
    }
    if let Some(organisation_id) = row.organisation_id.filter(|_| role < Role::Admin) {
        affiliation::Entity::find()
            .filter(affiliation::Column::OrganisationId.eq(organisation_id))
            .filter(affiliation::Column::MemberId.eq(inviter.id))
            .filter(affiliation::Column::Status.eq("active"))
            .one(connection)
            .await?
            .ok_or(Error::LinkExpired)?;
    }
    Ok(())
}

/// Uses an invitation up, as part of a transaction. Of several uses at once, one changes the row.
pub(crate) async fn mark_accepted<C: ConnectionTrait>(deps: &Deps, connection: &C, id: i64) -> Result<()> {
    let used = invitation::Entity::update_many()
        .col_expr(invitation::Column::Status, Expr::value("accepted"))
        .col_expr(invitation::Column::AcceptedAt, Expr::value(deps.clock.now()))
        .filter(invitation::Column::Id.eq(id))
        .filter(invitation::Column::Status.eq("sent"))
        .exec(connection)
        .await?;
    if used.rows_affected == 1 { Ok(()) } else { Err(Error::LinkExpired) }
}

/// An invitation as those see it who sent it.
pub(super) fn to_invitation(
    deps: &Deps,
    row: invitation::Model,
    organisation: Option<&organisation::Model>,
    invited_by: MemberSummary,
) -> Invitation {
    Invitation {
        id: InvitationId(row.id),
        organisation_id: row.organisation_id.map(OrganisationId),
        organisation: organisation.map(|organisation| organisation.name.clone()),
        role: part_of(&row.role),
        status: match row.status.as_str() {
            "accepted" => InvitationStatus::Accepted,
            "sent" if row.expires_at > deps.clock.now() => InvitationStatus::Sent,
            "sent" => InvitationStatus::Expired,
            _ => InvitationStatus::Withdrawn,
        },
        created_at: to_wire(row.created_at),
        expires_at: to_wire(row.expires_at),
        accepted_at: row.accepted_at.map(to_wire),
        name: row.name,
        email: row.email,
        message: row.message,
        invited_by,
    }
}
