//! Mailed links that sign in.

use api_types::ErrorCode;
use api_types::accounts::{LinkSecret, NewMailedLink, NewSecondStep};
use harness::TestApp;
use harness::factor::challenge_of;

async fn asked(app: &TestApp, email: &str) -> LinkSecret {
    app.client().request_sign_in_link(&NewMailedLink { email: email.into() }).await.unwrap();
    LinkSecret { token: app.secret_mailed_to(email).await }
}

#[tokio::test]
async fn sign_in_with_link_works_once_within_a_quarter_of_an_hour_and_a_newer_one_ends_it() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let link = asked(&app, &ada.email).await;
    app.pass(14 * 60);
    assert_eq!(app.client().sign_in_with_link(&link).await.unwrap().member.name, "Ada");
    let expired = async |link: &LinkSecret| app.client().sign_in_with_link(link).await.unwrap_err().code();
    assert_eq!(expired(&link).await, Some(ErrorCode::LinkExpired));
    let first = asked(&app, &ada.email).await;
    let second = asked(&app, &ada.email).await;
    assert_eq!(expired(&first).await, Some(ErrorCode::LinkExpired));
    app.pass(15 * 60);
    assert_eq!(expired(&second).await, Some(ErrorCode::LinkExpired));
    let mail = app.mails_to(&ada.email).await.pop().unwrap();
    assert_eq!(mail.subject, "Your link to sign in");
}

#[tokio::test]
async fn sign_in_with_link_used_by_many_at_once_opens_one_session() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let (link, client) = (asked(&app, &ada.email).await, app.client());
    let all = futures_util::future::join_all((0..10).map(|_| client.sign_in_with_link(&link))).await;
    assert_eq!(all.iter().filter(|answer| answer.is_ok()).count(), 1, "{all:?}");
}

#[tokio::test]
async fn sign_in_with_link_of_a_suspended_member_or_for_another_purpose_is_refused() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let link = asked(&app, &ada.email).await;
    app.suspend(ada.id).await;
    let refused = app.client().sign_in_with_link(&link).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::LinkExpired));
    // Nothing is sent to those who are suspended, and the answer does not tell.
    app.client().request_sign_in_link(&NewMailedLink { email: ada.email.clone() }).await.unwrap();
    assert_eq!(app.mails_to(&ada.email).await.len(), 1);
    app.client().request_password_reset(&NewMailedLink { email: bea.email.clone() }).await.unwrap();
    let other = LinkSecret { token: app.secret_mailed_to(&bea.email).await };
    assert_eq!(app.client().sign_in_with_link(&other).await.unwrap_err().code(), Some(ErrorCode::LinkExpired));
}

#[tokio::test]
async fn sign_in_with_link_of_an_account_with_a_second_factor_asks_for_it_as_well() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let factor = app.enrol(&ada).await;
    let link = asked(&app, &ada.email).await;
    let challenge = challenge_of(app.client().sign_in_with_link(&link).await);
    // The link is used up by the first step.
    assert_eq!(app.client().sign_in_with_link(&link).await.unwrap_err().code(), Some(ErrorCode::LinkExpired));
    let step = NewSecondStep { challenge, code: Some(app.code(&factor.secret, 0)), recovery_code: None };
    app.client().sign_in_with_second_factor(&step).await.unwrap();
}

#[tokio::test]
async fn request_sign_in_link_sends_five_mails_at_most_in_half_an_hour() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let new = NewMailedLink { email: ada.email.clone() };
    for _ in 0..8 {
        app.client().request_sign_in_link(&new).await.unwrap();
    }
    assert_eq!(app.mails_to(&ada.email).await.len(), 5);
}
