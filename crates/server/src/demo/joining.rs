//! Who may join the demo network: applications in each of their states, and libraries that staff are in touch with.

use api_types::growth::{NewProspectNote, ProspectPatch, ProspectStatus};
use api_types::membership::{
    Answers, Language, MessageKind, NewApplication, NewApplicationMessage, NewDecision, Outcome,
};
use domain::{Deps, Error, Result, growth, membership};
use serde::Deserialize;

use super::{DAY, Names, read, time_of};

#[derive(Deserialize)]
struct DemoApplication {
    name: String,
    email: String,
    telephone: Option<String>,
    language: Language,
    days_ago: i64,
    member_type: String,
    answers: serde_json::Map<String, serde_json::Value>,
    /// The member whose link brought the applicant.
    referral: Option<String>,
    /// What staff have asked the applicant, who has not answered yet.
    asked: Option<String>,
    /// What staff wrote when they approved it.
    approved: Option<String>,
    /// What staff wrote when they declined it.
    rejected: Option<String>,
}

#[derive(Deserialize)]
struct DemoProspect {
    library: String,
    status: ProspectStatus,
    next_step: String,
    in_days: Option<i64>,
    owner: Option<String>,
    notes: Vec<String>,
}

/// Makes the applications, and decides on those that are decided.
pub(super) async fn fill_applications(deps: &Deps, names: &Names) -> Result<usize> {
    let now = deps.clock.now();
    let staff = names.member("staff")?;
    let mut applications: Vec<DemoApplication> = read("applications.json")?;
    // Those that came first have the lower ids, as in life.
    applications.sort_by_key(|application| std::cmp::Reverse(application.days_ago));
    let count = applications.len();
    for (index, application) in applications.into_iter().enumerate() {
        let mut answers = application.answers;
        answers.insert("member_type".into(), application.member_type.into());
        let mut answers: Answers = serde_json::from_value(answers.into())
            .map_err(|error| Error::internal("reading the demo content", error))?;
        if let Answers::Library { library_id, library_name: Some(name), .. } = &mut answers {
            // One that has joined cannot be claimed: then it stays with the name that was typed.
            *library_id = names.libraries.get(name).copied().filter(|_| !names.joined.contains(name));
        }
        let referral = match &application.referral {
            Some(key) => Some(growth::get_my_referral(deps, names.member(key)?).await?.code),
            None => None,
        };
        let new = NewApplication {
            name: application.name,
            email: application.email,
            telephone: application.telephone.filter(|number| !number.is_empty()),
            language: application.language,
            answers,
            form_answers: Vec::new(),
            organisation_id: None,
            invitation: None,
            referral,
            draft: None,
            agrees: true,
        };
        let created_at = time_of(now, application.days_ago, index);
        let id = membership::create_submitted_application(deps, &new, created_at).await?;
        if let Some(body) = application.asked {
            let new = NewApplicationMessage { kind: MessageKind::Message, body, asks: true };
            membership::write_application_message(deps, staff, id, &new).await?;
        }
        for (outcome, message) in [(Outcome::Approved, application.approved), (Outcome::Rejected, application.rejected)]
        {
            if message.is_some() {
                membership::decide_application(deps, staff, id, &NewDecision { outcome, message }).await?;
            }
        }
    }
    Ok(count)
}

/// Writes what staff know of libraries that may join.
pub(super) async fn fill_prospects(deps: &Deps, names: &Names) -> Result<usize> {
    let now = deps.clock.now();
    let staff = names.member("staff")?;
    let prospects: Vec<DemoProspect> = read("prospects.json")?;
    for prospect in &prospects {
        let id = names.library(&prospect.library)?;
        let owner_id = match &prospect.owner {
            Some(key) => Some(Some(names.member(key)?.id)),
            None => None,
        };
        let day = prospect.in_days.map(|days| domain::clock::to_wire(now + days * DAY).date_naive());
        let patch = ProspectPatch {
            status: Some(prospect.status),
            next_step: Some(prospect.next_step.clone()),
            next_step_on: Some(day),
            owner_id,
        };
        growth::update_prospect(deps, id, 0, &patch).await?;
        for body in &prospect.notes {
            growth::add_prospect_note(deps, staff, id, &NewProspectNote { body: body.clone() }).await?;
        }
    }
    Ok(prospects.len())
}
