//! Organisations: what is told of them to whom, and who changes it.

use api_types::membership::{
    AffiliationRole, Exactness, Holding, ImportQuery, LegalForm, Nation, NewEnding, OperatingModel, OrganisationPatch,
    OrganisationQuery, SoleHolderQuery,
};
use api_types::{ErrorCode, LibraryId, OrganisationId};
use domain::membership::{create_library, create_organisation};
use entity::library;
use harness::{Persona, TestApp};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// An organisation with a primary contact and another member.
async fn founded(app: &TestApp, name: &str) -> (OrganisationId, Persona, Persona) {
    let contact = app.member(&format!("Carys {name}")).await;
    let other = app.member(&format!("Owain {name}")).await;
    let library = create_library(&app.deps, name, "Derwen Council", Nation::Wales, "Wales", "Heol Fawr", "CF10 1AA")
        .await
        .unwrap();
    place(app, LibraryId(library)).await;
    let people = [(contact.id.0, AffiliationRole::Trustee), (other.id.0, AffiliationRole::Volunteer)];
    let id = create_organisation(&app.deps, library, &people).await.unwrap();
    (OrganisationId(id), contact, other)
}

async fn place(app: &TestApp, id: LibraryId) {
    library::Entity::update_many()
        .col_expr(library::Column::Latitude, Expr::value(51.4816))
        .col_expr(library::Column::Longitude, Expr::value(-3.1791))
        .filter(library::Column::Id.eq(id.0))
        .exec(&app.deps.write)
        .await
        .unwrap();
}

fn shown(exactness: Exactness) -> OrganisationPatch {
    OrganisationPatch { exactness: Some(exactness), ..OrganisationPatch::default() }
}

fn wanted(q: &str) -> OrganisationQuery {
    OrganisationQuery { q: Some(q.into()), ..OrganisationQuery::default() }
}

#[tokio::test]
async fn get_organisation_tells_people_to_members_only() {
    let app = TestApp::start().await;
    let (id, contact, other) = founded(&app, "Cwm Derwen").await;
    let public = app.anonymous().get_organisation(id).await.unwrap();
    assert_eq!((public.summary.name.as_str(), public.libraries.len()), ("Cwm Derwen", 1));
    assert!(public.primary_contact.is_none() && public.voter.is_none() && !public.viewer.can_see_people);
    let waiting = app.applicant().await.get_organisation(id).await.unwrap();
    assert!(waiting.primary_contact.is_none() && !waiting.viewer.can_see_people);
    let inside = other.get_organisation(id).await.unwrap();
    assert_eq!(inside.primary_contact.map(|member| member.id), Some(contact.id));
    assert!(inside.viewer.can_see_people && !inside.viewer.can_edit && inside.viewer.affiliation.is_some());
    let outside = app.member("Nia Outside").await.get_organisation(id).await.unwrap();
    assert!(outside.viewer.can_see_people && outside.viewer.affiliation.is_none());
    assert!(contact.get_organisation(id).await.unwrap().viewer.can_edit);
    let missing = app.anonymous().get_organisation(OrganisationId(999_999)).await.unwrap_err();
    assert_eq!(missing.code(), Some(ErrorCode::NotFound));
}

#[tokio::test]
async fn update_organisation_by_its_contact_is_kept_and_by_others_refused() {
    let app = TestApp::start().await;
    let (id, contact, other) = founded(&app, "Cwm Derwen").await;
    let version = contact.get_organisation(id).await.unwrap().version;
    let patch = OrganisationPatch {
        name: Some("Friends of Cwm Derwen".into()),
        about: Some("We run a **library**. <script>alert(1)</script>".into()),
        website: Some("derwen.example.org".into()),
        number: Some("118 2047".into()),
        legal_form: Some(LegalForm::CharitableIncorporatedOrganisation),
        ..OrganisationPatch::default()
    };
    let refused = other.update_organisation(id, version, &patch).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::Forbidden));
    let after = contact.update_organisation(id, version, &patch).await.unwrap();
    assert_eq!(after.number.as_deref(), Some("GB-CHC-1182047"));
    assert_eq!(after.website.as_deref(), Some("https://derwen.example.org/"));
    assert_eq!(after.summary.slug, "friends-of-cwm-derwen");
    assert!(after.about_html.contains("<strong>library</strong>") && !after.about_html.contains("<script"));
    let late = contact.update_organisation(id, version, &patch).await.unwrap_err();
    assert_eq!(late.code(), Some(ErrorCode::EditConflict));
    // Staff may too, and an empty text takes away.
    let nothing = OrganisationPatch { number: Some(String::new()), ..OrganisationPatch::default() };
    let staff = app.admin().await;
    assert_eq!(staff.update_organisation(id, after.version, &nothing).await.unwrap().number, None);
}

