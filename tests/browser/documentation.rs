//! The documentation of the API, as a developer opens it.

use harness::browser::{Browser, Hand, is_ready, start_app};

#[tokio::test(flavor = "multi_thread")]
async fn the_documentation_shows_every_feature_and_an_operation() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.goto("/api/docs/").await;
    for feature in ["accounts", "membership", "forum", "resources", "search"] {
        browser.has(&format!("[data-tag={feature}]")).await;
    }
    browser.sees("/api/v1/questions/{id}/answers").await;
    browser.close().await;
}
