//! Libraries: who runs them, taking one on, putting it right, adding one, and the register coming again.

use api_types::membership::{
    ImportQuery, ImportReport, LibraryOutcome, LibraryPatch, LibraryQuery, Nation, NewCare, NewLibrary,
    NewLibraryDecision,
};
use api_types::{ErrorCode, LibraryId, OrganisationId};
use domain::membership::create_library;
use harness::{Persona, TestApp};

use crate::affiliations::founded;

async fn unclaimed(app: &TestApp, name: &str) -> LibraryId {
    let made = create_library(&app.deps, name, "A council", Nation::Wales, "Wales", "Heol Fawr", "CF10 2BB");
    LibraryId(made.await.unwrap())
}

fn missing(name: &str) -> NewLibrary {
    NewLibrary {
        name: name.into(),
        authority: "A council".into(),
        nation: Nation::Wales,
        region: "Wales".into(),
        address: "1 Stryd Newydd".into(),
        postcode: "cf10 3cc".into(),
        is_community_managed: true,
    }
}

fn named(q: &str) -> LibraryQuery {
    LibraryQuery { q: Some(q.into()), ..LibraryQuery::default() }
}

async fn finds(who: &Persona, q: &str) -> usize {
    who.list_libraries(&named(q)).await.unwrap().items.len()
}

const CONFIRM: NewLibraryDecision = NewLibraryDecision { outcome: LibraryOutcome::Confirmed };
const DECLINE: NewLibraryDecision = NewLibraryDecision { outcome: LibraryOutcome::Declined };