#[tokio::test]
async fn update_organisation_with_a_wrong_or_taken_number_says_so() {
    let app = TestApp::start().await;
    let (first, contact, _) = founded(&app, "Cwm Derwen").await;
    let (second, _, _) = founded(&app, "Alderbrook").await;
    let admin = app.admin().await;
    let number = |text: &str| OrganisationPatch { number: Some(text.into()), ..OrganisationPatch::default() };
    let short = contact.update_organisation(first, 1, &number("SC01234")).await.unwrap_err();
    assert_eq!(short.code(), Some(ErrorCode::Invalid));
    assert!(format!("{short:?}").contains("you have typed 5"), "{short:?}");
    contact.update_organisation(first, 1, &number("SC012345")).await.unwrap();
    let taken = admin.update_organisation(second, 1, &number("GB-SC-SC012345")).await.unwrap_err();
    assert_eq!(taken.code(), Some(ErrorCode::Invalid));
}

#[tokio::test]
async fn organisation_shown_less_exactly_tells_and_is_found_by_no_more() {
    let app = TestApp::start().await;
    let (id, contact, _) = founded(&app, "Cwm Derwen").await;
    let visitor = app.anonymous();
    let exact = visitor.get_organisation(id).await.unwrap().summary;
    assert_eq!((exact.postcode.as_str(), exact.latitude), ("CF10 1AA", Some(51.4816)));
    contact.update_organisation(id, 1, &shown(Exactness::Town)).await.unwrap();
    let town = visitor.get_organisation(id).await.unwrap().summary;
    assert_eq!((town.postcode.as_str(), town.latitude, town.longitude), ("CF10", Some(51.5), Some(-3.2)));
    assert_eq!(visitor.list_organisations(&wanted("cwm")).await.unwrap().items, vec![town]);
    assert!(visitor.list_organisations(&wanted("cf101aa")).await.unwrap().items.is_empty());
    contact.update_organisation(id, 2, &shown(Exactness::Region)).await.unwrap();
    let region = visitor.get_organisation(id).await.unwrap().summary;
    assert_eq!((region.postcode.as_str(), region.latitude, region.longitude), ("", None, None));
    assert!(visitor.list_organisations(&wanted("cf10")).await.unwrap().items.is_empty());
    // Who may change it sees what is stored.
    assert_eq!(contact.get_organisation(id).await.unwrap().summary.postcode, "CF10 1AA");
}

#[tokio::test]
async fn list_organisations_is_filtered_and_paged_by_name() {
    let app = TestApp::start().await;
    for name in ["Cwm Derwen", "Alderbrook", "Brynteg"] {
        founded(&app, name).await;
    }
    let visitor = app.anonymous();
    let mut query = OrganisationQuery { nation: Some(Nation::Wales), limit: Some(2), ..OrganisationQuery::default() };
    let first = visitor.list_organisations(&query).await.unwrap();
    let names: Vec<&str> = first.items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["Alderbrook", "Brynteg"]);
    query.after = first.next;
    let second = visitor.list_organisations(&query).await.unwrap();
    assert_eq!((second.items[0].name.as_str(), second.next), ("Cwm Derwen", None));
    let none = OrganisationQuery { authority: Some("Elsewhere".into()), ..OrganisationQuery::default() };
    assert!(visitor.list_organisations(&none).await.unwrap().items.is_empty());
    let independent = OrganisationQuery { model: Some(OperatingModel::Independent), ..OrganisationQuery::default() };
    assert!(visitor.list_organisations(&independent).await.unwrap().items.is_empty());
    let staff = app.admin().await;
    let known = staff.get_organisation(first.items[0].id).await.unwrap();
    let patch = OrganisationPatch { model: Some(OperatingModel::Independent), ..OrganisationPatch::default() };
    staff.update_organisation(known.summary.id, known.version, &patch).await.unwrap();
    let found = visitor.list_organisations(&independent).await.unwrap().items;
    assert_eq!(found.iter().map(|one| one.id).collect::<Vec<_>>(), [known.summary.id]);
}

