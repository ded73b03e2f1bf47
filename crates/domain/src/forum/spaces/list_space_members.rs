//! Listing who belongs to a space, or has asked to.

use api_types::forum::{SpaceMember, SpaceMemberQuery};
use api_types::{Page, SpaceId};
use entity::{member, space, space_member};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};

use super::queries::{role_of, standing_of};
use crate::accounts::access::{Actor, Signed};
use crate::author::{self, Author};
use crate::clock::to_wire;
use crate::forum::access;
use crate::forum::queries::access_of;
use crate::{Deps, Error, Result, cursor};

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    own: space_member::Model,
    #[sea_orm(nested)]
    author: Author,
}

/// A page of those who belong to a space, the longest first, for those who may read it; those who have asked are for
/// those who decide.
pub async fn list_space_members(
    deps: &Deps,
    signed: &Signed,
    id: SpaceId,
    query: &SpaceMemberQuery,
) -> Result<Page<SpaceMember>> {
    let actor = Actor::Signed(signed.clone());
    let space =
        space::Entity::find_by_id(id.0).filter(access::known(&actor)).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let own = space_member::Entity::find_by_id((id.0, signed.id.0)).one(&deps.read).await?;
    let viewer = access::space_viewer(&actor, access_of(&space.access), standing_of(own.as_ref()));
    let is_asking = query.asking == Some(true);
    if !(if is_asking { viewer.can_moderate } else { viewer.can_read }) {
        return Err(signed.refused());
    }
    let limit = cursor::limit(query.limit);
    let to_member: RelationDef = space_member::Entity::belongs_to(member::Entity)
        .from(space_member::Column::MemberId)
        .to(member::Column::Id)
        .into();
    let select = space_member::Entity::find().column_as(space_member::Column::MemberId, "author_id");
    let mut select = author::join(select, to_member)
        .filter(space_member::Column::SpaceId.eq(id.0))
        .filter(space_member::Column::Status.eq(if is_asking { "asked" } else { "active" }));
    if let Some(after) = &query.after {
        let [created_at, last] = cursor::decode::<2>(after)?;
        let later = Condition::all()
            .add(space_member::Column::CreatedAt.eq(created_at))
            .add(space_member::Column::MemberId.gt(last));
        select = select.filter(Condition::any().add(space_member::Column::CreatedAt.gt(created_at)).add(later));
    }
    let mut rows: Vec<Row> = select
        .order_by_asc(space_member::Column::CreatedAt)
        .order_by_asc(space_member::Column::MemberId)
        .limit(limit + 1)
        .into_model()
        .all(&deps.read)
        .await?;
    let next = cursor::next_of(&mut rows, limit, |row| vec![row.own.created_at, row.own.member_id]);
    let items = rows
        .into_iter()
        .map(|row| SpaceMember {
            member: row.author.into(),
            role: role_of(&row.own.role),
            is_asking,
            message: is_asking.then_some(row.own.message),
            created_at: to_wire(row.own.created_at),
        })
        .collect();
    Ok(Page { items, next, total: None })
}
