//! The mails about belonging to an organisation, in English and Welsh.

use super::mails::Envelope;
use crate::mail::{Message, defanged};

/// Tells the primary contact that somebody would like to belong.
pub(super) fn request(to: &Envelope<'_>, asker: &str, organisation: &str, id: i64) -> Message {
    let (asker, organisation) = (defanged(asker), defanged(organisation));
    let link = format!("{}/organisations/{id}", to.base_url);
    to.message(
        (
            "Somebody would like to join your organisation".into(),
            format!(
                "Hello,\n\n{asker} is a member of the {} and would like to belong to {organisation}. Look at it and \
                 decide here:\n\n{link}\n",
                to.network
            ),
        ),
        (
            "Hoffai rhywun ymuno â'ch sefydliad".into(),
            format!(
                "Helo,\n\nMae {asker} yn aelod o'r {} a hoffai berthyn i {organisation}. Edrychwch a phenderfynwch \
                 yma:\n\n{link}\n",
                to.network
            ),
        ),
    )
}

/// Tells the asker that the wish was granted.
pub(super) fn accepted(to: &Envelope<'_>, organisation: &str, id: i64) -> Message {
    let link = format!("{}/organisations/{id}", to.base_url);
    to.message(
        (
            format!("You belong to {organisation}"),
            format!("Hello,\n\nYou belong to {organisation} now. Its page and its people are here:\n\n{link}\n"),
        ),
        (
            format!("Rydych yn perthyn i {organisation}"),
            format!("Helo,\n\nRydych yn perthyn i {organisation} nawr. Mae ei dudalen a'i bobl yma:\n\n{link}\n"),
        ),
    )
}

/// Tells the asker that the wish was declined.
pub(super) fn declined(to: &Envelope<'_>, organisation: &str) -> Message {
    to.message(
        (
            format!("Your wish to join {organisation}"),
            format!(
                "Hello,\n\nYour wish to belong to {organisation} was declined. You stay a member of the {}. Speak with \
                 them if you think that it was a mistake; you can ask again.\n",
                to.network
            ),
        ),
        (
            format!("Eich dymuniad i ymuno â {organisation}"),
            format!(
                "Helo,\n\nGwrthodwyd eich dymuniad i berthyn i {organisation}. Rydych yn dal yn aelod o'r {}. Siaradwch \
                 â nhw os ydych yn meddwl mai camgymeriad oedd hynny; cewch ofyn eto.\n",
                to.network
            ),
        ),
    )
}

/// Tells a member that they speak or vote for the organisation from now on.
pub(super) fn holding(to: &Envelope<'_>, organisation: &str, id: i64) -> Message {
    let link = format!("{}/organisations/{id}", to.base_url);
    to.message(
        (
            format!("Something at {organisation} has been handed over to you"),
            format!(
                "Hello,\n\nYou speak or vote for {organisation} in the {} from now on. See what you hold \
                 here:\n\n{link}\n",
                to.network
            ),
        ),
        (
            format!("Mae rhywbeth yn {organisation} wedi'i drosglwyddo i chi"),
            format!(
                "Helo,\n\nChi sy'n siarad neu'n pleidleisio dros {organisation} yn y {} o hyn ymlaen. Gwelwch beth \
                 rydych yn ei ddal yma:\n\n{link}\n",
                to.network
            ),
        ),
    )
}
