//! One's own data: taken along and erased.

use harness::browser::{Browser, Hand, is_ready, start_app};
use harness::{PASSWORD, question};

#[tokio::test(flavor = "multi_thread")]
async fn a_member_takes_the_data_along_and_is_erased() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let ada = app.member("Ada Lewis").await;
    let asked = ada.ask_question(&question("What did you agree about the roof?")).await.unwrap();
    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.goto("/sign-in").await;
    browser.fill("#email", &ada.email).await;
    browser.fill("#password", PASSWORD).await;
    browser.press_words("Sign in").await;
    browser.is_at("/").await;
    browser.goto("/account").await;
    browser.press_words("Your data").await;
    browser.is_at("/account/data").await;
    browser.press_words("Save my data as a file").await;
    browser.sees("Saved.").await;
    browser.press("details summary").await;
    browser.press_words("Erase everything").await;
    browser.sees("cannot be undone").await;
    browser.is_accessible().await;
    browser.tick("#understands").await;
    browser.press_words("Erase everything").await;
    browser.is_at("/").await;
    browser.sees("Sign in").await;
    browser.close().await;
    let kept = app.anonymous().get_question(asked.id).await.unwrap();
    assert_eq!(kept.author.name, "Former member");
}
