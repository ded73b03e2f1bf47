//! The questions that a member is invited to answer, and whether they want to be.

use api_types::ThreadId;
use api_types::forum::{AnswerInvitation, AnswerInvitations, AnswerInvitationsPatch, ThreadLink};
use entity::{answer_invitation, member_preference, post, thread};
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};

use super::invite_answers::PREFERENCE;
use super::{access, queries};
use crate::accounts::access::{Actor, Signed};
use crate::clock::to_wire;
use crate::{Deps, Result};

/// How many are shown.
const SHOWN: u64 = 5;

/// The questions that wait for the caller: those to which they were invited and have not answered yet.
pub async fn list_answer_invitations(deps: &Deps, signed: &Signed) -> Result<AnswerInvitations> {
    let to_thread: RelationDef = answer_invitation::Entity::belongs_to(thread::Entity)
        .from(answer_invitation::Column::ThreadId)
        .to(thread::Column::Id)
        .into();
    let answered = Query::select()
        .expr(Expr::val(1))
        .from(post::Entity)
        .and_where(Expr::col((post::Entity, post::Column::ThreadId)).equals((thread::Entity, thread::Column::Id)))
        .and_where(Expr::col((post::Entity, post::Column::AuthorId)).eq(signed.id.0))
        .take();
    let rows: Vec<(i64, String, String, String, i64, i32)> = answer_invitation::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, to_thread)
        .columns([
            thread::Column::Id,
            thread::Column::Kind,
            thread::Column::Slug,
            thread::Column::Title,
            thread::Column::CreatedAt,
        ])
        .column(answer_invitation::Column::Common)
        .filter(answer_invitation::Column::MemberId.eq(signed.id.0))
        .filter(access::readable(&Actor::Signed(signed.clone())))
        .filter(thread::Column::AcceptedAnswerId.is_null())
        .filter(thread::Column::ClosedAt.is_null())
        .filter(thread::Column::LockedAt.is_null())
        .filter(Expr::exists(answered).not())
        .order_by_desc(answer_invitation::Column::CreatedAt)
        .order_by_desc(thread::Column::Id)
        .limit(SHOWN)
        .into_tuple()
        .all(&deps.read)
        .await?;
    let off = member_preference::Entity::find_by_id((signed.id.0, PREFERENCE.to_owned())).one(&deps.read).await?;
    let items = rows
        .into_iter()
        .map(|(id, kind, slug, title, created_at, common)| AnswerInvitation {
            thread: ThreadLink { id: ThreadId(id), kind: queries::kind_of(&kind), slug, title },
            created_at: to_wire(created_at),
            common: u8::try_from(common).unwrap_or(0),
        })
        .collect();
    Ok(AnswerInvitations { is_on: off.is_none_or(|row| row.value != "off"), items })
}

/// Switches invitations on or off.
pub async fn update_answer_invitations(
    deps: &Deps,
    signed: &Signed,
    patch: &AnswerInvitationsPatch,
) -> Result<AnswerInvitations> {
    let row = member_preference::ActiveModel {
        member_id: Set(signed.id.0),
        name: Set(PREFERENCE.into()),
        value: Set(if patch.is_on { "on" } else { "off" }.into()),
    };
    let replace = OnConflict::columns([member_preference::Column::MemberId, member_preference::Column::Name])
        .update_column(member_preference::Column::Value)
        .to_owned();
    let transaction = deps.begin().await?;
    member_preference::Entity::insert(row).on_conflict(replace).exec_without_returning(&transaction).await?;
    deps.commit(transaction).await?;
    list_answer_invitations(deps, signed).await
}
