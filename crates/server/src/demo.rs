//! Demo content: a small made-up network, so that a newcomer sees the product at work.

use std::collections::HashMap;

use api_types::accounts::Role;
use api_types::forum::{AcceptedAnswer, NewAnswer, NewQuestion, NewVote};
use api_types::membership::{AffiliationRole, Answers, Language, NewApplication};
use api_types::people::ProfilePatch;
use api_types::resources::{NewResource, ResourceKind};
use api_types::{LibraryId, ShelfId};
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
struct DemoLibrary {
    name: String,
    authority: String,
    nation: api_types::membership::Nation,
    region: String,
    town: String,
    postcode: String,
}

#[derive(Deserialize)]
struct DemoMember {
    key: String,
    name: String,
    library: Option<String>,
    role: Role,
    language: Language,
    profile: Option<ProfilePatch>,
}

#[derive(Deserialize)]
struct DemoQuestion {
    title: String,
    body: String,
    shelf: String,
    tags: Vec<String>,
    by: String,
    days_ago: i64,
    votes: Vec<String>,
    answers: Vec<DemoAnswer>,
}

#[derive(Deserialize)]
struct DemoAnswer {
    by: String,
    body: String,
    days_ago: i64,
    votes: Vec<String>,
    accepted: bool,
}

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

#[derive(Deserialize)]
struct DemoApplication {
    name: String,
    email: String,
    telephone: Option<String>,
    language: Language,
    days_ago: i64,
    member_type: String,
    answers: serde_json::Map<String, serde_json::Value>,
}

/// Who and what the content refers to by name.
#[derive(Default)]
struct Names {
    libraries: HashMap<String, i64>,
    /// Those of them that nobody has claimed.
    unclaimed: HashMap<String, i64>,
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

fn read<T: DeserializeOwned>(name: &str) -> Result<Vec<T>> {
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
    let libraries: Vec<DemoLibrary> = read("libraries.json")?;
    let members: Vec<DemoMember> = read("members.json")?;
    for library in &libraries {
        let is_claimed = members.iter().any(|member| member.library.as_ref() == Some(&library.name));
        let id = domain::membership::create_library(
            deps,
            &library.name,
            &library.authority,
            library.nation,
            &library.region,
            &library.town,
            &library.postcode,
        )
        .await?;
        names.libraries.insert(library.name.clone(), id);
        if !is_claimed {
            names.unclaimed.insert(library.name.clone(), id);
        }
    }
    let members = fill_members(deps, &members, &mut names).await?;
    let questions = fill_questions(deps, &names).await?;
    let resources = fill_resources(deps, &names).await?;
    let applications = fill_applications(deps, &names).await?;
    Ok(format!(
        "Demo content: {} libraries, {members} members, {questions} questions, {resources} resources, {applications} applications.\n\
         Sign in as staff@example.org (administrator), moderator@example.org or member@example.org,\n\
         each with the password: {PASSWORD}",
        libraries.len(),
    ))
}

async fn fill_members(deps: &Deps, members: &[DemoMember], names: &mut Names) -> Result<usize> {
    let hash = domain::accounts::hash_password(deps, PASSWORD).await?;
    for member in members {
        let email = format!("{}@example.org", member.key);
        let id =
            domain::accounts::create_member(deps, &member.name, &email, &hash, member.role, member.language).await?;
        let signed = Signed::without_session(id, member.role);
        if let Some(profile) = &member.profile {
            domain::people::update_profile(deps, &signed, 1, profile).await?;
        }
        names.members.insert(member.key.clone(), signed);
    }
    for (library, id) in &names.libraries {
        let belongs = |member: &&DemoMember| member.library.as_ref() == Some(library);
        let people: Vec<_> = members
            .iter()
            .filter(belongs)
            .enumerate()
            .map(|(place, member)| {
                let role = if place == 0 { AffiliationRole::Trustee } else { AffiliationRole::Volunteer };
                names.member(&member.key).map(|signed| (signed.id.0, role))
            })
            .collect::<Result<_>>()?;
        if !people.is_empty() {
            domain::membership::create_organisation(deps, *id, &people).await?;
        }
    }
    Ok(members.len())
}

/// A time so many days ago; things of one day are a few minutes apart.
fn time_of(now: i64, days_ago: i64, index: usize) -> i64 {
    now - days_ago * DAY - i64::try_from(index % 40).unwrap_or(0) * 7 * MINUTE - 5 * MINUTE
}

async fn fill_questions(deps: &Deps, names: &Names) -> Result<usize> {
    let now = deps.clock.now();
    let mut questions: Vec<DemoQuestion> = read("questions.json")?;
    questions.sort_by_key(|question| std::cmp::Reverse(question.days_ago));
    let count = questions.len();
    for (index, question) in questions.into_iter().enumerate() {
        let asked_at = time_of(now, question.days_ago, count - index);
        let author = names.member(&question.by)?;
        let new = NewQuestion {
            title: question.title,
            body: question.body,
            shelf_id: names.shelf(&question.shelf)?,
            tags: question.tags,
        };
        let id = domain::forum::ask_question_at(deps, author.id, &new, asked_at).await?;
        for voter in &question.votes {
            domain::forum::vote_on_question(deps, names.member(voter)?, id, &NewVote { value: 1 }).await?;
        }
        for (place, answer) in question.answers.into_iter().enumerate() {
            let earliest = asked_at + (i64::try_from(place).unwrap_or(0) + 1) * 11 * MINUTE;
            let answered_at = time_of(now, answer.days_ago, place).max(earliest).min(now);
            let new = NewAnswer { body: answer.body };
            let answer_id =
                domain::forum::answer_question_at(deps, names.member(&answer.by)?.id, id, &new, answered_at).await?;
            for voter in &answer.votes {
                domain::forum::vote_on_answer(deps, names.member(voter)?, answer_id, &NewVote { value: 1 }).await?;
            }
            if answer.accepted {
                domain::forum::accept_answer(deps, author, id, &AcceptedAnswer { answer_id: Some(answer_id) }).await?;
            }
        }
    }
    Ok(count)
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

async fn fill_applications(deps: &Deps, names: &Names) -> Result<usize> {
    let now = deps.clock.now();
    let mut applications: Vec<DemoApplication> = read("applications.json")?;
    // Those that came first have the lower ids, as in life.
    applications.sort_by_key(|application| std::cmp::Reverse(application.days_ago));
    let count = applications.len();
    for (index, application) in applications.into_iter().enumerate() {
        let mut answers = application.answers;
        answers.insert("member_type".into(), application.member_type.into());
        let mut answers: Answers = serde_json::from_value(answers.into())
            .map_err(|error| Error::internal("reading the demo content", error))?;
        if let Answers::Library { library_id, library_name: Some(name), .. } = &mut answers {
            *library_id = names.unclaimed.get(name).copied().map(LibraryId);
        }
        let new = NewApplication {
            name: application.name,
            email: application.email,
            telephone: application.telephone.filter(|number| !number.is_empty()),
            language: application.language,
            answers,
            form_answers: Vec::new(),
            organisation_id: None,
            invitation: None,
            referral: None,
            draft: None,
            agrees: true,
        };
        let created_at = time_of(now, application.days_ago, index);
        domain::membership::create_submitted_application(deps, &new, created_at).await?;
    }
    Ok(count)
}
