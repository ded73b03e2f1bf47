//! What an application may be a double of: other applications, members and organisations, each scored, with reasons.
//!
//! Candidates are found in three queries by what they share (address, library, number, a word of a name); how alike
//! they are is then told here.

use std::collections::HashSet;

use api_types::membership::{Answers, DuplicateHint, DuplicateReason};
use api_types::{ApplicationId, MemberId, OrganisationId};
use entity::{application, library, member, organisation};
use sea_orm::sea_query::LikeExpr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::queries::answers_of;
use crate::deps::Deps;
use crate::error::Result;
use crate::membership::listing::contains;
use crate::membership::people;
use crate::text;

/// From this score on an application counts as a likely double, which no rule approves.
pub(super) const LIKELY: i32 = 60;
/// Below this score nothing is said.
const SHOWN: i32 = 35;
/// How many hints are shown.
const HINTS: usize = 20;
/// How many candidates of a kind are looked at.
const CANDIDATES: u64 = 200;

/// Domains where anybody gets an address, and those reserved for examples (RFC 2606): two people there need not know
/// each other.
const PUBLIC_DOMAINS: [&str; 34] = [
    "aol.com",
    "blueyonder.co.uk",
    "btinternet.com",
    "example.com",
    "example.net",
    "example.org",
    "fastmail.com",
    "gmail.com",
    "gmx.co.uk",
    "gmx.com",
    "googlemail.com",
    "hotmail.co.uk",
    "hotmail.com",
    "icloud.com",
    "live.co.uk",
    "live.com",
    "mac.com",
    "mail.com",
    "me.com",
    "msn.com",
    "ntlworld.com",
    "outlook.com",
    "plus.com",
    "proton.me",
    "protonmail.com",
    "sky.com",
    "talktalk.net",
    "tiscali.co.uk",
    "uwclub.net",
    "virginmedia.com",
    "yahoo.co.uk",
    "yahoo.com",
    "ymail.com",
    "zoho.com",
];

/// Words that many organisations have in their names.
const COMMON_WORDS: [&str; 24] = [
    "and",
    "association",
    "centre",
    "charity",
    "cic",
    "cio",
    "community",
    "council",
    "cymunedol",
    "friends",
    "group",
    "hub",
    "learning",
    "libraries",
    "library",
    "limited",
    "llyfrgell",
    "ltd",
    "management",
    "partnership",
    "society",
    "the",
    "trust",
    "volunteers",
];

/// What is compared.
#[derive(Debug, Default)]
struct Party {
    name: String,
    organisation: String,
    email_key: String,
    telephone: String,
    library_id: Option<i64>,
    org_id: Option<String>,
}

/// Whether anybody may get an address in a domain.
pub(super) fn is_public_domain(domain: &str) -> bool {
    PUBLIC_DOMAINS.contains(&domain)
}

fn domain_of(email_key: &str) -> Option<&str> {
    email_key.rsplit_once('@').map(|(_, domain)| domain).filter(|domain| !is_public_domain(domain))
}

fn digits(telephone: &str) -> String {
    let digits: String = telephone.chars().filter(char::is_ascii_digit).collect();
    // 0044 1632 and 01632 are one number.
    digits.strip_prefix("0044").or_else(|| digits.strip_prefix("44")).map_or(digits.clone(), |rest| format!("0{rest}"))
}

/// The words of an organisation's name that tell it from others.
fn telling_words(name: &str) -> Vec<String> {
    text::fold(name)
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 && !COMMON_WORDS.contains(word))
        .map(str::to_owned)
        .collect()
}

/// How alike two names are, 0 to 1 (Jaro-Winkler).
fn likeness(one: &str, other: &str) -> f64 {
    if one.is_empty() || other.is_empty() { 0.0 } else { strsim::jaro_winkler(one, other) }
}

