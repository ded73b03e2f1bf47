//! Registration: the network's own questions, rules, missing libraries, joining, drafts.

use api_types::accounts::Role;
use api_types::membership::{
    AffiliationRole, Answers, ApplicationEventKind, ApplicationQuery, ApplicationStatus, ApprovalRuleKind, Bilingual,
    DraftField, FormQuestionKind, FormQuestionPatch, Language, LibraryPlace, LibraryQuery, LinkSecret, Nation,
    NewApplication, NewApprovalRule, NewDecision, NewDraft, NewFormAnswer, NewFormQuestion, NewInvitation,
    OrganisationKind, OrganisationQuery, Outcome,
};
use api_types::{ErrorCode, FormQuestionId, OrganisationId};
use harness::TestApp;

use crate::applications::{application, applied, confirmed, council, library, waiting};

#[tokio::test]
async fn form_questions_are_put_checked_and_kept_with_their_words() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let words = |en: &str, cy: &str| Bilingual { en: en.into(), cy: cy.into() };
    let new = |kind, label: &str, is_required| NewFormQuestion {
        member_type: OrganisationKind::Library,
        kind,
        label: words(label, ""),
        hint: words("", ""),
        options: if kind == FormQuestionKind::Choice {
            vec![words("Owned", ""), words("Leased", "")]
        } else {
            Vec::new()
        },
        is_required,
    };
    let building = admin.create_form_question(&new(FormQuestionKind::Choice, "Your building?", true)).await.unwrap();
    let volunteers = admin.create_form_question(&new(FormQuestionKind::Text, "Volunteers?", false)).await.unwrap();
    assert_eq!((building.position, volunteers.position), (1, 2));
    let mut lonely = new(FormQuestionKind::Choice, "One?", true);
    lonely.options.truncate(1);
    assert_eq!(admin.create_form_question(&lonely).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    let first = FormQuestionPatch { position: Some(1), ..Default::default() };
    let moved = admin.update_form_question(volunteers.id, volunteers.version, &first).await.unwrap();
    assert_eq!(moved.position, 1);
    let stale = admin.update_form_question(volunteers.id, volunteers.version, &first).await.unwrap_err();
    assert_eq!(stale.code(), Some(ErrorCode::EditConflict));
    let listed = app.anonymous().list_form_questions().await.unwrap();
    assert_eq!(listed.iter().map(|one| one.id).collect::<Vec<_>>(), [volunteers.id, building.id]);

    let mut form = application("sunita@fenwick.org.uk", library("Fenwick Library"));
    assert_eq!(app.client().submit_application(&form).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    let answer = |id: FormQuestionId, answer: &str| NewFormAnswer { question_id: id, answer: answer.into() };
    form.form_answers = vec![answer(building.id, "Borrowed")];
    assert_eq!(app.client().submit_application(&form).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    form.form_answers = vec![answer(building.id, "Leased"), answer(volunteers.id, "46")];
    let (_, id) = waiting(&app, &admin, &form).await;
    admin.delete_form_question(volunteers.id).await.unwrap();
    let kept = admin.get_application(id).await.unwrap().form_answers;
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().any(|one| one.question == "Volunteers?" && one.answer == "46"));
    assert_eq!(app.anonymous().list_form_questions().await.unwrap().len(), 1);
}

#[tokio::test]
async fn approval_rules_approve_whom_they_fit_but_no_double() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let rule = |value: &str| NewApprovalRule {
        kind: ApprovalRuleKind::EmailDomain,
        value: value.into(),
        member_type: Some(OrganisationKind::Council),
    };
    for everybody in ["gmail.com", "uk", "co.uk", "not a domain", ""] {
        let refused = admin.create_approval_rule(&rule(everybody)).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::Invalid), "{everybody}");
    }
    let set = admin.create_approval_rule(&rule("@Gov.UK")).await.unwrap();
    assert_eq!((set.value.as_str(), set.created_by.as_str()), ("gov.uk", "Ann Admin"));
    assert_eq!(admin.create_approval_rule(&rule("gov.uk")).await.unwrap_err().code(), Some(ErrorCode::Conflict));

    let fits = applied(&app, &application("sunita@holme.gov.uk", council("Holme Valley Council"))).await;
    assert_eq!(fits.get_me().await.unwrap().role, Role::Member);
    assert_eq!(fits.get_my_application().await.unwrap().status, ApplicationStatus::Approved);
    let approved = ApplicationQuery { status: Some(ApplicationStatus::Approved), ..Default::default() };
    let id = admin.list_applications(&approved).await.unwrap().items[0].id;
    let log = admin.get_application(id).await.unwrap();
    assert!(log.events.iter().any(|one| one.kind == ApplicationEventKind::ApprovedByRule && one.detail == "gov.uk"));
    assert_eq!(log.decided_by, None);

    let mut gwen = application("gwen@notgov.uk", council("Derwen Council"));
    gwen.name = "Gwen Parry".into();
    assert_eq!(applied(&app, &gwen).await.get_me().await.unwrap().role, Role::Applicant);
    let double = application("sunita.rao@holme.gov.uk", council("Holme Valley Council"));
    assert_eq!(applied(&app, &double).await.get_me().await.unwrap().role, Role::Applicant);
    admin.delete_approval_rule(set.id).await.unwrap();
    let mut after = application("ted@brenna.gov.uk", council("St Brenna Council"));
    after.name = "Ted Ames".into();
    assert_eq!(applied(&app, &after).await.get_me().await.unwrap().role, Role::Applicant);
}

