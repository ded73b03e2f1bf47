//! Fills a database through the use cases, so that it is as the product would have made it.

use std::fmt::Write as _;
use std::path::Path;

use api_types::accounts::Role;
use api_types::forum::{NewPost, NewThread};
use api_types::membership::{AffiliationRole, ImportQuery, Language};
use api_types::resources::{NewResource, ResourceKind};
use api_types::{MemberId, ShelfId, ThreadId};
use domain::{Deps, Signed};

use crate::words::Numbers;

const MEMBERS: usize = 20_000;
const LIBRARIES: usize = 5_000;
/// How many of the libraries have joined.
const ORGANISATIONS: usize = 1_000;
/// How many questions there are.
pub const QUESTIONS: usize = 20_000;
const ANSWERS: usize = 100_000;
const RESOURCES: usize = 5_000;
/// The password of all members.
pub const PASSWORD: &str = "a shelf of our own";
/// Changed whenever the content changes.
const EDITION: &str = "2";

/// The address of a member, counted from 0.
pub fn email(member: usize) -> String {
    format!("member{member}@example.org")
}

/// Fills the folder, unless it is full already.
pub fn fill(folder: &Path) {
    let mark = folder.join("edition");
    if std::fs::read_to_string(&mark).is_ok_and(|edition| edition == EDITION) {
        return;
    }
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).unwrap();
    eprintln!("filling {} (some minutes, once)", folder.display());
    let values = [("data_folder", folder.display().to_string())].map(|(name, value)| (name.to_owned(), value));
    let config = server::config::Config::from_values(&values.into_iter().collect(), Vec::new()).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let deps = server::assemble::assemble(&config).await.unwrap();
        content(&deps).await;
        domain::search::catch_up(&deps).await.unwrap();
    });
    std::fs::write(mark, EDITION).unwrap();
}

async fn content(deps: &Deps) {
    let hash = domain::accounts::hash_password(deps, PASSWORD).await.unwrap();
    for member in 0..MEMBERS {
        let name = format!("Member {member}");
        domain::accounts::create_member(deps, &name, &email(member), &hash, Role::Member, Language::En).await.unwrap();
    }
    let mut numbers = Numbers(7);
    places(deps, &mut numbers).await;
    let author = |numbers: &mut Numbers| {
        Signed::without_session(MemberId(i64::try_from(numbers.below(MEMBERS) + 1).unwrap()), Role::Member)
    };
    for place in 0..QUESTIONS {
        let new = NewThread {
            title: format!("{} {place}", numbers.words(8)),
            body: numbers.words(70),
            shelf_id: ShelfId(i64::try_from(numbers.below(8) + 1).unwrap()),
            tags: vec![numbers.words(1), numbers.words(1)],
            space_id: None,
            nation: None,
            is_confidential: false,
            organisation_id: None,
        };
        let author = author(&mut numbers);
        domain::forum::ask_question(deps, &author, &new).await.unwrap();
        if place % 2_000 == 0 {
            eprintln!("{place} questions");
        }
    }
    for place in 0..ANSWERS {
        let new = NewPost { body: numbers.words(60), ..NewPost::default() };
        let question = ThreadId(i64::try_from(place % QUESTIONS + 1).unwrap());
        let author = author(&mut numbers);
        domain::forum::answer_question(deps, &author, question, &new).await.unwrap();
        if place % 10_000 == 0 {
            eprintln!("{place} answers");
        }
    }
    for place in 0..RESOURCES {
        let new = NewResource {
            title: format!("{} {place}", numbers.words(7)),
            summary: numbers.words(50),
            kind: ResourceKind::ALL[place % ResourceKind::ALL.len()],
            shelf_id: ShelfId(i64::try_from(numbers.below(8) + 1).unwrap()),
            tags: vec![numbers.words(1)],
            url: Some(format!("https://example.org/{place}")),
            file_id: None,
            licence: None,
        };
        let author = author(&mut numbers);
        domain::resources::add_resource(deps, &author, &new).await.unwrap();
    }
}

/// A register of libraries all over the country, of which some have joined with twenty people each.
async fn places(deps: &Deps, numbers: &mut Numbers) {
    let regions = [
        ("North West", "England", 53.2, -3.0),
        ("East of England", "England", 51.8, 0.0),
        ("South West", "England", 50.6, -4.2),
        ("Wales", "Wales", 51.6, -4.2),
        ("Scotland", "Scotland", 55.2, -4.4),
    ];
    let mut csv = String::from("name,authority,region,nation,postcode,latitude,longitude,community_managed\n");
    for place in 0..LIBRARIES {
        let (region, nation, south, west) = regions[place % regions.len()];
        let part = |numbers: &mut Numbers| numbers.below(10_000) as f64 / 5_000.0;
        let (latitude, longitude) = (south + part(numbers), west + part(numbers));
        let words = numbers.words(2);
        let postcode = format!("LS{} {}AA", place / 10 % 90 + 1, place % 10);
        writeln!(
            csv,
            "{words} Library {place},Council {},{region},{nation},{postcode},{latitude:.4},{longitude:.4},yes",
            place % 200
        )
        .unwrap();
    }
    domain::membership::import_libraries(deps, &ImportQuery { preview: false }, csv.as_bytes()).await.unwrap();
    for place in 0..ORGANISATIONS {
        let library = i64::try_from(place * (LIBRARIES / ORGANISATIONS) + 1).unwrap();
        let each = MEMBERS / ORGANISATIONS;
        let people: Vec<_> = (0..each)
            .map(|person| (i64::try_from(place * each + person + 1).unwrap(), AffiliationRole::Volunteer))
            .collect();
        domain::membership::create_organisation(deps, library, &people).await.unwrap();
    }
}
