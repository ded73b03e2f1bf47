//! Applies for membership.

use api_types::LibraryId;
use api_types::membership::{Answers, NewApplication};
use entity::{application, library, member};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::accounts::email::Email;
use crate::accounts::{EVEN, Purpose, issue, may_mail};
use crate::admin;
use crate::constraint::is_unique_violation;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::membership::mails::{self, Envelope};
use crate::membership::organisation_number;
use crate::membership::queries::language_of;
use crate::outbox::{self, Event};
use crate::text;

/// An application with everything checked that does not depend on who is known.
pub(super) struct Checked {
    pub(super) name: String,
    pub(super) email: Email,
    pub(super) row: application::ActiveModel,
}

/// Takes an application and mails a link to confirm the address. Whoever has an account or an open
/// application gets another mail instead; the answer and its time are the same.
pub async fn submit_application(deps: &Deps, new: &NewApplication) -> Result<()> {
    let checked = check(deps, new).await?;
    let (result, ()) = tokio::join!(submit(deps, checked), tokio::time::sleep(EVEN));
    result
}

async fn submit(deps: &Deps, checked: Checked) -> Result<()> {
    let key = checked.email.key.clone();
    let network = admin::network_name(&deps.read).await?;
    let transaction = deps.begin().await?;
    let may_mail = may_mail(deps, &transaction, &key).await?;
    let member = member::Entity::find().filter(member::Column::EmailKey.eq(&key)).one(&transaction).await?;
    let open = open_application(&transaction, &key).await?;
    let mail = match (member, open) {
        (Some(member), _) => may_mail.then(|| {
            mails::already_known(&Envelope {
                base_url: &deps.options.base_url,
                network: &network,
                name: &member.name,
                email: &member.email,
                language: language_of(&member.language),
            })
        }),
        // What was sent first stays: the second sender need not be the same person.
        (None, Some(open)) if may_mail => Some(confirmation(deps, &transaction, &network, &open).await?),
        (None, Some(_)) => None,
        (None, None) => {
            let row = match checked.row.insert(&transaction).await {
                Ok(row) => row,
                // Another request with the same address was faster: it has sent the mail.
                Err(error)
                    if is_unique_violation(&error, &["uq_applications_open_email_key", "applications.email_key"]) =>
                {
                    return Ok(());
                }
                Err(error) => return Err(error.into()),
            };
            if may_mail { Some(confirmation(deps, &transaction, &network, &row).await?) } else { None }
        }
    };
    if let Some(mail) = mail {
        outbox::push(deps, &transaction, &Event::Mail(mail)).await?;
    }
    deps.commit(transaction).await
}

/// The application of an address that is neither decided nor withdrawn.
pub(super) async fn open_application<C: ConnectionTrait>(
    connection: &C,
    key: &str,
) -> Result<Option<application::Model>> {
    Ok(application::Entity::find()
        .filter(application::Column::EmailKey.eq(key))
        .filter(application::Column::Status.is_in(["awaiting_confirmation", "submitted"]))
        .one(connection)
        .await?)
}

/// The mail with a fresh link to confirm an application's address.
pub(super) async fn confirmation<C: ConnectionTrait>(
    deps: &Deps,
    connection: &C,
    network: &str,
    row: &application::Model,
) -> Result<crate::mail::Message> {
    let secret = issue(deps, connection, Purpose::ConfirmApplication(row.id)).await?;
    let to = Envelope {
        base_url: &deps.options.base_url,
        network,
        name: &row.name,
        email: &row.email,
        language: language_of(&row.language),
    };
    Ok(mails::confirmation(&to, &secret))
}

/// Checks an application and makes its row, which awaits confirmation.
pub(super) async fn check(deps: &Deps, new: &NewApplication) -> Result<Checked> {
    if !new.agrees {
        return Err(Error::field("agrees", "required", "Agree to the rules to apply."));
    }
    let name = text::line("name", &new.name)?;
    let email = Email::parse("email", &new.email)?;
    let telephone = text::optional_line("telephone", new.telephone.as_ref())?;
    let answers = clean(&new.answers)?;
    let (library_id, organisation) = organisation_of(deps, &answers).await?;
    let json = serde_json::to_string(&answers).map_err(|error| Error::internal("writing an application", error))?;
    let row = application::ActiveModel {
        name: Set(name.clone()),
        email: Set(email.address.clone()),
        email_key: Set(email.key.clone()),
        telephone: Set(telephone),
        language: Set(new.language.as_str().into()),
        member_type: Set(answers.member_type().into()),
        organisation: Set(organisation),
        answers: Set(json),
        library_id: Set(library_id),
        member_id: Set(None),
        status: Set("awaiting_confirmation".into()),
        created_at: Set(deps.clock.now()),
        confirmed_at: Set(None),
        decided_at: Set(None),
        decided_by: Set(None),
        message: Set(None),
        ..Default::default()
    };
    Ok(Checked { name, email, row })
}

/// The library that is claimed, and what to call it, the council or the body.
async fn organisation_of(deps: &Deps, answers: &Answers) -> Result<(Option<i64>, String)> {
    match answers {
        Answers::Library { library_id: Some(LibraryId(id)), .. } => {
            let found = library::Entity::find_by_id(*id).one(&deps.read).await?;
            let Some(library) = found else {
                return Err(Error::field(
                    "answers.library_id",
                    "unknown",
                    "This library is not in the register. Search for it again, or type its name.",
                ));
            };
            if library.organisation_id.is_some() {
                return Err(Error::field(
                    "answers.library_id",
                    "claimed",
                    "This library has joined already. If you belong to it, type its name instead of choosing it: \
                     staff will put you together.",
                ));
            }
            Ok((Some(library.id), library.name))
        }
        Answers::Library { library_name: Some(name), .. } => Ok((None, name.clone())),
        Answers::Library { .. } => {
            Err(Error::field("answers.library_name", "required", "Choose your library, or type its name."))
        }
        Answers::Exploring { library_name, .. } => Ok((None, library_name.clone().unwrap_or_default())),
        Answers::Council { council, .. } => Ok((None, council.clone())),
        Answers::Body { organisation, .. } => Ok((None, organisation.clone())),
    }
}

/// The answers with their texts tidied.
fn clean(answers: &Answers) -> Result<Answers> {
    let line = |field: &str, text: &Option<String>| text::optional_line(&format!("answers.{field}"), text.as_ref());
    let org_id = |field: &str, typed: &Option<String>| {
        line(field, typed)?
            .map(|number| {
                organisation_number::parse(&number)
                    .map_err(|message| Error::field(&format!("answers.{field}"), "invalid", &message))
            })
            .transpose()
    };
    Ok(match answers {
        Answers::Library { library_id, library_name, part, charity_number } => Answers::Library {
            library_id: *library_id,
            library_name: line("library_name", library_name)?,
            part: *part,
            charity_number: org_id("charity_number", charity_number)?,
        },
        Answers::Exploring { library_name, stage, help } => Answers::Exploring {
            library_name: line("library_name", library_name)?,
            stage: *stage,
            help: match help {
                Some(help) if !help.trim().is_empty() => Some(text::lines("answers.help", help)?),
                _ => None,
            },
        },
        Answers::Council { council, job_title, library_count } => Answers::Council {
            council: text::line("answers.council", council)?,
            job_title: text::line("answers.job_title", job_title)?,
            library_count: *library_count,
        },
        Answers::Body { organisation, number, offer, sells } => Answers::Body {
            organisation: text::line("answers.organisation", organisation)?,
            number: org_id("number", number)?,
            offer: text::lines("answers.offer", offer)?,
            sells: *sells,
        },
    })
}
