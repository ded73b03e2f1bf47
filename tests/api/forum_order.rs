//! Spaces: who knows of them, who belongs to them, and that what is in a private one is nobody else's.

use api_types::forum::{
    AcceptedAnswer, AuditQuery, NewPost, NewSpace, NewSpaceDecision, NewSpaceRequest, NewSpaceRole, NewThread, NewVote,
    PostQuery, SimilarQuery, Space, SpaceAccess, SpaceMemberQuery, SpaceOutcome, SpacePatch, SpaceQuery, SpaceRole,
    SpaceStanding, ThreadCountQuery, ThreadCounts, ThreadKind, ThreadPatch, ThreadQuery,
};
use api_types::search::SearchQuery;
use api_types::topics::TagQuery;
use api_types::{ErrorCode, SpaceId};
use harness::raw::Answer;
use harness::{Persona, TestApp, question};

fn status<T: std::fmt::Debug>(result: client::Result<T>) -> u16 {
    result.map_or_else(|error| error.status().unwrap(), |_| 200)
}

fn space(name: &str, access: SpaceAccess) -> NewSpace {
    NewSpace { name: name.into(), description: "For some.".into(), access, slow_mode_seconds: 0 }
}

fn inside(title: &str, space: SpaceId) -> NewThread {
    NewThread { space_id: Some(space), ..question(title) }
}

async fn let_in(by: &Persona, space: SpaceId, who: &Persona) {
    who.request_to_join(space, &NewSpaceRequest { message: "Please.".into() }).await.unwrap();
    let decision = NewSpaceDecision { outcome: SpaceOutcome::Accepted };
    by.decide_space_request(space, who.id, &decision).await.unwrap();
}

async fn is_true(app: &TestApp) {
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

async fn private(app: &TestApp) -> (Persona, Space) {
    let admin = app.admin().await;
    let made = admin.create_space(&space("Chairs of trusts", SpaceAccess::Private)).await.unwrap();
    (admin, made)
}

#[tokio::test]
async fn request_to_join_a_private_space_is_decided_by_its_moderators_and_mailed() {
    let app = TestApp::start().await;
    let (admin, made) = private(&app).await;
    assert_eq!((made.slug.as_str(), made.thread_count), ("chairs-of-trusts", Some(0)));
    let (keeper, ada, bea) = (app.member("Keeper").await, app.member("Ada").await, app.member("Bea").await);
    admin.set_space_role(made.id, keeper.id, &NewSpaceRole { role: SpaceRole::Moderator }).await.unwrap();
    let asked = ada.request_to_join(made.id, &NewSpaceRequest { message: "I chair one.".into() }).await.unwrap();
    assert_eq!((asked.viewer.standing, asked.viewer.can_read), (SpaceStanding::Asked, false));
    assert_eq!(status(ada.request_to_join(made.id, &NewSpaceRequest::default()).await), 409);
    bea.request_to_join(made.id, &NewSpaceRequest::default()).await.unwrap();

    let asking = SpaceMemberQuery { asking: Some(true), ..SpaceMemberQuery::default() };
    assert_eq!(status(ada.list_space_members(made.id, &asking).await), 403);
    assert_eq!(status(app.moderator().await.list_space_members(made.id, &asking).await), 403);
    let waiting = keeper.list_space_members(made.id, &asking).await.unwrap().items;
    assert_eq!((waiting.len(), waiting[0].message.as_deref()), (2, Some("I chair one.")));
    assert_eq!(keeper.get_space("chairs-of-trusts").await.unwrap().asked_count, Some(2));

    let accepted = NewSpaceDecision { outcome: SpaceOutcome::Accepted };
    let declined = NewSpaceDecision { outcome: SpaceOutcome::Declined };
    assert_eq!(status(bea.decide_space_request(made.id, bea.id, &accepted).await), 403);
    // Two who decide at once: one of them is told that it was done.
    let (one, two) = futures_util::future::join(
        keeper.decide_space_request(made.id, ada.id, &accepted),
        admin.decide_space_request(made.id, ada.id, &accepted),
    )
    .await;
    let mut both = [status(one), status(two)];
    both.sort_unstable();
    assert_eq!(both, [200, 409]);
    keeper.decide_space_request(made.id, bea.id, &declined).await.unwrap();
    assert!(app.mails_to(&ada.email).await.iter().any(|mail| mail.subject.contains("Chairs of trusts")));
    assert!(app.mails_to(&bea.email).await.iter().any(|mail| mail.text.contains("declined")));
    let seen = ada.get_space(&made.id.to_string()).await.unwrap();
    assert_eq!((seen.viewer.standing, seen.member_count), (SpaceStanding::Member, 2));
    // Members see who belongs, not what was written when they asked.
    let people = ada.list_space_members(made.id, &SpaceMemberQuery::default()).await.unwrap().items;
    assert!(people.len() == 2 && people.iter().all(|person| person.message.is_none()));

    assert_eq!(status(bea.end_space_membership(made.id, ada.id).await), 403);
    ada.end_space_membership(made.id, ada.id).await.unwrap();
    assert_eq!(status(ada.end_space_membership(made.id, ada.id).await), 404);
    keeper.end_space_membership(made.id, keeper.id).await.unwrap();
    assert_eq!(admin.get_space("chairs-of-trusts").await.unwrap().member_count, 0);
    let log = admin.list_audit_entries(&AuditQuery::default()).await.unwrap().items;
    let acts: Vec<_> = log.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(acts, ["decide_space_request", "decide_space_request", "set_space_role", "create_space"]);
    is_true(&app).await;
}

#[tokio::test]
async fn request_to_join_an_open_space_is_granted_at_once() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let made = admin.create_space(&space("Wales", SpaceAccess::Members)).await.unwrap();
    let ada = app.member("Ada").await;
    let joined = ada.request_to_join(made.id, &NewSpaceRequest::default()).await.unwrap();
    assert_eq!((joined.viewer.standing, joined.member_count), (SpaceStanding::Member, 1));
    is_true(&app).await;
}

