//! The people of the demo: the register of libraries, members, the organisations that they belong to, invitations.

use api_types::accounts::Role;
use api_types::membership::{
    AffiliationOutcome, AffiliationRole, ImportQuery, Language, LibraryQuery, NewAffiliation, NewAffiliationDecision,
    NewInvitation, OrganisationPatch, OrganisationQuery,
};
use api_types::people::ProfilePatch;
use api_types::{LibraryId, OrganisationId};
use domain::{Actor, Deps, Error, Result, Signed, membership};
use serde::Deserialize;

use super::{Content, DAY, Names, PASSWORD, read};

/// As many as a page holds: the demo has fewer libraries, and fewer organisations.
const ALL: Option<u32> = Some(100);

#[derive(Deserialize)]
struct DemoMember {
    key: String,
    name: String,
    library: Option<String>,
    role: Role,
    language: Language,
    profile: Option<ProfilePatch>,
}

#[derive(Deserialize)]
struct DemoOrganisation {
    name: String,
    /// When its library joined; absent of those that come by an application.
    joined_days_ago: Option<i64>,
    details: OrganisationPatch,
    /// Who is let in beside those who founded it.
    #[serde(default)]
    people: Vec<DemoPart>,
    /// Who has asked to belong to it and waits.
    #[serde(default)]
    asks: Vec<DemoPart>,
}

#[derive(Deserialize)]
struct DemoPart {
    member: String,
    role: AffiliationRole,
}

#[derive(Deserialize)]
struct DemoInvitation {
    by: String,
    organisation: Option<String>,
    name: String,
    email: String,
    role: AffiliationRole,
    message: String,
    language: Language,
}

/// Reads the register, and says how many libraries it has.
pub(super) async fn fill_libraries(deps: &Deps, names: &mut Names) -> Result<usize> {
    let file = Content::get("libraries.csv")
        .ok_or_else(|| Error::internal("reading the demo content", "no file libraries.csv"))?;
    let report = membership::import_libraries(deps, &ImportQuery { preview: false }, &file.data).await?;
    if let Some(error) = report.errors.first() {
        return Err(Error::internal("reading the demo content", format!("line {}: {}", error.line, error.message)));
    }
    let query = LibraryQuery { limit: ALL, ..LibraryQuery::default() };
    for library in membership::list_libraries(deps, &Actor::Anonymous, &query).await?.items {
        names.libraries.insert(library.name, library.id);
    }
    Ok(names.libraries.len())
}

/// Makes the members, and the organisations that their libraries joined with.
pub(super) async fn fill_members(deps: &Deps, names: &mut Names) -> Result<usize> {
    let members: Vec<DemoMember> = read("members.json")?;
    let hash = domain::accounts::hash_password(deps, PASSWORD).await?;
    for member in &members {
        let email = format!("{}@example.org", member.key);
        let id =
            domain::accounts::create_member(deps, &member.name, &email, &hash, member.role, member.language).await?;
        let signed = Signed::without_session(id, member.role);
        if let Some(profile) = &member.profile {
            domain::people::update_profile(deps, &signed, 1, profile).await?;
        }
        names.members.insert(member.key.clone(), signed);
    }
    let mut organisations: Vec<DemoOrganisation> = read("organisations.json")?;
    // Those that came first have the lower ids, as in life.
    organisations.sort_by_key(|organisation| std::cmp::Reverse(organisation.joined_days_ago));
    for organisation in organisations {
        let Some(days) = organisation.joined_days_ago else { continue };
        let people: Vec<_> = members
            .iter()
            .filter(|member| member.library.as_ref() == Some(&organisation.name))
            .enumerate()
            .map(|(place, member)| {
                let role = if place == 0 { AffiliationRole::Trustee } else { AffiliationRole::Volunteer };
                names.member(&member.key).map(|signed| (signed.id.0, role))
            })
            .collect::<Result<_>>()?;
        let joined_at = deps.clock.now() - days * DAY;
        let library_id = names.library(&organisation.name)?.0;
        membership::create_organisation_at(deps, library_id, &people, joined_at).await?;
        names.joined.insert(organisation.name);
    }
    Ok(members.len())
}

/// What the organisations say of themselves, who else belongs to them and who asks to; then the invitations. Gives
/// the number of organisations. Those that came by an application are there by now.
pub(super) async fn fill_organisations(deps: &Deps, names: &mut Names) -> Result<usize> {
    let staff = names.member("staff")?.clone();
    let query = OrganisationQuery { limit: ALL, ..OrganisationQuery::default() };
    for organisation in membership::list_organisations(deps, &query).await?.items {
        names.organisations.insert(organisation.name, organisation.id);
    }
    let organisations: Vec<DemoOrganisation> = read("organisations.json")?;
    for organisation in &organisations {
        let id = names.organisation(&organisation.name)?;
        let actor = Actor::Signed(staff.clone());
        let known = membership::get_organisation(deps, &actor, id).await?;
        membership::update_organisation(deps, &staff, id, known.version, &organisation.details).await?;
        for part in &organisation.people {
            let asked = ask(deps, names, id, part).await?;
            // Nobody lets themselves in: it is the organisation's contact who decides.
            let contact = known.primary_contact.as_ref().ok_or(Error::NotFound)?;
            let contact = Signed::without_session(contact.id, Role::Member);
            let accepted = NewAffiliationDecision { outcome: AffiliationOutcome::Accepted };
            membership::decide_affiliation(deps, &contact, asked, &accepted).await?;
        }
        for part in &organisation.asks {
            ask(deps, names, id, part).await?;
        }
    }
    let invitations: Vec<DemoInvitation> = read("invitations.json")?;
    for invitation in invitations {
        let organisation_id = match &invitation.organisation {
            Some(name) => Some(names.organisation(name)?),
            None => None,
        };
        let new = NewInvitation {
            organisation_id,
            name: invitation.name,
            email: invitation.email,
            role: invitation.role,
            message: Some(invitation.message),
            language: invitation.language,
        };
        membership::create_invitation(deps, names.member(&invitation.by)?, &new).await?;
    }
    Ok(organisations.len())
}

async fn ask(deps: &Deps, names: &Names, id: OrganisationId, part: &DemoPart) -> Result<api_types::AffiliationId> {
    let new = NewAffiliation { role: part.role, started_on: None };
    Ok(membership::request_affiliation(deps, names.member(&part.member)?, id, &new).await?.id)
}

impl Names {
    pub(super) fn library(&self, name: &str) -> Result<LibraryId> {
        self.libraries
            .get(name)
            .copied()
            .ok_or_else(|| Error::internal("reading the demo content", format!("no library {name}")))
    }

    fn organisation(&self, name: &str) -> Result<OrganisationId> {
        self.organisations
            .get(name)
            .copied()
            .ok_or_else(|| Error::internal("reading the demo content", format!("no organisation {name}")))
    }
}
