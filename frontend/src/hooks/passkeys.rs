//! Passkeys, as the browser makes and uses them (WebAuthn). Its functions are called by their names, since what
//! turns the server's JSON into their options is newer than the bindings.

use client::types::accounts::PasskeyChallenge;
use gloo::utils::window;
use js_sys::{Function, JSON, Object, Promise, Reflect};
use serde_json::{Map, Value};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether this browser knows passkeys.
pub fn has_passkeys() -> bool {
    cfg!(target_arch = "wasm32")
        && get(&window(), "PublicKeyCredential").is_ok_and(|class| get(&class, "parseRequestOptionsFromJSON").is_ok())
}

/// Makes a passkey as the server's options say; none when nothing came of it, as when its owner changed their mind.
pub async fn make_passkey(challenge: &PasskeyChallenge) -> Option<Map<String, Value>> {
    ask(challenge, "parseCreationOptionsFromJSON", "create").await.ok().flatten()
}

/// Lets a passkey answer the server's options; none when nothing came of it.
pub async fn use_passkey(challenge: &PasskeyChallenge) -> Option<Map<String, Value>> {
    ask(challenge, "parseRequestOptionsFromJSON", "get").await.ok().flatten()
}

fn get(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    let value = Reflect::get(object, &name.into())?;
    if value.is_undefined() { Err(JsValue::UNDEFINED) } else { Ok(value) }
}

fn method(object: &JsValue, name: &str) -> Result<Function, JsValue> {
    get(object, name)?.dyn_into()
}

async fn ask(challenge: &PasskeyChallenge, parse: &str, act: &str) -> Result<Option<Map<String, Value>>, JsValue> {
    let options = serde_json::to_string(&challenge.options).map_err(|_| JsValue::UNDEFINED)?;
    let class = get(&window(), "PublicKeyCredential")?;
    let options = method(&class, parse)?.call1(&class, &JSON::parse(&options)?)?;
    let request = Object::new();
    Reflect::set(&request, &"publicKey".into(), &options)?;
    let credentials = get(&get(&window(), "navigator")?, "credentials")?;
    let promise: Promise = method(&credentials, act)?.call1(&credentials, &request)?.dyn_into()?;
    let answer = JSON::stringify(&JsFuture::from(promise).await?)?;
    Ok(answer.as_string().and_then(|answer| serde_json::from_str(&answer).ok()))
}
