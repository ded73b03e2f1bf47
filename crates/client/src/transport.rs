//! Sending requests and reading answers, natively and in the browser.

use std::pin::Pin;
use std::sync::{Arc, RwLock};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Read.
    Get,
    /// Create or act.
    Post,
    /// Set.
    Put,
    /// Change in part.
    Patch,
    /// Remove.
    Delete,
}

impl Method {
    /// The method as it stands in a request.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// The body of a request.
#[derive(Clone, Debug)]
pub enum Body {
    /// None.
    Empty,
    /// JSON text.
    Json(String),
    /// Bytes of a media type.
    Bytes(&'static str, Vec<u8>),
}

/// A request and its answer, as observers see them.
#[derive(Clone, Debug)]
pub struct Exchange {
    /// The method of the request.
    pub method: Method,
    /// The path of the request, without the query.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
    /// The body of the answer.
    pub body: Vec<u8>,
}

/// A request under way. In the browser there is one thread, and futures cannot be sent to another.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) type Sending<'a> = Pin<Box<dyn Future<Output = Result<Vec<u8>>> + Send + 'a>>;
#[cfg(target_arch = "wasm32")]
pub(crate) type Sending<'a> = Pin<Box<dyn Future<Output = Result<Vec<u8>>> + 'a>>;

type Observer = Arc<dyn Fn(&Exchange) + Send + Sync>;

/// A client of one server. Clones share the access token.
#[derive(Clone)]
pub struct Client {
    base: String,
    token: Arc<RwLock<Option<String>>>,
    observer: Option<Observer>,
    #[cfg(not(target_arch = "wasm32"))]
    http: reqwest::Client,
}

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.token, &other.token)
    }
}

impl Client {
    /// A client of the server at `base`, such as `https://library.example`; empty for the page's own.
    #[must_use]
    pub fn new(base: impl Into<String>) -> Self {
        Self {
            base: base.into(),
            token: Arc::default(),
            observer: None,
            #[cfg(not(target_arch = "wasm32"))]
            http: reqwest::Client::new(),
        }
    }

