//! Requests that the typed client would not make, and their answers as they came.

use reqwest::header::HeaderMap;
use reqwest::{Method, RequestBuilder};
use serde_json::Value;

use crate::TestApp;

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// Sends a request and reads the whole answer.
    pub async fn to(request: RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, body: response.bytes().await.unwrap().to_vec() }
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON, null when there is none.
    #[must_use]
    pub fn json(&self) -> Value {
        if self.body.is_empty() { Value::Null } else { serde_json::from_slice(&self.body).unwrap() }
    }

    /// A header, empty when it is missing.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// All that a stranger could tell two answers apart by: the status, the headers and the bytes of the body,
    /// without what differs from one request to the next whatever was asked. Whether the connection stays depends
    /// on whether a body that nobody reads has arrived yet.
    #[must_use]
    pub fn shape(&self) -> (u16, Vec<(String, String)>, String) {
        let id = self.header("x-request-id");
        assert!(!id.is_empty());
        let headers = self
            .headers
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "x-request-id" | "date" | "connection"))
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
        let mut headers: Vec<_> = headers.collect();
        headers.sort();
        (self.status, headers, self.text().replace(id, ""))
    }
}

impl TestApp {
    /// A request of nobody's to a path.
    pub fn request(&self, method: &str, path: &str) -> RequestBuilder {
        self.http.request(Method::from_bytes(method.as_bytes()).unwrap(), format!("{}{path}", self.base_url))
    }

    /// A request with an access token, if there is one.
    pub fn request_of(&self, token: Option<&String>, method: &str, path: &str) -> RequestBuilder {
        match token {
            Some(token) => self.request(method, path).bearer_auth(token),
            None => self.request(method, path),
        }
    }

    /// How many uploaded files there are in the store, whole or in part.
    #[must_use]
    pub fn stored_files(&self) -> usize {
        let entries = std::fs::read_dir(self.around.store.folder.path()).unwrap();
        entries
            .filter(|entry| !entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("test.sqlite"))
            .count()
    }
}