#[tokio::test]
async fn application_of_a_library_that_is_missing_adds_it_on_approval() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let answers = Answers::Library {
        library_id: None,
        library_name: Some("Fenwick Hill Community Library".into()),
        part: AffiliationRole::Manager,
        place: Some(LibraryPlace {
            nation: Nation::England,
            address: "1 Hill Road, Fenwick".into(),
            postcode: "ls13ab".into(),
            authority: "Leeds".into(),
        }),
        charity_number: None,
    };
    let (applicant, id) = waiting(&app, &admin, &application("sunita@fenwick.org.uk", answers)).await;
    assert!(admin.get_application(id).await.unwrap().adds_library);
    let query = LibraryQuery { q: Some("fenwick".into()), ..Default::default() };
    assert!(app.anonymous().list_libraries(&query).await.unwrap().items.is_empty());
    admin.decide_application(id, &NewDecision { outcome: Outcome::Approved, message: None }).await.unwrap();
    let added = app.anonymous().list_libraries(&query).await.unwrap().items.remove(0);
    assert_eq!((added.postcode.as_str(), added.is_claimed), ("LS1 3AB", true));
    assert_eq!(applicant.get_me().await.unwrap().organisation_id, added.organisation_id);
}

#[tokio::test]
async fn application_to_join_an_organisation_makes_its_member() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let (_, first) = waiting(&app, &admin, &application("a@fenwick.org.uk", library("Fenwick Library"))).await;
    admin.decide_application(first, &NewDecision { outcome: Outcome::Approved, message: None }).await.unwrap();
    let known = app.anonymous().list_organisations(&OrganisationQuery::default()).await.unwrap().items.remove(0);

    let mut new = application("gwen@gmail.com", library("Whatever"));
    new.name = "Gwen Parry".into();
    new.organisation_id = Some(OrganisationId(999));
    assert_eq!(app.client().submit_application(&new).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    new.organisation_id = Some(known.id);
    let (applicant, id) = waiting(&app, &admin, &new).await;
    let told = app.mails_to("a@fenwick.org.uk").await;
    assert!(told.last().unwrap().subject.contains("Gwen Parry"), "{:?}", told.last().unwrap().subject);
    let shown = admin.get_application(id).await.unwrap();
    assert_eq!(shown.joins.unwrap().id, known.id);
    assert!(shown.duplicates.iter().all(|hint| hint.organisation_id.is_none()));
    assert!(applicant.get_my_application().await.unwrap().is_joining);
    admin.decide_application(id, &NewDecision { outcome: Outcome::Approved, message: None }).await.unwrap();
    assert_eq!(applicant.get_me().await.unwrap().organisation_id, Some(known.id));
    let organisation = app.anonymous().get_organisation(known.id).await.unwrap();
    assert_eq!(organisation.summary.member_count, 2);
    assert_eq!(app.anonymous().list_organisations(&OrganisationQuery::default()).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn drafts_are_gone_on_with_by_a_mailed_link() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let field = |value: &str| vec![DraftField { name: "name".into(), value: value.into() }];
    let draft = |value: &str, token: Option<String>| NewDraft {
        email: "sunita@fenwick.org.uk".into(),
        language: Language::En,
        fields: field(value),
        token,
    };
    let client = app.client();
    client.save_application_draft(&draft("Sunita", None)).await.unwrap();
    let token = app.secret_mailed_to("sunita@fenwick.org.uk").await;
    client.save_application_draft(&draft("Sunita Rao", Some(token.clone()))).await.unwrap();
    let secret = LinkSecret { token: token.clone() };
    assert_eq!(client.find_application_draft(&secret).await.unwrap().fields, field("Sunita Rao"));
    // A stranger who knows the address changes nothing.
    client.save_application_draft(&draft("Mallory", None)).await.unwrap();
    let token = app.secret_mailed_to("sunita@fenwick.org.uk").await;
    let secret = LinkSecret { token: token.clone() };
    assert_eq!(client.find_application_draft(&secret).await.unwrap().fields, field("Sunita Rao"));
    for status in [ApplicationStatus::Draft, ApplicationStatus::Submitted, ApplicationStatus::AwaitingConfirmation] {
        let query = ApplicationQuery { status: Some(status), ..Default::default() };
        assert!(admin.list_applications(&query).await.unwrap().items.is_empty(), "staff see no drafts");
    }

    let mut sent = application("sunita@fenwick.org.uk", library("Fenwick Library"));
    sent.draft = Some(token);
    let (applicant, _) = waiting(&app, &admin, &sent).await;
    assert_eq!(applicant.get_my_application().await.unwrap().status, ApplicationStatus::Submitted);
    assert_eq!(client.find_application_draft(&secret).await.unwrap_err().code(), Some(ErrorCode::LinkExpired));
    app.pass(31 * 86_400);
    client.save_application_draft(&NewDraft { email: "b@example.org".into(), ..draft("B", None) }).await.unwrap();
    let token = app.secret_mailed_to("b@example.org").await;
    app.pass(31 * 86_400);
    assert_eq!(
        client.find_application_draft(&LinkSecret { token }).await.unwrap_err().code(),
        Some(ErrorCode::LinkExpired)
    );
}

#[tokio::test]
async fn save_application_draft_of_a_known_address_answers_alike() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let http = reqwest::Client::new();
    let mut answers = Vec::new();
    for email in [ada.email.as_str(), "fresh@example.org"] {
        let body = NewDraft { email: email.into(), ..NewDraft::default() };
        let response =
            http.post(format!("{}/api/v1/application-drafts", app.base_url)).json(&body).send().await.unwrap();
        answers.push((response.status(), response.headers().len(), response.bytes().await.unwrap()));
    }
    assert_eq!(answers[0], answers[1]);
    assert!(app.mails_to(&ada.email).await[0].text.contains("account"));
}

