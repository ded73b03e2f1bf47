//! What moderators do with threads and posts, and that everything stays counted.

use api_types::forum::{
    AcceptedAnswer, CloseReason, NewClosure, NewDeletion, NewMerge, NewPost, NewSpace, NewSpaceRole, NewSplit,
    NewThread, NewVote, SpaceAccess, SpaceRole, ThreadOrderPatch, ThreadPatch, ThreadQuery,
};
use api_types::search::SearchQuery;
use api_types::{ErrorCode, PostId, SpaceId, ThreadId};
use harness::raw::Answer;
use harness::{Persona, TestApp, question};

pub(super) fn status<T: std::fmt::Debug>(result: client::Result<T>) -> u16 {
    result.map_or_else(|error| error.status().unwrap(), |_| 200)
}

pub(super) fn post(text: &str) -> NewPost {
    NewPost { body: text.into(), ..NewPost::default() }
}

fn duplicate_of(id: ThreadId) -> NewClosure {
    NewClosure { reason: CloseReason::Duplicate, duplicate_of_id: Some(id), note: "Asked before.".into() }
}

pub(super) async fn is_true(app: &TestApp) {
    assert_eq!(domain::check(&app.deps).await.unwrap(), Vec::<String>::new());
}

pub(super) async fn space(admin: &Persona, name: &str, access: SpaceAccess, moderator: Option<&Persona>) -> SpaceId {
    let new = NewSpace { name: name.into(), access, ..NewSpace::default() };
    let id = admin.create_space(&new).await.unwrap().id;
    if let Some(who) = moderator {
        admin.set_space_role(id, who.id, &NewSpaceRole { role: SpaceRole::Moderator }).await.unwrap();
    }
    id
}

async fn found(app: &TestApp, words: &str) -> u64 {
    app.settle().await;
    app.anonymous().search(&SearchQuery { q: words.into(), ..SearchQuery::default() }).await.unwrap().total
}

#[tokio::test]
async fn close_thread_as_a_duplicate_stops_posts_and_edits_until_it_is_reopened() {
    let app = TestApp::start().await;
    let (ada, bea, moderator) = (app.member("Ada").await, app.member("Bea").await, app.moderator().await);
    let first = ada.ask_question(&question("Who pays for the roof of the library?")).await.unwrap();
    let again = ada.ask_question(&question("Who pays for the library's roof?")).await.unwrap();
    let given = bea.answer_question(again.id, &post("The council.")).await.unwrap();
    assert_eq!(status(ada.close_thread(again.id, &duplicate_of(first.id)).await), 403);
    for wrong in [again.id, ThreadId(999_999)] {
        let client::Error::Problem(problem) = moderator.close_thread(again.id, &duplicate_of(wrong)).await.unwrap_err()
        else {
            panic!()
        };
        assert_eq!(problem.errors[0].field, "duplicate_of_id");
    }
    // Two moderators at once: one of them is told that it was done.
    let admin = app.admin().await;
    let new = duplicate_of(first.id);
    let (one, two) =
        futures_util::future::join(moderator.close_thread(again.id, &new), admin.close_thread(again.id, &new)).await;
    let mut both = [status(one), status(two)];
    both.sort_unstable();
    assert_eq!(both, [200, 409]);
    let seen = app.anonymous().get_question(again.id).await.unwrap();
    let closed = seen.closed.unwrap();
    assert_eq!((closed.reason, closed.duplicate_of.unwrap().id), (CloseReason::Duplicate, first.id));
    let mails = app.mails_to(&ada.email).await;
    assert!(mails.iter().any(|mail| mail.subject.starts_with("Closed:") && mail.text.contains("Asked before.")));

    let seen = ada.get_question(again.id).await.unwrap();
    assert_eq!((seen.viewer.can_post, seen.opening.viewer.can_edit, seen.viewer.can_moderate), (false, false, false));
    assert_eq!(bea.answer_question(again.id, &post("Me.")).await.unwrap_err().code(), Some(ErrorCode::Conflict));
    assert_eq!(status(bea.update_post(given.id, given.version, &post("Us.")).await), 403);
    assert_eq!(status(ada.update_question(again.id, again.opening.version, &ThreadPatch::default()).await), 403);
    assert_eq!(status(ada.delete_thread(again.id, &NewDeletion::default()).await), 409);
    moderator.answer_question(again.id, &post("Go there.")).await.unwrap();
    moderator.reopen_thread(again.id).await.unwrap();
    assert_eq!(status(admin.reopen_thread(again.id).await), 409);
    bea.answer_question(again.id, &post("Me.")).await.unwrap();
    is_true(&app).await;
}

