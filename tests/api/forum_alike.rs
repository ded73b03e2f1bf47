//! Libraries like yours: answers in their order, their questions, and invitations to answer.

use api_types::ThreadId;
use api_types::forum::{AnswerInvitationsPatch, NewPost, NewThread, PostOrder, PostQuery, ThreadQuery};
use api_types::people::ProfilePatch;
use harness::{Persona, TestApp, question};

use crate::forum_trust::founded;

fn answer(text: &str) -> NewPost {
    NewPost { body: text.into(), ..NewPost::default() }
}

/// A question that `helper` has answered on the shelf that all questions here stand on.
async fn helped(app: &TestApp, helper: &Persona, title: &str) -> ThreadId {
    let keeper = app.member(&format!("Asker {}", title.len())).await;
    let asked = keeper.ask_question(&question(title)).await.unwrap();
    helper.answer_question(asked.id, &answer("Like this.")).await.unwrap();
    asked.id
}

async fn waiting(persona: &Persona) -> Vec<ThreadId> {
    let invited = persona.list_answer_invitations().await.unwrap();
    invited.items.iter().map(|one| one.thread.id).collect()
}

/// Three people: two of libraries that are alike, and one of none.
async fn people(app: &TestApp) -> [Persona; 3] {
    let people = [app.member("Ada").await, app.member("Bea").await, app.member("Cai").await];
    founded(app, "Alderbrook Library", &[&people[0]]).await;
    founded(app, "Brenna Library", &[&people[1]]).await;
    people
}

#[tokio::test]
async fn answers_are_put_in_the_order_that_is_asked_for() {
    let app = TestApp::start().await;
    let [ada, bea, cai] = people(&app).await;
    let asked = app.admin().await.ask_question(&question("Who has painted a library before?")).await.unwrap().id;
    for (who, text) in [(&cai, "first"), (&cai, "second"), (&bea, "third"), (&cai, "fourth"), (&bea, "fifth")] {
        who.answer_question(asked, &answer(text)).await.unwrap();
    }
    let in_order = async |who: &Persona, order: Option<PostOrder>| {
        let mut query = PostQuery { order, limit: Some(2), after: None };
        let mut texts = Vec::new();
        loop {
            let page = who.list_answers(asked, &query).await.unwrap();
            texts.extend(page.items.into_iter().map(|post| post.body));
            query.after = page.next;
            if query.after.is_none() {
                return texts;
            }
        }
    };
    let usual = ["first", "second", "third", "fourth", "fifth"];
    assert_eq!(in_order(&ada, None).await, usual);
    assert_eq!(in_order(&ada, Some(PostOrder::LikeMine)).await, ["third", "fifth", "first", "second", "fourth"]);
    assert_eq!(in_order(&ada, Some(PostOrder::Newest)).await, ["fifth", "fourth", "third", "second", "first"]);
    // Without a library of one's own nobody is more alike than others.
    for viewer in [&cai, &app.anonymous()] {
        assert_eq!(in_order(viewer, Some(PostOrder::LikeMine)).await, usual);
    }
}

#[tokio::test]
async fn questions_of_libraries_like_mine_are_listed_without_those_in_confidence() {
    let app = TestApp::start().await;
    let [ada, bea, cai] = people(&app).await;
    let open = bea.ask_question(&question("Who has a ramp for prams?")).await.unwrap().id;
    let hidden = NewThread { is_confidential: true, ..question("Who has a quarrel with a neighbour?") };
    bea.ask_question(&hidden).await.unwrap();
    cai.ask_question(&question("Who has nothing to do with us?")).await.unwrap();
    ada.ask_question(&question("Who has asked this themselves?")).await.unwrap();
    let mine = ThreadQuery { like_mine: Some(true), ..ThreadQuery::default() };
    let ids = async |who: &Persona| -> Vec<ThreadId> {
        who.list_questions(&mine).await.unwrap().items.iter().map(|one| one.id).collect()
    };
    assert_eq!(ids(&ada).await, [open]);
    assert!(ids(&cai).await.is_empty() && ids(&app.anonymous()).await.is_empty());
    // Lists say where a library like the viewer's has answered.
    let answered = async |who: &Persona| {
        let page = who.list_questions(&ThreadQuery::default()).await.unwrap();
        page.items.iter().filter(|one| one.is_answered_by_alike).count()
    };
    assert_eq!(answered(&ada).await, 0);
    for asked in cai.list_questions(&ThreadQuery::default()).await.unwrap().items {
        bea.answer_question(asked.id, &answer("We have.")).await.unwrap();
    }
    // Not where the one who asks in confidence has answered: that would tell who it is.
    assert_eq!((answered(&ada).await, answered(&cai).await), (3, 0));
}

