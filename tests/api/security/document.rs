//! The document of the API as a source of requests: what each operation takes.

use harness::TestApp;
use harness::raw::Answer;
use harness::spec::DOCUMENT;
use serde_json::{Value, json};

/// An operation of the document.
pub(super) struct Operation {
    pub(super) id: String,
    pub(super) method: String,
    pub(super) path: String,
    pub(super) document: Value,
}

/// All operations.
pub(super) fn operations() -> Vec<Operation> {
    let mut operations = Vec::new();
    for (path, item) in DOCUMENT["paths"].as_object().unwrap() {
        for (method, document) in item.as_object().unwrap() {
            operations.push(Operation {
                id: document["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase(),
                path: path.clone(),
                document: document.clone(),
            });
        }
    }
    operations
}

impl Operation {
    /// The path with the id of the first of its kind: threads are counted together, and a question comes first.
    pub(super) fn first(&self) -> String {
        let id = if self.path.contains("/discussions/") { "2" } else { "1" };
        self.path.replace("{id}", id).replace("{member_id}", "1")
    }

    /// The schema of the JSON that it takes.
    pub(super) fn takes(&self) -> Option<Value> {
        let schema = self.document["requestBody"]["content"]["application/json"]["schema"].clone();
        schema.get("$ref").map(|_| resolved(&schema))
    }

    /// The names of its query parameters.
    pub(super) fn parameters(&self) -> Vec<String> {
        let parameters = self.document["parameters"].as_array().cloned().unwrap_or_default();
        let in_query = parameters.into_iter().filter(|parameter| parameter["in"] == "query");
        in_query.map(|parameter| parameter["name"].as_str().unwrap().to_owned()).collect()
    }

    /// What an administrator is answered who sends this.
    pub(super) async fn answer(&self, app: &TestApp, token: &String, body: &Value) -> Answer {
        let request = app.request_of(Some(token), &self.method, &self.first()).header("If-Match", "\"1\"");
        Answer::to(request.json(body)).await
    }
}

fn resolved(schema: &Value) -> Value {
    match schema["$ref"].as_str() {
        Some(reference) => DOCUMENT["components"]["schemas"][reference.rsplit('/').next().unwrap()].clone(),
        None => schema.clone(),
    }
}

/// A value that a schema describes, with every property there is.
pub(super) fn example(schema: &Value) -> Value {
    let schema = resolved(schema);
    if let Some(first) = schema["enum"].as_array() {
        return first[0].clone();
    }
    if let Some(kinds) = schema["oneOf"].as_array() {
        let kind = kinds.iter().find(|kind| kind["type"] != "null").unwrap();
        return example(kind);
    }
    let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str()).unwrap();
    match kind {
        "object" => {
            // An object without properties of its own holds whatever somebody else defines.
            let properties = schema["properties"].as_object().into_iter().flatten();
            properties.map(|(name, property)| (name.clone(), example(property))).collect()
        }
        "array" => json!([example(&schema["items"])]),
        "integer" => json!(schema["minimum"].as_i64().unwrap_or(1)),
        "boolean" => json!(true),
        _ if schema["format"] == "date" => json!("2020-05-01"),
        _ => json!("quiet lamps on the quay"),
    }
}

/// Where the texts of a value are, as paths of a JSON pointer.
pub(super) fn texts(value: &Value, at: &str) -> Vec<String> {
    match value {
        Value::String(_) => vec![at.to_owned()],
        Value::Array(items) => {
            items.iter().enumerate().flat_map(|(place, item)| texts(item, &format!("{at}/{place}"))).collect()
        }
        Value::Object(fields) => {
            fields.iter().flat_map(|(name, field)| texts(field, &format!("{at}/{name}"))).collect()
        }
        _ => Vec::new(),
    }
}

/// An answer that is a problem, told in the form and the words of problems alone.
pub(super) fn assert_plain_problem(answer: &Answer, shown: &str) {
    let text = answer.text();
    assert_eq!(answer.header("content-type"), "application/problem+json; charset=utf-8", "{shown}: {text}");
    let problem: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(problem["status"], answer.status, "{shown}");
    assert_eq!(problem["request_id"], answer.header("x-request-id"), "{shown}");
    for inner in ["sqlite", "postgres", "sqlx", "sea_orm", "tantivy", "syntax error", ".rs:", "/src/", "panicked"] {
        assert!(!text.to_lowercase().contains(&inner.to_lowercase()), "{shown}: {text}");
    }
}
