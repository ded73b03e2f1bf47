//! Inviting those to answer who may be able to help: members of libraries like the asker's.

use std::collections::{HashMap, HashSet};

use api_types::ThreadId;
use entity::{answer_invitation, member, member_preference, member_skill, post, space, thread};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, JoinType, Order, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};

use super::{confidence, likeness};
use crate::mail::{Message, defanged};
use crate::membership::mails::Envelope;
use crate::outbox::{self, Event};
use crate::topics::tags::{self, Carrier};
use crate::{Deps, Error, Result, text};

/// How many are invited to one question.
const INVITED: usize = 5;
/// How often somebody is invited in a week at most.
const A_WEEK: usize = 2;
/// A week, in milliseconds.
const WEEK: i64 = 7 * 86_400_000;
/// How far back answers show that somebody is active: a year, in milliseconds.
const ACTIVE: i64 = 365 * 86_400_000;
/// How many are looked at of those who have answered most, and of those who offer a skill.
const CANDIDATES: u64 = 200;
/// The preference that switches invitations off.
pub(super) const PREFERENCE: &str = "answer_invitations";

/// Somebody who may be able to help.
struct Candidate {
    member: member::Model,
    common: u8,
    answers: i64,
}

/// Invites up to five members to answer a new question, by mail and on their page of questions. For a question in
/// confidence they are chosen by its shelf alone, so that nothing about them tells who asks.
pub(super) async fn invite_answers(deps: &Deps, id: ThreadId) -> Result<()> {
    let row = thread::Entity::find_by_id(id.0).one(&deps.read).await?.ok_or(Error::NotFound)?;
    let space = space::Entity::find_by_id(row.space_id).one(&deps.read).await?.ok_or(Error::NotFound)?;
    // In a private space its people know of one another.
    if space.access == "private" {
        return Ok(());
    }
    let mut candidates = candidates(deps, &row).await?;
    candidates.sort_by_key(|one| (std::cmp::Reverse((one.common, one.answers)), one.member.id));
    let transaction = deps.begin().await?;
    // Under the outbox's lock, so that questions asked at the same time do not invite somebody too often.
    outbox::lock(&transaction).await?;
    let since = deps.clock.now() - WEEK;
    let busy = often_invited(&transaction, candidates.iter().map(|one| one.member.id).collect(), since).await?;
    let chosen: Vec<_> = candidates.into_iter().filter(|one| !busy.contains(&one.member.id)).take(INVITED).collect();
    if chosen.is_empty() {
        return Ok(());
    }
    let invitations = chosen.iter().map(|one| answer_invitation::ActiveModel {
        thread_id: Set(row.id),
        member_id: Set(one.member.id),
        common: Set(one.common.into()),
        created_at: Set(confidence::kept_time(row.is_confidential, deps.clock.now())),
    });
    answer_invitation::Entity::insert_many(invitations).exec_without_returning(&transaction).await?;
    for one in &chosen {
        let to = Envelope::member(&deps.options.base_url, &one.member);
        outbox::push(deps, &transaction, &Event::Mail(invitation(&to, &row, one.common))).await?;
    }
    deps.commit(transaction).await
}

/// Active members who have answered on the shelf or offer one of the tags as a skill, and want to be invited.
async fn candidates(deps: &Deps, row: &thread::Model) -> Result<Vec<Candidate>> {
    let mut answers: HashMap<i64, i64> = answered(deps, row.shelf_id).await?.into_iter().collect();
    let mut own = None;
    if !row.is_confidential {
        for id in skilled(deps, row.id).await? {
            answers.entry(id).or_default();
        }
        let asker = member::Entity::find_by_id(row.author_id).one(&deps.read).await?;
        own = row.organisation_id.or_else(|| asker.and_then(|asker| asker.organisation_id));
    }
    answers.remove(&row.author_id);
    let ids: Vec<i64> = answers.keys().copied().collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let off: HashSet<i64> = member_preference::Entity::find()
        .filter(member_preference::Column::MemberId.is_in(ids.iter().copied()))
        .filter(member_preference::Column::Name.eq(PREFERENCE))
        .filter(member_preference::Column::Value.eq("off"))
        .all(&deps.read)
        .await?
        .into_iter()
        .map(|row| row.member_id)
        .collect();
    let members = member::Entity::find()
        .filter(member::Column::Id.is_in(ids))
        .filter(member::Column::IsSuspended.eq(false))
        .filter(member::Column::Role.is_in(["member", "moderator", "admin"]))
        .all(&deps.read)
        .await?;
    let organisations = members.iter().filter_map(|member| member.organisation_id).chain(own).collect();
    let profiles = likeness::profiles(deps, organisations).await?;
    let own = own.and_then(|id| profiles.get(&id));
    Ok(members
        .into_iter()
        .filter(|member| !off.contains(&member.id))
        .map(|member| {
            let theirs = member.organisation_id.and_then(|id| profiles.get(&id));
            let common = own.zip(theirs).map_or(0, |(own, theirs)| own.likeness(theirs).common);
            Candidate { common, answers: answers.get(&member.id).copied().unwrap_or(0), member }
        })
        // Where the asker's library is known, those of libraries that have nothing in common with it are left alone.
        .filter(|one| own.is_none() || one.common > 0)
        .collect())
}

