//! Checks every exchange against the committed document of the API.

use std::sync::LazyLock;

use client::Exchange;
use serde_json::{Value, json};

/// The committed document.
pub static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../openapi/openapi.json")).unwrap();
    serde_json::from_str(&text).unwrap()
});

/// Fails the test unless the document declares the operation and the status, and the body is valid.
pub fn check(exchange: &Exchange) {
    let method = exchange.method.as_str().to_lowercase();
    let shown = format!("{method} {} {}", exchange.path, exchange.status);
    let (_, item) = DOCUMENT["paths"]
        .as_object()
        .unwrap()
        .iter()
        .find(|(template, item)| matches(template, &exchange.path) && item.get(&method).is_some())
        .unwrap_or_else(|| panic!("{shown}: the document has no such operation"));
    assert!(exchange.status < 500 || exchange.status == 503, "{shown}: {}", String::from_utf8_lossy(&exchange.body));
    let responses = &item[&method]["responses"];
    let range = format!("{}XX", exchange.status / 100);
    let response = responses
        .get(exchange.status.to_string())
        .or_else(|| responses.get(&range))
        .unwrap_or_else(|| panic!("{shown}: the document has no such status"));
    let Some(content) = response.get("content").and_then(Value::as_object) else {
        assert!(exchange.body.is_empty(), "{shown}: a body that the document does not declare");
        return;
    };
    let Some((media_type, content)) = content.iter().next() else { return };
    if !media_type.contains("json") {
        return;
    }
    let body: Value = serde_json::from_slice(&exchange.body).unwrap_or_else(|_| panic!("{shown}: not JSON"));
    let mut schema =
        json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "components": DOCUMENT["components"] });
    for (key, value) in content["schema"].as_object().unwrap() {
        schema[key] = value.clone();
    }
    let validator = jsonschema::validator_for(&schema).unwrap();
    if let Err(error) = validator.validate(&body) {
        panic!("{shown}: {error} at {}: {body}", error.instance_path);
    }
}

fn matches(template: &str, path: &str) -> bool {
    let (template, path): (Vec<&str>, Vec<&str>) = (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len() && template.iter().zip(&path).all(|(one, other)| one.starts_with('{') || one == other)
}
