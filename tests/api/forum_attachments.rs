//! Files and pictures within posts.

use std::io::Cursor;

use api_types::forum::{Attachment, AttachmentQuery, NewPost, NewPostDraft};
use api_types::privacy::{NewErasure, PostsAfter};
use harness::{Persona, TestApp, question};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

fn png(side: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = image::RgbImage::from_pixel(side, side, image::Rgb([10, 90, 40]));
    picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
    bytes
}

async fn upload(member: &Persona, name: &str, bytes: Vec<u8>) -> client::Result<Attachment> {
    member.upload_attachment(&AttachmentQuery { name: name.into() }, bytes).await
}

fn key(attachment: &Attachment) -> String {
    attachment.path.rsplit('/').next().unwrap().to_owned()
}

fn with(attachment: &Attachment) -> NewPost {
    NewPost { body: format!("See ![the roof]({})", attachment.path), ..NewPost::default() }
}

#[tokio::test]
async fn a_picture_is_made_anew_and_shown_in_its_post() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let stored = upload(&ada, "roof.png", png(2_000)).await.unwrap();
    assert!(stored.is_picture && stored.media_type == "image/jpeg" && stored.name == "roof.jpg", "{stored:?}");
    let asked = ada.ask_question(&question("What does our roof look like?")).await.unwrap();
    let given = ada.answer_question(asked.id, &with(&stored)).await.unwrap();
    assert!(given.body_html.contains(&format!("<img src=\"{}\"", stored.path)), "{}", given.body_html);
    let bytes = app.anonymous().get_attachment(&key(&stored)).await.unwrap();
    let seen = image::load_from_memory(&bytes).unwrap();
    assert_eq!((seen.width(), seen.height()), (1_600, 1_600));
    assert_eq!(app.anonymous().get_attachment(&"0".repeat(32)).await.unwrap_err().status(), Some(404));
}

#[tokio::test]
async fn pictures_from_elsewhere_are_links() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let asked = ada.ask_question(&question("Whose pictures are shown?")).await.unwrap();
    for address in
        ["https://evil.example/x.png", "//evil.example/x.png", "/api/v1/attachments/../me", "/api/v1/attachments/x"]
    {
        let new = NewPost { body: format!("![x]({address}) and [y]({address})"), ..NewPost::default() };
        let given = ada.answer_question(asked.id, &new).await.unwrap();
        assert!(!given.body_html.contains("<img"), "{}", given.body_html);
    }
}

#[tokio::test]
async fn what_is_not_what_its_name_says_is_refused() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    for (name, bytes) in [
        ("page.html", b"<html><script>alert(1)</script>".to_vec()),
        ("page.txt", b"<html><script>alert(1)</script>".to_vec()),
        ("roof.png", b"no picture".to_vec()),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec()),
        ("nothing", b"words".to_vec()),
    ] {
        assert_eq!(upload(&ada, name, bytes).await.unwrap_err().status(), Some(415), "{name}");
    }
    let minutes = upload(&ada, "minutes.txt", b"We met on Monday.".to_vec()).await.unwrap();
    assert!(!minutes.is_picture);
    let response = reqwest::get(format!("{}{}", app.base_url, minutes.path)).await.unwrap();
    assert!(response.headers()["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert_eq!(response.headers()["content-security-policy"], "sandbox; default-src 'none'");
}

#[tokio::test]
async fn an_attachment_goes_with_its_post() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let stored = upload(&ada, "roof.png", png(20)).await.unwrap();
    let asked = ada.ask_question(&question("What was deleted with its pictures?")).await.unwrap();
    let given = ada.answer_question(asked.id, &with(&stored)).await.unwrap();
    entity::post::Entity::update_many()
        .col_expr(entity::post::Column::DeletedAt, Expr::value(1))
        .filter(entity::post::Column::Id.eq(given.id.0))
        .exec(&app.deps.write)
        .await
        .unwrap();
    assert_eq!(app.anonymous().get_attachment(&key(&stored)).await.unwrap_err().status(), Some(404));
}

#[tokio::test]
async fn orphans_are_purged_and_what_stands_in_a_post_or_a_draft_is_not() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let [orphan, posted, drafted] = ["a.png", "b.png", "c.png"].map(|name| upload(&ada, name, png(20)));
    let (orphan, posted, drafted) = (orphan.await.unwrap(), posted.await.unwrap(), drafted.await.unwrap());
    let asked = ada.ask_question(&question("Which of the pictures stay?")).await.unwrap();
    ada.answer_question(asked.id, &with(&posted)).await.unwrap();
    ada.save_draft("question", &NewPostDraft { body: with(&drafted).body, ..NewPostDraft::default() }).await.unwrap();
    app.pass(8 * 86_400);
    domain::privacy::purge(&app.deps).await.unwrap();
    assert_eq!(app.anonymous().get_attachment(&key(&orphan)).await.unwrap_err().status(), Some(404));
    assert!(app.anonymous().get_attachment(&key(&posted)).await.is_ok());
    assert!(app.anonymous().get_attachment(&key(&drafted)).await.is_ok());
}

#[tokio::test]
async fn attachments_are_erased_with_their_author_as_chosen() {
    for (posts, is_kept) in [(PostsAfter::Keep, true), (PostsAfter::Remove, false)] {
        let app = TestApp::start().await;
        let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
        let [posted, loose] = ["a.png", "b.png"].map(|name| upload(&ada, name, png(20)));
        let (posted, loose) = (posted.await.unwrap(), loose.await.unwrap());
        let asked = bea.ask_question(&question("What stays of the pictures?")).await.unwrap();
        ada.answer_question(asked.id, &with(&posted)).await.unwrap();
        ada.erase_me(&NewErasure { posts, understands: true }).await.unwrap();
        assert_eq!(app.anonymous().get_attachment(&key(&posted)).await.is_ok(), is_kept);
        assert_eq!(app.anonymous().get_attachment(&key(&loose)).await.unwrap_err().status(), Some(404));
    }
}