#[tokio::test]
async fn moderate_thread_pins_it_above_the_first_page_and_locks_it() {
    let app = TestApp::start().await;
    let (ada, bea, moderator) = (app.member("Ada").await, app.member("Bea").await, app.moderator().await);
    let mut ids = Vec::new();
    for number in 0..7 {
        ids.push(ada.ask_question(&question(&format!("Which of seven is number {number}?"))).await.unwrap().id);
    }
    for id in [ids[0], ids[3]] {
        let pin = ThreadOrderPatch { is_pinned: Some(true), ..ThreadOrderPatch::default() };
        assert_eq!(status(ada.moderate_thread(id, &pin).await), 403);
        moderator.moderate_thread(id, &pin).await.unwrap();
        app.pass(1);
    }
    // Each comes once, however many are on a page.
    for limit in [1, 2, 3, 7] {
        let mut query = ThreadQuery { limit: Some(limit), ..ThreadQuery::default() };
        let mut found = Vec::new();
        loop {
            let page = app.anonymous().list_questions(&query).await.unwrap();
            found.extend(page.items.iter().map(|thread| thread.id));
            let Some(next) = page.next else { break };
            query.after = Some(next);
        }
        let wanted: Vec<_> = [3, 0, 6, 5, 4, 2, 1].iter().map(|place| ids[*place]).collect();
        assert_eq!(found, wanted, "{limit}");
    }
    let lock = ThreadOrderPatch { is_locked: Some(true), ..ThreadOrderPatch::default() };
    moderator.moderate_thread(ids[1], &lock).await.unwrap();
    let given = app.admin().await.answer_question(ids[1], &post("Locked.")).await.unwrap();
    assert_eq!(status(bea.vote_on_post(given.id, &NewVote { value: 1 }).await), 403);
    assert_eq!(status(ada.accept_answer(ids[1], &AcceptedAnswer { answer_id: Some(given.id) }).await), 403);
    assert_eq!(status(bea.answer_question(ids[1], &post("No.")).await), 409);
    is_true(&app).await;
}

#[tokio::test]
async fn moderate_thread_with_slow_mode_makes_members_wait_and_says_how_long() {
    let app = TestApp::start().await;
    let (ada, bea, moderator) = (app.member("Ada").await, app.member("Bea").await, app.moderator().await);
    let asked = ada.start_discussion(&question("Shall we talk about this slowly?")).await.unwrap();
    let slow = ThreadOrderPatch { slow_mode_seconds: Some(60), ..ThreadOrderPatch::default() };
    moderator.moderate_thread(asked.id, &slow).await.unwrap();
    bea.reply_to_discussion(asked.id, &post("One.")).await.unwrap();
    app.pass(20);
    let client::Error::Problem(problem) = bea.reply_to_discussion(asked.id, &post("Two.")).await.unwrap_err() else {
        panic!()
    };
    assert_eq!((problem.status, problem.retry_after_seconds), (429, Some(40)));
    let path = format!("/api/v1/discussions/{}/replies", asked.id);
    let answer = Answer::to(app.request_of(bea.token().as_ref(), "POST", &path).json(&post("Two."))).await;
    assert_eq!(answer.headers.get("retry-after").unwrap(), "40");
    moderator.reply_to_discussion(asked.id, &post("One.")).await.unwrap();
    moderator.reply_to_discussion(asked.id, &post("Two.")).await.unwrap();
    app.pass(40);
    // Many at once: one of them is in time.
    let new = post("Two.");
    let all = futures_util::future::join_all((0..10).map(|_| bea.reply_to_discussion(asked.id, &new))).await;
    assert_eq!(all.iter().filter(|reply| reply.is_ok()).count(), 1);

    let new = NewSpace { name: "Slow lane".into(), slow_mode_seconds: 3600, ..NewSpace::default() };
    let id = app.admin().await.create_space(&new).await.unwrap().id;
    let new = |title: &str| NewThread { space_id: Some(id), ..question(title) };
    let first = ada.ask_question(&new("May I ask one in the slow lane?")).await.unwrap();
    assert_eq!(status(ada.ask_question(&new("May I ask two in the slow lane?")).await), 429);
    assert_eq!(status(ada.answer_question(first.id, &post("Nor answer.")).await), 429);
    app.pass(3600);
    let ada = app.sign_in(&ada.email).await;
    ada.answer_question(first.id, &post("Now.")).await.unwrap();
    is_true(&app).await;
}

