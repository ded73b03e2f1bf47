//! What was acknowledged is kept, whatever happens to the process; and it says plainly why it cannot start.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "this is test code: a failure is to stop the test, loudly"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use api_types::accounts::NewSession;
use api_types::forum::{NewPost, NewVote, Post, PostQuery};
use api_types::{PostId, ThreadId};
use client::Client;

const PASSWORD: &str = "a shelf of our own";
const WRITERS: usize = 4;
/// How many vote, each on a post of their own, while others write.
const VOTERS: usize = 2;
/// The question that is answered.
const QUESTION: ThreadId = ThreadId(3);

/// What was acknowledged.
type Ledger = Arc<Mutex<Written>>;

#[derive(Default)]
struct Written {
    answers: BTreeSet<PostId>,
    votes: BTreeMap<PostId, Vote>,
}

/// A member's vote on a post.
#[derive(Clone, Copy, Debug, Default)]
struct Vote {
    acknowledged: i32,
    /// What was sent last: the server may have been killed before it could say so.
    sent: i32,
    count: usize,
}

/// The program with a data folder of its own.
fn commonshelf(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_commonshelf"));
    command.env_clear().env("COMMONSHELF_DATA_FOLDER", folder).env("COMMONSHELF_LOG", "error");
    // A port that is free: one that is taken would also be a reason not to start.
    command.env("COMMONSHELF_LISTEN", "127.0.0.1:0");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    commonshelf(folder).args(arguments).output().unwrap()
}

struct Server {
    child: Child,
    base_url: String,
}

impl Server {
    /// Starts and waits until it says that it serves.
    fn start(folder: &Path) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut child = commonshelf(folder)
            .arg("serve")
            .env("COMMONSHELF_LISTEN", format!("127.0.0.1:{port}"))
            // Tokens are for the address that people know, wherever the process listens.
            .env("COMMONSHELF_BASE_URL", "https://network.example.org")
            // One member writes as fast as it can.
            .env("COMMONSHELF_WRITES_A_MINUTE", "0")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(
            lines.by_ref().map_while(Result::ok).any(|line| line.starts_with("Serving at ")),
            "it says that it serves"
        );
        Self { child, base_url: format!("http://127.0.0.1:{port}") }
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Answers as fast as it can until the server is gone, and notes what was acknowledged.
async fn write(client: Client, acknowledged: Ledger) -> client::Error {
    loop {
        let new = NewPost { body: "Ask for the date of the last survey.".into(), ..NewPost::default() };
        match client.answer_question(QUESTION, &new).await {
            Ok(answer) => {
                acknowledged.lock().unwrap().answers.insert(answer.id);
            }
            Err(error) => return error,
        }
    }
}

/// Votes up, down and not at all, as fast as it can until the server is gone. Nobody else votes on the post.
async fn vote(client: Client, post: PostId, acknowledged: Ledger) -> client::Error {
    for value in [1, -1, 0].into_iter().cycle() {
        acknowledged.lock().unwrap().votes.entry(post).or_default().sent = value;
        match client.vote_on_post(post, &NewVote { value }).await {
            Ok(votes) => {
                let mut written = acknowledged.lock().unwrap();
                let vote = written.votes.entry(post).or_default();
                (vote.acknowledged, vote.count) = (votes.vote, vote.count + 1);
            }
            Err(error) => return error,
        }
    }
    unreachable!("the values never end")
}

/// The posts of the question that the member may vote on: what others have written.
async fn votable(client: &Client) -> Vec<PostId> {
    let question = client.get_question(QUESTION).await.unwrap();
    let posts = std::iter::once(question.opening).chain(question.answers.items);
    let votable: Vec<_> = posts.filter(|post| post.viewer.can_vote).map(|post| post.id).take(VOTERS).collect();
    assert_eq!(votable.len(), VOTERS, "the demo has posts of others to vote on");
    votable
}

async fn signed_in(base_url: &str) -> Client {
    let client = Client::new(base_url);
    let new = NewSession { email: "member@example.org".into(), password: PASSWORD.into() };
    let session = client.sign_in(&new).await.unwrap();
    client.set_token(Some(session.access_token));
    client
}

/// A client of another address with the same token: tokens outlive the process.
fn moved(client: &Client, base_url: &str) -> Client {
    let moved = Client::new(base_url);
    moved.set_token(client.token());
    moved
}

/// All answers to the question.
async fn answers_kept(client: &Client) -> Vec<Post> {
    let mut kept = Vec::new();
    let mut after = None;
    loop {
        let query = PostQuery { limit: Some(100), after, ..PostQuery::default() };
        let page = client.list_answers(QUESTION, &query).await.unwrap();
        kept.extend(page.items);
        after = page.next;
        if after.is_none() {
            return kept;
        }
    }
}

fn demo_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let filled = run(folder.path(), &["demo"]);
    assert!(filled.status.success(), "{}", String::from_utf8_lossy(&filled.stderr));
    folder
}

