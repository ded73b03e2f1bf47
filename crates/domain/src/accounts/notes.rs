//! Notes about changes to an account, in English and Welsh: whoever did not make the change learns of it.

use entity::member;

use super::mails::to;
use crate::mail::Message;

/// What happened, and what to do if it was not oneself.
fn note(base_url: &str, who: &member::Model, english: (&str, &str), welsh: (&str, &str)) -> Message {
    let link = format!("{base_url}/forgotten-password");
    to(
        who,
        (
            english.0,
            format!(
                "Hello,\n\n{}\n\nIf it was you, you need not do anything. If not, somebody else may be using your \
                 account: set a new password at once, which signs out all devices, and tell us.\n\n{link}\n",
                english.1
            ),
        ),
        (
            welsh.0,
            format!(
                "Helo,\n\n{}\n\nOs mai chi oedd, does dim angen gwneud dim. Os na, efallai fod rhywun arall yn \
                 defnyddio eich cyfrif: gosodwch gyfrinair newydd ar unwaith, sy'n allgofnodi pob dyfais, a rhowch \
                 wybod i ni.\n\n{link}\n",
                welsh.1
            ),
        ),
    )
}

/// Codes are asked for at sign-in from now on.
pub(super) fn second_factor_on(base_url: &str, who: &member::Model) -> Message {
    note(
        base_url,
        who,
        (
            "Signing in now takes a second step",
            "Signing in to your account now takes a code from your authenticator app as well. Keep the recovery codes \
             in a safe place.",
        ),
        (
            "Mae ail gam wrth fewngofnodi bellach",
            "Mae angen cod o'ch ap dilysu hefyd wrth fewngofnodi i'ch cyfrif bellach. Cadwch y codau adfer mewn lle \
             diogel.",
        ),
    )
}

/// Codes are asked for no more.
pub(super) fn second_factor_off(base_url: &str, who: &member::Model) -> Message {
    note(
        base_url,
        who,
        (
            "The second step was switched off",
            "The second step of signing in to your account was switched off: the password is enough again.",
        ),
        (
            "Cafodd yr ail gam ei ddiffodd",
            "Cafodd yr ail gam wrth fewngofnodi i'ch cyfrif ei ddiffodd: mae'r cyfrinair yn ddigon eto.",
        ),
    )
}

/// A recovery code was used.
pub(super) fn recovery_code_used(base_url: &str, who: &member::Model) -> Message {
    note(
        base_url,
        who,
        ("A recovery code was used", "One of your recovery codes was used to sign in to your account."),
        ("Defnyddiwyd cod adfer", "Defnyddiwyd un o'ch codau adfer i fewngofnodi i'ch cyfrif."),
    )
}

/// The recovery codes before are good no more.
pub(super) fn recovery_codes_renewed(base_url: &str, who: &member::Model) -> Message {
    note(
        base_url,
        who,
        ("You have new recovery codes", "New recovery codes were made for your account. The ones before work no more."),
        (
            "Mae gennych godau adfer newydd",
            "Crëwyd codau adfer newydd i'ch cyfrif. Nid yw'r rhai blaenorol yn gweithio mwyach.",
        ),
    )
}

/// A passkey was added.
pub(super) fn passkey_added(base_url: &str, who: &member::Model) -> Message {
    note(
        base_url,
        who,
        ("A passkey was added", "A passkey was added to your account. It signs in without a password."),
        (
            "Ychwanegwyd allwedd fynediad",
            "Ychwanegwyd allwedd fynediad at eich cyfrif. Mae'n mewngofnodi heb gyfrinair.",
        ),
    )
}

/// A passkey was deleted.
pub(super) fn passkey_deleted(base_url: &str, who: &member::Model) -> Message {
    note(
        base_url,
        who,
        ("A passkey was deleted", "A passkey was deleted from your account. It signs in no more."),
        ("Dilëwyd allwedd fynediad", "Dilëwyd allwedd fynediad o'ch cyfrif. Nid yw'n mewngofnodi mwyach."),
    )
}

/// The address is another one now; goes to the one before, which cannot sign in any more.
pub(super) fn address_changed(base_url: &str, before: &member::Model) -> Message {
    to(
        before,
        (
            "Your email address was changed",
            format!(
                "Hello,\n\nThe email address of your account was changed, as was confirmed with links sent to this \
                 address and to the new one. Mail goes to the new one from now on; other devices were signed out.\n\n\
                 If it was not you, tell us at once:\n\n{base_url}\n"
            ),
        ),
        (
            "Newidiwyd eich cyfeiriad e-bost",
            format!(
                "Helo,\n\nNewidiwyd cyfeiriad e-bost eich cyfrif, fel y cadarnhawyd gyda dolenni a anfonwyd i'r \
                 cyfeiriad hwn ac i'r un newydd. Bydd post yn mynd i'r un newydd o hyn ymlaen; allgofnodwyd dyfeisiau \
                 eraill.\n\nOs nad chi oedd, rhowch wybod i ni ar unwaith:\n\n{base_url}\n"
            ),
        ),
    )
}

/// Somebody wants this address for their account, which is a member's already.
pub(super) fn address_wanted(base_url: &str, owner: &member::Model) -> Message {
    to(
        owner,
        (
            "Somebody gave your email address as theirs",
            format!(
                "Hello,\n\nSomebody asked to change the email address of another account to this one. It is the address \
                 of your account already, so nothing was changed, and you need not do anything.\n\nIf it was you, and \
                 you have two accounts, tell us:\n\n{base_url}\n"
            ),
        ),
        (
            "Rhoddodd rhywun eich cyfeiriad e-bost fel eu cyfeiriad nhw",
            format!(
                "Helo,\n\nGofynnodd rhywun am newid cyfeiriad e-bost cyfrif arall i'r un hwn. Hwn yw cyfeiriad eich \
                 cyfrif chi eisoes, felly ni newidiwyd dim, a does dim angen gwneud dim.\n\nOs mai chi oedd, a bod \
                 gennych ddau gyfrif, rhowch wybod i ni:\n\n{base_url}\n"
            ),
        ),
    )
}
