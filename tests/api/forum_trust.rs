//! Trust in the forum: in confidence, and on behalf of organisations.

use api_types::forum::{
    AcceptedAnswer, AskerLookQuery, NewAskerLook, NewComment, NewConfidant, NewPost, NewSplit, NewSuggestion,
    NewThread, NewVote, PostQuery, Thread, ThreadPatch, ThreadQuery,
};
use api_types::membership::{AffiliationRole, Nation, NewEnding};
use api_types::search::SearchQuery;
use api_types::{MemberId, OrganisationId};
use domain::membership::{create_library, create_organisation};
use harness::{Persona, START, TestApp, question};

/// An organisation of these people.
pub(crate) async fn founded(app: &TestApp, name: &str, people: &[&Persona]) -> OrganisationId {
    let council = "Calderfell Council";
    let library = create_library(&app.deps, name, council, Nation::England, "North West", "High Street", "CA1 1AA");
    let people: Vec<_> = people.iter().map(|person| (person.id.0, AffiliationRole::Trustee)).collect();
    OrganisationId(create_organisation(&app.deps, library.await.unwrap(), &people).await.unwrap())
}

fn answer(text: &str) -> NewPost {
    NewPost { body: text.into(), ..NewPost::default() }
}

fn in_confidence(title: &str) -> NewThread {
    NewThread { is_confidential: true, ..question(title) }
}

fn reason() -> NewAskerLook {
    NewAskerLook { reason: "Somebody may be in danger.".into() }
}

fn fault<T: std::fmt::Debug>(result: client::Result<T>) -> String {
    match result.unwrap_err() {
        client::Error::Problem(problem) => problem.errors[0].field.clone(),
        error => panic!("{error}"),
    }
}

fn status<T: std::fmt::Debug>(result: client::Result<T>) -> Option<u16> {
    result.unwrap_err().status()
}

#[tokio::test]
async fn who_asks_in_confidence_is_kept_from_everybody_who_may_not_know() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada Lovelace").await, app.member("Bea").await);
    founded(&app, "Alderbrook Library", &[&ada]).await;
    app.pass(5 * 60);
    let asked = ada.ask_question(&in_confidence("Our treasurer has left with the cash box?")).await.unwrap();
    assert!(asked.is_confidential && asked.opening.author.is_none() && asked.opening.viewer.is_author);
    // The asker takes part without being told of, and nobody else's name is hidden.
    let own = ada.answer_question(asked.id, &answer("The police know.")).await.unwrap();
    let other = bea.answer_question(asked.id, &answer("Tell your trustees.")).await.unwrap();
    ada.accept_answer(asked.id, &AcceptedAnswer { answer_id: Some(other.id) }).await.unwrap();
    let patch = ThreadPatch { body: Some("It happened on Monday.".into()), ..ThreadPatch::default() };
    ada.update_question(asked.id, 1, &patch).await.unwrap();
    assert!(own.author.is_none());
    let word = NewComment { body: "Which trustees?".into() };
    let word = ada.add_comment(other.id, &word).await.unwrap();
    ada.update_comment(word.id, word.version, &NewComment { body: "All trustees?".into() }).await.unwrap();
    bea.add_comment(other.id, &NewComment { body: "Yes.".into() }).await.unwrap();
    for viewer in [&app.anonymous(), &bea, &app.moderator().await, &app.admin().await] {
        let seen = viewer.get_question(asked.id).await.unwrap();
        assert!(seen.opening.author.is_none() && !seen.opening.viewer.is_author);
        let authors: Vec<_> = seen.answers.items.iter().map(|post| post.author.as_ref().map(|who| who.id)).collect();
        assert_eq!(authors, [Some(bea.id), None]);
        assert!(seen.answers.items[1].likeness.is_none());
        let listed = viewer.list_questions(&ThreadQuery::default()).await.unwrap();
        assert!(listed.items[0].author.is_none() && listed.items[0].on_behalf_of.is_none());
        // The moments at which the asker did something are told to the hour alone.
        assert_eq!(seen.created_at.timestamp_millis(), START);
        assert_eq!(seen.opening.edited_at.unwrap().timestamp_millis(), START);
        assert_eq!(seen.answers.items[1].created_at.timestamp_millis(), START);
        assert_eq!(seen.answers.items[0].created_at.timestamp_millis(), START + 5 * 60_000);
        let comments = &seen.answers.items[0].comments;
        assert!(comments[0].author.is_none() && comments[1].author.is_some());
        assert_eq!(comments[0].created_at.timestamp_millis(), START);
        assert_eq!(comments[0].edited_at.unwrap().timestamp_millis(), START);
        assert_eq!(comments[1].created_at.timestamp_millis(), START + 5 * 60_000);
    }
    app.settle().await;
    let search = |q: &str| SearchQuery { q: q.into(), ..SearchQuery::default() };
    assert_eq!(bea.search(&search("lovelace")).await.unwrap().total, 0);
    let found = bea.search(&search("treasurer")).await.unwrap();
    assert!(found.items.iter().any(|hit| hit.author.is_empty()));
}