#[tokio::test]
async fn list_spaces_shows_strangers_the_public_ones_alone() {
    let app = TestApp::start().await;
    let (admin, made) = private(&app).await;
    let members = admin.create_space(&space("Members alone", SpaceAccess::Members)).await.unwrap();
    let open = admin.create_space(&space("Open to all", SpaceAccess::Public)).await.unwrap();
    let all = SpaceQuery::default();
    let ids = |page: api_types::Page<Space>| page.items.into_iter().map(|space| space.id).collect::<Vec<_>>();
    assert_eq!(ids(app.anonymous().list_spaces(&all).await.unwrap()), [SpaceId(1), open.id]);
    assert_eq!(ids(app.applicant().await.list_spaces(&all).await.unwrap()), [SpaceId(1), open.id]);
    let ada = app.member("Ada").await;
    let seen = ada.list_spaces(&all).await.unwrap();
    // Of a private one members are told that it is there, and not how much is in it.
    let hidden = seen.items.iter().find(|space| space.id == made.id).unwrap();
    assert_eq!((hidden.thread_count, hidden.viewer.can_ask, hidden.viewer.can_edit), (None, true, false));
    assert_eq!(ids(seen), [SpaceId(1), made.id, members.id, open.id]);
    for id in [made.id, members.id, SpaceId(999_999)] {
        assert_eq!(status(app.anonymous().get_space(&id.to_string()).await), 404);
    }
    let page = SpaceQuery { limit: Some(3), after: None };
    let first = ada.list_spaces(&page).await.unwrap();
    let rest = ada.list_spaces(&SpaceQuery { limit: Some(3), after: first.next }).await.unwrap();
    assert_eq!((first.items.len(), ids(rest)), (3, vec![open.id]));
}

