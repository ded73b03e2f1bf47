//! The map by keyboard and by pointer, a library on its way into the network, a referral link.

use api_types::membership::{AffiliationRole, Exactness, ImportQuery, OrganisationPatch, OrganisationQuery};
use domain::membership::create_organisation;
use entity::library;
use fantoccini::key::Key;
use harness::browser::{Browser, Hand, is_ready, start_app};
use harness::{Persona, TestApp};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

const CSV: &str = "name,authority,region,nation,postcode,latitude,longitude,community_managed\n\
    Alderbrook,Calderfell Council,North West,England,CA1 1AA,54.1,-2.9,yes\n\
    Brynteg,Cyngor Derwen,Wales,Wales,CF10 1AA,51.4816,-3.1791,yes\n\
    Cwm Derwen,Cyngor Derwen,Wales,Wales,CF10 2BB,51.3,-3.2,no\n\
    Dunfell,Fife,Scotland,Scotland,KY1 1AA,56.11,-3.16,yes\n";

/// A register, with one library that has joined; gives staff and a member of it.
async fn filled(app: &TestApp) -> (Persona, Persona) {
    let (admin, member) = (app.admin().await, app.member("Carys Brynteg").await);
    admin.import_libraries(&ImportQuery { preview: false }, CSV.into()).await.unwrap();
    let row = library::Entity::find().filter(library::Column::Name.eq("Brynteg")).one(&app.deps.read).await.unwrap();
    let people = [(member.id.0, AffiliationRole::Trustee)];
    create_organisation(&app.deps, row.unwrap().id, &people).await.unwrap();
    (admin, member)
}

async fn address_has(browser: &Browser, words: &str) {
    browser.until(words, "return location.search.includes(arguments[0])", vec![json!(words)]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_is_used_with_the_keyboard_alone() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    filled(&app).await;
    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.goto("/directory").await;
    browser.press_words("On the map").await;
    browser.is_at("/directory/map").await;
    browser.sees("4 places in view").await;
    browser.is_accessible().await;
    // Closer, sideways and back to all.
    browser.tab_to("#map").await;
    browser.strike('+').await;
    browser.strike('+').await;
    browser.key(Key::Down).await;
    browser.key(Key::Left).await;
    address_has(&browser, "at=").await;
    browser.sees("place").await;
    browser.key(Key::Home).await;
    browser.until("the whole map", "return !location.search.includes('at=')", Vec::new()).await;
    browser.sees("4 places in view").await;
    // A mark of several comes apart, and the focus stays with the map.
    browser.press("#map g.mark[aria-label^='2 places']").await;
    browser.until("the focus on the map", "return document.activeElement.id === 'map'", Vec::new()).await;
    address_has(&browser, "%2C2").await;
    browser.has("#map a.mark[aria-label^='Brynteg']").await;
    browser.sees("2 places in view").await;
    browser.is_accessible().await;
    // What is asked for stands in the address, and is there again when the page is loaded again.
    browser.choose("#map-show", "Organisations only").await;
    address_has(&browser, "show=organisations").await;
    browser.sees("1 place in view").await;
    browser.reload().await;
    browser.sees("1 place in view").await;
    browser.press("#map a.mark").await;
    browser.sees("Libraries in its care").await;
    assert!(browser.path().await.starts_with("/organisations/"));
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn organisations_shown_by_their_region_are_counted_as_in_view() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (admin, _) = filled(&app).await;
    let known = admin.list_organisations(&OrganisationQuery::default()).await.unwrap().items.remove(0);
    let patch = OrganisationPatch { exactness: Some(Exactness::Region), ..OrganisationPatch::default() };
    admin.update_organisation(known.id, 1, &patch).await.unwrap();
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.goto("/directory/map?show=organisations").await;
    browser.sees("1 organisation, shown by its region only").await;
    let said = browser.run("return document.querySelector('main').innerText", Vec::new()).await.to_string();
    assert!(!said.contains("Nothing in view"), "{said}");
    // With others beside it, each is counted.
    browser.goto("/directory/map").await;
    browser.sees("4 places in view").await;
    browser.sees("1 organisation, shown by its region only").await;
    browser.is_accessible().await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_map_is_dragged_and_says_what_is_near_a_postcode() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    filled(&app).await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.goto("/directory/map").await;
    browser.sees("4 places in view").await;
    browser.press_words("Zoom in").await;
    address_has(&browser, "%2C1").await;
    // A drag to the left, as a browser tells of it.
    let drag = "const map = document.querySelector('#map'); const box = map.getBoundingClientRect();\
         const at = (type, x, buttons) => map.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0, buttons,\
         clientX: box.left + x, clientY: box.top + box.height / 2 }));\
         at('pointerdown', 300, 1); at('pointermove', 200, 1); at('pointermove', 100, 1); at('pointerup', 100, 0);\
         return location.search;";
    let before = browser.run(drag, Vec::new()).await;
    browser.until("another part", "return location.search !== arguments[0]", vec![before]).await;
    browser.press("summary").await;
    browser.sees("Your browser asks you first").await;
    browser.fill("#near", "ZZ99 9ZZ").await;
    browser.press_words("Find").await;
    browser.sees("Type another one near you.").await;
    browser.is_accessible().await;
    browser.goto("/directory/map?near=CF10+1AA").await;
    browser.sees("The nearest").await;
    browser.sees("0.0 km").await;
    browser.is_accessible().await;
    browser.press_words("Brynteg").await;
    browser.sees("Libraries in its care").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_contact_a_library_and_see_it_in_the_coverage() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (admin, _) = filled(&app).await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&admin.email).await;
    browser.goto("/admin/prospects").await;
    browser.sees("3 libraries").await;
    browser.is_accessible().await;
    browser.press_words("Alderbrook").await;
    browser.has("#status").await;
    browser.choose("#status", "Contacted").await;
    browser.fill("#next_step", "Ring the trustees").await;
    let day = "const field = document.querySelector('#next_step_on'); field.value = '2026-03-10';\
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    browser.run(day, Vec::new()).await;
    browser.choose("#owner_id", "Ann Admin").await;
    browser.press_words("Save changes").await;
    browser.sees("Due: Ring the trustees").await;
    browser.fill("#body", "They asked for the lease guide.").await;
    browser.press_words("Add note").await;
    browser.has(".thread .note").await;
    browser.is_accessible().await;
    browser.press_words("Due").await;
    address_has(&browser, "due=true").await;
    browser.sees("1 library").await;
    browser.press_words("Growth").await;
    browser.is_at("/admin/growth").await;
    browser.sees("1 of 200 libraries").await;
    let contacted = "const row = [...document.querySelectorAll('.cover tbody tr')].find((one) => one.innerText.includes('England'));\
         return row !== undefined && row.lastElementChild.innerText === '1'";
    browser.until("one contacted in England", contacted, Vec::new()).await;
    browser.is_accessible().await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_copies_the_referral_link() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let (_, member) = filled(&app).await;
    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.sign_in(&member.email).await;
    browser.goto("/account").await;
    browser.press_words("Bring others in").await;
    browser.is_at("/account/referrals").await;
    browser.sees("Nobody yet").await;
    browser.is_accessible().await;
    browser.press_words("Copy").await;
    let said = "const words = document.querySelector('.field [role=status]').innerText; return words !== ''";
    browser.until("what became of the copy", said, Vec::new()).await;
    browser.close().await;
}
