//! The doors: registration, sign-in, passwords, mailed links. What strangers can learn, try and use up.

use std::sync::Arc;

use api_types::ErrorCode;
use api_types::accounts::{NewMailedLink, NewPassword, NewSession, PasswordChange, Role};
use api_types::forum::NewPreview;
use api_types::membership::{AffiliationRole, Answers, ApplicationQuery, ApplicationStatus, Language, NewApplication};
use api_types::search::SearchQuery;
use harness::raw::Answer;
use harness::{PASSWORD, TestApp, question};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

const NEW_PASSWORD: &str = "seven lamps on the quay";

/// An application as it is sent.
pub(super) fn application(email: &str) -> NewApplication {
    NewApplication {
        name: "Sunita Rao".into(),
        email: email.into(),
        telephone: None,
        language: Language::En,
        answers: Answers::Library {
            library_id: None,
            library_name: Some("Fenwick Hill Community Library".into()),
            part: AffiliationRole::Trustee,
            place: None,
            charity_number: None,
        },
        form_answers: Vec::new(),
        organisation_id: None,
        invitation: None,
        referral: None,
        draft: None,
        agrees: true,
    }
}

/// An applicant who came through the door, and the access token.
pub(super) async fn applied(app: &TestApp, new: &NewApplication) -> client::Client {
    let client = app.client();
    client.submit_application(new).await.unwrap();
    let token = app.secret_mailed_to(&new.email).await;
    let session = client.confirm_application(&NewPassword { token, password: PASSWORD.into() }).await.unwrap();
    client.set_token(Some(session.access_token));
    client
}

/// A door and what is sent to it with an address.
type Door = (&'static str, fn(&str) -> Value);

#[tokio::test]
async fn doors_tell_nobody_which_addresses_are_known() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let applicant = applied(&app, &application("applied@example.org")).await;
    applicant.sign_out().await.unwrap();
    app.client().submit_application(&application("waiting@example.org")).await.unwrap();
    let without_password = app.member_without_password("Imported", "imported@example.org").await;
    let suspended = app.member("Sue Suspended").await;
    app.suspend(suspended.id).await;
    let known = [
        &ada.email,
        "applied@example.org",
        "waiting@example.org",
        &without_password,
        &suspended.email,
        "ADA@Example.org",
    ];
    let bodies: [Door; 5] = [
        ("/api/v1/applications", |email| serde_json::to_value(application(email)).unwrap()),
        ("/api/v1/sessions", |email| json!({ "email": email, "password": "wrong password here" })),
        ("/api/v1/password-resets", |email| json!({ "email": email })),
        ("/api/v1/confirmation-mails", |email| json!({ "email": email })),
        ("/api/v1/sign-in-links", |email| json!({ "email": email })),
    ];
    for (path, body) in bodies {
        let fresh = Answer::to(app.request("POST", path).json(&body("fresh@example.org"))).await.shape();
        assert_eq!(fresh.0, if path.ends_with("sessions") { 401 } else { 202 }, "{path}: {}", fresh.2);
        for email in known {
            let answer = Answer::to(app.request("POST", path).json(&body(email))).await;
            assert_eq!(answer.shape(), fresh, "{path} {email}");
        }
    }
    let subjects: Vec<_> = app.mails_to(&ada.email).await.into_iter().map(|mail| mail.subject).collect();
    assert!(subjects.contains(&"You already have an account".to_owned()), "{subjects:?}");
    // A new secret each time, and the one before is dead: what came last is what works.
    let token = app.secret_mailed_to("waiting@example.org").await;
    app.client().confirm_application(&NewPassword { token, password: PASSWORD.into() }).await.unwrap();
}

