//! The mails about suggested changes, in English and Welsh.

use crate::mail::{Message, defanged};
use crate::membership::mails::Envelope;

/// Tells the author that somebody suggests a change.
pub(super) fn suggested(to: &Envelope<'_>, title: &str) -> Message {
    let title = defanged(title);
    let link = format!("{}/suggestions", to.base_url);
    to.message(
        (
            "Somebody suggests a change to what you wrote".into(),
            format!(
                "Hello,\n\nA member suggests a change to what you wrote in “{title}”. Look at it, and accept or decline \
                 it here:\n\n{link}\n"
            ),
        ),
        (
            "Mae rhywun yn awgrymu newid i'r hyn a ysgrifennoch".into(),
            format!(
                "Helo,\n\nMae aelod yn awgrymu newid i'r hyn a ysgrifennoch yn “{title}”. Edrychwch arno, a'i dderbyn \
                 neu ei wrthod yma:\n\n{link}\n"
            ),
        ),
    )
}

/// Tells who suggested a change that it was accepted.
pub(super) fn accepted(to: &Envelope<'_>, title: &str, kind: &str, id: i64) -> Message {
    let title = defanged(title);
    let link = format!("{}/{kind}s/{id}", to.base_url);
    to.message(
        (
            "Your suggestion was accepted".into(),
            format!(
                "Hello,\n\nThe change that you suggested in “{title}” was accepted. Thank you. See it here:\n\n{link}\n"
            ),
        ),
        (
            "Derbyniwyd eich awgrym".into(),
            format!("Helo,\n\nDerbyniwyd y newid a awgrymoch yn “{title}”. Diolch. Gwelwch ef yma:\n\n{link}\n"),
        ),
    )
}

/// Tells who suggested a change why it was declined.
pub(super) fn declined(to: &Envelope<'_>, title: &str, reason: &str) -> Message {
    let (title, reason) = (defanged(title), defanged(reason));
    to.message(
        (
            "Your suggestion was declined".into(),
            format!(
                "Hello,\n\nThe change that you suggested in “{title}” was declined, with these words:\n\n{reason}\n"
            ),
        ),
        (
            "Gwrthodwyd eich awgrym".into(),
            format!("Helo,\n\nGwrthodwyd y newid a awgrymoch yn “{title}”, gyda'r geiriau hyn:\n\n{reason}\n"),
        ),
    )
}
