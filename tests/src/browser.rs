//! A browser of one's own, on a server of one's own.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::{PASSWORD, TestApp};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a person reaches things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// With a pointer.
    Pointer,
    /// With the keyboard alone.
    Keyboard,
}

/// A browser that is looking at a server.
pub struct Browser {
    client: Client,
    base_url: String,
    hand: Hand,
    axe: Option<String>,
    port: String,
    driver: Child,
}

/// Whether browser tests can run here; says so when they cannot.
#[must_use]
pub fn is_ready() -> bool {
    let missing = [
        (!app_folder().join("index.html").exists(), "the built app (scripts/build-app)"),
        (axe_path().is_none_or(|path| !path.exists()), "axe-core (scripts/setup browser)"),
        (Command::new("chromedriver").arg("--version").output().is_err(), "chromedriver (scripts/setup browser)"),
    ];
    let missing: Vec<_> = missing.iter().filter(|(is_missing, _)| *is_missing).map(|(_, what)| *what).collect();
    // Where tests are asked for in full, a missing part is a failure.
    assert!(missing.is_empty() || std::env::var_os("TEST_BROWSER").is_none(), "missing: {}", missing.join(", "));
    if !missing.is_empty() {
        println!("browser test left out; missing: {}", missing.join(", "));
    }
    missing.is_empty()
}

fn app_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist")
}

fn axe_path() -> Option<PathBuf> {
    std::env::var_os("BUILD_TOOLS").map(|tools| PathBuf::from(tools).join("node_modules/axe-core/axe.min.js"))
}

/// A server that serves the built app.
pub async fn start_app() -> TestApp {
    TestApp::with(serve_app).await
}

/// Has a server serve the built app.
pub fn serve_app(http: &mut server::Http) {
    http.app_folder = Some(app_folder());
}

/// A driver and the port it listens on.
fn start_driver() -> Option<(Child, String)> {
    let mut driver = Command::new("chromedriver")
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver is there");
    let mut lines = BufReader::new(driver.stdout.take().expect("its output")).lines().map_while(Result::ok);
    let started =
        lines.find_map(|line| line.split_once("started successfully on port ").map(|(_, port)| port.to_owned()));
    let Some(port) = started else {
        let _ = driver.wait();
        return None;
    };
    std::thread::spawn(move || lines.for_each(drop));
    Some((driver, port.trim_end_matches('.').to_owned()))
}

impl Browser {
    /// A browser of usual size.
    pub async fn open(app: &TestApp, hand: Hand) -> Self {
        Self::open_at(&app.base_url, hand).await
    }

    /// A browser that looks at the server at an address.
    pub async fn open_at(base_url: &str, hand: Hand) -> Self {
        // The driver takes a free port of IPv4 and gives up when the same one of IPv6 is taken; then another.
        let (driver, port) = (0..10).find_map(|_| start_driver()).expect("chromedriver starts");
        let capabilities = json!({"goog:chromeOptions": {"args": [
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=en-GB",
            "--force-prefers-reduced-motion", "--window-size=1280,1000",
        ]}, "goog:loggingPrefs": {"browser": "ALL"}});
        let Value::Object(capabilities) = capabilities else { unreachable!() };
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a browser");
        let axe = axe_path().map(|path| std::fs::read_to_string(path).unwrap());
        Self { client, base_url: base_url.to_owned(), hand, axe, port, driver }
    }

    /// Loads a page of the app by its path.
    pub async fn goto(&self, path: &str) {
        // A change of the fragment alone would not load anything.
        self.client.goto("about:blank").await.unwrap();
        self.client.goto(&format!("{}{path}", self.base_url)).await.unwrap();
    }

    /// Signs in with an address and the usual password, and comes to the front page.
    pub async fn sign_in(&self, email: &str) {
        self.goto("/sign-in").await;
        self.fill("#email", email).await;
        self.fill("#password", PASSWORD).await;
        self.press_words("Sign in").await;
        self.is_at("/").await;
    }

    /// Makes the computer so many times slower.
    pub async fn slow_down(&self, times: u32) {
        self.command("Emulation.setCPUThrottlingRate", json!({"rate": times})).await;
    }

    /// Takes the content security policy away, to see what holds without it.
    pub async fn without_policy(&self) {
        self.command("Page.setBypassCSP", json!({"enabled": true})).await;
    }

