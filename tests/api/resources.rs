//! Resources and their files.

use api_types::resources::{FileQuery, NewResource, ResourceKind, ResourceQuery};
use api_types::{ErrorCode, FileId, ShelfId};
use harness::TestApp;

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

fn resource(title: &str) -> NewResource {
    NewResource {
        title: title.into(),
        summary: "What to settle **before** solicitors start.".into(),
        kind: ResourceKind::Template,
        shelf_id: ShelfId(1),
        tags: vec!["leases".into()],
        url: None,
        file_id: None,
        licence: Some("CC-BY-4.0".into()),
    }
}

#[tokio::test]
async fn add_resource_with_a_link_is_listed() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let mut new = resource("Heads of terms for a lease");
    new.url = Some("https://www.example.org/terms?x=1".into());
    let added = ada.add_resource(&new).await.unwrap();
    assert_eq!(added.url.as_deref(), Some("https://www.example.org/terms?x=1"));
    let listed = app
        .anonymous()
        .list_resources(&ResourceQuery { kind: Some(ResourceKind::Template), ..Default::default() })
        .await
        .unwrap();
    assert_eq!(listed.items[0].host.as_deref(), Some("www.example.org"));
    for bad in [
        "javascript:alert(1)",
        "https://",
        "https://user:pass@example.org/",
        "ftp://example.org/x",
        "https://exa mple.org",
    ] {
        new.url = Some(bad.into());
        assert_eq!(ada.add_resource(&new).await.unwrap_err().code(), Some(ErrorCode::Invalid), "{bad}");
    }
}

#[tokio::test]
async fn upload_file_becomes_a_resource_that_downloads_as_an_attachment() {
    let app = TestApp::start().await;
    let (ada, bea) = (app.member("Ada").await, app.member("Bea").await);
    let file =
        ada.upload_file(&FileQuery { name: "../Heads \"of\" terms\r\n.PDF".into() }, PDF.to_vec()).await.unwrap();
    assert_eq!((file.name.as_str(), file.media_type.as_str()), ("Heads of terms.PDF", "application/pdf"));
    let mut new = resource("Heads of terms as a file");
    new.file_id = Some(file.id);
    assert_eq!(bea.add_resource(&new).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    let added = ada.add_resource(&new).await.unwrap();
    assert_eq!(ada.add_resource(&new).await.unwrap_err().code(), Some(ErrorCode::Invalid));
    assert_eq!(app.anonymous().download_file(added.id).await.unwrap(), PDF);
    let raw = reqwest::get(format!("{}/api/v1/resources/{}/file", app.base_url, added.id)).await.unwrap();
    assert!(
        raw.headers()["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment; filename=\"Heads_of_terms.PDF\"")
    );
    assert_eq!(raw.headers()["content-security-policy"], "sandbox; default-src 'none'");
    assert_eq!(raw.headers()["x-content-type-options"], "nosniff");
}

#[tokio::test]
async fn upload_file_that_is_not_what_it_says_is_refused() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let html: &[u8] = b"<html><script>alert(1)</script></html>";
    let svg: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    for (name, bytes) in [
        ("a.png", html),
        ("a.svg", svg),
        ("a.pdf", html),
        ("a.html", html),
        ("a.txt", html),
        ("a", PDF),
        ("a.exe", PDF),
        ("a.png", PDF),
    ] {
        let refused = ada.upload_file(&FileQuery { name: name.into() }, bytes.to_vec()).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::UnsupportedMediaType), "{name}");
    }
    let empty = ada.upload_file(&FileQuery { name: "a.pdf".into() }, Vec::new()).await.unwrap_err();
    assert_eq!(empty.code(), Some(ErrorCode::Invalid));
    let mut new = resource("A file that nobody uploaded");
    new.file_id = Some(FileId(99));
    assert_eq!(ada.add_resource(&new).await.unwrap_err().code(), Some(ErrorCode::Invalid));
}