/// Who has answered questions on a shelf, and how many, but for what those who ask in confidence wrote themselves.
async fn answered(deps: &Deps, shelf: i64) -> Result<Vec<(i64, i64)>> {
    let to_thread: RelationDef =
        post::Entity::belongs_to(thread::Entity).from(post::Column::ThreadId).to(thread::Column::Id).into();
    let to_space: RelationDef =
        thread::Entity::belongs_to(space::Entity).from(thread::Column::SpaceId).to(space::Column::Id).into();
    let is_others =
        Expr::col((post::Entity, post::Column::AuthorId)).ne(Expr::col((thread::Entity, thread::Column::AuthorId)));
    Ok(post::Entity::find()
        .select_only()
        .column(post::Column::AuthorId)
        .column_as(post::Column::Id.count(), "answers")
        .join(JoinType::InnerJoin, to_thread)
        .join(JoinType::InnerJoin, to_space)
        .filter(thread::Column::ShelfId.eq(shelf))
        .filter(thread::Column::DeletedAt.is_null())
        .filter(space::Column::Access.eq("public"))
        .filter(post::Column::Number.gt(1))
        .filter(post::Column::DeletedAt.is_null())
        .filter(post::Column::CreatedAt.gt(deps.clock.now() - ACTIVE))
        .filter(thread::Column::IsConfidential.eq(false).or(is_others))
        .group_by(post::Column::AuthorId)
        .order_by(post::Column::Id.count(), Order::Desc)
        .order_by_asc(post::Column::AuthorId)
        .limit(CANDIDATES)
        .into_tuple()
        .all(&deps.read)
        .await?)
}

/// Who offers one of a thread's tags as a skill that members may see.
async fn skilled(deps: &Deps, id: i64) -> Result<Vec<i64>> {
    let tags = tags::names_of(&deps.read, Carrier::Thread, vec![id]).await?.remove(&id).unwrap_or_default();
    if tags.is_empty() {
        return Ok(Vec::new());
    }
    let words = tags.iter().flat_map(|tag| [text::fold(tag), text::fold(&tag.replace('-', " "))]);
    Ok(member_skill::Entity::find()
        .select_only()
        .column(member_skill::Column::MemberId)
        .filter(member_skill::Column::Direction.eq("offered"))
        .filter(member_skill::Column::IsListed.eq(true))
        .filter(member_skill::Column::SkillKey.is_in(words))
        .order_by_asc(member_skill::Column::MemberId)
        .limit(CANDIDATES)
        .into_tuple()
        .all(&deps.read)
        .await?)
}

/// Who of these has been invited as often as they may be.
async fn often_invited<C: ConnectionTrait>(connection: &C, ids: Vec<i64>, since: i64) -> Result<HashSet<i64>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let rows: Vec<i64> = answer_invitation::Entity::find()
        .select_only()
        .column(answer_invitation::Column::MemberId)
        .filter(answer_invitation::Column::MemberId.is_in(ids))
        .filter(answer_invitation::Column::CreatedAt.gt(since))
        .into_tuple()
        .all(connection)
        .await?;
    let mut counts: HashMap<i64, usize> = HashMap::new();
    for id in rows {
        *counts.entry(id).or_default() += 1;
    }
    Ok(counts.into_iter().filter_map(|(id, count)| (count >= A_WEEK).then_some(id)).collect())
}

/// The mail that invites. What is in common is told only where the asker is.
fn invitation(to: &Envelope<'_>, row: &thread::Model, common: u8) -> Message {
    let title = defanged(&row.title);
    let (link, list) = (format!("{}/questions/{}", to.base_url, row.id), format!("{}/questions", to.base_url));
    let (who, pwy) = if common > 0 {
        (
            format!("A library that has {common} of 5 things in common with yours asks"),
            format!("Mae llyfrgell sydd â {common} o 5 peth yn gyffredin â'ch un chi yn gofyn"),
        )
    } else {
        ("Somebody asks".to_owned(), "Mae rhywun yn gofyn".to_owned())
    };
    to.message(
        (
            "You may be able to help".into(),
            format!(
                "Hello,\n\n{who}:\n\n{title}\n{link}\n\nYou have answered on this shelf, or offer what is asked for. \
                 You are invited twice a week at most, and can switch it off here:\n{list}\n"
            ),
        ),
        (
            "Efallai y gallwch helpu".into(),
            format!(
                "Helo,\n\n{pwy}:\n\n{title}\n{link}\n\nRydych wedi ateb ar y silff hon, neu'n cynnig yr hyn y gofynnir \
                 amdano. Cewch eich gwahodd ddwywaith yr wythnos ar y mwyaf, a gallwch ddiffodd hynny yma:\n{list}\n"
            ),
        ),
    )
}
