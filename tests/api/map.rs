//! The map and what is near: what is on it, put together, and what it must not tell.

use std::fmt::Write as _;

use api_types::membership::{
    AffiliationRole, Exactness, ImportQuery, LibraryQuery, MapQuery, MapShow, Nation, NearQuery, OrganisationKind,
    OrganisationPatch, OrganisationQuery,
};
use api_types::{ErrorCode, LibraryId, OrganisationId};
use domain::membership::create_organisation;
use entity::organisation;
use harness::{Persona, TestApp};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

const CSV: &str = "name,authority,region,nation,postcode,latitude,longitude,year_closed\n\
    Alderbrook,Calderfell Council,North West,England,CA1 1AA,54.1,-2.9,\n\
    Brynteg,Cyngor Derwen,Wales,Wales,CF10 1AA,51.4816,-3.1791,\n\
    Cwm Derwen,Cyngor Derwen,Wales,Wales,CF10 2BB,51.4850,-3.1800,\n\
    Dunfell,Fife,Scotland,Scotland,KY1 1AA,56.11,-3.16,\n\
    Elsewhere,Fife,Scotland,Scotland,KY2 1AA,,,\n\
    Fallen,Fife,Scotland,Scotland,KY3 1AA,56.2,-3.2,2015\n";

/// The register of the tests.
async fn imported(app: &TestApp) -> Persona {
    let admin = app.admin().await;
    admin.import_libraries(&ImportQuery { preview: false }, CSV.into()).await.unwrap();
    admin
}

async fn library(app: &TestApp, name: &str) -> LibraryId {
    let query = LibraryQuery { q: Some(name.into()), ..LibraryQuery::default() };
    app.anonymous().list_libraries(&query).await.unwrap().items[0].id
}

/// An organisation that runs a library, and its primary contact.
async fn founded(app: &TestApp, name: &str) -> (OrganisationId, Persona) {
    let contact = app.member(&format!("Carys {name}")).await;
    let id = library(app, name).await;
    let id = create_organisation(&app.deps, id.0, &[(contact.id.0, AffiliationRole::Trustee)]).await.unwrap();
    (OrganisationId(id), contact)
}

/// An organisation without a library, at a place that no register has.
async fn at_home(app: &TestApp, name: &str, exactness: Exactness) -> OrganisationId {
    let row = organisation::ActiveModel {
        kind: Set("exploring".into()),
        name: Set(name.into()),
        slug: Set("words".into()),
        nation: Set(Some("wales".into())),
        region: Set("Wales".into()),
        postcode: Set("LL57 9ZZ".into()),
        latitude: Set(Some(53.2274)),
        longitude: Set(Some(-4.1293)),
        exactness: Set(exactness.as_str().into()),
        search_text: Set("canary wales".into()),
        created_at: Set(0),
        updated_at: Set(0),
        ..Default::default()
    };
    let id = row.insert(&app.deps.write).await.unwrap().id;
    app.deps.touch();
    OrganisationId(id)
}

fn part(west: f64, south: f64, east: f64, north: f64, zoom: u8) -> MapQuery {
    MapQuery {
        west: Some(west),
        south: Some(south),
        east: Some(east),
        north: Some(north),
        zoom: Some(zoom),
        ..MapQuery::default()
    }
}

fn near(place: &str) -> NearQuery {
    NearQuery { near: place.into(), ..NearQuery::default() }
}

#[tokio::test]
async fn list_map_points_puts_together_what_is_near_and_says_what_has_no_place() {
    let app = TestApp::start().await;
    imported(&app).await;
    founded(&app, "Brynteg").await;
    let whole = app.anonymous().list_map_points(&MapQuery::default()).await.unwrap();
    let counts: Vec<_> = whole.marks.iter().map(|mark| (mark.organisation_count, mark.library_count)).collect();
    // From north to south: Dunfell, Alderbrook, then Cardiff, where the library of the organisation is one with it.
    assert_eq!(counts, [(0, 1), (0, 1), (1, 1)]);
    assert!(whole.marks[2].item.is_none());
    assert_eq!(whole.marks[0].item.as_ref().map(|item| item.name.as_str()), Some("Dunfell"));
    assert_eq!((whole.total, whole.unplaced), (4, 1));
    let names: Vec<_> = whole.items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["Alderbrook", "Brynteg", "Cwm Derwen", "Dunfell"]);
    let libraries = MapQuery { show: Some(MapShow::Libraries), ..MapQuery::default() };
    let libraries = app.anonymous().list_map_points(&libraries).await.unwrap();
    assert_eq!((libraries.marks[2].library_count, libraries.marks[2].joined_count), (2, 1));
    // Looked at closely, Cardiff comes apart and the rest is out of sight.
    let close = app.anonymous().list_map_points(&part(-3.2, 51.47, -3.16, 51.5, 8)).await.unwrap();
    assert_eq!((close.marks.len(), close.total), (2, 2));
    assert_eq!(close.marks[0].item.as_ref().unwrap().library_id, Some(library(&app, "Cwm Derwen").await));
}

