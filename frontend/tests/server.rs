//! The same app, rendered on a server.
#![cfg(feature = "ssr")]

use frontend::{ServerApp, ServerAppProps};

async fn rendered(path: &'static str) -> String {
    let renderer = yew::LocalServerRenderer::<ServerApp>::with_props(ServerAppProps { path: path.into() });
    tokio::task::LocalSet::new().run_until(renderer.hydratable(false).render()).await
}

#[tokio::test]
async fn home_says_what_the_network_is_before_any_query_is_answered() {
    let page = rendered("/").await;
    assert!(page.contains("<h1>Ask a library that has already done it</h1>"), "{page}");
    assert!(page.contains("Skip to main content"), "{page}");
    assert!(page.contains(r#"href="/questions""#), "{page}");
}

#[tokio::test]
async fn every_public_page_has_its_frame_and_heading() {
    for (path, heading) in [
        ("/questions", "Questions"),
        ("/resources", "Resources"),
        ("/search", "Search everything"),
        ("/join", "Join the network"),
        ("/sign-in", "Sign in"),
        ("/nowhere", "This page is not on the shelf"),
    ] {
        let page = rendered(path).await;
        assert!(page.contains("<h1") && page.contains(heading), "{path}: {page}");
    }
}
