//! The pages of one's own account, from each to the next, and a member of whom there is little to show.

use harness::browser::{Browser, Hand, is_ready, start_app};
use serde_json::json;

const PAGES: [(&str, &str); 8] = [
    ("Your profile", "/account/profile"),
    ("Your invitations", "/account/invitations"),
    ("Bring others in", "/account/referrals"),
    ("Second step", "/account/second-factor"),
    ("Passkeys", "/account/passkeys"),
    ("Change email address", "/account/email"),
    ("Your data", "/account/data"),
    ("Your account", "/account"),
];

#[tokio::test(flavor = "multi_thread")]
async fn each_page_of_the_account_leads_to_the_others() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let member = app.member("Ada Lewis").await;
    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.sign_in(&member.email).await;
    browser.goto("/account").await;
    for (title, path) in PAGES {
        browser.press_words(title).await;
        browser.is_at(path).await;
        let current = "const here = document.querySelectorAll('main .sidenav [aria-current=page]');\
             return here.length === 1 && here[0].innerText === arguments[0]\
             && document.querySelector('h1').innerText === arguments[0]";
        browser.until(title, current, vec![json!(title)]).await;
        browser.is_accessible().await;
        let links = browser.run("return document.querySelectorAll('main .sidenav a').length", Vec::new()).await;
        // What one follows, keeps, drafts and suggests are pages of the forum.
        assert_eq!(links, PAGES.len() + 4, "{title}");
    }
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_on_a_short_record_looks_as_if_it_were_still_loading() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (admin, member) = (app.admin().await, app.member("Bea Nowak").await);
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&admin.email).await;
    browser.goto(&format!("/members/{}", member.id)).await;
    browser.has(".cat-card").await;
    browser.is_accessible().await;
    // Nothing waits or turns, and the card's hole has the same edge all round: an arc looks like something that turns.
    let busy = "return document.querySelectorAll('main [aria-busy=true]').length + document.getAnimations().length";
    assert_eq!(browser.run(busy, Vec::new()).await, 0);
    let edge = "return getComputedStyle(document.querySelector('.cat-card'), '::after').boxShadow";
    let edge = browser.run(edge, Vec::new()).await.to_string();
    assert!(edge.contains(" 0px 0px 0px "), "{edge}");
    browser.close().await;
}
