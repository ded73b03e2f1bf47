//! How fast the product is, on a full database: 20,000 members, 5,000 libraries, 20,000 questions, 100,000 answers,
//! 5,000 resources, the same each time; with `--million` the forum alone with a million posts. Run it with
//! `scripts/bench`; it prints figures and judges nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::cast_precision_loss,
    unreachable_pub,
    reason = "this is a measuring tool: a failure is to stop it, loudly"
)]

mod doors;
mod fill;
mod forum;
mod words;
mod wrk;

use std::fmt::Write as _;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use api_types::accounts::NewSession;
use harness::browser::{Browser, Hand};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use fill::{PASSWORD, email};
use words::WORDS;
use wrk::{Load, post_answers, wrk};

const LISTEN: &str = "127.0.0.1:18080";
const SECONDS: u64 = 5;
/// Writers and signers-in at once.
const AT_ONCE: u64 = 8;

/// What is asked of the directory and the map: `{turn}` makes every address another one.
const PLACES: [(&str, &str); 5] = [
    ("the directory", "/organisations?limit=20&q=library+{turn}"),
    ("the whole map", "/map-points?west=-8.{turn}&south=49.5&east=2.5&north=61.2&zoom=0"),
    ("a county on the map", "/map-points?west=-3.{turn}&south=53.2&east=-2.2&north=54.1&zoom=4"),
    ("what is near", "/near?near=53.{turn},-2.5"),
    ("the register", "/libraries?limit=20&q=council+{turn}"),
];

fn main() {
    let as_json = std::env::args().any(|argument| argument == "--json");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    if std::env::args().any(|argument| argument == "--million") {
        million(&root, &runtime, as_json);
        return;
    }
    let folder = root.join("target/load");
    fill::fill(&folder, fill::USUAL);
    let commits = runtime.block_on(raw_commits(&folder));
    let hashes = raw_hashes();
    let mut figures = Figures::default();

    let server = Server::start(&root, &folder);
    figures.add("from start to first answer", server.started_in.as_secs_f64() * 1000.0, "ms", "at most 300");
    wait_until_idle(&server);
    figures.add("memory when idle", server.memory("VmRSS"), "MiB", "at most 60");
    let base = format!("http://{LISTEN}");
    let constant = wrk(&folder, "constant", &[format!("{base}/constant.txt")]);
    figures.load("a constant answer of 4 KB", &constant, &constant, "");
    let lists = vec![format!("{base}/api/v1/questions")];
    figures.load("the newest questions", &wrk(&folder, "list", &lists), &constant, "at least 0.10");
    let questions: Vec<_> = (1..=2000).map(|id| format!("{base}/api/v1/questions/{}", id * 10)).collect();
    figures.load("a question with its answers", &wrk(&folder, "question", &questions), &constant, "at least 0.10");
    let searches: Vec<_> = (0..WORDS.len() * 6)
        .map(|place| {
            let (one, other) = (WORDS[place % WORDS.len()], WORDS[place * 7 % WORDS.len()]);
            format!("{base}/api/v1/search?q={one}+{other}")
        })
        .collect();
    figures.load("a search for two words", &wrk(&folder, "search", &searches), &constant, "at least 0.06");
    for (what, path) in PLACES {
        // Each address is another one, so that few answers come from those that are kept.
        let urls: Vec<_> =
            (0..2_000).map(|turn| format!("{base}/api/v1{}", path.replace("{turn}", &turn.to_string()))).collect();
        let name = what.replace(' ', "-");
        figures.load(what, &wrk(&folder, &name, &urls), &constant, "");
    }
    eprintln!("memory after reading: {:.0} MiB", server.memory("VmRSS"));
    let sign_ins = runtime.block_on(sign_ins(&base));
    eprintln!("memory after signing in: {:.0} MiB", server.memory("VmRSS"));
    figures.ratio("signing in", sign_ins, hashes, "of the bare argon2id rate; at least 0.8");
    let same = "of the time for unknown addresses; 0.9 to 1.1";
    figures.medians("registering, known address", &runtime.block_on(doors::registering(&base)), same);
    figures.medians("wrong password, known address", &runtime.block_on(doors::signing_in(&base)), same);
    let tokens = runtime.block_on(tokens(&base));
    forum::read(&mut figures, &folder, &tokens[0], fill::USUAL, &constant);
    eprintln!("memory after reading as a member: {:.0} MiB", server.memory("VmRSS"));
    forum::write(&mut figures, &folder, &tokens, fill::USUAL, commits);
    let answers = post_answers(&folder, &tokens, fill::USUAL.questions);
    figures.ratio("posting an answer, 8 writers", answers.rate, commits, "of the bare rate of commits; at least 0.5");
    figures.add("memory at most", server.memory("VmHWM"), "MiB", "at most 250");
    for (page, path, mark) in
        [("home", "/".to_owned(), ".entries .entry"), ("a question", "/questions/10".to_owned(), ".answers .post")]
    {
        let mut paints: Vec<_> = (0..5).map(|_| runtime.block_on(paint(&base, &path, mark))).collect();
        paints.sort_by(f64::total_cmp);
        figures.add(&format!("{page} painted, processor slowed 4 times"), paints[2], "ms", "at most 2000");
    }
    drop(server);
    figures.print(as_json);
}

