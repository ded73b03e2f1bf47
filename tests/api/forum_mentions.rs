//! Mentioning members: whom one can mention, what is kept, and who is told.

use api_types::MemberId;
use api_types::accounts::Role;
use api_types::forum::{
    MentionQuery, MentionSettings, NewComment, NewPost, NewSuggestion, NewThread, NewView, Thread, ThreadPatch,
};
use api_types::privacy::{NewErasure, PostsAfter};
use domain::mail::Message;
use entity::{space, space_member, thread};
use harness::{Persona, TestApp, question};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

fn answer(words: &str) -> NewPost {
    NewPost { body: words.into(), ..NewPost::default() }
}

fn typed(q: &str) -> MentionQuery {
    MentionQuery { q: q.into(), ..MentionQuery::default() }
}

fn at(id: MemberId) -> String {
    format!("[@somebody](/members/{id})")
}

async fn mentions(app: &TestApp, who: &Persona) -> Vec<Message> {
    let mails = app.mails_to(&who.email).await.into_iter();
    mails.filter(|mail| mail.subject.starts_with("You were mentioned")).collect()
}

async fn names(who: &Persona, query: &MentionQuery) -> Vec<String> {
    who.list_mention_candidates(query).await.unwrap().into_iter().map(|member| member.name).collect()
}

/// Moves a thread into a private space of these people.
async fn hidden(app: &TestApp, asked: &Thread, people: &[&Persona]) {
    let row = space::ActiveModel {
        slug: Set("board".into()),
        name: Set("Board".into()),
        description: Set(String::new()),
        access: Set("private".into()),
        thread_count: Set(1),
        member_count: Set(1),
        slow_mode_seconds: Set(0),
        created_at: Set(1),
        version: Set(1),
        ..Default::default()
    };
    let private = row.insert(&app.deps.write).await.unwrap();
    for who in people {
        let belongs = space_member::ActiveModel {
            space_id: Set(private.id),
            member_id: Set(who.id.0),
            role: Set("member".into()),
            status: Set("active".into()),
            message: Set(String::new()),
            created_at: Set(1),
        };
        belongs.insert(&app.deps.write).await.unwrap();
    }
    thread::Entity::update_many()
        .col_expr(thread::Column::SpaceId, Expr::value(private.id))
        .filter(thread::Column::Id.eq(asked.id.0))
        .exec(&app.deps.write)
        .await
        .unwrap();
}

#[tokio::test]
async fn list_mention_candidates_finds_members_by_the_beginning_of_a_name() {
    let app = TestApp::start().await;
    let ada = app.member("Ada Lovell").await;
    for name in ["Siân Morgan", "Simon Abel", "Bea 100%_Sure"] {
        let email = format!("{}@example.org", name.chars().filter(char::is_ascii_alphabetic).collect::<String>());
        domain::accounts::create_member(
            &app.deps,
            name,
            &email,
            "!",
            Role::Member,
            api_types::membership::Language::En,
        )
        .await
        .unwrap();
    }
    let gone = app.member("Sidney Gone").await;
    app.suspend(gone.id).await;
    app.persona("Sibyl Waiting", Role::Applicant).await;
    let skilled = app.member("Cleo Dunn").await;
    let patch = api_types::people::ProfilePatch {
        skills_offered: Some(vec!["Sewing".into(), "sign writing".into()]),
        ..api_types::people::ProfilePatch::default()
    };
    skilled.update_profile(1, &patch).await.unwrap();

    assert_eq!(names(&ada, &typed("si")).await, ["Simon Abel", "Siân Morgan"]);
    assert_eq!(names(&ada, &typed("SIÂN m")).await, ["Siân Morgan"]);
    assert_eq!(names(&ada, &typed("mor")).await, ["Siân Morgan"]);
    assert_eq!(names(&ada, &typed("cleo d")).await, ["Cleo Dunn"]);
    // Not by the middle of a word, not by what else a profile says, and no sign stands for anything.
    for nobody in ["organ", "sew", "cleo dunn sew", "%", "_", "ada", "!"] {
        assert!(names(&ada, &typed(nobody)).await.is_empty(), "{nobody}");
    }
    assert_eq!(names(&ada, &typed("100%_")).await, ["Bea 100%_Sure"]);
    for number in 0..9 {
        app.member(&format!("Zoe {number}")).await;
    }
    assert_eq!(names(&ada, &typed("zoe")).await.len(), 7);
}

