//! The mails about applications, in English and Welsh. Approval and rejection share no text, so that
//! neither can be sent for the other.

use entity::{application, member, organisation};

use crate::mail::{Message, defanged};
use crate::membership::mails::Envelope;

/// Asks to confirm the address.
pub(super) fn confirmation(to: &Envelope<'_>, secret: &str) -> Message {
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
pub(super) fn already_known(to: &Envelope<'_>) -> Message {
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
pub(super) fn approval(to: &Envelope<'_>, message: Option<&str>) -> Message {
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
pub(super) fn rejection(to: &Envelope<'_>, message: Option<&str>) -> Message {
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

/// The link to go on with a draft.
pub(super) fn continuation(to: &Envelope<'_>, secret: &str, days: i64) -> Message {
    let network = to.network;
    let link = format!("{}/join#token={secret}", to.base_url);
    to.message(
        (
            "Finish your application".into(),
            format!(
                "Hello,\n\nSomebody, probably you, began to apply to join the {network} with this address and saved the \
                 form. Go on with it here, within {days} days:\n\n{link}\n\nIf it was not you, you need not do \
                 anything: the form is deleted then.\n"
            ),
        ),
        (
            "Gorffen eich cais".into(),
            format!(
                "Helo,\n\nDechreuodd rhywun, chi mae'n debyg, wneud cais i ymuno â'r {network} gyda'r cyfeiriad hwn, a \
                 chadwodd y ffurflen. Ewch ymlaen â hi yma, o fewn {days} diwrnod:\n\n{link}\n\nOs nad chi oedd, does \
                 dim angen gwneud dim: caiff y ffurflen ei dileu wedyn.\n"
            ),
        ),
    )
}

/// Tells an applicant who applies again that staff have the application.
pub(super) fn already_with_staff(to: &Envelope<'_>) -> Message {
    let network = to.network;
    let link = format!("{}/join/status", to.base_url);
    to.message(
        (
            "We have your application already".into(),
            format!(
                "Hello,\n\nSomebody, perhaps you, applied to join the {network} with this address again. Your first \
                 application is with our staff. Sign in to see where it stands, or to write to them:\n\n{link}\n\nIf it \
                 was not you, you need not do anything.\n"
            ),
        ),
        (
            "Mae eich cais gennym yn barod".into(),
            format!(
                "Helo,\n\nGwnaeth rhywun, chi efallai, gais arall i ymuno â'r {network} gyda'r cyfeiriad hwn. Mae eich \
                 cais cyntaf gyda'n staff. Mewngofnodwch i weld ei hynt, neu i ysgrifennu atynt:\n\n{link}\n\nOs nad chi \
                 oedd, does dim angen gwneud dim.\n"
            ),
        ),
    )
}

/// What staff wrote to an applicant.
pub(super) fn message(to: &Envelope<'_>, body: &str, asks: bool, is_open: bool) -> Message {
    let network = to.network;
    let link = format!("{}/join/status", to.base_url);
    let (english, welsh) = if asks {
        ("A question about your application", "Cwestiwn am eich cais")
    } else {
        ("About your application", "Ynghylch eich cais")
    };
    // Once it is decided nobody reads answers there.
    let end = |words: &str| if is_open { format!("\n{words}\n\n{link}\n") } else { String::new() };
    let (english_end, welsh_end) = (end("Answer here:"), end("Atebwch yma:"));
    to.message(
        (
            english.into(),
            format!("Hello,\n\nThe staff of the {network} wrote about your application:\n\n{body}\n{english_end}"),
        ),
        (welsh.into(), format!("Helo,\n\nYsgrifennodd staff y {network} ynghylch eich cais:\n\n{body}\n{welsh_end}")),
    )
}

/// What an applicant wrote, to the member of staff who is concerned.
pub(super) fn reply(base_url: &str, staff: &member::Model, row: &application::Model, body: &str) -> Message {
    let name = &defanged(&row.name);
    let link = format!("{base_url}/admin/applications/{}", row.id);
    Envelope::member(base_url, staff).message(
        (
            format!("{name} has written"),
            format!("Hello,\n\n{name} wrote about the application:\n\n{body}\n\nOpen it here:\n\n{link}\n"),
        ),
        (
            format!("Mae {name} wedi ysgrifennu"),
            format!("Helo,\n\nYsgrifennodd {name} ynghylch y cais:\n\n{body}\n\nAgorwch ef yma:\n\n{link}\n"),
        ),
    )
}

/// Tells a member of staff of an application to look after.
pub(super) fn assigned(base_url: &str, staff: &member::Model, row: &application::Model) -> Message {
    let name = &defanged(&row.name);
    let link = format!("{base_url}/admin/applications/{}", row.id);
    Envelope::member(base_url, staff).message(
        (
            format!("The application of {name} is yours"),
            format!("Hello,\n\nYou are asked to look after the application of {name}. Open it here:\n\n{link}\n"),
        ),
        (
            format!("Chi sy'n gofalu am gais {name}"),
            format!("Helo,\n\nGofynnir i chi ofalu am gais {name}. Agorwch ef yma:\n\n{link}\n"),
        ),
    )
}

/// Tells a primary contact that an applicant wants to join the organisation.
pub(super) fn wants_to_join(
    base_url: &str,
    contact: &member::Model,
    name: &str,
    joined: &organisation::Model,
) -> Message {
    let (name, organisation) = (&defanged(name), &defanged(&joined.name));
    let link = format!("{base_url}/organisations/{}/{}", joined.id, joined.slug);
    Envelope::member(base_url, contact).message(
        (
            format!("{name} asks to join {organisation}"),
            format!(
                "Hello,\n\n{name} has applied to the network as one of {organisation}. If you know {name}, say so \
                 there; the network's staff can decide as well:\n\n{link}\n"
            ),
        ),
        (
            format!("Mae {name} yn gofyn i ymuno â {organisation}"),
            format!(
                "Helo,\n\nMae {name} wedi gwneud cais i'r rhwydwaith fel un o {organisation}. Os ydych yn adnabod \
                 {name}, dywedwch hynny yno; gall staff y rhwydwaith benderfynu hefyd:\n\n{link}\n"
            ),
        ),
    )
}
