//! Cursors of keyset-paged lists: opaque to callers, a few numbers to us.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::{Error, Result};

/// The cursor that leads to what comes after the row with these sort keys.
#[must_use]
pub fn encode(keys: &[i64]) -> String {
    let text: Vec<String> = keys.iter().map(ToString::to_string).collect();
    URL_SAFE_NO_PAD.encode(text.join("."))
}

/// The sort keys in a cursor; it must hold exactly `N` of them.
pub fn decode<const N: usize>(cursor: &str) -> Result<[i64; N]> {
    let keys = || -> Option<[i64; N]> {
        let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        let keys: Vec<i64> = text.split('.').map(str::parse).collect::<std::result::Result<_, _>>().ok()?;
        keys.try_into().ok()
    };
    keys().ok_or_else(|| Error::field("after", "invalid", "Take the cursor from the page before, as it was given."))
}

/// How many rows a page has.
#[must_use]
pub fn limit(asked: Option<u32>) -> u64 {
    u64::from(asked.unwrap_or(api_types::limits::PAGE_DEFAULT).clamp(1, api_types::limits::PAGE))
}

/// Cuts the one row too many that was read to see whether there is a next page, and gives its cursor.
pub fn next_of<T>(rows: &mut Vec<T>, limit: u64, keys: impl Fn(&T) -> Vec<i64>) -> Option<String> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if rows.len() <= limit {
        return None;
    }
    rows.truncate(limit);
    rows.last().map(|row| encode(&keys(row)))
}
