//! The author of a question, answer or resource, read in the same query as the thing itself.

use api_types::accounts::MemberSummary;
use api_types::{MemberId, OrganisationId};
use entity::{member, organisation};
use sea_orm::{EntityTrait, FromQueryResult, JoinType, QuerySelect, RelationDef, Select};

/// The columns that [`join`] adds.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Author {
    author_id: i64,
    author_name: String,
    author_organisation: Option<String>,
    author_organisation_id: Option<i64>,
}

impl Author {
    /// Whether it is this member.
    pub(crate) const fn is(&self, member_id: i64) -> bool {
        self.author_id == member_id
    }

    /// The organisation that is shown with the author.
    pub(crate) const fn organisation_id(&self) -> Option<i64> {
        self.author_organisation_id
    }
}

impl From<Author> for MemberSummary {
    fn from(author: Author) -> Self {
        Self {
            id: MemberId(author.author_id),
            name: author.author_name,
            organisation: author.author_organisation,
            organisation_id: author.author_organisation_id.map(OrganisationId),
        }
    }
}

/// Joins the author, and the organisation that is shown with the author if there is one, to a query that selects `author_id`.
pub(crate) fn join<E: EntityTrait>(select: Select<E>, to_member: RelationDef) -> Select<E> {
    let to_organisation: RelationDef = member::Entity::belongs_to(organisation::Entity)
        .from(member::Column::OrganisationId)
        .to(organisation::Column::Id)
        .into();
    select
        .join(JoinType::InnerJoin, to_member)
        .join(JoinType::LeftJoin, to_organisation)
        .column_as(member::Column::Name, "author_name")
        .column_as(organisation::Column::Name, "author_organisation")
        .column_as(organisation::Column::Id, "author_organisation_id")
}
