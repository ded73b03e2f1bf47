//! The demo content: whole, and with something to show on each page.

use api_types::forum::{SpaceAccess, ThreadQuery};
use api_types::growth::{ProspectQuery, ProspectStatus};
use api_types::membership::{Exactness, MapQuery, OrganisationKind, OrganisationQuery};
use domain::{Actor, forum, growth, membership};
use harness::TestApp;

#[tokio::test]
async fn demo_content_is_whole_and_leaves_no_page_empty() {
    let app = TestApp::start().await;
    server::demo::fill(&app.deps).await.unwrap();
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());

    let everybody = Actor::Anonymous;
    let discussions = forum::list_discussions(&app.deps, &everybody, &ThreadQuery::default()).await.unwrap().items;
    assert!(discussions.len() > 2 && discussions[0].is_pinned);
    assert!(discussions.iter().all(|thread| thread.answer_count > 0));
    let questions = ThreadQuery { limit: Some(100), ..ThreadQuery::default() };
    let questions = forum::list_questions(&app.deps, &everybody, &questions).await.unwrap().items;
    assert!(questions.iter().any(|thread| thread.is_confidential && thread.is_answered));
    assert!(questions.iter().all(|thread| thread.space.access == SpaceAccess::Public));

    let coverage = growth::get_coverage(&app.deps).await.unwrap();
    assert!(coverage.months.iter().filter(|month| month.joined > 0).count() > 6, "{:?}", coverage.months);
    assert!(coverage.regions.iter().all(|region| (5..=60).contains(&region.counts.share)), "{:?}", coverage.regions);
    assert!(!coverage.referrers.is_empty());

    let points = membership::list_map_points(&app.deps, &MapQuery::default()).await.unwrap();
    assert_eq!(points.unplaced, 0);
    assert!(!points.regions.is_empty());
    for kind in OrganisationKind::ALL {
        let query = OrganisationQuery { kind: Some(*kind), ..OrganisationQuery::default() };
        let found = membership::list_organisations(&app.deps, &query).await.unwrap().items;
        assert!(!found.is_empty(), "{kind:?}");
    }
    let mut shown = Vec::new();
    let query = OrganisationQuery { limit: Some(100), ..OrganisationQuery::default() };
    for organisation in membership::list_organisations(&app.deps, &query).await.unwrap().items {
        shown
            .push(membership::get_organisation(&app.deps, &Actor::Anonymous, organisation.id).await.unwrap().exactness);
    }
    assert!(Exactness::ALL.iter().all(|one| shown.contains(one)), "{shown:?}");

    for status in ProspectStatus::ALL {
        let query = ProspectQuery { status: Some(status), ..ProspectQuery::default() };
        let found = growth::list_prospects(&app.deps, &query).await.unwrap();
        assert!(!found.items.is_empty(), "{status:?}");
    }
    let counts = membership::count_applications(&app.deps).await.unwrap();
    assert!([counts.submitted, counts.needs_answer, counts.approved, counts.rejected].iter().all(|count| *count > 0));
}