#[tokio::test]
async fn ask_question_into_a_space_that_is_closed_or_unknown_is_the_fault_of_its_field() {
    let app = TestApp::start().await;
    let (admin, made) = private(&app).await;
    let (ada, outside) = (app.member("Ada").await, app.member("Olu").await);
    let_in(&admin, made.id, &ada).await;
    ada.ask_question(&inside("May those who belong ask here?", made.id)).await.unwrap();
    for (caller, id) in [(&outside, made.id), (&app.moderator().await, made.id), (&ada, SpaceId(999_999))] {
        let new = inside("May those who do not belong?", id);
        for result in [caller.ask_question(&new).await, caller.start_discussion(&new).await] {
            let client::Error::Problem(problem) = result.unwrap_err() else { panic!() };
            assert_eq!((problem.code, problem.errors[0].field.as_str()), (ErrorCode::Invalid, "space_id"));
        }
    }
    assert_eq!(ada.get_space("chairs-of-trusts").await.unwrap().thread_count, Some(1));
    is_true(&app).await;
}

/// Everything that a caller can reach the private question by.
async fn seen_by(caller: &Persona, thread: api_types::ThreadId, post: api_types::PostId) -> Vec<(&'static str, u16)> {
    let new = NewPost { body: "I am here.".into(), ..NewPost::default() };
    vec![
        ("get_question", status(caller.get_question(thread).await)),
        ("list_answers", status(caller.list_answers(thread, &PostQuery::default()).await)),
        ("answer_question", status(caller.answer_question(thread, &new).await)),
        ("update_question", status(caller.update_question(thread, 99, &ThreadPatch::default()).await)),
        ("update_post", status(caller.update_post(post, 99, &new).await)),
        ("vote_on_post", status(caller.vote_on_post(post, &NewVote { value: 1 }).await)),
        ("accept_answer", status(caller.accept_answer(thread, &AcceptedAnswer { answer_id: None }).await)),
    ]
}

const CANARY: &str = "qvzxcanary";

#[tokio::test]
async fn what_is_in_a_private_space_is_found_by_those_inside_alone() {
    let app = TestApp::start().await;
    let (admin, made) = private(&app).await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let_in(&admin, made.id, &ada).await;
    let_in(&admin, made.id, &bea).await;
    let mut asked = inside(&format!("Where does the {CANARY} sing?"), made.id);
    asked.tags = vec![CANARY.into()];
    let asked = ada.ask_question(&asked).await.unwrap();
    let given = bea
        .answer_question(asked.id, &NewPost { body: format!("The {CANARY} sings here."), ..NewPost::default() })
        .await
        .unwrap();
    let talk = ada.start_discussion(&inside(&format!("Of the {CANARY} and others"), made.id)).await.unwrap();
    app.settle().await;

    let (outside, moderator, applicant) = (app.member("Olu").await, app.moderator().await, app.applicant().await);
    for caller in [&app.anonymous(), &applicant, &outside, &moderator] {
        for (operation, status) in seen_by(caller, asked.id, given.id).await {
            assert!(matches!(status, 401 | 403 | 404), "{operation} as {}: {status}", caller.email);
            // Whoever is let in at all is told that there is nothing.
            let is_member = caller.id == outside.id || caller.id == moderator.id;
            assert!(status == 404 || !is_member, "{operation} as {}: {status}", caller.email);
        }
        let found = caller.search(&SearchQuery { q: CANARY.into(), ..SearchQuery::default() }).await.unwrap();
        assert_eq!((found.total, found.items.len()), (0, 0), "{}", caller.email);
        let similar = SimilarQuery { title: format!("Where does the {CANARY} sing?") };
        if let Ok(found) = caller.list_similar_threads(&similar).await {
            assert!(found.is_empty(), "{}", caller.email);
        }
        for kind in [ThreadKind::Question, ThreadKind::Discussion] {
            let counted = caller.count_threads(&ThreadCountQuery { kind }).await.unwrap();
            assert_eq!(counted, ThreadCounts::default(), "{}", caller.email);
        }
        let token = caller.token();
        for path in super::security::reads() {
            let ids = if path.contains('{') { 1..=4 } else { 1..=1 };
            let queries = ["", "?sort=active", "?unanswered=true", "?space=chairs-of-trusts", "?limit=100"];
            for (id, query) in ids.flat_map(|id| queries.map(|query| (id, query))) {
                let path = path.replace("{id}", &id.to_string());
                let answer = Answer::to(app.request_of(token.as_ref(), "GET", &format!("{path}{query}"))).await;
                assert!(!answer.text().contains(CANARY), "{path}{query} as {}", caller.email);
            }
        }
    }
    // Those inside, and administrators, are told all of it.
    for caller in [&ada, &bea, &admin] {
        assert_eq!(caller.get_question(asked.id).await.unwrap().answers.items.len(), 1);
        let query = ThreadQuery { space: Some(made.slug.clone()), ..ThreadQuery::default() };
        assert_eq!(caller.list_questions(&query).await.unwrap().items.len(), 1);
        assert_eq!(caller.list_discussions(&query).await.unwrap().items[0].id, talk.id);
        let found = caller.search(&SearchQuery { q: CANARY.into(), ..SearchQuery::default() }).await.unwrap();
        assert_eq!(found.total, 3, "{}", caller.email);
        let similar = SimilarQuery { title: format!("Where does the {CANARY} sing?") };
        assert!(!caller.list_similar_threads(&similar).await.unwrap().is_empty(), "{}", caller.email);
    }
    // Nobody outside was invited to answer, or told by mail.
    for outsider in [&outside, &moderator] {
        assert!(outsider.list_answer_invitations().await.unwrap().items.is_empty());
        assert!(app.mails_to(&outsider.email).await.iter().all(|mail| !mail.text.contains(CANARY)));
    }
    // Counts that everybody sees do not tell of it, and whoever leaves is outside.
    let network = app.anonymous().get_network().await.unwrap();
    assert_eq!(network.question_count, 0);
    assert!(app.anonymous().list_shelves().await.unwrap().iter().all(|shelf| shelf.item_count == 0));
    assert!(ada.list_tags(&TagQuery::default()).await.unwrap().iter().all(|tag| tag.name != CANARY));
    bea.end_space_membership(made.id, bea.id).await.unwrap();
    assert_eq!(status(bea.get_question(asked.id).await), 404);
    is_true(&app).await;
}