/// What was acknowledged is there, and all counts are true.
async fn assert_kept(folder: &Path, acknowledged: &Ledger) {
    let server = Server::start(folder);
    let client = signed_in(&server.base_url).await;
    let mut posts = answers_kept(&client).await;
    let kept: BTreeSet<PostId> = posts.iter().map(|post| post.id).collect();
    posts.push(client.get_question(QUESTION).await.unwrap().opening);
    let votes_kept: BTreeMap<PostId, i32> = posts.iter().map(|post| (post.id, post.viewer.vote)).collect();
    {
        let Written { answers, votes } = &*acknowledged.lock().unwrap();
        assert!(answers.len() > 20, "only {} answers were written", answers.len());
        let lost: Vec<_> = answers.difference(&kept).collect();
        assert!(lost.is_empty(), "lost of {}: {lost:?}", answers.len());
        assert_eq!(votes.len(), VOTERS);
        for (post, vote) in votes {
            assert!(vote.count > 5, "only {} votes were cast", vote.count);
            let kept = votes_kept[post];
            assert!([vote.acknowledged, vote.sent].contains(&kept), "{vote:?} on {post} is kept as {kept}");
        }
    }
    server.kill();
    let checked = run(folder, &["check"]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}

fn start_writers(
    client: &Client,
    server: &Server,
    votable: &[PostId],
    acknowledged: &Ledger,
) -> Vec<tokio::task::JoinHandle<client::Error>> {
    let client = || moved(client, &server.base_url);
    let writers = (0..WRITERS).map(|_| tokio::spawn(write(client(), acknowledged.clone())));
    let voters = votable.iter().map(|post| tokio::spawn(vote(client(), *post, acknowledged.clone())));
    writers.chain(voters).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_kills_lose_nothing_that_was_acknowledged() {
    let folder = demo_folder();
    let acknowledged = Ledger::default();
    let (mut client, mut posts) = (None, Vec::new());
    for cycle in 0..50_u64 {
        let server = Server::start(folder.path());
        let known = match client.take() {
            Some(client) => moved(&client, &server.base_url),
            None => signed_in(&server.base_url).await,
        };
        if posts.is_empty() {
            posts = votable(&known).await;
        }
        let writers = start_writers(&known, &server, &posts, &acknowledged);
        client = Some(known);
        // The moment of the kill is what is tried here: a different one each time.
        tokio::time::sleep(Duration::from_millis(40 + cycle * 37 % 160)).await;
        server.kill();
        for writer in writers {
            let error = writer.await.unwrap();
            assert!(error.status().is_none(), "refused before the kill: {error}");
        }
    }
    assert_kept(folder.path(), &acknowledged).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_termination_under_load_ends_well_and_keeps_what_was_acknowledged() {
    let folder = demo_folder();
    let mut server = Server::start(folder.path());
    let client = signed_in(&server.base_url).await;
    let acknowledged = Ledger::default();
    let writers = start_writers(&client, &server, &votable(&client).await, &acknowledged);
    let is_enough = |written: &Written| {
        written.answers.len() > 20 && written.votes.len() == VOTERS && written.votes.values().all(|vote| vote.count > 5)
    };
    while !is_enough(&acknowledged.lock().unwrap()) {
        tokio::task::yield_now().await;
    }
    let began = Instant::now();
    assert!(Command::new("kill").args(["-TERM", &server.child.id().to_string()]).status().unwrap().success());
    let status = tokio::task::spawn_blocking(move || server.child.wait().unwrap()).await.unwrap();
    assert!(status.success(), "{status}");
    assert!(began.elapsed() < Duration::from_secs(10), "took {:?}", began.elapsed());
    for writer in writers {
        writer.await.unwrap();
    }
    assert_kept(folder.path(), &acknowledged).await;
}

#[test]
fn a_second_process_on_the_same_data_is_refused_plainly() {
    let folder = demo_folder();
    let server = Server::start(folder.path());
    let second = run(folder.path(), &["serve"]);
    server.kill();
    assert!(!second.status.success());
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(said.lines().count() == 1 && said.contains("another"), "{said}");
}

#[test]
fn a_bad_configuration_is_refused_in_one_line_without_secrets() {
    let cases = [
        ("LISTEN", "somewhere"),
        ("DATABASE_URL", "mysql://secret-of-the-test@host/db"),
        ("SMTP_URL", "secret-of-the-test"),
        ("BASE_URL", "no address"),
        ("SECURE_COOKIES", "perhaps"),
        ("TRUSTED_PROXIES", "not an address"),
        ("WORKERS", "many"),
        ("PASSWORD_MEMORY_KIB", "1"),
        ("TOKEN_KEY", "secret-of-the-test"),
        ("NO_SUCH_SETTING", "1"),
        ("DATA_FOLDER", "/proc/nothing/here"),
    ];
    for (name, value) in cases {
        let folder = tempfile::tempdir().unwrap();
        let mut child = commonshelf(folder.path())
            .arg("serve")
            .env(format!("COMMONSHELF_{name}"), value)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        if out.into_iter().any(|line| line.starts_with("Serving at ")) {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("{name} was accepted");
        }
        let refused = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success(), "{name} was accepted");
        assert_eq!(said.lines().count(), 1, "{name}: {said}");
        assert!(!said.contains("secret-of-the-test"), "{name}: {said}");
    }
}