#[tokio::test]
async fn those_who_have_helped_on_the_shelf_are_invited_to_answer() {
    let app = TestApp::start().await;
    let [ada, bea, cai] = people(&app).await;
    // The later of the two asks who has answered before: nobody's library is known, so that the shelf alone decides.
    helped(&app, &cai, "Who fixes a tap that drips?").await;
    let earlier = helped(&app, &bea, "Who fixes a door that squeaks?").await;
    assert_eq!(waiting(&cai).await, [earlier]);
    let mails = app.mails_to(&bea.email).await.len();
    let first = ada.ask_question(&question("Who fixes a roof that leaks?")).await.unwrap();
    // The one of a library that has something in common with the keeper's is invited, by mail too; the other is not.
    assert_eq!(waiting(&bea).await, [first.id]);
    assert!(!waiting(&cai).await.contains(&first.id) && waiting(&ada).await.is_empty());
    let invited = bea.list_answer_invitations().await.unwrap();
    assert_eq!((invited.is_on, invited.items[0].common), (true, 3));
    let mail = app.mails_to(&bea.email).await[mails].clone();
    assert!(mail.text.contains("Who fixes a roof that leaks?") && mail.text.contains("3 of 5"), "{}", mail.text);
    // Twice a week at most, and what was answered waits no longer.
    let second = ada.ask_question(&question("Who fixes a wall that crumbles?")).await.unwrap();
    ada.ask_question(&question("Who fixes a floor that creaks?")).await.unwrap();
    assert_eq!(waiting(&bea).await, [second.id, first.id]);
    bea.answer_question(second.id, &answer("A mason.")).await.unwrap();
    assert_eq!(waiting(&bea).await, [first.id]);
    app.pass(8 * 86_400);
    let again = async |one: Persona| Persona { client: app.sign_in(&one.email).await, ..one };
    let (ada, bea) = (again(ada).await, again(bea).await);
    let later = ada.ask_question(&question("Who fixes a gate that sticks?")).await.unwrap();
    assert_eq!(waiting(&bea).await, [later.id, first.id]);
    // Who does not want to be invited is not.
    let off = AnswerInvitationsPatch { is_on: false };
    assert!(!bea.update_answer_invitations(&off).await.unwrap().is_on);
    ada.ask_question(&question("Who fixes a bell that is dumb?")).await.unwrap();
    assert_eq!(waiting(&bea).await, [later.id, first.id]);
    assert!(bea.update_answer_invitations(&AnswerInvitationsPatch { is_on: true }).await.unwrap().is_on);
}

#[tokio::test]
async fn a_skill_that_is_offered_invites_too() {
    let app = TestApp::start().await;
    let [ada, bea, _] = people(&app).await;
    let skills = ProfilePatch { skills_offered: Some(vec!["Leases".into()]), ..ProfilePatch::default() };
    bea.update_profile(1, &skills).await.unwrap();
    let asked = ada.ask_question(&question("Who reads the small print?")).await.unwrap();
    assert_eq!(waiting(&bea).await, [asked.id]);
}

#[tokio::test]
async fn for_a_question_in_confidence_the_shelf_alone_decides() {
    let app = TestApp::start().await;
    let [ada, bea, cai] = people(&app).await;
    helped(&app, &bea, "Who fixes a door that squeaks?").await;
    helped(&app, &cai, "Who fixes a tap that drips?").await;
    let skills = ProfilePatch { skills_offered: Some(vec!["Leases".into()]), ..ProfilePatch::default() };
    let dai = app.member("Dai").await;
    dai.update_profile(1, &skills).await.unwrap();
    let before = app.mails_to(&bea.email).await.len();
    let hidden = NewThread { is_confidential: true, ..question("Who fixes what nobody may know?") };
    let asked = ada.ask_question(&hidden).await.unwrap().id;
    for helper in [&bea, &cai] {
        let invited = helper.list_answer_invitations().await.unwrap();
        assert_eq!((invited.items[0].thread.id, invited.items[0].common), (asked, 0));
    }
    assert!(waiting(&dai).await.is_empty());
    let mail = app.mails_to(&bea.email).await[before].clone();
    assert!(!mail.text.contains("in common") && !mail.text.contains("Ada"));
    // What the keeper of a question in confidence answers in it counts for nothing: it would tell who it is.
    ada.answer_question(asked, &answer("More of it.")).await.unwrap();
    cai.ask_question(&question("Who else has helped on this shelf?")).await.unwrap();
    assert!(waiting(&ada).await.is_empty());
}
