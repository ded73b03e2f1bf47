//! Files that people upload: what is taken, how it is given back, and what is left behind.

use api_types::ShelfId;
use api_types::limits::FILE_BYTES;
use api_types::resources::{FileQuery, NewResource, ResourceKind};
use harness::raw::Answer;
use harness::{Persona, TestApp};
use sea_orm::EntityTrait;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";
const HTML: &[u8] = b"<!DOCTYPE html><script>alert(1)</script>";
const SVG: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

/// Makes a resource of a file and downloads it, as bytes on the wire.
async fn downloaded(app: &TestApp, member: &Persona, name: &str, bytes: &[u8]) -> String {
    let file = member.upload_file(&FileQuery { name: name.into() }, bytes.to_vec()).await.unwrap();
    let new = NewResource {
        title: "A file to be downloaded".into(),
        summary: "What to settle first.".into(),
        kind: ResourceKind::Template,
        shelf_id: ShelfId(1),
        tags: vec![],
        url: None,
        file_id: Some(file.id),
        licence: None,
    };
    let id = member.add_resource(&new).await.unwrap().id;
    let head = format!("GET /api/v1/resources/{id}/file HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    let answer = exchange(app, head.as_bytes(), &[], 0).await;
    String::from_utf8_lossy(&answer).into_owned()
}

/// Sends a head and a part of a body again and again, and reads all that is answered meanwhile.
async fn exchange(app: &TestApp, head: &[u8], part: &[u8], times: usize) -> Vec<u8> {
    let stream = TcpStream::connect(app.base_url.trim_start_matches("http://")).await.unwrap();
    let (mut from, mut to) = stream.into_split();
    let (head, part) = (head.to_vec(), part.to_vec());
    let sending = tokio::spawn(async move {
        to.write_all(&head).await?;
        for _ in 0..times {
            to.write_all(&part).await?;
        }
        // Kept open until the answer is there.
        Ok::<_, std::io::Error>(to)
    });
    let mut answer = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(count) = from.read(&mut buffer).await {
        answer.extend_from_slice(&buffer[..count]);
        let ended = answer.windows(4).any(|window| window == b"\r\n\r\n") && answer.ends_with(b"}");
        if count == 0 || ended {
            break;
        }
    }
    sending.abort();
    answer
}

#[tokio::test]
async fn names_of_files_make_no_headers() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    for name in [
        "a\r\nSet-Cookie: evil=1\r\n.pdf",
        "a\nX-Evil: 1.pdf",
        "a\"; filename=\"evil.html\"; x=\".pdf",
        "a%0d%0aX-Evil: 1.pdf",
        "a\u{2028}X-Evil: 1\u{85}.pdf",
        "a\\\"\"b'`.pdf",
        "llyfrgell tŷ 🌲 \u{202e}fdp.pdf",
        "..\\..\\a;b=c,d.pdf",
    ] {
        let wire = downloaded(&app, &ada, name, PDF).await;
        let head = wire.split("\r\n\r\n").next().unwrap();
        assert!(head.starts_with("HTTP/1.1 200"), "{name:?}: {head}");
        for line in head.lines().skip(1) {
            let header = line.split(':').next().unwrap().to_lowercase();
            assert!(!header.contains("evil") && header != "set-cookie", "{name:?}: {line}");
            if header == "content-disposition" {
                let quotes = line.matches('"').count();
                assert!(line.starts_with("content-disposition: attachment; filename=\"") && quotes == 2, "{line}");
                assert!(line.is_ascii() && line.ends_with("pdf"), "{line}");
            }
        }
    }
}

