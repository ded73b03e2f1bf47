//! The views of the lists, their filters, and the care of tags.

use api_types::forum::{
    AcceptedAnswer, FollowKind, NewFollow, NewPost, NewView, ThreadCountQuery, ThreadKind, ThreadQuery, ThreadSort,
    ThreadView,
};
use api_types::membership::Nation;
use api_types::tags::{TagMerge, TagPatch};
use api_types::topics::TagQuery;
use api_types::{ErrorCode, ThreadId};
use entity::thread;
use harness::{Persona, TestApp, question};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

fn reply(words: &str) -> NewPost {
    NewPost { body: words.into(), ..NewPost::default() }
}

async fn ids(who: &Persona, query: ThreadQuery) -> Vec<ThreadId> {
    let mut query = ThreadQuery { limit: Some(2), ..query };
    let mut found = Vec::new();
    loop {
        let page = who.list_questions(&query).await.unwrap();
        found.extend(page.items.iter().map(|thread| thread.id));
        query.after = page.next;
        if query.after.is_none() {
            return found;
        }
    }
}

fn view(view: ThreadView) -> ThreadQuery {
    ThreadQuery { view: Some(view), ..ThreadQuery::default() }
}

#[tokio::test]
async fn list_questions_in_each_view_shows_what_belongs_to_it() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let mut asked = Vec::new();
    for place in 0..6 {
        let mut new = question(&format!("Question {place} for the views of lists"));
        new.tags = vec![if place % 2 == 0 { "leases" } else { "rotas" }.into()];
        new.nation = (place < 3).then_some(Nation::Wales);
        asked.push(ada.ask_question(&new).await.unwrap().id);
    }
    let answer = bea.answer_question(asked[0], &reply("Yes.")).await.unwrap();
    ada.accept_answer(asked[0], &AcceptedAnswer { answer_id: Some(answer.id) }).await.unwrap();
    bea.answer_question(asked[3], &reply("Perhaps.")).await.unwrap();

    assert_eq!(ids(&app.anonymous(), view(ThreadView::NeedsAccepted)).await, [asked[3]]);
    let solved = |solved| ThreadQuery { solved: Some(solved), ..ThreadQuery::default() };
    assert_eq!(ids(&ada, solved(true)).await, [asked[0]]);
    assert_eq!(ids(&ada, solved(false)).await.len(), 5);
    let wales = ThreadQuery { nation: Some(Nation::Wales), ..ThreadQuery::default() };
    assert_eq!(ids(&ada, wales.clone()).await, [asked[2], asked[1], asked[0]]);
    assert_eq!(ids(&ada, ThreadQuery { tag: Some("leases".into()), ..wales }).await, [asked[2], asked[0]]);
    let active = ThreadQuery { tag: Some("rotas".into()), sort: Some(ThreadSort::Active), ..ThreadQuery::default() };
    assert_eq!(ids(&ada, active).await.len(), 3);

    // What is personal asks who it is.
    let anybody = app.anonymous().list_questions(&view(ThreadView::MyTags)).await.unwrap_err();
    assert_eq!(anybody.code(), Some(ErrorCode::Unauthenticated));
    let rotas = bea.get_tag("rotas").await.unwrap();
    bea.set_follow(&NewFollow { kind: FollowKind::Tag, id: rotas.id.0, is_on: true }).await.unwrap();
    assert_eq!(ids(&bea, view(ThreadView::MyTags)).await, [asked[5], asked[3], asked[1]]);
    // The answered ones are followed by themselves.
    assert_eq!(ids(&bea, view(ThreadView::Followed)).await, [asked[5], asked[3], asked[1], asked[0]]);
    // Who follows the asker does not learn what the asker asks in confidence.
    bea.set_follow(&NewFollow { kind: FollowKind::Tag, id: rotas.id.0, is_on: false }).await.unwrap();
    bea.set_follow(&NewFollow { kind: FollowKind::Member, id: ada.id.0, is_on: true }).await.unwrap();
    thread::Entity::update_many()
        .col_expr(thread::Column::IsConfidential, Expr::value(true))
        .filter(thread::Column::Id.eq(asked[5].0))
        .exec(&app.deps.write)
        .await
        .unwrap();
    assert_eq!(ids(&bea, view(ThreadView::Followed)).await, [asked[4], asked[3], asked[2], asked[1], asked[0]]);

    bea.view_thread(asked[3], &NewView { number: 2 }).await.unwrap();
    bea.view_thread(asked[1], &NewView { number: 1 }).await.unwrap();
    assert!(ids(&bea, view(ThreadView::Unread)).await.is_empty());
    ada.answer_question(asked[3], &reply("Thank you.")).await.unwrap();
    assert_eq!(ids(&bea, view(ThreadView::Unread)).await, [asked[3]]);
    let counts = bea.count_threads(&ThreadCountQuery { kind: ThreadKind::Question }).await.unwrap();
    assert_eq!((counts.unanswered, counts.needs_accepted, counts.unread), (4, 1, 1));
    let none = app.anonymous().count_threads(&ThreadCountQuery { kind: ThreadKind::Discussion }).await.unwrap();
    assert_eq!((none.unanswered, none.unread), (0, 0));
    assert!(ids(&bea, view(ThreadView::MyRegion)).await.is_empty());
}

