//! What is whose: own things and others' things, and what nobody may see of others.

use api_types::accounts::NewMailedLink;
use api_types::forum::{AcceptedAnswer, NewPost, NewVote, Thread, ThreadPatch};
use api_types::membership::{Answers, ApplicationQuery, NewDecision, Outcome, Stage};
use api_types::resources::{FileQuery, NewResource, ResourceKind};
use api_types::{FileId, PostId, ShelfId};
use harness::raw::Answer;
use harness::{Persona, TestApp, question};
use serde_json::{Value, json};

use super::document::operations;
use super::doors::{application, applied};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

fn status<T: std::fmt::Debug>(result: client::Result<T>) -> u16 {
    result.map_or_else(|error| error.status().unwrap(), |_| 200)
}

/// What each caller is answered to each operation on things that have an author.
async fn on_things(caller: &Persona, asked: &Thread, given: PostId) -> Vec<(&'static str, u16)> {
    // A version that is not there: whoever may edit is told so, and nothing is changed for the next caller.
    let patch = ThreadPatch { title: Some("Is this title another one?".into()), ..ThreadPatch::default() };
    let body = NewPost { body: "Another answer.".into(), ..NewPost::default() };
    let accepted = AcceptedAnswer { answer_id: Some(given) };
    vec![
        ("update_question", status(caller.update_question(asked.id, 99, &patch).await)),
        ("update_post", status(caller.update_post(given, 99, &body).await)),
        ("accept_answer", status(caller.accept_answer(asked.id, &accepted).await)),
        ("vote_on_post of a question", status(caller.vote_on_post(asked.opening.id, &NewVote { value: 1 }).await)),
        ("vote_on_post", status(caller.vote_on_post(given, &NewVote { value: 1 }).await)),
    ]
}

#[tokio::test]
async fn authors_edit_their_own_and_vote_on_what_is_others() {
    let app = TestApp::start().await;
    let (ada, bea, other) = (app.member("Ada").await, app.member("Bea").await, app.member("Cai").await);
    let asked = ada.ask_question(&question("Who may do what with this question?")).await.unwrap();
    let answer =
        bea.answer_question(asked.id, &NewPost { body: "Its author.".into(), ..NewPost::default() }).await.unwrap().id;
    let suspended = app.member("Sue Suspended").await;
    app.suspend(suspended.id).await;
    // In the order of on_things: edit the question, edit the answer, accept, vote on each.
    for (caller, wanted) in [
        (app.anonymous(), [401, 401, 401, 401, 401]),
        (suspended, [401, 401, 401, 401, 401]),
        (app.applicant().await, [403, 403, 403, 403, 403]),
        (other, [403, 403, 403, 200, 200]),
        (ada, [412, 403, 200, 403, 200]),
        (bea, [403, 412, 403, 200, 403]),
        (app.moderator().await, [412, 412, 200, 200, 200]),
        (app.admin().await, [412, 412, 200, 200, 200]),
    ] {
        let found = on_things(&caller, &asked, answer).await;
        let statuses: Vec<u16> = found.iter().map(|(_, status)| *status).collect();
        assert_eq!(statuses, wanted, "{}: {found:?}", caller.email);
    }
    let seen = app.anonymous().get_question(asked.id).await.unwrap();
    assert_eq!((seen.title.as_str(), seen.opening.version), ("Who may do what with this question?", 1));
    assert_eq!((seen.opening.score, seen.answers.items[0].score), (4, 4));
}

#[tokio::test]
async fn an_answer_is_accepted_for_its_own_question_alone() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let mine = ada.ask_question(&question("Which of these answers is mine?")).await.unwrap().id;
    let hers = bea.ask_question(&question("Which of these answers is hers?")).await.unwrap().id;
    let given =
        ada.answer_question(hers, &NewPost { body: "This one.".into(), ..NewPost::default() }).await.unwrap().id;
    let token = ada.token();
    let accept = async |answer: i64| {
        let path = format!("/api/v1/questions/{mine}/accepted-answer");
        Answer::to(app.request_of(token.as_ref(), "PUT", &path).json(&json!({ "answer_id": answer }))).await
    };
    let other = accept(given.0).await;
    assert_eq!(other.status, 404);
    assert_eq!(other.shape(), accept(999_999).await.shape());
    assert!(!app.anonymous().get_question(hers).await.unwrap().answers.items[0].is_accepted);
}

