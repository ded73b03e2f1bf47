//! The forum as a member uses it: nothing is answered from what is kept for everybody.

use std::path::Path;

use crate::fill::{REPLIES, SHELVES, Size};
use crate::words::{Numbers, WORDS};
use crate::wrk::{Load, ask_questions, post_answers, wrk_as};
use crate::{Figures, LISTEN};

/// How many things are on a page of a list here.
const LIMIT: usize = 10;

/// How many threads the member has looked at; in each of them something is new since.
const SEEN: usize = 1_000;

/// Lists and pages.
pub fn read(figures: &mut Figures, folder: &Path, token: &str, size: Size, constant: &Load) {
    let base = format!("http://{LISTEN}/api/v1");
    let mut measure_by = |what: &str, paths: &[String], aim: &str, connections: usize| {
        let urls: Vec<_> = paths.iter().map(|path| format!("{base}{path}")).collect();
        let load = wrk_as(folder, &what.replace([' ', ','], "-"), &urls, Some(token), connections);
        figures.load(what, &load, constant, aim);
    };
    // Titles as they are typed: each is asked for when it has three words, and with each word that follows.
    let mut numbers = Numbers(5);
    let titles: Vec<_> = (0..1_000)
        .map(|turn| format!("/similar-threads?title={}", numbers.words(3 + turn % 6).replace(' ', "+")))
        .collect();
    measure_by("similar threads, one who types", &titles, "p99 below 50 ms", 1);
    measure_by("similar threads, 8 who type", &titles, "", 8);
    let mut measure = |what: &str, paths: &[String], aim: &str| measure_by(what, paths, aim, 32);
    let lists = |more: &str| vec![format!("/questions?limit={LIMIT}{more}")];
    measure("newest questions, as a member", &lists(""), "");
    measure("latest active, as a member", &lists("&sort=active"), "");
    measure("unanswered, as a member", &lists("&unanswered=true"), "");
    let tags: Vec<_> = WORDS.iter().take(40).map(|word| format!("/questions?limit={LIMIT}&tag={word}")).collect();
    measure("questions with a tag, as a member", &tags, "");
    let shelves: Vec<_> = SHELVES.iter().map(|shelf| format!("/questions?limit={LIMIT}&shelf={shelf}")).collect();
    measure("questions on a shelf, as a member", &shelves, "");
    look_at(token, size);
    measure("unread, as a member", &lists("&view=unread"), "");
    measure("unread and latest active, as a member", &lists("&view=unread&sort=active"), "");
    let last = size.questions / LIMIT - 1;
    let deep = |order: &str| {
        let after = cursor(token, order, last);
        vec![format!("/questions?limit={LIMIT}{order}&after={after}")]
    };
    measure(&format!("page {last} of the newest"), &deep(""), "at least half of page 1");
    measure(&format!("page {last} of the latest active"), &deep("&sort=active"), "at least half of page 1");
    let threads: Vec<_> = (1..=2_000).map(|turn| format!("/questions/{}", turn * 7 % size.questions + 1)).collect();
    measure("a question with its answers, as a member", &threads, "");
    let long = size.questions + 1;
    measure(&format!("a discussion of {REPLIES} replies"), &[format!("/discussions/{long}")], "");
    let after = replies_cursor(token, long);
    measure("its last replies", &[format!("/discussions/{long}/replies?limit=30&after={after}")], "");
}

/// Writing; posting answers by eight is measured by its caller.
pub fn write(figures: &mut Figures, folder: &Path, tokens: &[String], size: Size, commits: f64) {
    let aim = "of the bare rate of commits";
    let alone = post_answers(folder, &tokens[..1], size.questions);
    figures.ratio("posting an answer, 1 writer", alone.rate, commits, aim);
    figures.ratio("asking a question, 1 writer", ask_questions(folder, &tokens[..1]).rate, commits, aim);
    figures.ratio("asking a question, 8 writers", ask_questions(folder, tokens).rate, commits, aim);
}

/// Looks at threads as far as their opening.
fn look_at(token: &str, size: Size) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let http = reqwest::Client::new();
        for turn in 0..SEEN {
            let url = format!("http://{LISTEN}/api/v1/threads/{}/views", turn * 13 % size.questions + 1);
            let view = http.post(url).bearer_auth(token).json(&serde_json::json!({"number": 1}));
            view.send().await.unwrap().error_for_status().unwrap();
        }
    });
}

/// The cursor of the page of a list after so many.
fn cursor(token: &str, order: &str, pages: usize) -> String {
    follow(token, &format!("/questions?limit=100{order}"), pages * LIMIT / 100)
}

fn replies_cursor(token: &str, id: usize) -> String {
    follow(token, &format!("/discussions/{id}/replies?limit=100"), REPLIES / 100 - 1)
}

fn follow(token: &str, path: &str, pages: usize) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let http = reqwest::Client::new();
        let mut after = String::new();
        for _ in 0..pages {
            let more = if after.is_empty() { String::new() } else { format!("&after={after}") };
            let url = format!("http://{LISTEN}/api/v1{path}{more}");
            let answer = http.get(url).bearer_auth(token).send().await.unwrap().error_for_status().unwrap();
            let page: serde_json::Value = answer.json().await.unwrap();
            page["next"].as_str().expect("a list of so many pages").clone_into(&mut after);
        }
        after
    })
}
