//! Belonging, invitations, profiles and libraries: what is not a caller's is as unknown as what is not there, and
//! nothing can be written that is not asked for.

use api_types::membership::{AffiliationRole, Nation, NewAffiliation, NewInvitation, NewLibrary};
use api_types::people::{Audience, ProfilePatch, Visibility};
use entity::{affiliation, invitation, library, member};
use harness::TestApp;
use harness::raw::Answer;
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use crate::affiliations::founded;

fn added() -> NewLibrary {
    NewLibrary {
        name: "Pontlas Library".into(),
        authority: String::new(),
        nation: Nation::Wales,
        region: String::new(),
        address: "1 Stryd Newydd".into(),
        postcode: "CF10 3CC".into(),
        is_community_managed: true,
    }
}

#[tokio::test]
async fn what_is_others_is_as_unknown_as_what_is_not_there() {
    let app = TestApp::start().await;
    let (contact, asker, stranger) =
        (app.member("Carys Contact").await, app.member("Nia Asker").await, app.member("Sian Stranger").await);
    let organisation = founded(&app, "Cwm Derwen", &[&contact]).await;
    let wish = NewAffiliation { role: AffiliationRole::Volunteer, started_on: None };
    let wish = asker.request_affiliation(organisation, &wish).await.unwrap().id.0;
    let new = NewInvitation {
        organisation_id: Some(organisation),
        name: "Ffion Newcomer".into(),
        email: "ffion@example.org".into(),
        ..NewInvitation::default()
    };
    let invitation = contact.create_invitation(&new).await.unwrap().id.0;
    let library = asker.add_library(&added()).await.unwrap().summary.id.0;
    let before = rows(&app).await;
    let operations = [
        ("POST", "/api/v1/affiliations/{id}/decisions", wish, json!({ "outcome": "accepted" })),
        ("POST", "/api/v1/affiliations/{id}/endings", wish, json!({})),
        ("PATCH", "/api/v1/affiliations/{id}", wish, json!({ "role": "manager" })),
        ("DELETE", "/api/v1/invitations/{id}", invitation, json!({})),
        ("GET", "/api/v1/libraries/{id}", library, json!({})),
        ("PATCH", "/api/v1/libraries/{id}", library, json!({ "name": "Mine now" })),
        ("PUT", "/api/v1/libraries/{id}/organisation", library, json!({ "organisation_id": organisation.0 })),
        ("DELETE", "/api/v1/libraries/{id}/organisation", library, json!({})),
    ];
    let moderator = app.moderator().await;
    for (method, path, id, body) in &operations {
        for token in [stranger.token(), moderator.token()] {
            let ask = async |id: i64| {
                let request = app.request_of(token.as_ref(), method, &path.replace("{id}", &id.to_string()));
                Answer::to(request.header("If-Match", "\"1\"").json(body)).await.shape()
            };
            let answer = ask(*id).await;
            assert_eq!(answer.0, 404, "{method} {path}");
            assert_eq!(answer, ask(999_999).await, "{method} {path}");
        }
    }
    // Nobody who is a stranger learns who is a member by counting up.
    for id in [asker.id.0, app.applicant().await.id.0] {
        let ask =
            async |id: i64| Answer::to(app.request_of(None, "GET", &format!("/api/v1/members/{id}"))).await.shape();
        assert_eq!(ask(id).await, ask(999_999).await);
    }
    let key = "0123456789abcdef0123456789abcdef";
    assert_eq!(Answer::to(app.request_of(None, "GET", &format!("/api/v1/pictures/{key}"))).await.shape().0, 404);
    assert_eq!(rows(&app).await, before);
}

/// All that could have been changed.
async fn rows(app: &TestApp) -> String {
    let read = &app.deps.read;
    format!(
        "{:?}{:?}{:?}",
        affiliation::Entity::find().all(read).await.unwrap(),
        invitation::Entity::find().all(read).await.unwrap(),
        library::Entity::find().all(read).await.unwrap()
    )
}