#[tokio::test]
async fn others_things_are_as_unknown_as_things_that_are_not_there() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let applicant = applied(&app, &application("sunita@example.org")).await;
    let admin = app.admin().await;
    let id = admin.list_applications(&ApplicationQuery::default()).await.unwrap().items[0].id;
    let file = bea.upload_file(&FileQuery { name: "terms.pdf".into() }, PDF.to_vec()).await.unwrap();
    let resource = |file: FileId| NewResource {
        title: "A file of somebody else".into(),
        summary: "What to settle first.".into(),
        kind: ResourceKind::Template,
        shelf_id: ShelfId(1),
        tags: vec![],
        url: None,
        file_id: Some(file),
        licence: None,
    };
    let used = bea.upload_file(&FileQuery { name: "used.pdf".into() }, PDF.to_vec()).await.unwrap();
    bea.add_resource(&resource(used.id)).await.unwrap();
    let token = ada.token();
    let adding = async |file: FileId| {
        Answer::to(app.request_of(token.as_ref(), "POST", "/api/v1/resources").json(&resource(file))).await.shape()
    };
    let unknown = adding(FileId(999_999)).await;
    assert_eq!(unknown.0, 422);
    for file in [file.id, used.id] {
        assert_eq!(adding(file).await, unknown);
    }
    // Nothing of it was taken: its owner can still use it.
    bea.add_resource(&resource(file.id)).await.unwrap();
    for token in [token, applicant.token(), None] {
        for (method, path) in [("GET", "/api/v1/applications/{id}"), ("POST", "/api/v1/applications/{id}/decisions")] {
            let ask = async |id: i64| {
                let request = app.request_of(token.as_ref(), method, &path.replace("{id}", &id.to_string()));
                Answer::to(request.json(&json!({ "outcome": "approved" }))).await.shape()
            };
            let answer = ask(id.0).await;
            assert!(matches!(answer.0, 401 | 403), "{path}: {}", answer.0);
            assert_eq!(answer, ask(999_999).await, "{path}");
        }
    }
    // The number of somebody's application says nothing to anybody but its owner either.
    let own = app.request_of(ada.token().as_ref(), "GET", "/api/v1/me/application");
    assert_eq!(Answer::to(own).await.status, 404);
}

#[tokio::test]
async fn staff_do_not_decide_on_themselves() {
    let app = TestApp::start().await;
    let applicant = applied(&app, &application("sunita@example.org")).await;
    let admin = app.admin().await;
    let id = admin.list_applications(&ApplicationQuery::default()).await.unwrap().items[0].id;
    let me = applicant.get_me().await.unwrap().id;
    app.set_role(me, api_types::accounts::Role::Admin).await;
    let decision = NewDecision { outcome: Outcome::Approved, message: None };
    assert_eq!(applicant.decide_application(id, &decision).await.unwrap_err().status(), Some(403));
    // And an approval takes no rights from somebody who has more.
    assert_eq!(admin.decide_application(id, &decision).await.unwrap_err().status(), Some(409));
    assert_eq!(applicant.get_me().await.unwrap().role, api_types::accounts::Role::Admin);
}

/// What stands in everything that nobody but staff may see.
pub(super) const CANARY: &str = "qvzxcanary";

/// Everything that is hidden, each with the canary in it, and something to see beside it.
async fn planted(app: &TestApp) {
    let mut hidden = application(&format!("{CANARY}.pending@example.org"));
    hidden.name = format!("{CANARY} Pending");
    hidden.telephone = Some(format!("{CANARY} 01632"));
    hidden.answers = Answers::Exploring {
        library_name: Some(format!("{CANARY} Library")),
        stage: Stage::Talking,
        help: Some(format!("{CANARY} help")),
    };
    applied(app, &hidden).await;
    hidden.email = format!("{CANARY}.unconfirmed@example.org");
    app.client().submit_application(&hidden).await.unwrap();

    let author = app.member("Ada").await;
    let mut asked = question(&format!("What did the {CANARY} leave behind?"));
    asked.body = format!("It left a {CANARY} behind.");
    asked.tags = vec![CANARY.into()];
    let asked = author.ask_question(&asked).await.unwrap();
    let given = author
        .answer_question(asked.id, &NewPost { body: format!("A {CANARY}."), ..NewPost::default() })
        .await
        .unwrap();
    app.settle().await;
    let patch = ThreadPatch {
        title: Some("What did the visitor leave behind?".into()),
        body: Some("It left something behind.".into()),
        tags: Some(vec!["visitors".into()]),
        ..ThreadPatch::default()
    };
    author.update_question(asked.id, asked.opening.version, &patch).await.unwrap();
    author
        .update_post(given.id, given.version, &NewPost { body: "A book.".into(), ..NewPost::default() })
        .await
        .unwrap();

    let suspended = app.member(CANARY).await;
    assert!(suspended.email.contains(CANARY));
    app.rename(suspended.id, "Sue Suspended").await;
    suspended.ask_question(&question("Does a suspended member's question stay?")).await.unwrap();
    app.anonymous().request_password_reset(&NewMailedLink { email: suspended.email.clone() }).await.unwrap();
    let file = suspended.upload_file(&FileQuery { name: format!("{CANARY}.pdf") }, PDF.to_vec()).await.unwrap();
    assert_eq!(file.id, FileId(1));
    app.suspend(suspended.id).await;
    app.settle().await;
}