#[tokio::test]
async fn list_mention_candidates_of_a_private_thread_gives_those_who_may_read_it() {
    let app = TestApp::start().await;
    let (ada, bea, ben) = (app.member("Ada").await, app.member("Bea").await, app.member("Ben").await);
    let asked = ada.ask_question(&question("Whom shall we dismiss from the board?")).await.unwrap();
    let query = MentionQuery { thread_id: Some(asked.id), ..typed("be") };
    assert_eq!(names(&ada, &query).await, ["Bea", "Ben"]);
    hidden(&app, &asked, &[&ada, &bea]).await;
    assert_eq!(names(&ada, &query).await, ["Bea"]);
    assert_eq!(ben.list_mention_candidates(&query).await.unwrap_err().status(), Some(404));
}

#[tokio::test]
async fn whoever_is_mentioned_is_named_rightly_and_told_once() {
    let app = TestApp::start().await;
    let (ada, bea, cleo) = (app.member("Ada").await, app.member("Bea *Star*").await, app.member("Cleo").await);
    let asked = ada.ask_question(&question("Who can tell us about roofs here?")).await.unwrap();
    let words = format!("Ask {} or `{}`, and {}.", at(bea.id), at(cleo.id), at(ada.id));
    let post = ada.answer_question(asked.id, &answer(&words)).await.unwrap();
    assert!(post.body.contains(&format!("[@Bea \\*Star\\*](/members/{})", bea.id)), "{}", post.body);
    assert!(post.body_html.contains("@Bea *Star*</a>"), "{}", post.body_html);
    let told = mentions(&app, &bea).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].text.contains(&format!("/questions/{}/who-can-tell-us-about-roofs-here?post=2", asked.id)));
    // Whoever writes is told of nothing, and code mentions nobody.
    assert!(mentions(&app, &ada).await.is_empty() && mentions(&app, &cleo).await.is_empty());

    // A change tells those who are new in it.
    let words = format!("{words} And {}.", at(cleo.id));
    let post = ada.update_post(post.id, post.version, &answer(&words)).await.unwrap();
    assert_eq!((mentions(&app, &bea).await.len(), mentions(&app, &cleo).await.len()), (1, 1));
    ada.update_post(post.id, post.version, &answer(&format!("{words}!"))).await.unwrap();
    assert_eq!((mentions(&app, &bea).await.len(), mentions(&app, &cleo).await.len()), (1, 1));

    // One mail about a thread until one has looked at it.
    app.pass(60);
    ada.add_comment(asked.opening.id, &NewComment { body: at(bea.id) }).await.unwrap();
    assert_eq!(mentions(&app, &bea).await.len(), 1);
    bea.view_thread(asked.id, &NewView { number: 2 }).await.unwrap();
    let comment = ada.add_comment(asked.opening.id, &NewComment { body: "Well".into() }).await.unwrap();
    ada.update_comment(comment.id, comment.version, &NewComment { body: at(bea.id) }).await.unwrap();
    let told = mentions(&app, &bea).await;
    assert_eq!(told.len(), 2);
    assert!(told[1].text.contains("?post=1"));
    let export = serde_json::to_string(&bea.export_my_data().await.unwrap()).unwrap();
    assert!(export.contains("mentions"), "{export}");
}

