//! The second step, passkeys, mailed links and the change of address.

use harness::browser::{Browser, Hand, is_ready, serve_app, start_app};
use harness::{PASSWORD, Persona, TestApp};
use serde_json::Value;

async fn sign_in(browser: &Browser, who: &Persona) {
    browser.goto("/sign-in").await;
    browser.fill("#email", &who.email).await;
    browser.fill("#password", PASSWORD).await;
    browser.press_words("Sign in").await;
}

async fn sign_out(browser: &Browser) {
    browser.goto("/account").await;
    browser.press_words("Sign out").await;
    browser.is_at("/").await;
}

async fn text_of(browser: &Browser, selector: &str) -> String {
    browser.has(selector).await;
    let script = "return document.querySelector(arguments[0]).innerText.replaceAll(' ', '')";
    browser.run(script, vec![Value::from(selector)]).await.as_str().unwrap().to_owned()
}

/// Sets the second step up, with the page of it open; gives the secret and a recovery code.
async fn enrol(app: &TestApp, browser: &Browser) -> (String, String) {
    browser.press_words("Set it up").await;
    browser.has("svg.qr").await;
    browser.is_accessible().await;
    let secret = text_of(browser, "main code").await;
    browser.fill("#code", &app.code(&secret, 0)).await;
    browser.press_words("Switch it on").await;
    browser.sees("Keep these recovery codes").await;
    browser.is_accessible().await;
    let recovery = text_of(browser, "main li code").await;
    browser.press_words("I have kept them").await;
    browser.sees("You have 10 recovery codes left.").await;
    app.pass(30);
    (secret, recovery)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_sets_up_the_second_step_and_signs_in_with_it() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let member = app.member("Priya Nair").await;
    let browser = Browser::open(&app, Hand::Keyboard).await;
    sign_in(&browser, &member).await;
    browser.is_at("/").await;
    browser.goto("/account").await;
    browser.press_words("Second step").await;
    browser.sees("Whoever learns your password still cannot get in.").await;
    browser.is_accessible().await;
    let (secret, recovery) = enrol(&app, &browser).await;
    browser.is_accessible().await;

    sign_out(&browser).await;
    sign_in(&browser, &member).await;
    browser.is_at("/account/second-step").await;
    browser.sees("Your account asks for a code as well.").await;
    browser.is_accessible().await;
    browser.fill("#code", "12").await;
    browser.press_words("Sign in").await;
    browser.sees("This code is not right.").await;
    browser.run("document.querySelector('#code').select()", Vec::new()).await;
    browser.type_on(&app.code(&secret, 0)).await;
    browser.press_words("Sign in").await;
    browser.is_at("/").await;
    browser.sees("Priya").await;

    // Without the telephone, and on to the page that was wanted.
    sign_out(&browser).await;
    browser.goto("/questions/ask").await;
    browser.press_words("Sign in").await;
    browser.fill("#email", &member.email).await;
    browser.fill("#password", PASSWORD).await;
    browser.press_words("Sign in").await;
    browser.press_words("I don’t have my app: use a recovery code").await;
    browser.fill("#recovery_code", &recovery).await;
    browser.press_words("Sign in").await;
    browser.is_at("/questions/ask").await;
    browser.has("#title").await;

    // What may be dangerous asks once more who it is, and goes on by itself.
    app.pass(11 * 60);
    browser.goto("/account/second-factor").await;
    browser.sees("You have 9 recovery codes left.").await;
    browser.press_words("Make new recovery codes").await;
    browser.has("dialog[open]").await;
    browser.is_accessible().await;
    browser.fill("#step-up-password", "not my password").await;
    browser.press("dialog [type=submit]").await;
    browser.sees("This is not your password.").await;
    browser.run("document.querySelector('#step-up-password').select()", Vec::new()).await;
    browser.type_on(PASSWORD).await;
    browser.press("dialog [type=submit]").await;
    browser.sees("Keep these recovery codes").await;
    browser.press_words("I have kept them").await;
    browser.press_words("Switch it off").await;
    browser.sees("Set it up").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_pages_open_once_the_second_step_is_set_up() {
    if !is_ready() {
        return;
    }
    let app = TestApp::strict_with(serve_app).await;
    let admin = app.admin().await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    sign_in(&browser, &admin).await;
    browser.is_at("/").await;
    browser.goto("/admin/applications").await;
    browser.sees("Staff sign in with a second step.").await;
    browser.is_accessible().await;
    browser.press_words("Set up the second step").await;
    browser.is_at("/account/second-factor").await;
    browser.sees("Your role needs it").await;
    enrol(&app, &browser).await;
    browser.goto("/admin/applications").await;
    browser.sees("Applications").await;
    let is_open = "return !document.body.innerText.includes('Staff sign in with a second step.')";
    browser.until("the staff's page to be open", is_open, Vec::new()).await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_adds_a_passkey_and_signs_in_with_it_alone() {
    if !is_ready() {
        return;
    }
    let app = TestApp::with_name(serve_app).await;
    let member = app.member("Priya Nair").await;
    let browser = Browser::open_at(&app.deps.options.base_url, Hand::Pointer).await;
    browser.with_authenticator().await;
    sign_in(&browser, &member).await;
    browser.is_at("/").await;
    browser.goto("/account").await;
    browser.press_words("Passkeys").await;
    browser.sees("No passkeys yet").await;
    browser.is_accessible().await;
    browser.fill("#name", "My telephone").await;
    browser.press_words("Add a passkey").await;
    browser.sees("not used yet").await;
    browser.press(".entries .btn-link").await;
    browser.fill(".entries .input", " at home").await;
    browser.is_accessible().await;
    browser.press_words("Save name").await;
    browser.sees("My telephone at home").await;

    sign_out(&browser).await;
    browser.goto("/sign-in").await;
    browser.press_words("Other ways to sign in").await;
    browser.is_at("/account/sign-in").await;
    browser.is_accessible().await;
    browser.press_words("Sign in with a passkey").await;
    browser.is_at("/").await;
    browser.sees("Priya").await;

    // It is also a proof of who one is, good for its own end.
    app.pass(11 * 60);
    browser.goto("/account/passkeys").await;
    browser.press(".entries .btn-link:last-child").await;
    browser.press("dialog .btn-link:last-child").await;
    browser.sees("No passkeys yet").await;
    assert!(app.sign_in(&member.email).await.list_passkeys().await.unwrap().is_empty());
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_signs_in_with_a_mailed_link_and_changes_the_address() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let member = app.member("Priya Nair").await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.goto("/account/sign-in").await;
    browser.fill("#email", &member.email).await;
    browser.press_words("Mail me a link").await;
    browser.sees("Look in your mail.").await;
    let secret = app.secret_mailed_to(&member.email).await;
    browser.goto(&format!("/account/sign-in#token={secret}")).await;
    browser.sees("One more press and you are in.").await;
    browser.is_accessible().await;
    browser.press_words("Sign in").await;
    browser.is_at("/").await;
    browser.sees("Priya").await;

    browser.goto("/account/email").await;
    browser.sees(&member.email).await;
    browser.is_accessible().await;
    browser.fill("#email", "priya@elsewhere.example").await;
    browser.press_words("Send the links").await;
    browser.sees("Look in both mailboxes.").await;
    let old = app.secret_mailed_to(&member.email).await;
    let new = app.secret_mailed_to("priya@elsewhere.example").await;
    browser.goto(&format!("/account/email#token={old}")).await;
    browser.press_words("Confirm").await;
    browser.sees("Now open the link in the other mailbox.").await;
    browser.goto(&format!("/account/email#token={new}")).await;
    browser.is_accessible().await;
    browser.press_words("Confirm").await;
    browser.sees("Your new email address is in force.").await;
    browser.goto("/account").await;
    browser.sees("priya@elsewhere.example").await;
    browser.close().await;
}
