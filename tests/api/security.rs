//! What holds for every operation: unknown fields, hostile bodies, headers, origins, panics.

mod access;
mod confidence;
mod document;
mod doors;
mod mail;
mod markup;
mod people;
mod shapes;
mod surface;
mod tokens;
mod uploads;

use harness::TestApp;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};

/// The paths of everything that can be read.
pub(super) fn reads() -> Vec<String> {
    document::operations().into_iter().filter(|operation| operation.method == "GET").map(|one| one.path).collect()
}

async fn post(app: &TestApp, token: &str, path: &str, content_type: &str, body: Vec<u8>) -> (u16, HeaderMap, String) {
    let response = reqwest::Client::new()
        .post(format!("{}{path}", app.base_url))
        .bearer_auth(token)
        .header("Content-Type", content_type)
        .body(body)
        .send()
        .await
        .unwrap();
    (response.status().as_u16(), response.headers().clone(), response.text().await.unwrap())
}

#[tokio::test]
async fn unknown_fields_are_refused_everywhere() {
    let app = TestApp::start().await;
    let token = app.member("Ada").await.token().unwrap();
    let question = json!({ "title": "A good title indeed", "body": "Text", "shelf_id": 1, "tags": [] });
    for (name, value) in [
        ("owner_id", json!(1)),
        ("role", json!("admin")),
        ("score", json!(9)),
        ("created_at", json!("2020-01-01T00:00:00Z")),
        ("id", json!(1)),
    ] {
        let mut body = question.clone();
        body[name] = value;
        let (status, _, _) =
            post(&app, &token, "/api/v1/questions", "application/json", body.to_string().into_bytes()).await;
        assert_eq!(status, 422, "{name}");
    }
    let application = json!({ "name": "Al", "email": "al@example.org", "agrees": true, "role": "admin",
        "answers": { "member_type": "library", "library_name": "X library", "part": "trustee" } });
    assert_eq!(
        post(&app, &token, "/api/v1/applications", "application/json", application.to_string().into_bytes()).await.0,
        422
    );
}

#[tokio::test]
async fn hostile_bodies_are_problems_and_never_failures() {
    let app = TestApp::start().await;
    let token = app.member("Ada").await.token().unwrap();
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let nul = json!({ "title": "A title with \0 in it", "body": "Text", "shelf_id": 1 }).to_string();
    let cases: Vec<(&str, Vec<u8>, &[u16])> = vec![
        ("application/json", deep.into_bytes(), &[400, 422]),
        ("application/json", b"{".to_vec(), &[400]),
        ("application/json", vec![0xff, 0xfe, 0x00], &[400]),
        ("application/json", nul.into_bytes(), &[422]),
        ("application/json", br#"{"title":"a","title":"b","body":"c","shelf_id":1}"#.to_vec(), &[422]),
        ("application/json", br#"{"title":"aaaaaaaaaaaa","body":"c","shelf_id":1e400}"#.to_vec(), &[400, 422]),
        ("application/json", vec![b'a'; 2_000_000], &[413]),
        ("text/plain", b"{}".to_vec(), &[415]),
        ("application/x-www-form-urlencoded", b"a=b".to_vec(), &[415]),
    ];
    for (content_type, body, wanted) in cases {
        let shown = String::from_utf8_lossy(&body[..body.len().min(40)]).into_owned();
        let (status, headers, text) = post(&app, &token, "/api/v1/questions", content_type, body).await;
        assert!(wanted.contains(&status), "{shown}: {status}");
        assert_eq!(headers["content-type"], "application/problem+json; charset=utf-8", "{shown}");
        let problem: Value = serde_json::from_str(&text).unwrap();
        assert!(!problem["request_id"].as_str().unwrap().is_empty());
    }
}

#[tokio::test]
async fn bad_paging_and_sorting_are_refused() {
    let app = TestApp::start().await;
    for query in [
        "limit=1000000000",
        "limit=-1",
        "limit=abc",
        "limit=9223372036854775808",
        "sort=title",
        "after=abc",
        "fields=body",
        "limit=5&limit=6",
    ] {
        let response = reqwest::get(format!("{}/api/v1/questions?{query}", app.base_url)).await.unwrap();
        assert_eq!(response.status(), 422, "{query}");
    }
}

#[tokio::test]
async fn every_answer_has_the_security_headers() {
    let app = TestApp::with(|http| http.faults = true).await;
    for (path, status) in [
        ("/api/v1/network", 200),
        ("/api/v1/me", 401),
        ("/api/v1/nothing", 404),
        ("/debug/panic", 500),
        ("/health/live", 200),
    ] {
        let response = reqwest::get(format!("{}{path}", app.base_url)).await.unwrap();
        assert_eq!(response.status(), status, "{path}");
        let headers = response.headers();
        assert!(headers["content-security-policy"].to_str().unwrap().contains("frame-ancestors 'none'"), "{path}");
        assert!(headers["strict-transport-security"].to_str().unwrap().contains("max-age=31536000"));
        for name in [
            "x-content-type-options",
            "referrer-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "permissions-policy",
            "x-request-id",
            "cache-control",
        ] {
            assert!(headers.contains_key(name), "{path}: {name}");
        }
        assert!(!headers.contains_key("server"));
        if status >= 400 {
            assert_eq!(headers["content-type"], "application/problem+json; charset=utf-8", "{path}");
        }
    }
    // The process goes on after a panic.
    app.anonymous().get_network().await.unwrap();
}

#[tokio::test]
async fn other_sites_may_read_only_when_they_are_on_the_list() {
    let app = TestApp::with(|http| http.allowed_origins = vec!["https://friend.example".into()]).await;
    let http = reqwest::Client::new();
    for (origin, is_allowed) in [
        ("https://friend.example", true),
        ("https://friend.example.evil.example", false),
        ("https://xfriend.example", false),
        ("http://friend.example", false),
        ("null", false),
    ] {
        let response =
            http.get(format!("{}/api/v1/network", app.base_url)).header("Origin", origin).send().await.unwrap();
        assert_eq!(response.headers().contains_key("access-control-allow-origin"), is_allowed, "{origin}");
        assert!(!response.headers().contains_key("access-control-allow-credentials"));
    }
}

#[tokio::test]
async fn a_public_read_that_is_known_is_not_sent_again() {
    let app = TestApp::start().await;
    let http = reqwest::Client::new();
    let address = format!("{}/api/v1/network", app.base_url);
    let first = http.get(&address).send().await.unwrap();
    let etag = first.headers()["etag"].clone();
    let again = http.get(&address).header("If-None-Match", etag).send().await.unwrap();
    assert_eq!(again.status(), 304);
}
