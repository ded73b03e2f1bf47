//! Whom an access token stands for, now.

use api_types::MemberId;
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};

use super::access::Signed;
use super::role_of;
use crate::deps::Deps;
use crate::error::{Error, Result};
use entity::{member, session};

/// The member and the session of a token. Both are looked at on every request, so that who was
/// suspended or signed out is refused at the very next one, on every node.
pub async fn authenticate(deps: &Deps, token: &str) -> Result<Signed> {
    let now = deps.clock.now();
    let claims = deps.keys.verify(token, now)?;
    let found: Option<(String, bool, i32, i64, bool)> = session::Entity::find_by_id(claims.sid)
        .select_only()
        .column(member::Column::Role)
        .column(member::Column::IsSuspended)
        .column(member::Column::SessionVersion)
        .column(session::Column::AuthenticatedAt)
        .column(session::Column::IsStrong)
        .join(
            JoinType::InnerJoin,
            session::Entity::belongs_to(member::Entity).from(session::Column::MemberId).to(member::Column::Id).into(),
        )
        .filter(session::Column::MemberId.eq(claims.member_id()?))
        .filter(session::Column::RevokedAt.is_null())
        .filter(session::Column::ExpiresAt.gt(now))
        .into_tuple()
        .one(&deps.read)
        .await?;
    match found {
        Some((role, false, version, authenticated_at, is_strong)) if version == claims.ver => {
            let signed = Signed {
                id: MemberId(claims.member_id()?),
                role: role_of(&role),
                session_id: claims.sid,
                authenticated_at,
                is_strong,
                is_held_back: false,
            };
            Ok(signed.held_back(deps.options.require_second_factor))
        }
        _ => Err(Error::Unauthenticated),
    }
}
