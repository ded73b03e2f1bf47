//! The mails about order in the forum, in English and Welsh.

use api_types::forum::CloseReason;
use entity::thread;

use crate::mail::{Message, defanged};
use crate::membership::mails::Envelope;

/// Tells the one who asked that they belong to a space now.
pub(super) fn let_in(to: &Envelope<'_>, space: &str, slug: &str) -> Message {
    let space = defanged(space);
    let link = format!("{}/spaces/{slug}", to.base_url);
    to.message(
        (
            format!("You belong to the space {space}"),
            format!("Hello,\n\nYou asked to belong to the space {space}, and now you do. It is here:\n\n{link}\n"),
        ),
        (
            format!("Rydych yn perthyn i'r gofod {space}"),
            format!(
                "Helo,\n\nGofynnoch am berthyn i'r gofod {space}, ac rydych yn perthyn iddo nawr. Mae yma:\n\n{link}\n"
            ),
        ),
    )
}

/// Tells the one who asked that they were not let into a space.
pub(super) fn not_let_in(to: &Envelope<'_>, space: &str) -> Message {
    let space = defanged(space);
    to.message(
        (
            format!("Your wish to belong to the space {space}"),
            format!(
                "Hello,\n\nYour wish to belong to the space {space} was declined. Everything else in the network stays \
                 open to you. Ask its moderators if you think that it was a mistake; you can ask to belong again.\n"
            ),
        ),
        (
            format!("Eich dymuniad i berthyn i'r gofod {space}"),
            format!(
                "Helo,\n\nGwrthodwyd eich dymuniad i berthyn i'r gofod {space}. Mae popeth arall yn y rhwydwaith yn dal \
                 ar agor i chi. Gofynnwch i'w gymedrolwyr os ydych yn meddwl mai camgymeriad oedd hynny; cewch ofyn \
                 eto.\n"
            ),
        ),
    )
}

/// A thread's title, and its address.
fn named(to: &Envelope<'_>, row: &thread::Model) -> (String, String) {
    let kind = if row.kind == "discussion" { "discussions" } else { "questions" };
    (defanged(&row.title), format!("{}/{kind}/{}/{}", to.base_url, row.id, row.slug))
}

/// What the moderator wrote, as a paragraph of its own in both languages.
fn noted(note: &str) -> (String, String) {
    if note.is_empty() {
        return (String::new(), String::new());
    }
    (format!("The moderator wrote:\n\n{note}\n\n"), format!("Ysgrifennodd y cymedrolwr:\n\n{note}\n\n"))
}

/// Tells the author that a thread was closed, and why.
pub(super) fn closed(to: &Envelope<'_>, row: &thread::Model, reason: CloseReason, note: &str) -> Message {
    let ((title, link), (english, welsh)) = (named(to, row), noted(note));
    let (why, pam) = match reason {
        CloseReason::Duplicate => ("another thread is about the same", "mae edefyn arall am yr un peth"),
        CloseReason::OffTopic => (
            "it is about something else than this network is for",
            "mae'n sôn am rywbeth arall na phwrpas y rhwydwaith",
        ),
        CloseReason::ResolvedElsewhere => ("it was settled elsewhere", "cafodd ei ddatrys mewn lle arall"),
    };
    to.message(
        (
            format!("Closed: {title}"),
            format!(
                "Hello,\n\nA moderator has closed \"{title}\", since {why}. It stays to be read, and takes no more \
                 posts.\n\n{english}{link}\n"
            ),
        ),
        (
            format!("Wedi cau: {title}"),
            format!(
                "Helo,\n\nMae cymedrolwr wedi cau \"{title}\", am y rheswm hwn: {pam}. Gellir ei ddarllen o hyd, ond \
                 nid yw'n derbyn rhagor o negeseuon.\n\n{welsh}{link}\n"
            ),
        ),
    )
}

/// Tells the author that a thread is open again.
pub(super) fn reopened(to: &Envelope<'_>, row: &thread::Model) -> Message {
    let (title, link) = named(to, row);
    to.message(
        (
            format!("Open again: {title}"),
            format!("Hello,\n\nA moderator has opened \"{title}\" again. It takes posts as before.\n\n{link}\n"),
        ),
        (
            format!("Ar agor eto: {title}"),
            format!(
                "Helo,\n\nMae cymedrolwr wedi ailagor \"{title}\". Mae'n derbyn negeseuon fel o'r blaen.\n\n{link}\n"
            ),
        ),
    )
}

/// Tells the author that a thread stands in another space.
pub(super) fn moved(to: &Envelope<'_>, row: &thread::Model, space: &str, note: &str) -> Message {
    let ((title, link), (english, welsh)) = (named(to, row), noted(note));
    let space = defanged(space);
    to.message(
        (
            format!("Moved: {title}"),
            format!("Hello,\n\nA moderator has moved \"{title}\" to the space {space}.\n\n{english}{link}\n"),
        ),
        (
            format!("Wedi symud: {title}"),
            format!("Helo,\n\nMae cymedrolwr wedi symud \"{title}\" i'r gofod {space}.\n\n{welsh}{link}\n"),
        ),
    )
}