#[tokio::test]
async fn update_tag_lets_a_synonym_give_the_tag() {
    let app = TestApp::start().await;
    let (ada, moderator) = (app.member("Ada").await, app.moderator().await);
    ada.ask_question(&question("Which word do you use for this?")).await.unwrap();
    let tag = moderator.get_tag("leases").await.unwrap();
    let patch = TagPatch {
        description: Some("Renting a building".into()),
        synonyms: Some(vec!["Lease".into(), "rent".into()]),
    };
    assert_eq!(ada.update_tag("leases", tag.version, &patch).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    let changed = moderator.update_tag("leases", tag.version, &patch).await.unwrap();
    assert_eq!(
        (changed.synonyms, changed.description.as_str()),
        (vec!["lease".into(), "rent".into()], "Renting a building")
    );
    let stale = moderator.update_tag("leases", tag.version, &patch).await.unwrap_err();
    assert_eq!(stale.code(), Some(ErrorCode::EditConflict));
    let mut new = question("Does typing a synonym give the tag?");
    new.tags = vec!["rent".into(), "leases".into(), "roof".into()];
    assert_eq!(ada.ask_question(&new).await.unwrap().tags, ["leases", "roof"]);
    let found = ThreadQuery { tag: Some("lease".into()), ..ThreadQuery::default() };
    assert_eq!(ids(&ada, found).await.len(), 2);
    let typed = TagQuery { q: Some("ren".into()), ..TagQuery::default() };
    assert_eq!(ada.list_tags(&typed).await.unwrap()[0].name, "leases");
    let taken = TagPatch { synonyms: Some(vec!["roof".into()]), ..TagPatch::default() };
    let taken = moderator.update_tag("leases", changed.version, &taken).await.unwrap_err();
    assert_eq!(taken.code(), Some(ErrorCode::Invalid));
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn merge_tag_moves_what_carries_it_and_keeps_the_counts_true() {
    let app = TestApp::start().await;
    let (ada, bea, moderator) = (app.member("Ada").await, app.member("Bea").await, app.moderator().await);
    for tags in [vec!["lease"], vec!["leases"], vec!["lease", "leases"]] {
        let mut new = question(&format!("A question with {} of the tags", tags.len()));
        new.tags = tags.into_iter().map(Into::into).collect();
        ada.ask_question(&new).await.unwrap();
    }
    let lease = bea.get_tag("lease").await.unwrap();
    bea.set_follow(&NewFollow { kind: FollowKind::Tag, id: lease.id.0, is_on: true }).await.unwrap();
    let merge = TagMerge { into: "leases".into() };
    assert_eq!(ada.merge_tag("lease", &merge).await.unwrap_err().code(), Some(ErrorCode::Forbidden));
    let merged = moderator.merge_tag("lease", &merge).await.unwrap();
    assert_eq!((merged.name.as_str(), merged.item_count, merged.synonyms), ("leases", 3, vec!["lease".to_owned()]));
    assert!(bea.get_tag("lease").await.unwrap().is_followed);
    assert_eq!(ids(&ada, ThreadQuery { tag: Some("lease".into()), ..ThreadQuery::default() }).await.len(), 3);
    let same = moderator.merge_tag("lease", &merge).await.unwrap_err();
    assert_eq!(same.code(), Some(ErrorCode::Invalid));
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}