/// Every read of the document as a caller makes it, followed through all pages.
pub(super) async fn crawled(app: &TestApp, token: Option<&String>) -> Vec<(String, Answer)> {
    let mut seen = Vec::new();
    for operation in operations().into_iter().filter(|operation| operation.method == "GET") {
        let ids: Vec<i64> = if operation.path.contains("{id}") { (1..=8).collect() } else { vec![0] };
        let words =
            ["", "sort=active", "unanswered=true", &format!("q={CANARY}"), "q=qvzx", "q=left", "q=sue", "q=pending"];
        let shelf = [format!("tag={CANARY}"), "shelf=premises".into(), "limit=100".into()];
        for id in ids {
            let path = operation.path.replace("{id}", &id.to_string());
            for query in words.iter().map(|word| (*word).to_owned()).chain(shelf.clone()) {
                let name = query.split('=').next().unwrap_or_default();
                if !query.is_empty() && !operation.parameters().iter().any(|parameter| parameter == name) {
                    continue;
                }
                let shown = format!("{path}?{query}");
                seen.push((shown.clone(), Answer::to(app.request_of(token, "GET", &shown)).await));
            }
        }
    }
    assert!(seen.iter().filter(|(_, answer)| answer.status == 200).count() > 25);
    seen
}

#[tokio::test]
async fn what_is_hidden_is_found_by_nobody() {
    let app = TestApp::start().await;
    planted(&app).await;
    let applicant = applied(&app, &application("sunita@example.org")).await;
    let member = app.member("Bea").await;
    for token in [None, applicant.token(), member.token()] {
        for (path, answer) in crawled(&app, token.as_ref()).await {
            let text = answer.text().to_lowercase();
            // What a post said before it was changed is in its history, and nowhere else.
            if path.contains("/revisions") {
                continue;
            }
            assert!(!text.contains(CANARY), "{path}: {text}");
            let found = answer.json();
            if path.starts_with("/api/v1/search") && path.contains(CANARY) {
                assert_eq!(found["total"], 0, "{path}: {text}");
            }
        }
    }
    // The crawl would find it if it were there to be found.
    let admin = app.admin().await.token();
    let as_admin = crawled(&app, admin.as_ref()).await;
    let hits: Vec<_> =
        as_admin.iter().filter(|(_, answer)| answer.text().contains(CANARY)).map(|(path, _)| path).collect();
    let hits: Vec<_> = hits.into_iter().filter(|path| !path.contains("/revisions")).collect();
    // Staff see addresses, on applications and on members' pages.
    let is_staffs = |path: &str| ["/api/v1/applications", "/api/v1/members/"].iter().any(|part| path.starts_with(part));
    assert!(hits.iter().all(|path| is_staffs(path)), "{hits:?}");
    assert!(hits.len() > 2, "{hits:?}");
}

#[tokio::test]
async fn members_are_told_nothing_of_others_but_their_names() {
    let app = TestApp::start().await;
    planted(&app).await;
    let member = app.member("Bea").await;
    let names = ["email", "password", "password_hash", "token", "telephone", "ip", "session_version", "is_suspended"];
    for token in [None, member.token()] {
        for (path, answer) in crawled(&app, token.as_ref()).await {
            let own = ["/api/v1/me?".into(), "/api/v1/me/profile?".into(), format!("/api/v1/members/{}?", member.id)];
            if own.contains(&path) || answer.body.is_empty() {
                continue;
            }
            let text = answer.text();
            assert!(!text.contains('@') && !text.contains("argon2"), "{path}: {text}");
            let mut fields = Vec::new();
            fields_of(&answer.json(), &mut fields);
            let told: Vec<_> = fields.iter().filter(|field| names.contains(&field.as_str())).collect();
            assert!(told.is_empty(), "{path}: {told:?}");
        }
    }
    let me = Answer::to(app.request_of(member.token().as_ref(), "GET", "/api/v1/me")).await.json();
    assert_eq!(
        me.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["email", "id", "name", "needs_second_factor", "organisation", "organisation_id", "role"]
    );
}

fn fields_of(value: &Value, fields: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                fields.push(name.clone());
                fields_of(value, fields);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| fields_of(item, fields)),
        _ => {}
    }
}
