//! What members write does nothing in a reader's browser, also where no policy stands in its way.

use api_types::accounts::Role;
use harness::browser::{Browser, Hand, is_ready, start_app};
use harness::{PASSWORD, question};

/// Ways to run a script from markdown, each of which would set `window.ran`.
const HOSTILE: &str = "<script>window.ran = 1</script>\n\n<img src=x onerror=window.ran=1>\n\n\
    <svg onload=window.ran=1><animate onbegin=window.ran=1 attributeName=x dur=1s></svg>\n\n\
    <math><annotation-xml encoding=text/html><script>window.ran = 1</script></annotation-xml></math>\n\n\
    <noscript><p title=\"</noscript><img src=x onerror=window.ran=1>\"></noscript>\n\n\
    <style>@import 'javascript:window.ran=1'</style>\n\n<iframe srcdoc=\"<script>parent.ran = 1</script>\"></iframe>\n\n\
    ![a](x \"' onerror='window.ran=1\") [click](javascript:window.ran=1) [click](JaVaScRiPt&colon;window.ran=1)\n\n\
    <details open ontoggle=window.ran=1><summary>x</summary></details>\n\nThe end of it.";

#[tokio::test(flavor = "multi_thread")]
async fn hostile_markdown_runs_nowhere_even_without_the_policy() {
    if !is_ready() {
        return;
    }
    let app = start_app().await;
    let staff = app.persona("Ann Admin", Role::Admin).await;
    let mut new = question("Does <img src=x onerror=window.ran=1> run anywhere?");
    new.body = HOSTILE.into();
    let asked = app.member("Mal Lory").await.ask_question(&new).await.unwrap();
    let browser = Browser::open(&app, Hand::Pointer).await;
    browser.without_policy().await;
    browser.goto("/sign-in").await;
    // The policy is really away: a script in the page's own markup would run.
    let proof = "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.proof=1>')";
    browser.run(proof, Vec::new()).await;
    browser.until("an inline handler to run", "return window.proof === 1", Vec::new()).await;
    browser.fill("#email", &staff.email).await;
    browser.fill("#password", PASSWORD).await;
    browser.press_words("Sign in").await;
    browser.is_at("/").await;
    let harmless = "return window.ran === undefined && document.querySelector('.prose :is(script, img, svg, math, style, \
        iframe, noscript, details), .prose [onerror], .prose a[href^=\"javascript\" i]') === null";
    for path in [format!("/questions/{}", asked.id), format!("/questions/edit/{}/{}", asked.id, asked.slug)] {
        browser.goto(&path).await;
        if path.contains("/edit/") {
            browser.has("#body").await;
            browser.change_tab("[role=tab]:first-of-type", "[role=tab]:last-of-type").await;
        }
        browser
            .until(
                "the text",
                "return document.querySelector('.prose')?.innerText.includes('The end of it.')",
                Vec::new(),
            )
            .await;
        browser.until("nothing to have run", harmless, Vec::new()).await;
    }
    browser.close().await;
}