#[tokio::test]
async fn moderate_thread_into_another_space_keeps_counts_true_and_hides_it() {
    let app = TestApp::start().await;
    let (ada, keeper, moderator) = (app.member("Ada").await, app.member("Keeper").await, app.moderator().await);
    let admin = app.admin().await;
    let hidden = space(&admin, "Private room", SpaceAccess::Private, Some(&keeper)).await;
    let members = space(&admin, "Members room", SpaceAccess::Members, None).await;
    let asked = ada.ask_question(&question("Where do the ospreys nest now?")).await.unwrap();
    ada.answer_question(asked.id, &post("The ospreys are here.")).await.unwrap();
    assert_eq!(found(&app, "ospreys").await, 2);
    let to = |id| ThreadOrderPatch { space_id: Some(id), note: "It is for members.".into(), ..Default::default() };
    // A moderator of the network moves nothing into what they cannot read, nor is told that it is there.
    for id in [hidden, SpaceId(999_999)] {
        let client::Error::Problem(problem) = moderator.moderate_thread(asked.id, &to(id)).await.unwrap_err() else {
            panic!()
        };
        assert_eq!(problem.errors[0].field, "space_id");
    }
    moderator.moderate_thread(asked.id, &to(members)).await.unwrap();
    assert!(app.mails_to(&ada.email).await.iter().any(|mail| mail.text.contains("It is for members.")));
    assert_eq!(found(&app, "ospreys").await, 0);
    assert_eq!(status(app.anonymous().get_question(asked.id).await), 404);
    is_true(&app).await;
    admin.moderate_thread(asked.id, &to(hidden)).await.unwrap();
    assert_eq!(status(moderator.moderate_thread(asked.id, &to(SpaceId(1))).await), 404);
    // Who keeps the private space alone does not open it to others.
    assert_eq!(status(keeper.moderate_thread(asked.id, &to(SpaceId(1))).await), 422);
    let pin = ThreadOrderPatch { is_pinned: Some(true), ..ThreadOrderPatch::default() };
    keeper.moderate_thread(asked.id, &pin).await.unwrap();
    admin.moderate_thread(asked.id, &to(SpaceId(1))).await.unwrap();
    assert_eq!(found(&app, "ospreys").await, 2);
    is_true(&app).await;
}

#[tokio::test]
async fn merge_thread_leads_from_the_old_address_to_the_new_one() {
    let app = TestApp::start().await;
    let (ada, bea, moderator) = (app.member("Ada").await, app.member("Bea").await, app.moderator().await);
    let into = ada.ask_question(&question("How do we heat the reading room?")).await.unwrap();
    ada.answer_question(into.id, &post("With a stove.")).await.unwrap();
    let again = bea.ask_question(&question("How is a reading room heated?")).await.unwrap();
    let given = ada.answer_question(again.id, &post("With a samovar.")).await.unwrap();
    bea.accept_answer(again.id, &AcceptedAnswer { answer_id: Some(given.id) }).await.unwrap();
    let talk = ada.start_discussion(&question("Are samovars allowed at all?")).await.unwrap();
    let merge = |id| NewMerge { into_id: id, note: "One is enough.".into() };
    assert_eq!(status(ada.merge_thread(again.id, &merge(into.id)).await), 403);
    for wrong in [again.id, talk.id, ThreadId(999_999)] {
        assert_eq!(status(moderator.merge_thread(again.id, &merge(wrong)).await), 422);
    }
    let went = moderator.merge_thread(again.id, &merge(into.id)).await.unwrap();
    assert_eq!(went.id, into.id);
    assert_eq!(status(moderator.merge_thread(again.id, &merge(into.id)).await), 404);
    // The client follows, signed in or not.
    for caller in [&app.anonymous(), &ada] {
        let seen = caller.get_question(again.id).await.unwrap();
        assert_eq!((seen.id, seen.answer_count, seen.answers.items.len()), (into.id, 3, 3));
        assert_eq!(seen.accepted_answer_id, None);
    }
    let path = format!("/api/v1/questions/{}", again.id);
    let raw = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let answer = raw.get(format!("{}{path}", app.base_url)).send().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), answer.headers()["location"].to_str().unwrap()),
        (308, &*format!("/api/v1/questions/{}", into.id))
    );
    assert!(app.mails_to(&bea.email).await.iter().any(|mail| mail.text.contains("One is enough.")));
    assert_eq!(found(&app, "samovar").await, 2);
    bea.answer_question(into.id, &post("Thank you.")).await.unwrap();
    assert_eq!(status(moderator.restore_thread(again.id).await), 404);
    is_true(&app).await;
    // What led to it leads on.
    let last = ada.ask_question(&question("What about heating in general?")).await.unwrap();
    moderator.merge_thread(into.id, &merge(last.id)).await.unwrap();
    assert_eq!(app.anonymous().get_question(again.id).await.unwrap().id, last.id);
    is_true(&app).await;
}

