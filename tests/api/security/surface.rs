//! What every answer carries, whatever it answers: headers, problems, what other sites may read.

use harness::TestApp;
use harness::raw::Answer;
use serde_json::json;

use super::document::{assert_plain_problem, operations};

/// The content security policy, part by part.
const POLICY: [&str; 11] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "report-to policy",
];

fn assert_dressed(answer: &Answer, shown: &str) {
    let policy = answer.header("content-security-policy");
    let parts: Vec<&str> = policy.split("; ").collect();
    assert!(parts == POLICY || policy == "sandbox; default-src 'none'", "{shown}: {policy}");
    assert_eq!(answer.header("strict-transport-security"), "max-age=31536000; includeSubDomains", "{shown}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{shown}");
    assert_eq!(answer.header("referrer-policy"), "same-origin", "{shown}");
    assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{shown}");
    assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{shown}");
    assert_eq!(answer.header("reporting-endpoints"), "policy=\"/api/v1/policy-reports\"", "{shown}");
    for name in ["permissions-policy", "cache-control", "x-request-id"] {
        assert!(!answer.header(name).is_empty(), "{shown}: {name}");
    }
    for name in ["server", "x-powered-by", "via"] {
        assert!(answer.headers.get(name).is_none(), "{shown}: {name}");
    }
    for name in ["content-security-policy", "content-type", "cache-control", "x-request-id", "etag"] {
        assert!(answer.headers.get_all(name).iter().count() <= 1, "{shown}: {name} stands twice");
    }
    if answer.status >= 400 {
        assert_eq!(answer.header("cache-control"), "no-store", "{shown}");
        assert!(answer.headers.get("content-encoding").is_none(), "{shown}");
        assert_plain_problem(answer, shown);
    }
}

#[tokio::test]
async fn every_kind_of_answer_is_dressed() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("index.html"), "<!doctype html><title>The app</title>").unwrap();
    std::fs::write(folder.path().join("app-0123456789abcdef.js"), "export {};").unwrap();
    let folder_path = folder.path().to_path_buf();
    let app = TestApp::with(move |http| {
        http.faults = true;
        http.app_folder = Some(folder_path);
    })
    .await;
    let ada = app.member("Ada").await;
    let token = ada.token();
    let of_page = Answer::to(app.request("GET", "/")).await.header("etag").to_owned();
    let pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    let uploaded = app.request_of(token.as_ref(), "POST", "/api/v1/files?name=a.pdf").body(pdf);
    let uploaded = Answer::to(uploaded).await;
    let new = json!({ "title": "A file to download", "summary": "It.", "kind": "guide", "shelf_id": 1, "file_id": uploaded.json()["id"] });
    let added = Answer::to(app.request_of(token.as_ref(), "POST", "/api/v1/resources").json(&new)).await;
    let file = format!("{}/file", added.header("location"));
    let etag = Answer::to(app.request("GET", "/api/v1/network")).await.header("etag").to_owned();
    let wrong = json!({ "email": ada.email, "password": "wrong password here" });
    for _ in 0..10 {
        Answer::to(app.request("POST", "/api/v1/sessions").json(&wrong)).await;
    }
    let questions = "/api/v1/questions";
    let cases = [
        (200, app.request("GET", "/api/v1/network")),
        (200, app.request("GET", "/health/live")),
        (200, app.request("GET", "/.well-known/jwks.json")),
        (200, app.request("GET", "/api/v1/openapi.json")),
        (200, app.request("GET", "/")),
        (200, app.request("GET", "/questions/1")),
        (200, app.request("GET", "/app-0123456789abcdef.js")),
        (200, app.request("GET", &file)),
        (202, app.request("POST", "/api/v1/password-resets").json(&json!({ "email": "nobody@example.org" }))),
        (304, app.request("GET", "/api/v1/network").header("If-None-Match", etag)),
        (304, app.request("GET", "/").header("If-None-Match", of_page)),
        (400, app.request_of(token.as_ref(), "POST", questions).header("Content-Type", "application/json").body("{")),
        (401, app.request("GET", "/api/v1/me")),
        (401, app.request("GET", questions).bearer_auth("forged")),
        (403, app.request_of(token.as_ref(), "GET", "/api/v1/applications")),
        (404, app.request("GET", "/api/v1/nothing")),
        (404, app.request("GET", "/nothing.js")),
        (404, app.request("GET", "/.git/config")),
        (405, app.request("DELETE", questions)),
        (405, app.request("PATCH", "/api/v1/me")),
        (405, app.request("TRACE", "/api/v1/network")),
        (
            413,
            app.request_of(token.as_ref(), "POST", questions)
                .header("Content-Type", "application/json")
                .body(vec![b'a'; 300_000]),
        ),
        (413, app.request_of(token.as_ref(), "POST", "/api/v1/files?name=a.pdf").body(vec![b'a'; 21 * 1024 * 1024])),
        (415, app.request_of(token.as_ref(), "POST", questions).header("Content-Type", "text/plain").body("a")),
        (415, app.request_of(token.as_ref(), "POST", "/api/v1/files?name=a.html").body("<p>")),
        (422, app.request_of(token.as_ref(), "POST", questions).json(&json!({}))),
        (422, app.request("GET", "/api/v1/questions?limit=0")),
        (428, app.request_of(token.as_ref(), "PATCH", "/api/v1/questions/1").json(&json!({}))),
        (429, app.request("POST", "/api/v1/sessions").json(&wrong)),
        (500, app.request("GET", "/debug/panic")),
    ];
    for (status, request) in cases {
        let again = request.try_clone().unwrap().header("Accept-Encoding", "gzip, br, deflate");
        let answer = Answer::to(request).await;
        let shown = format!("{status}: {}", answer.text().chars().take(200).collect::<String>());
        assert_eq!(answer.status, status, "{shown}");
        assert_dressed(&answer, &shown);
        let packed = Answer::to(again).await;
        if status >= 400 {
            assert_dressed(&packed, &shown);
        }
        if status == 405 {
            assert!(!answer.header("allow").is_empty(), "{shown}");
        }
        if status == 304 {
            assert!(answer.body.is_empty() && !answer.header("etag").is_empty(), "{shown}");
        }
    }
    // After panics it goes on, with nothing left locked.
    let panics = futures_util::future::join_all((0..20).map(|_| Answer::to(app.request("GET", "/debug/panic")))).await;
    assert!(panics.iter().all(|answer| answer.status == 500));
    ada.ask_question(&harness::question("Does it still write after panics?")).await.unwrap();
}

