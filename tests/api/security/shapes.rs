//! Requests made from the document of the API: what each operation takes, with one thing wrong.

use std::collections::BTreeSet;

use harness::TestApp;
use harness::raw::Answer;
use harness::spec::DOCUMENT;
use serde_json::json;

use crate::affiliations::founded;

use super::document::{assert_plain_problem, example, operations, texts};

#[tokio::test]
async fn fields_that_can_be_read_cannot_be_written() {
    let app = TestApp::start().await;
    let admin = app.admin().await;
    let token = admin.token().unwrap();
    let mut names: BTreeSet<String> = DOCUMENT["components"]["schemas"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(|schema| schema["properties"].as_object())
        .flat_map(|properties| properties.keys().cloned())
        .collect();
    names.extend(["owner_id", "pinned", "approved", "email_verified", "is_suspended", "author_id"].map(Into::into));
    for wanted in ["id", "role", "score", "created_at", "version", "status"] {
        assert!(names.contains(wanted), "{wanted}");
    }
    let mut tried = 0;
    for operation in operations() {
        let Some(schema) = operation.takes() else { continue };
        let own = schema["properties"].as_object().unwrap();
        for name in names.iter().filter(|name| !own.contains_key(*name)) {
            let mut body = example(&schema);
            body[name] = json!(1);
            let answer = operation.answer(&app, &token, &body).await;
            let detail = answer.json()["detail"].to_string();
            assert!(
                answer.status == 422 && detail.contains(&format!("unknown field `{name}`")),
                "{} {name}: {}",
                operation.id,
                answer.text()
            );
            tried += 1;
        }
    }
    assert!(tried > 500, "{tried}");
    // The answers of an application are of one kind of member alone.
    for (place, kind) in DOCUMENT["components"]["schemas"]["Answers"]["oneOf"].as_array().unwrap().iter().enumerate() {
        let own = kind["properties"].as_object().unwrap();
        for name in names.iter().filter(|name| !own.contains_key(*name)) {
            let mut body = example(&json!({ "$ref": "/NewApplication" }));
            body["answers"] = example(kind);
            body["answers"][name] = json!(1);
            let answer = Answer::to(app.request("POST", "/api/v1/applications").json(&body)).await;
            assert_eq!(answer.status, 422, "{place} {name}: {}", answer.text());
        }
    }
    let me = admin.get_me().await.unwrap();
    assert_eq!((me.id, me.name.as_str()), (admin.id, "Ann Admin"));
}

#[tokio::test]
async fn a_nul_in_any_text_of_any_write_is_refused() {
    let app = TestApp::start().await;
    let token = app.admin().await.token().unwrap();
    let mut tried = 0;
    for operation in operations() {
        let Some(schema) = operation.takes() else { continue };
        let whole = example(&schema);
        for at in texts(&whole, "") {
            let mut body = whole.clone();
            *body.pointer_mut(&at).unwrap() = json!("quiet lamps\0 on the quay");
            let answer = operation.answer(&app, &token, &body).await;
            assert_eq!(answer.status, 422, "{} {at}: {}", operation.id, answer.text());
            assert_plain_problem(&answer, &operation.id);
            tried += 1;
        }
        if let Some(fields) = whole.as_object().filter(|fields| !fields.is_empty()) {
            let mut body = whole.clone();
            body[format!("{}\0", fields.keys().next().unwrap())] = json!(1);
            assert_eq!(operation.answer(&app, &token, &body).await.status, 422, "{}", operation.id);
        }
    }
    assert!(tried > 30, "{tried}");
    // A backslash before such letters is a text like others.
    let body = json!({ "body": "it is written \\u0000 in JSON" });
    assert_eq!(Answer::to(app.request_of(Some(&token), "POST", "/api/v1/previews").json(&body)).await.status, 200);
}

#[tokio::test]
async fn a_nul_in_any_parameter_is_refused() {
    let app = TestApp::start().await;
    let token = app.admin().await.token().unwrap();
    for operation in operations() {
        for parameter in operation.parameters() {
            let path = format!("{}?q=quay&name=a.pdf&{parameter}=a%00b", operation.first());
            let path =
                if matches!(parameter.as_str(), "q" | "name") { path.replace("q=quay&name=a.pdf&", "") } else { path };
            let answer = Answer::to(app.request_of(Some(&token), &operation.method, &path)).await;
            // Bodies of other media types are judged after the query or before it: both are refusals.
            assert!(matches!(answer.status, 415 | 422), "{path}: {}", answer.text());
        }
    }
}

#[tokio::test]
async fn statements_in_parameters_do_nothing() {
    let app = TestApp::start().await;
    let ada = app.admin().await;
    let token = ada.token().unwrap();
    ada.ask_question(&harness::question("Which question is the only one?")).await.unwrap();
    app.settle().await;
    let payloads = [
        "'",
        "''",
        "\"",
        "`",
        "\\",
        "%",
        "_",
        "%25",
        "1'",
        "1 OR 1=1",
        "' OR '1'='1",
        "' OR 1=1 --",
        "\") OR (\"1\"=\"1",
        "1; DROP TABLE members",
        "'; DROP TABLE members; --",
        "' UNION SELECT password_hash FROM members --",
        "1 AND SLEEP(5)",
        "'||pg_sleep(5)--",
        "1;SELECT pg_sleep(5)",
        "' AND randomblob(1000000000) --",
        "' AND 1=CAST(version() AS int) --",
        "(SELECT 1)",
        "id,(SELECT email FROM members LIMIT 1)",
        "title; --",
        "1/*!50000OR*/1",
        "CHAR(39)",
        "0x27",
        "-1",
        "9223372036854775808",
        "NaN",
        "\u{2019} OR 1=1",
        "ʼ OR 1=1",
        "{\"$gt\":\"\"}",
        "[]",
        "${7*7}",
        "{{7*7}}",
        "../../etc/passwd",
        "%0d%0aSet-Cookie: a=b",
        "\u{1f332}",
    ];
    let answers = operations().into_iter().filter(|operation| operation.method == "GET");
    for operation in answers {
        for parameter in operation.parameters() {
            for payload in payloads {
                let mut query = vec![(parameter.as_str(), payload)];
                if operation.id == "search" && parameter != "q" {
                    query.push(("q", "question"));
                }
                let coded = reqwest::Url::parse_with_params("http://host/", &query).unwrap();
                let path = format!("{}?{}", operation.first(), coded.query().unwrap());
                let answer = Answer::to(app.request_of(Some(&token), "GET", &path)).await;
                let shown = format!("{} {parameter}={payload}", operation.id);
                assert!(matches!(answer.status, 200 | 404 | 422), "{shown}: {}", answer.text());
                assert!(!answer.text().contains("argon2"), "{shown}: {}", answer.text());
                if answer.status == 200 {
                    // Nothing is found that the words alone would not find.
                    let found = answer.json()["items"].as_array().map_or(0, Vec::len);
                    assert!(operation.id == "list_applications" || found <= 1, "{shown}: {}", answer.text());
                } else {
                    assert_plain_problem(&answer, &shown);
                }
            }
        }
        for payload in payloads {
            let path = operation
                .path
                .replace("{member_id}", "1")
                .replace("{id}", &payload.replace(|sign: char| !sign.is_ascii_alphanumeric(), "%27"));
            if path != operation.path {
                assert_eq!(Answer::to(app.request_of(Some(&token), "GET", &path)).await.status, 404, "{path}");
            }
        }
    }
    ada.get_me().await.unwrap();
}

#[tokio::test]
async fn parameters_are_those_of_the_document_and_pages_have_bounds() {
    let app = TestApp::start().await;
    let ada = app.admin().await;
    let asked = ada.ask_question(&harness::question("Which question has the answers?")).await.unwrap();
    let started = ada.start_discussion(&harness::question("Which discussion has the replies?")).await.unwrap();
    assert_eq!((asked.id.0, started.id.0), (1, 2));
    assert_eq!(founded(&app, "Cwm Derwen", &[]).await.0, 1);
    let token = ada.token().unwrap();
    let encode = |text: &str| {
        use base64::Engine as _;
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(text)
    };
    for operation in operations().into_iter().filter(|operation| operation.method == "GET") {
        let parameters = operation.parameters();
        if parameters.is_empty() {
            continue;
        }
        let get = async |query: String| {
            let needed = match operation.id.as_str() {
                "search" | "list_mention_candidates" => "q=quay&",
                "list_near" => "near=53.8,-1.5&",
                _ => "",
            };
            let path = format!("{}?{needed}{query}", operation.first());
            Answer::to(app.request_of(Some(&token), "GET", &path)).await
        };
        if parameters.iter().any(|name| name == "limit") {
            assert_eq!(get("limit=100".into()).await.status, 200, "{}", operation.id);
        }
        for query in [
            "order=title",
            "sort=title",
            "sort=newest%20desc",
            "sort=",
            "filter=title",
            "fields=password_hash",
            "include=author.email",
            "page=1000000000",
            "page_size=1000000000",
            "offset=1",
            "limit=0",
            "limit=101",
            "limit=1000000000",
            "limit=-1",
            "limit=abc",
            "limit=",
            "limit=1.5",
            "limit=9223372036854775808",
            "limit=1&limit=2",
            "limit[]=1",
        ] {
            let answer = get(query.into()).await;
            assert_eq!(answer.status, 422, "{} {query}: {}", operation.id, answer.text());
        }
        // There the window of a thread begins after a number, which is nothing to make up.
        if operation.id != "list_posts_around" && parameters.iter().any(|name| name == "after") {
            let long = "A".repeat(201);
            for cursor in ["1", "AA", "..", "%00", "null", "eyJpZCI6MX0", long.as_str()] {
                assert_eq!(get(format!("after={cursor}")).await.status, 422, "{} {cursor}", operation.id);
            }
            // Cursors that somebody made up lead nowhere, whatever numbers they hold.
            for keys in
                ["0", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1.1.1.1.1", "a", ""]
            {
                for keys in [keys.to_owned(), format!("{keys}.{keys}"), format!("{keys}.{keys}.{keys}")] {
                    let answer = get(format!("after={}", encode(&keys))).await;
                    assert!(matches!(answer.status, 200 | 422), "{} {keys}: {}", operation.id, answer.text());
                }
            }
        }
    }
}

#[tokio::test]
async fn bodies_of_other_media_types_are_refused_everywhere() {
    let app = TestApp::start().await;
    let token = app.admin().await.token().unwrap();
    for operation in operations() {
        if operation.document["requestBody"].is_null()
            || matches!(operation.id.as_str(), "upload_file" | "upload_attachment")
        {
            continue;
        }
        let media_types = [
            Some("text/plain"),
            Some("application/x-www-form-urlencoded"),
            Some("multipart/form-data; boundary=x"),
            Some("application/jsonp"),
            None,
        ];
        for media_type in media_types {
            let mut request =
                app.request_of(Some(&token), &operation.method, &operation.first()).header("If-Match", "\"1\"");
            if let Some(media_type) = media_type {
                request = request.header("Content-Type", media_type);
            }
            let answer = Answer::to(request.body("{}")).await;
            assert_eq!(answer.status, 415, "{} {media_type:?}: {}", operation.id, answer.text());
            assert_plain_problem(&answer, &operation.id);
        }
    }
}

#[tokio::test]
async fn bodies_that_are_no_sound_json_are_refused_everywhere() {
    let app = TestApp::start().await;
    let token = app.admin().await.token().unwrap();
    let keys = (0..1_000_000).map(|place| format!("\"{place}\":1")).collect::<Vec<_>>().join(",");
    let utf16: Vec<u8> = "{\"body\":\"a\"}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(&str, Vec<u8>, &[u16]); 18] = [
        ("depth of arrays", "[".repeat(10_000).into_bytes(), &[422]),
        ("depth within", format!("{{\"tags\":{}", "[".repeat(10_000)).into_bytes(), &[400, 422]),
        ("list", br#"["quiet lamps on the quay","quiet lamps on the quay",1,[]]"#.to_vec(), &[422]),
        ("number", b"1".to_vec(), &[422]),
        ("null", b"null".to_vec(), &[422]),
        ("depth of objects", "{\"a\":".repeat(10_000).into_bytes(), &[400, 422]),
        ("keys", format!("{{{keys}}}").into_bytes(), &[413]),
        ("long text", format!("{{\"body\":\"{}\"}}", "a".repeat(2_000_000)).into_bytes(), &[413]),
        ("doubled", br#"{"body":"a","body":"b","email":"a","email":"b","token":"a","token":"b"}"#.to_vec(), &[422]),
        ("number too large", br#"{"shelf_id":1e400}"#.to_vec(), &[400, 422]),
        ("lone surrogate", br#"{"body":"\ud800","title":"\ud800","email":"\udfff"}"#.to_vec(), &[400, 422]),
        ("byte order mark", b"\xef\xbb\xbf{}".to_vec(), &[400]),
        ("UTF-16", utf16, &[400]),
        ("not UTF-8", b"{\"body\":\"\xff\",\"email\":\"\xff\",\"title\":\"\xff\",\"a\xff\":1}".to_vec(), &[400, 422]),
        ("bytes after it", b"{} {}".to_vec(), &[400, 422]),
        ("nothing", Vec::new(), &[400]),
        ("comment", b"{/* a */}".to_vec(), &[400]),
        ("bare NUL", b"{\"body\":\"a\0\"}".to_vec(), &[400, 422]),
    ];
    for operation in operations().iter().filter(|operation| operation.takes().is_some()) {
        for (shown, body, wanted) in &cases {
            let request =
                app.request_of(Some(&token), &operation.method, &operation.first()).header("If-Match", "\"1\"");
            let answer = Answer::to(request.header("Content-Type", "application/json").body(body.clone())).await;
            let shown = format!("{} {shown}", operation.id);
            assert!(wanted.contains(&answer.status), "{shown}: {} {}", answer.status, answer.text());
            assert_plain_problem(&answer, &shown);
        }
    }
}