#[tokio::test]
async fn split_thread_makes_a_thread_of_some_posts_and_numbers_them_anew() {
    let app = TestApp::start().await;
    let (ada, bea, moderator) = (app.member("Ada").await, app.member("Bea").await, app.moderator().await);
    let from = ada.start_discussion(&question("What belongs into a reading room?")).await.unwrap();
    let mut posts = Vec::new();
    for place in 0..5 {
        let by = if place % 2 == 0 { &bea } else { &ada };
        posts.push(by.reply_to_discussion(from.id, &post(&format!("A samovar, said {place}."))).await.unwrap());
    }
    ada.vote_on_post(posts[2].id, &NewVote { value: 1 }).await.unwrap();
    let split = |ids: &[PostId]| NewSplit {
        post_ids: ids.to_vec(),
        title: "Samovars in reading rooms".into(),
        note: String::new(),
    };
    assert_eq!(status(ada.split_thread(from.id, &split(&[posts[2].id])).await), 403);
    for wrong in [from.opening.id, PostId(999_999)] {
        assert_eq!(status(moderator.split_thread(from.id, &split(&[posts[2].id, wrong])).await), 422);
    }
    let made = moderator.split_thread(from.id, &split(&[posts[4].id, posts[2].id, posts[3].id])).await.unwrap();
    let seen = app.anonymous().get_discussion(made.id).await.unwrap();
    assert_eq!((seen.opening.id, seen.answer_count), (posts[2].id, 2));
    let numbers: Vec<_> = seen.answers.items.iter().map(|reply| (reply.id, reply.number)).collect();
    assert_eq!(numbers, [(posts[3].id, 2), (posts[4].id, 3)]);
    assert_eq!(app.anonymous().get_discussion(from.id).await.unwrap().answer_count, 2);
    is_true(&app).await;
    // No number is given twice, and the author may change what they began without asking for it.
    let next = ada.reply_to_discussion(from.id, &post("A stove.")).await.unwrap();
    assert_eq!(next.number, 7);
    assert!(bea.get_discussion(made.id).await.unwrap().opening.viewer.can_edit);
    assert_eq!(found(&app, "samovar").await, 5);
    is_true(&app).await;
}

#[tokio::test]
async fn delete_thread_is_the_authors_until_others_have_posted_and_comes_back_for_30_days() {
    let app = TestApp::start().await;
    let (ada, bea, moderator) = (app.member("Ada").await, app.member("Bea").await, app.moderator().await);
    let asked = ada.ask_question(&question("Does anybody know of otters?")).await.unwrap();
    ada.answer_question(asked.id, &post("I do.")).await.unwrap();
    let none = NewDeletion::default();
    assert_eq!(status(bea.delete_thread(asked.id, &none).await), 403);
    assert!(ada.get_question(asked.id).await.unwrap().viewer.can_delete);
    ada.delete_thread(asked.id, &none).await.unwrap();
    assert_eq!(status(ada.get_question(asked.id).await), 404);
    assert_eq!((found(&app, "otters").await, status(bea.restore_thread(asked.id).await)), (0, 404));
    is_true(&app).await;
    ada.restore_thread(asked.id).await.unwrap();
    assert_eq!(found(&app, "otters").await, 2);
    is_true(&app).await;

    bea.answer_question(asked.id, &post("So do I.")).await.unwrap();
    assert!(!ada.get_question(asked.id).await.unwrap().viewer.can_delete);
    assert_eq!(ada.delete_thread(asked.id, &none).await.unwrap_err().code(), Some(ErrorCode::Conflict));
    moderator.delete_thread(asked.id, &NewDeletion { note: "Of no use.".into() }).await.unwrap();
    assert!(app.mails_to(&ada.email).await.iter().any(|mail| mail.text.contains("Of no use.")));
    // What a moderator deleted its author does not bring back.
    assert_eq!(status(ada.restore_thread(asked.id).await), 404);
    app.pass(29 * 86_400);
    domain::privacy::purge(&app.deps).await.unwrap();
    let moderator = app.sign_in(&moderator.email).await;
    moderator.restore_thread(asked.id).await.unwrap();
    moderator.delete_thread(asked.id, &none).await.unwrap();
    app.settle().await;
    app.pass(31 * 86_400);
    domain::privacy::purge(&app.deps).await.unwrap();
    let admin = app.admin().await;
    assert_eq!(status(admin.restore_thread(asked.id).await), 404);
    assert!(app.bytes_with("otters").await.is_empty());
    is_true(&app).await;
}

