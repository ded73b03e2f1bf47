//! Mail through a real SMTP server: what arrives, where, and how often.

use api_types::forum::ThreadQuery;
use api_types::membership::{ApplicationQuery, NewDecision, Outcome};
use harness::smtp::{self, SmtpServer};
use harness::{PASSWORD, TestApp};
use serde_json::{Value, json};

use super::doors::application;

/// The header of a mail, with its lines joined.
fn header<'a>(raw: &'a str, name: &str) -> Vec<String> {
    let head: &'a str = raw.split("\r\n\r\n").next().unwrap();
    let head = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let start = format!("{}: ", name.to_lowercase());
    head.lines()
        .filter(|line| line.to_lowercase().starts_with(&start))
        .map(|line| line[start.len()..].to_owned())
        .collect()
}

/// The text of a mail, decoded where it was packed.
fn text(raw: &str) -> String {
    let body = raw.split_once("\r\n\r\n").unwrap().1.replace("\r\n", "\n");
    match header(raw, "Content-Transfer-Encoding").first().map(String::as_str) {
        Some("7bit" | "8bit") | None => body,
        Some("quoted-printable") => {
            let joined = body.replace("=\n", "");
            let mut bytes = Vec::new();
            let mut rest = joined.as_bytes();
            while let Some((first, after)) = rest.split_first() {
                if *first == b'=' {
                    bytes.push(u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
                    rest = &after[2..];
                } else {
                    bytes.push(*first);
                    rest = after;
                }
            }
            String::from_utf8(bytes).unwrap()
        }
        Some("base64") => {
            use base64::Engine as _;
            let bytes = base64::engine::general_purpose::STANDARD.decode(body.replace('\n', "")).unwrap();
            String::from_utf8(bytes).unwrap()
        }
        Some(other) => panic!("packed as {other}"),
    }
}

#[tokio::test]
async fn a_name_can_be_no_header_no_second_recipient_and_no_link() {
    if !smtp::is_ready() {
        return;
    }
    let server = SmtpServer::start();
    let app = TestApp::mailing_through(&server.url()).await;
    let names = [
        "Eve\r\nBcc: victim@example.com",
        "Eve, victim@example.com",
        "Eve <victim@example.com>",
        "\"Eve\" <victim@example.com>, Mallory",
        "Win at https://evil.example/prize now",
        "www.evil.example",
        "Eve\r\n\r\nA body of one's own",
        "Eve\r\n.\r\nMAIL FROM:<evil@example.com>",
        "Tŷ Derwen, 🌲; (comment) victim@example.com",
    ];
    for (place, name) in names.iter().enumerate() {
        let mut new = application(&format!("eve{place}@example.org"));
        new.name = (*name).into();
        app.client().submit_application(&new).await.unwrap();
    }
    domain::mail::send_waiting(&app.deps).await.unwrap();
    let mails = server.stop();
    assert_eq!(mails.len(), names.len());
    for (place, mail) in mails.iter().enumerate() {
        let raw = mail["raw"].as_str().unwrap();
        assert_eq!(mail["to"], json!([format!("eve{place}@example.org")]), "{raw}");
        assert_eq!(mail["from"], "noreply@localhost.localdomain");
        let to = header(raw, "To");
        assert_eq!(to.len(), 1, "{raw}");
        assert!(to[0].ends_with(&format!("<eve{place}@example.org>")) && to[0].matches('@').count() == 1, "{}", to[0]);
        let name = to[0].split('<').next().unwrap();
        assert!(!name.contains([',', '/', ':', '\\']) && !name.contains("evil.example"), "{name}");
        for absent in ["Bcc", "Cc", "Reply-To"] {
            assert!(header(raw, absent).is_empty(), "{raw}");
        }
        for once in ["From", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"] {
            assert_eq!(header(raw, once).len(), 1, "{once}: {raw}");
        }
        assert!(!text(raw).contains("victim") && !text(raw).contains("evil"), "{raw}");
        assert_eq!(text(raw).matches("https://").count() + text(raw).matches("http://").count(), 1, "{raw}");
    }
}

#[tokio::test]
async fn what_staff_write_arrives_as_written() {
    if !smtp::is_ready() {
        return;
    }
    let server = SmtpServer::start();
    let app = TestApp::mailing_through(&server.url()).await;
    let admin = app.admin().await;
    let id =
        domain::membership::create_submitted_application(&app.deps, &application("eve@example.org"), 0).await.unwrap();
    let written = "Dear Eve,\n.\nQUIT\n..\nRCPT TO:<victim@example.com>\nDATA\n.\n\nFrom here on =3D and Tŷ Derwen 🌲.\nBcc: victim@example.com\n.";
    let decision = NewDecision { outcome: Outcome::Rejected, message: Some(written.into()) };
    admin.decide_application(id, &decision).await.unwrap();
    domain::mail::send_waiting(&app.deps).await.unwrap();
    let [mail] = &server.stop()[..] else { panic!("not one mail") };
    assert_eq!(mail["to"], json!(["eve@example.org"]));
    let text = text(mail["raw"].as_str().unwrap());
    assert!(text.contains(&format!("\n{written}\n")), "{text}");
}

#[tokio::test]
async fn mail_waits_for_its_server_and_nobody_waits_for_mail() {
    if !smtp::is_ready() {
        return;
    }
    let server = SmtpServer::start();
    let port = server.port;
    let app = TestApp::mailing_through(&server.url()).await;
    assert_eq!(server.stop(), Vec::<Value>::new());
    for place in 0..3 {
        app.client().submit_application(&application(&format!("gwen{place}@example.org"))).await.unwrap();
        app.anonymous().list_questions(&ThreadQuery::default()).await.unwrap();
    }
    for _ in 0..2 {
        domain::mail::send_waiting(&app.deps).await.unwrap_err();
    }
    let server = SmtpServer::start_at(port);
    for _ in 0..2 {
        domain::mail::send_waiting(&app.deps).await.unwrap();
    }
    // A node that starts later finds that all was sent.
    domain::mail::send_waiting(&app.another_node(|_| {}).await.deps).await.unwrap();
    let to: Vec<_> = server.stop().into_iter().map(|mail| mail["to"][0].as_str().unwrap().to_owned()).collect();
    assert_eq!(to, ["gwen0@example.org", "gwen1@example.org", "gwen2@example.org"]);
}

#[tokio::test]
async fn a_mailed_link_opens_the_door() {
    if !smtp::is_ready() {
        return;
    }
    let server = SmtpServer::start();
    let app = TestApp::mailing_through(&server.url()).await;
    app.client().submit_application(&application("sunita@example.org")).await.unwrap();
    domain::mail::send_waiting(&app.deps).await.unwrap();
    let [mail] = &server.stop()[..] else { panic!("not one mail") };
    let text = text(mail["raw"].as_str().unwrap());
    let token = text.split("#token=").nth(1).unwrap().lines().next().unwrap().to_owned();
    let new = api_types::accounts::NewPassword { token, password: PASSWORD.into() };
    app.client().confirm_application(&new).await.unwrap();
    let admin = app.admin().await;
    assert_eq!(admin.list_applications(&ApplicationQuery::default()).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn an_address_that_is_refused_keeps_no_other_mail_waiting() {
    if !smtp::is_ready() {
        return;
    }
    let server = SmtpServer::start();
    let app = TestApp::mailing_through(&server.url()).await;
    for email in ["gwen@example.org", "refused@example.org", "sunita@example.org"] {
        app.client().submit_application(&application(email)).await.unwrap();
    }
    domain::mail::send_waiting(&app.deps).await.unwrap();
    let to: Vec<_> = server.stop().into_iter().map(|mail| mail["to"][0].as_str().unwrap().to_owned()).collect();
    assert_eq!(to, ["gwen@example.org", "sunita@example.org"]);
}