#[tokio::test]
async fn only_questions_in_nobodys_name_are_asked_in_confidence() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let library = founded(&app, "Alderbrook Library", &[&ada]).await;
    assert_eq!(fault(ada.start_discussion(&in_confidence("May we talk it over quietly?")).await), "is_confidential");
    let both = NewThread { organisation_id: Some(library), ..in_confidence("Do we ask together or not?") };
    assert_eq!(fault(ada.ask_question(&both).await), "organisation_id");
    let asked = ada.ask_question(&in_confidence("Who would have thought of that?")).await.unwrap();
    let speaking = NewPost { organisation_id: Some(library), ..answer("We would.") };
    assert_eq!(fault(ada.answer_question(asked.id, &speaking).await), "organisation_id");
    assert_eq!(ada.get_question(asked.id).await.unwrap().answer_count, 0);
}

#[tokio::test]
async fn a_look_at_who_asks_is_kept_and_told() {
    let app = TestApp::start().await;
    let (ada, bea, moderator, admin) =
        (app.member("Ada").await, app.member("Bea").await, app.moderator().await, app.admin().await);
    let asked = ada.ask_question(&in_confidence("Whom do we tell about the damp wall?")).await.unwrap();
    let open = bea.ask_question(&question("Whom do we tell about the mouse?")).await.unwrap();
    assert_eq!(status(bea.see_asker(asked.id, &reason()).await), Some(403));
    assert_eq!(status(moderator.see_asker(open.id, &reason()).await), Some(409));
    assert_eq!(fault(moderator.see_asker(asked.id, &NewAskerLook { reason: "no".into() }).await), "reason");
    assert!(app.mails_to(&ada.email).await.is_empty());
    assert_eq!(moderator.see_asker(asked.id, &reason()).await.unwrap().member.id, ada.id);
    let mails = app.mails_to(&ada.email).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("Mo Moderator") && mails[0].text.contains("Somebody may be in danger"));
    app.pass(60);
    admin.see_asker(asked.id, &reason()).await.unwrap();
    // The log says who looked and why, and not who asked.
    let query = AskerLookQuery { limit: Some(1), after: None };
    let first = admin.list_asker_looks(&query).await.unwrap();
    assert_eq!((first.items[0].looked_by.id, first.items[0].thread.id), (admin.id, asked.id));
    let next = admin.list_asker_looks(&AskerLookQuery { after: first.next, ..query }).await.unwrap();
    assert_eq!(
        (next.items[0].looked_by.id, next.items[0].reason.as_str()),
        (moderator.id, "Somebody may be in danger.")
    );
    assert!(next.next.is_none());
    assert!(!serde_json::to_string(&next).unwrap().contains("Ada"));
    // After the look the question still does not show it.
    assert!(moderator.get_question(asked.id).await.unwrap().opening.author.is_none());
}

#[tokio::test]
async fn the_network_may_name_one_who_looks() {
    let app = TestApp::start().await;
    let (ada, moderator, admin) = (app.member("Ada").await, app.moderator().await, app.admin().await);
    let asked = ada.ask_question(&in_confidence("Whom do we trust with the key?")).await.unwrap();
    let before = moderator.get_confidant().await.unwrap();
    assert!(before.member.is_none() && before.can_look && before.candidates.is_empty());
    let named = |id: Option<MemberId>| NewConfidant { member_id: id };
    assert_eq!(fault(admin.set_confidant(&named(Some(ada.id))).await), "member_id");
    let after = admin.set_confidant(&named(Some(admin.id))).await.unwrap();
    assert_eq!(after.candidates.len(), 2);
    assert_eq!(ada.get_confidant().await.unwrap().member.unwrap().id, admin.id);
    assert_eq!(status(moderator.see_asker(asked.id, &reason()).await), Some(403));
    assert_eq!(admin.see_asker(asked.id, &reason()).await.unwrap().member.id, ada.id);
    // Who is named and no moderator any more keeps nobody else out.
    admin.set_confidant(&named(Some(moderator.id))).await.unwrap();
    app.set_role(moderator.id, api_types::accounts::Role::Member).await;
    assert!(admin.get_confidant().await.unwrap().can_look);
    assert!(admin.set_confidant(&named(None)).await.unwrap().member.is_none());
}

/// What a thread says of whom it is by.
fn behalf(thread: &Thread) -> Vec<Option<&str>> {
    let posts = std::iter::once(&thread.opening).chain(&thread.answers.items);
    posts.map(|post| post.on_behalf_of.as_ref().map(|one| one.name.as_str())).collect()
}

