//! Spaces, which hold threads.

use serde::{Deserialize, Serialize};

use crate::SpaceId;

/// Who may read what is in a space.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SpaceAccess {
    /// Anybody.
    #[default]
    Public,
    /// Members of the network.
    Members,
    /// Those who belong to the space: one asks to.
    Private,
}

impl SpaceAccess {
    /// Every kind of access there is.
    pub const ALL: [Self; 3] = [Self::Public, Self::Members, Self::Private];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Members => "members",
            Self::Private => "private",
        }
    }
}

/// A space as its threads show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SpaceSummary {
    /// The space's id; 1 is the open forum.
    pub id: SpaceId,
    /// The words in its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Who may read what is in it.
    pub access: SpaceAccess,
}