#[tokio::test]
async fn list_map_points_is_filtered_as_the_directory_is() {
    let app = TestApp::start().await;
    imported(&app).await;
    founded(&app, "Brynteg").await;
    at_home(&app, "Canary", Exactness::Exact).await;
    let names = async |query: MapQuery| -> Vec<String> {
        let found = app.anonymous().list_map_points(&query).await.unwrap();
        found.items.into_iter().map(|item| item.name).collect()
    };
    let wales = MapQuery { nation: Some(Nation::Wales), ..MapQuery::default() };
    assert_eq!(names(wales).await, ["Brynteg", "Canary", "Cwm Derwen"]);
    let organisations = MapQuery { show: Some(MapShow::Organisations), ..MapQuery::default() };
    assert_eq!(names(organisations).await, ["Brynteg", "Canary"]);
    let libraries = MapQuery { show: Some(MapShow::Libraries), region: Some("Wales".into()), ..MapQuery::default() };
    assert_eq!(names(libraries).await, ["Brynteg", "Cwm Derwen"]);
    let exploring = MapQuery { kind: Some(OrganisationKind::Exploring), ..MapQuery::default() };
    assert_eq!(names(exploring).await, ["Canary"]);
    let words = MapQuery { q: Some("calderfell".into()), ..MapQuery::default() };
    assert_eq!(names(words).await, ["Alderbrook"]);
    let authority = MapQuery { authority: Some("Fife".into()), ..MapQuery::default() };
    assert_eq!(names(authority).await, ["Dunfell"]);
}

#[tokio::test]
async fn list_map_points_of_a_wrong_part_says_what_to_do() {
    let app = TestApp::start().await;
    for query in [part(2.0, 50.0, 1.0, 51.0, 0), part(1.0, 51.0, 2.0, 50.0, 0)] {
        let refused = app.anonymous().list_map_points(&query).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::Invalid));
    }
    for query in ["west=NaN", "zoom=9", "west=inf", "north=91", "zoom=-1", "show=none"] {
        let answer = reqwest::get(format!("{}/api/v1/map-points?{query}", app.base_url)).await.unwrap();
        assert_eq!(answer.status(), 422, "{query}");
    }
}

#[tokio::test]
async fn list_map_points_of_the_whole_world_closely_is_still_some_hundred_marks() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let mut csv = String::from("name,nation,postcode,latitude,longitude\n");
    for place in 0..1200 {
        let (row, column) = (place / 40, place % 40);
        let (north, east) = (50.0 + f64::from(row) / 3.0, -6.0 + f64::from(column) / 5.0);
        writeln!(csv, "Library {place},England,LS{} {}AA,{north},{east}", place / 10 % 90 + 1, place % 10).unwrap();
    }
    let report = admin.import_libraries(&ImportQuery { preview: false }, csv.into_bytes()).await.unwrap();
    assert_eq!(report.created, 1200);
    for query in [part(-180.0, -90.0, 180.0, 90.0, 8), part(-8.75, 49.8, 2.1, 61.0, 8)] {
        let found = app.anonymous().list_map_points(&query).await.unwrap();
        assert!(found.marks.len() <= 400 && found.items.len() == 50, "{} marks", found.marks.len());
        assert_eq!(found.marks.iter().map(|mark| mark.library_count).sum::<u32>(), 1200);
        assert_eq!(found.total, 1200);
    }
}

#[tokio::test]
async fn list_near_tells_the_nearest_first_with_their_distance() {
    let app = TestApp::start().await;
    imported(&app).await;
    founded(&app, "Brynteg").await;
    let found = app.anonymous().list_near(&near("51.48,-3.18")).await.unwrap();
    let told: Vec<_> = found.items.iter().map(|item| (item.name.as_str(), item.library_id.is_some())).collect();
    assert_eq!(told[..2], [("Brynteg", false), ("Cwm Derwen", true)]);
    let distances: Vec<f64> = found.items.iter().filter_map(|item| item.distance_km).collect();
    assert!(distances.len() == 4 && distances.is_sorted() && distances[1] < 1.0 && distances[3] > 400.0);
    // A postcode is where the register has it, or its first half.
    for place in ["cf101aa", "CF10 9ZZ", "cf10"] {
        let found = app.anonymous().list_near(&NearQuery { limit: Some(1), ..near(place) }).await.unwrap();
        assert_eq!(found.items.len(), 1);
        assert_eq!(found.items[0].authority, "Cyngor Derwen", "{place}");
    }
    for place in ["ZE1 0AA", "Cardiff", "", "91,0", "NaN,NaN", "%"] {
        let refused = app.anonymous().list_near(&near(place)).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::Invalid), "{place}");
    }
}

