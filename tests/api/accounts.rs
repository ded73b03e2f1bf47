//! Sessions, passwords, tokens, the first administrator.

use api_types::ErrorCode;
use api_types::accounts::{NewAdministrator, NewMailedLink, NewPassword, NewSession, PasswordChange, Role};
use harness::{PASSWORD, TestApp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

const NEW_PASSWORD: &str = "seven lamps on the quay";

fn sign_in_body(email: &str, password: &str) -> NewSession {
    NewSession { email: email.into(), password: password.into() }
}

#[tokio::test]
async fn sign_in_with_the_right_password_tells_who_it_is() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let me = ada.get_me().await.unwrap();
    assert_eq!((me.name.as_str(), me.role), ("Ada", Role::Member));
}

#[tokio::test]
async fn sign_in_of_an_unknown_address_looks_like_a_wrong_password() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let wrong = app.client().sign_in(&sign_in_body(&ada.email, "wrong password here")).await.unwrap_err();
    let unknown = app.client().sign_in(&sign_in_body("nobody@example.org", "wrong password here")).await.unwrap_err();
    assert_eq!(wrong.code(), Some(ErrorCode::WrongCredentials));
    let (client::Error::Problem(mut one), client::Error::Problem(mut other)) = (wrong, unknown) else { panic!() };
    one.request_id.clear();
    other.request_id.clear();
    assert_eq!(one, other);
}

#[tokio::test]
async fn sign_in_after_ten_failures_is_refused_until_the_window_has_passed() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    for _ in 0..10 {
        app.client().sign_in(&sign_in_body(&ada.email, "wrong password here")).await.unwrap_err();
    }
    let refused = app.client().sign_in(&sign_in_body(&ada.email, PASSWORD)).await.unwrap_err();
    let client::Error::Problem(problem) = refused else { panic!() };
    assert_eq!(problem.code, ErrorCode::RateLimited);
    let wait = i64::try_from(problem.retry_after_seconds.unwrap()).unwrap();
    app.pass(wait);
    app.client().sign_in(&sign_in_body(&ada.email, PASSWORD)).await.unwrap();
}

#[tokio::test]
async fn sign_in_failures_are_counted_by_peer_whatever_a_stranger_claims() {
    let app = TestApp::start().await;
    let http = reqwest::Client::new();
    let mut last = 0;
    for number in 0..31 {
        let response = http
            .post(format!("{}/api/v1/sessions", app.base_url))
            .header("X-Forwarded-For", format!("192.0.2.{number}"))
            .json(&sign_in_body(&format!("nobody{number}@example.org"), "wrong password here"))
            .send()
            .await
            .unwrap();
        last = response.status().as_u16();
    }
    assert_eq!(last, 429);
}

#[tokio::test]
async fn get_me_with_a_token_of_a_suspended_member_is_refused_at_once() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    ada.get_me().await.unwrap();
    entity::member::Entity::update_many()
        .col_expr(entity::member::Column::IsSuspended, Expr::value(true))
        .filter(entity::member::Column::Id.eq(ada.id.0))
        .exec(&app.deps.write)
        .await
        .unwrap();
    assert_eq!(ada.get_me().await.unwrap_err().code(), Some(ErrorCode::Unauthenticated));
    let again = app.client().sign_in(&sign_in_body(&ada.email, PASSWORD)).await.unwrap_err();
    assert_eq!(again.code(), Some(ErrorCode::WrongCredentials));
}

