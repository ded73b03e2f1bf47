//! Accounts: sessions, passwords, the first administrator.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, delete, get, post, put};
use api_types::accounts::{
    Me, NewAdministrator, NewMailedLink, NewPassword, NewSession, PasswordChange, Session, SessionSummary,
};
use api_types::{ErrorCode, MemberId, SessionId};
use domain::Deps;
use domain::accounts::{self, Device, SignedIn};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::error::{ApiError, ApiResult};
use crate::extract::{Admin, Applicant, Json, Path};
use crate::serve::Http;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(sign_in)
        .service(refresh_session)
        .service(sign_out)
        .service(sign_out_everywhere)
        .service(list_sessions)
        .service(end_session)
        .service(end_member_sessions)
        .service(get_me)
        .service(change_password)
        .service(request_password_reset)
        .service(reset_password)
        .service(create_first_administrator);
}

/// Signs in with e-mail address and password.
#[utoipa::path(tag = "accounts", request_body = NewSession, responses((status = 201, body = Session, description = "Signed in; the refresh token is in a cookie")), security(()))]
#[post("/sessions")]
async fn sign_in(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    new: Json<NewSession>,
) -> ApiResult<HttpResponse> {
    refuse_foreign(&request)?;
    let signed_in =
        accounts::sign_in(&deps, &new.0.read()?, &address_of(&request, &http), &device_of(&request, &http)).await?;
    Ok(session(&http, signed_in))
}

/// Gets a new access token for the session in the cookie.
///
/// The refresh token in the cookie is replaced; the one before is good for ten seconds more, so that
/// two pages that refresh at once do not end the session. Later use of an old one ends it.
#[utoipa::path(tag = "accounts", responses((status = 201, body = Session, description = "A new access token")), security(()))]
#[post("/sessions/refresh")]
async fn refresh_session(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    body: Json<()>,
) -> ApiResult<HttpResponse> {
    refuse_foreign(&request)?;
    body.0.read()?;
    let cookie = request.cookie(cookie_name(&http)).ok_or(domain::Error::Unauthenticated)?;
    let signed_in = accounts::refresh_session(&deps, cookie.value(), &device_of(&request, &http)).await?;
    Ok(session(&http, signed_in))
}

/// Ends the current session.
#[utoipa::path(tag = "accounts", responses((status = 204, description = "Ended")), security(("session" = [])))]
#[delete("/sessions/current")]
async fn sign_out(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    caller: Applicant,
) -> ApiResult<HttpResponse> {
    refuse_foreign(&request)?;
    accounts::sign_out(&deps, &caller.0).await?;
    Ok(signed_out(&http))
}

/// Ends all of the member's sessions, on every device.
#[utoipa::path(tag = "accounts", responses((status = 204, description = "Ended")), security(("session" = [])))]
#[delete("/sessions")]
async fn sign_out_everywhere(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    caller: Applicant,
) -> ApiResult<HttpResponse> {
    refuse_foreign(&request)?;
    accounts::sign_out_everywhere(&deps, &caller.0).await?;
    Ok(signed_out(&http))
}

/// Lists where the member is signed in, the last used first.
#[utoipa::path(tag = "accounts", responses((status = 200, body = Vec<SessionSummary>, description = "The member's sessions")), security(("session" = [])))]
#[get("/sessions")]
async fn list_sessions(deps: Data<Deps>, caller: Applicant) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(accounts::list_sessions(&deps, &caller.0).await?))
}