#[tokio::test]
async fn organisation_that_tells_its_region_only_leaks_no_place_anywhere() {
    let app = TestApp::start().await;
    imported(&app).await;
    let id = at_home(&app, "Canary", Exactness::Region).await;
    let visitor = app.anonymous();
    let map = visitor.list_map_points(&MapQuery::default()).await.unwrap();
    assert_eq!(map.regions.len(), 1);
    let region = &map.regions[0];
    assert_eq!((region.nation, region.region.as_deref(), region.organisation_count), (Nation::Wales, Some("Wales"), 1));
    // The middle of Wales, and far from where it is.
    assert!((region.latitude - 52.0).abs() < 0.01 && (region.longitude + 3.77).abs() < 0.01);
    // No part of the map, however small, tells that it is there.
    let around = part(-4.14, 53.22, -4.12, 53.23, 8);
    let there = visitor.list_map_points(&around).await.unwrap();
    assert_eq!((there.total, there.marks.len(), there.regions), (0, 0, map.regions.clone()));
    let mut told = vec![
        serde_json::to_string(&map).unwrap(),
        serde_json::to_string(&visitor.list_near(&near("53,-4")).await.unwrap()).unwrap(),
        serde_json::to_string(&visitor.get_organisation(id).await.unwrap()).unwrap(),
    ];
    for words in ["canary", "ll57", "ll579zz", "LL57 9ZZ", "9zz"] {
        let q = Some(words.to_owned());
        let listed = OrganisationQuery { q: q.clone(), ..OrganisationQuery::default() };
        let found = visitor.list_organisations(&listed).await.unwrap();
        assert_eq!(found.items.is_empty(), words != "canary", "{words}");
        told.push(serde_json::to_string(&found).unwrap());
        let seen = visitor.list_map_points(&MapQuery { q, ..MapQuery::default() }).await.unwrap();
        assert_eq!(seen.regions.is_empty(), words != "canary", "{words}");
        told.push(serde_json::to_string(&seen).unwrap());
    }
    app.settle().await;
    let search = api_types::search::SearchQuery { q: "LL57 9ZZ".into(), ..api_types::search::SearchQuery::default() };
    told.push(serde_json::to_string(&visitor.search(&search).await.unwrap()).unwrap());
    let refused = visitor.list_near(&near("LL57 9ZZ")).await.unwrap_err();
    told.push(format!("{refused:?}"));
    for answer in told {
        for secret in ["LL57", "9ZZ", "53.2", "-4.1"] {
            assert!(!answer.contains(secret), "{secret} in {answer}");
        }
    }
}

#[tokio::test]
async fn organisation_that_tells_its_town_is_chosen_and_measured_by_no_more() {
    let app = TestApp::start().await;
    imported(&app).await;
    let (id, contact) = founded(&app, "Brynteg").await;
    let patch = OrganisationPatch { exactness: Some(Exactness::Town), ..OrganisationPatch::default() };
    contact.update_organisation(id, 1, &patch).await.unwrap();
    let show = Some(MapShow::Organisations);
    // It stands at 51.4816, -3.1791 and is shown at 51.5, -3.2: a part that holds only the one or the other.
    let real = MapQuery { show, ..part(-3.19, 51.47, -3.17, 51.49, 8) };
    assert_eq!(app.anonymous().list_map_points(&real).await.unwrap().total, 0);
    let shown = MapQuery { show, ..part(-3.21, 51.49, -3.19, 51.51, 8) };
    let found = app.anonymous().list_map_points(&shown).await.unwrap();
    assert_eq!((found.total, found.items[0].postcode.as_str()), (1, "CF10"));
    let by = app.anonymous().list_near(&NearQuery { show, ..near("51.5,-3.2") }).await.unwrap();
    assert_eq!(by.items[0].distance_km, Some(0.0));
    // The library in its care stays where the register has it.
    let libraries = NearQuery { show: Some(MapShow::Libraries), ..near("51.4816,-3.1791") };
    assert_eq!(app.anonymous().list_near(&libraries).await.unwrap().items[0].distance_km, Some(0.0));
}