#[tokio::test]
async fn who_belongs_to_an_organisation_speaks_for_it() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let library = founded(&app, "Alderbrook Library", &[&app.member("Dai").await, &ada]).await;
    let new = NewThread { organisation_id: Some(library), ..question("Who has a spare trolley for us?") };
    assert_eq!(fault(bea.ask_question(&new).await), "organisation_id");
    let asked = ada.ask_question(&new).await.unwrap();
    let speaking = NewPost { organisation_id: Some(library), ..answer("We found one.") };
    assert_eq!(fault(bea.answer_question(asked.id, &speaking).await), "organisation_id");
    let given = ada.answer_question(asked.id, &speaking).await.unwrap();
    bea.answer_question(asked.id, &answer("So did I.")).await.unwrap();
    let wanted = [Some("Alderbrook Library"), Some("Alderbrook Library"), None];
    assert_eq!(behalf(&app.anonymous().get_question(asked.id).await.unwrap()), wanted);
    let listed = app.anonymous().list_questions(&ThreadQuery::default()).await.unwrap();
    assert_eq!(listed.items[0].on_behalf_of.as_ref().unwrap().id, library);
    // An edit leaves it as it is, and so does leaving the organisation.
    assert_eq!(fault(ada.update_post(given.id, 1, &speaking).await), "organisation_id");
    ada.update_post(given.id, 1, &answer("We found two.")).await.unwrap();
    let mine = ada.list_my_affiliations().await.unwrap();
    let ending = NewEnding { primary_contact_id: None, voter_id: None };
    ada.end_affiliation(mine[0].id, &ending).await.unwrap();
    assert_eq!(behalf(&bea.get_question(asked.id).await.unwrap()), wanted);
}

#[tokio::test]
async fn answers_say_how_alike_their_authors_library_is() {
    let app = TestApp::start().await;
    let (ada, bea, cai) = (app.member("Ada").await, app.member("Bea").await, app.member("Cai").await);
    founded(&app, "Alderbrook Library", &[&ada]).await;
    founded(&app, "Brenna Library", &[&bea]).await;
    let asked = ada.ask_question(&question("Who has a lift in the library?")).await.unwrap();
    bea.answer_question(asked.id, &answer("We do.")).await.unwrap();
    cai.answer_question(asked.id, &answer("I know one.")).await.unwrap();
    ada.answer_question(asked.id, &answer("Thank you.")).await.unwrap();
    let likeness = |thread: Thread| -> Vec<Option<u8>> {
        thread.answers.items.iter().map(|post| post.likeness.as_ref().map(|likeness| likeness.common)).collect()
    };
    // Both run a library of the same size in the same region; nothing else is known of them.
    assert_eq!(likeness(ada.get_question(asked.id).await.unwrap()), [Some(3), None, None]);
    assert_eq!(likeness(bea.get_question(asked.id).await.unwrap()), [None, None, Some(3)]);
    for viewer in [&cai, &app.anonymous()] {
        assert_eq!(likeness(viewer.get_question(asked.id).await.unwrap()), [None, None, None]);
    }
    let page = ada.list_answers(asked.id, &PostQuery::default()).await.unwrap();
    assert_eq!(page.items[0].likeness.as_ref().unwrap().features.len(), 3);
    ada.vote_on_post(page.items[0].id, &NewVote { value: 1 }).await.unwrap();
}

#[tokio::test]
async fn an_export_by_staff_is_a_look_too() {
    let app = TestApp::start().await;
    let (ada, bea, admin) = (app.member("Ada").await, app.member("Bea").await, app.admin().await);
    let asked = ada.ask_question(&in_confidence("Whom do we tell about the damp wall?")).await.unwrap();
    admin.export_member_data(bea.id).await.unwrap();
    let looks = async || admin.list_asker_looks(&AskerLookQuery::default()).await.unwrap().items;
    assert!(looks().await.is_empty());
    admin.export_member_data(ada.id).await.unwrap();
    let kept = looks().await;
    assert_eq!((kept.len(), kept[0].thread.id, kept[0].looked_by.id), (1, asked.id, admin.id));
    assert!(app.mails_to(&ada.email).await.iter().any(|mail| mail.text.contains("exported")));
    // One's own is no look.
    ada.export_my_data().await.unwrap();
    assert_eq!(looks().await.len(), 1);
}

#[tokio::test]
async fn what_one_takes_along_says_nothing_of_who_asks_in_confidence() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    app.pass(5 * 60);
    let asked = ada.ask_question(&in_confidence("Who is to hear of the missing money?")).await.unwrap();
    let change = |body: &str| NewSuggestion { version: 1, body: body.into(), note: "So it is clearer.".into() };
    let given = bea.answer_question(asked.id, &answer("Your trustees.")).await.unwrap();
    let offered = bea.suggest_edit(asked.opening.id, &change("All of it is missing.")).await.unwrap();
    ada.accept_suggestion(offered.id).await.unwrap();
    let taken = ada.suggest_edit(given.id, &change("All your trustees.")).await.unwrap();
    assert_eq!(taken.created_at.timestamp_millis(), START);
    bea.accept_suggestion(taken.id).await.unwrap();
    let export = bea.export_my_data().await.unwrap();
    let rows = export.parts.iter().flat_map(|part| &part.rows);
    for row in rows {
        let words = row.to_string();
        let tells = ["decided_by", "deleted_by", "edited_by", "removed_by", "old_body"];
        assert!(tells.iter().all(|name| !words.contains(name)), "{words}");
    }
    // Nor is anything of it split off, where the history would name who wrote it.
    let new = NewSplit { post_ids: vec![given.id], title: "What do trustees hear of?".into(), note: String::new() };
    assert_eq!(status(app.moderator().await.split_thread(asked.id, &new).await), Some(409));
}
