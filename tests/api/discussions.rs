//! Discussions and their replies.

use api_types::ThreadId;
use api_types::forum::{AcceptedAnswer, NewPost, NewVote, PostQuery, ThreadPatch, ThreadQuery};
use api_types::search::{SearchKind, SearchQuery};
use harness::{TestApp, question};

fn reply(text: &str) -> NewPost {
    NewPost { body: text.into(), ..NewPost::default() }
}

#[tokio::test]
async fn start_discussion_and_reply_to_it_in_the_order_of_time() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let started = ada.start_discussion(&question("What is a community library for?")).await.unwrap();
    for place in 1..=35 {
        bea.reply_to_discussion(started.id, &reply(&format!("Reply {place}."))).await.unwrap();
    }
    let first = app.anonymous().get_discussion(started.id).await.unwrap();
    assert_eq!((first.answer_count, first.answers.items.len(), first.opening.number), (35, 30, 1));
    let useful = ada.vote_on_post(first.answers.items[20].id, &NewVote { value: 1 }).await.unwrap();
    assert_eq!(useful.score, 1);
    // A useful reply stays where it was said.
    let query = PostQuery { limit: Some(10), after: first.answers.next, ..PostQuery::default() };
    let rest = app.anonymous().list_replies(started.id, &query).await.unwrap();
    let numbers: Vec<i32> = rest.items.iter().map(|post| post.number).collect();
    assert_eq!((numbers, rest.next, rest.total), ((32..=36).collect(), None, Some(35)));
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn a_discussion_is_no_question_and_a_question_no_discussion() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let asked = ada.ask_question(&question("Which of the two is the question?")).await.unwrap();
    let started = ada.start_discussion(&question("Which of the two is the discussion?")).await.unwrap();
    let listed = |page: api_types::Page<api_types::forum::ThreadSummary>| -> Vec<ThreadId> {
        page.items.iter().map(|thread| thread.id).collect()
    };
    assert_eq!(listed(ada.list_questions(&ThreadQuery::default()).await.unwrap()), [asked.id]);
    assert_eq!(listed(ada.list_discussions(&ThreadQuery::default()).await.unwrap()), [started.id]);
    let status = |error: client::Error| error.status();
    let (stranger, patch) = (app.anonymous(), ThreadPatch::default());
    assert_eq!(stranger.get_question(started.id).await.map_err(status).unwrap_err(), Some(404));
    assert_eq!(stranger.get_discussion(asked.id).await.map_err(status).unwrap_err(), Some(404));
    assert_eq!(ada.answer_question(started.id, &reply("No.")).await.map_err(status).unwrap_err(), Some(404));
    assert_eq!(ada.reply_to_discussion(asked.id, &reply("No.")).await.map_err(status).unwrap_err(), Some(404));
    assert_eq!(ada.update_question(started.id, 1, &patch).await.map_err(status).unwrap_err(), Some(404));
    let none = AcceptedAnswer { answer_id: None };
    assert_eq!(ada.accept_answer(started.id, &none).await.map_err(status).unwrap_err(), Some(404));
}

#[tokio::test]
async fn update_discussion_and_its_replies_are_found_as_they_are_now() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let started = ada.start_discussion(&question("Should we lend out telescopes?")).await.unwrap();
    let given = ada.reply_to_discussion(started.id, &reply("Only binoculars.")).await.unwrap();
    let patch = ThreadPatch { title: Some("Should we lend out microscopes?".into()), ..ThreadPatch::default() };
    let changed = ada.update_discussion(started.id, started.opening.version, &patch).await.unwrap();
    assert_eq!((changed.opening.version, changed.slug.as_str()), (2, "should-we-lend-out-microscopes"));
    ada.update_post(given.id, given.version, &reply("Only magnifying glasses.")).await.unwrap();
    app.settle().await;
    let find = async |q: &str| {
        let found = app.anonymous().search(&SearchQuery { q: q.into(), ..SearchQuery::default() }).await.unwrap();
        found.items.iter().map(|hit| (hit.kind, hit.thread_id)).collect::<Vec<_>>()
    };
    assert_eq!(find("\"lend microscopes\"").await, []);
    assert_eq!(find("magnifying").await, [(SearchKind::Reply, Some(started.id))]);
    assert_eq!(find("microscopes").await.len(), 2);
    assert_eq!(find("telescopes").await, []);
    assert_eq!(find("binoculars").await, []);
}
