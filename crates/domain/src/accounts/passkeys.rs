//! A member's passkeys: adding, naming, deleting them.

use api_types::PasskeyId;
use api_types::accounts::{NewPasskey, Passkey, PasskeyChallenge, PasskeyPatch};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use webauthn_rs::prelude::{PasskeyRegistration, RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder};

use super::access::Signed;
use super::challenge::{self, Unfinished};
use super::factor::require_strength;
use super::notes;
use crate::admin::network_name;
use crate::clock::to_wire;
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::outbox::{self, Event};
use entity::{member, passkey};

/// How many passkeys a member may have.
const MOST: usize = 20;

/// The ceremonies of WebAuthn for the address that people know. Browsers bind passkeys to a name: an address of
/// numbers will not do.
pub(super) fn webauthn(deps: &Deps, network: &str) -> Result<Webauthn> {
    let url = Url::parse(&deps.options.base_url).map_err(|error| Error::internal("reading base_url", error))?;
    let name = url
        .domain()
        .ok_or(Error::Conflict("Passkeys need a network that is reached by a name, not by a number: set base_url."))?;
    WebauthnBuilder::new(name, &url)
        .and_then(|builder| builder.rp_name(network).build())
        .map_err(|error| Error::internal("setting up passkeys", error))
}

/// What is said when a passkey's answer does not hold.
pub(super) fn wrong(field: &str) -> Error {
    Error::field(field, "wrong", "The passkey's answer is not right. Try again, or use another way.")
}

pub(super) fn encoded(credential_id: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(credential_id)
}

pub(super) fn to_text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::internal("writing a passkey", error))
}

pub(super) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::internal("reading a passkey", error))
}

/// The options that a browser takes, out of what they are wrapped in.
pub(super) fn options(wrapped: &impl Serialize) -> Result<Map<String, Value>> {
    let value = serde_json::to_value(wrapped).map_err(|error| Error::internal("writing a passkey", error))?;
    match value {
        Value::Object(mut parts) => match parts.remove("publicKey") {
            Some(Value::Object(options)) => Ok(options),
            _ => Err(Error::internal("writing a passkey", "no options")),
        },
        _ => Err(Error::internal("writing a passkey", "no object")),
    }
}

async fn rows<C: ConnectionTrait>(connection: &C, caller: &Signed) -> Result<Vec<passkey::Model>> {
    Ok(passkey::Entity::find()
        .filter(passkey::Column::MemberId.eq(caller.id.0))
        .order_by_asc(passkey::Column::Id)
        .all(connection)
        .await?)
}

/// A passkey as its owner sees it.
fn shown(row: passkey::Model) -> Passkey {
    Passkey {
        id: PasskeyId(row.id),
        name: row.name,
        created_at: to_wire(row.created_at),
        last_used_at: row.last_used_at.map(to_wire),
    }
}

/// Lists the caller's passkeys, the oldest first.
pub async fn list_passkeys(deps: &Deps, caller: &Signed) -> Result<Vec<Passkey>> {
    Ok(rows(&deps.read, caller).await?.into_iter().map(shown).collect())
}

fn refuse_more(count: usize) -> Result<()> {
    if count < MOST {
        return Ok(());
    }
    Err(Error::Conflict("You have 20 passkeys. Delete one that you don't use before you add another."))
}

/// What a browser needs to make a passkey for the caller.
pub async fn begin_passkey(deps: &Deps, caller: &Signed) -> Result<PasskeyChallenge> {
    caller.require_recent(deps.clock.now())?;
    let webauthn = webauthn(deps, &network_name(&deps.read).await?)?;
    let who = member::Entity::find_by_id(caller.id.0).one(&deps.read).await?.ok_or(Error::Unauthenticated)?;
    require_strength(&deps.read, caller, &who).await?;
    let rows = rows(&deps.read, caller).await?;
    refuse_more(rows.len())?;
    let decoded = |row: &passkey::Model| {
        URL_SAFE_NO_PAD.decode(&row.credential_id).map_err(|error| Error::internal("reading a passkey", error))
    };
    let known = rows.iter().map(decoded).collect::<Result<Vec<_>>>()?;
    let (creation, state) = webauthn
        .start_passkey_registration(handle(deps, who.id), &who.email, &who.name, Some(known))
        .map_err(|error| Error::internal("beginning a passkey", error))?;
    let mut options = options(&creation)?;
    // One that the device finds by itself signs in without an address being typed.
    if let Some(Value::Object(selection)) = options.get_mut("authenticatorSelection") {
        selection.insert("residentKey".into(), "required".into());
        selection.insert("requireResidentKey".into(), true.into());
    }
    let state = to_text(&state)?;
    let challenge = challenge::begin(deps, &deps.write, Unfinished::NewPasskey, Some(who.id), state).await?;
    Ok(PasskeyChallenge { challenge, options })
}

