//! Passkeys, with one that is kept in memory.

use api_types::ErrorCode;
use api_types::accounts::{NewConfirmation, NewPasskey, Passkey, PasskeyAnswer, PasskeyPatch};
use api_types::membership::ApplicationQuery;
use harness::factor::SoftPasskey;
use harness::{Persona, TestApp};

async fn with_name() -> TestApp {
    TestApp::with_name(|_| {}).await
}

fn origin(app: &TestApp) -> String {
    app.deps.options.base_url.clone()
}

/// A passkey that the member has added.
async fn added(app: &TestApp, who: &Persona, seed: u8) -> (SoftPasskey, Passkey) {
    let challenge = who.begin_passkey().await.unwrap();
    let (soft, credential) = SoftPasskey::make(seed, &origin(app), &challenge);
    let new = NewPasskey { challenge: challenge.challenge, name: "My telephone".into(), credential };
    (soft, who.add_passkey(&new).await.unwrap())
}

async fn answer(app: &TestApp, soft: &mut SoftPasskey, is_verified: bool) -> PasskeyAnswer {
    let challenge = app.client().begin_passkey_sign_in().await.unwrap();
    let credential = soft.sign(&challenge, is_verified);
    PasskeyAnswer { challenge: challenge.challenge, credential }
}

#[tokio::test]
async fn sign_in_with_passkey_takes_no_address_and_counts_as_two_factors() {
    let app = TestApp::strict_with_name().await;
    let admin = app.admin().await;
    assert!(admin.list_applications(&ApplicationQuery::default()).await.is_err());
    let (mut soft, passkey) = added(&app, &admin, 1).await;
    assert_eq!((passkey.name.as_str(), passkey.last_used_at), ("My telephone", None));
    let client = app.client();
    let session = client.sign_in_with_passkey(&answer(&app, &mut soft, true).await).await.unwrap();
    assert_eq!(session.member.email, admin.email);
    assert!(!session.member.needs_second_factor);
    client.set_token(Some(session.access_token));
    client.list_applications(&ApplicationQuery::default()).await.unwrap();
    assert!(client.list_passkeys().await.unwrap()[0].last_used_at.is_some());
    let subjects: Vec<_> = app.mails_to(&admin.email).await.into_iter().map(|mail| mail.subject).collect();
    assert_eq!(subjects, ["A passkey was added"]);
}

#[tokio::test]
async fn sign_in_with_passkey_refuses_what_does_not_hold() {
    let app = with_name().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let (mut soft, _) = added(&app, &ada, 1).await;
    let refused = async |answer: &PasskeyAnswer| {
        let error = app.client().sign_in_with_passkey(answer).await.unwrap_err();
        error.code().unwrap()
    };
    // Without the finger or the PIN it is one factor alone.
    assert_eq!(refused(&answer(&app, &mut soft, false).await).await, ErrorCode::Invalid);
    // An answer is good once, for its own challenge.
    let good = answer(&app, &mut soft, true).await;
    app.client().sign_in_with_passkey(&good).await.unwrap();
    assert_eq!(refused(&good).await, ErrorCode::LinkExpired);
    let other = PasskeyAnswer { challenge: app.client().begin_passkey_sign_in().await.unwrap().challenge, ..good };
    assert_eq!(refused(&other).await, ErrorCode::Invalid);
    let late = answer(&app, &mut soft, true).await;
    app.pass(300);
    assert_eq!(refused(&late).await, ErrorCode::LinkExpired);
    // Nobody's passkey, another site's, another key under a known name.
    let challenge = bea.begin_passkey().await.unwrap();
    let (mut unknown, _) = SoftPasskey::make(2, &origin(&app), &challenge);
    assert_eq!(refused(&answer(&app, &mut unknown, true).await).await, ErrorCode::Invalid);
    let (mut foreign, _) = SoftPasskey::make(1, "https://evil.example", &challenge);
    assert_eq!(refused(&answer(&app, &mut foreign, true).await).await, ErrorCode::Invalid);
    let mut tampered = answer(&app, &mut soft, true).await;
    let response = tampered.credential["response"].as_object_mut().unwrap();
    let signature = response["signature"].as_str().unwrap().replace(['A', 'B', 'C'], "Q");
    response["signature"] = signature.into();
    assert_eq!(refused(&tampered).await, ErrorCode::Invalid);
    let mut empty = answer(&app, &mut soft, true).await;
    empty.credential.clear();
    assert_eq!(refused(&empty).await, ErrorCode::Invalid);
    app.suspend(ada.id).await;
    assert_eq!(refused(&answer(&app, &mut soft, true).await).await, ErrorCode::Invalid);
}