#[tokio::test]
async fn application_by_a_members_invitation_is_approved_by_the_rule_and_credited() {
    let app = TestApp::start().await;
    let (admin, ada) = (app.admin().await, app.member("Ada Lewis").await);
    let rule = NewApprovalRule { kind: ApprovalRuleKind::InvitedByMember, value: String::new(), member_type: None };
    admin.create_approval_rule(&rule).await.unwrap();
    let mut plain = application("gwen@skelby.org.uk", library("Skelby Library"));
    plain.invitation = Some("0".repeat(64));
    let uninvited = applied(&app, &plain).await;
    assert_eq!(uninvited.get_me().await.unwrap().role, Role::Applicant, "a secret that is none invites nobody");

    let invitation = NewInvitation {
        organisation_id: None,
        name: "Derwen Library".into(),
        email: "derwen@derwen.org.uk".into(),
        role: AffiliationRole::Trustee,
        message: None,
        language: Language::En,
    };
    ada.create_invitation(&invitation).await.unwrap();
    let secret = app.secret_mailed_to(&invitation.email).await;
    let mut new = application("ted@derwen.org.uk", library("Derwen Library"));
    new.name = "Ted Ames".into();
    new.invitation = Some(secret.clone());
    let mut early = application("mal@mallory.org.uk", library("Mallory Library"));
    early.name = "Mal Ory".into();
    early.invitation = Some(secret.clone());
    app.client().submit_application(&early).await.unwrap();
    let invited = applied(&app, &new).await;
    assert_eq!(invited.get_me().await.unwrap().role, Role::Member);
    let approved = ApplicationQuery { status: Some(ApplicationStatus::Approved), ..Default::default() };
    let id = admin.list_applications(&approved).await.unwrap().items[0].id;
    let shown = admin.get_application(id).await.unwrap();
    assert_eq!((shown.is_invited, shown.referred_by.unwrap().id), (true, ada.id));
    // It works once, also for those who sent the form before it was used.
    assert_eq!(confirmed(&app, &early).await.get_me().await.unwrap().role, Role::Applicant);
    let mut again = application("eve@eve.org.uk", library("Evesham Library"));
    again.name = "Eve Gray".into();
    again.invitation = Some(secret);
    assert_eq!(applied(&app, &again).await.get_me().await.unwrap().role, Role::Applicant);
}

