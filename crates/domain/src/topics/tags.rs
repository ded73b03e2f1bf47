//! Tags as authors type them, and which thing carries which, with the counts kept true.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use api_types::accounts::Role;
use api_types::limits;
use entity::{resource_tag, tag, tag_synonym, thread, thread_tag};
use sea_orm::sea_query::{Expr, LockType, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};

use crate::accounts::access::Actor;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::{forum, text};

/// The things that carry tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carrier {
    /// Threads.
    Thread,
    /// Resources.
    Resource,
}

/// The tag that a typed text means: without diacritics, in lower case, with hyphens between words.
/// None when other signs are in it, or nothing at all.
pub(crate) fn name_of(typed: &str) -> Option<String> {
    let name = text::fold(typed).split_whitespace().collect::<Vec<_>>().join("-");
    let name = name.trim_matches('-');
    let allowed = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit() || character == '-';
    (!name.is_empty() && name.chars().all(allowed)).then(|| name.to_owned())
}

/// The tags that typed texts mean, each once and in the order of the alphabet.
pub(crate) fn parse(typed: &[String]) -> Result<Vec<String>> {
    let mut names = BTreeSet::new();
    for text in typed {
        let Some(name) = name_of(text) else {
            return Err(Error::field("tags", "invalid", "Use letters, digits and hyphens in tags."));
        };
        if name.len() > limits::TAG {
            return Err(Error::field("tags", "too_long", "Make each tag 30 characters or shorter."));
        }
        names.insert(name);
    }
    if names.len() > limits::TAGS {
        return Err(Error::field("tags", "too_many", "Choose five tags at most."));
    }
    Ok(names.into_iter().collect())
}