    /// The same client, which shows every exchange to `observer`.
    #[must_use]
    pub fn with_observer(mut self, observer: impl Fn(&Exchange) + Send + Sync + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// Sets or forgets the access token that goes with every call.
    pub fn set_token(&self, token: Option<String>) {
        *self.token.write().unwrap_or_else(std::sync::PoisonError::into_inner) = token;
    }

    /// The access token, if there is one.
    #[must_use]
    pub fn token(&self) -> Option<String> {
        self.token.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    /// Sends a request below `/api/v1` and reads the JSON of the answer.
    pub(crate) async fn call<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Body,
        version: Option<i32>,
    ) -> Result<T> {
        let answer = self.send(method, path, body, version).await?;
        parse(&answer)
    }

    /// Sends a request below `/api/v1` and ignores the body of the answer.
    pub(crate) async fn act(&self, method: Method, path: &str, body: Body) -> Result<()> {
        self.send(method, path, body, None).await.map(drop)
    }

    /// Sends a request below `/api/v1`; a status from 400 on is an error.
    /// Boxed, so that it stands once in the app and not once in every operation.
    pub(crate) fn send<'a>(&'a self, method: Method, path: &'a str, body: Body, version: Option<i32>) -> Sending<'a> {
        Box::pin(self.send_now(method, path, body, version))
    }

    async fn send_now(&self, method: Method, path: &str, body: Body, version: Option<i32>) -> Result<Vec<u8>> {
        let (status, answer) = self.exchange(method, path, body, version).await?;
        if let Some(observer) = &self.observer {
            let path = path.split('?').next().unwrap_or(path);
            observer(&Exchange { method, path: format!("/api/v1{path}"), status, body: answer.clone() });
        }
        if status < 400 {
            return Ok(answer);
        }
        match parse(&answer) {
            Ok(problem) => Err(Error::Problem(Box::new(problem))),
            Err(_) => Err(Error::Contract(format!("status {status} without a problem"))),
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    async fn exchange(&self, method: Method, path: &str, body: Body, version: Option<i32>) -> Result<(u16, Vec<u8>)> {
        let network = |error: reqwest::Error| Error::Network(error.to_string());
        let method = match method {
            Method::Get => reqwest::Method::GET,
            Method::Post => reqwest::Method::POST,
            Method::Put => reqwest::Method::PUT,
            Method::Patch => reqwest::Method::PATCH,
            Method::Delete => reqwest::Method::DELETE,
        };
        let mut request = self.http.request(method, format!("{}/api/v1{path}", self.base));
        if let Some(token) = self.token() {
            request = request.bearer_auth(token);
        }
        if let Some(version) = version {
            request = request.header("If-Match", format!("\"{version}\""));
        }
        request = match body {
            Body::Empty => request,
            Body::Json(json) => request.header("Content-Type", "application/json").body(json),
            Body::Bytes(media_type, bytes) => request.header("Content-Type", media_type).body(bytes),
        };
        let response = request.send().await.map_err(network)?;
        let status = response.status().as_u16();
        Ok((status, response.bytes().await.map_err(network)?.to_vec()))
    }

    #[cfg(target_arch = "wasm32")]
    async fn exchange(&self, method: Method, path: &str, body: Body, version: Option<i32>) -> Result<(u16, Vec<u8>)> {
        let network = |error: gloo_net::Error| Error::Network(error.to_string());
        let method = match method {
            Method::Get => gloo_net::http::Method::GET,
            Method::Post => gloo_net::http::Method::POST,
            Method::Put => gloo_net::http::Method::PUT,
            Method::Patch => gloo_net::http::Method::PATCH,
            Method::Delete => gloo_net::http::Method::DELETE,
        };
        let mut request = gloo_net::http::RequestBuilder::new(&format!("{}/api/v1{path}", self.base))
            .method(method)
            .credentials(web_sys::RequestCredentials::SameOrigin);
        if let Some(token) = self.token() {
            request = request.header("Authorization", &format!("Bearer {token}"));
        }
        if let Some(version) = version {
            request = request.header("If-Match", &format!("\"{version}\""));
        }
        let request = match body {
            Body::Empty => request.build(),
            Body::Json(json) => request.header("Content-Type", "application/json").body(json),
            Body::Bytes(media_type, bytes) => {
                request.header("Content-Type", media_type).body(js_sys::Uint8Array::from(bytes.as_slice()))
            }
        }
        .map_err(network)?;
        let response = request.send().await.map_err(network)?;
        let status = response.status();
        Ok((status, response.binary().await.map_err(network)?))
    }
}

/// Reads JSON.
#[cfg(not(target_arch = "wasm32"))]
fn parse<T: DeserializeOwned>(json: &[u8]) -> Result<T> {
    serde_json::from_slice(json).map_err(|error| Error::Contract(error.to_string()))
}

/// Reads JSON with the browser's own parser: a second one would only make the app larger.
#[cfg(target_arch = "wasm32")]
fn parse<T: DeserializeOwned>(json: &[u8]) -> Result<T> {
    let value = js_sys::JSON::parse(&String::from_utf8_lossy(json));
    let value = value.map_err(|_| Error::Contract("the answer is not JSON".into()))?;
    serde_wasm_bindgen::from_value(value).map_err(|error| Error::Contract(error.to_string()))
}

/// A request body of JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<Body> {
    serde_json::to_string(value).map(Body::Json).map_err(|error| Error::Contract(error.to_string()))
}

/// A path with its query.
pub(crate) fn with_query(path: &str, query: &impl Serialize) -> Result<String> {
    let query = serde_urlencoded::to_string(query).map_err(|error| Error::Contract(error.to_string()))?;
    Ok(if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") })
}