#[tokio::test]
async fn get_me_with_an_expired_or_forged_token_is_refused() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let token = ada.token().unwrap();
    let parts: Vec<&str> = token.split('.').collect();
    let unsigned = format!("eyJhbGciOiJub25lIn0.{}.", parts[1]);
    let keyed = format!("eyJhbGciOiJIUzI1NiJ9.{}.{}", parts[1], parts[2]);
    let long = "a".repeat(1_000_000);
    for forged in
        ["", "null", "cs_pat_", &unsigned, &keyed, &format!("{token}x"), &format!("{}.{}.", parts[0], parts[1])]
    {
        ada.client.set_token(Some((*forged).to_owned()));
        assert_eq!(ada.get_me().await.unwrap_err().code(), Some(ErrorCode::Unauthenticated), "{forged}");
    }
    let oversized = reqwest::Client::new().get(format!("{}/api/v1/me", app.base_url)).bearer_auth(long).send().await;
    assert!(oversized.is_err() || oversized.unwrap().status().is_client_error());
    ada.client.set_token(Some(token));
    ada.get_me().await.unwrap();
    app.pass(700);
    assert_eq!(ada.get_me().await.unwrap_err().code(), Some(ErrorCode::Unauthenticated));
}

#[tokio::test]
async fn sign_out_everywhere_ends_every_session() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let elsewhere = app.sign_in(&ada.email).await;
    ada.sign_out_everywhere().await.unwrap();
    assert!(ada.get_me().await.is_err());
    assert!(elsewhere.get_me().await.is_err());
}

#[tokio::test]
async fn list_sessions_tells_the_devices_and_end_session_ends_one_of_ones_own() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    app.pass(60);
    let agent = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";
    let response = reqwest::Client::new()
        .post(format!("{}/api/v1/sessions", app.base_url))
        .header("User-Agent", agent)
        .json(&sign_in_body(&ada.email, PASSWORD))
        .send()
        .await
        .unwrap();
    let elsewhere = app.client();
    let signed_in: serde_json::Value = response.json().await.unwrap();
    elsewhere.set_token(signed_in["access_token"].as_str().map(ToOwned::to_owned));

    let sessions = ada.list_sessions().await.unwrap();
    let told: Vec<_> = sessions.iter().map(|one| (one.device.as_str(), one.is_current)).collect();
    assert_eq!(told, [("Firefox, Windows", false), ("", true)]);
    assert_eq!(sessions[0].network, "127.0.0.x");

    // Another's session is as unknown as one that never was.
    let others = bea.list_sessions().await.unwrap()[0].id;
    for id in [others, api_types::SessionId(999_999)] {
        assert_eq!(ada.end_session(id).await.unwrap_err().code(), Some(ErrorCode::NotFound));
    }
    bea.get_me().await.unwrap();
    ada.end_session(sessions[0].id).await.unwrap();
    assert_eq!(elsewhere.get_me().await.unwrap_err().code(), Some(ErrorCode::Unauthenticated));
    assert_eq!(ada.end_session(sessions[0].id).await.unwrap_err().code(), Some(ErrorCode::NotFound));
    assert_eq!(ada.list_sessions().await.unwrap().len(), 1);
}

#[tokio::test]
async fn end_member_sessions_ends_them_all_at_once() {
    let app = TestApp::start().await;
    let (ada, admin) = (app.member("Ada").await, app.admin().await);
    let elsewhere = app.sign_in(&ada.email).await;
    admin.end_member_sessions(ada.id).await.unwrap();
    assert!(ada.get_me().await.is_err() && elsewhere.get_me().await.is_err());
    admin.get_me().await.unwrap();
    let missing = admin.end_member_sessions(api_types::MemberId(999_999)).await.unwrap_err();
    assert_eq!(missing.code(), Some(ErrorCode::NotFound));
}

#[tokio::test]
async fn refresh_session_ends_after_a_month_without_use_and_after_half_a_year_in_all() {
    const DAY: i64 = 24 * 60 * 60;
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let unused = cookie_of(&app, &ada.email).await;
    let mut used = cookie_of(&app, &ada.email).await;
    for _ in 0..6 {
        app.pass(29 * DAY);
        let refreshed = refresh(&app, &used, &[]).await;
        assert_eq!(refreshed.status(), 201);
        used = refreshed.headers()["set-cookie"].to_str().unwrap().to_owned();
    }
    assert_eq!(refresh(&app, &unused, &[]).await.status(), 401);
    app.pass(9 * DAY);
    assert_eq!(refresh(&app, &used, &[]).await.status(), 401);
}

