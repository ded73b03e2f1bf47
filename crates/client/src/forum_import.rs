//! Importing threads from elsewhere.

use api_types::forum::{ThreadImportQuery, ThreadImportReport};

use crate::transport::with_query;
use crate::{Body, Client, Method, Result};

impl Client {
    /// Imports questions and discussions from JSON lines, or previews the import.
    pub async fn import_threads(&self, query: &ThreadImportQuery, lines: Vec<u8>) -> Result<ThreadImportReport> {
        let body = Body::Bytes("application/x-ndjson", lines);
        self.call(Method::Post, &with_query("/thread-imports", query)?, body, None).await
    }
}