#[tokio::test]
async fn import_libraries_leaves_what_members_changed_alone() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let csv = |town: &str| format!("name,postcode,nation,address\nCwm Derwen,CF10 1AA,Wales,{town}\n").into_bytes();
    admin.import_libraries(&ImportQuery { preview: false }, csv("Heol Fawr")).await.unwrap();
    library::Entity::update_many()
        .col_expr(library::Column::Version, Expr::value(2))
        .col_expr(library::Column::Address, Expr::value("Stryd Newydd"))
        .filter(library::Column::Name.eq("Cwm Derwen"))
        .exec(&app.deps.write)
        .await
        .unwrap();
    let report = admin.import_libraries(&ImportQuery { preview: false }, csv("Heol Arall")).await.unwrap();
    assert_eq!((report.updated, report.unchanged, report.kept), (0, 0, 1));
    let row = library::Entity::find().one(&app.deps.read).await.unwrap().unwrap();
    assert_eq!(row.address, "Stryd Newydd");
}

#[tokio::test]
async fn end_affiliation_of_the_contact_needs_a_successor_and_the_last_leaves_to_staff() {
    let app = TestApp::start().await;
    let (id, contact, other) = founded(&app, "Cwm Derwen").await;
    let people = other.get_holdings(id).await.unwrap().people;
    assert_eq!(people[0].holds, [Holding::PrimaryContact, Holding::Voter]);
    let (first, second) = (people[0].id, people[1].id);
    let refused = other.end_affiliation(first, &NewEnding::default()).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::Forbidden));
    for named in [None, Some(contact.id), Some(app.member("Nia Outside").await.id)] {
        let wrong = NewEnding { primary_contact_id: named, voter_id: named };
        let unnamed = contact.end_affiliation(first, &wrong).await.unwrap_err();
        assert_eq!(unnamed.code(), Some(ErrorCode::Invalid));
    }
    let named = NewEnding { primary_contact_id: Some(other.id), voter_id: Some(other.id) };
    assert!(!contact.end_affiliation(first, &named).await.unwrap().is_left_to_staff);
    assert_eq!(contact.get_me().await.unwrap().organisation, None);
    let after = other.get_organisation(id).await.unwrap();
    assert!(after.viewer.can_edit && after.summary.member_count == 1);
    let again = contact.end_affiliation(first, &named).await.unwrap_err();
    assert_eq!(again.code(), Some(ErrorCode::Conflict));
    assert!(other.end_affiliation(second, &NewEnding::default()).await.unwrap().is_left_to_staff);
    assert_eq!(other.get_holdings(id).await.unwrap().unheld, [Holding::PrimaryContact, Holding::Voter]);
    let alone = app.admin().await.list_sole_holders(&SoleHolderQuery::default()).await.unwrap().items;
    assert_eq!((alone.len(), alone[0].organisation_id, alone[0].holder.is_none()), (1, id, true));
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn end_affiliation_of_two_at_once_leaves_nothing_with_somebody_who_has_gone() {
    let app = TestApp::start().await;
    for round in 0..5 {
        let (id, contact, other) = founded(&app, &format!("Cwm Derwen {round}")).await;
        let people = other.get_holdings(id).await.unwrap().people;
        let named = NewEnding { primary_contact_id: Some(other.id), voter_id: Some(other.id) };
        let alone = NewEnding::default();
        let (one, two) =
            tokio::join!(contact.end_affiliation(people[0].id, &named), other.end_affiliation(people[1].id, &alone));
        assert!(one.is_ok() || two.is_ok());
        let after = app.member(&format!("Nia {round}")).await.get_holdings(id).await.unwrap();
        let held = after.people.iter().flat_map(|person| &person.holds).count();
        assert_eq!(held, if after.people.is_empty() { 0 } else { 2 }, "{after:?}");
    }
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}