#[tokio::test]
async fn who_opens_a_thread_or_changes_it_mentions_too() {
    let app = TestApp::start().await;
    let (ada, bea, cleo, dan) =
        (app.member("Ada").await, app.member("Bea").await, app.member("Cleo").await, app.member("Dan").await);
    let new = NewThread { body: format!("Hello {}", at(bea.id)), ..question("What is the roof of a library?") };
    let asked = ada.ask_question(&new).await.unwrap();
    assert_eq!(mentions(&app, &bea).await.len(), 1);
    let patch = ThreadPatch { body: Some(format!("{} {}", new.body, at(cleo.id))), ..ThreadPatch::default() };
    let changed = ada.update_question(asked.id, 1, &patch).await.unwrap();
    assert!(changed.opening.body.ends_with(&format!("[@Cleo](/members/{})", cleo.id)));
    assert_eq!((mentions(&app, &bea).await.len(), mentions(&app, &cleo).await.len()), (1, 1));
    // What somebody suggests mentions once it is accepted.
    let suggestion = NewSuggestion { version: 2, body: format!("See {}", at(dan.id)), note: "Better".into() };
    let suggestion = bea.suggest_edit(asked.opening.id, &suggestion).await.unwrap();
    assert!(mentions(&app, &dan).await.is_empty());
    ada.accept_suggestion(suggestion.id).await.unwrap();
    assert_eq!(mentions(&app, &dan).await.len(), 1);
}

#[tokio::test]
async fn a_quote_mentions_nobody_and_ten_are_the_most() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let asked = ada.ask_question(&question("How many people may I call here?")).await.unwrap();
    let quote = format!("> {} [wrote](/questions/1?post=1):\n>\n> Words\n\nYes.", at(bea.id));
    let post = ada.answer_question(asked.id, &answer(&quote)).await.unwrap();
    assert!(post.body.starts_with(&format!("> [@Bea](/members/{})", bea.id)), "{}", post.body);
    assert!(mentions(&app, &bea).await.is_empty());
    let crowd = |most: i64| (1..=most).map(|number| at(MemberId(number))).collect::<Vec<_>>().join(" ");
    assert!(ada.answer_question(asked.id, &answer(&crowd(10))).await.is_ok());
    let refused = ada.answer_question(asked.id, &answer(&crowd(11))).await.unwrap_err();
    let client::Error::Problem(problem) = refused else { panic!("{refused}") };
    assert_eq!((problem.errors[0].field.as_str(), problem.errors[0].code.as_str()), ("body", "too_many"));
}

#[tokio::test]
async fn whoever_may_not_read_a_thread_never_learns_of_a_mention() {
    let app = TestApp::start().await;
    let (ada, bea, cleo) = (app.member("Ada").await, app.member("Bea").await, app.member("Cleo").await);
    let asked = ada.ask_question(&question("Whom shall we dismiss from the board?")).await.unwrap();
    hidden(&app, &asked, &[&ada, &bea]).await;
    let words = format!("{} {}", at(bea.id), at(cleo.id));
    ada.answer_question(asked.id, &answer(&words)).await.unwrap();
    ada.add_comment(asked.opening.id, &NewComment { body: at(cleo.id) }).await.unwrap();
    assert_eq!((mentions(&app, &bea).await.len(), mentions(&app, &cleo).await.len()), (1, 0));
    let export = serde_json::to_string(&cleo.export_my_data().await.unwrap()).unwrap();
    assert!(!export.contains("mentions"), "{export}");
    // Who waits to be let in, or was suspended, is neither told nor named.
    let waiting = app.persona("Zoe Waiting", Role::Applicant).await;
    let open = ada.ask_question(&question("Who else is there to be asked?")).await.unwrap();
    let post = ada.answer_question(open.id, &answer(&at(waiting.id))).await.unwrap();
    assert!(!post.body_html.contains("Zoe"), "{}", post.body_html);
    assert!(mentions(&app, &waiting).await.is_empty());
}

#[tokio::test]
async fn a_mention_in_confidence_does_not_tell_who_asks() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada Lovelace").await, app.member("Bea").await);
    app.pass(5 * 60);
    let new = NewThread {
        is_confidential: true,
        body: format!("What would you do, {}?", at(bea.id)),
        ..question("Our treasurer has left with the cash box?")
    };
    let asked = ada.ask_question(&new).await.unwrap();
    ada.add_comment(asked.opening.id, &NewComment { body: "Please.".into() }).await.unwrap();
    let told = mentions(&app, &bea).await;
    assert_eq!(told.len(), 1);
    for told in app.mails_to(&bea.email).await {
        let all = serde_json::to_string(&told).unwrap();
        assert!(!all.contains("Ada") && !all.contains("Lovelace") && !all.contains(&ada.email), "{all}");
    }
    // What is kept of it has the time of the question, which is rounded.
    let export = bea.export_my_data().await.unwrap();
    let part = export.parts.iter().find(|part| part.name == "mentions").unwrap();
    assert_eq!(part.rows[0]["created_at"].as_i64().unwrap() % 3_600_000, 0);
}