#[tokio::test]
async fn fifty_registrations_at_once_of_one_address_make_one_row() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let spellings = [
        "bethan@example.org",
        "BETHAN@EXAMPLE.ORG",
        "Bethan@Example.Org.",
        "ｂｅｔｈａｎ@example.org",
        "bethan＠example.org",
        "bethan@ｅｘａｍｐｌｅ．ｏｒｇ",
        "beth\u{200b}an@example.org",
        "bethan\u{200d}@exam\u{2060}ple.org",
        " bethan@example.org ",
        "be\u{ad}than@example.org\u{feff}",
    ];
    let clients: Vec<_> = (0..50).map(|place| (app.client(), application(spellings[place % 10]))).collect();
    let all = futures_util::future::join_all(clients.iter().map(|(client, new)| client.submit_application(new))).await;
    assert!(all.iter().all(Result::is_ok), "{all:?}");
    let waiting = ApplicationQuery { status: Some(ApplicationStatus::AwaitingConfirmation), ..Default::default() };
    let [row] = &admin.list_applications(&waiting).await.unwrap().items[..] else { panic!("not one row") };
    let token = app.secret_mailed_to(&admin.get_application(row.id).await.unwrap().email).await;
    // The last mail's link is good, and two who use it at once make one account.
    let (one, other) = (app.client(), app.client());
    let new = NewPassword { token, password: PASSWORD.into() };
    let (one, other) = tokio::join!(one.confirm_application(&new), other.confirm_application(&new));
    assert!(one.is_ok() ^ other.is_ok(), "{one:?} {other:?}");
    assert_eq!(entity::member::Entity::find().all(&app.deps.read).await.unwrap().len(), 2);
}

#[tokio::test]
async fn an_applicant_sees_the_application_and_is_seen_by_nobody() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let before = app.anonymous().get_network().await.unwrap().member_count;
    let mut new = application("zephyrine@example.org");
    new.name = "Zephyrine Quillfeather".into();
    let applicant = applied(&app, &new).await;
    applicant.get_my_application().await.unwrap();
    for refused in [
        applicant.ask_question(&question("May I ask before I am approved?")).await.map(drop),
        applicant.preview_markdown(&NewPreview::default()).await.map(drop),
        applicant.list_applications(&ApplicationQuery::default()).await.map(drop),
    ] {
        assert_eq!(refused.unwrap_err().code(), Some(ErrorCode::Forbidden));
    }
    app.settle().await;
    assert_eq!(app.anonymous().get_network().await.unwrap().member_count, before);
    for q in ["Zephyrine", "Quillfeather", "zephyrine@example.org"] {
        let found = ada.search(&SearchQuery { q: q.into(), ..Default::default() }).await.unwrap();
        assert_eq!(found.total, 0, "{q}");
    }
    // Neither a new password nor a new session makes a member of an applicant.
    app.anonymous().request_password_reset(&NewMailedLink { email: new.email.clone() }).await.unwrap();
    let token = app.secret_mailed_to(&new.email).await;
    let session = applicant.reset_password(&NewPassword { token, password: NEW_PASSWORD.into() }).await.unwrap();
    assert_eq!(session.member.role, Role::Applicant);
    applicant.set_token(Some(session.access_token));
    assert_eq!(applicant.ask_question(&question("And may I ask now?")).await.unwrap_err().status(), Some(403));
    applicant.sign_out().await.unwrap();
    assert_eq!(applicant.get_my_application().await.unwrap_err().status(), Some(401));
}

#[tokio::test]
async fn passwords_are_judged_by_length_and_by_what_is_tried_first() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let change =
        |current: &str, password: &str| PasswordChange { current_password: current.into(), password: password.into() };
    for (password, code) in [
        ("fourteen chars", "too_short"),
        ("passwordpassword", "too_common"),
        ("Password12345678", "too_common"),
        ("qwertyuiopasdfghjkl", "too_common"),
        ("1qaz2wsx3edc4rfv", "too_common"),
        ("1q2w3e4r5t6y7u8i9o0p", "too_common"),
        ("zaq12wsxcde34rfv", "too_common"),
        ("qazwsxedcrfvtgbyhn", "too_common"),
        ("123456789123456789", "too_common"),
        ("12345678987654321", "too_common"),
        ("0987654321qwerty", "too_common"),
        ("abcabcabcabcabc", "too_common"),
        ("111111111111111", "too_common"),
        ("iloveyou123456789", "too_common"),
        ("commonshelf commonshelf", "too_common"),
        ("CommonShelf2026!", "too_common"),
        ("ada@example.org", "too_common"),
    ] {
        let refused = ada.change_password(&change(PASSWORD, password)).await;
        let Err(client::Error::Problem(problem)) = refused else { panic!("{password} was taken") };
        let shown = format!("{password}: {problem:?}");
        assert_eq!((problem.status, problem.errors[0].field.as_str()), (422, "password"), "{shown}");
        assert_eq!(problem.errors[0].code, code, "{shown}");
    }
    let long = "lamp 🌲 on the quay, ".repeat(7).chars().take(128).collect::<String>();
    let mut current = PASSWORD.to_owned();
    // No signs of any sort are wanted, and none are taken away.
    for password in [
        "tern quay mallow",
        "exactly 15 char",
        " leading space is kept",
        "the tern flew over the quay at dusk, and mallow grew by the wall",
        &long,
    ] {
        let session = ada.change_password(&change(&current, password)).await.unwrap();
        ada.client.set_token(Some(session.access_token));
        let sign_in = |password: &str| NewSession { email: ada.email.clone(), password: password.into() };
        app.client().sign_in(&sign_in(password)).await.unwrap();
        if password.trim() != password {
            assert!(app.client().sign_in(&sign_in(password.trim())).await.is_err());
        }
        current = password.to_owned();
    }
}

