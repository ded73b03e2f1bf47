//! Demo content: a small made-up network, so that a newcomer sees the product at work.

mod forum;
mod joining;
mod people;

use std::collections::{HashMap, HashSet};

use api_types::resources::{NewResource, ResourceKind};
use api_types::{LibraryId, OrganisationId, ShelfId};
use domain::{Deps, Error, Result, Signed};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The password of every demo member.
pub const PASSWORD: &str = "a shelf of our own";

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

#[derive(rust_embed::RustEmbed)]
#[folder = "demo"]
struct Content;

#[derive(Deserialize)]
struct DemoResource {
    title: String,
    summary: String,
    kind: ResourceKind,
    shelf: String,
    tags: Vec<String>,
    by: String,
    days_ago: i64,
    url: Option<String>,
    file: Option<String>,
    licence: Option<String>,
}

/// Who and what the content refers to by name.
#[derive(Default)]
struct Names {
    libraries: HashMap<String, LibraryId>,
    /// Those of them that have joined.
    joined: HashSet<String>,
    organisations: HashMap<String, OrganisationId>,
    members: HashMap<String, Signed>,
    shelves: HashMap<String, ShelfId>,
}

impl Names {
    fn member(&self, key: &str) -> Result<&Signed> {
        self.members.get(key).ok_or_else(|| Error::internal("reading the demo content", format!("no member {key}")))
    }

    fn shelf(&self, slug: &str) -> Result<ShelfId> {
        self.shelves
            .get(slug)
            .copied()
            .ok_or_else(|| Error::internal("reading the demo content", format!("no shelf {slug}")))
    }
}

fn read<T: DeserializeOwned>(name: &str) -> Result<T> {
    let file =
        Content::get(name).ok_or_else(|| Error::internal("reading the demo content", format!("no file {name}")))?;
    serde_json::from_slice(&file.data).map_err(|error| Error::internal("reading the demo content", error))
}

/// Fills an empty database and says what is there now, with the demo sign-ins.
pub async fn fill(deps: &Deps) -> Result<String> {
    let network = domain::admin::get_network(deps).await?;
    if network.member_count > 0 || network.question_count > 0 {
        return Err(Error::Conflict("the database is not empty: demo content goes into a new one only"));
    }
    let mut names = Names::default();
    for shelf in domain::topics::list_shelves(deps).await? {
        names.shelves.insert(shelf.slug, shelf.id);
    }
    let libraries = people::fill_libraries(deps, &mut names).await?;
    let members = people::fill_members(deps, &mut names).await?;
    let threads = forum::fill_threads(deps, &names).await?;
    let resources = fill_resources(deps, &names).await?;
    let applications = joining::fill_applications(deps, &names).await?;
    let organisations = people::fill_organisations(deps, &mut names).await?;
    let prospects = joining::fill_prospects(deps, &names).await?;
    Ok(format!(
        "Demo content: {libraries} libraries, {organisations} organisations, {members} members, {threads} questions and discussions, \
         {resources} resources, {applications} applications, {prospects} prospects.\n\
         Sign in as staff@example.org (administrator), moderator@example.org or member@example.org,\n\
         each with the password: {PASSWORD}"
    ))
}

/// A time so many days ago; things of one day are a few minutes apart.
fn time_of(now: i64, days_ago: i64, index: usize) -> i64 {
    now - days_ago * DAY - i64::try_from(index % 40).unwrap_or(0) * 7 * MINUTE - 5 * MINUTE
}

async fn fill_resources(deps: &Deps, names: &Names) -> Result<usize> {
    let now = deps.clock.now();
    let mut resources: Vec<DemoResource> = read("resources.json")?;
    resources.sort_by_key(|resource| std::cmp::Reverse(resource.days_ago));
    let count = resources.len();
    for (index, resource) in resources.into_iter().enumerate() {
        let author = names.member(&resource.by)?;
        let mut file_id = None;
        if let Some(name) = &resource.file {
            let file = Content::get(name)
                .ok_or_else(|| Error::internal("reading the demo content", format!("no file {name}")))?;
            let bytes = bytes::Bytes::from(file.data.into_owned());
            let chunks = futures_util::stream::iter([std::io::Result::Ok(bytes)]);
            let name = name.rsplit('/').next().unwrap_or(name);
            file_id = Some(domain::resources::upload_file(deps, author, name, chunks).await?.id);
        }
        let new = NewResource {
            title: resource.title,
            summary: resource.summary,
            kind: resource.kind,
            shelf_id: names.shelf(&resource.shelf)?,
            tags: resource.tags,
            url: resource.url,
            file_id,
            licence: resource.licence,
        };
        domain::resources::add_resource_at(deps, author.id, &new, time_of(now, resource.days_ago, count - index))
            .await?;
    }
    Ok(count)
}
