//! The document of the API.

use harness::spec::DOCUMENT;
use serde_json::Value;

const TAGS: [&str; 9] =
    ["accounts", "membership", "people", "topics", "forum", "growth", "resources", "search", "admin"];

/// Every operation: its method, path and description.
pub(crate) fn operations() -> Vec<(String, String, Value)> {
    let mut operations = Vec::new();
    for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            operations.push((method.to_uppercase(), path.clone(), operation.clone()));
        }
    }
    operations
}

#[test]
#[expect(clippy::disallowed_methods, reason = "asked whether to rewrite the document")]
fn the_committed_document_is_what_the_routes_say() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../openapi/openapi.json");
    let made = format!("{}\n", server::cli::document().unwrap());
    if std::env::var("UPDATE_OPENAPI").is_ok() {
        std::fs::write(path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap();
    assert!(
        committed == made,
        "run: UPDATE_OPENAPI=1 cargo test -p commonshelf-tests --test contract, and commit openapi/openapi.json"
    );
}

#[test]
fn every_operation_is_described() {
    for (method, path, operation) in operations() {
        let shown = format!("{method} {path}");
        let id = operation["operationId"].as_str().unwrap();
        assert!(id == "search" || id.contains('_'), "{shown}: {id} is not verb_noun");
        assert!(operation["summary"].as_str().is_some_and(|summary| summary.ends_with('.')), "{shown}: no summary");
        let tags = operation["tags"].as_array().unwrap();
        assert!(tags.len() == 1 && TAGS.contains(&tags[0].as_str().unwrap()), "{shown}: {tags:?}");
        assert!(operation["security"].is_array(), "{shown}: no security");
        for range in ["4XX", "5XX"] {
            assert!(operation["responses"][range].is_object(), "{shown}: no {range}");
        }
    }
}

#[test]
fn every_text_that_is_sent_has_a_limit() {
    let schemas = DOCUMENT["components"]["schemas"].as_object().unwrap();
    for (name, schema) in schemas.iter().filter(|(name, _)| name.starts_with("New") || name.ends_with("Patch")) {
        for (field, property) in schema["properties"].as_object().unwrap() {
            let is_text = property["type"] == "string"
                || property["type"].as_array().is_some_and(|types| types.contains(&"string".into()));
            assert!(
                !is_text || property.get("maxLength").is_some() || property.get("enum").is_some(),
                "{name}.{field} has no maxLength"
            );
        }
    }
}

#[tokio::test]
async fn the_served_document_is_the_committed_one() {
    let app = harness::TestApp::start().await;
    let served = reqwest::get(format!("{}/api/v1/openapi.json", app.base_url)).await.unwrap();
    assert_eq!(served.status(), 200);
    assert!(served.json::<Value>().await.unwrap() == *DOCUMENT);
}
