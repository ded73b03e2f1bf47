//! A page of a list costs a constant number of queries, however many things are on it.

use api_types::forum::{NewPost, PostQuery, ThreadQuery};
use api_types::growth::{ProspectQuery, ProspectStatus};
use api_types::membership::{
    AffiliationRequestQuery, AffiliationRole, ApplicationQuery, InvitationQuery, LibraryQuery, MapQuery, NearQuery,
    NewAffiliation, NewInvitation, OrganisationQuery,
};
use api_types::people::{MemberQuery, ProfilePatch, SkillQuery};
use api_types::resources::{NewResource, ResourceKind, ResourceQuery};
use api_types::search::SearchQuery;
use api_types::topics::TagQuery;
use api_types::{OrganisationId, ShelfId, ThreadId};
use domain::membership::{create_library, create_organisation};
use harness::{Persona, TestApp, question};

async fn add(app: &TestApp, member: &Persona, question_id: ThreadId, from: usize, to: usize) {
    for place in from..to {
        member.ask_question(&question(&format!("Which lease is number {place}?"))).await.unwrap();
        member
            .answer_question(question_id, &NewPost { body: format!("This is answer {place}."), ..NewPost::default() })
            .await
            .unwrap();
        let new = NewResource {
            title: format!("A lease for library {place}"),
            summary: "To be signed by both sides.".into(),
            kind: ResourceKind::Template,
            shelf_id: ShelfId(1),
            tags: vec![format!("tag-{place}")],
            url: Some(format!("https://example.org/{place}")),
            file_id: None,
            licence: None,
        };
        member.add_resource(&new).await.unwrap();
        let name = format!("Library {place}");
        let library = create_library(
            &app.deps,
            &name,
            "A council",
            api_types::membership::Nation::Wales,
            "Wales",
            "Town",
            "CF1 1AA",
        )
        .await
        .unwrap();
        let organisation = create_organisation(&app.deps, library, &[]).await.unwrap();
        let person = app.member(&format!("Person {place}")).await;
        let skills = ProfilePatch { skills_offered: Some(vec![format!("Skill {place}")]), ..ProfilePatch::default() };
        person.update_profile(1, &skills).await.unwrap();
        let wish = NewAffiliation { role: AffiliationRole::Volunteer, started_on: None };
        person.request_affiliation(OrganisationId(organisation), &wish).await.unwrap();
        let known = create_library(
            &app.deps,
            &format!("Mine {place}"),
            "A council",
            api_types::membership::Nation::Wales,
            "Wales",
            "Town",
            "CF1 2BB",
        )
        .await
        .unwrap();
        create_organisation(&app.deps, known, &[(member.id.0, AffiliationRole::Trustee)]).await.unwrap();
        let new = NewInvitation {
            name: "A library".into(),
            email: format!("library{place}@example.org"),
            ..NewInvitation::default()
        };
        if place < 18 {
            member.create_invitation(&new).await.unwrap();
        }
    }
    app.settle().await;
}

/// What each list costs, in queries.
async fn costs(app: &TestApp, admin: &Persona, question_id: ThreadId) -> Vec<(&'static str, usize)> {
    let near = NearQuery { near: "51.5,-3.2".into(), ..NearQuery::default() };
    let prospects = ProspectQuery { status: Some(ProspectStatus::Joined), ..ProspectQuery::default() };
    let search = SearchQuery { q: "lease".into(), ..SearchQuery::default() };
    vec![
        ("questions", app.queries_of(admin.list_questions(&ThreadQuery::default())).await),
        ("a question", app.queries_of(admin.get_question(question_id)).await),
        ("answers", app.queries_of(admin.list_answers(question_id, &PostQuery::default())).await),
        ("resources", app.queries_of(admin.list_resources(&ResourceQuery::default())).await),
        ("libraries", app.queries_of(admin.list_libraries(&LibraryQuery::default())).await),
        ("organisations", app.queries_of(admin.list_organisations(&OrganisationQuery::default())).await),
        ("the map", app.queries_of(admin.list_map_points(&MapQuery::default())).await),
        ("near a place", app.queries_of(admin.list_near(&near)).await),
        ("prospects", app.queries_of(admin.list_prospects(&prospects)).await),
        ("coverage", app.queries_of(admin.get_coverage()).await),
        ("members", app.queries_of(admin.list_members(&MemberQuery::default())).await),
        ("skills", app.queries_of(admin.list_skills(&SkillQuery::default())).await),
        ("my affiliations", app.queries_of(admin.list_my_affiliations()).await),
        ("invitations", app.queries_of(admin.list_invitations(&InvitationQuery::default())).await),
        (
            "affiliation requests",
            app.queries_of(admin.list_affiliation_requests(&AffiliationRequestQuery::default())).await,
        ),
        ("the register's queue", app.queries_of(admin.get_register_queue()).await),
        ("applications", app.queries_of(admin.list_applications(&ApplicationQuery::default())).await),
        ("tags", app.queries_of(admin.list_tags(&TagQuery::default())).await),
        ("shelves", app.queries_of(admin.list_shelves()).await),
        ("search", app.queries_of(admin.search(&search)).await),
    ]
}

#[tokio::test]
async fn lists_long_and_short_cost_the_same_queries() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let asked = admin.ask_question(&question("What did your lease leave out?")).await.unwrap();
    add(&app, &admin, asked.id, 0, 2).await;
    let short = costs(&app, &admin, asked.id).await;
    add(&app, &admin, asked.id, 2, 20).await;
    let long = costs(&app, &admin, asked.id).await;
    assert_eq!(short, long);
    println!("queries, that of the session included: {long:?}");
    // Posts come with what stands around them: votes, comments, reactions and replies, each in one query.
    let most = |what: &str| match what {
        "a question" => 18,
        "answers" => 12,
        "questions" => 9,
        _ => 6,
    };
    assert!(long.iter().all(|(what, queries)| *queries <= most(what)), "{long:?}");
}