    /// Plugs in a device that holds passkeys and whose owner always agrees.
    pub async fn with_authenticator(&self) {
        self.command("WebAuthn.enable", json!({})).await;
        let options = json!({
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
            "isUserVerified": true, "automaticPresenceSimulation": true,
        });
        self.command("WebAuthn.addVirtualAuthenticator", json!({ "options": options })).await;
    }

    /// Gives a command of the DevTools protocol.
    async fn command(&self, name: &str, parameters: Value) {
        let session = self.client.session_id().await.unwrap().unwrap();
        let command = json!({"cmd": name, "params": parameters});
        let url = format!("http://127.0.0.1:{}/session/{session}/goog/cdp/execute", self.port);
        let done = reqwest::Client::new().post(url).json(&command).send().await.unwrap();
        assert!(done.status().is_success());
    }

    /// When the largest part of the page that is shown was painted, in milliseconds after it was asked for.
    pub async fn largest_contentful_paint(&self) -> f64 {
        let script = "const done = arguments[0]; new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))\
             .observe({ type: 'largest-contentful-paint', buffered: true });";
        self.client.execute_async(script, Vec::new()).await.unwrap().as_f64().unwrap()
    }

    /// Loads the present page again.
    pub async fn reload(&self) {
        self.client.refresh().await.unwrap();
    }

    /// The path of the present page.
    pub async fn path(&self) -> String {
        self.client.current_url().await.unwrap().path().to_owned()
    }

