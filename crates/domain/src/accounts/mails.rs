//! The mails about accounts, in English and Welsh.

use entity::member;

use crate::mail::Message;

/// A mail to a member, in the member's language.
pub(super) fn to(member: &member::Model, english: (&str, String), welsh: (&str, String)) -> Message {
    let (subject, text) = if member.language == "cy" { welsh } else { english };
    Message { name: member.name.clone(), email: member.email.clone(), subject: subject.into(), text, unsubscribe: None }
}

/// The link to set a new password.
pub(crate) fn password_reset(base_url: &str, member: &member::Model, secret: &str) -> Message {
    let link = format!("{base_url}/reset-password#token={secret}");
    to(
        member,
        (
            "Set a new password",
            format!(
                "Hello,\n\nSomebody, probably you, asked for a link to set a new password. Open it within 60 minutes; \
                 it works once:\n\n{link}\n\nIf it was not you, you need not do anything: your password stays as it is.\n"
            ),
        ),
        (
            "Gosod cyfrinair newydd",
            format!(
                "Helo,\n\nGofynnodd rhywun, chi mae'n debyg, am ddolen i osod cyfrinair newydd. Agorwch hi o fewn 60 \
                 munud; mae'n gweithio unwaith:\n\n{link}\n\nOs nad chi oedd, does dim angen gwneud dim: mae eich \
                 cyfrinair yn aros fel y mae.\n"
            ),
        ),
    )
}

/// Tells that a session was ended because its token was used twice.
pub(crate) fn session_ended(base_url: &str, member: &member::Model) -> Message {
    let link = format!("{base_url}/sign-in");
    to(
        member,
        (
            "One of your sessions was ended",
            format!(
                "Hello,\n\nOne of your sessions was continued from two places, as happens when somebody has copied it. \
                 To be safe it has been ended. Please sign in again:\n\n{link}\n\nIf you did not expect this, change \
                 your password and sign out everywhere.\n"
            ),
        ),
        (
            "Daeth un o'ch sesiynau i ben",
            format!(
                "Helo,\n\nCafodd un o'ch sesiynau ei pharhau o ddau le, fel sy'n digwydd pan fydd rhywun wedi ei \
                 chopïo. I fod yn ddiogel, mae wedi dod i ben. Mewngofnodwch eto:\n\n{link}\n\nOs nad oeddech yn \
                 disgwyl hyn, newidiwch eich cyfrinair ac allgofnodwch ym mhobman.\n"
            ),
        ),
    )
}

/// The link that signs in.
pub(crate) fn sign_in_link(base_url: &str, member: &member::Model, secret: &str) -> Message {
    let link = format!("{base_url}/account/sign-in#token={secret}");
    to(
        member,
        (
            "Your link to sign in",
            format!(
                "Hello,\n\nSomebody, probably you, asked for a link to sign in. Open it within 15 minutes; it works \
                 once:\n\n{link}\n\nIf it was not you, you need not do anything. Don't pass the link on: whoever has \
                 it can sign in as you.\n"
            ),
        ),
        (
            "Eich dolen i fewngofnodi",
            format!(
                "Helo,\n\nGofynnodd rhywun, chi mae'n debyg, am ddolen i fewngofnodi. Agorwch hi o fewn 15 munud; mae'n \
                 gweithio unwaith:\n\n{link}\n\nOs nad chi oedd, does dim angen gwneud dim. Peidiwch â rhannu'r \
                 ddolen: gall pwy bynnag sydd â hi fewngofnodi fel chi.\n"
            ),
        ),
    )
}

/// Asks whether the address may be changed to another one; goes to the present one.
pub(crate) fn confirm_old_address(base_url: &str, member: &member::Model, new: &str, secret: &str) -> Message {
    let link = format!("{base_url}/account/email#token={secret}");
    to(
        member,
        (
            "Confirm that your email address may change",
            format!(
                "Hello,\n\nSomebody, probably you, asked to change the email address of your account to {new}. To \
                 agree, open this link within 24 hours; it works once:\n\n{link}\n\nThe new address gets a link of its \
                 own; it takes both. If it was not you, don't open the link, and change your password: somebody is \
                 signed in as you.\n"
            ),
        ),
        (
            "Cadarnhewch y caiff eich cyfeiriad e-bost newid",
            format!(
                "Helo,\n\nGofynnodd rhywun, chi mae'n debyg, am newid cyfeiriad e-bost eich cyfrif i {new}. I gytuno, \
                 agorwch y ddolen hon o fewn 24 awr; mae'n gweithio unwaith:\n\n{link}\n\nMae'r cyfeiriad newydd yn cael \
                 ei ddolen ei hun; mae angen y ddwy. Os nad chi oedd, peidiwch ag agor y ddolen, a newidiwch eich \
                 cyfrinair: mae rhywun wedi mewngofnodi fel chi.\n"
            ),
        ),
    )
}

/// Asks whether the address is the member's; goes to the new one.
pub(crate) fn confirm_new_address(base_url: &str, member: &member::Model, new: &str, secret: &str) -> Message {
    let link = format!("{base_url}/account/email#token={secret}");
    let message = to(
        member,
        (
            "Confirm your new email address",
            format!(
                "Hello,\n\nSomebody, probably you, asked to use this address for their account. To confirm that it is \
                 yours, open this link within 24 hours; it works once:\n\n{link}\n\nThe address until now gets a link \
                 of its own; it takes both. If it was not you, you need not do anything.\n"
            ),
        ),
        (
            "Cadarnhewch eich cyfeiriad e-bost newydd",
            format!(
                "Helo,\n\nGofynnodd rhywun, chi mae'n debyg, am ddefnyddio'r cyfeiriad hwn ar gyfer eu cyfrif. I \
                 gadarnhau mai eich cyfeiriad chi yw hwn, agorwch y ddolen hon o fewn 24 awr; mae'n gweithio \
                 unwaith:\n\n{link}\n\nMae'r cyfeiriad presennol yn cael ei ddolen ei hun; mae angen y ddwy. Os nad chi \
                 oedd, does dim angen gwneud dim.\n"
            ),
        ),
    );
    Message { email: new.to_owned(), ..message }
}
