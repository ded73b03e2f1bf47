//! The mails about accounts, in English and Welsh.

use entity::member;

use crate::mail::Message;

fn to(member: &member::Model, english: (&str, String), welsh: (&str, String)) -> Message {
    let (subject, text) = if member.language == "cy" { welsh } else { english };
    Message { name: member.name.clone(), email: member.email.clone(), subject: subject.into(), text }
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
