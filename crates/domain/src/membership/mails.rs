//! The mails about applications, in English and Welsh. Approval and rejection share no text, so that
//! neither can be sent for the other.

use api_types::membership::Language;

use crate::mail::Message;

/// Whom a mail goes to, and from which network.
pub(crate) struct Envelope<'a> {
    pub(crate) base_url: &'a str,
    pub(crate) network: &'a str,
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) language: Language,
}

impl Envelope<'_> {
    pub(super) fn message(&self, english: (String, String), welsh: (String, String)) -> Message {
        let (subject, text) = match self.language {
            Language::En => english,
            Language::Cy => welsh,
        };
        Message { name: self.name.into(), email: self.email.into(), subject, text }
    }
}

/// Asks to confirm the address.
pub(crate) fn confirmation(to: &Envelope<'_>, secret: &str) -> Message {
    let network = to.network;
    let link = format!("{}/join/confirm#token={secret}", to.base_url);
    to.message(
        (
            "Confirm your email address".into(),
            format!(
                "Hello,\n\nSomebody, probably you, applied to join the {network} with this address. Confirm it within \
                 48 hours and choose a password; the link works once:\n\n{link}\n\nIf it was not you, you need not do \
                 anything.\n"
            ),
        ),
        (
            "Cadarnhewch eich cyfeiriad e-bost".into(),
            format!(
                "Helo,\n\nGwnaeth rhywun, chi mae'n debyg, gais i ymuno â'r {network} gyda'r cyfeiriad hwn. \
                 Cadarnhewch ef o fewn 48 awr a dewiswch gyfrinair; mae'r ddolen yn gweithio unwaith:\n\n{link}\n\nOs \
                 nad chi oedd, does dim angen gwneud dim.\n"
            ),
        ),
    )
}

/// Tells a person who has an account that somebody applied with the address.
pub(crate) fn already_known(to: &Envelope<'_>) -> Message {
    let network = to.network;
    let link = format!("{}/sign-in", to.base_url);
    to.message(
        (
            "You already have an account".into(),
            format!(
                "Hello,\n\nSomebody, perhaps you, tried to register with the {network} with this address, which has an \
                 account already. If it was you, sign in here, or ask there for a new password:\n\n{link}\n\nIf it was \
                 not you, you need not do anything.\n"
            ),
        ),
        (
            "Mae gennych gyfrif yn barod".into(),
            format!(
                "Helo,\n\nCeisiodd rhywun, chi efallai, gofrestru gyda'r {network} gyda'r cyfeiriad hwn, sydd â chyfrif \
                 yn barod. Os chi oedd, mewngofnodwch yma, neu gofynnwch yno am gyfrinair newydd:\n\n{link}\n\nOs nad \
                 chi oedd, does dim angen gwneud dim.\n"
            ),
        ),
    )
}

/// Tells an applicant of the approval.
pub(crate) fn approval(to: &Envelope<'_>, message: Option<&str>) -> Message {
    let network = to.network;
    let link = format!("{}/sign-in", to.base_url);
    let message = message.map(|message| format!("{message}\n\n")).unwrap_or_default();
    to.message(
        (
            format!("Welcome to the {network}"),
            format!(
                "Hello,\n\nYour application has been approved: you are a member now.\n\n{message}Sign in to ask, answer \
                 and share:\n\n{link}\n"
            ),
        ),
        (
            format!("Croeso i'r {network}"),
            format!(
                "Helo,\n\nMae eich cais wedi'i gymeradwyo: rydych yn aelod nawr.\n\n{message}Mewngofnodwch i ofyn, ateb \
                 a rhannu:\n\n{link}\n"
            ),
        ),
    )
}

/// Tells an applicant of the rejection.
pub(crate) fn rejection(to: &Envelope<'_>, message: Option<&str>) -> Message {
    let network = to.network;
    let message = message.map(|message| format!("\n{message}\n")).unwrap_or_default();
    to.message(
        (
            format!("Your application to the {network}"),
            format!(
                "Hello,\n\nThank you for your interest. We are sorry that we cannot offer you membership at \
                 present.\n{message}\nThe public pages stay open to you.\n"
            ),
        ),
        (
            format!("Eich cais i'r {network}"),
            format!(
                "Helo,\n\nDiolch am eich diddordeb. Mae'n ddrwg gennym na allwn gynnig aelodaeth i chi ar hyn o \
                 bryd.\n{message}\nMae'r tudalennau cyhoeddus yn dal ar agor i chi.\n"
            ),
        ),
    )
}
