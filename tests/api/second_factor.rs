//! Second factors, and the proof that it is still oneself.

use api_types::ErrorCode;
use api_types::accounts::{
    NewConfirmation, NewMailedLink, NewPassword, NewSecondFactor, NewSecondStep, PasswordChange, Role,
};
use api_types::admin::NetworkPatch;
use api_types::forum::ThreadPatch;
use api_types::membership::ApplicationQuery;
use api_types::privacy::NewErasure;
use harness::factor::challenge_of;
use harness::raw::Answer;
use harness::{PASSWORD, TestApp, question};
use sea_orm::EntityTrait;

const NEW_PASSWORD: &str = "seven lamps on the quay";

fn with_code(challenge: &str, code: String) -> NewSecondStep {
    NewSecondStep { challenge: challenge.into(), code: Some(code), recovery_code: None }
}

fn with_recovery_code(challenge: &str, code: &str) -> NewSecondStep {
    NewSecondStep { challenge: challenge.into(), code: None, recovery_code: Some(code.into()) }
}

fn by_password(password: &str) -> NewConfirmation {
    NewConfirmation { password: Some(password.into()), ..Default::default() }
}

/// A code that is right neither now nor one step before or after.
fn wrong_code(app: &TestApp, secret: &str) -> String {
    let good: Vec<_> = [-30, 0, 30].map(|ahead| app.code(secret, ahead)).into();
    (0..5).map(|number| format!("{number:06}")).find(|code| !good.contains(code)).unwrap()
}

#[tokio::test]
async fn confirm_second_factor_with_a_code_switches_it_on_and_signing_in_takes_two_steps() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    assert!(ada.get_second_factor().await.unwrap().confirmed_at.is_none());
    let begun = ada.begin_second_factor().await.unwrap();
    let account = "ada%40example%2Eorg";
    assert!(begun.uri.starts_with("otpauth://totp/") && begun.uri.contains(account), "{}", begun.uri);
    assert!(begun.uri.contains(&format!("secret={}", begun.secret)) && begun.qr_path.starts_with("M0 0h7v1h-7z"));
    // Until a code is confirmed the password is enough.
    app.sign_in(&ada.email).await;
    let wrong = NewSecondFactor { code: wrong_code(&app, &begun.secret) };
    assert_eq!(ada.confirm_second_factor(&wrong).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    let codes = ada.confirm_second_factor(&NewSecondFactor { code: app.code(&begun.secret, 0) }).await.unwrap().codes;
    assert_eq!(codes.len(), 10);
    assert!(codes.iter().all(|code| code.len() == 19), "{codes:?}");
    let stands = ada.get_second_factor().await.unwrap();
    assert!(stands.confirmed_at.is_some() && stands.recovery_codes_left == 10 && !stands.is_required);

    app.pass(30);
    let client = app.sign_in_strongly(&ada.email, &begun.secret).await;
    assert_eq!(client.get_me().await.unwrap().name, "Ada");
    let subjects: Vec<_> = app.mails_to(&ada.email).await.into_iter().map(|mail| mail.subject).collect();
    assert_eq!(subjects, ["Signing in now takes a second step"]);
    // There is one secret at a time: another one would lock the owner of the first out.
    assert_eq!(ada.begin_second_factor().await.unwrap_err().code(), Some(ErrorCode::Conflict));
}

#[tokio::test]
async fn sign_in_with_second_factor_takes_each_code_once_and_those_of_one_step_before_and_after() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let factor = app.enrol(&ada).await;
    app.pass(300);
    let sign_in = async |code: String| {
        let challenge = app.challenge(&ada.email).await;
        app.client().sign_in_with_second_factor(&with_code(&challenge, code)).await
    };
    for ahead in [-60, 60] {
        let refused = sign_in(app.code(&factor.secret, ahead)).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::Invalid), "{ahead}");
    }
    for ahead in [-30, 0, 30] {
        let code = app.code(&factor.secret, ahead);
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        sign_in(spaced).await.unwrap();
        assert_eq!(sign_in(code).await.unwrap_err().code(), Some(ErrorCode::Invalid), "twice, {ahead}");
    }
    // An older code is no better than one that was used: the last step has been passed.
    assert!(sign_in(app.code(&factor.secret, 0)).await.is_err());
    app.pass(60);
    // Of many uses of one code at once, one signs in.
    let mut challenges = Vec::new();
    for _ in 0..6 {
        challenges.push(app.challenge(&ada.email).await);
    }
    let (code, client) = (app.code(&factor.secret, 0), app.client());
    let steps: Vec<_> = challenges.iter().map(|challenge| with_code(challenge, code.clone())).collect();
    let all = futures_util::future::join_all(steps.iter().map(|step| client.sign_in_with_second_factor(step))).await;
    assert_eq!(all.iter().filter(|answer| answer.is_ok()).count(), 1, "{all:?}");
}

