//! Libraries like yours: the one place where it is decided what two organisations have in common.

use std::collections::HashMap;

use api_types::OrganisationId;
use api_types::forum::{Likeness, LikenessFeature, OnBehalf};
use entity::{member, organisation, post, thread};
use sea_orm::sea_query::{Expr, Func, FunctionCall, Query};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};

use crate::accounts::access::Actor;
use crate::{Deps, Result};

/// How many features alike libraries have in common at least.
const ALIKE: u8 = 3;
/// How many organisations are compared at most; the network has fewer.
const COMPARED: u64 = 20_000;
/// How many of the most alike are listed.
const LISTED: usize = 500;

/// What of an organisation is compared, and its name.
#[derive(Clone, Debug, Default, FromQueryResult)]
pub(super) struct Profile {
    pub(super) id: i64,
    slug: String,
    name: String,
    kind: String,
    model: Option<String>,
    legal_form: Option<String>,
    nation: Option<String>,
    region: String,
    stage: Option<String>,
    library_count: i32,
    member_count: i32,
}

impl Profile {
    /// How many libraries and people there are, roughly; who has no library is not compared in size.
    fn size(&self) -> Option<(u8, u8)> {
        let libraries = match self.library_count {
            ..=0 => return None,
            1 => 1,
            2..=4 => 2,
            _ => 3,
        };
        let people = match self.member_count {
            ..=3 => 1,
            4..=15 => 2,
            _ => 3,
        };
        Some((libraries, people))
    }

    /// How far it has come: who runs a library has arrived.
    fn stage(&self) -> Option<&str> {
        match self.kind.as_str() {
            "library" => Some("running"),
            "exploring" => self.stage.as_deref(),
            _ => None,
        }
    }

    fn place(&self) -> Option<(&str, &str)> {
        let nation = self.nation.as_deref()?;
        (!self.region.is_empty()).then_some((nation, self.region.as_str()))
    }

    /// What two organisations have in common. What is not known is not in common.
    pub(super) fn likeness(&self, other: &Self) -> Likeness {
        fn same<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.is_some() && one == other
        }
        let features: Vec<_> = [
            (LikenessFeature::Model, same(self.model.as_deref(), other.model.as_deref())),
            (LikenessFeature::LegalForm, same(self.legal_form.as_deref(), other.legal_form.as_deref())),
            (LikenessFeature::Size, same(self.size(), other.size())),
            (LikenessFeature::Region, same(self.place(), other.place())),
            (LikenessFeature::Stage, same(self.stage(), other.stage())),
        ]
        .into_iter()
        .filter_map(|(feature, is_common)| is_common.then_some(feature))
        .collect();
        Likeness { common: u8::try_from(features.len()).unwrap_or(u8::MAX), features }
    }
}

#[derive(FromQueryResult)]
struct Owned {
    #[sea_orm(nested)]
    profile: Profile,
    is_own: bool,
}

