//! The files of the app: precompressed, read once at start, kept for ever by browsers when their name
//! carries a hash. Addresses of pages get the index.html of the app that they are in, which is always asked for anew.

use std::collections::HashMap;
use std::path::Path;

use actix_web::http::Method;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use bytes::Bytes;
use sha2::{Digest, Sha256};

use crate::error::ApiError;

/// The files.
#[derive(Default)]
pub struct AppFiles {
    /// By their path.
    files: HashMap<String, AppFile>,
    /// The beginnings of addresses that belong to another app than the one at the top, each with that app's page.
    pages: Vec<(String, String)>,
}

struct AppFile {
    media_type: String,
    etag: String,
    plain: Bytes,
    brotli: Option<Bytes>,
    is_hashed: bool,
}

impl AppFiles {
    /// Reads the folder of the built app.
    pub fn load(folder: &Path) -> std::io::Result<Self> {
        let (mut files, mut pages) = (HashMap::new(), Vec::new());
        let mut folders = vec![folder.to_path_buf()];
        while let Some(next) = folders.pop() {
            for entry in std::fs::read_dir(&next)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                if name.starts_with('.') || path.extension().is_some_and(|ending| ending == "br") {
                    continue;
                }
                let plain = std::fs::read(&path)?;
                if name == "pages.txt" {
                    pages = pages_of(&String::from_utf8_lossy(&plain));
                }
                let brotli = std::fs::read(format!("{}.br", path.display())).ok().map(Bytes::from);
                let etag = format!("\"{}\"", hex::encode(&Sha256::digest(&plain)[..12]));
                let media_type = mime_guess::from_path(&path).first_or_octet_stream();
                let media_type = match (media_type.type_().as_str(), media_type.subtype().as_str()) {
                    ("text", kind) => format!("text/{kind}; charset=utf-8"),
                    _ => media_type.to_string(),
                };
                let is_hashed = name
                    .split(['-', '.', '_'])
                    .any(|part| part.len() >= 12 && part.chars().all(|character| character.is_ascii_hexdigit()));
                files.insert(format!("/{name}"), AppFile { media_type, etag, plain: plain.into(), brotli, is_hashed });
            }
        }
        Ok(Self { files, pages })
    }

    /// The page of the app that an address belongs to.
    fn index_of(&self, path: &str) -> &str {
        let begins = |page: &str| match page.strip_prefix('=') {
            Some(page) => path == page,
            None => path.strip_prefix(page).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
        };
        self.pages.iter().find(|(page, _)| begins(page)).map_or("/index.html", |(_, index)| index)
    }
}

/// What `pages.txt` says: each line names an app and the beginnings of its addresses; `=` before one means it alone.
fn pages_of(text: &str) -> Vec<(String, String)> {
    text.lines()
        .filter_map(|line| line.split_once(' '))
        .flat_map(|(app, pages)| pages.split(' ').map(move |page| (page.to_owned(), format!("/{app}/index.html"))))
        .collect()
}

/// Answers with a file of the app, or with index.html where a page of the app could be.
pub fn app_file(request: &HttpRequest) -> HttpResponse {
    let missing = || ApiError::from(domain::Error::NotFound).error_response();
    let path = request.path();
    if path.starts_with("/api/")
        || path.starts_with("/health")
        || !matches!(*request.method(), Method::GET | Method::HEAD)
    {
        return missing();
    }
    let Some(files) = request.app_data::<Data<AppFiles>>() else {
        return missing();
    };
    // Whoever looks for .git/config is told that it is not there, and not given a page.
    let is_hidden = path.split('/').any(|part| part.starts_with('.'));
    let is_page = !is_hidden && !path.rsplit('/').next().unwrap_or_default().contains('.');
    let index = || files.files.get(files.index_of(path));
    let Some(file) = files.files.get(path).or_else(|| if is_page { index() } else { None }) else {
        return missing();
    };
    let stated = |name| {
        request.headers().get(name).and_then(|value: &header::HeaderValue| value.to_str().ok()).unwrap_or_default()
    };
    let caching =
        if file.is_hashed { "public, max-age=31536000, immutable" } else { "public, max-age=0, must-revalidate" };
    let is_known = stated(header::IF_NONE_MATCH).split(',').any(|tag| tag.trim().trim_start_matches("W/") == file.etag);
    let mut response = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((header::CACHE_CONTROL, caching))
        .insert_header((header::ETAG, file.etag.clone()))
        .insert_header((header::VARY, "Accept-Encoding"));
    if is_known {
        return response.finish();
    }
    response.content_type(file.media_type.as_str());
    match &file.brotli {
        Some(brotli) if stated(header::ACCEPT_ENCODING).contains("br") => {
            response.insert_header((header::CONTENT_ENCODING, "br")).body(brotli.clone())
        }
        _ => response.body(file.plain.clone()),
    }
}