#[tokio::test]
async fn nothing_can_be_written_that_is_not_asked_for() {
    let app = TestApp::start().await;
    let contact = app.member("Carys Contact").await;
    let organisation = founded(&app, "Cwm Derwen", &[&contact]).await;
    let mine = contact.list_my_affiliations().await.unwrap()[0].id;
    let library = contact.get_organisation(organisation).await.unwrap().libraries[0].id;
    let asked = format!("/api/v1/organisations/{organisation}/affiliations");
    let writes = [
        ("PATCH", "/api/v1/me/profile".to_owned(), json!({})),
        ("PATCH", format!("/api/v1/affiliations/{mine}"), json!({})),
        ("POST", asked, json!({ "role": "trustee" })),
        ("PUT", format!("/api/v1/organisations/{organisation}/contacts"), json!({})),
        ("POST", "/api/v1/invitations".to_owned(), json!({ "name": "Ffion", "email": "ffion@example.org" })),
        ("POST", "/api/v1/invitation-acceptances".to_owned(), json!({ "token": "x" })),
        ("PATCH", format!("/api/v1/libraries/{library}"), json!({})),
        (
            "POST",
            "/api/v1/libraries".to_owned(),
            json!({ "name": "Pontlas", "nation": "wales", "address": "1 Street", "postcode": "CF10 3CC" }),
        ),
    ];
    let fields = [
        ("id", json!(1)),
        ("member_id", json!(1)),
        ("status", json!("active")),
        ("role_in_network", json!("admin")),
        ("organisation", json!("Mine")),
        ("decided_by", json!(1)),
        ("invited_by", json!(1)),
        ("version", json!(9)),
        ("is_confirmed", json!(true)),
        ("is_claimed", json!(true)),
        ("source", json!("register")),
        ("created_at", json!("2020-01-01T00:00:00Z")),
        ("search_text", json!("everything")),
        ("password_hash", json!("!")),
        ("is_suspended", json!(false)),
    ];
    let token = contact.token();
    let before = rows(&app).await;
    let member = member::Entity::find_by_id(contact.id.0).one(&app.deps.read).await.unwrap();
    for (method, path, body) in &writes {
        for (name, value) in &fields {
            let mut body: Value = body.clone();
            body[*name] = value.clone();
            let request = app.request_of(token.as_ref(), method, path).header("If-Match", "\"1\"").json(&body);
            assert_eq!(Answer::to(request).await.status, 422, "{method} {path} {name}");
        }
    }
    assert_eq!(rows(&app).await, before);
    assert_eq!(member::Entity::find_by_id(contact.id.0).one(&app.deps.read).await.unwrap(), member);
}

/// An address or a number that its owner shows to staff alone stands in no answer to anybody else.
#[tokio::test]
async fn hidden_ways_to_reach_somebody_are_in_no_answer() {
    let app = TestApp::start().await;
    let (owner, other) = (app.member("Ceri Owner").await, app.member("Owain Other").await);
    let organisation = founded(&app, "Cwm Derwen", &[&owner, &other]).await;
    let number = "029 2099 8877";
    let visibility = Visibility { about: Audience::Network, ..Visibility::default() };
    let patch = ProfilePatch {
        about: Some("Hello.".into()),
        telephone: Some(number.into()),
        visibility: Some(visibility),
        ..ProfilePatch::default()
    };
    owner.update_profile(1, &patch).await.unwrap();
    let applicant = app.applicant().await;
    let paths = [
        format!("/api/v1/members/{}", owner.id),
        "/api/v1/members".to_owned(),
        format!("/api/v1/organisations/{organisation}"),
        format!("/api/v1/organisations/{organisation}/affiliations"),
        format!("/api/v1/organisations/{organisation}/holdings"),
        "/api/v1/libraries".to_owned(),
        "/api/v1/me/affiliations".to_owned(),
        "/api/v1/skills".to_owned(),
    ];
    for token in [None, applicant.token(), other.token(), app.moderator().await.token()] {
        for path in &paths {
            let text = app.request_of(token.as_ref(), "GET", path).send().await.unwrap().text().await.unwrap();
            assert!(!text.contains(number) && !text.contains(&owner.email), "{path}: {text}");
        }
    }
}
