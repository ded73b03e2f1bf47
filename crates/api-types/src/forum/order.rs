//! Keeping the forum in order: the spaces, what moderators do, and the log of it.

use chrono::{DateTime, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{SpaceAccess, ThreadLink};
use crate::accounts::MemberSummary;
use crate::{MemberId, SpaceId, limits};

/// The longest time between two posts that a slow mode asks for, in seconds: a day.
pub const SLOW_MODE: i32 = 86_400;

/// How somebody stands to a space.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SpaceStanding {
    /// Does not belong to it.
    #[default]
    Outside,
    /// Has asked to belong to it.
    Asked,
    /// Belongs to it.
    Member,
    /// Belongs to it and keeps it in order.
    Moderator,
}

/// What the viewer is in a space and may do in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[expect(clippy::struct_excessive_bools, reason = "each says by itself what the viewer may do")]
pub struct SpaceViewer {
    /// How the viewer stands to it.
    pub standing: SpaceStanding,
    /// Whether the viewer may read what is in it.
    pub can_read: bool,
    /// Whether the viewer may begin something in it.
    pub can_write: bool,
    /// Whether the viewer may ask to belong to it.
    pub can_ask: bool,
    /// Whether the viewer decides who belongs to it.
    pub can_moderate: bool,
    /// Whether the viewer may change it.
    pub can_edit: bool,
    /// Whether the viewer follows it.
    pub is_followed: bool,
}

/// A space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Space {
    /// The space's id; 1 is the open forum.
    pub id: SpaceId,
    /// The words in its address, which stay when the name changes.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Who may read what is in it.
    pub access: SpaceAccess,
    /// How many questions and discussions are in it, for those who may read them.
    pub thread_count: Option<i32>,
    /// How many belong to it.
    pub member_count: i32,
    /// How many have asked to belong to it, for those who decide.
    pub asked_count: Option<i32>,
    /// How long one waits between two posts in it, in seconds; 0 for no time.
    pub slow_mode_seconds: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Who made it, for members.
    pub opened_by: Option<MemberSummary>,
    /// Who keeps it in order, for members.
    pub moderators: Vec<MemberSummary>,
    /// The version, for `If-Match`.
    pub version: i32,
    /// What the viewer is in it and may do.
    pub viewer: SpaceViewer,
}

/// Which part of the list of spaces to give.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct SpaceQuery {
    /// How many at most, 1 to 100; 20 unless said.
    #[garde(inner(range(min = 1, max = limits::PAGE)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor that the page before gave.
    #[garde(inner(length(bytes, max = limits::CURSOR)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A new space.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSpace {
    /// Its name.
    #[garde(length(chars, min = 1, max = limits::NAME))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    pub name: String,
    /// What it is for.
    #[garde(length(chars, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    #[serde(default)]
    pub description: String,
    /// Who may read what is in it.
    #[garde(skip)]
    pub access: SpaceAccess,
    /// How long one waits between two posts in it, in seconds; 0 for no time.
    #[garde(range(min = 0, max = SLOW_MODE))]
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 86400))]
    #[serde(default)]
    pub slow_mode_seconds: i32,
}

/// A change to a space; what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SpacePatch {
    /// Its name.
    #[garde(inner(length(chars, min = 1, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it is for.
    #[garde(inner(length(chars, max = limits::TEXT)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Who may read what is in it.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<SpaceAccess>,
    /// How long one waits between two posts in it, in seconds; 0 for no time.
    #[garde(inner(range(min = 0, max = SLOW_MODE)))]
    #[cfg_attr(feature = "openapi", schema(minimum = 0, maximum = 86400))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slow_mode_seconds: Option<i32>,
}

/// A wish to belong to a space.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSpaceRequest {
    /// What those who decide should know.
    #[garde(length(chars, max = limits::TEXT))]
    #[cfg_attr(feature = "openapi", schema(max_length = 2000))]
    #[serde(default)]
    pub message: String,
}

/// What was decided on a wish to belong to a space.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SpaceOutcome {
    /// Let in.
    #[default]
    Accepted,
    /// Not let in.
    Declined,
}

/// A decision on a wish to belong to a space.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSpaceDecision {
    /// What was decided.
    #[garde(skip)]
    pub outcome: SpaceOutcome,
}

/// What somebody is in a space.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SpaceRole {
    /// Belongs to it.
    #[default]
    Member,
    /// Keeps it in order.
    Moderator,
}

impl SpaceRole {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Moderator => "moderator",
        }
    }
}

/// The role that somebody is to have in a space.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSpaceRole {
    /// The role.
    #[garde(skip)]
    pub role: SpaceRole,
}

/// Somebody who belongs to a space, or has asked to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SpaceMember {
    /// Who it is.
    pub member: MemberSummary,
    /// What they are in it.
    pub role: SpaceRole,
    /// Whether they have only asked so far.
    pub is_asking: bool,
    /// What they wrote when they asked, for those who decide.
    pub message: Option<String>,
    /// When they came, or asked.
    pub created_at: DateTime<Utc>,
}

/// Which people of a space to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct SpaceMemberQuery {
    /// Those who have asked to belong to it, instead of those who do.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asking: Option<bool>,
    /// How many at most, 1 to 100; 20 unless said.
    #[garde(inner(range(min = 1, max = limits::PAGE)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor that the page before gave.
    #[garde(inner(length(bytes, max = limits::CURSOR)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// An act of somebody who keeps the network in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditEntry {
    /// Its number; they follow one another without a gap.
    pub id: i64,
    /// When it was done.
    pub created_at: DateTime<Utc>,
    /// Who did it.
    pub actor: MemberSummary,
    /// What was done: the name of the operation.
    pub action: String,
    /// What it was done to: `thread`, `post` or `space`.
    pub subject_kind: String,
    /// The id of what it was done to.
    pub subject_id: i64,
    /// The thread that it was done to, as long as that is there.
    pub thread: Option<ThreadLink>,
    /// What was set to what.
    pub detail: String,
    /// Why, in the words of the one who did it.
    pub reason: String,
    /// The hash of it and of all before it.
    pub hash: String,
}

/// Which acts to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct AuditQuery {
    /// Only those of this member.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<MemberId>,
    /// How many at most, 1 to 100; 20 unless said.
    #[garde(inner(range(min = 1, max = limits::PAGE)))]
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 100))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The cursor that the page before gave.
    #[garde(inner(length(bytes, max = limits::CURSOR)))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}