/// The forum alone, with a million posts.
fn million(root: &Path, runtime: &tokio::runtime::Runtime, as_json: bool) {
    let folder = root.join("target/load-million");
    fill::fill(&folder, fill::MILLION);
    let commits = runtime.block_on(raw_commits(&folder));
    let mut figures = Figures::default();
    let server = Server::start(root, &folder);
    figures.add("from start to first answer", server.started_in.as_secs_f64() * 1000.0, "ms", "at most 300");
    wait_until_idle(&server);
    figures.add("memory when idle", server.memory("VmRSS"), "MiB", "");
    let base = format!("http://{LISTEN}");
    let constant = wrk(&folder, "constant", &[format!("{base}/constant.txt")]);
    let tokens = runtime.block_on(tokens(&base));
    forum::read(&mut figures, &folder, &tokens[0], fill::MILLION, &constant);
    forum::write(&mut figures, &folder, &tokens, fill::MILLION, commits);
    let answers = post_answers(&folder, &tokens, fill::MILLION.questions);
    figures.ratio("posting an answer, 8 writers", answers.rate, commits, "of the bare rate of commits; at least 0.5");
    figures.add("memory at most", server.memory("VmHWM"), "MiB", "");
    drop(server);
    figures.print(as_json);
}

#[derive(Default)]
struct Figures(Vec<Value>);

impl Figures {
    fn add(&mut self, what: &str, value: f64, unit: &str, aim: &str) {
        self.0.push(json!({"what": what, "value": value, "unit": unit, "aim": aim}));
    }

    fn load(&mut self, what: &str, run: &Load, constant: &Load, aim: &str) {
        self.0.push(json!({
            "what": what, "value": run.rate, "unit": "req/s", "p50_ms": run.p50, "p99_ms": run.p99,
            "ratio": run.rate / constant.rate, "aim": aim,
        }));
    }

    fn ratio(&mut self, what: &str, rate: f64, bare: f64, aim: &str) {
        self.0.push(
            json!({"what": what, "value": rate, "unit": "req/s", "bare": bare, "ratio": rate / bare, "aim": aim}),
        );
    }

    fn medians(&mut self, what: &str, doors::Medians { known, unknown }: &doors::Medians, aim: &str) {
        self.0.push(json!({
            "what": what, "value": known, "unit": "ms", "bare": unknown, "ratio": known / unknown, "aim": aim,
        }));
    }

    fn print(&self, as_json: bool) {
        if as_json {
            println!("{}", serde_json::to_string_pretty(&self.0).unwrap());
            return;
        }
        for figure in &self.0 {
            let number = |name: &str| figure[name].as_f64();
            let mut line = format!(
                "{:<42} {:>9.1} {:<6}",
                figure["what"].as_str().unwrap(),
                number("value").unwrap(),
                figure["unit"].as_str().unwrap()
            );
            if let (Some(p50), Some(p99)) = (number("p50_ms"), number("p99_ms")) {
                let _ = write!(line, " p50 {p50:.1} ms  p99 {p99:.1} ms");
            }
            if let Some(ratio) = number("ratio") {
                let _ = write!(line, "  ratio {ratio:.3}");
            }
            println!("{line}  {}", figure["aim"].as_str().unwrap());
        }
    }
}

struct Server {
    child: Child,
    started_in: Duration,
}

impl Server {
    fn start(root: &Path, folder: &Path) -> Self {
        let app = folder.join("app");
        let _ = std::fs::remove_dir_all(&app);
        copy(&root.join("dist"), &app);
        std::fs::write(app.join("constant.txt"), "x".repeat(4096)).unwrap();
        let start = || {
            Command::new(built().join("commonshelf"))
                .arg("serve")
                .env("COMMONSHELF_DATA_FOLDER", folder)
                .env("COMMONSHELF_APP_FOLDER", &app)
                .env("COMMONSHELF_LISTEN", LISTEN)
                .env("COMMONSHELF_LOG", "error")
                // What is measured is what the server can do, not what it lets one caller do.
                .env("COMMONSHELF_WRITES_A_MINUTE", "0")
                .env("COMMONSHELF_VIEWS_A_MINUTE", "0")
                .env("COMMONSHELF_SEARCHES_A_MINUTE", "0")
                // The doors are tried as from many addresses.
                .env("COMMONSHELF_TRUSTED_PROXIES", "127.0.0.1")
                .stdout(Stdio::null())
                .spawn()
                .unwrap()
        };
        let began = Instant::now();
        let child = start();
        while !answers_now() {
            assert!(began.elapsed() < Duration::from_mins(1), "the server does not start");
            std::thread::yield_now();
        }
        Self { child, started_in: began.elapsed() }
    }

