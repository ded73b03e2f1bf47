//! A cache of public reads: the bytes of answers to anonymous callers, dropped as soon as anything changes.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse};
use bytes::Bytes;
use domain::Deps;
use moka::sync::Cache;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::ApiResult;

/// How many bytes of answers are kept.
const CAPACITY: u64 = 16 * 1024 * 1024;

/// One answer.
#[derive(Clone)]
struct Entry {
    generation: u64,
    etag: String,
    body: Bytes,
}

/// The cache. Clones share their content.
#[derive(Clone)]
pub struct PublicCache(Cache<String, Entry>);

impl Default for PublicCache {
    fn default() -> Self {
        let weigh = |key: &String, entry: &Entry| u32::try_from(key.len() + entry.body.len() + 100).unwrap_or(u32::MAX);
        Self(Cache::builder().weigher(weigh).max_capacity(CAPACITY).build())
    }
}

/// Answers a public read, from the cache if nothing has changed since. `read` runs otherwise.
///
/// The generation is taken before reading, so that a change meanwhile makes the entry stale at once.
pub async fn public<T: Serialize>(
    request: &HttpRequest,
    deps: &Deps,
    read: impl Future<Output = domain::Result<T>>,
) -> ApiResult<HttpResponse> {
    let Some(cache) = request.app_data::<actix_web::web::Data<PublicCache>>() else {
        return Err(domain::Error::internal("finding the cache", "no app data").into());
    };
    let generation = deps.generation();
    let key = request.uri().path_and_query().map_or("", |uri| uri.as_str()).to_owned();
    let entry = match cache.0.get(&key) {
        Some(entry) if entry.generation == generation => entry,
        _ => {
            let body =
                serde_json::to_vec(&read.await?).map_err(|error| domain::Error::internal("writing JSON", error))?;
            let etag = format!("\"{}\"", hex::encode(&Sha256::digest(&body)[..12]));
            let entry = Entry { generation, etag, body: body.into() };
            cache.0.insert(key, entry.clone());
            entry
        }
    };
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_known = known.split(',').any(|tag| tag.trim().trim_start_matches("W/") == entry.etag);
    let mut response = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((header::ETAG, entry.etag.clone()))
        .insert_header((header::CACHE_CONTROL, "public, max-age=0, must-revalidate"))
        .insert_header((header::VARY, "Authorization, Accept-Encoding"));
    if is_known {
        return Ok(response.finish());
    }
    Ok(response.content_type("application/json").body(entry.body))
}
