//! Signing in with a passkey, without an address being typed. Browsers ask for the finger or the PIN, so a passkey is
//! two factors in one.

use api_types::accounts::{PasskeyAnswer, PasskeyChallenge};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::Value;
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PublicKeyCredential};

use super::challenge::{self, Unfinished};
use super::device::Device;
use super::passkeys::{encoded, from_text, options, to_text, webauthn, wrong};
use super::sessions::{SignedIn, open};
use crate::deps::Deps;
use crate::error::{Error, Result};
use entity::{member, passkey};

/// What a browser needs to use a passkey, whosever it is.
pub async fn begin_passkey_sign_in(deps: &Deps) -> Result<PasskeyChallenge> {
    let (request, state) = webauthn(deps, "")?
        .start_discoverable_authentication()
        .map_err(|error| Error::internal("beginning with a passkey", error))?;
    let state = to_text(&state)?;
    let challenge = challenge::begin(deps, &deps.write, Unfinished::Passkey, None, state).await?;
    Ok(PasskeyChallenge { challenge, options: options(&request)? })
}

/// Whose passkey gave an answer that holds. The challenge is used up whether it holds or not.
pub(super) async fn check_passkey(deps: &Deps, answer: &PasskeyAnswer) -> Result<member::Model> {
    let refused = || wrong("credential");
    let webauthn = webauthn(deps, "")?;
    let found = challenge::find(deps, &deps.read, Unfinished::Passkey, &answer.challenge).await?;
    challenge::use_up(&deps.write, found.id).await?;
    let state: DiscoverableAuthentication = from_text(&found.state)?;
    let given: PublicKeyCredential =
        serde_json::from_value(Value::Object(answer.credential.clone())).map_err(|_| refused())?;
    let row = passkey::Entity::find()
        .filter(passkey::Column::CredentialId.eq(encoded(given.get_credential_id())))
        .one(&deps.read)
        .await?
        .ok_or_else(refused)?;
    let mut key: Passkey = from_text(&row.credential)?;
    let result = webauthn.finish_discoverable_authentication_v2(&given, state, &key).map_err(|error| {
        tracing::info!(%error, passkey_id = row.id, "a passkey's answer was refused");
        refused()
    })?;
    let who = member::Entity::find_by_id(row.member_id).one(&deps.read).await?.ok_or_else(refused)?;
    if who.is_suspended || !result.user_verified() {
        return Err(refused());
    }
    key.update_credential(&result);
    passkey::Entity::update_many()
        .col_expr(passkey::Column::Credential, Expr::value(to_text(&key)?))
        .col_expr(passkey::Column::LastUsedAt, Expr::value(deps.clock.now()))
        .filter(passkey::Column::Id.eq(row.id))
        .exec(&deps.write)
        .await?;
    Ok(who)
}

/// Signs in with a passkey.
pub async fn sign_in_with_passkey(deps: &Deps, answer: &PasskeyAnswer, device: &Device) -> Result<SignedIn> {
    let judged = check_passkey(deps, answer).await?;
    let transaction = deps.begin().await?;
    let found = member::Entity::find_by_id(judged.id).lock_exclusive().one(&transaction).await?;
    let who = found
        .filter(|who| !who.is_suspended && who.session_version == judged.session_version)
        .ok_or_else(|| wrong("credential"))?;
    let signed_in = open(deps, &transaction, &who, device, true).await?;
    deps.commit(transaction).await?;
    Ok(signed_in)
}