/// Profiles of organisations, in one query, and none if there is nothing to look up.
pub(super) async fn profiles(deps: &Deps, mut ids: Vec<i64>) -> Result<HashMap<i64, Profile>> {
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<Profile> =
        organisation::Entity::find().filter(organisation::Column::Id.is_in(ids)).into_model().all(&deps.read).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The organisation that is shown with the viewer's name.
pub(super) async fn own(deps: &Deps, actor: &Actor) -> Result<Option<i64>> {
    let Some(id) = actor.id() else { return Ok(None) };
    let found: Option<Option<i64>> = member::Entity::find_by_id(id.0)
        .select_only()
        .column(member::Column::OrganisationId)
        .into_tuple()
        .one(&deps.read)
        .await?;
    Ok(found.flatten())
}

/// The organisations for which members have answered in threads, but for those who ask in confidence.
async fn answering(deps: &Deps, threads: Vec<i64>) -> Result<Vec<(i64, i64)>> {
    if threads.is_empty() {
        return Ok(Vec::new());
    }
    let to_thread: RelationDef =
        post::Entity::belongs_to(thread::Entity).from(post::Column::ThreadId).to(thread::Column::Id).into();
    let to_author: RelationDef =
        post::Entity::belongs_to(member::Entity).from(post::Column::AuthorId).to(member::Column::Id).into();
    let is_others =
        Expr::col((post::Entity, post::Column::AuthorId)).ne(Expr::col((thread::Entity, thread::Column::AuthorId)));
    let rows: Vec<(i64, Option<i64>)> = post::Entity::find()
        .select_only()
        .distinct()
        .column(post::Column::ThreadId)
        .expr_as(spoken_for(), "organisation_id")
        .join(JoinType::InnerJoin, to_thread)
        .join(JoinType::InnerJoin, to_author)
        .filter(post::Column::ThreadId.is_in(threads))
        .filter(post::Column::Number.gt(1))
        .filter(post::Column::DeletedAt.is_null())
        .filter(thread::Column::IsConfidential.eq(false).or(is_others))
        .into_tuple()
        .all(&deps.read)
        .await?;
    Ok(rows.into_iter().filter_map(|(thread, organisation)| Some((thread, organisation?))).collect())
}

/// The organisation that an author stands for: the one spoken for, or the one that is shown with the name.
pub(super) fn spoken_for() -> FunctionCall {
    Func::coalesce([
        Expr::col((post::Entity, post::Column::OrganisationId)),
        Expr::col((member::Entity, member::Column::OrganisationId)),
    ])
}

/// The organisations that are like the viewer's, the most alike first; not the viewer's own.
pub(super) async fn alike(deps: &Deps, actor: &Actor) -> Result<Vec<i64>> {
    let Some(own) = own(deps, actor).await? else { return Ok(Vec::new()) };
    let rows: Vec<Profile> = organisation::Entity::find()
        .filter(organisation::Column::Kind.is_in(["library", "exploring"]))
        .order_by_asc(organisation::Column::Id)
        .limit(COMPARED)
        .into_model()
        .all(&deps.read)
        .await?;
    let Some(mine) = rows.iter().find(|row| row.id == own) else { return Ok(Vec::new()) };
    let mut alike: Vec<(u8, i64)> = rows
        .iter()
        .filter(|row| row.id != own)
        .map(|row| (mine.likeness(row).common, row.id))
        .filter(|(common, _)| *common >= ALIKE)
        .collect();
    alike.sort_by_key(|(common, id)| (std::cmp::Reverse(*common), *id));
    Ok(alike.into_iter().map(|(_, id)| id).take(LISTED).collect())
}

/// Threads that were begun for these organisations, but for those asked in confidence.
pub(super) fn by(organisations: Vec<i64>) -> Condition {
    let members = Query::select()
        .column(member::Column::Id)
        .from(member::Entity)
        .and_where(member::Column::OrganisationId.is_in(organisations.iter().copied()))
        .take();
    let shown = thread::Column::OrganisationId.is_null().and(thread::Column::AuthorId.in_subquery(members));
    Condition::all()
        .add(thread::Column::IsConfidential.eq(false))
        .add(thread::Column::OrganisationId.is_in(organisations).or(shown))
}

/// What is told beside the authors of a page: on whose behalf they speak, and how alike they are to the viewer.
pub(super) struct Marks {
    own: Option<i64>,
    known: HashMap<i64, Profile>,
    /// Which organisations have answered in which threads.
    answered: HashMap<i64, Vec<i64>>,
}

impl Marks {
    /// Those for these organisations, in one query at most.
    pub(super) async fn of(deps: &Deps, actor: &Actor, behalf: Vec<i64>, authors: Vec<i64>) -> Result<Self> {
        let Some(viewer) = actor.id() else {
            return Ok(Self { own: None, known: profiles(deps, behalf).await?, answered: HashMap::new() });
        };
        let mine = || {
            Query::select()
                .column(member::Column::OrganisationId)
                .from(member::Entity)
                .and_where(member::Column::Id.eq(viewer.0))
                .and_where(member::Column::OrganisationId.is_not_null())
                .take()
        };
        let wanted = organisation::Column::Id.is_in(behalf.into_iter().chain(authors));
        let rows: Vec<Owned> = organisation::Entity::find()
            .expr_as(Expr::expr(organisation::Column::Id.in_subquery(mine())), "is_own")
            .filter(wanted.or(organisation::Column::Id.in_subquery(mine())))
            .into_model()
            .all(&deps.read)
            .await?;
        let own = rows.iter().find(|row| row.is_own).map(|row| row.profile.id);
        let known = rows.into_iter().map(|row| (row.profile.id, row.profile)).collect();
        Ok(Self { own, known, answered: HashMap::new() })
    }

    /// Those for the threads of a list, in three queries at most.
    pub(super) async fn of_threads(deps: &Deps, actor: &Actor, behalf: Vec<i64>, threads: Vec<i64>) -> Result<Self> {
        let own = own(deps, actor).await?;
        let mut ids = behalf;
        let mut answered: HashMap<i64, Vec<i64>> = HashMap::new();
        if own.is_some() {
            ids.extend(own);
            for (thread, organisation) in answering(deps, threads).await? {
                ids.push(organisation);
                answered.entry(thread).or_default().push(organisation);
            }
        }
        Ok(Self { own, known: profiles(deps, ids).await?, answered })
    }

    /// Whether a library like the viewer's has answered in a thread.
    pub(super) fn is_answered_by_alike(&self, thread: i64) -> bool {
        let is_alike = |id: &i64| self.likeness(Some(*id)).is_some_and(|likeness| likeness.common >= ALIKE);
        self.answered.get(&thread).is_some_and(|organisations| organisations.iter().any(is_alike))
    }

    /// The organisation on whose behalf something is said.
    pub(super) fn on_behalf_of(&self, id: Option<i64>) -> Option<OnBehalf> {
        let row = self.known.get(&id?)?;
        Some(OnBehalf { id: OrganisationId(row.id), slug: row.slug.clone(), name: row.name.clone() })
    }

    /// How alike an organisation is to the viewer's, unless it is the viewer's own.
    pub(super) fn likeness(&self, id: Option<i64>) -> Option<Likeness> {
        let (own, id) = (self.own?, id?);
        (own != id).then(|| Some(self.known.get(&own)?.likeness(self.known.get(&id)?))).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn library() -> Profile {
        Profile {
            kind: "library".into(),
            model: Some("independent".into()),
            legal_form: Some("trust".into()),
            nation: Some("wales".into()),
            region: "Wales".into(),
            library_count: 1,
            member_count: 2,
            ..Profile::default()
        }
    }

    #[test]
    fn what_is_the_same_is_in_common() {
        let mine = library();
        assert_eq!(mine.likeness(&library()).common, 5);
        let other = Profile { model: Some("commissioned".into()), library_count: 9, ..library() };
        let likeness = mine.likeness(&other);
        assert_eq!(likeness.common, 3);
        assert_eq!(likeness.features, [LikenessFeature::LegalForm, LikenessFeature::Region, LikenessFeature::Stage]);
        assert_eq!(other.likeness(&mine), likeness);
    }

    #[test]
    fn what_is_not_known_is_not_in_common() {
        let nothing = Profile { kind: "body".into(), ..Profile::default() };
        assert_eq!(nothing.likeness(&nothing).common, 0);
        assert_eq!(nothing.likeness(&library()).common, 0);
        let exploring = Profile { kind: "exploring".into(), stage: Some("planning".into()), ..Profile::default() };
        assert_eq!(exploring.likeness(&exploring).features, [LikenessFeature::Stage]);
    }
}