#[tokio::test]
async fn sign_in_with_second_factor_after_ten_wrong_codes_is_refused_for_a_while_even_at_once() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let factor = app.enrol(&ada).await;
    let challenge = app.challenge(&ada.email).await;
    let (client, wrong) = (app.client(), with_code(&challenge, wrong_code(&app, &factor.secret)));
    let all = futures_util::future::join_all((0..40).map(|_| client.sign_in_with_second_factor(&wrong))).await;
    let of = |code| all.iter().filter(|answer| answer.as_ref().is_err_and(|error| error.code() == Some(code))).count();
    assert!(of(ErrorCode::Invalid) <= 10, "{} wrong codes were judged", of(ErrorCode::Invalid));
    assert_eq!(of(ErrorCode::Invalid) + of(ErrorCode::RateLimited), 40, "{all:?}");
    for _ in 0..10 {
        client.sign_in_with_second_factor(&wrong).await.unwrap_err();
    }
    // The right password does not make room for more, nor does the right code pass now.
    let challenge = app.challenge(&ada.email).await;
    let right = with_code(&challenge, app.code(&factor.secret, 0));
    let Err(client::Error::Problem(problem)) = client.sign_in_with_second_factor(&right).await else { panic!() };
    assert_eq!(problem.code, ErrorCode::RateLimited);
    app.pass(i64::try_from(problem.retry_after_seconds.unwrap()).unwrap() + 30);
    app.sign_in_strongly(&ada.email, &factor.secret).await;
}

#[tokio::test]
async fn recovery_codes_are_kept_hashed_and_each_signs_in_once() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let factor = app.enrol(&ada).await;
    let rows = entity::recovery_code::Entity::find().all(&app.deps.read).await.unwrap();
    assert_eq!(rows.len(), 10);
    for code in &factor.recovery_codes {
        let plain = code.replace('-', "");
        assert!(rows.iter().all(|row| !row.code_hash.contains(code) && !row.code_hash.contains(&plain)));
    }
    let first = &factor.recovery_codes[0];
    // As somebody copies it from paper.
    let typed = first.to_uppercase().replace('-', " ");
    let challenge = app.challenge(&ada.email).await;
    app.client().sign_in_with_second_factor(&with_recovery_code(&challenge, &typed)).await.unwrap();
    let challenge = app.challenge(&ada.email).await;
    let again = app.client().sign_in_with_second_factor(&with_recovery_code(&challenge, first)).await.unwrap_err();
    assert_eq!(again.code(), Some(ErrorCode::Invalid));
    assert_eq!(ada.get_second_factor().await.unwrap().recovery_codes_left, 9);
    let subjects: Vec<_> = app.mails_to(&ada.email).await.into_iter().map(|mail| mail.subject).collect();
    assert!(subjects.contains(&"A recovery code was used".to_owned()), "{subjects:?}");

    // New ones take the place of those before.
    let fresh = ada.renew_recovery_codes().await.unwrap().codes;
    let before = with_recovery_code(&challenge, &factor.recovery_codes[1]);
    assert!(app.client().sign_in_with_second_factor(&before).await.is_err());
    app.client().sign_in_with_second_factor(&with_recovery_code(&challenge, &fresh[0])).await.unwrap();
}

#[tokio::test]
async fn a_challenge_is_good_once_for_five_minutes_and_ends_with_all_sessions() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let factor = app.enrol(&ada).await;
    let expired = Some(ErrorCode::LinkExpired);
    let try_it = async |challenge: &str, ahead| {
        let step = with_code(challenge, app.code(&factor.secret, ahead));
        app.client().sign_in_with_second_factor(&step).await
    };
    let challenge = app.challenge(&ada.email).await;
    try_it(&challenge, 0).await.unwrap();
    assert_eq!(try_it(&challenge, 30).await.unwrap_err().code(), expired);
    let challenge = app.challenge(&ada.email).await;
    app.pass(300);
    assert_eq!(try_it(&challenge, 0).await.unwrap_err().code(), expired);
    let challenge = app.challenge(&ada.email).await;
    ada.sign_out_everywhere().await.unwrap();
    assert_eq!(try_it(&challenge, 0).await.unwrap_err().code(), expired);
    assert_eq!(try_it("nonsense", 0).await.unwrap_err().code(), expired);
    let challenge = app.challenge(&ada.email).await;
    app.suspend(ada.id).await;
    assert_eq!(try_it(&challenge, 0).await.unwrap_err().code(), expired);
}

