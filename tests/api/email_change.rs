//! The change of one's address.

use api_types::ErrorCode;
use api_types::accounts::{LinkSecret, NewMailedLink, NewSession};
use harness::raw::Answer;
use harness::{PASSWORD, Persona, TestApp};

const NEW: &str = "ada@elsewhere.example";

async fn asked(app: &TestApp, who: &Persona, email: &str) {
    who.request_email_change(&NewMailedLink { email: email.into() }).await.unwrap();
    app.settle().await;
}

async fn link_to(app: &TestApp, email: &str) -> LinkSecret {
    LinkSecret { token: app.secret_mailed_to(email).await }
}

#[tokio::test]
async fn confirm_email_change_on_both_addresses_in_either_order_puts_the_new_one_in_force() {
    for old_first in [true, false] {
        let app = TestApp::start().await;
        let ada = app.member("Ada").await;
        let elsewhere = app.sign_in(&ada.email).await;
        asked(&app, &ada, NEW).await;
        let (old, new) = (link_to(&app, &ada.email).await, link_to(&app, NEW).await);
        let [first, second] = if old_first { [&old, &new] } else { [&new, &old] };
        assert!(!app.client().confirm_email_change(first).await.unwrap().is_done);
        assert_eq!(ada.get_me().await.unwrap().email, ada.email);
        let twice = app.client().confirm_email_change(first).await.unwrap_err();
        assert_eq!(twice.code(), Some(ErrorCode::LinkExpired));
        assert!(ada.confirm_email_change(second).await.unwrap().is_done);
        assert!(ada.confirm_email_change(second).await.is_err());
        // Other sessions are over, and so are all access tokens.
        assert!(elsewhere.get_me().await.is_err());
        let sign_in = |email: &str| NewSession { email: email.into(), password: PASSWORD.into() };
        let before = app.client().sign_in(&sign_in(&ada.email)).await.unwrap_err();
        assert_eq!(before.code(), Some(ErrorCode::WrongCredentials));
        assert_eq!(app.client().sign_in(&sign_in(NEW)).await.unwrap().member.email, NEW);
        let note = app.mails_to(&ada.email).await.pop().unwrap();
        assert_eq!(note.subject, "Your email address was changed");
    }
}

#[tokio::test]
async fn confirm_email_change_ends_the_links_that_were_mailed_to_the_old_address() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    app.client().request_sign_in_link(&NewMailedLink { email: ada.email.clone() }).await.unwrap();
    let sign_in = link_to(&app, &ada.email).await;
    asked(&app, &ada, NEW).await;
    let (old, new) = (link_to(&app, &ada.email).await, link_to(&app, NEW).await);
    app.client().confirm_email_change(&old).await.unwrap();
    app.client().confirm_email_change(&new).await.unwrap();
    let refused = app.client().sign_in_with_link(&sign_in).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::LinkExpired));
}

#[tokio::test]
async fn confirm_email_change_keeps_the_session_that_confirms() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    asked(&app, &ada, NEW).await;
    let (old, new) = (link_to(&app, &ada.email).await, link_to(&app, NEW).await);
    ada.confirm_email_change(&old).await.unwrap();
    ada.confirm_email_change(&new).await.unwrap();
    // Its access token is of before the change; the cookie gives another. What counts is that the row lives.
    let ids = entity_sessions(&app, ada.id.0).await;
    assert_eq!(ids, 1);
}

async fn entity_sessions(app: &TestApp, member_id: i64) -> usize {
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
    let alive = entity::session::Entity::find()
        .filter(entity::session::Column::MemberId.eq(member_id))
        .filter(entity::session::Column::RevokedAt.is_null());
    alive.all(&app.deps.read).await.unwrap().len()
}

#[tokio::test]
async fn request_email_change_to_a_known_address_looks_the_same_and_cannot_be_finished() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let (imported, sue) =
        (app.member_without_password("Imported", "imported@example.org").await, app.member("Sue").await);
    app.suspend(sue.id).await;
    let ask = async |email: &str| {
        let request = app.request_of(ada.token().as_ref(), "POST", "/api/v1/me/email-changes");
        Answer::to(request.json(&NewMailedLink { email: email.into() })).await.shape()
    };
    let fresh = ask("fresh@example.org").await;
    assert_eq!(fresh.0, 202);
    for known in [&bea.email, "BEA@Example.org", &imported, &sue.email] {
        assert_eq!(ask(known).await, fresh, "{known}");
    }
    // Five requests are the most within half an hour.
    app.pass(30 * 60);
    ada.set_token(app.sign_in(&ada.email).await.token());
    asked(&app, &ada, &bea.email).await;
    let told = app.mails_to(&bea.email).await.pop().unwrap();
    assert_eq!(told.subject, "Somebody gave your email address as theirs");
    assert!(!told.text.contains("token"), "{}", told.text);
    let old = link_to(&app, &ada.email).await;
    assert!(!app.client().confirm_email_change(&old).await.unwrap().is_done);
    assert_eq!(app.sign_in(&bea.email).await.get_me().await.unwrap().email, bea.email);
    assert_eq!(ada.get_me().await.unwrap().email, ada.email);
    let own = ada.request_email_change(&NewMailedLink { email: "ADA@example.org".into() }).await.unwrap_err();
    assert_eq!(own.code(), Some(ErrorCode::Invalid));
}

#[tokio::test]
async fn confirm_email_change_to_an_address_that_somebody_joined_with_meanwhile_is_refused() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    asked(&app, &ada, "bea@example.org").await;
    let (old, new) = (link_to(&app, &ada.email).await, link_to(&app, "bea@example.org").await);
    let bea = app.member("Bea").await;
    app.client().confirm_email_change(&old).await.unwrap();
    let refused = app.client().confirm_email_change(&new).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::LinkExpired));
    assert_eq!(bea.get_me().await.unwrap().name, "Bea");
}

#[tokio::test]
async fn a_newer_email_change_ends_the_one_before_and_both_end_after_a_day() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    asked(&app, &ada, NEW).await;
    let before = link_to(&app, NEW).await;
    asked(&app, &ada, "ada@third.example").await;
    assert!(app.client().confirm_email_change(&before).await.is_err());
    let new = link_to(&app, "ada@third.example").await;
    app.pass(24 * 60 * 60);
    assert_eq!(app.client().confirm_email_change(&new).await.unwrap_err().code(), Some(ErrorCode::LinkExpired));
}
