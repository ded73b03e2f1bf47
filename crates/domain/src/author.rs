//! The author of a question, answer or resource, read in the same query as the thing itself.

use api_types::MemberId;
use api_types::accounts::MemberSummary;
use entity::{library, member};
use sea_orm::{EntityTrait, FromQueryResult, JoinType, QuerySelect, RelationDef, Select};

/// The columns that [`join`] adds.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Author {
    author_id: i64,
    author_name: String,
    author_library: Option<String>,
}

impl From<Author> for MemberSummary {
    fn from(author: Author) -> Self {
        Self { id: MemberId(author.author_id), name: author.author_name, library: author.author_library }
    }
}

/// Joins the author, and the author's library if there is one, to a query that selects `author_id`.
pub(crate) fn join<E: EntityTrait>(select: Select<E>, to_member: RelationDef) -> Select<E> {
    let to_library: RelationDef =
        member::Entity::belongs_to(library::Entity).from(member::Column::LibraryId).to(library::Column::Id).into();
    select
        .join(JoinType::InnerJoin, to_member)
        .join(JoinType::LeftJoin, to_library)
        .column_as(member::Column::Name, "author_name")
        .column_as(library::Column::Name, "author_library")
}
