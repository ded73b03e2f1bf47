//! Importing threads from elsewhere.

use std::process::Command;

use api_types::forum::{
    ChangeKind, CloseReason, NewPost, NewVote, PostQuery, RevisionQuery, ThreadImportQuery, ThreadImportReport,
    ThreadKind, ThreadPatch, ThreadQuery, ThreadSummary,
};
use api_types::people::MemberQuery;
use api_types::privacy::{NewErasure, PostsAfter};
use api_types::search::SearchQuery;
use api_types::{ErrorCode, ThreadId};
use client::Client;
use harness::TestApp;
use serde_json::{Value, json};

/// A question as a file has it, with two answers, of which the later one stands first and is accepted.
fn question() -> Value {
    json!({
        "source": "forum.example", "id": "17", "title": "Who repairs a roof that leaks on the large print?",
        "html": "<p>It drips on <b>large print</b>.<script>alert(1)</script></p><ul><li>one</li><li>two</li></ul>\
            <pre><code>if leak { call() }\n</code></pre><a href=\"javascript:alert(2)\">here</a>\
            <a href=\"https://roofs.example/a\">a roofer</a>",
        "tags": ["Roof", "repairs"], "shelf": "premises", "created": "2015-03-10T09:00:00Z", "score": 4, "views": 698,
        "author": {"id": "7", "name": "Jo Long"}, "licence": "CC BY-SA 3.0", "url": "https://forum.example/q/17",
        "comments": [{"body": "Which roof?", "created": "2015-03-10T10:00:00Z", "author": {"id": "8", "name": "Kit"}}],
        "answers": [
            {"id": "19", "body": "The council, if the lease says so.", "created": "2015-03-12T09:00:00Z",
                "score": 9, "accepted": true, "author": {"id": "8", "name": "Kit"}},
            {"id": "18", "body": "A **roofer** with a ladder.", "created": "2015-03-11T09:00:00Z", "score": -1}
        ]
    })
}

fn discussion() -> Value {
    json!({
        "source": "forum.example", "id": "20", "kind": "discussion", "title": "How was your summer, everybody?",
        "body": "Ours was dry, luckily.", "created": "2015-09-01", "author": {"id": "7", "name": "Jo Long"},
        "duplicate_of": "17"
    })
}

fn lines(rows: &[Value]) -> Vec<u8> {
    rows.iter().flat_map(|row| [row.to_string().into_bytes(), b"\n".to_vec()]).flatten().collect()
}

fn on(shelf: &str) -> ThreadImportQuery {
    ThreadImportQuery { preview: false, shelf: Some(shelf.into()) }
}

async fn import(admin: &Client, rows: &[Value]) -> ThreadImportReport {
    admin.import_threads(&on("activities"), lines(rows)).await.unwrap()
}

async fn questions(client: &Client) -> Vec<ThreadSummary> {
    client.list_questions(&ThreadQuery::default()).await.unwrap().items
}