/// Attaches tags, as [`parse`] gave them, to a thing that has none; new ones are made. A thing that not everybody may
/// see is not counted.
pub(crate) async fn attach<C: ConnectionTrait>(
    tx: &C,
    carrier: Carrier,
    id: i64,
    names: &[String],
    is_counted: bool,
) -> Result<()> {
    if names.is_empty() {
        return Ok(());
    }
    let names = &meant(tx, names).await?;
    // Names come in order, so that two who attach the same new tags wait for one another but never
    // both ways round.
    let new = names.iter().map(|name| tag::ActiveModel {
        name: Set(name.clone()),
        item_count: Set(0),
        description: Set(String::new()),
        version: Set(1),
        ..Default::default()
    });
    tag::Entity::insert_many(new)
        .on_conflict(OnConflict::column(tag::Column::Name).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    let tags: Vec<i64> = tag::Entity::find()
        .select_only()
        .column(tag::Column::Id)
        .filter(tag::Column::Name.is_in(names))
        .order_by_asc(tag::Column::Name)
        .lock(LockType::NoKeyUpdate)
        .into_tuple()
        .all(tx)
        .await?;
    match carrier {
        Carrier::Thread => {
            let links = tags.iter().map(|tag| thread_tag::ActiveModel { thread_id: Set(id), tag_id: Set(*tag) });
            thread_tag::Entity::insert_many(links).exec_without_returning(tx).await?;
        }
        Carrier::Resource => {
            let links = tags.iter().map(|tag| resource_tag::ActiveModel { resource_id: Set(id), tag_id: Set(*tag) });
            resource_tag::Entity::insert_many(links).exec_without_returning(tx).await?;
        }
    }
    count(tx, tags, i64::from(is_counted)).await
}

/// Attaches tags, as [`parse`] gave them, to many threads that have none, in a few statements.
pub(crate) async fn attach_to_threads<C: ConnectionTrait>(
    tx: &C,
    threads: &[(i64, &[String])],
    is_counted: bool,
) -> Result<()> {
    let typed: BTreeSet<String> = threads.iter().flat_map(|(_, names)| names.iter().cloned()).collect();
    let typed: Vec<String> = typed.into_iter().collect();
    let stands_for = stands_for(tx, &typed).await?;
    // A thread may have two names that stand for the same tag.
    let mut carriers: BTreeMap<&str, BTreeSet<i64>> = BTreeMap::new();
    for (id, names) in threads {
        for name in *names {
            carriers.entry(stands_for.get(name).unwrap_or(name)).or_default().insert(*id);
        }
    }
    if carriers.is_empty() {
        return Ok(());
    }
    let new = carriers.keys().map(|name| tag::ActiveModel {
        name: Set((*name).to_owned()),
        item_count: Set(0),
        description: Set(String::new()),
        version: Set(1),
        ..Default::default()
    });
    tag::Entity::insert_many(new)
        .on_conflict(OnConflict::column(tag::Column::Name).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    let ids: Vec<(String, i64)> = tag::Entity::find()
        .select_only()
        .column(tag::Column::Name)
        .column(tag::Column::Id)
        .filter(tag::Column::Name.is_in(carriers.keys().copied()))
        .order_by_asc(tag::Column::Name)
        .lock(LockType::NoKeyUpdate)
        .into_tuple()
        .all(tx)
        .await?;
    let mut links = Vec::new();
    // Tags that are carried equally often are counted together.
    let mut by_count: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
    for (name, tag_id) in ids {
        let Some(carrying) = carriers.get(name.as_str()) else { continue };
        by_count.entry(carrying.len()).or_default().push(tag_id);
        links.extend(
            carrying
                .iter()
                .map(|thread_id| thread_tag::ActiveModel { thread_id: Set(*thread_id), tag_id: Set(tag_id) }),
        );
    }
    for part in links.chunks(1000) {
        thread_tag::Entity::insert_many(part.iter().cloned()).exec_without_returning(tx).await?;
    }
    for (times, tags) in by_count {
        let times = i64::try_from(times).unwrap_or(i64::MAX);
        count(tx, tags, if is_counted { times } else { 0 }).await?;
    }
    Ok(())
}

/// The tags that are meant by names, some of which may stand for another tag: each once and in order.
pub(crate) async fn meant<C: ConnectionTrait>(connection: &C, names: &[String]) -> Result<Vec<String>> {
    let stands_for = stands_for(connection, names).await?;
    let meant: BTreeSet<String> =
        names.iter().map(|name| stands_for.get(name).cloned().unwrap_or_else(|| name.clone())).collect();
    Ok(meant.into_iter().collect())
}

/// The tags that some of the names stand for.
async fn stands_for<C: ConnectionTrait>(connection: &C, names: &[String]) -> Result<HashMap<String, String>> {
    let to_tag: RelationDef =
        tag_synonym::Entity::belongs_to(tag::Entity).from(tag_synonym::Column::TagId).to(tag::Column::Id).into();
    let rows: Vec<(String, String)> = tag_synonym::Entity::find()
        .select_only()
        .column_as(tag_synonym::Column::Name, "typed")
        .column_as(tag::Column::Name, "meant")
        .join(JoinType::InnerJoin, to_tag)
        .filter(tag_synonym::Column::Name.is_in(names))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Takes all its tags off a thread. Tags that nothing carries stay, uncounted and unlisted.
pub(crate) async fn detach_from_thread<C: ConnectionTrait>(tx: &C, id: i64, is_counted: bool) -> Result<()> {
    let tags: Vec<i64> = thread_tag::Entity::find()
        .select_only()
        .column(thread_tag::Column::TagId)
        .filter(thread_tag::Column::ThreadId.eq(id))
        .into_tuple()
        .all(tx)
        .await?;
    thread_tag::Entity::delete_many().filter(thread_tag::Column::ThreadId.eq(id)).exec(tx).await?;
    count(tx, tags, -i64::from(is_counted)).await
}

/// Whether the actor may know of a tag: one that nothing carries but threads in a space that the actor may not enter
/// would tell of them.
pub(crate) async fn is_known(deps: &Deps, actor: &Actor, id: i64) -> Result<bool> {
    let Some(row) = tag::Entity::find_by_id(id).one(&deps.read).await? else { return Ok(false) };
    let is_staff = actor.role().is_some_and(|role| role >= Role::Moderator);
    if row.item_count > 0 || !row.description.is_empty() || is_staff {
        return Ok(true);
    }
    let to_tags: RelationDef =
        thread::Entity::belongs_to(thread_tag::Entity).from(thread::Column::Id).to(thread_tag::Column::ThreadId).into();
    let carrying = thread::Entity::find()
        .join(JoinType::InnerJoin, to_tags)
        .filter(forum::access::readable(actor))
        .filter(thread_tag::Column::TagId.eq(id));
    Ok(carrying.one(&deps.read).await?.is_some())
}

/// Counts the tags of a thread once more or once less: when it comes to where everybody sees it, or goes from there.
pub(crate) async fn count_thread<C: ConnectionTrait>(tx: &C, id: i64, change: i64) -> Result<()> {
    let tags: Vec<i64> = thread_tag::Entity::find()
        .select_only()
        .column(thread_tag::Column::TagId)
        .filter(thread_tag::Column::ThreadId.eq(id))
        .into_tuple()
        .all(tx)
        .await?;
    count(tx, tags, change).await
}

/// Takes all its tags off a resource.
pub(crate) async fn detach_from_resource<C: ConnectionTrait>(tx: &C, id: i64, is_counted: bool) -> Result<()> {
    let tags: Vec<i64> = resource_tag::Entity::find()
        .select_only()
        .column(resource_tag::Column::TagId)
        .filter(resource_tag::Column::ResourceId.eq(id))
        .into_tuple()
        .all(tx)
        .await?;
    resource_tag::Entity::delete_many().filter(resource_tag::Column::ResourceId.eq(id)).exec(tx).await?;
    count(tx, tags, -i64::from(is_counted)).await
}

/// The names of the tags of several things, in one query.
pub(crate) async fn names_of<C: ConnectionTrait>(
    connection: &C,
    carrier: Carrier,
    ids: Vec<i64>,
) -> Result<HashMap<i64, Vec<String>>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, String)> = match carrier {
        Carrier::Thread => {
            let to_tag: RelationDef =
                thread_tag::Entity::belongs_to(tag::Entity).from(thread_tag::Column::TagId).to(tag::Column::Id).into();
            thread_tag::Entity::find()
                .select_only()
                .column(thread_tag::Column::ThreadId)
                .column(tag::Column::Name)
                .join(JoinType::InnerJoin, to_tag)
                .filter(thread_tag::Column::ThreadId.is_in(ids))
                .order_by_asc(tag::Column::Name)
                .into_tuple()
                .all(connection)
                .await?
        }
        Carrier::Resource => {
            let to_tag: RelationDef = resource_tag::Entity::belongs_to(tag::Entity)
                .from(resource_tag::Column::TagId)
                .to(tag::Column::Id)
                .into();
            resource_tag::Entity::find()
                .select_only()
                .column(resource_tag::Column::ResourceId)
                .column(tag::Column::Name)
                .join(JoinType::InnerJoin, to_tag)
                .filter(resource_tag::Column::ResourceId.is_in(ids))
                .order_by_asc(tag::Column::Name)
                .into_tuple()
                .all(connection)
                .await?
        }
    };
    let mut names: HashMap<i64, Vec<String>> = HashMap::new();
    for (id, name) in rows {
        names.entry(id).or_default().push(name);
    }
    Ok(names)
}

/// The id of the tag that a typed text means, if there is such a tag.
pub(crate) async fn id_of<C: ConnectionTrait>(connection: &C, typed: &str) -> Result<Option<i64>> {
    Ok(found(connection, typed).await?.map(|row| row.id))
}

/// The tag that a typed text means, if there is such a tag.
pub(crate) async fn found<C: ConnectionTrait>(connection: &C, typed: &str) -> Result<Option<tag::Model>> {
    let Some(name) = name_of(typed) else { return Ok(None) };
    if let Some(row) = tag::Entity::find().filter(tag::Column::Name.eq(name.as_str())).one(connection).await? {
        return Ok(Some(row));
    }
    let Some(synonym) = tag_synonym::Entity::find_by_id(name).one(connection).await? else { return Ok(None) };
    Ok(tag::Entity::find_by_id(synonym.tag_id).one(connection).await?)
}

async fn count<C: ConnectionTrait>(tx: &C, tags: Vec<i64>, change: i64) -> Result<()> {
    if tags.is_empty() {
        return Ok(());
    }
    tag::Entity::update_many()
        .col_expr(tag::Column::ItemCount, Expr::col(tag::Column::ItemCount).add(change))
        .filter(tag::Column::Id.is_in(tags))
        .exec(tx)
        .await?;
    Ok(())
}