#[tokio::test]
async fn answers_for_somebody_are_kept_by_nobody() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    ada.ask_question(&harness::question("Who keeps the answer to this?")).await.unwrap();
    let token = ada.token();
    for operation in operations().into_iter().filter(|operation| operation.method == "GET") {
        let path = format!("{}{}", operation.first(), if operation.id == "search" { "?q=keeps" } else { "" });
        let (open, own) = (
            Answer::to(app.request("GET", &path)).await,
            Answer::to(app.request_of(token.as_ref(), "GET", &path)).await,
        );
        for answer in [&open, &own] {
            let is_shared = answer.header("cache-control").starts_with("public");
            assert!(is_shared || answer.header("cache-control") == "no-store", "{path}");
            // What anybody may keep is the same for everybody, or told apart by who asked.
            if is_shared && path.starts_with("/api/v1/") {
                assert!(answer.header("vary").contains("Authorization") || open.body == own.body, "{path}");
            }
        }
        if open.body != own.body {
            assert_eq!(own.header("cache-control"), "no-store", "{path}: {}", own.text());
        }
    }
}

#[tokio::test]
async fn other_sites_read_nothing_unless_they_are_on_the_list() {
    let friend = "https://friend.example";
    let app = TestApp::with(|http| {
        http.allowed_origins = vec![friend.into()];
        http.faults = true;
    })
    .await;
    let strangers = [
        "https://friend.example.evil.example",
        "https://evilfriend.example",
        "https://friend.example:8443",
        "http://friend.example",
        "https://FRIEND.example",
        "https://friend.example/",
        "null",
        "*",
        "file://",
        "https://evil.example",
    ];
    for path in [
        "/api/v1/network",
        "/api/v1/me",
        "/api/v1/nothing",
        "/api/v1/questions?limit=0",
        "/debug/panic",
        "/health/live",
    ] {
        for origin in strangers.into_iter().chain([friend]) {
            let answer = Answer::to(app.request("GET", path).header("Origin", origin)).await;
            let shown = format!("{path} {origin}");
            let allowed = if origin == friend { friend } else { "" };
            assert_eq!(answer.header("access-control-allow-origin"), allowed, "{shown}");
            assert!(answer.headers.get("access-control-allow-credentials").is_none(), "{shown}");
            // A cache must not give the answer for one site to another, whichever asked first.
            let vary = answer.headers.get_all("vary").iter().map(|value| value.to_str().unwrap()).collect::<Vec<_>>();
            assert!(vary.join(", ").contains("Origin"), "{shown}: {vary:?}");
        }
    }
    for origin in strangers {
        let request = app.request("OPTIONS", "/api/v1/questions").header("Origin", origin);
        let answer = Answer::to(request.header("Access-Control-Request-Method", "POST")).await;
        assert!(answer.status >= 400 && answer.header("access-control-allow-origin").is_empty(), "{origin}");
    }
    let request = app.request("OPTIONS", "/api/v1/questions").header("Origin", friend);
    let answer = Answer::to(request.header("Access-Control-Request-Method", "POST")).await;
    assert_eq!((answer.status, answer.header("access-control-allow-origin")), (204, friend));
    // Cookies stay this site's own, whoever is on the list.
    let body = json!({ "email": "ada@example.org", "password": harness::PASSWORD });
    let request = app.request("POST", "/api/v1/sessions").header("Origin", friend).json(&body);
    assert_eq!(Answer::to(request).await.status, 403);
}

#[tokio::test]
async fn report_policy_violation_takes_what_browsers_send_and_nothing_large() {
    let app = TestApp::start().await;
    let report = br#"[{"type":"csp-violation","body":{"blockedURL":"inline"}}]"#;
    app.anonymous().report_policy_violation(report.to_vec()).await.unwrap();
    let refused = app.anonymous().report_policy_violation(vec![b' '; 17 * 1024]).await.unwrap_err();
    assert_eq!(refused.status(), Some(413));
}
