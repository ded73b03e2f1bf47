//! The pages that the journeys do not pass, looked at one by one.

use fantoccini::key::Key;
use harness::question;

use harness::browser::{Browser, Hand, is_ready, start_app};

#[tokio::test(flavor = "multi_thread")]
async fn every_public_page_is_accessible() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let member = app.member("Geoff Hartley").await;
    let asked = member.ask_question(&question("How do you cover Saturdays?")).await.unwrap();
    app.settle().await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    let pages = [
        "/questions".to_owned(),
        format!("/questions/{}", asked.id),
        "/resources".to_owned(),
        "/search?q=saturdays".to_owned(),
        "/sign-in".to_owned(),
        "/join/sent".to_owned(),
        "/setup#token=abc".to_owned(),
        "/nothing/here".to_owned(),
        "/questions/999999".to_owned(),
    ];
    for page in pages {
        browser.goto(&page).await;
        browser.is_accessible().await;
    }
    // An address with the id alone leads to the whole one.
    browser.goto(&format!("/questions/{}", asked.id)).await;
    browser.is_at(&format!("/questions/{}/{}", asked.id, asked.slug)).await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_staff_is_accessible_and_works() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let staff = app.admin().await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&staff.email).await;
    for page in [
        "/admin/applications",
        "/admin/sole-holders",
        "/admin/libraries",
        "/admin/shelves",
        "/resources/add",
        "/admin/settings",
    ] {
        browser.goto(page).await;
        browser.is_accessible().await;
    }
    browser.run("document.querySelector('#goal').select()", Vec::new()).await;
    browser.type_on("250").await;
    browser.press_words("Save changes").await;
    browser.sees("Saved.").await;
    assert_eq!(staff.get_network().await.unwrap().goal, 250);

    browser.goto("/admin/shelves").await;
    browser.fill("#name", "Garden and allotment").await;
    browser.press_words("Add shelf").await;
    browser.sees("Garden and allotment").await;

    // The register: first what would happen, then it happens.
    browser.goto("/admin/libraries").await;
    browser.sees("No library found").await;
    let register = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("browser/register.csv");
    browser.attach("#import-file", &register.canonicalize().unwrap()).await;
    browser.sees("2 rows: 2 new").await;
    browser.press_words("Import now").await;
    browser.sees("Alderbrook").await;
    browser.is_accessible().await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_shared_and_can_be_downloaded() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let member = app.member("Geoff Hartley").await;
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.sign_in(&member.email).await;
    browser.goto("/resources/add").await;
    browser.tick("#form-file").await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("rota.txt");
    std::fs::write(&path, "Monday: Priya").unwrap();
    browser.attach("#file", &path).await;
    browser.sees("rota.txt has arrived").await;
    browser.fill("#title", "A rota that survives the summer").await;
    browser.fill("#summary", "Two weeks on one page.").await;
    browser.choose("#shelf_id", "Volunteers and rotas").await;
    browser.press_words("Share it").await;
    browser.sees("Catalogue record").await;
    let link = browser.run("return document.querySelector('a[download]').href", Vec::new()).await;
    let file = reqwest::get(link.as_str().unwrap()).await.unwrap();
    assert_eq!(file.bytes().await.unwrap().as_ref(), b"Monday: Priya");
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_menu_of_a_small_screen_opens_and_closes() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let browser = Browser::open(&app, Hand::Keyboard).await;
    browser.resize(375).await;
    browser.goto("/").await;
    browser.press_words("Menu").await;
    browser.has(".mainnav[data-open]").await;
    browser.press_words("Resources").await;
    browser.is_at("/resources").await;
    browser.has(".mainnav:not([data-open])").await;
    // The page that was opened has the focus, so that it is read and Tab goes on from there.
    browser.until("the focus on main", "return document.activeElement.id === 'main'", Vec::new()).await;
    browser.key(Key::Tab).await;
    browser.close().await;
}
