//! Nothing that anybody can read gives away who asks in confidence.

use std::collections::HashMap;

use api_types::forum::{AcceptedAnswer, NewComment, NewPost, NewThread, NewVote, ThreadPatch};
use harness::{TestApp, question};

use super::access::{CANARY, crawled};
use crate::forum_trust::founded;

#[tokio::test]
async fn nothing_gives_away_who_asks_in_confidence() {
    let app = TestApp::start().await;
    let (keeper, other) = (app.member(&format!("{CANARY} Asker")).await, app.member("Bea").await);
    let organisation = founded(&app, &format!("{CANARY} Library"), &[&keeper]).await;
    founded(&app, "Brenna Library", &[&other]).await;
    let viewers = [app.anonymous(), app.member("Cai").await, other, app.moderator().await];
    app.settle().await;
    let mut before = Vec::new();
    for viewer in &viewers {
        let seen = crawled(&app, viewer.token().as_ref()).await;
        before.push(seen.into_iter().map(|(path, answer)| (path, answer.text())).collect::<HashMap<_, _>>());
    }

    let new = NewThread { is_confidential: true, ..question("Where does one go with such a worry?") };
    let asked = keeper.ask_question(&new).await.unwrap();
    let say = |text: &str| NewPost { body: text.into(), ..NewPost::default() };
    let own = keeper.answer_question(asked.id, &say("It is still here.")).await.unwrap();
    let given = viewers[2].answer_question(asked.id, &say("To your trustees.")).await.unwrap();
    keeper.update_post(own.id, 1, &say("It is still here, and left over.")).await.unwrap();
    let patch = ThreadPatch { body: Some("It has left us helpless.".into()), ..ThreadPatch::default() };
    keeper.update_question(asked.id, 1, &patch).await.unwrap();
    keeper.vote_on_post(given.id, &NewVote { value: 1 }).await.unwrap();
    keeper.accept_answer(asked.id, &AcceptedAnswer { answer_id: Some(given.id) }).await.unwrap();
    keeper.add_comment(given.id, &NewComment { body: "What is left to tell them?".into() }).await.unwrap();
    app.settle().await;
    // Nor do the mails to those who follow it.
    for viewer in &viewers[1..] {
        for mail in app.mails_to(&viewer.email).await {
            assert!(!format!("{} {}", mail.subject, mail.text).to_lowercase().contains(CANARY), "{}", mail.text);
        }
    }

    // The keeper stands in the directory as before, to the letter, and nowhere else: neither by name nor by number.
    let ids = ["author_id", "member_id", "asker_id"].map(|name| format!("\"{name}\":{}", keeper.id));
    let organisation = format!("\"organisation_id\":{organisation}");
    let mut is_seen = 0;
    for (viewer, before) in viewers.iter().zip(before) {
        for (path, answer) in crawled(&app, viewer.token().as_ref()).await {
            let text = answer.text();
            is_seen += usize::from(text.contains("such a worry"));
            let tells = text.to_lowercase().contains(CANARY)
                || text.contains(&organisation)
                || ids.iter().any(|id| text.contains(id));
            if tells {
                assert_eq!(before.get(&path), Some(&text), "{path} as {}", viewer.email);
            }
        }
    }
    assert!(is_seen > 12, "the question itself is found: {is_seen}");
}