/// Tells the author that all that is in a thread went into another one.
pub(super) fn merged(to: &Envelope<'_>, row: &thread::Model, note: &str) -> Message {
    let ((title, link), (english, welsh)) = (named(to, row), noted(note));
    to.message(
        (
            format!("Merged: {title}"),
            format!(
                "Hello,\n\nA moderator has put \"{title}\", with all that was written in it, into another thread about \
                 the same. The old address leads there.\n\n{english}{link}\n"
            ),
        ),
        (
            format!("Wedi cyfuno: {title}"),
            format!(
                "Helo,\n\nMae cymedrolwr wedi rhoi \"{title}\", gyda phopeth a ysgrifennwyd ynddo, mewn edefyn arall am yr \
                 un peth. Mae'r hen gyfeiriad yn arwain yno.\n\n{welsh}{link}\n"
            ),
        ),
    )
}

/// Tells the author of a post that it opens a thread of its own now.
pub(super) fn split(to: &Envelope<'_>, made: &thread::Model, from: &str, note: &str) -> Message {
    let ((title, link), (english, welsh)) = (named(to, made), noted(note));
    let from = defanged(from);
    to.message(
        (
            format!("Now a thread of its own: {title}"),
            format!(
                "Hello,\n\nA moderator has taken what you wrote in \"{from}\" into a thread of its own, \"{title}\".\n\n\
                 {english}{link}\n"
            ),
        ),
        (
            format!("Edefyn ar wahân nawr: {title}"),
            format!(
                "Helo,\n\nMae cymedrolwr wedi symud yr hyn a ysgrifennoch yn \"{from}\" i edefyn ar wahân, \
                 \"{title}\".\n\n{welsh}{link}\n"
            ),
        ),
    )
}

/// Tells the author that a thread was deleted.
pub(super) fn deleted(to: &Envelope<'_>, row: &thread::Model, note: &str) -> Message {
    let ((title, _), (english, welsh)) = (named(to, row), noted(note));
    to.message(
        (
            format!("Deleted: {title}"),
            format!(
                "Hello,\n\nA moderator has deleted \"{title}\". It is kept for 30 days; write to a moderator if you think \
                 that it was a mistake.\n\n{english}"
            ),
        ),
        (
            format!("Wedi dileu: {title}"),
            format!(
                "Helo,\n\nMae cymedrolwr wedi dileu \"{title}\". Cedwir ef am 30 diwrnod; cysylltwch â chymedrolwr os \
                 ydych yn meddwl mai camgymeriad oedd hynny.\n\n{welsh}"
            ),
        ),
    )
}

/// Tells the author that a deleted thread is there again.
pub(super) fn restored(to: &Envelope<'_>, row: &thread::Model) -> Message {
    let (title, link) = named(to, row);
    to.message(
        (format!("Restored: {title}"), format!("Hello,\n\nA moderator has brought back \"{title}\".\n\n{link}\n")),
        (format!("Wedi adfer: {title}"), format!("Helo,\n\nMae cymedrolwr wedi dod â \"{title}\" yn ôl.\n\n{link}\n")),
    )
}

/// Tells the author that an answer or a reply was deleted.
pub(super) fn post_deleted(to: &Envelope<'_>, row: &thread::Model, note: &str) -> Message {
    let ((title, link), (english, welsh)) = (named(to, row), noted(note));
    to.message(
        (
            format!("Your post was deleted: {title}"),
            format!(
                "Hello,\n\nA moderator has deleted what you wrote in \"{title}\". It is kept for 30 days; write to a \
                 moderator if you think that it was a mistake.\n\n{english}{link}\n"
            ),
        ),
        (
            format!("Dilëwyd eich neges: {title}"),
            format!(
                "Helo,\n\nMae cymedrolwr wedi dileu'r hyn a ysgrifennoch yn \"{title}\". Cedwir ef am 30 diwrnod; \
                 cysylltwch â chymedrolwr os ydych yn meddwl mai camgymeriad oedd hynny.\n\n{welsh}{link}\n"
            ),
        ),
    )
}

/// Tells the author that a comment was deleted.
pub(super) fn comment_deleted(to: &Envelope<'_>, row: &thread::Model) -> Message {
    let (title, link) = named(to, row);
    to.message(
        (
            format!("Your comment was deleted: {title}"),
            format!(
                "Hello,\n\nA moderator has deleted a comment of yours in \"{title}\". It is kept for 30 days; write to a \
                 moderator if you think that it was a mistake.\n\n{link}\n"
            ),
        ),
        (
            format!("Dilëwyd eich sylw: {title}"),
            format!(
                "Helo,\n\nMae cymedrolwr wedi dileu sylw o'ch eiddo yn \"{title}\". Cedwir ef am 30 diwrnod; cysylltwch \
                 â chymedrolwr os ydych yn meddwl mai camgymeriad oedd hynny.\n\n{link}\n"
            ),
        ),
    )
}
