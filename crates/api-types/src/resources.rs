//! Resources: links and files in one typed catalogue.

mod guides;

use chrono::{DateTime, NaiveDate, Utc};
use garde::Validate;
use serde::{Deserialize, Serialize};

pub use guides::{GuideLink, GuidePatch, ResourceStatus, ResourceViewer};

use crate::accounts::MemberSummary;
use crate::forum::ThreadLink;
use crate::topics::Shelf;
use crate::{FileId, ResourceId, ShelfId, limits};

/// The kinds of resources.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ResourceKind {
    /// How to do something.
    #[default]
    Guide,
    /// Something to fill in.
    Template,
    /// A rule that a library has given itself.
    Policy,
    /// What one library did and how it went.
    CaseStudy,
    /// Data.
    DataSet,
    /// A film or recording.
    Video,
    /// A course.
    Course,
    /// A site elsewhere.
    Link,
    /// Anything else.
    Other,
}

impl ResourceKind {
    /// Every kind there is.
    pub const ALL: [Self; 9] = [
        Self::Guide,
        Self::Template,
        Self::Policy,
        Self::CaseStudy,
        Self::DataSet,
        Self::Video,
        Self::Course,
        Self::Link,
        Self::Other,
    ];

    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Template => "template",
            Self::Policy => "policy",
            Self::CaseStudy => "case_study",
            Self::DataSet => "data_set",
            Self::Video => "video",
            Self::Course => "course",
            Self::Link => "link",
            Self::Other => "other",
        }
    }
}

/// A resource in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResourceSummary {
    /// The resource's id.
    pub id: ResourceId,
    /// The words after the id in the page's address.
    pub slug: String,
    /// The title.
    pub title: String,
    /// The first words of the summary, without markup.
    pub excerpt: String,
    /// What it is.
    pub kind: ResourceKind,
    /// The slug of its shelf.
    pub shelf: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Who added it.
    pub author: MemberSummary,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// The file, when it is one.
    pub file: Option<File>,
    /// The host of the link, when it is one.
    pub host: Option<String>,
}

/// A resource.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Resource {
    /// The resource's id.
    pub id: ResourceId,
    /// The words after the id in the page's address.
    pub slug: String,
    /// The title.
    pub title: String,
    /// The summary as written, in markdown.
    pub summary: String,
    /// The summary as sanitised HTML.
    pub summary_html: String,
    /// What it is.
    pub kind: ResourceKind,
    /// Its shelf.
    pub shelf: Shelf,
    /// Its tags.
    pub tags: Vec<String>,
    /// Who added it.
    pub author: MemberSummary,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// The address, when it is a link.
    pub url: Option<String>,
    /// The file, when it is one.
    pub file: Option<File>,
    /// An SPDX licence identifier or `all-rights-reserved`, where it is known.
    pub licence: Option<String>,
    /// How often the file was downloaded.
    pub download_count: i32,
    /// Whether it is there for everybody yet.
    pub status: ResourceStatus,
    /// Who wrote what a guide says; none for other resources.
    pub authors: Vec<MemberSummary>,
    /// Who looks after a guide.
    pub owner: Option<MemberSummary>,
    /// By when a guide is to be looked at again.
    pub review_on: Option<NaiveDate>,
    /// The question that a guide comes from, if the viewer may see it.
    pub question: Option<ThreadLink>,
    /// The version, for `If-Match`.
    pub version: i32,
    /// What the viewer may do.
    pub viewer: ResourceViewer,
}

/// An uploaded file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct File {
    /// The file's id.
    pub id: FileId,
    /// The name it was uploaded under, cleaned.
    pub name: String,
    /// The type found in its first bytes.
    pub media_type: String,
    /// Its size in bytes.
    pub size: i64,
}

/// How an upload is to be called.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct FileQuery {
    /// The file's name, with its ending.
    #[garde(length(chars, min = 1, max = limits::LINE))]
    #[cfg_attr(feature = "openapi", param(max_length = 200))]
    pub name: String,
}

/// Which resources to list: the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[serde(deny_unknown_fields)]
pub struct ResourceQuery {
    /// Only resources of this kind.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ResourceKind>,
    /// Only resources on the shelf with this slug.
    #[garde(inner(length(chars, max = limits::NAME)))]
    #[cfg_attr(feature = "openapi", param(max_length = 120))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shelf: Option<String>,
    /// Only resources with this tag.
    #[garde(inner(length(chars, max = limits::TAG)))]
    #[cfg_attr(feature = "openapi", param(max_length = 30))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
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

/// A new resource: a link or an uploaded file, one of the two.
#[derive(Clone, Debug, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewResource {
    /// The title.
    #[garde(length(chars, min = limits::TITLE_MIN, max = limits::TITLE))]
    #[cfg_attr(feature = "openapi", schema(min_length = 10, max_length = 150))]
    pub title: String,
    /// What it is and whom it helps, in markdown.
    #[garde(length(chars, min = 1, max = limits::MARKDOWN))]
    #[cfg_attr(feature = "openapi", schema(max_length = 20000))]
    pub summary: String,
    /// What it is.
    #[garde(skip)]
    pub kind: ResourceKind,
    /// The shelf it stands on.
    #[garde(skip)]
    pub shelf_id: ShelfId,
    /// Up to five tags: letters, digits and hyphens.
    #[garde(length(max = limits::TAGS), inner(length(chars, min = 1, max = limits::TAG)))]
    #[cfg_attr(feature = "openapi", schema(max_items = 5, max_length = 30))]
    #[serde(default)]
    pub tags: Vec<String>,
    /// The address, for a link: http or https.
    #[garde(inner(length(bytes, min = 8, max = limits::URL)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 1000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The uploaded file, which must be the caller's own and not yet part of a resource.
    #[garde(skip)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_id: Option<FileId>,
    /// An SPDX licence identifier or `all-rights-reserved`.
    #[garde(inner(length(chars, max = 50)))]
    #[cfg_attr(feature = "openapi", schema(max_length = 50))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}
