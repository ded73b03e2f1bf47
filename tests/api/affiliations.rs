//! Belonging to an organisation: asking, deciding, changing, handing over.

use api_types::accounts::Role;
use api_types::membership::{
    AffiliationOutcome, AffiliationPatch, AffiliationQuery, AffiliationRequestQuery, AffiliationRole,
    AffiliationStatus, ApplicationStatus, Holding, Nation, NewAffiliation, NewAffiliationDecision, NewContacts,
    NewEnding,
};
use api_types::{AffiliationId, ErrorCode, OrganisationId};
use domain::membership::{create_library, create_organisation};
use harness::{Persona, TestApp};

use crate::applications::{application, applied, library};

/// An organisation of these people; the first is its primary contact.
pub(crate) async fn founded(app: &TestApp, name: &str, people: &[&Persona]) -> OrganisationId {
    let council = "Derwen Council";
    let library = create_library(&app.deps, name, council, Nation::Wales, "Wales", "Heol Fawr", "CF10 1AA");
    let people: Vec<_> = people.iter().map(|person| (person.id.0, AffiliationRole::Trustee)).collect();
    OrganisationId(create_organisation(&app.deps, library.await.unwrap(), &people).await.unwrap())
}

fn volunteer() -> NewAffiliation {
    NewAffiliation { role: AffiliationRole::Volunteer, started_on: "2020-05-01".parse().ok() }
}

const ACCEPT: NewAffiliationDecision = NewAffiliationDecision { outcome: AffiliationOutcome::Accepted };
const DECLINE: NewAffiliationDecision = NewAffiliationDecision { outcome: AffiliationOutcome::Declined };

fn requested() -> AffiliationQuery {
    AffiliationQuery { status: Some(AffiliationStatus::Requested), ..AffiliationQuery::default() }
}

