//! Who is mentioned in what is written: `[@Name](/members/7)`, a link that leads to the member whatever they are called.
//!
//! The name in it is put right when a text is posted, so that nobody is called what they are not, and taken out when a
//! member is erased. What stands in a quote mentions nobody anew.

use std::collections::{BTreeMap, HashMap, HashSet};

use entity::{comment, draft, member, mention, post, post_revision, post_suggestion, thread};
use sea_orm::sea_query::{Expr, LikeExpr, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::add_post::NEWS;
use crate::membership::contains;
use crate::outbox::{self, Event};
use crate::people::is_listed;
use crate::text::{self, MEMBERS, Rendered};
use crate::{Deps, Error, Result};

/// How many members one text mentions at most: a member should speak to people, not to crowds.
const MOST: usize = 10;
/// How many are in what it quotes at most.
const QUOTED: usize = 40;
/// Whoever waits to be told.
pub(super) const WAITING: &str = "waiting";
/// Whoever was told.
pub(super) const TOLD: &str = "told";
/// Whoever is told nothing, now and later.
pub(super) const QUIET: &str = "quiet";

/// A text as it is kept: with the names of those whom it mentions.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) body: String,
    pub(super) rendered: Rendered,
    /// Everybody in it, and whether they are to be told.
    mentioned: BTreeMap<i64, bool>,
}

/// Where a text stands: a post, or a comment on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) post_id: i64,
    pub(super) comment_id: Option<i64>,
}

/// Takes a text as typed: renders it, and puts the names of those whom it mentions right.
pub(super) async fn write(deps: &Deps, body: &str) -> Result<Written> {
    let body = text::lines("body", body)?;
    let rendered = text::render(&body).await?;
    // Almost all texts mention nobody, and cost nothing here.
    if rendered.mentions.is_empty() {
        return Ok(Written { body, rendered, mentioned: BTreeMap::new() });
    }
    let mut spoken: BTreeMap<i64, bool> = BTreeMap::new();
    for found in &rendered.mentions {
        *spoken.entry(found.member_id).or_default() |= !found.is_quoted;
    }
    if spoken.values().filter(|is_spoken| **is_spoken).count() > MOST {
        return Err(Error::field("body", "too_many", "Mention 10 members at most, and make the others plain words."));
    }
    if spoken.len() > QUOTED + MOST {
        return Err(Error::field("body", "too_many", "Quote less: 40 members are mentioned in quotes at most."));
    }
    let rows = member::Entity::find().filter(member::Column::Id.is_in(spoken.keys().copied())).all(&deps.read).await?;
    let mut names = HashMap::new();
    let mut mentioned = BTreeMap::new();
    for row in rows {
        // Who is no member, or none any more, is not named by the network, and told of nothing.
        let is_known = is_listed(&row);
        mentioned.insert(row.id, is_known && spoken.get(&row.id).copied().unwrap_or_default());
        if is_known {
            names.insert(row.id, row.name);
        }
    }
    let labelled = relabelled(&body, &names);
    let (body, rendered) = if labelled == body {
        (body, rendered)
    } else {
        let rendered = text::render(&labelled).await?;
        (labelled, rendered)
    };
    Ok(Written { body, rendered, mentioned })
}

/// Keeps who is mentioned in a text that was written at a time, and has those told who were not mentioned there before.
pub(super) async fn keep<C: ConnectionTrait>(
    deps: &Deps,
    tx: &C,
    place: Place,
    written: &Written,
    at: i64,
) -> Result<()> {
    if written.mentioned.is_empty() {
        return Ok(());
    }
    let in_place = match place.comment_id {
        Some(id) => mention::Column::CommentId.eq(id),
        None => mention::Column::CommentId.is_null(),
    };
    let known: HashSet<i64> = mention::Entity::find()
        .select_only()
        .column(mention::Column::MemberId)
        .filter(mention::Column::PostId.eq(place.post_id))
        .filter(in_place)
        .into_tuple()
        .all(tx)
        .await?
        .into_iter()
        .collect();
    // What is brought in from elsewhere, or made up for a demonstration, is news to nobody.
    let is_news = deps.clock.now() - at < NEWS;
    let new: Vec<_> = written
        .mentioned
        .iter()
        .filter(|(id, _)| !known.contains(id))
        .map(|(id, is_spoken)| mention::ActiveModel {
            post_id: Set(place.post_id),
            comment_id: Set(place.comment_id),
            member_id: Set(*id),
            state: Set(if *is_spoken && is_news { WAITING } else { QUIET }.into()),
            created_at: Set(at),
            told_at: Set(None),
            ..Default::default()
        })
        .collect();
    let is_waiting = new.iter().any(|row| row.state == Set(WAITING.into()));
    if !new.is_empty() {
        mention::Entity::insert_many(new).exec_without_returning(tx).await?;
    }
    if is_waiting {
        let event = Event::Mentioned { post_id: place.post_id, comment_id: place.comment_id };
        outbox::push(deps, tx, &event).await?;
    }
    Ok(())
}

