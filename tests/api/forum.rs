//! Questions, answers and votes.

use api_types::forum::{AcceptedAnswer, NewPost, NewPreview, NewVote, ThreadPatch, ThreadQuery};
use api_types::{ErrorCode, ShelfId};
use harness::{TestApp, question};

fn answer(text: &str) -> NewPost {
    NewPost { body: text.into(), ..NewPost::default() }
}

#[tokio::test]
async fn ask_answer_vote_and_accept_show_in_the_question() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("What did you refuse to take on in your lease?")).await.unwrap();
    assert_eq!(
        (asked.slug.as_str(), asked.tags.as_slice()),
        ("what-did-you-refuse-to-take-on-in-your-lease", &["leases".to_owned()][..])
    );
    let given = bea.answer_question(asked.id, &answer("The roof. Ask for a **schedule**.")).await.unwrap();
    assert!(given.body_html.contains("<strong>schedule</strong>"));
    let votes = ada.vote_on_post(given.id, &NewVote { value: 1 }).await.unwrap();
    assert_eq!((votes.score, votes.vote), (1, 1));
    ada.accept_answer(asked.id, &AcceptedAnswer { answer_id: Some(given.id) }).await.unwrap();
    let seen = app.anonymous().get_question(asked.id).await.unwrap();
    assert_eq!((seen.answer_count, seen.accepted_answer_id), (1, Some(given.id)));
    assert!(seen.answers.items[0].is_accepted);
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn vote_on_post_many_at_once_counts_once() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("Who votes two hundred times for this?")).await.unwrap();
    let vote = NewVote { value: 1 };
    let all = futures_util::future::join_all((0..200).map(|_| bea.vote_on_post(asked.opening.id, &vote))).await;
    assert!(all.iter().all(Result::is_ok), "{:?}", all.iter().find(|vote| vote.is_err()));
    assert_eq!(app.anonymous().get_question(asked.id).await.unwrap().opening.score, 1);
    let own = ada.vote_on_post(asked.opening.id, &vote).await.unwrap_err();
    assert_eq!(own.code(), Some(ErrorCode::Forbidden));
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn answer_question_many_at_once_keeps_the_good_ones_and_no_trace_of_the_others() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("Who answers forty times at once?")).await.unwrap();
    let missing = api_types::ThreadId(999_999);
    let new = answer("Those who write together are kept together, or not at all.");
    let all = (0..40).map(|turn| bea.answer_question(if turn % 3 == 0 { missing } else { asked.id }, &new));
    let all = futures_util::future::join_all(all).await;
    let kept = all.iter().filter(|answer| answer.is_ok()).count();
    assert!(all.iter().all(|answer| answer.as_ref().map_or_else(|error| error.status() == Some(404), |_| true)));
    assert_eq!(kept, 26);
    assert_eq!(app.anonymous().get_question(asked.id).await.unwrap().answer_count, 26);
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn update_question_needs_the_version_that_is_there() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("May anybody change what I wrote?")).await.unwrap();
    let patch = ThreadPatch { title: Some("May others change what I wrote?".into()), ..Default::default() };
    assert_eq!(
        bea.update_question(asked.id, asked.opening.version, &patch).await.unwrap_err().code(),
        Some(ErrorCode::Forbidden)
    );
    let changed = ada.update_question(asked.id, asked.opening.version, &patch).await.unwrap();
    assert_eq!(changed.title, "May others change what I wrote?");
    assert_eq!(
        ada.update_question(asked.id, asked.opening.version, &patch).await.unwrap_err().code(),
        Some(ErrorCode::EditConflict)
    );
    let without = reqwest::Client::new()
        .patch(format!("{}/api/v1/questions/{}", app.base_url, asked.id))
        .bearer_auth(ada.token().unwrap())
        .json(&patch)
        .send()
        .await
        .unwrap();
    assert_eq!(without.status(), 428);
}

#[tokio::test]
async fn list_questions_pages_through_all_of_them_once() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let mut wanted = Vec::new();
    for number in 0..25 {
        wanted.push(ada.ask_question(&question(&format!("Question number {number} of many"))).await.unwrap().id);
    }
    wanted.reverse();
    let mut found = Vec::new();
    let mut query = ThreadQuery { limit: Some(10), unanswered: Some(true), ..Default::default() };
    loop {
        let page = app.anonymous().list_questions(&query).await.unwrap();
        found.extend(page.items.iter().map(|question| question.id));
        let Some(next) = page.next else { break };
        query.after = Some(next);
    }
    assert_eq!(found, wanted);
    for (shelf, tag, count) in [("premises", "leases", 20), ("law", "leases", 0), ("premises", "nothing", 0)] {
        let query = ThreadQuery { shelf: Some(shelf.into()), tag: Some(tag.into()), ..Default::default() };
        assert_eq!(app.anonymous().list_questions(&query).await.unwrap().items.len(), count, "{shelf} {tag}");
    }
}

#[tokio::test]
async fn ask_question_on_a_missing_shelf_or_with_a_short_title_names_the_field() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let mut new = question("A good title for a question");
    new.shelf_id = ShelfId(99);
    let client::Error::Problem(problem) = ada.ask_question(&new).await.unwrap_err() else { panic!() };
    assert_eq!(problem.errors[0].field, "shelf_id");
    let client::Error::Problem(problem) = ada.ask_question(&question("Short")).await.unwrap_err() else { panic!() };
    assert_eq!((problem.code, problem.errors[0].field.as_str()), (ErrorCode::Invalid, "title"));
}

#[tokio::test]
async fn preview_markdown_is_what_would_be_stored_and_never_runs() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) [b](JAVASCRIPT&colon;alert(1)) ![c](https://evil.example/x.png \"t\")\n\n<svg><animate onbegin=alert(1)>\n\n> quote\n\n<div style=\"x\">z</div> [d](data:text/html,x)";
    let preview = ada.preview_markdown(&NewPreview { body: hostile.into() }).await.unwrap().html;
    for bad in ["<script", "<img", "<svg", "<div", "javascript:", "\"data:"] {
        assert!(!preview.to_lowercase().contains(bad), "{bad} in {preview}");
    }
    let mut new = question("Does hostile markdown come through?");
    new.body = hostile.into();
    let asked = ada.ask_question(&new).await.unwrap();
    assert_eq!(asked.opening.body_html, preview);
    assert!(preview.contains("rel=\"nofollow ugc noopener\""), "{preview}");
}
