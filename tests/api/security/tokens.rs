//! Forged and misused tokens: always 401, never a failure.

use api_types::accounts::{NewMailedLink, Role};
use api_types::membership::ApplicationQuery;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer, SigningKey};
use harness::raw::Answer;
use harness::{SEED, START, TestApp, question};
use jsonwebtoken::{Algorithm, EncodingKey};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

/// A good token in its parts, to make bad ones of.
struct Parts {
    header: Value,
    claims: Value,
    whole: String,
}

impl Parts {
    fn of(token: &str) -> Self {
        let parts: Vec<&str> = token.split('.').collect();
        let read = |part: &str| serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
        Self { header: read(parts[0]), claims: read(parts[1]), whole: token.to_owned() }
    }

    fn header_with(&self, name: &str, value: Value) -> String {
        let mut header = self.header.clone();
        header[name] = value;
        header.to_string()
    }

    /// A token with our true signature and another header.
    fn signed_with(&self, name: &str, value: Value) -> String {
        signed(&self.header_with(name, value), &self.claims.to_string())
    }

    /// A token with our true signature and another claim; null takes the claim away.
    fn claiming(&self, name: &str, value: Value) -> String {
        let mut claims = self.claims.clone();
        if value.is_null() {
            claims.as_object_mut().unwrap().remove(name);
        } else {
            claims[name] = value;
        }
        signed(&self.header.to_string(), &claims.to_string())
    }

    /// A token that is signed with a shared secret.
    fn keyed(&self, algorithm: Algorithm, secret: &[u8]) -> String {
        let header = self.header_with("alg", serde_json::to_value(algorithm).unwrap());
        let text = joined(&header, &self.claims.to_string());
        let signature = jsonwebtoken::crypto::sign(text.as_bytes(), &EncodingKey::from_secret(secret), algorithm);
        format!("{text}.{}", signature.unwrap())
    }
}

fn joined(header: &str, claims: &str) -> String {
    format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims))
}

fn signed(header: &str, claims: &str) -> String {
    let text = joined(header, claims);
    let signature = SigningKey::from_bytes(&SEED).sign(text.as_bytes());
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}

async fn refused(app: &TestApp, token: &str) {
    let shown = token.chars().take(200).collect::<String>();
    let answer = Answer::to(app.request("GET", "/api/v1/me").bearer_auth(token)).await;
    assert_eq!(answer.status, 401, "{shown}: {}", answer.text());
    assert_eq!(answer.header("www-authenticate"), "Bearer", "{shown}");
}

async fn started() -> (TestApp, Parts) {
    let app = TestApp::start().await;
    let token = app.member("Ada").await.token().unwrap();
    let parts = Parts::of(&token);
    // What the tests sign is signed as we sign.
    let own = signed(&parts.header.to_string(), &parts.claims.to_string());
    assert_eq!(Answer::to(app.request("GET", "/api/v1/me").bearer_auth(own)).await.status, 200);
    (app, parts)
}

#[tokio::test]
async fn tokens_of_another_algorithm_or_key_are_refused() {
    let (app, parts) = started().await;
    let claims = parts.claims.to_string();
    for algorithm in ["none", "None", "nOnE", "NONE", ""] {
        let text = joined(&parts.header_with("alg", json!(algorithm)), &claims);
        let signature = parts.whole.rsplit('.').next().unwrap();
        refused(&app, &format!("{text}.")).await;
        refused(&app, &format!("{text}.{signature}")).await;
        refused(&app, &signed(&parts.header_with("alg", json!(algorithm)), &claims)).await;
    }
    let key = SigningKey::from_bytes(&SEED).verifying_key();
    let coded = URL_SAFE_NO_PAD.encode(key.to_bytes());
    let der = [&[0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00], &key.to_bytes()[..]].concat();
    let in_lines = base64::engine::general_purpose::STANDARD.encode(der);
    let pem = format!("-----BEGIN PUBLIC KEY-----\n{in_lines}\n-----END PUBLIC KEY-----\n");
    for algorithm in [Algorithm::HS256, Algorithm::HS384, Algorithm::HS512] {
        for secret in [&key.to_bytes()[..], coded.as_bytes(), pem.as_bytes(), pem.trim().as_bytes(), b"", b"secret"] {
            refused(&app, &parts.keyed(algorithm, secret)).await;
        }
    }
    for algorithm in ["HS512", "RS256", "ES256", "Ed448", "eddsa"] {
        refused(&app, &parts.signed_with("alg", json!(algorithm))).await;
    }
    let stranger = SigningKey::from_bytes(&[8; 32]).sign(joined(&parts.header.to_string(), &claims).as_bytes());
    let text = joined(&parts.header.to_string(), &claims);
    refused(&app, &format!("{text}.{}", URL_SAFE_NO_PAD.encode(stranger.to_bytes()))).await;
    refused(&app, &format!("{text}.")).await;
    refused(&app, &format!("{text}.{}", URL_SAFE_NO_PAD.encode([0; 64]))).await;
}

