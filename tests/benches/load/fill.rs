//! Fills a database through the use cases, so that it is as the product would have made it.

use std::fmt::Write as _;
use std::io::{BufReader, Read};
use std::path::Path;

use api_types::accounts::Role;
use api_types::forum::ThreadImportQuery;
use api_types::membership::{AffiliationRole, ImportQuery, Language};
use api_types::resources::{NewResource, ResourceKind};
use api_types::{MemberId, ShelfId};
use domain::{Deps, Signed};
use serde_json::json;

use crate::words::Numbers;

const MEMBERS: usize = 20_000;
const LIBRARIES: usize = 5_000;
/// How many of the libraries have joined.
const ORGANISATIONS: usize = 1_000;
/// How many questions and answers there are.
#[derive(Clone, Copy)]
pub struct Size {
    pub questions: usize,
    pub answers: usize,
}

/// As much as the network may have in its first years.
pub const USUAL: Size = Size { questions: 20_000, answers: 100_000 };
/// A million posts.
pub const MILLION: Size = Size { questions: 100_000, answers: 900_000 };
/// How many replies the one discussion has.
pub const REPLIES: usize = 5_000;
/// One question in so many has no answer.
const UNANSWERED: usize = 20;
/// The shelves of a new database.
pub const SHELVES: [&str; 8] =
    ["premises", "volunteers", "funding", "systems", "trustees", "activities", "stock", "law"];
const RESOURCES: usize = 5_000;
/// The password of all members.
pub const PASSWORD: &str = "a shelf of our own";
/// Changed whenever the content changes.
const EDITION: &str = "3";

/// The address of a member, counted from 0.
pub fn email(member: usize) -> String {
    format!("member{member}@example.org")
}

/// Fills the folder, unless it is full already.
pub fn fill(folder: &Path, size: Size) {
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
        content(&deps, size).await;
        domain::search::catch_up(&deps).await.unwrap();
    });
    std::fs::write(mark, EDITION).unwrap();
}

/// The threads as a file for the import would have them, made as they are read.
struct Rows {
    size: Size,
    next: usize,
    numbers: Numbers,
    line: Vec<u8>,
    read: usize,
}

impl Rows {
    fn row(&mut self) -> Option<String> {
        let place = self.next;
        self.next += 1;
        // A minute lies between two questions, and their answers follow within the year.
        let time = |minutes: usize| {
            let days = minutes / 1440;
            let (year, day) = (2000 + days / 360, days % 360);
            format!(
                "{year}-{:02}-{:02}T{:02}:{:02}:00Z",
                day / 30 + 1,
                day % 30 % 28 + 1,
                minutes / 60 % 24,
                minutes % 60
            )
        };
        let author = |numbers: &mut Numbers| json!({"member": numbers.below(MEMBERS) + 1});
        let (kind, answers) = match place.checked_sub(self.size.questions) {
            None if place.is_multiple_of(UNANSWERED) => ("question", 0),
            None => {
                let answered = self.size.questions - self.size.questions / UNANSWERED;
                let turn = place - place / UNANSWERED - 1;
                ("question", self.size.answers / answered + usize::from(turn < self.size.answers % answered))
            }
            Some(0) => ("discussion", REPLIES),
            Some(_) => return None,
        };
        let numbers = &mut self.numbers;
        let answers: Vec<_> = (0..answers)
            .map(|turn| {
                let created = time(place + (turn + 1) * 997);
                json!({"id": turn.to_string(), "body": numbers.words(60), "created": created, "author": author(numbers)})
            })
            .collect();
        let row = json!({
            "source": "bench", "id": place.to_string(), "kind": kind, "title": format!("{} {place}", numbers.words(8)),
            "body": numbers.words(70), "tags": [numbers.words(1), numbers.words(1)],
            "shelf": SHELVES[numbers.below(SHELVES.len())], "created": time(place), "author": author(numbers),
            "answers": answers,
        });
        Some(format!("{row}\n"))
    }
}

impl Read for Rows {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.read == self.line.len() {
            self.line = self.row().unwrap_or_default().into_bytes();
            self.read = 0;
        }
        let count = out.len().min(self.line.len() - self.read);
        out[..count].copy_from_slice(&self.line[self.read..self.read + count]);
        self.read += count;
        Ok(count)
    }
}

async fn content(deps: &Deps, size: Size) {
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
    let began = std::time::Instant::now();
    let rows =
        BufReader::with_capacity(1 << 20, Rows { size, next: 0, numbers: Numbers(11), line: Vec::new(), read: 0 });
    let query = ThreadImportQuery::default();
    let report = domain::forum::import_threads(deps, &query, rows, |report| {
        if report.rows % 10_000 == 0 {
            eprintln!("{} threads, {} posts", report.rows, report.posts_created);
        }
    });
    let report = report.await.unwrap();
    assert_eq!(report.failed, 0, "{report:?}");
    let rate = report.posts_created as f64 / began.elapsed().as_secs_f64();
    eprintln!("{} posts imported, {rate:.0} a second", report.posts_created);
    for place in 0..RESOURCES {
        let new = NewResource {
            title: format!("{} {place}", numbers.words(7)),
            summary: numbers.words(50),
            kind: ResourceKind::ALL[place % ResourceKind::ALL.len()],
            shelf_id: ShelfId(i64::try_from(numbers.below(SHELVES.len()) + 1).unwrap()),
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
