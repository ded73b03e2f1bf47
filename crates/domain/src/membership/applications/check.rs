//! Checking what an applicant sends, and making the row of it.

use std::collections::HashMap;

use api_types::membership::{Answers, FormQuestionKind, LibraryPlace, NewApplication, NewFormAnswer};
use api_types::{FormQuestionId, LibraryId, OrganisationId};
use entity::{application, application_answer, form_question, invitation, library, organisation};
use sea_orm::{ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::queries::{entry_of, options_of};
use crate::accounts::email::Email;
use crate::deps::Deps;
use crate::error::{Error, Result};
use crate::growth::member_of_code;
use crate::membership::invitation::find_invitation;
use crate::membership::{organisation_number, register};
use crate::text;

/// An application with everything checked that does not depend on who is known.
pub(super) struct Checked {
    pub(super) name: String,
    pub(super) email: Email,
    pub(super) row: application::ActiveModel,
    /// The answers to the network's own questions: the question's id, its words, the answer.
    pub(super) form_answers: Vec<(i64, String, String)>,
}

/// What the application is for.
struct Subject {
    library_id: Option<i64>,
    organisation_id: Option<i64>,
    nation: Option<String>,
    /// What to call it.
    name: String,
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
    let subject = subject_of(deps, &answers, new.organisation_id).await?;
    let form_answers = form_answers(deps, &answers, &new.form_answers, new.language.as_str() == "cy").await?;
    let invitation = match &new.invitation {
        Some(secret) => usable_invitation(deps, secret).await?,
        None => None,
    };
    let referred_by = match (&invitation, &new.referral) {
        (Some(invitation), _) => Some(invitation.invited_by),
        (None, Some(code)) => member_of_code(&deps.read, code).await?,
        (None, None) => None,
    };
    let json = serde_json::to_string(&answers).map_err(|error| Error::internal("writing an application", error))?;
    let row = application::ActiveModel {
        id: NotSet,
        search_text: Set(text::fold(&format!("{name} {} {}", subject.name, email.address))),
        name: Set(name.clone()),
        email: Set(email.address.clone()),
        email_key: Set(email.key.clone()),
        telephone: Set(telephone),
        language: Set(new.language.as_str().into()),
        member_type: Set(answers.member_type().into()),
        organisation: Set(subject.name),
        answers: Set(json),
        library_id: Set(subject.library_id),
        member_id: Set(None),
        status: Set("awaiting_confirmation".into()),
        created_at: Set(deps.clock.now()),
        confirmed_at: Set(None),
        decided_at: Set(None),
        decided_by: Set(None),
        message: Set(None),
        organisation_id: Set(subject.organisation_id),
        invitation_id: Set(invitation.map(|invitation| invitation.id)),
        referred_by: Set(referred_by),
        assigned_to: Set(None),
        nation: Set(subject.nation),
        message_count: Set(0),
        submitted_at: Set(None),
        duplicate_score: Set(0),
    };
    Ok(Checked { name, email, row, form_answers })
}

/// Writes the answers to the network's own questions, as part of a transaction.
pub(super) async fn write_form_answers<C: ConnectionTrait>(
    connection: &C,
    application_id: i64,
    answers: Vec<(i64, String, String)>,
) -> Result<()> {
    if answers.is_empty() {
        return Ok(());
    }
    let rows = answers.into_iter().map(|(question_id, question, answer)| application_answer::ActiveModel {
        application_id: Set(application_id),
        question_id: Set(question_id),
        question: Set(question),
        answer: Set(answer),
    });
    application_answer::Entity::insert_many(rows).exec_without_returning(connection).await?;
    Ok(())
}

/// The invitation of a secret, while it is good and for somebody who brings an organisation of their own.
async fn usable_invitation(deps: &Deps, secret: &str) -> Result<Option<invitation::Model>> {
    match find_invitation(deps, &deps.read, secret).await {
        Ok(found) => Ok(Some(found).filter(|found| found.organisation_id.is_none())),
        Err(Error::LinkExpired) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What is applied for: an organisation of the network to join, a library of the register, or what was typed.
async fn subject_of(deps: &Deps, answers: &Answers, joins: Option<OrganisationId>) -> Result<Subject> {
    if let Some(OrganisationId(id)) = joins {
        let found = organisation::Entity::find_by_id(id).one(&deps.read).await?.ok_or_else(|| {
            Error::field("organisation_id", "unknown", "This organisation is not in the network. Search for it again.")
        })?;
        return Ok(Subject {
            library_id: None,
            organisation_id: Some(found.id),
            nation: found.nation,
            name: found.name,
        });
    }
    let named = |name: String| Subject { library_id: None, organisation_id: None, nation: None, name };
    Ok(match answers {
        Answers::Library { library_id: Some(LibraryId(id)), .. } => {
            // One that a member has added and staff have not confirmed is known to nobody else.
            let found = library::Entity::find_by_id(*id).filter(library::Column::IsConfirmed.eq(true));
            let library = found.one(&deps.read).await?.ok_or_else(|| {
                Error::field(
                    "answers.library_id",
                    "unknown",
                    "This library is not in the register. Search for it again, or type its name.",
                )
            })?;
            claim(library, "answers.library_id")?
        }
        Answers::Library { library_name: Some(name), place: Some(place), .. } => {
            // The register may have it after all: then it is that one which is claimed.
            let key = entry_of(name, place).key();
            let known = library::Entity::find().filter(library::Column::RegisterKey.eq(key)).one(&deps.read).await?;
            match known {
                Some(library) => claim(library, "answers.library_name")?,
                None => Subject { nation: Some(place.nation.as_str().to_owned()), ..named(name.clone()) },
            }
        }
        Answers::Library { library_name: Some(name), place: None, .. } => named(name.clone()),
        Answers::Library { .. } => {
            return Err(Error::field("answers.library_name", "required", "Choose your library, or type its name."));
        }
        Answers::Exploring { library_name, .. } => named(library_name.clone().unwrap_or_default()),
        Answers::Council { council, .. } => named(council.clone()),
        Answers::Body { organisation, .. } => named(organisation.clone()),
    })
}

/// A library of the register that is claimed; one that has joined or closed is not.
fn claim(library: library::Model, field: &str) -> Result<Subject> {
    if library.organisation_id.is_some() {
        return Err(Error::field(
            field,
            "claimed",
            "This library has joined already. If you belong to it, ask to join the organisation that runs it.",
        ));
    }
    if library.is_closed {
        return Err(Error::field(
            field,
            "closed",
            "The register says that this library has closed. Write to the network if it is open.",
        ));
    }
    Ok(Subject {
        library_id: Some(library.id),
        organisation_id: None,
        nation: Some(library.nation),
        name: library.name,
    })
}

/// The answers to the network's own questions, checked against what is asked now.
async fn form_answers(
    deps: &Deps,
    answers: &Answers,
    given: &[NewFormAnswer],
    is_welsh: bool,
) -> Result<Vec<(i64, String, String)>> {
    let questions = form_question::Entity::find()
        .filter(form_question::Column::MemberType.eq(answers.member_type()))
        .filter(form_question::Column::IsRetired.eq(false))
        .all(&deps.read)
        .await?;
    let mut given: HashMap<FormQuestionId, &str> =
        given.iter().map(|answer| (answer.question_id, answer.answer.as_str())).collect();
    let mut checked = Vec::new();
    for question in questions {
        let field = format!("form_answers.{}", question.id);
        let answer = given.remove(&FormQuestionId(question.id)).unwrap_or_default().trim();
        let kind = FormQuestionKind::named(&question.kind).unwrap_or(FormQuestionKind::Text);
        if answer.is_empty() {
            if question.is_required {
                return Err(Error::field(&field, "required", "Answer this question."));
            }
            continue;
        }
        let answer = match kind {
            FormQuestionKind::Text => text::line(&field, answer)?,
            FormQuestionKind::LongText => text::lines(&field, answer)?,
            FormQuestionKind::Choice => {
                if !options_of(&question).iter().any(|option| option.en == answer) {
                    return Err(Error::field(&field, "invalid", "Choose one of the options."));
                }
                answer.to_owned()
            }
            FormQuestionKind::YesNo => match (answer, question.is_required) {
                ("yes", _) | ("no", false) => answer.to_owned(),
                ("no", true) => return Err(Error::field(&field, "required", "Agree to this to apply.")),
                _ => return Err(Error::field(&field, "invalid", "Answer yes or no.")),
            },
        };
        let label = if is_welsh && !question.label_cy.is_empty() { question.label_cy } else { question.label_en };
        checked.push((question.id, label, answer));
    }
    // What was answered but is not asked any more is left out: the form was opened before it changed.
    Ok(checked)
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
        Answers::Library { library_id, library_name, part, place, charity_number } => Answers::Library {
            library_id: *library_id,
            library_name: line("library_name", library_name)?,
            part: *part,
            place: place.as_ref().map(clean_place).transpose()?,
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

fn clean_place(place: &LibraryPlace) -> Result<LibraryPlace> {
    let line = |field: &str, text: &String| {
        Ok::<_, Error>(text::optional_line(&format!("answers.place.{field}"), Some(text))?.unwrap_or_default())
    };
    Ok(LibraryPlace {
        nation: place.nation,
        address: line("address", &place.address)?,
        postcode: register::postcode(&place.postcode)
            .map_err(|message| Error::field("answers.place.postcode", "invalid", &message))?,
        authority: line("authority", &place.authority)?,
    })
}