/// What the member is called on the device: always the same, and nothing that tells who it is.
fn handle(deps: &Deps, member_id: i64) -> Uuid {
    let digest = Sha256::digest(format!("{} {member_id}", deps.options.base_url));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Uuid::from_bytes(bytes)
}

/// Adds the passkey that the caller's browser has made.
pub async fn add_passkey(deps: &Deps, caller: &Signed, new: &NewPasskey) -> Result<Passkey> {
    let now = deps.clock.now();
    caller.require_recent(now)?;
    let name = crate::text::line("name", &new.name)?;
    let webauthn = webauthn(deps, "")?;
    let found = challenge::find(deps, &deps.read, Unfinished::NewPasskey, &new.challenge).await?;
    if found.member_id != Some(caller.id.0) {
        return Err(Error::LinkExpired);
    }
    let state: PasskeyRegistration = from_text(&found.state)?;
    let answer: RegisterPublicKeyCredential =
        serde_json::from_value(Value::Object(new.credential.clone())).map_err(|_| wrong("credential"))?;
    let made = webauthn.finish_passkey_registration(&answer, &state).map_err(|error| {
        tracing::info!(%error, "a new passkey was refused");
        wrong("credential")
    })?;
    let transaction = deps.begin().await?;
    challenge::use_up(&transaction, found.id).await?;
    let who = member::Entity::find_by_id(caller.id.0)
        .lock_exclusive()
        .one(&transaction)
        .await?
        .ok_or(Error::Unauthenticated)?;
    require_strength(&transaction, caller, &who).await?;
    refuse_more(rows(&transaction, caller).await?.len())?;
    let inserted = passkey::ActiveModel {
        member_id: Set(who.id),
        credential_id: Set(encoded(made.cred_id())),
        name: Set(name),
        credential: Set(to_text(&made)?),
        created_at: Set(now),
        last_used_at: Set(None),
        ..Default::default()
    }
    .insert(&transaction)
    .await;
    let row = inserted.map_err(|error| {
        if is_unique_violation(&error, &["uq_passkeys_credential_id", "passkeys.credential_id"]) {
            Error::Conflict("This passkey has been added already.")
        } else {
            error.into()
        }
    })?;
    let note = notes::passkey_added(&deps.options.base_url, &who);
    outbox::push(deps, &transaction, &Event::Mail(note)).await?;
    deps.commit(transaction).await?;
    Ok(shown(row))
}

/// Calls one of the caller's passkeys something else.
pub async fn rename_passkey(deps: &Deps, caller: &Signed, id: PasskeyId, patch: &PasskeyPatch) -> Result<Passkey> {
    let name = crate::text::line("name", &patch.name)?;
    let renamed = passkey::Entity::update_many()
        .col_expr(passkey::Column::Name, Expr::value(name))
        .filter(passkey::Column::Id.eq(id.0))
        .filter(passkey::Column::MemberId.eq(caller.id.0))
        .exec(&deps.write)
        .await?;
    if renamed.rows_affected != 1 {
        return Err(Error::NotFound);
    }
    let row = passkey::Entity::find_by_id(id.0).one(&deps.write).await?.ok_or(Error::NotFound)?;
    Ok(shown(row))
}

/// Deletes one of the caller's passkeys: it signs in no more.
pub async fn delete_passkey(deps: &Deps, caller: &Signed, id: PasskeyId) -> Result<()> {
    caller.require_recent(deps.clock.now())?;
    let transaction = deps.begin().await?;
    let who = member::Entity::find_by_id(caller.id.0).one(&transaction).await?.ok_or(Error::Unauthenticated)?;
    require_strength(&transaction, caller, &who).await?;
    let deleted = passkey::Entity::delete_many()
        .filter(passkey::Column::Id.eq(id.0))
        .filter(passkey::Column::MemberId.eq(who.id))
        .exec(&transaction)
        .await?;
    if deleted.rows_affected != 1 {
        return Err(Error::NotFound);
    }
    let note = notes::passkey_deleted(&deps.options.base_url, &who);
    outbox::push(deps, &transaction, &Event::Mail(note)).await?;
    deps.commit(transaction).await
}
