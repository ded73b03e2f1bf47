//! Invitations: into an organisation, and to a library that is not a member yet.

use api_types::accounts::{NewMailedLink, Role};
use api_types::membership::{
    AffiliationRole, AffiliationStatus, InvitationQuery, InvitationStatus, Language, NewAcceptance, NewAffiliation,
    NewEnding, NewInvitation, NewInvitationLookup,
};
use api_types::{ErrorCode, OrganisationId};
use harness::{PASSWORD, TestApp};

use crate::affiliations::founded;

fn to(email: &str, organisation_id: Option<OrganisationId>) -> NewInvitation {
    NewInvitation {
        organisation_id,
        name: "Ffion Newcomer".into(),
        email: email.into(),
        role: AffiliationRole::Volunteer,
        message: Some("Do join us. See https://evil.example/x".into()),
        language: Language::En,
    }
}

fn lookup(token: &str) -> NewInvitationLookup {
    NewInvitationLookup { token: token.into() }
}

fn as_newcomer(token: &str) -> NewAcceptance {
    NewAcceptance {
        token: token.into(),
        name: Some("Ffion Newcomer".into()),
        password: Some(PASSWORD.into()),
        language: Language::Cy,
    }
}

fn as_member(token: &str) -> NewAcceptance {
    NewAcceptance { token: token.into(), ..NewAcceptance::default() }
}

