//! From a line of a file to what is written: everything that needs no database, and so can be done for many lines at
//! once, away from the event loop.

use std::collections::HashSet;
use std::fmt::Write as _;

use api_types::forum::CloseReason;
use api_types::limits;
use sha2::{Digest, Sha256};

use super::from_html::markdown_of;
use super::row::{self, Answer, Author, Comment, Row};
use crate::text;
use crate::topics::tags;

/// A thread that is ready to be written.
pub(super) struct Thread {
    pub(super) line: u64,
    pub(super) source: String,
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) excerpt: String,
    pub(super) shelf: Option<String>,
    /// Its number, once it is known that there is such a shelf.
    pub(super) shelf_id: i64,
    pub(super) tags: Vec<String>,
    pub(super) closed: Option<(i64, CloseReason)>,
    /// The key of the thread that it repeats.
    pub(super) duplicate_of: Option<String>,
    /// What opens it, and what follows in the order of time.
    pub(super) posts: Vec<Post>,
    pub(super) comments_left_out: u64,
    /// How often it was looked at where it is from.
    pub(super) views: i32,
}

/// A post that is ready to be written.
pub(super) struct Post {
    /// What tells it from all others of its source.
    pub(super) key: String,
    pub(super) author: Writer,
    pub(super) body: String,
    pub(super) html: String,
    pub(super) created_at: i64,
    pub(super) score: i32,
    pub(super) is_accepted: bool,
    /// Another one when the file has the post otherwise.
    pub(super) fingerprint: String,
}

/// Who wrote a post.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Writer {
    /// A member of this network.
    Member(i64),
    /// Somebody of the source, by the id there; with the name that is shown.
    Stranger { source: String, id: String, name: String },
}

/// What is told below a post of where it is from, besides its author.
struct Origin<'a> {
    source: &'a str,
    url: Option<&'a str>,
    licence: Option<&'a str>,
}

/// Reads a line, or says what is wrong with it.
pub(super) fn prepare(line: u64, bytes: &[u8], now: i64) -> Result<Thread, String> {
    let row: Row = serde_json::from_slice(bytes).map_err(|error| {
        // The line is told already, and it is not the one that the parser counts.
        error.to_string().split(" at line ").next().unwrap_or_default().to_owned()
    })?;
    let source = row::key("source", &row.source)?;
    let id = row::key("id", &row.id)?;
    let title = text::title("title", &row.title).map_err(row::told)?;
    if title.chars().count() > limits::TITLE {
        return Err("title: Make it 150 characters or shorter.".into());
    }
    let tags = tags::parse(&row.tags).map_err(row::told)?;
    let views = row.views;
    if views < 0 {
        return Err("views: Give a number that is not below 0.".into());
    }
    let closed = match (&row.closed, &row.duplicate_of) {
        (Some(closed), duplicate_of) => {
            let unless_said =
                if duplicate_of.is_some() { CloseReason::Duplicate } else { CloseReason::ResolvedElsewhere };
            Some((row::time("closed", closed, now)?, row.close_reason.unwrap_or(unless_said)))
        }
        (None, Some(_)) => Some((row::time("created", &row.created, now)?, CloseReason::Duplicate)),
        (None, None) => None,
    };
    let duplicate_of = row.duplicate_of.as_deref().map(|key| row::key("duplicate_of", key)).transpose()?;
    let shelf = row.shelf.as_deref().map(|shelf| row::key("shelf", shelf)).transpose()?;
    let about = format!("{}\n{title}\n{tags:?}\n{shelf:?}\n{closed:?}\n{duplicate_of:?}", row.kind.as_str());

    let mut left_out = 0;
    let opening = Answer {
        id: String::new(),
        body: row.body,
        html: row.html,
        created: row.created,
        score: row.score,
        accepted: false,
        author: row.author,
        licence: row.licence.clone(),
        url: row.url.clone(),
        comments: row.comments,
    };
    let origin = Origin { source: &source, url: row.url.as_deref(), licence: row.licence.as_deref() };
    let (opening, own) = post(id.clone(), opening, &origin, &about, now, &mut left_out)?;
    // The excerpt is of what the author wrote, without where it is from.
    let excerpt = text::excerpt(&text::plain_of(&text::render_now(&own).html));
    let mut posts = vec![opening];
    let mut keys = HashSet::new();
    for (place, answer) in row.answers.into_iter().enumerate() {
        let which = |fault: String| format!("answer {}: {fault}", place + 1);
        let key = format!("{id}/{}", row::key("id", &answer.id).map_err(which)?);
        if !keys.insert(key.clone()) {
            return Err(which("id: There are two with this id.".into()));
        }
        posts.push(post(key, answer, &origin, "", now, &mut left_out).map_err(which)?.0);
    }
    let mut accepted = posts.iter().filter(|post| post.is_accepted);
    if accepted.next().is_some() && (accepted.next().is_some() || row.kind.as_str() != "question") {
        return Err("accepted: One answer of a question can be accepted.".into());
    }
    // Posts get their numbers in the order of time, whatever the order in the file.
    if let Some(answers) = posts.get_mut(1..) {
        answers.sort_by_key(|post| post.created_at);
    }
    Ok(Thread {
        line,
        source,
        kind: row.kind.as_str(),
        title,
        excerpt,
        shelf,
        shelf_id: 0,
        tags,
        closed,
        duplicate_of,
        posts,
        comments_left_out: left_out,
        views,
    })
}

