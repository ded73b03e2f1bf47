//! The mails about libraries that members add, in English and Welsh.

use super::mails::Envelope;
use crate::mail::Message;

/// Tells who added a library that it stands in the register.
pub(super) fn confirmed(to: &Envelope<'_>, library: &str, id: i64) -> Message {
    let link = format!("{}/libraries/{id}", to.base_url);
    to.message(
        (
            format!("{library} is in the register"),
            format!(
                "Hello,\n\n{library}, which you added, stands in the register of libraries now. If your organisation \
                 runs it, take it on here:\n\n{link}\n"
            ),
        ),
        (
            format!("Mae {library} yn y gofrestr"),
            format!(
                "Helo,\n\nMae {library}, a ychwanegwyd gennych, yn y gofrestr o lyfrgelloedd nawr. Os yw eich sefydliad \
                 yn ei rhedeg, cymerwch hi i'ch gofal yma:\n\n{link}\n"
            ),
        ),
    )
}

/// Tells who added a library that it was taken out again.
pub(super) fn declined(to: &Envelope<'_>, library: &str) -> Message {
    let link = format!("{}/directory/libraries", to.base_url);
    to.message(
        (
            format!("{library} was not added"),
            format!(
                "Hello,\n\nStaff looked at {library}, which you added, and took it out again: perhaps the register has \
                 it under another name. Search for it by its postcode:\n\n{link}\n"
            ),
        ),
        (
            format!("Ni chafodd {library} ei hychwanegu"),
            format!(
                "Helo,\n\nEdrychodd y staff ar {library}, a ychwanegwyd gennych, a'i thynnu allan eto: efallai ei bod \
                 yn y gofrestr dan enw arall. Chwiliwch amdani yn ôl ei chod post:\n\n{link}\n"
            ),
        ),
    )
}
