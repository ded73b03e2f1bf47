//! The pictures of the README: taken of the demo network when TEST_PICTURES names a folder.

use harness::browser::{Browser, Hand, is_ready, start_app};

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_network_is_pictured() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    server::demo::fill(&app.deps).await.unwrap();
    app.settle().await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.goto("/").await;
    browser.has(".growth rect:not(.gap)").await;
    save("home", &browser).await;
    browser.goto("/search?q=peppercorn").await;
    browser.has("mark").await;
    save("search", &browser).await;
    browser.press(".entry-title a[href^='/questions']").await;
    browser.has(".ribbon").await;
    save("question", &browser).await;
    browser.goto("/sign-in").await;
    browser.fill("#email", "staff@example.org").await;
    browser.fill("#password", "a shelf of our own").await;
    browser.press_words("Sign in").await;
    browser.is_at("/").await;
    browser.goto("/admin/applications").await;
    browser.press(".app a").await;
    browser.has("#message").await;
    browser.is_accessible().await;
    save("applications", &browser).await;
    browser.resize(500).await;
    browser.goto("/join").await;
    browser.has("#agrees").await;
    save("join", &browser).await;
    browser.close().await;
}

async fn save(name: &str, browser: &Browser) {
    if let Some(folder) = std::env::var_os("TEST_PICTURES") {
        let path = std::path::Path::new(&folder).join(format!("{name}.png"));
        std::fs::write(path, browser.picture().await).unwrap();
    }
}
