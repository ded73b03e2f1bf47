//! Accounts: second factors, passkeys, mailed links, the change of address, and the proof that it is still oneself.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post};
use api_types::PasskeyId;
use api_types::accounts::{
    EmailChange, LinkSecret, NewConfirmation, NewMailedLink, NewPasskey, NewSecondFactor, NewSecondStep, Passkey,
    PasskeyAnswer, PasskeyChallenge, PasskeyPatch, RecoveryCodes, SecondFactor, SecondFactorSecret, Session,
};
use domain::{Deps, accounts};
use utoipa_actix_web::service_config::ServiceConfig;

use super::accounts::{device_of, refuse_foreign, session};
use crate::error::ApiResult;
use crate::extract::{Applicant, Json, MaybeActor, Path};
use crate::serve::Http;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(sign_in_with_second_factor)
        .service(confirm_identity)
        .service(get_second_factor)
        .service(begin_second_factor)
        .service(confirm_second_factor)
        .service(remove_second_factor)
        .service(renew_recovery_codes)
        .service(request_sign_in_link)
        .service(sign_in_with_link)
        .service(begin_passkey_sign_in)
        .service(sign_in_with_passkey)
        .service(list_passkeys)
        .service(begin_passkey)
        .service(add_passkey)
        .service(rename_passkey)
        .service(delete_passkey)
        .service(request_email_change)
        .service(confirm_email_change);
}

/// Signs in with a code of the second factor, after a first step that was right.
///
/// The first step answers `second_factor_required` with a challenge that is good for five minutes. Ten wrong codes
/// within a quarter of an hour are the most.
#[utoipa::path(tag = "accounts", request_body = NewSecondStep, responses((status = 201, body = Session, description = "Signed in")), security(()))]
#[post("/sessions/second-factor")]
async fn sign_in_with_second_factor(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    new: Json<NewSecondStep>,
) -> ApiResult<HttpResponse> {
    refuse_foreign(&request)?;
    let signed_in = accounts::sign_in_with_second_factor(&deps, &new.0.read()?, &device_of(&request, &http)).await?;
    Ok(session(&http, signed_in))
}

/// Proves again who one is, as what may be dangerous asks for with `step_up_required`; it lasts for ten minutes.
#[utoipa::path(tag = "accounts", request_body = NewConfirmation, responses((status = 204, description = "Noted")), security(("session" = [])))]
#[post("/sessions/current/confirmations")]
async fn confirm_identity(deps: Data<Deps>, caller: Applicant, new: Json<NewConfirmation>) -> ApiResult<HttpResponse> {
    accounts::confirm_identity(&deps, &caller.0, &new.0.read()?).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Tells how the member's second factor stands.
#[utoipa::path(tag = "accounts", responses((status = 200, body = SecondFactor, description = "How it stands")), security(("session" = [])))]
#[get("/me/second-factor")]
async fn get_second_factor(deps: Data<Deps>, caller: Applicant) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(accounts::get_second_factor(&deps, &caller.0).await?))
}

/// Gives a secret for an authenticator app; it counts once a code of it is confirmed. Asks for a recent sign-in.
#[utoipa::path(tag = "accounts", responses((status = 201, body = SecondFactorSecret, description = "The secret, shown once")), security(("session" = [])))]
#[post("/me/second-factor/secrets")]
async fn begin_second_factor(deps: Data<Deps>, caller: Applicant) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(accounts::begin_second_factor(&deps, &caller.0).await?))
}

/// Switches the second factor on with a code of the app, and gives recovery codes. Asks for a recent sign-in.
#[utoipa::path(tag = "accounts", request_body = NewSecondFactor, responses((status = 201, body = RecoveryCodes, description = "On; the recovery codes, shown once")), security(("session" = [])))]
#[post("/me/second-factor")]
async fn confirm_second_factor(
    deps: Data<Deps>,
    caller: Applicant,
    new: Json<NewSecondFactor>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(accounts::confirm_second_factor(&deps, &caller.0, &new.0.read()?).await?))
}

/// Switches the second factor off. Asks for a recent sign-in.
#[utoipa::path(tag = "accounts", responses((status = 204, description = "Off")), security(("session" = [])))]
#[delete("/me/second-factor")]
async fn remove_second_factor(deps: Data<Deps>, caller: Applicant) -> ApiResult<HttpResponse> {
    accounts::remove_second_factor(&deps, &caller.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Gives new recovery codes in place of those before. Asks for a recent sign-in.
#[utoipa::path(tag = "accounts", responses((status = 201, body = RecoveryCodes, description = "The codes, shown once")), security(("session" = [])))]
#[post("/me/recovery-codes")]
async fn renew_recovery_codes(deps: Data<Deps>, caller: Applicant) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(accounts::renew_recovery_codes(&deps, &caller.0).await?))
}