/// A post, and what its author wrote of it.
fn post(
    key: String,
    answer: Answer,
    origin: &Origin<'_>,
    about: &str,
    now: i64,
    left_out: &mut u64,
) -> Result<(Post, String), String> {
    let own = markdown(answer.body.as_deref(), answer.html.as_deref())?;
    let own = text::lines("body", &own).map_err(row::told)?;
    let created_at = row::time("created", &answer.created, now)?;
    let writer = writer(answer.author.as_ref(), origin.source)?;
    let url = answer.url.as_deref().or(origin.url);
    let licence = answer.licence.as_deref().or(origin.licence);
    let credit = credit(origin.source, url, licence)?;

    let mut body = format!("{own}\n\n{credit}");
    if body.chars().count() > limits::MARKDOWN {
        return Err("body: Make it 20,000 characters or shorter.".into());
    }
    for comment in &answer.comments {
        let quoted = quoted(comment, origin.source, now)?;
        if body.chars().count() + quoted.chars().count() > limits::MARKDOWN {
            *left_out += 1;
        } else {
            body.push_str(&quoted);
        }
    }
    let rendered = text::render_now(&body);
    let mut hash = Sha256::new();
    hash.update(format!("{about}\n{}\n{}\n{body}", answer.score, answer.accepted));
    let post = Post {
        key,
        author: writer,
        html: rendered.html,
        created_at,
        score: answer.score,
        is_accepted: answer.accepted,
        fingerprint: hex::encode(hash.finalize()),
        body,
    };
    Ok((post, own))
}

fn markdown(body: Option<&str>, html: Option<&str>) -> Result<String, String> {
    match (body, html) {
        (Some(body), None) => Ok(body.to_owned()),
        (None, Some(html)) => markdown_of(html),
        _ => Err("body: Give either body, which is markdown, or html.".into()),
    }
}

fn writer(author: Option<&Author>, source: &str) -> Result<Writer, String> {
    if let Some(Author { member: Some(id), .. }) = author {
        return Ok(Writer::Member(*id));
    }
    let id = author.and_then(|author| author.id.as_deref());
    let id = id.map_or_else(|| Ok(String::new()), |id| row::key("author.id", id))?;
    let name = author.and_then(|author| author.name.as_deref());
    let name = name.map_or_else(|| Ok(id.clone()), |name| row::key("author.name", name))?;
    let name = without_address(&name);
    let source_shown: String = source.chars().take(60).collect();
    let shown: String = format!("{} ({source_shown})", name.chars().take(limits::NAME - 63).collect::<String>());
    Ok(Writer::Stranger { source: source.to_owned(), id, name: shown.trim().to_owned() })
}

/// The line that says where a post is from, and under which licence. The author stands above the post, as everywhere, so
/// that the name goes when its bearer wants it gone.
fn credit(source: &str, url: Option<&str>, licence: Option<&str>) -> Result<String, String> {
    let from = match url {
        Some(url) => format!("[{}](<{}>)", escaped(source), row::address("url", url)?),
        None => escaped(source),
    };
    match licence {
        Some(licence) => Ok(format!("— {from}, {}", escaped(&row::key("licence", licence)?))),
        None => Ok(format!("— {from}")),
    }
}

/// A comment as a quotation with its author and day.
fn quoted(comment: &Comment, source: &str, now: i64) -> Result<String, String> {
    let body = markdown(comment.body.as_deref(), comment.html.as_deref())?;
    let name = match writer(comment.author.as_ref(), source)? {
        Writer::Stranger { id, .. } => {
            let name = comment.author.as_ref().and_then(|author| author.name.clone()).unwrap_or(id);
            without_address(&name).to_owned()
        }
        Writer::Member(_) => comment.author.as_ref().and_then(|author| author.name.clone()).unwrap_or_default(),
    };
    let mut said = String::new();
    if !name.trim().is_empty() {
        let _ = write!(said, "**{}** ", escaped(name.trim()));
    }
    if let Some(created) = &comment.created {
        row::time("comment.created", created, now)?;
        let _ = write!(said, "{} ", created.chars().take(10).collect::<String>());
    }
    let said = format!("{said}\\\n{}", body.trim());
    let said = said.strip_prefix("\\\n").unwrap_or(&said).replace('\0', " ").replace("\r\n", "\n");
    Ok(format!("\n\n> {}", said.trim_end().replace('\n', "\n> ")))
}

/// A name without what makes it the address of a person.
fn without_address(name: &str) -> &str {
    name.split('@').next().unwrap_or_default().trim()
}

/// Words as markdown that shows just them.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '|') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