/// A text in which the links to members, if they are mentions, carry these names.
fn relabelled(markdown: &str, names: &HashMap<i64, String>) -> String {
    let end = format!("]({MEMBERS}");
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(at) = rest.find(&end) {
        let (before, after) = (&rest[..at], &rest[at + end.len()..]);
        let digits = after.len() - after.trim_start_matches(|character: char| character.is_ascii_digit()).len();
        let name = after[..digits].parse().ok().and_then(|id: i64| names.get(&id));
        match (name, label_of(before)) {
            (Some(name), Some(begin)) => {
                out.push_str(&before[..begin]);
                out.push_str("[@");
                out.push_str(&escaped(name));
            }
            _ => out.push_str(before),
        }
        out.push_str(&end);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Where the words of a mention begin that end where this text ends, if they do.
fn label_of(before: &str) -> Option<usize> {
    let begin = before.rfind("[@")?;
    let words = &before[begin + 2..];
    let mut is_escaped = false;
    for character in words.chars() {
        // A bracket that is not escaped belongs to another link.
        if !is_escaped && matches!(character, ']' | '[') {
            return None;
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    (!words.contains("\n\n")).then_some(begin)
}

/// A name in which nothing is a sign of markdown.
fn escaped(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for character in name.chars() {
        if character.is_ascii_punctuation() && !matches!(character, '\'' | '-' | '.' | ',') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// A member who is to be called something else wherever they are mentioned.
#[derive(Debug)]
pub(crate) struct Renaming {
    id: i64,
    names: HashMap<i64, String>,
    /// The texts that are there, as they will be.
    ready: HashMap<String, Rendered>,
}

/// Prepares to rename a member in everything that mentions them: for who is erased.
pub(crate) async fn rename(deps: &Deps, id: i64, name: &str) -> Result<Renaming> {
    let mut renaming = Renaming { id, names: HashMap::from([(id, name.to_owned())]), ready: HashMap::new() };
    let (posts, comments) = renaming.found(&deps.read).await?;
    let bodies = posts.into_iter().map(|row| row.body).chain(comments.into_iter().map(|row| row.body));
    for body in bodies.filter_map(|body| renaming.changed(&body)).collect::<Vec<_>>() {
        let rendered = text::render(&body).await?;
        renaming.ready.insert(body, rendered);
    }
    Ok(renaming)
}

impl Renaming {
    /// Renames the member, also in what was said before. Gives what the search index must look at again.
    pub(crate) async fn apply<C: ConnectionTrait>(self, tx: &C) -> Result<Vec<Event>> {
        let (posts, comments) = self.found(tx).await?;
        let mut events = Vec::new();
        let ids: Vec<i64> = posts.iter().map(|row| row.id).collect();
        for row in posts {
            let Some(body) = self.changed(&row.body) else { continue };
            let rendered = self.rendered(&body).await?;
            if row.number == 1 {
                thread::Entity::update_many()
                    .col_expr(thread::Column::Excerpt, Expr::value(text::excerpt(&rendered.plain)))
                    .filter(thread::Column::Id.eq(row.thread_id))
                    .exec(tx)
                    .await?;
                events.push(Event::ThreadChanged { id: row.thread_id });
            }
            post::Entity::update_many()
                .col_expr(post::Column::Body, Expr::value(body))
                .col_expr(post::Column::BodyHtml, Expr::value(rendered.html))
                .filter(post::Column::Id.eq(row.id))
                .exec(tx)
                .await?;
            events.push(Event::PostChanged { id: row.id });
        }
        for row in comments {
            let Some(body) = self.changed(&row.body) else { continue };
            let rendered = self.rendered(&body).await?;
            comment::Entity::update_many()
                .col_expr(comment::Column::Body, Expr::value(body))
                .col_expr(comment::Column::BodyHtml, Expr::value(rendered.html))
                .filter(comment::Column::Id.eq(row.id))
                .exec(tx)
                .await?;
        }
        rename_before(tx, self.id, ids, &self.names).await?;
        Ok(events)
    }

    /// What mentions the member.
    async fn found<C: ConnectionTrait>(&self, connection: &C) -> Result<(Vec<post::Model>, Vec<comment::Model>)> {
        let mentions = |column: mention::Column| {
            Query::select()
                .column(column)
                .from(mention::Entity)
                .and_where(mention::Column::MemberId.eq(self.id))
                .and_where(column.is_not_null())
                .take()
        };
        let posts = post::Entity::find()
            .filter(post::Column::Id.in_subquery(mentions(mention::Column::PostId)))
            .order_by_asc(post::Column::Id)
            .all(connection)
            .await?;
        let comments = comment::Entity::find()
            .filter(comment::Column::Id.in_subquery(mentions(mention::Column::CommentId)))
            .order_by_asc(comment::Column::Id)
            .all(connection)
            .await?;
        Ok((posts, comments))
    }

    /// A text with the new name, if that changes it.
    fn changed(&self, before: &str) -> Option<String> {
        Some(relabelled(before, &self.names)).filter(|body| body != before)
    }

    /// A text as it is shown; what was written a moment ago is rendered now.
    async fn rendered(&self, body: &str) -> Result<Rendered> {
        match self.ready.get(body) {
            Some(rendered) => Ok(rendered.clone()),
            None => text::render(body).await,
        }
    }
}

/// The same in what was said before, in what is suggested, and in what others are still writing.
async fn rename_before<C: ConnectionTrait>(
    tx: &C,
    id: i64,
    posts: Vec<i64>,
    names: &HashMap<i64, String>,
) -> Result<()> {
    for row in post_revision::Entity::find().filter(post_revision::Column::PostId.is_in(posts)).all(tx).await? {
        post_revision::Entity::update_many()
            .col_expr(post_revision::Column::Body, Expr::value(relabelled(&row.body, names)))
            .filter(post_revision::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
    }
    let link = LikeExpr::new(contains(&format!("]({MEMBERS}{id})"))).escape('!');
    let wanted =
        post_suggestion::Column::Body.like(link.clone()).or(post_suggestion::Column::OldBody.like(link.clone()));
    for row in post_suggestion::Entity::find().filter(wanted).all(tx).await? {
        post_suggestion::Entity::update_many()
            .col_expr(post_suggestion::Column::Body, Expr::value(relabelled(&row.body, names)))
            .col_expr(post_suggestion::Column::OldBody, Expr::value(relabelled(&row.old_body, names)))
            .filter(post_suggestion::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
    }
    for row in draft::Entity::find().filter(draft::Column::Body.like(link)).all(tx).await? {
        draft::Entity::update_many()
            .col_expr(draft::Column::Body, Expr::value(relabelled(&row.body, names)))
            .filter(draft::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renamed(markdown: &str, name: &str) -> String {
        relabelled(markdown, &HashMap::from([(7, name.to_owned())]))
    }

    #[test]
    fn the_words_of_a_mention_are_the_members_name() {
        assert_eq!(renamed("Hi [@Boss](/members/7)!", "Ada"), "Hi [@Ada](/members/7)!");
        assert_eq!(renamed("[@a\\]b](/members/7) [@c](/members/7)", "Ada"), "[@Ada](/members/7) [@Ada](/members/7)");
        assert_eq!(renamed("[@Boss](/members/7)", "A*d_a]"), "[@A\\*d\\_a\\]](/members/7)");
    }

    #[test]
    fn other_links_stay_as_they_are() {
        for text in [
            "[Ada](/members/7)",
            "[@Bea](/members/70)",
            "[@Bea](/members/x)",
            "[@Bea](https://x.org) and [her page](/members/7)",
            "](/members/7)",
        ] {
            assert_eq!(renamed(text, "Ada"), text);
        }
    }
}