#[tokio::test]
async fn update_space_with_another_access_keeps_counts_and_the_index_true() {
    let app = TestApp::start().await;
    let (admin, made) = private(&app).await;
    let ada = app.member("Ada").await;
    let_in(&admin, made.id, &ada).await;
    for number in 0..3 {
        let asked = ada.ask_question(&inside(&format!("Which heron is number {number}?"), made.id)).await.unwrap();
        ada.answer_question(asked.id, &NewPost { body: "The grey heron.".into(), ..NewPost::default() }).await.unwrap();
    }
    app.settle().await;
    let heron = SearchQuery { q: "heron".into(), ..SearchQuery::default() };
    let found = async || app.anonymous().search(&heron).await.unwrap().total;
    let on_shelf =
        async || app.anonymous().list_shelves().await.unwrap().iter().map(|shelf| shelf.item_count).sum::<i64>();
    assert_eq!((found().await, on_shelf().await), (0, 0));
    let patch = |access| SpacePatch { access: Some(access), ..SpacePatch::default() };
    let opened = admin.update_space(made.id, made.version, &patch(SpaceAccess::Public)).await.unwrap();
    app.settle().await;
    assert_eq!((found().await, on_shelf().await), (6, 3));
    is_true(&app).await;
    // Somebody who read it before is told so, and nothing is changed.
    let late = admin.update_space(made.id, made.version, &patch(SpaceAccess::Members)).await.unwrap_err();
    assert_eq!(late.code(), Some(ErrorCode::EditConflict));
    let closed = admin.update_space(made.id, opened.version, &patch(SpaceAccess::Members)).await.unwrap();
    app.settle().await;
    assert_eq!((found().await, on_shelf().await), (0, 0));
    assert_eq!(ada.search(&heron).await.unwrap().total, 6);
    is_true(&app).await;
    assert_eq!(status(ada.update_space(made.id, closed.version, &patch(SpaceAccess::Public)).await), 403);
    let client::Error::Problem(problem) =
        admin.update_space(SpaceId(1), 1, &patch(SpaceAccess::Private)).await.unwrap_err()
    else {
        panic!()
    };
    assert_eq!(problem.errors[0].field, "access");
}