/// How likely two parties are one, in percent, and why.
fn compare(one: &Party, other: &Party) -> (i32, Vec<DuplicateReason>) {
    let mut reasons = Vec::new();
    let mut differ = 1.0_f64;
    let mut because = |reason, percent: f64| {
        reasons.push(reason);
        differ *= 1.0 - percent / 100.0;
    };
    if !one.email_key.is_empty() && one.email_key == other.email_key {
        because(DuplicateReason::SameEmail, 95.0);
    } else if domain_of(&one.email_key).is_some() && domain_of(&one.email_key) == domain_of(&other.email_key) {
        because(DuplicateReason::SameDomain, 40.0);
    }
    if one.library_id.is_some() && one.library_id == other.library_id {
        because(DuplicateReason::SameLibrary, 80.0);
    }
    if one.org_id.is_some() && one.org_id == other.org_id {
        because(DuplicateReason::SameNumber, 85.0);
    }
    let telephone = digits(&one.telephone);
    if telephone.len() >= 8 && telephone == digits(&other.telephone) {
        because(DuplicateReason::SameTelephone, 60.0);
    }
    let (here, there) = (telling_words(&one.organisation).join(" "), telling_words(&other.organisation).join(" "));
    match likeness(&here, &there) {
        alike if alike >= 0.97 => because(DuplicateReason::SimilarOrganisation, 65.0),
        alike if alike >= 0.90 => because(DuplicateReason::SimilarOrganisation, 45.0),
        _ => {}
    }
    match likeness(&text::fold(&one.name), &text::fold(&other.name)) {
        alike if alike >= 0.98 => because(DuplicateReason::SimilarName, 50.0),
        alike if alike >= 0.93 => because(DuplicateReason::SimilarName, 30.0),
        _ => {}
    }
    #[allow(clippy::cast_possible_truncation, reason = "a percentage")]
    let score = ((1.0 - differ) * 100.0).round() as i32;
    (score, reasons)
}

fn number_of(answers: &Answers) -> Option<String> {
    match answers {
        Answers::Library { charity_number, .. } => charity_number.clone(),
        Answers::Body { number, .. } => number.clone(),
        Answers::Exploring { .. } | Answers::Council { .. } => None,
    }
}

fn party(row: &application::Model) -> Party {
    Party {
        name: row.name.clone(),
        organisation: row.organisation.clone(),
        email_key: row.email_key.clone(),
        telephone: row.telephone.clone().unwrap_or_default(),
        library_id: row.library_id,
        org_id: answers_of(row).ok().as_ref().and_then(number_of),
    }
}

/// What an application may be a double of, the likeliest first.
pub(super) async fn find(deps: &Deps, row: &application::Model) -> Result<Vec<DuplicateHint>> {
    let this = party(row);
    let words = telling_words(&row.organisation);
    let surname = text::fold(&row.name).split_whitespace().last().unwrap_or_default().to_owned();
    let runs = match row.library_id {
        Some(id) => library::Entity::find_by_id(id).one(&deps.read).await?.and_then(|library| library.organisation_id),
        None => None,
    };
    let mut hints = Vec::new();
    let hint = |score: (i32, Vec<DuplicateReason>), name: &str, organisation: &str| {
        (score.0 >= SHOWN).then(|| DuplicateHint {
            score: score.0,
            reasons: score.1,
            name: name.to_owned(),
            organisation: organisation.to_owned(),
            application_id: None,
            member_id: None,
            organisation_id: None,
        })
    };

    // The member that another application here led to is not named a second time.
    let mut known: HashSet<i64> = row.member_id.into_iter().collect();
    for other in like_applications(deps, row, &this, &words, &surname).await? {
        if let Some(found) = hint(compare(&this, &party(&other)), &other.name, &other.organisation) {
            known.extend(other.member_id);
            hints.push(DuplicateHint {
                application_id: Some(ApplicationId(other.id)),
                member_id: other.member_id.map(MemberId),
                ..found
            });
        }
    }
    let members = like_members(deps, row, &surname).await?;
    let shown = people::summaries(&deps.read, members.iter().map(|member| member.id)).await?;
    for member in members.iter().filter(|member| !known.contains(&member.id)) {
        let organisation = shown.get(&member.id).and_then(|one| one.organisation.clone()).unwrap_or_default();
        let other = Party {
            name: member.name.clone(),
            organisation: organisation.clone(),
            email_key: member.email_key.clone(),
            ..Party::default()
        };
        if let Some(found) = hint(compare(&this, &other), &member.name, &organisation) {
            hints.push(DuplicateHint { member_id: Some(MemberId(member.id)), ..found });
        }
    }
    // Whoever asks to join an organisation knows that it is there.
    if row.organisation_id.is_none() {
        for other in like_organisations(deps, &this, &words, runs).await? {
            let there = Party {
                organisation: other.name.clone(),
                library_id: this.library_id.filter(|_| runs == Some(other.id)),
                org_id: other.org_id.clone(),
                ..Party::default()
            };
            if let Some(found) = hint(compare(&this, &there), &other.name, "") {
                hints.push(DuplicateHint { organisation_id: Some(OrganisationId(other.id)), ..found });
            }
        }
    }
    hints.sort_by_key(|hint| std::cmp::Reverse(hint.score));
    hints.truncate(HINTS);
    Ok(hints)
}