#[tokio::test]
async fn request_affiliation_is_decided_by_the_contact_and_both_are_mailed() {
    let app = TestApp::start().await;
    let (contact, asker) = (app.member("Carys Contact").await, app.member("Nia Asker").await);
    let id = founded(&app, "Cwm Derwen", &[&contact]).await;
    let wish = asker.request_affiliation(id, &volunteer()).await.unwrap();
    assert_eq!((wish.status, wish.role), (AffiliationStatus::Requested, AffiliationRole::Volunteer));
    let told = app.mails_to(&contact.email).await.pop().unwrap();
    assert!(told.text.contains("Nia Asker") && told.text.contains("Cwm Derwen"), "{}", told.text);
    let again = asker.request_affiliation(id, &volunteer()).await.unwrap_err();
    assert_eq!(again.code(), Some(ErrorCode::Conflict));
    // Nobody counts until it is decided, and only those who decide see who asks.
    assert_eq!(contact.get_organisation(id).await.unwrap().summary.member_count, 1);
    assert_eq!(asker.list_affiliations(id, &requested()).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    assert_eq!(asker.list_affiliations(id, &AffiliationQuery::default()).await.unwrap().items.len(), 1);
    assert_eq!(contact.list_affiliations(id, &requested()).await.unwrap().items, vec![wish.clone()]);
    let accepted = contact.decide_affiliation(wish.id, &ACCEPT).await.unwrap();
    assert_eq!((accepted.status, accepted.is_shown), (AffiliationStatus::Active, true));
    assert_eq!(accepted.started_on, "2020-05-01".parse().ok());
    assert!(app.mails_to(&asker.email).await.pop().unwrap().subject.contains("You belong to Cwm Derwen"));
    assert_eq!(asker.get_me().await.unwrap().organisation.as_deref(), Some("Cwm Derwen"));
    assert_eq!(contact.get_organisation(id).await.unwrap().summary.member_count, 2);
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn decide_affiliation_declined_leaves_everything_as_it_was_and_allows_to_ask_again() {
    let app = TestApp::start().await;
    let (contact, asker) = (app.member("Carys Contact").await, app.member("Nia Asker").await);
    let id = founded(&app, "Cwm Derwen", &[&contact]).await;
    let wish = asker.request_affiliation(id, &volunteer()).await.unwrap();
    let declined = contact.decide_affiliation(wish.id, &DECLINE).await.unwrap();
    assert_eq!(declined.status, AffiliationStatus::Declined);
    let mail = app.mails_to(&asker.email).await.pop().unwrap();
    assert!(mail.text.contains("declined") && !mail.text.contains("You belong"), "{}", mail.text);
    assert_eq!(asker.get_me().await.unwrap().organisation, None);
    assert!(asker.list_my_affiliations().await.unwrap().is_empty());
    asker.request_affiliation(id, &volunteer()).await.unwrap();
}

#[tokio::test]
async fn decide_affiliation_is_for_the_contact_and_staff_alone_and_for_nobodys_own() {
    let app = TestApp::start().await;
    let (contact, other, asker) =
        (app.member("Carys Contact").await, app.member("Owain Other").await, app.member("Nia Asker").await);
    let stranger = app.member("Sian Stranger").await;
    let id = founded(&app, "Cwm Derwen", &[&contact, &other]).await;
    founded(&app, "Elsewhere", &[&stranger]).await;
    let wish = asker.request_affiliation(id, &volunteer()).await.unwrap();
    // Others do not even learn that somebody has asked.
    for who in [&other, &stranger, &app.moderator().await] {
        let refused = who.decide_affiliation(wish.id, &ACCEPT).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::NotFound));
    }
    assert_eq!(asker.decide_affiliation(wish.id, &ACCEPT).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    let missing = contact.decide_affiliation(AffiliationId(999_999), &ACCEPT).await.unwrap_err();
    assert_eq!(missing.code(), Some(ErrorCode::NotFound));
    let staff = app.admin().await;
    let own = staff.request_affiliation(id, &volunteer()).await.unwrap();
    assert_eq!(staff.decide_affiliation(own.id, &ACCEPT).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    staff.decide_affiliation(wish.id, &ACCEPT).await.unwrap();
}

#[tokio::test]
async fn decide_affiliation_by_two_at_once_is_done_once() {
    let app = TestApp::start().await;
    let (contact, staff) = (app.member("Carys Contact").await, app.admin().await);
    let id = founded(&app, "Cwm Derwen", &[&contact]).await;
    for round in 0..5 {
        let asker = app.member(&format!("Nia {round}")).await;
        let wish = asker.request_affiliation(id, &volunteer()).await.unwrap();
        let (one, two) =
            tokio::join!(contact.decide_affiliation(wish.id, &ACCEPT), staff.decide_affiliation(wish.id, &DECLINE));
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
        let late = one.err().or(two.err()).unwrap();
        assert_eq!(late.code(), Some(ErrorCode::Conflict));
        assert_eq!(app.mails_to(&asker.email).await.len(), 1);
    }
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn decide_affiliation_of_an_applicant_decides_on_the_application() {
    let app = TestApp::start().await;
    let contact = app.member("Carys Contact").await;
    let id = founded(&app, "Cwm Derwen", &[&contact]).await;
    for (email, decision, status) in [
        ("nia@example.org", ACCEPT, ApplicationStatus::Approved),
        ("mal@example.org", DECLINE, ApplicationStatus::Rejected),
    ] {
        let mut new = application(email, library("Cwm Derwen"));
        new.organisation_id = Some(id);
        let applicant = applied(&app, &new).await;
        let waiting = contact.list_affiliations(id, &requested()).await.unwrap().items.remove(0);
        assert_eq!(waiting.member.name, new.name);
        contact.decide_affiliation(waiting.id, &decision).await.unwrap();
        assert_eq!(applicant.get_my_application().await.unwrap().status, status);
        let role = applicant.get_me().await.unwrap().role;
        assert_eq!(role == Role::Member, decision.outcome == AffiliationOutcome::Accepted);
        assert_eq!(app.mails_to(email).await.len(), 2, "one to confirm, one with the decision");
        assert!(contact.list_affiliations(id, &requested()).await.unwrap().items.is_empty());
    }
    assert_eq!(contact.get_organisation(id).await.unwrap().summary.member_count, 2);
}

#[tokio::test]
async fn request_affiliation_where_nobody_speaks_waits_for_staff() {
    let app = TestApp::start().await;
    let (asker, staff) = (app.member("Nia Asker").await, app.admin().await);
    let (alone, held) = (founded(&app, "Alderbrook", &[]).await, founded(&app, "Brynteg", &[&staff]).await);
    let wish = asker.request_affiliation(alone, &volunteer()).await.unwrap();
    asker.request_affiliation(held, &volunteer()).await.unwrap();
    let waiting = staff.list_affiliation_requests(&AffiliationRequestQuery::default()).await.unwrap().items;
    assert_eq!(waiting, vec![wish.clone()]);
    staff.decide_affiliation(wish.id, &ACCEPT).await.unwrap();
    // The first one in an organisation holds what somebody must.
    let people = asker.get_holdings(alone).await.unwrap().people;
    assert_eq!(people[0].holds, [Holding::PrimaryContact, Holding::Voter]);
    assert!(staff.list_affiliation_requests(&AffiliationRequestQuery::default()).await.unwrap().items.is_empty());
}

#[tokio::test]
async fn request_affiliation_can_be_taken_back_and_few_wait_at_once() {
    let app = TestApp::start().await;
    let asker = app.member("Nia Asker").await;
    let mut first = None;
    for place in 0..5 {
        let id = founded(&app, &format!("Library {place}"), &[]).await;
        first = Some(asker.request_affiliation(id, &volunteer()).await.unwrap());
    }
    let sixth = founded(&app, "Library 6", &[]).await;
    assert_eq!(asker.request_affiliation(sixth, &volunteer()).await.unwrap_err().code(), Some(ErrorCode::Conflict));
    let stranger = app.member("Sian Stranger").await;
    let first = first.unwrap().id;
    let foreign = stranger.end_affiliation(first, &NewEnding::default()).await.unwrap_err();
    assert_eq!(foreign.code(), Some(ErrorCode::NotFound));
    asker.end_affiliation(first, &NewEnding::default()).await.unwrap();
    asker.request_affiliation(sixth, &volunteer()).await.unwrap();
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
    let future = NewAffiliation { started_on: "2031-01-01".parse().ok(), ..volunteer() };
    assert_eq!(stranger.request_affiliation(sixth, &future).await.unwrap_err().code(), Some(ErrorCode::Invalid));
}

#[tokio::test]
async fn update_affiliation_chooses_the_organisation_that_stands_with_the_name() {
    let app = TestApp::start().await;
    let (contact, both) = (app.member("Carys Contact").await, app.member("Bea Both").await);
    founded(&app, "Alderbrook", &[&contact, &both]).await;
    founded(&app, "Brynteg", &[&contact, &both]).await;
    let mine = both.list_my_affiliations().await.unwrap();
    assert_eq!(mine.iter().map(|one| one.is_shown).collect::<Vec<_>>(), [true, false]);
    let shown = AffiliationPatch { is_shown: Some(true), ..AffiliationPatch::default() };
    let changed = both.update_affiliation(mine[1].id, mine[1].version, &shown).await.unwrap();
    assert!(changed.is_shown);
    assert_eq!(both.get_me().await.unwrap().organisation.as_deref(), Some("Brynteg"));
    let late = both.update_affiliation(mine[1].id, mine[1].version, &shown).await.unwrap_err();
    assert_eq!(late.code(), Some(ErrorCode::EditConflict));
    // The contact may say which part somebody has, and not what stands with the name.
    let part = AffiliationPatch {
        role: Some(AffiliationRole::Manager),
        started_on: "2019-01-02".parse().ok(),
        ..AffiliationPatch::default()
    };
    let changed = contact.update_affiliation(changed.id, changed.version, &part).await.unwrap();
    assert_eq!((changed.role, changed.started_on), (AffiliationRole::Manager, part.started_on));
    let hidden = AffiliationPatch { is_shown: Some(false), ..AffiliationPatch::default() };
    let refused = contact.update_affiliation(changed.id, changed.version, &hidden).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::Forbidden));
    both.update_affiliation(changed.id, changed.version, &hidden).await.unwrap();
    assert_eq!(both.get_me().await.unwrap().organisation, None);
    let stranger = app.member("Sian Stranger").await;
    let foreign = stranger.update_affiliation(mine[0].id, mine[0].version, &part).await.unwrap_err();
    assert_eq!(foreign.code(), Some(ErrorCode::Forbidden));
}

#[tokio::test]
async fn set_contacts_hands_over_to_people_of_the_organisation_alone() {
    let app = TestApp::start().await;
    let (contact, other) = (app.member("Carys Contact").await, app.member("Owain Other").await);
    let stranger = app.member("Sian Stranger").await;
    let id = founded(&app, "Cwm Derwen", &[&contact, &other]).await;
    let version = contact.get_organisation(id).await.unwrap().version;
    let outside = NewContacts { voter_id: Some(stranger.id), ..NewContacts::default() };
    let refused = contact.set_contacts(id, version, &outside).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::Invalid));
    let over = NewContacts { primary_contact_id: Some(other.id), voter_id: None };
    for who in [&other, &stranger] {
        assert_eq!(who.set_contacts(id, version, &over).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    }
    let holdings = contact.set_contacts(id, version, &over).await.unwrap();
    let holds = |id| holdings.people.iter().find(|person| person.member.id == id).unwrap().holds.clone();
    assert_eq!((holds(contact.id), holds(other.id)), (vec![Holding::Voter], vec![Holding::PrimaryContact]));
    assert!(app.mails_to(&other.email).await.pop().unwrap().subject.contains("handed over to you"));
    // Who has handed over decides no more; and what was read before is no longer so.
    assert_eq!(contact.set_contacts(id, version + 1, &over).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    assert_eq!(other.set_contacts(id, version, &over).await.unwrap_err().code(), Some(ErrorCode::EditConflict));
    app.suspend(contact.id).await;
    let suspended = NewContacts { primary_contact_id: Some(contact.id), voter_id: None };
    assert_eq!(other.set_contacts(id, version + 1, &suspended).await.unwrap_err().code(), Some(ErrorCode::Invalid));
}