    /// A figure of the process's memory, in MiB.
    fn memory(&self, name: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// The folder with what was built for release, this program being in its `deps`.
fn built() -> PathBuf {
    std::env::current_exe().unwrap().ancestors().nth(2).unwrap().to_owned()
}

/// Whether a page of questions is answered.
fn answers_now() -> bool {
    use std::io::{Read, Write};
    let Ok(mut stream) = TcpStream::connect(LISTEN) else { return false };
    let mut start = [0; 12];
    stream.write_all(b"GET /api/v1/questions HTTP/1.1\r\nHost: bench\r\n\r\n").is_ok()
        && stream.read_exact(&mut start).is_ok()
        && start.ends_with(b"200")
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).expect("the built app: run scripts/build-app") {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &target) } else { std::fs::copy(&path, &target).map(drop).unwrap() }
    }
}

/// Commits of a single row each second, as durable as the product's.
async fn raw_commits(folder: &Path) -> f64 {
    let file = folder.join("raw.sqlite");
    let _ = std::fs::remove_file(&file);
    let connections = domain::database::connect(&format!("sqlite://{}?mode=rwc", file.display())).await.unwrap();
    connections.write.execute_unprepared("CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT)").await.unwrap();
    let began = Instant::now();
    let mut count = 0.0;
    while began.elapsed() < Duration::from_secs(3) {
        connections.write.execute_unprepared("INSERT INTO rows (body) VALUES ('a row of some length')").await.unwrap();
        count += 1.0;
    }
    count / began.elapsed().as_secs_f64()
}

/// Hashes of argon2id each second, on all cores.
fn raw_hashes() -> f64 {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let began = Instant::now();
    let threads: Vec<_> = (0..cores)
        .map(|_| {
            std::thread::spawn(move || {
                let parameters = argon2::Params::new(19_456, 2, 1, None).unwrap();
                let argon = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, parameters);
                let mut count = 0.0;
                while began.elapsed() < Duration::from_secs(3) {
                    let mut out = [0; 32];
                    argon.hash_password_into(PASSWORD.as_bytes(), b"salt of 16 bytes", &mut out).unwrap();
                    count += 1.0;
                }
                count
            })
        })
        .collect();
    threads.into_iter().map(|thread| thread.join().unwrap()).sum::<f64>() / began.elapsed().as_secs_f64()
}

/// Runs an act over and over, several at once, and says how often each second.
async fn rate<F, R>(act: F) -> f64
where
    F: Fn(u64, u64) -> R + Send + Sync + 'static,
    R: Future<Output = ()> + Send,
{
    let (act, count) = (Arc::new(act), Arc::new(AtomicU64::new(0)));
    let began = Instant::now();
    let workers: Vec<_> = (0..AT_ONCE)
        .map(|worker| {
            let (act, count) = (act.clone(), count.clone());
            tokio::spawn(async move {
                let mut turn = 0;
                while began.elapsed() < Duration::from_secs(SECONDS) {
                    act(worker, turn).await;
                    count.fetch_add(1, Ordering::Relaxed);
                    turn += 1;
                }
            })
        })
        .collect();
    for worker in workers {
        worker.await.unwrap();
    }
    count.load(Ordering::Relaxed) as f64 / began.elapsed().as_secs_f64()
}

async fn sign_ins(base: &str) -> f64 {
    let clients: Vec<_> = (0..AT_ONCE).map(|_| client::Client::new(base)).collect();
    rate(move |worker, turn| {
        let client = clients[usize::try_from(worker).unwrap()].clone();
        async move {
            let member = usize::try_from((worker * 211 + turn) % 2000).unwrap();
            client.sign_in(&NewSession { email: email(member), password: PASSWORD.into() }).await.unwrap();
        }
    })
    .await
}

/// Tokens of as many members as write at once.
async fn tokens(base: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    for member in 0..AT_ONCE {
        let new = NewSession { email: email(usize::try_from(member).unwrap()), password: PASSWORD.into() };
        tokens.push(client::Client::new(base).sign_in(&new).await.unwrap().access_token);
    }
    tokens
}

/// When the largest part of a page is painted in a browser without a cache, in milliseconds.
async fn paint(base: &str, path: &str, mark: &str) -> f64 {
    let browser = Browser::open_at(base, Hand::Pointer).await;
    browser.slow_down(4).await;
    browser.goto(path).await;
    browser.has(mark).await;
    let time = browser.largest_contentful_paint().await;
    browser.close().await;
    time
}

/// Waits until the server has used no processor time for a second.
fn wait_until_idle(server: &Server) {
    let used = || {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", server.child.id())).unwrap();
        let fields: Vec<_> = stat.rsplit(')').next().unwrap().split_whitespace().map(str::to_owned).collect();
        (fields[11].clone(), fields[12].clone())
    };
    loop {
        let before = used();
        let (_sender, receiver) = std::sync::mpsc::channel::<()>();
        let _ = receiver.recv_timeout(Duration::from_secs(1));
        if used() == before {
            return;
        }
    }
}