#[tokio::test]
async fn a_passkey_is_its_owners_to_add_name_and_delete() {
    let app = with_name().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let challenge = ada.begin_passkey().await.unwrap();
    assert_eq!(challenge.options["authenticatorSelection"]["residentKey"], "required");
    assert_eq!(challenge.options["authenticatorSelection"]["userVerification"], "required");
    let (mut soft, credential) = SoftPasskey::make(1, &origin(&app), &challenge);
    let new = NewPasskey { challenge: challenge.challenge, name: "  My telephone ".into(), credential };
    assert_eq!(bea.add_passkey(&new).await.unwrap_err().code(), Some(ErrorCode::LinkExpired));
    let passkey = ada.add_passkey(&new).await.unwrap();
    assert_eq!(ada.add_passkey(&new).await.unwrap_err().code(), Some(ErrorCode::LinkExpired));
    assert!(bea.list_passkeys().await.unwrap().is_empty());
    let patch = PasskeyPatch { name: "The old telephone".into() };
    assert_eq!(bea.rename_passkey(passkey.id, &patch).await.unwrap_err().code(), Some(ErrorCode::NotFound));
    assert_eq!(ada.rename_passkey(passkey.id, &patch).await.unwrap().name, "The old telephone");
    assert_eq!(bea.delete_passkey(passkey.id).await.unwrap_err().code(), Some(ErrorCode::NotFound));

    // The device is told which it has already, so that none is made twice.
    let again = ada.begin_passkey().await.unwrap();
    assert_eq!(again.options["excludeCredentials"].as_array().unwrap().len(), 1);

    ada.delete_passkey(passkey.id).await.unwrap();
    assert!(ada.list_passkeys().await.unwrap().is_empty());
    let gone = app.client().sign_in_with_passkey(&answer(&app, &mut soft, true).await).await.unwrap_err();
    assert_eq!(gone.code(), Some(ErrorCode::Invalid));
}

#[tokio::test]
async fn confirm_identity_takes_a_passkey_of_ones_own() {
    let app = with_name().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let ((mut own, passkey), (mut other, _)) = (added(&app, &ada, 1).await, added(&app, &bea, 2).await);
    app.pass(590);
    app.pass(11);
    assert_eq!(ada.delete_passkey(passkey.id).await.unwrap_err().code(), Some(ErrorCode::StepUpRequired));
    let by = |passkey| NewConfirmation { passkey: Some(passkey), ..Default::default() };
    let refused = ada.confirm_identity(&by(answer(&app, &mut other, true).await)).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::Invalid));
    ada.confirm_identity(&by(answer(&app, &mut own, true).await)).await.unwrap();
    ada.delete_passkey(passkey.id).await.unwrap();
}

#[tokio::test]
async fn begin_passkey_where_the_network_has_no_name_says_what_to_do() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let refused = ada.begin_passkey().await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::Conflict));
    assert!(refused.to_string().contains("base_url"), "{refused}");
}

#[tokio::test]
async fn a_password_alone_adds_nothing_beside_the_passkey_of_staff() {
    let app = TestApp::strict_with_name().await;
    let admin = app.admin().await;
    let (mut soft, _) = added(&app, &admin, 1).await;
    let thief = app.sign_in(&admin.email).await;
    let missing = Some(ErrorCode::SecondFactorMissing);
    assert_eq!(thief.begin_second_factor().await.unwrap_err().code(), missing);
    assert_eq!(thief.begin_passkey().await.unwrap_err().code(), missing);
    // With the passkey it is theirs to add another.
    let client = app.client();
    let session = client.sign_in_with_passkey(&answer(&app, &mut soft, true).await).await.unwrap();
    client.set_token(Some(session.access_token));
    client.begin_second_factor().await.unwrap();
}