/// Ends one of the member's sessions.
#[utoipa::path(tag = "accounts", params(("id" = SessionId, Path, description = "The session's id")), responses((status = 204, description = "Ended")), security(("session" = [])))]
#[delete("/sessions/{id}")]
async fn end_session(deps: Data<Deps>, caller: Applicant, id: Path<SessionId>) -> ApiResult<HttpResponse> {
    accounts::end_session(&deps, &caller.0, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Ends all sessions of a member, as when a device was stolen.
#[utoipa::path(tag = "accounts", params(("id" = MemberId, Path, description = "The member's id")), responses((status = 204, description = "Ended")), security(("session" = [])))]
#[delete("/members/{id}/sessions")]
async fn end_member_sessions(deps: Data<Deps>, _: Admin, id: Path<MemberId>) -> ApiResult<HttpResponse> {
    accounts::end_member_sessions(&deps, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Tells who is signed in.
#[utoipa::path(tag = "accounts", responses((status = 200, body = Me, description = "The member")), security(("session" = [])))]
#[get("/me")]
async fn get_me(deps: Data<Deps>, caller: Applicant) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(accounts::get_me(&deps, &caller.0).await?))
}

/// Sets a new password, knowing the current one; ends all other sessions.
#[utoipa::path(tag = "accounts", request_body = PasswordChange, responses((status = 201, body = Session, description = "Changed; a new session")), security(("session" = [])))]
#[put("/me/password")]
async fn change_password(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    caller: Applicant,
    change: Json<PasswordChange>,
) -> ApiResult<HttpResponse> {
    let signed_in = accounts::change_password(&deps, &caller.0, &change.0.read()?, &device_of(&request, &http)).await?;
    Ok(session(&http, signed_in))
}

/// Asks for a mailed link to set a new password.
///
/// The answer is the same whether the address is known or not.
#[utoipa::path(tag = "accounts", request_body = NewMailedLink, responses((status = 202, description = "If the address is known, a link was sent")), security(()))]
#[post("/password-resets")]
async fn request_password_reset(deps: Data<Deps>, new: Json<NewMailedLink>) -> ApiResult<HttpResponse> {
    accounts::request_password_reset(&deps, &new.0.read()?).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Sets a new password with the secret of a mailed link; ends all sessions.
#[utoipa::path(tag = "accounts", request_body = NewPassword, responses((status = 201, body = Session, description = "Set; signed in")), security(()))]
#[post("/passwords")]
async fn reset_password(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    new: Json<NewPassword>,
) -> ApiResult<HttpResponse> {
    refuse_foreign(&request)?;
    let signed_in = accounts::reset_password(&deps, &new.0.read()?, &device_of(&request, &http)).await?;
    Ok(session(&http, signed_in))
}

/// Makes the first administrator with the secret that the server printed.
#[utoipa::path(tag = "accounts", request_body = NewAdministrator, responses((status = 201, body = Session, description = "Made; signed in")), security(()))]
#[post("/administrators")]
async fn create_first_administrator(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    new: Json<NewAdministrator>,
) -> ApiResult<HttpResponse> {
    refuse_foreign(&request)?;
    let signed_in = accounts::create_first_administrator(&deps, &new.0.read()?, &device_of(&request, &http)).await?;
    Ok(session(&http, signed_in))
}

/// Puts the refresh token of whom an answer signs in beside it.
pub(super) fn with_cookie(http: &Http, token: Option<String>, response: &mut HttpResponseBuilder) {
    if let Some(token) = token {
        response.cookie(cookie(http, token, accounts::SESSION_SECONDS));
    }
}

fn cookie_name(http: &Http) -> &'static str {
    if http.secure_cookies { "__Host-commonshelf" } else { "commonshelf" }
}

fn cookie(http: &Http, value: String, seconds: i64) -> Cookie<'static> {
    Cookie::build(cookie_name(http), value)
        .path("/")
        .http_only(true)
        .secure(http.secure_cookies)
        .same_site(SameSite::Strict)
        .max_age(Duration::seconds(seconds))
        .finish()
}

/// The answer of everything that signs in.
pub(super) fn session(http: &Http, signed_in: SignedIn) -> HttpResponse {
    let mut response = HttpResponse::Created();
    with_cookie(http, signed_in.refresh_token, &mut response);
    response.json(signed_in.session)
}

pub(super) fn signed_out(http: &Http) -> HttpResponse {
    HttpResponse::NoContent()
        .cookie(cookie(http, String::new(), 0))
        .insert_header(("Clear-Site-Data", "\"cache\", \"cookies\""))
        .finish()
}

/// Refuses requests that a page of another site made: cookies must not act for strangers.
pub(super) fn refuse_foreign(request: &HttpRequest) -> Result<(), ApiError> {
    let stated = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let site_is_own = stated("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    let host = stated(header::HOST.as_str()).unwrap_or_default();
    let origin_is_own = stated(header::ORIGIN.as_str()).is_none_or(|origin| {
        origin.split_once("://").is_some_and(|(scheme, rest)| matches!(scheme, "http" | "https") && rest == host)
    });
    if site_is_own && origin_is_own {
        Ok(())
    } else {
        Err(ApiError::new(ErrorCode::ForeignOrigin, "Open the network's own site and do it there."))
    }
}

/// The device that a request came from, as its owner would know it. Of its address only the network is kept.
pub(super) fn device_of(request: &HttpRequest, http: &Http) -> Device {
    let user_agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let address = address_of(request, http);
    let network = match address.parse::<Ipv4Addr>().map(|address| address.octets()) {
        Ok([a, b, c, _]) => format!("{a}.{b}.{c}.x"),
        Err(_) => address,
    };
    Device::of(user_agent.unwrap_or_default(), &network)
}

/// Where a request came from, for counting tries: the peer, or what a trusted proxy says of it. Of an
/// IPv6 address only the network counts, since one household has them all.
pub(crate) fn address_of(request: &HttpRequest, http: &Http) -> String {
    let peer = request.peer_addr().map(|address| address.ip());
    let mut address = peer;
    if peer.is_some_and(|peer| http.trusted_proxies.contains(&peer)) {
        let chain = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok()).unwrap_or_default();
        address = chain
            .rsplit(',')
            .filter_map(|part| part.trim().parse::<IpAddr>().ok())
            .find(|hop| !http.trusted_proxies.contains(hop))
            .or(peer);
    }
    match address {
        Some(IpAddr::V6(address)) if address.to_ipv4_mapped().is_none() => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
        Some(address) => address.to_canonical().to_string(),
        None => "unknown".into(),
    }
}