#[tokio::test]
async fn reset_password_of_an_account_with_a_second_factor_asks_for_it_as_well() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let factor = app.enrol(&ada).await;
    app.client().request_password_reset(&NewMailedLink { email: ada.email.clone() }).await.unwrap();
    let token = app.secret_mailed_to(&ada.email).await;
    let challenge =
        challenge_of(app.client().reset_password(&NewPassword { token, password: NEW_PASSWORD.into() }).await);
    // The password is set, all sessions are ended, and nobody is signed in yet.
    assert!(ada.get_me().await.is_err());
    let step = with_code(&challenge, app.code(&factor.secret, 0));
    let session = app.client().sign_in_with_second_factor(&step).await.unwrap();
    assert_eq!(session.member.email, ada.email);
}

#[tokio::test]
async fn dangerous_operations_with_a_sign_in_older_than_ten_minutes_ask_who_it_is() {
    let app = TestApp::with_name(|_| {}).await;
    let ada = app.member("Ada").await;
    app.enrol(&ada).await;
    let email = NewMailedLink { email: "ada@elsewhere.example".into() };
    app.pass(571);
    let refused = [
        ada.begin_second_factor().await.err(),
        ada.confirm_second_factor(&NewSecondFactor { code: "000000".into() }).await.err(),
        ada.renew_recovery_codes().await.err(),
        ada.remove_second_factor().await.err(),
        ada.begin_passkey().await.err(),
        ada.delete_passkey(api_types::PasskeyId(1)).await.err(),
        ada.request_email_change(&email).await.err(),
        ada.export_my_data().await.err(),
        ada.erase_me(&NewErasure { understands: true, ..NewErasure::default() }).await.err(),
    ];
    for error in &refused {
        assert_eq!(error.as_ref().unwrap().code(), Some(ErrorCode::StepUpRequired));
        assert_eq!(error.as_ref().unwrap().status(), Some(403));
    }
    // What is not dangerous goes on, and leaving never needs a proof.
    ada.ask_question(&question("May we lend out the tools?")).await.unwrap();
    ada.confirm_identity(&by_password(PASSWORD)).await.unwrap();
    ada.renew_recovery_codes().await.unwrap();
    assert_eq!(ada.begin_passkey().await.unwrap().options["user"]["name"], ada.email.as_str());
    ada.request_email_change(&email).await.unwrap();
    ada.sign_out_everywhere().await.unwrap();
}

#[tokio::test]
async fn confirm_identity_with_wrong_proofs_is_refused_and_counted_like_sign_in() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let factor = app.enrol(&ada).await;
    for _ in 0..10 {
        let wrong = ada.confirm_identity(&by_password("wrong password here")).await.unwrap_err();
        assert_eq!(wrong.code(), Some(ErrorCode::Invalid));
    }
    let refused = ada.confirm_identity(&by_password(PASSWORD)).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::RateLimited));
    // They count at the door too, as tries at the door count here.
    let new = api_types::accounts::NewSession { email: ada.email.clone(), password: PASSWORD.into() };
    assert_eq!(app.client().sign_in(&new).await.unwrap_err().code(), Some(ErrorCode::RateLimited));
    // A code has a count of its own.
    let code = |code: String| NewConfirmation { code: Some(code), ..Default::default() };
    let wrong = ada.confirm_identity(&code(wrong_code(&app, &factor.secret))).await.unwrap_err();
    assert_eq!(wrong.code(), Some(ErrorCode::Invalid));
    ada.confirm_identity(&code(app.code(&factor.secret, 0))).await.unwrap();
    for unclear in [NewConfirmation::default(), NewConfirmation { code: Some("1".into()), ..by_password(PASSWORD) }] {
        assert_eq!(ada.confirm_identity(&unclear).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    }
}