#[tokio::test]
async fn take_on_library_is_for_the_contact_of_the_organisation_and_staff_see_it() {
    let app = TestApp::start().await;
    let (contact, other) = (app.member("Carys Contact").await, app.member("Owain Other").await);
    let id = founded(&app, "Cwm Derwen", &[&contact, &other]).await;
    let library = unclaimed(&app, "Brynteg").await;
    let seen = contact.get_library(library).await.unwrap();
    assert_eq!(seen.viewer.carers.iter().map(|carer| carer.id).collect::<Vec<_>>(), [id]);
    assert!(other.get_library(library).await.unwrap().viewer.carers.is_empty());
    let care = NewCare { organisation_id: id };
    assert_eq!(other.take_on_library(library, &care).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    let taken = contact.take_on_library(library, &care).await.unwrap();
    assert_eq!(taken.organisation.map(|organisation| organisation.id), Some(id));
    assert!(taken.summary.is_claimed && taken.viewer.can_give_up && taken.viewer.carers.is_empty());
    assert_eq!(contact.get_organisation(id).await.unwrap().summary.library_count, 2);
    let queue = app.admin().await.get_register_queue().await.unwrap();
    assert!(queue.taken_on.iter().any(|one| one.library.id == library && one.organisation == "Cwm Derwen"));
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn take_on_library_that_another_runs_is_refused_until_it_is_given_up() {
    let app = TestApp::start().await;
    let (one, two) = (app.member("Carys One").await, app.member("Bea Two").await);
    let (first, second) = (founded(&app, "Cwm Derwen", &[&one]).await, founded(&app, "Alderbrook", &[&two]).await);
    let library = one.get_organisation(first).await.unwrap().libraries[0].id;
    let refused = two.take_on_library(library, &NewCare { organisation_id: second }).await.unwrap_err();
    assert_eq!(refused.code(), Some(ErrorCode::Conflict));
    assert!(format!("{refused:?}").contains("Ask to join"), "{refused:?}");
    assert_eq!(two.give_up_library(library).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    let given = one.give_up_library(library).await.unwrap();
    assert!(given.organisation.is_none() && !given.summary.is_claimed);
    assert_eq!(one.give_up_library(library).await.unwrap_err().code(), Some(ErrorCode::Conflict));
    two.take_on_library(library, &NewCare { organisation_id: second }).await.unwrap();
    let nowhere = NewCare { organisation_id: OrganisationId(999_999) };
    assert_eq!(two.take_on_library(library, &nowhere).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn take_on_library_by_two_at_once_gives_it_to_one() {
    let app = TestApp::start().await;
    let (one, two) = (app.member("Carys One").await, app.member("Bea Two").await);
    let (first, second) = (founded(&app, "Cwm Derwen", &[&one]).await, founded(&app, "Alderbrook", &[&two]).await);
    for round in 0..5 {
        let library = unclaimed(&app, &format!("Library {round}")).await;
        let (by_one, by_two) = (NewCare { organisation_id: first }, NewCare { organisation_id: second });
        let (one, two) = tokio::join!(one.take_on_library(library, &by_one), two.take_on_library(library, &by_two));
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
    }
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn update_library_by_those_who_run_it_stays_when_the_register_comes_again() {
    let app = TestApp::start().await;
    let (admin, contact) = (app.admin().await, app.member("Carys Contact").await);
    let id = founded(&app, "Derwen Friends", &[&contact]).await;
    let csv = |town: &str, closed: &str| {
        format!("name,postcode,nation,address,year_closed\nCwm Derwen,CF10 1AA,Wales,{town},{closed}\nPontlas,CF10 9ZZ,Wales,{town},{closed}\n")
            .into_bytes()
    };
    let import = async |preview: bool, csv: Vec<u8>| -> ImportReport {
        admin.import_libraries(&ImportQuery { preview }, csv).await.unwrap()
    };
    import(false, csv("Heol Fawr", "")).await;
    let library = admin.list_libraries(&named("cwm derwen")).await.unwrap().items[0].id;
    let patch = LibraryPatch { address: Some("Stryd Newydd".into()), ..LibraryPatch::default() };
    assert_eq!(contact.update_library(library, 1, &patch).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    contact.take_on_library(library, &NewCare { organisation_id: id }).await.unwrap();
    let changed = contact.update_library(library, 1, &patch).await.unwrap();
    assert_eq!((changed.version, changed.summary.address.as_str()), (2, "Stryd Newydd"));
    assert_eq!(contact.update_library(library, 1, &patch).await.unwrap_err().code(), Some(ErrorCode::EditConflict));
    assert_eq!(finds(&contact, "stryd newydd derwen").await, 1);
    let wrong = LibraryPatch { postcode: Some("NOWHERE".into()), ..LibraryPatch::default() };
    assert_eq!(contact.update_library(library, 2, &wrong).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    for preview in [true, false] {
        let report = import(preview, csv("Heol Arall", "2024")).await;
        assert_eq!((report.created, report.updated, report.unchanged, report.kept), (0, 1, 0, 1));
        let kept = report.changes.iter().find(|change| change.id == library).unwrap();
        assert!(kept.is_kept && kept.fields.iter().any(|field| field.field == "is_closed"));
        let other = report.changes.iter().find(|change| change.id != library).unwrap();
        let address = other.fields.iter().find(|field| field.field == "address").unwrap();
        assert_eq!((address.from.as_str(), address.to.as_str(), other.is_kept), ("Heol Fawr", "Heol Arall", false));
    }
    assert_eq!(contact.get_library(library).await.unwrap().summary.address, "Stryd Newydd");
    let closed = LibraryQuery { is_closed: Some(true), ..LibraryQuery::default() };
    let closed = contact.list_libraries(&closed).await.unwrap().items;
    assert_eq!(closed.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Pontlas"]);
    assert_eq!(import(false, csv("Heol Arall", "2024")).await.updated, 0);
}

#[tokio::test]
async fn add_library_is_seen_by_its_adder_and_staff_until_it_is_confirmed() {
    let app = TestApp::start().await;
    let (adder, other, admin) = (app.member("Ada Adder").await, app.member("Owain Other").await, app.admin().await);
    let id = founded(&app, "Derwen Friends", &[&adder]).await;
    let waiting = adder.add_library(&missing("Pontlas Library")).await.unwrap();
    assert!(waiting.is_added && !waiting.is_confirmed && waiting.viewer.can_edit && waiting.viewer.carers.is_empty());
    assert_eq!(waiting.summary.postcode, "CF10 3CC");
    let library = waiting.summary.id;
    for stranger in [&app.anonymous(), &other, &app.moderator().await, &app.applicant().await] {
        assert_eq!(stranger.get_library(library).await.unwrap_err().code(), Some(ErrorCode::NotFound));
        assert_eq!(finds(stranger, "pontlas").await, 0);
    }
    assert_eq!((finds(&adder, "pontlas").await, finds(&admin, "pontlas").await), (1, 1));
    let hidden = other.update_library(library, 1, &LibraryPatch::default()).await.unwrap_err();
    assert_eq!(hidden.code(), Some(ErrorCode::NotFound));
    let early = adder.take_on_library(library, &NewCare { organisation_id: id }).await.unwrap_err();
    assert_eq!(early.code(), Some(ErrorCode::Conflict));
    assert_eq!(adder.confirm_library(library, &CONFIRM).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    assert_eq!(admin.get_register_queue().await.unwrap().added[0].library.id, library);
    admin.confirm_library(library, &CONFIRM).await.unwrap();
    assert!(app.mails_to(&adder.email).await.pop().unwrap().text.contains(&format!("/libraries/{library}")));
    assert_eq!(finds(&app.anonymous(), "pontlas").await, 1);
    let twice = admin.confirm_library(library, &CONFIRM).await.unwrap_err();
    assert_eq!(twice.code(), Some(ErrorCode::Conflict));
    adder.take_on_library(library, &NewCare { organisation_id: id }).await.unwrap();
    // The register may bring it later: what members added stays as it is.
    let csv = b"name,postcode,nation,address\nPontlas Library,CF10 3CC,Wales,Elsewhere\n".to_vec();
    let report = admin.import_libraries(&ImportQuery { preview: false }, csv).await.unwrap();
    assert_eq!((report.created, report.updated, report.kept), (0, 0, 1));
    assert_eq!(adder.get_library(library).await.unwrap().summary.address, "1 Stryd Newydd");
}

#[tokio::test]
async fn add_library_twice_or_known_or_too_many_is_refused() {
    let app = TestApp::start().await;
    let (adder, other, admin) = (app.member("Ada Adder").await, app.member("Owain Other").await, app.admin().await);
    unclaimed(&app, "Brynteg").await;
    let known = NewLibrary { postcode: "CF10 2BB".into(), ..missing("BRYNTEG") };
    assert_eq!(adder.add_library(&known).await.unwrap_err().code(), Some(ErrorCode::Conflict));
    let first = adder.add_library(&missing("Pontlas")).await.unwrap();
    assert_eq!(adder.add_library(&missing("Pontlas")).await.unwrap_err().code(), Some(ErrorCode::Conflict));
    // Another member does not learn that somebody added it; staff confirm one of the two.
    let second = other.add_library(&missing("Pontlas")).await.unwrap();
    admin.confirm_library(first.summary.id, &CONFIRM).await.unwrap();
    let doubled = admin.confirm_library(second.summary.id, &CONFIRM).await.unwrap_err();
    assert_eq!(doubled.code(), Some(ErrorCode::Conflict));
    admin.confirm_library(second.summary.id, &DECLINE).await.unwrap();
    assert!(app.mails_to(&other.email).await.pop().unwrap().text.contains("took it out again"));
    assert_eq!(other.get_library(second.summary.id).await.unwrap_err().code(), Some(ErrorCode::NotFound));
    for place in 0..10 {
        adder.add_library(&missing(&format!("Library {place}"))).await.unwrap();
    }
    assert_eq!(adder.add_library(&missing("Library 10")).await.unwrap_err().code(), Some(ErrorCode::Conflict));
    let wrong = NewLibrary { postcode: "12345".into(), ..missing("Elsewhere") };
    assert_eq!(other.add_library(&wrong).await.unwrap_err().code(), Some(ErrorCode::Invalid));
}

#[tokio::test]
async fn list_libraries_is_filtered_by_joined_and_place() {
    let app = TestApp::start().await;
    let contact = app.member("Carys Contact").await;
    founded(&app, "Cwm Derwen", &[&contact]).await;
    unclaimed(&app, "Brynteg").await;
    let found = async |query: LibraryQuery| -> Vec<String> {
        app.anonymous().list_libraries(&query).await.unwrap().items.into_iter().map(|one| one.name).collect()
    };
    let joined = |is_claimed| LibraryQuery { is_claimed: Some(is_claimed), ..LibraryQuery::default() };
    assert_eq!(found(joined(true)).await, ["Cwm Derwen"]);
    assert_eq!(found(joined(false)).await, ["Brynteg"]);
    let authority = LibraryQuery { authority: Some("A council".into()), ..LibraryQuery::default() };
    assert_eq!(found(authority).await, ["Brynteg"]);
    let place = LibraryQuery { nation: Some(Nation::Wales), region: Some("Wales".into()), ..joined(true) };
    assert_eq!(found(place).await, ["Cwm Derwen"]);
}

/// The register of the four nations, where it is there.
#[tokio::test]
async fn import_libraries_of_the_whole_register_twice_changes_nothing_the_second_time() {
    let file = std::env::var_os("TEST_REGISTER").unwrap_or_else(|| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/uk-libraries/libraries_uk.csv").into()
    });
    let Ok(csv) = std::fs::read(&file) else {
        println!("left out: {} is not here; say where it is with TEST_REGISTER", file.display());
        return;
    };
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let started = std::time::Instant::now();
    let first = admin.import_libraries(&ImportQuery { preview: false }, csv.clone()).await.unwrap();
    println!("{} rows in {:?}", first.rows, started.elapsed());
    assert!(first.rows > 3000 && first.created > 3000);
    let started = std::time::Instant::now();
    let second = admin.import_libraries(&ImportQuery { preview: false }, csv).await.unwrap();
    println!("again in {:?}", started.elapsed());
    assert_eq!((second.created, second.updated, second.kept), (0, 0, 0));
    assert!(second.changes.is_empty());
    let closed = LibraryQuery { is_closed: Some(true), ..LibraryQuery::default() };
    assert!(!admin.list_libraries(&closed).await.unwrap().items.is_empty());
}