/// An application of a library that the applicant did not find in the register.
fn typed_by_hand(email: &str) -> NewApplication {
    let answers = Answers::Library {
        library_id: None,
        library_name: Some("Holme Library".into()),
        part: AffiliationRole::Staff,
        place: Some(LibraryPlace {
            nation: Nation::England,
            address: String::new(),
            postcode: "HD9 1AA".into(),
            authority: String::new(),
        }),
        charity_number: None,
    };
    application(email, answers)
}

#[tokio::test]
async fn approval_rules_leave_a_library_that_the_register_lacks_to_staff() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let rule = NewApprovalRule { kind: ApprovalRuleKind::EmailDomain, value: "holme.gov.uk".into(), member_type: None };
    admin.create_approval_rule(&rule).await.unwrap();
    let applicant = applied(&app, &typed_by_hand("sunita@holme.gov.uk")).await;
    assert_eq!(applicant.get_me().await.unwrap().role, Role::Applicant);
    assert!(app.anonymous().list_libraries(&LibraryQuery::default()).await.unwrap().items.is_empty());
}

#[tokio::test]
async fn application_by_a_referral_link_credits_the_member_when_it_is_approved() {
    let app = TestApp::start().await;
    let (admin, ada) = (app.admin().await, app.member("Ada Lewis").await);
    let mut new = application("gwen@skelby.org.uk", library("Skelby Library"));
    new.referral = Some(ada.get_my_referral().await.unwrap().code.to_lowercase());
    let (_, id) = waiting(&app, &admin, &new).await;
    assert_eq!(ada.get_my_referral().await.unwrap().waiting_count, 1);
    assert_eq!(admin.get_application(id).await.unwrap().referred_by.unwrap().id, ada.id);
    admin.decide_application(id, &NewDecision { outcome: Outcome::Approved, message: None }).await.unwrap();
    let brought = ada.get_my_referral().await.unwrap();
    assert_eq!((brought.waiting_count, brought.organisations[0].name.as_str()), (0, "Skelby Library"));
}

#[tokio::test]
async fn application_of_a_library_typed_by_hand_claims_what_the_register_has() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let (one, first) = waiting(&app, &admin, &typed_by_hand("one@holme.org.uk")).await;
    let (_, second) = waiting(&app, &admin, &typed_by_hand("two@elsewhere.org.uk")).await;
    let approve = NewDecision { outcome: Outcome::Approved, message: None };
    admin.decide_application(first, &approve).await.unwrap();
    assert!(one.get_me().await.unwrap().organisation_id.is_some());
    // The second typed the same: others run it now, who are to be asked.
    assert_eq!(admin.decide_application(second, &approve).await.unwrap_err().code(), Some(ErrorCode::Conflict));
    let third = app.client().submit_application(&typed_by_hand("three@holme.org.uk")).await.unwrap_err();
    assert_eq!(third.code(), Some(ErrorCode::Invalid));
    let known = admin.list_organisations(&OrganisationQuery::default()).await.unwrap().items.remove(0);
    assert_eq!(known.member_count, 1);
}

#[tokio::test]
async fn save_application_draft_over_and_over_leaves_the_first_link_good() {
    let app = TestApp::start().await;
    let draft =
        |fields| NewDraft { email: "sunita@fenwick.org.uk".into(), language: Language::En, fields, token: None };
    let client = app.client();
    client
        .save_application_draft(&draft(vec![DraftField { name: "name".into(), value: "Sunita".into() }]))
        .await
        .unwrap();
    for _ in 0..8 {
        client.save_application_draft(&draft(Vec::new())).await.unwrap();
    }
    // The last link that was mailed is good, though no more mails went out.
    assert_eq!(app.mails_to("sunita@fenwick.org.uk").await.len(), 5);
    let token = app.secret_mailed_to("sunita@fenwick.org.uk").await;
    let found = client.find_application_draft(&LinkSecret { token: token.clone() }).await.unwrap();
    assert_eq!(found.fields[0].value, "Sunita");
    // Another address is mailed a link of its own, and this draft ends.
    let moved = NewDraft { email: "sunita@hill.org.uk".into(), token: Some(token.clone()), ..draft(found.fields) };
    client.save_application_draft(&moved).await.unwrap();
    assert!(client.find_application_draft(&LinkSecret { token }).await.is_err());
    let token = app.secret_mailed_to("sunita@hill.org.uk").await;
    assert_eq!(client.find_application_draft(&LinkSecret { token }).await.unwrap().email, "sunita@hill.org.uk");
}
