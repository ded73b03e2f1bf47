//! Sessions: kept over a reload, ended everywhere, opened again with a new password.

use harness::PASSWORD;

use harness::browser::{Browser, Hand, is_ready, start_app};

#[tokio::test(flavor = "multi_thread")]
async fn a_member_stays_signed_in_over_a_reload_and_leads_on_to_the_page_that_was_wanted() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let member = app.member("Priya Nair").await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.goto("/questions/ask").await;
    browser.sees("Sign in to go on").await;
    browser.press("main .btn").await;
    browser.fill("#email", &member.email).await;
    browser.fill("#password", "not this one, surely").await;
    browser.press_words("Sign in").await;
    browser.sees("The email address or the password is wrong.").await;
    // What was typed is still there, and is put right.
    browser.run("document.querySelector('#password').select()", Vec::new()).await;
    browser.type_on(PASSWORD).await;
    browser.press("main form .btn[type=submit]").await;
    browser.is_at("/questions/ask").await;
    browser.has("#title").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_renewed_when_its_token_has_ended_and_over_when_it_was_ended_elsewhere() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let member = app.member("Priya Nair").await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&member.email).await;
    browser.reload().await;
    browser.sees("Priya").await;

    // The access token ends; the cookie gives another, unseen.
    app.pass(60 * 60);
    browser.press_words("Ask a question").await;
    browser.fill("#title", "Who insures a building owned by the parish?").await;
    browser.fill("#body", "And run by us.").await;
    browser.choose("#shelf_id", "Premises and leases").await;
    browser.press_words("Ask the network").await;
    browser.sees("No answers yet").await;

    // Ended elsewhere: the next act says so, and what was written is kept.
    let elsewhere = app.sign_in(&member.email).await;
    elsewhere.sign_out_everywhere().await.unwrap();
    app.pass(60 * 60);
    browser.fill("#body", "We do, since last spring.").await;
    browser.press_words("Post answer").await;
    browser.sees("Sign in to answer").await;
    browser.press_words("Sign in to answer").await;
    browser.fill("#email", &member.email).await;
    browser.fill("#password", PASSWORD).await;
    browser.press_words("Sign in").await;
    browser.has("#body").await;
    browser
        .until(
            "the kept draft",
            "return document.querySelector('#body').value === 'We do, since last spring.'",
            Vec::new(),
        )
        .await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_is_set_anew_with_a_mailed_link() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let member = app.member("Priya Nair").await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.goto("/sign-in").await;
    browser.press_words("I have forgotten my password").await;
    browser.is_at("/forgotten-password").await;
    browser.fill("#email", &member.email).await;
    browser.is_accessible().await;
    browser.press_words("Send the link").await;
    browser.sees("Look in your mail.").await;
    let secret = app.secret_mailed_to(&member.email).await;
    browser.goto(&format!("/reset-password#token={secret}")).await;
    browser.fill("#password", "short").await;
    browser.press_words("Set password").await;
    browser.sees("Make the password 15 characters or longer").await;
    browser.fill("#password", " and then longer").await;
    browser.press_words("Set password").await;
    browser.is_at("/").await;
    browser.sees("Priya").await;
    // The link works once.
    browser.goto(&format!("/reset-password#token={secret}")).await;
    browser.fill("#password", "another good password").await;
    browser.press_words("Set password").await;
    browser.sees("This link has been used or has expired.").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_sees_where_they_are_signed_in_and_ends_one_of_these_sessions() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let member = app.member("Priya Nair").await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&member.email).await;
    browser.goto("/account").await;
    browser.sees("This one").await;
    browser.sees("A device that did not say what it is").await;
    browser.is_accessible().await;
    browser.press(".entries .btn-link").await;
    let gone = "return !document.body.innerText.includes('A device that did not say what it is')";
    browser.until("the other session to be gone", gone, Vec::new()).await;
    assert!(member.get_me().await.is_err());
    browser.close().await;
}