#[tokio::test]
async fn files_are_what_their_names_say_or_refused() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let token = ada.token();
    let polyglots: [(&str, Vec<u8>); 15] = [
        ("page.png", HTML.to_vec()),
        ("page.pdf", HTML.to_vec()),
        ("page.txt", HTML.to_vec()),
        ("page.csv", SVG.to_vec()),
        ("picture.svg", SVG.to_vec()),
        ("picture.svg.png", SVG.to_vec()),
        ("picture.gif", PNG.to_vec()),
        ("picture.png", b"https://evil.example/picture.png".to_vec()),
        ("script.js", b"alert(1)".to_vec()),
        ("page.html.pdf", HTML.to_vec()),
        ("page.xhtml", HTML.to_vec()),
        ("text.txt", b"\xef\xbb\xbf  <html>".to_vec()),
        ("text.txt", b"#!/bin/sh\nrm".to_vec()),
        ("archive.zip", b"PK\x03\x04".to_vec()),
        ("document.docx", b"PK\x03\x04 no document in it".to_vec()),
    ];
    for (name, bytes) in polyglots {
        for declared in ["image/png", "application/pdf", "text/html", "application/octet-stream"] {
            let path = format!("/api/v1/files?name={name}");
            let request = app.request_of(token.as_ref(), "POST", &path).header("Content-Type", declared);
            let answer = Answer::to(request.body(bytes.clone())).await;
            assert_eq!(answer.status, 415, "{name} as {declared}: {}", answer.text());
        }
    }
    assert_eq!(app.stored_files(), 0);
    // What is also something else is given back as what it was taken for, to be saved and never shown.
    let mixed = [b"GIF89a/*", &[0; 20][..], b"*/=1;alert(1)<script>alert(1)</script>"].concat();
    for (name, bytes, media_type) in
        [("both.gif", mixed, "image/gif"), ("both.pdf", [PDF, HTML, b"PK\x03\x04"].concat(), "application/pdf")]
    {
        let wire = downloaded(&app, &ada, name, &bytes).await.to_lowercase();
        for line in [
            format!("content-type: {media_type}"),
            "x-content-type-options: nosniff".into(),
            "content-security-policy: sandbox; default-src 'none'".into(),
        ] {
            assert!(wire.contains(&format!("\r\n{line}\r\n")), "{line}: {}", &wire[..wire.len().min(2_000)]);
        }
        assert!(wire.contains("content-disposition: attachment"));
    }
}

#[tokio::test]
async fn uploads_that_are_too_large_leave_nothing_behind() {
    let app = TestApp::start().await;
    let token = app.member("Ada").await.token().unwrap();
    let head = format!(
        "POST /api/v1/files?name=a.pdf HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\
         Content-Type: application/octet-stream\r\n"
    );
    // By its length it is refused before any of it is sent.
    let stated = format!("{head}Content-Length: {}\r\n\r\n", FILE_BYTES + 1);
    let answer = exchange(&app, stated.as_bytes(), &[], 0).await;
    assert!(answer.starts_with(b"HTTP/1.1 413"), "{}", String::from_utf8_lossy(&answer));
    // Without a length it is cut off once it is too long; more is never read.
    let unstated = format!("{head}Transfer-Encoding: chunked\r\n\r\n");
    let megabyte = [b"100000\r\n", PDF, &vec![b'a'; 0x10_0000 - PDF.len()][..], b"\r\n"].concat();
    let answer = exchange(&app, unstated.as_bytes(), &megabyte, 64).await;
    assert!(answer.starts_with(b"HTTP/1.1 413"), "{}", String::from_utf8_lossy(&answer));
    let empty = Answer::to(app.request_of(Some(&token), "POST", "/api/v1/files?name=a.pdf").body("")).await;
    assert_eq!(empty.status, 422);
    assert_eq!(app.stored_files(), 0);
    assert!(entity::file::Entity::find().one(&app.deps.read).await.unwrap().is_none());
}

#[tokio::test]
async fn the_thirty_first_upload_of_half_an_hour_is_refused() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let upload = async |member: &Persona| {
        let path = "/api/v1/files?name=a.pdf";
        Answer::to(app.request_of(member.token().as_ref(), "POST", path).body(PDF)).await
    };
    let all = futures_util::future::join_all((0..31).map(|_| upload(&ada))).await;
    assert_eq!(all.iter().filter(|answer| answer.status == 201).count(), 30);
    let refused = all.iter().find(|answer| answer.status != 201).unwrap();
    assert!(refused.status == 429 && refused.header("retry-after").parse::<u64>().unwrap() >= 1);
    assert_eq!(app.stored_files(), 30);
    assert_eq!(upload(&bea).await.status, 201);
    app.pass(30 * 60);
    let later = app.sign_in(&ada.email).await;
    later.upload_file(&FileQuery { name: "a.pdf".into() }, PDF.to_vec()).await.unwrap();
}
