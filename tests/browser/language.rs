//! Welsh beside English.

use harness::browser::{Browser, Hand, is_ready, start_app};

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_changes_to_welsh_and_stays_there() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.goto("/").await;
    browser.sees("Ask a library that has already done it").await;
    browser.press_words("Cymraeg").await;
    browser.sees("Gofynnwch i lyfrgell sydd eisoes wedi’i wneud").await;
    browser.until("the language of the page", "return document.documentElement.lang === 'cy'", Vec::new()).await;
    browser.is_accessible().await;
    browser.reload().await;
    browser.sees("Gofynnwch i lyfrgell sydd eisoes wedi’i wneud").await;
    browser.press_words("Cwestiynau").await;
    browser.sees("Byddwch y cyntaf.").await;
    browser.is_accessible().await;
    browser.close().await;
}