async fn assert_true(app: &TestApp) {
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn import_threads_brings_questions_with_answers_scores_and_where_they_are_from() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let report = import(&admin, &[discussion(), question()]).await;
    assert_eq!((report.rows, report.created, report.failed, report.posts_created), (2, 2, 0, 4), "{report:?}");
    let anonymous = app.anonymous();
    let listed = questions(&anonymous).await;
    assert_eq!((listed.len(), listed[0].answer_count, listed[0].score, listed[0].is_answered), (1, 2, 4, true));
    assert_eq!(listed[0].tags, ["repairs", "roof"]);
    let found = anonymous.get_question(listed[0].id).await.unwrap();
    assert_eq!(found.view_count, 698);
    let html = &found.opening.body_html;
    for part in ["<strong>large print</strong>", "<li>one</li>", "if leak { call() }", "https://roofs.example/a"] {
        assert!(html.contains(part), "{part} in {html}");
    }
    for part in ["CC BY-SA 3.0", "https://forum.example/q/17", "<blockquote>", "Which roof?"] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("alert"), "{html}");
    assert_eq!(found.opening.author.as_ref().unwrap().name, "Jo Long (forum.example)");
    let answers = &found.answers.items;
    assert_eq!((answers[0].number, answers[0].score, answers[0].is_accepted), (3, 9, true));
    assert_eq!((answers[1].number, answers[1].score, answers[1].is_accepted), (2, -1, false));
    let repeated = anonymous.list_discussions(&ThreadQuery::default()).await.unwrap().items.remove(0);
    assert_eq!((repeated.kind, repeated.shelf.as_str()), (ThreadKind::Discussion, "activities"));
    let closed = anonymous.get_discussion(repeated.id).await.unwrap().closed.unwrap();
    assert_eq!((closed.reason, closed.duplicate_of.map(|link| link.id)), (CloseReason::Duplicate, Some(found.id)));
    assert_true(&app).await;

    domain::search::catch_up(&app.deps).await.unwrap();
    let query = SearchQuery { q: "roofer ladder".into(), ..Default::default() };
    assert_eq!(anonymous.search(&query).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn import_threads_again_updates_and_leaves_alone_what_was_edited_or_deleted_here() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    import(&admin, &[question(), discussion()]).await;
    let again = import(&admin, &[question(), discussion()]).await;
    assert_eq!((again.unchanged, again.created, again.updated, again.posts_created), (2, 0, 0, 0), "{again:?}");

    let mut changed = question();
    changed["title"] = "Who mends a roof that leaks on the large print?".into();
    changed["score"] = 6.into();
    changed["tags"] = json!(["roof"]);
    changed["shelf"] = "law".into();
    changed["answers"].as_array_mut().unwrap().push(
        json!({"id": "30", "body": "Ask the neighbours.", "created": "2016-01-01", "author": {"id": "9", "name": "Lee"}}),
    );
    let updated = import(&admin, &[changed.clone()]).await;
    assert_eq!((updated.updated, updated.posts_created, updated.posts_updated), (1, 1, 1), "{updated:?}");
    let listed = questions(&app.anonymous()).await;
    assert_eq!((listed[0].title.as_str(), listed[0].score), ("Who mends a roof that leaks on the large print?", 6));
    assert_eq!((listed[0].shelf.as_str(), listed[0].tags.len(), listed[0].answer_count), ("law", 1, 3));
    let opening = app.anonymous().get_question(listed[0].id).await.unwrap().opening;
    let states = admin.list_revisions(opening.id, &RevisionQuery::default()).await.unwrap().items;
    let said = |place: usize, kind| states[place].title.iter().any(|part| part.kind == kind && part.text == "repairs");
    assert_eq!((states.len(), opening.edited_at.is_some()), (2, true));
    assert!(said(0, ChangeKind::Removed) && states[1].title[0].text.starts_with("Who repairs"), "{states:?}");
    assert_true(&app).await;

    // From here on it is ours.
    let found = admin.get_question(listed[0].id).await.unwrap();
    let patch = ThreadPatch { title: Some("Who pays for a roof that leaks?".into()), ..Default::default() };
    admin.update_question(found.id, found.opening.version, &patch).await.unwrap();
    changed["title"] = "Something else altogether now".into();
    let kept = import(&admin, &[changed]).await;
    assert_eq!((kept.posts_kept, kept.posts_updated), (1, 0), "{kept:?}");
    assert_eq!(questions(&app.anonymous()).await[0].title, "Who pays for a roof that leaks?");
    assert_true(&app).await;
}

#[tokio::test]
async fn vote_on_post_that_was_imported_adds_to_the_score_that_it_came_with() {
    let app = TestApp::start().await;
    let (admin, bea) = (app.admin().await, app.member("Bea").await);
    import(&admin, &[question()]).await;
    let id = questions(&bea).await[0].id;
    let opening = bea.get_question(id).await.unwrap().opening.id;
    let votes = bea.vote_on_post(opening, &NewVote { value: 1 }).await.unwrap();
    assert_eq!((votes.score, votes.vote), (5, 1));
    assert_true(&app).await;
    let mut changed = question();
    changed["score"] = 10.into();
    import(&admin, &[changed]).await;
    let states = bea.list_revisions(opening, &RevisionQuery::default()).await.unwrap().items;
    assert_eq!(states.len(), 1, "a score is nothing that was said");
    assert_eq!(bea.get_question(id).await.unwrap().opening.score, 11);
    bea.answer_question(id, &NewPost { body: "We have a ladder too.".into(), ..NewPost::default() }).await.unwrap();
    assert_eq!(bea.vote_on_post(opening, &NewVote { value: 0 }).await.unwrap().score, 10);
    assert_true(&app).await;
}

#[tokio::test]
async fn import_threads_tells_bad_lines_and_takes_the_others() {
    let app = TestApp::start().await;
    let (admin, bea) = (app.admin().await, app.member("Bea").await.id);
    let with = |field: &str, value: Value| {
        let mut row = question();
        row["id"] = format!("bad {field}").into();
        row[field] = value;
        row
    };
    let mut by_member = discussion();
    by_member["author"] = json!({"member": bea.0});
    let rows = [
        with("title", "short".into()),
        with("created", "yesterday".into()),
        with("created", "2999-01-01".into()),
        with("shelf", "no-such-shelf".into()),
        with("url", "javascript:alert(1)".into()),
        with("html", "<div>".repeat(200).into()),
        with("body", "both".into()),
        with("tags", json!(["a", "b", "c", "d", "e", "f"])),
        with("author", json!({"member": 999_999})),
        with("colour", "red".into()),
        question(),
        question(),
        by_member,
    ];
    let mut file = b"no json\n\n".to_vec();
    file.extend(lines(&rows));
    let report = admin.import_threads(&on("activities"), file).await.unwrap();
    assert_eq!((report.rows, report.created, report.failed), (14, 2, 12), "{report:?}");
    let told: Vec<u64> = report.errors.iter().map(|error| error.line).collect();
    assert_eq!((told[0], told.len()), (1, 12));
    let of = |line: u64| report.errors.iter().find(|error| error.line == line).unwrap().message.as_str();
    assert!(of(3).starts_with("title: ") && of(6).contains("no-such-shelf") && of(11).contains("999999"), "{report:?}");
    assert!(of(12).contains("unknown field `colour`"), "{report:?}");
    let ours = app.anonymous().list_discussions(&ThreadQuery::default()).await.unwrap().items.remove(0);
    assert_eq!(ours.author.unwrap().id, bea);
    let refused = admin.import_threads(&on("no-such-shelf"), lines(&[question()])).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::Invalid));
    assert_true(&app).await;
}