#[tokio::test]
async fn delete_post_takes_its_acceptance_along_and_comes_back_without() {
    let app = TestApp::start().await;
    let (ada, bea, moderator) = (app.member("Ada").await, app.member("Bea").await, app.moderator().await);
    let asked = ada.ask_question(&question("Which answer is deleted in the end?")).await.unwrap();
    let given = bea.answer_question(asked.id, &post("This one.")).await.unwrap();
    ada.accept_answer(asked.id, &AcceptedAnswer { answer_id: Some(given.id) }).await.unwrap();
    let none = NewDeletion::default();
    assert_eq!(status(ada.delete_post(given.id, &none).await), 403);
    assert_eq!(status(ada.delete_post(asked.opening.id, &none).await), 409);
    bea.delete_post(given.id, &none).await.unwrap();
    assert_eq!(status(bea.delete_post(given.id, &none).await), 404);
    let seen = app.anonymous().get_question(asked.id).await.unwrap();
    assert_eq!((seen.answer_count, seen.accepted_answer_id, seen.answers.items.len()), (0, None, 0));
    is_true(&app).await;
    assert_eq!(status(ada.restore_post(given.id).await), 404);
    bea.restore_post(given.id).await.unwrap();
    assert_eq!(status(bea.restore_post(given.id).await), 409);
    moderator.delete_post(given.id, &NewDeletion { note: "Too short.".into() }).await.unwrap();
    assert!(app.mails_to(&bea.email).await.iter().any(|mail| mail.text.contains("Too short.")));
    assert_eq!(status(bea.restore_post(given.id).await), 404);
    app.pass(31 * 86_400);
    domain::privacy::purge(&app.deps).await.unwrap();
    is_true(&app).await;
}

#[tokio::test]
async fn moderation_of_what_is_hidden_and_of_what_is_not_there_is_answered_alike() {
    let app = TestApp::start().await;
    let (ada, moderator) = (app.member("Ada").await, app.moderator().await);
    let room = space(&app.admin().await, "Private room", SpaceAccess::Private, Some(&ada)).await;
    let new = NewThread { space_id: Some(room), ..question("What is in the private room?") };
    let hidden = ada.ask_question(&new).await.unwrap();
    let given = ada.answer_question(hidden.id, &post("This.")).await.unwrap();
    let open = ada.ask_question(&question("What is in the open forum?")).await.unwrap();
    let outside = app.member("Olu").await;
    for caller in [&moderator, &outside] {
        let token = caller.token();
        let split = serde_json::json!({ "post_ids": [given.id], "title": "A title that is long enough" });
        for (method, path, id, body) in [
            ("PATCH", "/api/v1/threads/{id}/moderation", hidden.id.0, serde_json::json!({ "is_locked": true })),
            ("PUT", "/api/v1/threads/{id}/closure", hidden.id.0, serde_json::json!({ "reason": "off_topic" })),
            ("DELETE", "/api/v1/threads/{id}/closure", hidden.id.0, serde_json::json!({})),
            ("POST", "/api/v1/threads/{id}/splits", hidden.id.0, split),
            ("POST", "/api/v1/threads/{id}/merges", hidden.id.0, serde_json::json!({ "into_id": open.id })),
            ("PUT", "/api/v1/threads/{id}/deletion", hidden.id.0, serde_json::json!({})),
            ("DELETE", "/api/v1/threads/{id}/deletion", hidden.id.0, serde_json::json!({})),
            ("PUT", "/api/v1/posts/{id}/deletion", given.id.0, serde_json::json!({})),
            ("DELETE", "/api/v1/posts/{id}/deletion", given.id.0, serde_json::json!({})),
        ] {
            let ask = async |id: i64| {
                let request = app.request_of(token.as_ref(), method, &path.replace("{id}", &id.to_string()));
                Answer::to(request.json(&body)).await.shape()
            };
            let answer = ask(id).await;
            assert_eq!(answer.0, 404, "{method} {path}");
            assert_eq!(answer, ask(999_999).await, "{method} {path}");
        }
        // Nor does it say more to be named as what another one repeats, or goes into.
        for id in [hidden.id, ThreadId(999_999)] {
            let wanted = if caller.id == moderator.id { 422 } else { 403 };
            assert_eq!(status(caller.close_thread(open.id, &duplicate_of(id)).await), wanted);
            assert_eq!(
                status(caller.merge_thread(open.id, &NewMerge { into_id: id, note: String::new() }).await),
                wanted
            );
        }
    }
    is_true(&app).await;
}