#[tokio::test]
async fn sign_out_ends_this_session_alone() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let elsewhere = app.sign_in(&ada.email).await;
    ada.sign_out().await.unwrap();
    assert!(ada.get_me().await.is_err());
    elsewhere.get_me().await.unwrap();
}

/// Signs in without the typed client and gives the cookie as set.
async fn cookie_of(app: &TestApp, email: &str) -> String {
    let response = reqwest::Client::new()
        .post(format!("{}/api/v1/sessions", app.base_url))
        .json(&sign_in_body(email, PASSWORD))
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 201);
    response.headers()["set-cookie"].to_str().unwrap().to_owned()
}

async fn refresh(app: &TestApp, cookie: &str, headers: &[(&str, &str)]) -> reqwest::Response {
    let mut request = reqwest::Client::new()
        .post(format!("{}/api/v1/sessions/refresh", app.base_url))
        .header("Cookie", cookie.split(';').next().unwrap())
        .header("Content-Type", "application/json")
        .body("null");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.send().await.unwrap()
}

#[tokio::test]
async fn refresh_session_cookie_is_for_this_host_alone_and_changes_at_each_use() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let first = cookie_of(&app, &ada.email).await;
    for part in ["__Host-commonshelf=", "HttpOnly", "SameSite=Strict", "Secure", "Path=/"] {
        assert!(first.contains(part), "{first}");
    }
    assert!(!first.contains("Domain"));
    let refreshed = refresh(&app, &first, &[]).await;
    assert_eq!(refreshed.status(), 201);
    let second = refreshed.headers()["set-cookie"].to_str().unwrap().to_owned();
    assert_ne!(first, second);
    // Within the grace the first still serves; after it, its return ends the session.
    assert_eq!(refresh(&app, &first, &[]).await.status(), 201);
    app.pass(11);
    assert_eq!(refresh(&app, &first, &[]).await.status(), 401);
    assert_eq!(refresh(&app, &second, &[]).await.status(), 401);
    assert_eq!(app.mails_to(&ada.email).await.len(), 1);
}

#[tokio::test]
async fn refresh_session_many_at_once_leaves_one_live_token() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let cookie = cookie_of(&app, &ada.email).await;
    let all = futures_util::future::join_all((0..50).map(|_| refresh(&app, &cookie, &[]))).await;
    assert!(all.iter().all(|response| response.status() == 201));
    let fresh: Vec<_> = all.iter().filter_map(|response| response.headers().get("set-cookie")).collect();
    assert_eq!(fresh.len(), 1);
    app.pass(60);
    assert_eq!(refresh(&app, fresh[0].to_str().unwrap(), &[]).await.status(), 201);
}

#[tokio::test]
async fn refresh_session_from_another_site_is_refused() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let cookie = cookie_of(&app, &ada.email).await;
    for (name, value) in [("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site")] {
        assert_eq!(refresh(&app, &cookie, &[(name, value)]).await.status(), 403, "{name}: {value}");
    }
    let as_text = reqwest::Client::new()
        .post(format!("{}/api/v1/sessions/refresh", app.base_url))
        .header("Cookie", cookie.split(';').next().unwrap())
        .header("Content-Type", "text/plain")
        .send()
        .await
        .unwrap();
    assert_eq!(as_text.status(), 415);
}

#[tokio::test]
async fn change_password_ends_other_sessions_and_needs_the_current_one() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let elsewhere = app.sign_in(&ada.email).await;
    let change = |current: &str| PasswordChange { current_password: current.into(), password: NEW_PASSWORD.into() };
    assert_eq!(ada.change_password(&change("not this one at all")).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    let session = ada.change_password(&change(PASSWORD)).await.unwrap();
    assert!(elsewhere.get_me().await.is_err());
    ada.client.set_token(Some(session.access_token));
    ada.get_me().await.unwrap();
}