#[tokio::test]
async fn staff_without_a_second_factor_are_members_until_they_have_one() {
    let app = TestApp::strict().await;
    let author = app.member("Ada").await;
    let asked = author.ask_question(&question("May we lend out the tools?")).await.unwrap();
    let patch = ThreadPatch { title: Some("May we lend out our own tools?".into()), ..Default::default() };
    let (moderator, admin) = (app.moderator().await, app.admin().await);
    let missing = Some(ErrorCode::SecondFactorMissing);
    let edit = moderator.update_question(asked.id, asked.opening.version, &patch).await.unwrap_err();
    assert_eq!((edit.code(), edit.status()), (missing, Some(403)));
    assert_eq!(admin.list_applications(&ApplicationQuery::default()).await.unwrap_err().code(), missing);
    assert_eq!(admin.update_network(&NetworkPatch::default()).await.unwrap_err().code(), missing);
    // A member who lacks nothing but the role is told so.
    let plain = author.list_applications(&ApplicationQuery::default()).await.unwrap_err();
    assert_eq!(plain.code(), Some(ErrorCode::Forbidden));
    // What members may do they may, and they can set the factor up.
    admin.ask_question(&question("Who insures a building?")).await.unwrap();
    let me = admin.get_me().await.unwrap();
    assert!(me.needs_second_factor && me.role == Role::Admin);
    assert!(admin.get_second_factor().await.unwrap().is_required);

    let factor = app.enrol(&admin).await;
    assert!(!admin.get_me().await.unwrap().needs_second_factor);
    admin.list_applications(&ApplicationQuery::default()).await.unwrap();
    app.enrol(&moderator).await;
    moderator.update_question(asked.id, asked.opening.version, &patch).await.unwrap();

    // A session of theirs stays as sure as it was: when it is renewed, and when the password is changed.
    let again = app.sign_in_strongly(&admin.email, &factor.secret).await;
    again.list_applications(&ApplicationQuery::default()).await.unwrap();
    let change = PasswordChange { current_password: PASSWORD.into(), password: NEW_PASSWORD.into() };
    let session = again.change_password(&change).await.unwrap();
    again.set_token(Some(session.access_token));
    again.list_applications(&ApplicationQuery::default()).await.unwrap();

    // Without the factor they are members again, everywhere.
    again.confirm_identity(&by_password(NEW_PASSWORD)).await.unwrap();
    again.remove_second_factor().await.unwrap();
    assert_eq!(again.list_applications(&ApplicationQuery::default()).await.unwrap_err().code(), missing);
}

#[tokio::test]
async fn refresh_session_keeps_the_session_as_strong_as_it_was() {
    let app = TestApp::strict().await;
    let admin = app.admin().await;
    let factor = app.enrol(&admin).await;
    let challenge = app.challenge(&admin.email).await;
    let step = with_code(&challenge, app.code(&factor.secret, 0));
    let opened = Answer::to(app.request("POST", "/api/v1/sessions/second-factor").json(&step)).await;
    let cookie = opened.header("set-cookie").split(';').next().unwrap().to_owned();
    app.pass(900);
    let refresh = app.request("POST", "/api/v1/sessions/refresh").header("Cookie", cookie);
    let renewed = Answer::to(refresh.header("Content-Type", "application/json").body("null")).await.json();
    assert_eq!(renewed["member"]["needs_second_factor"], false);
    let again = app.client();
    again.set_token(renewed["access_token"].as_str().map(str::to_owned));
    again.list_applications(&ApplicationQuery::default()).await.unwrap();
    // It is no proof of who one is, though.
    assert_eq!(again.renew_recovery_codes().await.unwrap_err().code(), Some(ErrorCode::StepUpRequired));
}

#[tokio::test]
async fn confirm_second_factor_ends_the_sessions_from_before() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let elsewhere = app.sign_in(&ada.email).await;
    app.enrol(&ada).await;
    assert_eq!(elsewhere.get_me().await.unwrap_err().status(), Some(401));
    ada.get_me().await.unwrap();
}

#[tokio::test]
async fn a_session_with_a_password_alone_behind_it_changes_no_second_factor() {
    let app = TestApp::strict_with_name().await;
    let admin = app.admin().await;
    let factor = app.enrol(&admin).await;
    // As of somebody who signed in with a passkey that was taken away since.
    entity::session::Entity::update_many()
        .col_expr(entity::session::Column::IsStrong, sea_orm::sea_query::Expr::value(false))
        .exec(&app.deps.write)
        .await
        .unwrap();
    admin.confirm_identity(&by_password(PASSWORD)).await.unwrap();
    let refused = [
        admin.renew_recovery_codes().await.err(),
        admin.remove_second_factor().await.err(),
        admin.begin_second_factor().await.err(),
        admin.begin_passkey().await.err(),
    ];
    for error in &refused {
        assert_eq!(error.as_ref().unwrap().code(), Some(ErrorCode::SecondFactorMissing));
    }
    assert!(admin.list_applications(&ApplicationQuery::default()).await.is_err());
    // A code makes the session strong.
    let code = Some(app.code(&factor.secret, 30));
    admin.confirm_identity(&NewConfirmation { code, ..Default::default() }).await.unwrap();
    admin.list_applications(&ApplicationQuery::default()).await.unwrap();
    admin.renew_recovery_codes().await.unwrap();
}