fn with_words<C: ColumnTrait>(mut any: Condition, column: C, words: &[String]) -> Condition {
    for word in words.iter().take(4) {
        any = any.add(column.like(LikeExpr::new(contains(word)).escape('!')));
    }
    any
}

async fn like_applications(
    deps: &Deps,
    row: &application::Model,
    this: &Party,
    words: &[String],
    surname: &str,
) -> Result<Vec<application::Model>> {
    let mut any = Condition::any().add(application::Column::EmailKey.eq(&row.email_key));
    if let Some(domain) = domain_of(&row.email_key) {
        any = any.add(application::Column::EmailKey.ends_with(format!("@{domain}")));
    }
    if let Some(id) = row.library_id {
        any = any.add(application::Column::LibraryId.eq(id));
    }
    if let Some(number) = &this.org_id {
        any = any.add(application::Column::Answers.contains(format!("\"{number}\"")));
    }
    any = with_words(any, application::Column::SearchText, words);
    if !surname.is_empty() {
        any = any.add(application::Column::SearchText.like(LikeExpr::new(contains(surname)).escape('!')));
    }
    Ok(application::Entity::find()
        .filter(application::Column::Id.ne(row.id))
        .filter(application::Column::Status.is_not_in(["draft", "withdrawn"]))
        .filter(any)
        .order_by_desc(application::Column::Id)
        .limit(CANDIDATES)
        .all(&deps.read)
        .await?)
}

async fn like_members(deps: &Deps, row: &application::Model, surname: &str) -> Result<Vec<member::Model>> {
    let mut any = Condition::any().add(member::Column::EmailKey.eq(&row.email_key));
    if let Some(domain) = domain_of(&row.email_key) {
        any = any.add(member::Column::EmailKey.ends_with(format!("@{domain}")));
    }
    if !surname.is_empty() {
        any = any.add(member::Column::SearchText.like(LikeExpr::new(contains(surname)).escape('!')));
    }
    Ok(member::Entity::find()
        .filter(member::Column::Role.ne("applicant"))
        .filter(any)
        .order_by_desc(member::Column::Id)
        .limit(CANDIDATES)
        .all(&deps.read)
        .await?)
}

async fn like_organisations(
    deps: &Deps,
    this: &Party,
    words: &[String],
    runs: Option<i64>,
) -> Result<Vec<organisation::Model>> {
    let mut any = with_words(Condition::any(), organisation::Column::SearchText, words);
    if let Some(id) = runs {
        any = any.add(organisation::Column::Id.eq(id));
    }
    if let Some(number) = &this.org_id {
        any = any.add(organisation::Column::OrgId.eq(number));
    }
    if any.is_empty() {
        return Ok(Vec::new());
    }
    Ok(organisation::Entity::find()
        .filter(any)
        .order_by_desc(organisation::Column::Id)
        .limit(CANDIDATES)
        .all(&deps.read)
        .await?)
}

#[cfg(test)]
mod tests {
    use super::{Party, compare};
    use api_types::membership::DuplicateReason;

    fn party(name: &str, organisation: &str, email: &str) -> Party {
        Party { name: name.into(), organisation: organisation.into(), email_key: email.into(), ..Party::default() }
    }

    #[test]
    fn names_that_share_only_common_words_are_not_alike() {
        let one = party("Sunita Rao", "Fenwick Hill Community Library", "sunita@gmail.com");
        let other = party("Gwen Parry", "Skelby Community Library", "gwen@gmail.com");
        assert_eq!(compare(&one, &other).0, 0);
    }

    #[test]
    fn the_same_library_under_another_name_is_alike() {
        let one = party("Sunita Rao", "Fenwick Hill Community Library", "sunita@gmail.com");
        let other = party("Brian Ames", "Friends of Fenwick Hill Library", "brian@outlook.com");
        let (score, reasons) = compare(&one, &other);
        assert!(score >= 60, "{score}");
        assert_eq!(reasons, [DuplicateReason::SimilarOrganisation]);
    }

    #[test]
    fn reasons_add_up() {
        let one = party("Sunita Rao", "Fenwick Hill Library", "sunita@fenwick.org.uk");
        let other = party("Sunita Rao", "Fenwick Hill Library", "rao@fenwick.org.uk");
        assert!(compare(&one, &other).0 > 80);
    }
}
