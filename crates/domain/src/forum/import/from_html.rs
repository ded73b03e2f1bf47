//! HTML that strangers wrote as markdown, which then goes the way of all markdown. So nothing of the HTML is ever
//! shown as it came: what cannot be said in markdown is lost, and its words stay.

use std::collections::HashSet;
use std::sync::LazyLock;

/// How deep elements may nest: deeper is refused, since the conversion goes down one call for each.
const NESTING: usize = 60;

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::default();
    // What these hold is no text.
    builder.clean_content_tags(HashSet::from(["script", "style"])).link_rel(None);
    builder
});

/// The markdown of HTML, or why there is none.
pub(super) fn markdown_of(html: &str) -> Result<String, String> {
    // Cleaning balances the elements too, so that their depth can be told.
    let clean = CLEANER.clean(html).to_string();
    if depth(&clean) > NESTING {
        return Err("html: Its elements nest too deep.".into());
    }
    let options = htmd::options::Options {
        bullet_list_marker: htmd::options::BulletListMarker::Dash,
        br_style: htmd::options::BrStyle::Backslash,
        ul_bullet_spacing: 1,
        ol_number_spacing: 1,
        ..Default::default()
    };
    htmd::HtmlToMarkdown::builder()
        .options(options)
        .build()
        .convert(&clean)
        .map_err(|_| "html: It cannot be read.".to_owned())
}

/// How deep the elements of balanced HTML nest.
fn depth(html: &str) -> usize {
    let (mut deepest, mut now) = (0_usize, 0_usize);
    for tag in html.split('<').skip(1) {
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect::<String>();
        if matches!(name.as_str(), "br" | "hr" | "img" | "wbr" | "col" | "area") {
            continue;
        }
        if tag.starts_with('/') {
            now = now.saturating_sub(1);
        } else {
            now += 1;
            deepest = deepest.max(now);
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::markdown_of;

    #[test]
    fn what_markdown_can_say_stays() {
        let html = "<p>A <b>bold</b> <a href=\"https://example.org/a\">link</a> and <code>a*b</code>.</p>\
            <ul><li>one</li><li>two<ol><li>inner</li></ol></li></ul><pre><code>let a = 1;\n  b &lt; c\n</code></pre>\
            <blockquote><p>said</p></blockquote>";
        let markdown = markdown_of(html).unwrap();
        for part in [
            "A **bold** [link](https://example.org/a) and `a*b`.",
            "- one",
            "- two",
            "1. inner",
            "```\nlet a = 1;\n  b < c\n```",
            "> said",
        ] {
            assert!(markdown.contains(part), "{part} in {markdown}");
        }
    }

    #[test]
    fn what_would_act_is_lost() {
        let html = "<p onclick=\"a()\">words<script>alert(1)</script><style>p{}</style></p>\
            <a href=\"javascript:alert(1)\">there</a><iframe src=\"https://example.org\"></iframe>\
            <p>a literal &lt;script&gt; and *stars*</p>";
        let markdown = markdown_of(html).unwrap();
        assert!(!markdown.contains("alert") && !markdown.contains("javascript") && !markdown.contains("iframe"));
        assert!(markdown.contains("words") && markdown.contains("there") && markdown.contains("script"), "{markdown}");
        assert!(markdown.contains("\\*stars\\*"), "{markdown}");
    }

    #[test]
    fn html_that_nests_too_deep_is_refused_and_unclosed_paragraphs_are_not() {
        assert!(markdown_of(&"<div>".repeat(100_000)).is_err());
        assert!(markdown_of(&"<p>a<br>".repeat(1_000)).is_ok());
    }
}