/// Asks for a mailed link that signs in; it is good for a quarter of an hour, once.
///
/// The answer is the same whether the address is known or not.
#[utoipa::path(tag = "accounts", request_body = NewMailedLink, responses((status = 202, description = "If the address is known, a link was sent")), security(()))]
#[post("/sign-in-links")]
async fn request_sign_in_link(deps: Data<Deps>, new: Json<NewMailedLink>) -> ApiResult<HttpResponse> {
    accounts::request_sign_in_link(&deps, &new.0.read()?).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Signs in with the secret of a mailed link.
#[utoipa::path(tag = "accounts", request_body = LinkSecret, responses((status = 201, body = Session, description = "Signed in")), security(()))]
#[post("/sessions/by-link")]
async fn sign_in_with_link(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    secret: Json<LinkSecret>,
) -> ApiResult<HttpResponse> {
    refuse_foreign(&request)?;
    let signed_in = accounts::sign_in_with_link(&deps, &secret.0.read()?, &device_of(&request, &http)).await?;
    Ok(session(&http, signed_in))
}

/// Gives what a browser needs to use a passkey, whosever it is.
#[utoipa::path(tag = "accounts", responses((status = 201, body = PasskeyChallenge, description = "A challenge, good for five minutes")), security(()))]
#[post("/passkey-challenges")]
async fn begin_passkey_sign_in(deps: Data<Deps>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(accounts::begin_passkey_sign_in(&deps).await?))
}

/// Signs in with a passkey; the session counts as one with a second factor.
#[utoipa::path(tag = "accounts", request_body = PasskeyAnswer, responses((status = 201, body = Session, description = "Signed in")), security(()))]
#[post("/sessions/by-passkey")]
async fn sign_in_with_passkey(
    request: HttpRequest,
    deps: Data<Deps>,
    http: Data<Http>,
    answer: Json<PasskeyAnswer>,
) -> ApiResult<HttpResponse> {
    refuse_foreign(&request)?;
    let signed_in = accounts::sign_in_with_passkey(&deps, &answer.0.read()?, &device_of(&request, &http)).await?;
    Ok(session(&http, signed_in))
}

/// Lists the member's passkeys, the oldest first.
#[utoipa::path(tag = "accounts", responses((status = 200, body = Vec<Passkey>, description = "The member's passkeys")), security(("session" = [])))]
#[get("/me/passkeys")]
async fn list_passkeys(deps: Data<Deps>, caller: Applicant) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(accounts::list_passkeys(&deps, &caller.0).await?))
}

/// Gives what a browser needs to make a passkey. Asks for a recent sign-in.
#[utoipa::path(tag = "accounts", responses((status = 201, body = PasskeyChallenge, description = "A challenge, good for five minutes")), security(("session" = [])))]
#[post("/me/passkey-challenges")]
async fn begin_passkey(deps: Data<Deps>, caller: Applicant) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(accounts::begin_passkey(&deps, &caller.0).await?))
}

/// Adds the passkey that the browser has made. Asks for a recent sign-in.
#[utoipa::path(tag = "accounts", request_body = NewPasskey, responses((status = 201, body = Passkey, description = "Added")), security(("session" = [])))]
#[post("/me/passkeys")]
async fn add_passkey(deps: Data<Deps>, caller: Applicant, new: Json<NewPasskey>) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Created().json(accounts::add_passkey(&deps, &caller.0, &new.0.read()?).await?))
}

/// Calls a passkey of the member's something else.
#[utoipa::path(tag = "accounts", params(("id" = PasskeyId, Path, description = "The passkey's id")), request_body = PasskeyPatch, responses((status = 200, body = Passkey, description = "Renamed")), security(("session" = [])))]
#[patch("/me/passkeys/{id}")]
async fn rename_passkey(
    deps: Data<Deps>,
    caller: Applicant,
    id: Path<PasskeyId>,
    change: Json<PasskeyPatch>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(accounts::rename_passkey(&deps, &caller.0, id.0, &change.0.read()?).await?))
}

/// Deletes a passkey of the member's: it signs in no more. Asks for a recent sign-in.
#[utoipa::path(tag = "accounts", params(("id" = PasskeyId, Path, description = "The passkey's id")), responses((status = 204, description = "Deleted")), security(("session" = [])))]
#[delete("/me/passkeys/{id}")]
async fn delete_passkey(deps: Data<Deps>, caller: Applicant, id: Path<PasskeyId>) -> ApiResult<HttpResponse> {
    accounts::delete_passkey(&deps, &caller.0, id.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Asks for another e-mail address; links go to the old and to the new one. Asks for a recent sign-in.
///
/// The answer is the same whether the new address is another member's or not.
#[utoipa::path(tag = "accounts", request_body = NewMailedLink, responses((status = 202, description = "The links were sent, if they may be")), security(("session" = [])))]
#[post("/me/email-changes")]
async fn request_email_change(
    deps: Data<Deps>,
    caller: Applicant,
    new: Json<NewMailedLink>,
) -> ApiResult<HttpResponse> {
    accounts::request_email_change(&deps, &caller.0, &new.0.read()?).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Confirms the old or the new address with the secret of its link; with both, the new one is in force.
///
/// All sessions of the member end then, but for the one that confirms.
#[utoipa::path(tag = "accounts", request_body = LinkSecret, responses((status = 200, body = EmailChange, description = "Confirmed")), security((), ("session" = [])))]
#[post("/email-changes/confirmations")]
async fn confirm_email_change(
    deps: Data<Deps>,
    actor: MaybeActor,
    secret: Json<LinkSecret>,
) -> ApiResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(accounts::confirm_email_change(&deps, &actor.0, &secret.0.read()?).await?))
}
