//! Fills a database through the use cases, so that it is as the product would have made it.

use std::path::Path;

use api_types::accounts::Role;
use api_types::forum::{NewAnswer, NewQuestion};
use api_types::membership::Language;
use api_types::resources::{NewResource, ResourceKind};
use api_types::{MemberId, QuestionId, ShelfId};
use domain::{Deps, Signed};

use crate::words::Numbers;

const MEMBERS: usize = 2_000;
/// How many questions there are.
pub const QUESTIONS: usize = 20_000;
const ANSWERS: usize = 100_000;
const RESOURCES: usize = 5_000;
/// The password of all members.
pub const PASSWORD: &str = "a shelf of our own";
/// Changed whenever the content changes.
const EDITION: &str = "1";

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
    let author = |numbers: &mut Numbers| {
        Signed::without_session(MemberId(i64::try_from(numbers.below(MEMBERS) + 1).unwrap()), Role::Member)
    };
    for place in 0..QUESTIONS {
        let new = NewQuestion {
            title: format!("{} {place}", numbers.words(8)),
            body: numbers.words(70),
            shelf_id: ShelfId(i64::try_from(numbers.below(8) + 1).unwrap()),
            tags: vec![numbers.words(1), numbers.words(1)],
        };
        let author = author(&mut numbers);
        domain::forum::ask_question(deps, &author, &new).await.unwrap();
        if place % 2_000 == 0 {
            eprintln!("{place} questions");
        }
    }
    for place in 0..ANSWERS {
        let new = NewAnswer { body: numbers.words(60) };
        let question = QuestionId(i64::try_from(place % QUESTIONS + 1).unwrap());
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