    /// Runs a script in the page.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap()
    }

    /// Waits until a script gives true.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) {
        let started = std::time::Instant::now();
        loop {
            if self.client.execute(script, arguments.clone()).await.is_ok_and(|value| value == Value::Bool(true)) {
                return;
            }
            if started.elapsed() > PATIENCE {
                let page = self.run("return document.body.innerText", Vec::new()).await;
                panic!("never came: {what}\nat {}\nThe page says:\n{}", self.path().await, page.as_str().unwrap_or(""));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until the page says something.
    pub async fn sees(&self, words: &str) {
        let script = "return document.body.innerText.includes(arguments[0])";
        self.until(words, script, vec![json!(words)]).await;
    }

    /// Waits until the page has something.
    pub async fn has(&self, selector: &str) {
        let script = "return document.querySelector(arguments[0]) !== null";
        self.until(selector, script, vec![json!(selector)]).await;
    }

    /// Waits until the page is the one at a path.
    pub async fn is_at(&self, path: &str) {
        self.until(path, "return location.pathname === arguments[0]", vec![json!(path)]).await;
    }

    /// Presses a button or follows a link.
    pub async fn press(&self, selector: &str) {
        self.has(selector).await;
        match self.hand {
            Hand::Pointer => {
                let element = self.client.find(Locator::Css(selector)).await.unwrap();
                element.click().await.unwrap();
            }
            Hand::Keyboard => {
                self.tab_to(selector).await;
                self.key(Key::Enter).await;
            }
        }
    }

    /// Presses the button or link with these words.
    pub async fn press_words(&self, words: &str) {
        // In the main part first, then around it; the frame has a link to sign in as well.
        let mark = "const all = [...document.querySelectorAll('main a, main button, main summary'),\
             ...document.querySelectorAll('header a, header button, nav a, nav button')];\
             const found = all.filter((one) => one.innerText?.trim() === arguments[0] && one.offsetParent !== null)[0];\
             if (!found) return false; all.forEach((one) => one.removeAttribute('data-wanted'));\
             found.setAttribute('data-wanted', ''); return true;";
        self.until(words, mark, vec![json!(words)]).await;
        self.press("[data-wanted]").await;
    }

    /// Ticks a box or chooses an option.
    pub async fn tick(&self, selector: &str) {
        self.has(selector).await;
        match self.hand {
            Hand::Pointer => self.client.find(Locator::Css(selector)).await.unwrap().click().await.unwrap(),
            Hand::Keyboard => {
                self.tab_to(selector).await;
                self.key(Key::Space).await;
            }
        }
    }

    /// Types into a field.
    pub async fn fill(&self, selector: &str, words: &str) {
        self.has(selector).await;
        match self.hand {
            Hand::Pointer => {
                let field = self.client.find(Locator::Css(selector)).await.unwrap();
                field.click().await.unwrap();
            }
            Hand::Keyboard => self.tab_to(selector).await,
        }
        // To the end of what is there: a click leaves the cursor in the middle, Tab selects everything.
        self.key(Key::End).await;
        self.type_on(words).await;
    }

    /// Changes to the second of two tabs: from the keyboard with an arrow on the first.
    pub async fn change_tab(&self, first: &str, second: &str) {
        match self.hand {
            Hand::Pointer => self.press(second).await,
            Hand::Keyboard => {
                self.tab_to(first).await;
                self.key(Key::Right).await;
            }
        }
    }

    /// Types where the focus is.
    pub async fn type_on(&self, words: &str) {
        self.client.active_element().await.unwrap().send_keys(words).await.unwrap();
    }

    /// Gives a file to a field.
    pub async fn attach(&self, selector: &str, path: &Path) {
        self.has(selector).await;
        let field = self.client.find(Locator::Css(selector)).await.unwrap();
        field.send_keys(path.to_str().unwrap()).await.unwrap();
    }

    /// Chooses the option of a select by its words: their first letters choose it from the keyboard.
    pub async fn choose(&self, selector: &str, words: &str) {
        self.has(selector).await;
        match self.hand {
            Hand::Pointer => {
                let field = self.client.find(Locator::Css(selector)).await.unwrap();
                field.select_by_label(words).await.unwrap();
            }
            Hand::Keyboard => {
                self.tab_to(selector).await;
                self.type_on(words).await;
            }
        }
    }

    /// Presses Tab until the focus is where it is wanted.
    pub async fn tab_to(&self, selector: &str) {
        let script = "const at = document.activeElement; return at !== null && at.matches(arguments[0])";
        // A page with twenty posts has more than two hundred things to reach.
        for _ in 0..300 {
            if self.run(script, vec![json!(selector)]).await == Value::Bool(true) {
                return;
            }
            self.key(Key::Tab).await;
        }
        panic!("{selector} cannot be reached with the Tab key at {}", self.path().await);
    }

    /// Presses a key.
    pub async fn key(&self, key: Key) {
        self.strike(char::from(key)).await;
    }

    /// Presses the key of a character where the focus is.
    pub async fn strike(&self, value: char) {
        let actions = KeyActions::new("keyboard".into()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.client.perform_actions(actions).await.unwrap();
    }

    /// A picture of the page.
    pub async fn picture(&self) -> Vec<u8> {
        self.client.screenshot().await.unwrap()
    }

    /// Makes the window so many pixels wide.
    pub async fn resize(&self, width: u32) {
        self.client.set_window_size(width, 1000).await.unwrap();
    }

    /// Looks at the page with axe in light and dark, wide and narrow; also that nothing is cut off sideways.
    pub async fn is_accessible(&self) {
        let axe = self.axe.as_ref().unwrap();
        self.until(
            "the page to be at rest",
            "return document.querySelector('[aria-busy=true]') === null && document.querySelector('h1') !== null",
            Vec::new(),
        )
        .await;
        self.client.execute(axe, Vec::new()).await.unwrap();
        for width in [1280, 375] {
            self.resize(width).await;
            for theme in ["light", "dark"] {
                let script = "const [theme, done] = arguments; document.documentElement.dataset.theme = theme;\
                     axe.run(document, { resultTypes: ['violations'] }).then((found) => done(found.violations.map((one) =>\
                     one.id + ': ' + one.help + ' – ' + one.nodes.map((node) => node.html + ' ' + (node.any[0]?.message ?? '')).join(' | '))));";
                let found = self.client.execute_async(script, vec![json!(theme)]).await.unwrap();
                let found: Vec<_> =
                    found.as_array().unwrap().iter().filter_map(Value::as_str).map(str::to_owned).collect();
                assert!(found.is_empty(), "at {} ({theme}, {width} wide):\n{}", self.path().await, found.join("\n"));
            }
            let overflow = self.run("return document.documentElement.scrollWidth - innerWidth", Vec::new()).await;
            assert!(overflow.as_i64().unwrap() <= 0, "{} is cut off at {width} pixels", self.path().await);
        }
        self.run("delete document.documentElement.dataset.theme", Vec::new()).await;
        self.resize(1280).await;
    }

    /// Ends the browser.
    pub async fn close(mut self) {
        self.client.clone().close().await.unwrap();
        self.driver.kill().unwrap();
        self.driver.wait().unwrap();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // After a failed test: the driver takes its browser along.
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