#[tokio::test]
async fn tokens_whose_header_asks_for_more_are_refused() {
    let (app, parts) = started().await;
    let key = json!({ "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" });
    for (name, value) in [
        ("kid", json!("../../../dev/null")),
        ("kid", json!("' OR 1=1 --")),
        ("kid", json!("x".repeat(10_000))),
        ("kid", json!("")),
        ("kid", Value::Null),
        ("jku", json!("https://evil.example/keys.json")),
        ("x5u", json!("https://evil.example/key.pem")),
        ("jwk", key),
        ("x5c", json!(["MIIB"])),
        // RFC 7515, 4.1.11: what is critical and not understood makes the token invalid.
        ("crit", json!(["b64"])),
        ("crit", json!(["exp", "unheard-of"])),
        ("crit", json!([])),
        ("crit", json!("b64")),
        ("enc", json!("A256GCM")),
        ("zip", json!("DEF")),
    ] {
        refused(&app, &parts.signed_with(name, value)).await;
    }
    let (header, claims) = (parts.header.to_string(), parts.claims.to_string());
    let doubled = |text: &str, member: &str| format!("{{{member},{}", &text[1..]);
    refused(&app, &signed(&doubled(&header, r#""alg":"none""#), &claims)).await;
    refused(&app, &signed(&header, &doubled(&claims, r#""sub":"1""#))).await;
    refused(&app, &signed(&header, &doubled(&claims, r#""ver":1"#))).await;
}

#[tokio::test]
async fn what_is_no_token_at_all_is_refused() {
    let (app, parts) = started().await;
    let [header, claims, signature] = parts.whole.split('.').collect::<Vec<_>>()[..] else { panic!() };
    // Five parts make an encrypted token (RFC 7516).
    for token in [
        &format!("{header}.{claims}.{signature}.{signature}.{signature}"),
        &format!("{header}.{claims}"),
        &format!("{header}..{signature}"),
        &format!("{header}.{claims}.{signature}="),
        "...",
        "....",
        "a.b.c",
        "{}.{}.{}",
        "undefined",
    ] {
        refused(&app, token).await;
    }
    for claims in ["", "[]", "null", "\"text\"", "{", "{}", "{\"exp\":"] {
        refused(&app, &signed(&parts.header.to_string(), claims)).await;
    }
    for bytes in [&b"Bearer \xff\xfe\xfd"[..], b"Bearer", b"Bearer ", b"Basic YTpi", b"bearer \xc3\xa9.a.b", b"\xa0"] {
        let request = app.request("GET", "/api/v1/me").header("Authorization", bytes);
        let answer = Answer::to(request).await;
        assert_eq!((answer.status, answer.header("www-authenticate")), (401, "Bearer"), "{bytes:?}");
    }
    let binary = format!("{header}.{}.{signature}", URL_SAFE_NO_PAD.encode(b"\xff\xfe{\"sub\":\"1\"}"));
    refused(&app, &binary).await;
    let in_query = Answer::to(app.request("GET", &format!("/api/v1/me?access_token={}", parts.whole))).await;
    assert_eq!(in_query.status, 401);
}

#[tokio::test]
async fn tokens_of_another_time_or_place_are_refused() {
    let (app, parts) = started().await;
    let now = START / 1000;
    let (past, ahead) = (now - 61, now + 3_600);
    let mut cases = vec![
        ("exp", json!(past)),
        ("exp", json!(now.to_string())),
        ("exp", json!((now + 600).to_string())),
        ("exp", json!(-1)),
        ("exp", json!(0)),
        ("exp", json!(i64::MIN)),
        ("exp", json!(i64::MAX)),
        ("exp", json!(u64::MAX)),
        ("exp", json!(1e308)),
        ("exp", json!([now + 600])),
        ("exp", json!(true)),
        ("iat", json!(ahead)),
        ("iat", json!("now")),
        ("iat", json!(i64::MIN)),
        ("iat", json!(i64::MAX)),
        ("nbf", json!(ahead)),
        ("nbf", json!("now")),
        ("aud", json!("another-api")),
        ("aud", json!(["commonshelf-api", "another-api"])),
        ("aud", json!("")),
        ("iss", json!("https://evil.example")),
        ("iss", json!([app.base_url])),
        ("iss", json!("")),
        ("sub", json!("")),
        ("sub", json!("-1")),
        ("sub", json!("1e3")),
        ("sub", json!(1)),
        ("sid", json!("1")),
        ("sid", json!(999_999)),
        ("sid", json!(-1)),
        ("ver", json!(0)),
        ("ver", json!(2)),
        ("ver", json!(1.5)),
    ];
    cases.extend(["exp", "iat", "aud", "iss", "sub", "sid", "ver"].map(|name| (name, Value::Null)));
    for (name, value) in cases {
        refused(&app, &parts.claiming(name, value)).await;
    }
    let whole = format!("{}.0", parts.claims["exp"]);
    let as_float = parts.claims.to_string().replace(&parts.claims["exp"].to_string(), &whole);
    refused(&app, &signed(&parts.header.to_string(), &as_float)).await;
    // Both times at once, so that they are apart as they should be.
    let mut claims = parts.claims.clone();
    for (iat, exp) in [(past - 600, past), (ahead, ahead + 600), (i64::MAX - 600, i64::MAX), (i64::MIN, i64::MIN + 600)]
    {
        claims["iat"] = json!(iat);
        claims["exp"] = json!(exp);
        refused(&app, &signed(&parts.header.to_string(), &claims.to_string())).await;
    }
}

#[tokio::test]
async fn secrets_serve_for_nothing_but_what_they_are_for() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let access = ada.token().unwrap();
    let signed_in = Answer::to(app.request("POST", "/api/v1/sessions").json(&json!({
        "email": ada.email, "password": harness::PASSWORD,
    })))
    .await;
    let cookie = signed_in.header("set-cookie").split(';').next().unwrap().to_owned();
    let (name, refresh) = cookie.split_once('=').unwrap();
    app.anonymous().request_password_reset(&NewMailedLink { email: ada.email.clone() }).await.unwrap();
    let mailed = app.secret_mailed_to(&ada.email).await;
    refused(&app, refresh).await;
    refused(&app, &mailed).await;
    for wrong in [&access, &mailed, &"a".repeat(64), &String::new(), &format!("{refresh} ")[..64].to_uppercase()] {
        let request = app.request("POST", "/api/v1/sessions/refresh").header("Cookie", format!("{name}={wrong}"));
        let answer = Answer::to(request.json(&())).await;
        assert_eq!(answer.status, if wrong == refresh { 201 } else { 401 }, "{wrong}");
    }
    for path in ["/api/v1/passwords", "/api/v1/confirmations"] {
        for wrong in [access.get(..200).unwrap(), refresh] {
            let new = json!({ "token": wrong, "password": "seven lamps on the quay" });
            let answer = Answer::to(app.request("POST", path).json(&new)).await;
            assert_eq!((answer.status, answer.json()["code"].as_str()), (409, Some("link_expired")), "{path}");
        }
    }
    let confirming = json!({ "token": mailed, "password": "seven lamps on the quay" });
    assert_eq!(Answer::to(app.request("POST", "/api/v1/confirmations").json(&confirming)).await.status, 409);
    assert_eq!(Answer::to(app.request("POST", "/api/v1/passwords").json(&confirming)).await.status, 201);
}

#[tokio::test]
async fn refresh_tokens_are_kept_hashed_and_never_stand_in_a_body() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let planted = "__Host-commonshelf=".to_owned() + &"f".repeat(64);
    let request = app.request("POST", "/api/v1/sessions").header("Cookie", &planted);
    let answer = Answer::to(request.json(&json!({ "email": ada.email, "password": harness::PASSWORD }))).await;
    let cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
    assert_ne!(cookie, planted);
    let secret = cookie.split_once('=').unwrap().1;
    assert!(secret.len() == 64 && !answer.text().contains(secret), "{}", answer.text());
    let stored = entity::session::Entity::find().all(&app.deps.read).await.unwrap();
    assert!(stored.iter().all(|row| row.token_hash != secret && row.previous_token_hash.as_deref() != Some(secret)));
    let again = app.request("POST", "/api/v1/sessions/refresh").header("Cookie", format!("{planted}; {cookie}"));
    // Of two cookies of one name the planted one comes first: it opens nothing, and harms nothing.
    assert_eq!(Answer::to(again.json(&())).await.status, 401);
    let again = app.request("POST", "/api/v1/sessions/refresh").header("Cookie", cookie);
    assert_eq!(Answer::to(again.json(&())).await.status, 201);
}

#[tokio::test]
async fn a_session_acts_for_no_other_site() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let token = ada.token();
    let foreign = [
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
        ("Origin", "http://127.0.0.1"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
    ];
    for (name, value) in foreign {
        for path in ["/api/v1/sessions/current", "/api/v1/sessions"] {
            let answer = Answer::to(app.request_of(token.as_ref(), "DELETE", path).header(name, value)).await;
            assert_eq!(answer.status, 403, "{path} {name}: {value}");
        }
        let new = json!({ "email": ada.email, "password": harness::PASSWORD });
        let answer = Answer::to(app.request("POST", "/api/v1/sessions").header(name, value).json(&new)).await;
        assert!(answer.status == 403 && answer.header("set-cookie").is_empty(), "{name}: {value}");
    }
    for content_type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""] {
        let request = app.request("POST", "/api/v1/sessions/refresh").header("Content-Type", content_type).body("null");
        assert_eq!(Answer::to(request).await.status, 415, "{content_type}");
    }
    for path in ["/api/v1/sessions/refresh", "/api/v1/sessions/current"] {
        let answer = Answer::to(app.request_of(token.as_ref(), "GET", path)).await;
        assert!(answer.status == 405 && !answer.header("allow").is_empty(), "{path}");
    }
    ada.get_me().await.unwrap();
}

#[tokio::test]
async fn sign_out_holds_at_once_on_every_node_and_clears_the_browser() {
    let app = TestApp::start().await;
    let other = app.another_node(|_| {}).await;
    let ada = app.member("Ada").await;
    let new = json!({ "email": ada.email, "password": harness::PASSWORD });
    let signed_in = Answer::to(app.request("POST", "/api/v1/sessions").json(&new)).await;
    let token = signed_in.json()["access_token"].as_str().map(ToOwned::to_owned);
    let cookie = signed_in.header("set-cookie").split(';').next().unwrap().to_owned();
    assert_eq!(Answer::to(other.request_of(token.as_ref(), "GET", "/api/v1/me")).await.status, 200);
    let answer = Answer::to(app.request_of(token.as_ref(), "DELETE", "/api/v1/sessions/current")).await;
    assert_eq!(answer.status, 204);
    assert_eq!(answer.header("clear-site-data"), "\"cache\", \"cookies\"");
    assert!(answer.header("set-cookie").contains("Max-Age=0"), "{}", answer.header("set-cookie"));
    for node in [&app, &other] {
        assert_eq!(Answer::to(node.request_of(token.as_ref(), "GET", "/api/v1/me")).await.status, 401);
        let refresh = node.request("POST", "/api/v1/sessions/refresh").header("Cookie", &cookie).json(&());
        assert_eq!(Answer::to(refresh).await.status, 401);
    }
    // The session of another device goes on.
    ada.get_me().await.unwrap();
}

#[tokio::test]
async fn a_change_of_role_holds_at_the_next_request() {
    let app = TestApp::start().await;
    let ada = app.admin().await;
    ada.list_applications(&ApplicationQuery::default()).await.unwrap();
    for (role, may_ask) in [(Role::Member, true), (Role::Applicant, false)] {
        app.set_role(ada.id, role).await;
        assert_eq!(ada.list_applications(&ApplicationQuery::default()).await.unwrap_err().status(), Some(403));
        assert_eq!(ada.ask_question(&question("May I still ask after this?")).await.is_ok(), may_ask, "{role:?}");
    }
}