#[tokio::test]
async fn import_threads_previewed_writes_nothing() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let query = ThreadImportQuery { preview: true, shelf: Some("activities".into()) };
    let report = admin.import_threads(&query, lines(&[question(), discussion()])).await.unwrap();
    assert_eq!((report.is_preview, report.created, report.posts_created, report.members_created), (true, 2, 4, 3));
    assert_eq!(questions(&app.anonymous()).await.len(), 0);
    import(&admin, &[question()]).await;
    let report = admin.import_threads(&query, lines(&[question(), discussion()])).await.unwrap();
    assert_eq!((report.created, report.unchanged), (1, 1));
}

#[tokio::test]
async fn import_threads_makes_authors_whom_nobody_can_be_and_brings_none_back_who_was_erased() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    import(&admin, &[question()]).await;
    let found = app.anonymous().get_question(questions(&admin).await[0].id).await.unwrap();
    let kit = found.answers.items[0].author.clone().unwrap();
    assert_eq!(kit.name, "Kit (forum.example)");
    let people = admin.list_members(&MemberQuery::default()).await.unwrap();
    assert!(people.items.iter().all(|person| person.summary.id != kit.id), "who was imported is nobody to be met");
    admin.erase_member(kit.id, &NewErasure { understands: true, posts: PostsAfter::Remove }).await.unwrap();
    let mut changed = question();
    changed["answers"][0]["score"] = 12.into();
    changed["answers"]
        .as_array_mut()
        .unwrap()
        .push(json!({"id": "31", "body": "Me again.", "created": "2016-01-01", "author": {"id": "8", "name": "Kit"}}));
    let report = import(&admin, &[changed]).await;
    assert_eq!((report.posts_created, report.posts_updated), (0, 0), "{report:?}");
    let found = app.anonymous().get_question(found.id).await.unwrap();
    assert_eq!((found.answer_count, found.answers.items.len()), (1, 1));
    assert_true(&app).await;
}

/// A thread with more answers than a statement of the engine takes values.
#[tokio::test]
async fn import_threads_takes_a_thread_of_five_thousand_replies() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let mut long = discussion();
    long["duplicate_of"] = Value::Null;
    long["answers"] = (0..5_000)
        .map(|turn| json!({"id": turn.to_string(), "body": format!("Reply {turn}"), "created": "2016-01-01T00:00:00Z"}))
        .collect();
    let report = import(&admin, &[long]).await;
    assert_eq!((report.created, report.posts_created), (1, 5_001), "{report:?}");
    let id: ThreadId = admin.list_discussions(&ThreadQuery::default()).await.unwrap().items[0].id;
    let page = admin.list_replies(id, &PostQuery { limit: Some(100), ..PostQuery::default() }).await.unwrap();
    assert_eq!((page.total, page.items[99].number), (Some(5_000), 101));
    domain::search::catch_up(&app.deps).await.unwrap();
    assert_true(&app).await;
}

#[tokio::test]
async fn import_threads_takes_three_whole_sites() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = root.join("../shared/data/qa-threads");
    if !folder.exists() {
        println!("SKIPPED: the open threads of three sites are not beside the project");
        return;
    }
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let mut threads = 0;
    for (site, count) in [("beer", 591), ("bicycles-meta", 453), ("matheducators", 397)] {
        let script = root.join("scripts/convert-qa-threads.mjs");
        let made = Command::new("node").arg(script).arg(folder.join(format!("{site}.jsonl"))).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let report = admin.import_threads(&on("activities"), made.stdout.clone()).await.unwrap();
        assert_eq!((report.rows, report.failed), (count, 0), "{site}: {report:?}");
        let again = admin.import_threads(&on("activities"), made.stdout).await.unwrap();
        assert_eq!((again.unchanged, again.posts_created), (count, 0), "{site}: {again:?}");
        threads += count;
    }
    let mut seen = 0;
    let mut query = ThreadQuery { limit: Some(100), ..Default::default() };
    loop {
        let page = admin.list_questions(&query).await.unwrap();
        seen += page.items.len() as u64;
        query.after = page.next;
        if query.after.is_none() {
            break;
        }
    }
    assert_eq!(seen, threads);
    assert_true(&app).await;
}