#[tokio::test]
async fn oversized_passwords_are_refused_without_hashing() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let token = ada.token();
    // With every turn to hash taken, whoever wanted to hash would be told that the server is busy.
    let _turns = all_turns(&app).await;
    for (length, status) in [(1_000_000, 413), (1_025, 422)] {
        let long = "q".repeat(length);
        for (method, path, body) in [
            ("POST", "/api/v1/sessions", json!({ "email": ada.email, "password": long })),
            ("POST", "/api/v1/passwords", json!({ "token": "a", "password": long })),
            ("POST", "/api/v1/confirmations", json!({ "token": "a", "password": long })),
            ("PUT", "/api/v1/me/password", json!({ "current_password": PASSWORD, "password": long })),
            ("PUT", "/api/v1/me/password", json!({ "current_password": long, "password": NEW_PASSWORD })),
            (
                "POST",
                "/api/v1/administrators",
                json!({ "token": "a", "name": "Ann", "email": "ann@example.org", "password": long }),
            ),
        ] {
            let answer = Answer::to(app.request_of(token.as_ref(), method, path).json(&body)).await;
            assert_eq!(answer.status, status, "{method} {path}: {}", answer.text());
        }
    }
}

/// Every turn to hash a password, until it is dropped.
async fn all_turns(app: &TestApp) -> tokio::sync::SemaphorePermit<'_> {
    let turns = u32::try_from(app.deps.hashing.available_permits()).unwrap();
    app.deps.hashing.acquire_many(turns).await.unwrap()
}

#[tokio::test]
async fn two_hundred_sign_ins_at_once_keep_nobody_else_waiting() {
    let app = Arc::new(TestApp::start().await);
    let ada = app.member("Ada").await;
    let turns = all_turns(&app).await;
    let sign_ins: Vec<_> = (0..200)
        .map(|place| {
            let email = if place % 4 == 3 { format!("nobody{place}@example.org") } else { ada.email.clone() };
            let password = if place % 2 == 0 { PASSWORD } else { "wrong password here" };
            let request =
                app.request("POST", "/api/v1/sessions").json(&json!({ "email": email, "password": password }));
            tokio::spawn(Answer::to(request))
        })
        .collect();
    // None of them can have been answered yet, and everybody else is.
    for _ in 0..20 {
        app.anonymous().get_network().await.unwrap();
        ada.get_me().await.unwrap();
    }
    drop(turns);
    let mut counts = std::collections::BTreeMap::<u16, usize>::new();
    for answer in futures_util::future::join_all(sign_ins).await {
        let answer = answer.unwrap();
        assert!([201, 401, 429, 503].contains(&answer.status), "{}", answer.text());
        if matches!(answer.status, 429 | 503) {
            assert!(answer.header("retry-after").parse::<u64>().unwrap() >= 1);
        }
        *counts.entry(answer.status).or_default() += 1;
    }
    println!("{counts:?}");
    ada.get_me().await.unwrap();
}

#[tokio::test]
async fn sign_in_that_cannot_have_its_turn_is_told_when_to_come_back() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let _turns = all_turns(&app).await;
    let body = json!({ "email": ada.email, "password": PASSWORD });
    let answer = Answer::to(app.request("POST", "/api/v1/sessions").json(&body)).await;
    assert_eq!((answer.status, answer.header("retry-after")), (503, "1"));
}