#[tokio::test]
async fn accept_invitation_makes_a_new_person_a_member_of_the_organisation_at_once() {
    let app = TestApp::start().await;
    let contact = app.member("Carys Contact").await;
    let id = founded(&app, "Cwm Derwen", &[&contact]).await;
    let sent = contact.create_invitation(&to("ffion@example.org", Some(id))).await.unwrap();
    assert_eq!((sent.status, sent.organisation.as_deref()), (InvitationStatus::Sent, Some("Cwm Derwen")));
    let mail = app.mails_to("ffion@example.org").await.pop().unwrap();
    assert!(mail.text.contains("/join/invitation#token=") && mail.text.contains("Carys Contact"), "{}", mail.text);
    assert!(mail.text.contains("Do join us.") && !mail.text.contains("https://evil"), "{}", mail.text);
    let token = app.secret_mailed_to("ffion@example.org").await;
    let newcomer = app.anonymous();
    let offer = newcomer.get_invitation(&lookup(&token)).await.unwrap();
    assert_eq!(
        (offer.organisation_id, offer.has_account, offer.invited_by.as_str()),
        (Some(id), false, "Carys Contact")
    );
    let weak = NewAcceptance { password: Some("ffion newcomer".into()), ..as_newcomer(&token) };
    assert_eq!(newcomer.accept_invitation(&weak).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    let nameless = newcomer.accept_invitation(&as_member(&token)).await.unwrap_err();
    assert_eq!(nameless.code(), Some(ErrorCode::Invalid));
    let accepted = newcomer.accept_invitation(&as_newcomer(&token)).await.unwrap();
    let session = accepted.session.unwrap();
    assert_eq!((session.member.role, session.member.organisation.as_deref()), (Role::Member, Some("Cwm Derwen")));
    newcomer.client.set_token(Some(session.access_token));
    assert_eq!(newcomer.list_my_affiliations().await.unwrap()[0].role, AffiliationRole::Volunteer);
    assert!(app.mails_to(&contact.email).await.pop().unwrap().text.contains("Ffion Newcomer"));
    let used = app.anonymous().accept_invitation(&as_newcomer(&token)).await.unwrap_err();
    assert_eq!(used.code(), Some(ErrorCode::LinkExpired));
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn accept_invitation_by_a_member_with_the_address_just_joins() {
    let app = TestApp::start().await;
    let (contact, known) = (app.member("Carys Contact").await, app.member("Nia Known").await);
    let other = app.member("Owain Other").await;
    let id = founded(&app, "Cwm Derwen", &[&contact]).await;
    contact.create_invitation(&to(&known.email, Some(id))).await.unwrap();
    let token = app.secret_mailed_to(&known.email).await;
    assert!(app.anonymous().get_invitation(&lookup(&token)).await.unwrap().has_account);
    // Neither nobody, nor somebody else, nor a new account may take it up.
    for (who, new) in
        [(&app.anonymous(), as_newcomer(&token)), (&other, as_member(&token)), (&other, as_newcomer(&token))]
    {
        assert_eq!(who.accept_invitation(&new).await.unwrap_err().code(), Some(ErrorCode::Conflict));
    }
    // A wish that waits is granted with it.
    known.request_affiliation(id, &NewAffiliation { role: AffiliationRole::Manager, started_on: None }).await.unwrap();
    let accepted = known.accept_invitation(&as_member(&token)).await.unwrap();
    assert_eq!((accepted.organisation_id, accepted.session), (id, None));
    let mine = known.list_my_affiliations().await.unwrap();
    assert_eq!((mine.len(), mine[0].status), (1, AffiliationStatus::Active));
    // Who belongs already takes up another one without harm.
    contact.create_invitation(&to(&known.email, Some(id))).await.unwrap();
    let token = app.secret_mailed_to(&known.email).await;
    known.accept_invitation(&as_member(&token)).await.unwrap();
    assert_eq!(contact.get_organisation(id).await.unwrap().summary.member_count, 2);
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn accept_invitation_lets_no_applicant_and_no_suspended_account_in() {
    let app = TestApp::start().await;
    let (contact, applicant) = (app.member("Carys Contact").await, app.applicant().await);
    let id = founded(&app, "Cwm Derwen", &[&contact]).await;
    contact.create_invitation(&to(&applicant.email, Some(id))).await.unwrap();
    let token = app.secret_mailed_to(&applicant.email).await;
    let refused = applicant.accept_invitation(&as_member(&token)).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::Conflict));
    assert_eq!(applicant.get_me().await.unwrap().role, Role::Applicant);
    assert_eq!(contact.get_organisation(id).await.unwrap().summary.member_count, 1);
    let suspended = app.member("Sue Suspended").await;
    contact.create_invitation(&to(&suspended.email, Some(id))).await.unwrap();
    let token = app.secret_mailed_to(&suspended.email).await;
    app.suspend(suspended.id).await;
    assert!(suspended.accept_invitation(&as_member(&token)).await.is_err());
    assert!(app.anonymous().accept_invitation(&as_newcomer(&token)).await.is_err());
    assert_eq!(contact.get_organisation(id).await.unwrap().summary.member_count, 1);
}

#[tokio::test]
async fn accept_invitation_of_many_at_once_takes_one_in() {
    let app = TestApp::start().await;
    let contact = app.member("Carys Contact").await;
    let id = founded(&app, "Cwm Derwen", &[&contact]).await;
    contact.create_invitation(&to("ffion@example.org", Some(id))).await.unwrap();
    let token = app.secret_mailed_to("ffion@example.org").await;
    let (one, two, three) = (app.anonymous(), app.anonymous(), app.anonymous());
    let new = as_newcomer(&token);
    let (one, two, three) =
        tokio::join!(one.accept_invitation(&new), two.accept_invitation(&new), three.accept_invitation(&new));
    assert_eq!([one, two, three].into_iter().flatten().count(), 1);
    assert_eq!(contact.get_organisation(id).await.unwrap().summary.member_count, 2);
}

#[tokio::test]
async fn create_invitation_into_an_organisation_is_for_its_contact_and_staff() {
    let app = TestApp::start().await;
    let (contact, other) = (app.member("Carys Contact").await, app.member("Owain Other").await);
    let id = founded(&app, "Cwm Derwen", &[&contact, &other]).await;
    let new = to("ffion@example.org", Some(id));
    for who in [&other, &app.member("Sian Stranger").await, &app.moderator().await] {
        assert_eq!(who.create_invitation(&new).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
        let listed = InvitationQuery { organisation_id: Some(id), ..InvitationQuery::default() };
        assert_eq!(who.list_invitations(&listed).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    }
    app.admin().await.create_invitation(&new).await.unwrap();
    let missing = to("ffion@example.org", Some(OrganisationId(999_999)));
    assert_eq!(contact.create_invitation(&missing).await.unwrap_err().code(), Some(ErrorCode::NotFound));
    // A library that is not a member may be invited by any member, and is led to the form.
    other.create_invitation(&to("brynteg@example.org", None)).await.unwrap();
    let mail = app.mails_to("brynteg@example.org").await.pop().unwrap();
    assert!(mail.text.contains("/join#token="), "{}", mail.text);
    let token = app.secret_mailed_to("brynteg@example.org").await;
    let refused = app.anonymous().accept_invitation(&as_newcomer(&token)).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::Conflict));
}

#[tokio::test]
async fn create_invitation_answers_the_same_for_known_and_unknown_addresses() {
    let app = TestApp::start().await;
    let (contact, known) = (app.member("Carys Contact").await, app.member("Nia Known").await);
    let id = founded(&app, "Cwm Derwen", &[&contact, &known]).await;
    let one = contact.create_invitation(&to(&known.email, Some(id))).await.unwrap();
    let mut two = contact.create_invitation(&to("nobody@example.org", Some(id))).await.unwrap();
    (two.id, two.email) = (one.id, one.email.clone());
    assert_eq!(one, two);
    assert_eq!(app.mails_to(&known.email).await.len(), app.mails_to("nobody@example.org").await.len());
}

#[tokio::test]
async fn create_invitation_mails_an_address_five_times_and_a_member_sends_twenty_a_day() {
    let app = TestApp::start().await;
    let contact = app.member("Carys Contact").await;
    for _ in 0..7 {
        contact.create_invitation(&to("ffion@example.org", None)).await.unwrap();
    }
    assert_eq!(app.mails_to("ffion@example.org").await.len(), 5);
    // Only the newest is good: the ones before ended with it.
    let all = contact.list_invitations(&InvitationQuery::default()).await.unwrap().items;
    let good = all.iter().filter(|one| one.status == InvitationStatus::Sent).count();
    assert_eq!((all.len(), good), (7, 1));
    for place in 7..20 {
        contact.create_invitation(&to(&format!("person{place}@example.org"), None)).await.unwrap();
    }
    let tired = contact.create_invitation(&to("last@example.org", None)).await.unwrap_err();
    assert_eq!(tired.code(), Some(ErrorCode::RateLimited));
    app.pass(24 * 60 * 60 + 1);
    let contact = app.sign_in(&contact.email).await;
    contact.create_invitation(&to("last@example.org", None)).await.unwrap();
    // A reset of a password counts among the mails to an address, and is answered alike.
    app.anonymous().request_password_reset(&NewMailedLink { email: "last@example.org".into() }).await.unwrap();
}

#[tokio::test]
async fn invitation_ends_when_withdrawn_or_late_or_its_sender_has_gone() {
    let app = TestApp::start().await;
    let (contact, other) = (app.member("Carys Contact").await, app.member("Owain Other").await);
    let id = founded(&app, "Cwm Derwen", &[&contact, &other]).await;
    let gone = |error: client::Error| assert_eq!(error.code(), Some(ErrorCode::LinkExpired));
    let first = contact.create_invitation(&to("a@example.org", Some(id))).await.unwrap();
    let token = app.secret_mailed_to("a@example.org").await;
    let foreign = app.member("Sian Stranger").await.withdraw_invitation(first.id).await.unwrap_err();
    assert_eq!(foreign.code(), Some(ErrorCode::NotFound));
    contact.withdraw_invitation(first.id).await.unwrap();
    gone(app.anonymous().get_invitation(&lookup(&token)).await.unwrap_err());
    gone(app.anonymous().accept_invitation(&as_newcomer(&token)).await.unwrap_err());

    contact.create_invitation(&to("b@example.org", Some(id))).await.unwrap();
    let token = app.secret_mailed_to("b@example.org").await;
    // Who hands over and stays has still invited; who leaves has not.
    let mine = contact.list_my_affiliations().await.unwrap()[0].id;
    app.anonymous().get_invitation(&lookup(&token)).await.unwrap();
    let leaving = NewEnding { primary_contact_id: Some(other.id), voter_id: Some(other.id) };
    contact.end_affiliation(mine, &leaving).await.unwrap();
    gone(app.anonymous().accept_invitation(&as_newcomer(&token)).await.unwrap_err());

    other.create_invitation(&to("c@example.org", Some(id))).await.unwrap();
    let token = app.secret_mailed_to("c@example.org").await;
    app.pass(14 * 24 * 60 * 60 + 1);
    gone(app.anonymous().get_invitation(&lookup(&token)).await.unwrap_err());
    let other = app.sign_in(&other.email).await;
    let listed = InvitationQuery { organisation_id: Some(id), ..InvitationQuery::default() };
    let statuses: Vec<_> =
        other.list_invitations(&listed).await.unwrap().items.into_iter().map(|one| one.status).collect();
    assert_eq!(statuses, [InvitationStatus::Expired, InvitationStatus::Expired, InvitationStatus::Withdrawn]);
}
