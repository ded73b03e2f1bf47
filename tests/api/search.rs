//! Search over questions, answers and resources.

use api_types::ShelfId;
use api_types::forum::NewPost;
use api_types::resources::{NewResource, ResourceKind};
use api_types::search::{SearchKind, SearchQuery, SearchResults};
use harness::{Persona, TestApp, question};

async fn filled() -> (TestApp, Persona) {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let asked = ada.ask_question(&question("How do you cover Saturdays on the volunteer rota?")).await.unwrap();
    ada.answer_question(
        asked.id,
        &NewPost { body: "We pay a student for peppercorn money.".into(), ..NewPost::default() },
    )
    .await
    .unwrap();
    let new = NewResource {
        title: "Heads of terms for a peppercorn lease".into(),
        summary: "Ten pages to take into the first meeting at Tŷ Derwen.".into(),
        kind: ResourceKind::Template,
        shelf_id: ShelfId(1),
        tags: vec![],
        url: Some("https://example.org/terms".into()),
        file_id: None,
        licence: None,
    };
    ada.add_resource(&new).await.unwrap();
    app.settle().await;
    (app, ada)
}

async fn find(app: &TestApp, q: &str) -> SearchResults {
    app.anonymous().search(&SearchQuery { q: q.into(), ..Default::default() }).await.unwrap()
}

#[tokio::test]
async fn search_finds_questions_answers_and_resources_with_highlights() {
    let (app, _) = filled().await;
    let found = find(&app, "peppercorn").await;
    let kinds: Vec<SearchKind> = found.items.iter().map(|hit| hit.kind).collect();
    assert_eq!(kinds, [SearchKind::Resource, SearchKind::Answer]);
    assert!(found.items[0].title.iter().any(|segment| segment.hit && segment.text == "peppercorn"));
    assert_eq!(found.total, 2);
    let only = SearchQuery { q: "peppercorn".into(), kind: Some(SearchKind::Answer), ..Default::default() };
    let only = app.anonymous().search(&only).await.unwrap();
    assert_eq!((only.total, only.items.len(), only.kinds.len()), (1, 1, SearchKind::ALL.len()));
}

#[tokio::test]
async fn search_finds_stems_prefixes_slips_and_letters_without_their_marks() {
    let (app, _) = filled().await;
    for (q, kind) in [
        ("rotas saturday", SearchKind::Question),
        ("volun", SearchKind::Question),
        ("volunter rotta", SearchKind::Question),
        ("leases", SearchKind::Resource),
        ("ty derwen", SearchKind::Resource),
        ("\"first meeting\"", SearchKind::Resource),
    ] {
        let found = find(&app, q).await;
        assert_eq!(found.items.first().map(|hit| hit.kind), Some(kind), "{q}");
    }
    assert!(find(&app, "volunter rotta").await.is_corrected);
    assert!(find(&app, "\"meeting first\"").await.items.is_empty());
}

#[tokio::test]
async fn search_takes_any_text_without_failing() {
    let (app, _) = filled().await;
    for q in [
        "\"\"",
        "AND OR",
        "NEAR(a b)",
        "title:x",
        "-x +y",
        "^a *",
        "the of and",
        "🌲🌲",
        &"(".repeat(400),
        &"\"".repeat(399),
    ] {
        find(&app, q).await;
    }
    // Longer than a search may be, and shorter: told so, and nothing is looked for.
    for q in
        ["x".repeat(10_000), "(".repeat(1_000), "\"".repeat(9_999), "a OR ".repeat(1_000), "x".into(), String::new()]
    {
        let refused = app.anonymous().search(&SearchQuery { q, ..Default::default() }).await.unwrap_err();
        assert_eq!(refused.status(), Some(422));
    }
    // The names of what the index keeps are words like others: none of them leads past what may be seen.
    for q in ["author:Ada", "visibility:public", "kind:question", "shelf:premises", "id:1", "*:*", "/.*/", "[a TO z]"] {
        assert_eq!(find(&app, q).await.total, 0, "{q}");
    }
}
