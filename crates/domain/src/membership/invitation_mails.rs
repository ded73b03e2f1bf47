//! The mails about invitations, in English and Welsh. What a member wrote stands apart, without links.

use super::mails::Envelope;
use crate::mail::{Message, defanged};

/// A member's words as they stand in a mail to a stranger: nothing in them can be followed.
fn quoted(message: Option<&str>, says: &str) -> String {
    message.map(|message| format!("{says} \u{201c}{}\u{201d}\n\n", without_links(message))).unwrap_or_default()
}

/// The words with what mail programs would make a link of taken apart.
fn without_links(text: &str) -> String {
    let is_link = |word: &str| {
        let inner = word.trim_end_matches(|end: char| !end.is_alphanumeric());
        inner.contains(['/', '@', ':', '<', '\\']) || inner.contains('.')
    };
    let words: Vec<_> =
        text.split_whitespace().map(|word| if is_link(word) { defanged(word) } else { word.to_owned() }).collect();
    words.join(" ")
}

/// Invites a person into an organisation.
pub(super) fn into_organisation(
    to: &Envelope<'_>,
    inviter: &str,
    organisation: &str,
    message: Option<&str>,
    secret: &str,
) -> Message {
    let (network, inviter, organisation) = (to.network, defanged(inviter), defanged(organisation));
    let link = format!("{}/join/invitation#token={secret}", to.base_url);
    let (english, welsh) = (quoted(message, "They write:"), quoted(message, "Maen nhw'n ysgrifennu:"));
    to.message(
        (
            format!("You are invited to {organisation}"),
            format!(
                "Hello,\n\n{inviter} invites you to belong to {organisation} in the {network}, where community \
                 libraries help one another.\n\n{english}Open this link within 14 days; it works once:\n\n{link}\n\nIf \
                 you do not know them, you need not do anything.\n"
            ),
        ),
        (
            format!("Cewch wahoddiad i {organisation}"),
            format!(
                "Helo,\n\nMae {inviter} yn eich gwahodd i berthyn i {organisation} yn y {network}, lle mae llyfrgelloedd \
                 cymunedol yn helpu ei gilydd.\n\n{welsh}Agorwch y ddolen hon o fewn 14 diwrnod; mae'n gweithio \
                 unwaith:\n\n{link}\n\nOs nad ydych yn eu hadnabod, does dim angen gwneud dim.\n"
            ),
        ),
    )
}

/// Invites a library that is not a member.
pub(super) fn to_network(to: &Envelope<'_>, inviter: &str, message: Option<&str>, secret: &str) -> Message {
    let (network, inviter) = (to.network, defanged(inviter));
    let link = format!("{}/join#invitation={secret}", to.base_url);
    let (english, welsh) = (quoted(message, "They write:"), quoted(message, "Maen nhw'n ysgrifennu:"));
    to.message(
        (
            format!("You are invited to the {network}"),
            format!(
                "Hello,\n\n{inviter} invites you to join the {network}, where community libraries help one another. It \
                 is free.\n\n{english}Apply with this link within 14 days:\n\n{link}\n\nIf you do not know them, you \
                 need not do anything.\n"
            ),
        ),
        (
            format!("Cewch wahoddiad i'r {network}"),
            format!(
                "Helo,\n\nMae {inviter} yn eich gwahodd i ymuno â'r {network}, lle mae llyfrgelloedd cymunedol yn helpu \
                 ei gilydd. Mae am ddim.\n\n{welsh}Gwnewch gais gyda'r ddolen hon o fewn 14 diwrnod:\n\n{link}\n\nOs nad \
                 ydych yn eu hadnabod, does dim angen gwneud dim.\n"
            ),
        ),
    )
}

/// Tells who sent an invitation that it was taken up.
pub(super) fn taken_up(to: &Envelope<'_>, name: &str, organisation: &str, id: i64) -> Message {
    let (name, organisation) = (defanged(name), defanged(organisation));
    let link = format!("{}/organisations/{id}", to.base_url);
    to.message(
        (
            "Your invitation was taken up".into(),
            format!("Hello,\n\n{name} belongs to {organisation} now, on your invitation:\n\n{link}\n"),
        ),
        (
            "Derbyniwyd eich gwahoddiad".into(),
            format!("Helo,\n\nMae {name} yn perthyn i {organisation} nawr, ar eich gwahoddiad:\n\n{link}\n"),
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::without_links;

    #[test]
    fn a_members_words_hold_no_link() {
        let words = "Do join us, we meet on Monday. See https://evil.example/x or evil.example.";
        assert_eq!(without_links(words), "Do join us, we meet on Monday. See https evil example x or evil example");
    }
}
