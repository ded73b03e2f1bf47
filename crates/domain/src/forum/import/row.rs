//! A line of a file of threads, as it stands there. The format is told in docs/import-threads.md.

use api_types::forum::{CloseReason, ThreadKind};
use api_types::limits;
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use serde::Deserialize;

use crate::text;

/// A thread.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) source: String,
    pub(super) id: String,
    #[serde(default = "question")]
    pub(super) kind: ThreadKind,
    pub(super) title: String,
    pub(super) body: Option<String>,
    pub(super) html: Option<String>,
    #[serde(default)]
    pub(super) tags: Vec<String>,
    pub(super) shelf: Option<String>,
    pub(super) created: String,
    #[serde(default)]
    pub(super) score: i32,
    #[serde(default)]
    pub(super) views: i32,
    pub(super) author: Option<Author>,
    pub(super) licence: Option<String>,
    pub(super) url: Option<String>,
    pub(super) closed: Option<String>,
    pub(super) close_reason: Option<CloseReason>,
    pub(super) duplicate_of: Option<String>,
    #[serde(default)]
    pub(super) comments: Vec<Comment>,
    #[serde(default)]
    pub(super) answers: Vec<Answer>,
}

/// An answer or a reply.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    pub(super) id: String,
    pub(super) body: Option<String>,
    pub(super) html: Option<String>,
    pub(super) created: String,
    #[serde(default)]
    pub(super) score: i32,
    #[serde(default)]
    pub(super) accepted: bool,
    pub(super) author: Option<Author>,
    pub(super) licence: Option<String>,
    pub(super) url: Option<String>,
    #[serde(default)]
    pub(super) comments: Vec<Comment>,
}

/// A comment on a post.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Comment {
    pub(super) body: Option<String>,
    pub(super) html: Option<String>,
    pub(super) created: Option<String>,
    pub(super) author: Option<Author>,
}

/// Who wrote something: somebody of the source, or a member of this network.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Author {
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
    pub(super) member: Option<i64>,
}

const fn question() -> ThreadKind {
    ThreadKind::Question
}

/// A time as files have it, in milliseconds since 1970: with a zone, without one for UTC, or a day alone.
pub(super) fn time(field: &str, written: &str, now: i64) -> Result<i64, String> {
    let written = written.trim();
    let read = DateTime::parse_from_rfc3339(written)
        .map(|time| time.timestamp_millis())
        .or_else(|_| written.parse::<NaiveDateTime>().map(|time| time.and_utc().timestamp_millis()))
        .or_else(|_| {
            written.parse::<NaiveDate>().map(|day| day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis())
        });
    let read = read.map_err(|_| format!("{field}: Write the time as 2024-03-10T09:00:00Z."))?;
    if read < 0 || read > now {
        return Err(format!("{field}: The time is in the future, or before 1970."));
    }
    Ok(read)
}

/// The name of a source or of something in it.
pub(super) fn key(field: &str, written: &str) -> Result<String, String> {
    let key = text::line(field, written).map_err(told)?;
    if key.chars().count() > limits::LINE {
        return Err(format!("{field}: Make it 200 characters or shorter."));
    }
    Ok(key)
}

/// An address that a reader may follow.
pub(super) fn address(field: &str, written: &str) -> Result<url::Url, String> {
    url::Url::parse(written.trim())
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some())
        .filter(|url| url.as_str().len() <= limits::URL)
        .ok_or_else(|| format!("{field}: Give an address that starts with http:// or https://."))
}

/// What is wrong, in words for a line of a report.
pub(super) fn told(error: crate::Error) -> String {
    match error {
        crate::Error::Invalid(faults) => {
            faults.iter().map(|fault| format!("{}: {}", fault.field, fault.message)).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}