#[tokio::test]
async fn failures_are_counted_for_all_nodes_whatever_address_they_come_from() {
    let through_proxy = |http: &mut server::Http| http.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
    let app = TestApp::with(through_proxy).await;
    let other = app.another_node(through_proxy).await;
    let ada = app.member("Ada").await;
    let attempt = async |node: &TestApp, from: usize, password: &str| {
        let body = json!({ "email": ada.email, "password": password });
        let request = node.request("POST", "/api/v1/sessions").header("X-Forwarded-For", format!("192.0.2.{from}"));
        Answer::to(request.json(&body)).await
    };
    for from in 0..10 {
        let node = if from % 2 == 0 { &app } else { &other };
        assert_eq!(attempt(node, from, "wrong password here").await.status, 401);
    }
    for (node, password) in [(&app, "wrong password here"), (&app, PASSWORD), (&other, PASSWORD)] {
        let answer = attempt(node, 11, password).await;
        assert_eq!(answer.status, 429);
        assert!(answer.header("retry-after").parse::<u64>().unwrap() >= 1);
    }
    // Started again, it knows as much; and whoever is in stays in.
    let again = app.another_node(through_proxy).await;
    assert_eq!(attempt(&again, 12, PASSWORD).await.status, 429);
    ada.get_me().await.unwrap();
    app.pass(15 * 60);
    assert_eq!(attempt(&again, 12, PASSWORD).await.status, 201);
}

#[tokio::test]
async fn failures_of_one_network_are_counted_together() {
    let app = TestApp::with(|http| http.trusted_proxies = vec!["127.0.0.1".parse().unwrap()]).await;
    let attempt = async |from: String, place: usize| {
        let body = json!({ "email": format!("nobody{place}@example.org"), "password": "wrong password here" });
        let request = app.request("POST", "/api/v1/sessions").header("X-Forwarded-For", from);
        Answer::to(request.json(&body)).await.status
    };
    for place in 0..30 {
        // What stands further left was written by the stranger.
        assert_eq!(attempt(format!("198.51.100.{place}, 2001:db8:1:2::{place:x}"), place).await, 401);
    }
    assert_eq!(attempt("2001:db8:1:2:ffff::1".into(), 30).await, 429);
    assert_eq!(attempt("2001:db8:1:3::1".into(), 31).await, 401);
}

#[tokio::test]
async fn change_password_is_refused_after_ten_wrong_current_ones() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let change = |current: &str| PasswordChange { current_password: current.into(), password: NEW_PASSWORD.into() };
    for _ in 0..10 {
        assert_eq!(ada.change_password(&change("not this one at all")).await.unwrap_err().status(), Some(422));
    }
    assert_eq!(ada.change_password(&change(PASSWORD)).await.unwrap_err().code(), Some(ErrorCode::RateLimited));
}

#[tokio::test]
async fn a_mailed_secret_is_used_by_nothing_but_its_use() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let asked = NewMailedLink { email: ada.email.clone() };
    app.anonymous().request_password_reset(&asked).await.unwrap();
    let token = app.secret_mailed_to(&ada.email).await;
    assert!(token.len() == 64 && token.chars().all(|character| character.is_ascii_hexdigit()), "{token}");
    let stored = entity::mailed_link::Entity::find().all(&app.deps.read).await.unwrap();
    assert!(stored.iter().all(|row| !row.token_hash.contains(&token)));
    // What mail programs do before a person clicks: fetch the page, ask for its head, show it.
    for method in ["GET", "HEAD", "OPTIONS"] {
        for path in ["/reset-password", "/api/v1/passwords", "/api/v1/password-resets"] {
            Answer::to(app.request(method, &format!("{path}?token={token}"))).await;
        }
    }
    let new = |password: &str| NewPassword { token: token.clone(), password: password.into() };
    // A password that is refused does not use it up either.
    assert_eq!(app.client().reset_password(&new("passwordpassword")).await.unwrap_err().status(), Some(422));
    let (one, other) = (app.client(), app.client());
    let (one, other) = tokio::join!(async { one.reset_password(&new(NEW_PASSWORD)).await }, async {
        other.reset_password(&new(NEW_PASSWORD)).await
    });
    assert!(one.is_ok() ^ other.is_ok(), "{one:?} {other:?}");
    assert_eq!(ada.get_me().await.unwrap_err().status(), Some(401));
}