#[tokio::test]
async fn reset_password_link_works_once_and_a_newer_one_ends_it() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let asked = NewMailedLink { email: ada.email.clone() };
    let anonymous = app.anonymous();
    anonymous.request_password_reset(&asked).await.unwrap();
    let first = app.secret_mailed_to(&ada.email).await;
    anonymous.request_password_reset(&asked).await.unwrap();
    let second = app.secret_mailed_to(&ada.email).await;
    let new = |token: &str| NewPassword { token: token.into(), password: NEW_PASSWORD.into() };
    assert_eq!(anonymous.reset_password(&new(&first)).await.unwrap_err().code(), Some(ErrorCode::LinkExpired));
    anonymous.reset_password(&new(&second)).await.unwrap();
    assert_eq!(anonymous.reset_password(&new(&second)).await.unwrap_err().code(), Some(ErrorCode::LinkExpired));
    assert!(ada.get_me().await.is_err());
    app.client().sign_in(&sign_in_body(&ada.email, NEW_PASSWORD)).await.unwrap();
}

#[tokio::test]
async fn reset_password_link_ends_after_an_hour() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    app.anonymous().request_password_reset(&NewMailedLink { email: ada.email.clone() }).await.unwrap();
    let token = app.secret_mailed_to(&ada.email).await;
    app.pass(3_601);
    let late = app.anonymous().reset_password(&NewPassword { token, password: NEW_PASSWORD.into() }).await.unwrap_err();
    assert_eq!(late.code(), Some(ErrorCode::LinkExpired));
}

#[tokio::test]
async fn request_password_reset_mails_at_most_five_times_in_half_an_hour() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    for _ in 0..7 {
        app.anonymous().request_password_reset(&NewMailedLink { email: ada.email.clone() }).await.unwrap();
    }
    assert_eq!(app.mails_to(&ada.email).await.len(), 5);
}

#[tokio::test]
async fn create_first_administrator_works_once() {
    let app = TestApp::start().await;
    let link = domain::accounts::administrator_link(&app.deps).await.unwrap().unwrap();
    let token = link.split("#token=").nth(1).unwrap().to_owned();
    let new = |password: &str| NewAdministrator {
        token: token.clone(),
        name: "Ann".into(),
        email: "ann@example.org".into(),
        password: password.into(),
    };
    for weak in
        ["passwordpassword", "aaaaaaaaaaaaaaaaaaaa", "commonshelfcommonshelf", "ann@example.org", "123456789012345"]
    {
        let refused = app.anonymous().create_first_administrator(&new(weak)).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::Invalid), "{weak}");
    }
    let session = app.anonymous().create_first_administrator(&new(" ünusual wörds 🌲 at dusk ")).await.unwrap();
    assert_eq!(session.member.role, Role::Admin);
    let again = app.anonymous().create_first_administrator(&new(NEW_PASSWORD)).await.unwrap_err();
    assert_eq!(again.code(), Some(ErrorCode::LinkExpired));
    assert!(domain::accounts::administrator_link(&app.deps).await.unwrap().is_none());
    let stored = entity::member::Entity::find().one(&app.deps.read).await.unwrap().unwrap().password_hash;
    assert!(stored.starts_with("$argon2id$v=19$"), "{stored}");
}

#[tokio::test]
async fn passwords_equal_in_their_first_72_bytes_are_not_the_same() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let long = "lamp quay ".repeat(8);
    let change = PasswordChange { current_password: PASSWORD.into(), password: format!("{long}one") };
    ada.change_password(&change).await.unwrap();
    app.client().sign_in(&sign_in_body(&ada.email, &format!("{long}two"))).await.unwrap_err();
    app.client().sign_in(&sign_in_body(&ada.email, &format!("{long}one"))).await.unwrap();
}