#[tokio::test]
async fn update_mention_settings_turns_the_mails_off_and_so_does_the_mail() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    assert!(bea.get_mention_settings().await.unwrap().mails);
    bea.update_mention_settings(&MentionSettings { mails: false }).await.unwrap();
    let asked = ada.ask_question(&question("Who wants to be told of this?")).await.unwrap();
    ada.answer_question(asked.id, &answer(&at(bea.id))).await.unwrap();
    assert!(mentions(&app, &bea).await.is_empty());
    bea.update_mention_settings(&MentionSettings { mails: true }).await.unwrap();
    ada.answer_question(asked.id, &answer(&at(bea.id))).await.unwrap();
    let told = mentions(&app, &bea).await;
    assert_eq!(told.len(), 1);
    let link = told[0].unsubscribe.clone().unwrap();
    let (_, secret) = link.rsplit_once('/').unwrap();
    let forged = secret.replacen(&bea.id.to_string(), &ada.id.to_string(), 1);
    assert!(app.anonymous().unfollow_by_mail(&forged).await.is_err());
    app.anonymous().unfollow_by_mail(secret).await.unwrap();
    assert!(!bea.get_mention_settings().await.unwrap().mails);
    assert!(ada.get_mention_settings().await.unwrap().mails);
}

#[tokio::test]
async fn nobody_is_told_of_mentions_more_than_ten_times_a_day() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    for number in 0..12 {
        let new = NewThread { body: at(bea.id), ..question(&format!("Question for you, number {number}")) };
        ada.ask_question(&new).await.unwrap();
    }
    assert_eq!(mentions(&app, &bea).await.len(), 10);
    app.pass(25 * 3600);
    let new = NewThread { body: at(bea.id), ..question("Question for you on another day") };
    let ada = Persona { client: app.sign_in(&ada.email).await, ..ada };
    ada.ask_question(&new).await.unwrap();
    assert_eq!(mentions(&app, &bea).await.len(), 11);
}

#[tokio::test]
async fn who_is_erased_is_no_longer_named_where_they_were_mentioned() {
    let app = TestApp::start().await;
    let (ada, cleo) = (app.member("Ada").await, app.member("Cleopatra Quill").await);
    let new = NewThread { body: format!("Ask {}", at(cleo.id)), ..question("Who knows about quills and ink?") };
    let asked = ada.ask_question(&new).await.unwrap();
    let post = ada.answer_question(asked.id, &answer(&format!("Dear {}!", at(cleo.id)))).await.unwrap();
    let post = ada.update_post(post.id, post.version, &answer(&format!("{} Thanks.", post.body))).await.unwrap();
    let comment = ada.add_comment(post.id, &NewComment { body: at(cleo.id) }).await.unwrap();
    app.settle().await;
    cleo.erase_me(&NewErasure { posts: PostsAfter::Keep, understands: true }).await.unwrap();
    app.settle().await;
    let seen = ada.get_question(asked.id).await.unwrap();
    let link = format!("[@Former member](/members/{})", cleo.id);
    assert_eq!(seen.opening.body, format!("Ask {link}"));
    assert!(seen.opening.body_html.contains("@Former member</a>"));
    let answered = &seen.answers.items[0];
    assert_eq!((answered.body.as_str(), answered.version), (format!("Dear {link}! Thanks.").as_str(), post.version));
    assert_eq!(answered.comments[0].id, comment.id);
    assert_eq!(answered.comments[0].body, link);
    let kept = app.bytes_with("Cleopatra").await;
    assert!(kept.is_empty(), "{kept:?}");
}
