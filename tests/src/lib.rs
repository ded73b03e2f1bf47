//! The test harness: the real server on a free port, with a database of its own made by the real
//! migrations, a clock that stands still, mail in memory and cheap password hashing.
//!
//! Tests speak through the typed client; every answer is checked against `openapi/openapi.json`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    clippy::print_stdout,
    reason = "this is test code: a failure is to stop the test, loudly"
)]

pub mod browser;
pub mod factor;
pub mod raw;
pub mod smtp;
pub mod spec;
pub mod store;

use std::ops::Deref;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};

use api_types::accounts::{NewSession, Role};
use api_types::forum::NewThread;
use api_types::membership::Language;
use api_types::{MemberId, ShelfId};
use client::Client;
use domain::accounts::token::TokenKeys;
use domain::clock::Clock;
use domain::deps::Options;
use domain::mail::{Mailer, Message};
use domain::{Deps, Signed};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Value};
use server::Http;

/// When the clock of the tests stands at first: 10 March 2026, 9 o'clock UTC, in milliseconds.
pub const START: i64 = 1_773_133_200_000;
/// What the keys of access tokens grow from.
pub const SEED: [u8; 32] = [7; 32];
/// The password of all personas.
pub const PASSWORD: &str = "correct horse battery";

/// A running server with its parts in reach.
pub struct TestApp {
    /// Where it serves, without a slash at the end.
    pub base_url: String,
    /// What the use cases work with, for states that the API cannot make.
    pub deps: Deps,
    /// Sends requests that the typed client would not make.
    http: reqwest::Client,
    around: Around,
    queries: Arc<AtomicUsize>,
    handle: actix_web::dev::ServerHandle,
}

/// What a server works on, and shares with another one on the same store.
#[derive(Clone)]
struct Around {
    store: Arc<store::Store>,
    clock: Arc<AtomicI64>,
    mail: Arc<Mutex<Vec<Message>>>,
    mailer: Mailer,
    /// The address that people know, where it is not the one that this server listens at.
    known_at: Option<String>,
    /// Whether people reach it by a name, as passkeys ask for, rather than by a number.
    has_name: bool,
    /// Whether staff need a second factor.
    is_strict: bool,
}

impl Around {
    async fn new() -> Self {
        let mail = Arc::new(Mutex::new(Vec::new()));
        Self {
            store: Arc::new(store::Store::new().await),
            clock: Arc::new(AtomicI64::new(START)),
            mailer: Mailer::Memory(mail.clone()),
            mail,
            known_at: None,
            has_name: false,
            is_strict: false,
        }
    }
}

/// A caller: a client and, when signed in, whom it is for.
pub struct Persona {
    /// The client.
    pub client: Client,
    /// The member, 0 for nobody.
    pub id: MemberId,
    /// The address to sign in with.
    pub email: String,
}

impl Deref for Persona {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl TestApp {
    /// A server with the usual settings.
    pub async fn start() -> Self {
        Self::with(|_| {}).await
    }

    /// A server with other settings.
    pub async fn with(change: impl FnOnce(&mut Http)) -> Self {
        Self::start_on(Around::new().await, change).await
    }

    /// A server that asks staff for a second factor, as it does unless told otherwise.
    pub async fn strict() -> Self {
        Self::strict_with(|_| {}).await
    }

    /// Such a server with other settings.
    pub async fn strict_with(change: impl FnOnce(&mut Http)) -> Self {
        Self::start_on(Around { is_strict: true, ..Around::new().await }, change).await
    }

    /// Such a server that people reach by a name.
    pub async fn strict_with_name() -> Self {
        Self::start_on(Around { is_strict: true, has_name: true, ..Around::new().await }, |_| {}).await
    }

    /// A server that people reach by a name.
    pub async fn with_name(change: impl FnOnce(&mut Http)) -> Self {
        Self::start_on(Around { has_name: true, ..Around::new().await }, change).await
    }

    /// A server whose mail goes to an SMTP server at an address such as `smtp_url` holds.
    pub async fn mailing_through(smtp_url: &str) -> Self {
        let values = [("smtp_url".to_owned(), smtp_url.to_owned())].into_iter().collect();
        let config = server::config::Config::from_values(&values, Vec::new()).unwrap();
        let mailer = server::assemble::mailer(&config).unwrap();
        Self::start_on(Around { mailer, ..Around::new().await }, |_| {}).await
    }

    /// Another server on the same store with the same clock: another node, or this one started again.
    pub async fn another_node(&self, change: impl FnOnce(&mut Http)) -> Self {
        let known_at = Some(self.deps.options.base_url.clone());
        Self::start_on(Around { known_at, ..self.around.clone() }, change).await
    }

    async fn start_on(around: Around, change: impl FnOnce(&mut Http)) -> Self {
        let mut connections = domain::database::connect(&around.store.url).await.unwrap();
        let queries = Arc::new(AtomicUsize::new(0));
        for connection in [&mut connections.read, &mut connections.write] {
            let queries = queries.clone();
            connection.set_metric_callback(move |_| {
                queries.fetch_add(1, Ordering::SeqCst);
            });
        }
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        let known_at = around.known_at.clone().unwrap_or_else(|| {
            if around.has_name { base_url.replace("127.0.0.1", "localhost") } else { base_url.clone() }
        });
        let files = object_store::local::LocalFileSystem::new_with_prefix(around.store.folder.path()).unwrap();
        let deps = Deps::new(
            connections,
            Clock::fixed(around.clock.clone()),
            search::Index::in_memory().unwrap(),
            Arc::new(files),
            TokenKeys::from_seed(&SEED, None, &known_at).unwrap(),
            around.mailer.clone(),
            Options {
                base_url: known_at.clone(),
                password_memory_kib: 8,
                password_rounds: 1,
                require_second_factor: around.is_strict,
            },
        );
        let mut http = Http { base_url: known_at, secure_cookies: true, workers: 1, ..Http::default() };
        change(&mut http);
        let handle = spawn(deps.clone(), http, listener);
        Self { base_url, deps, http: reqwest::Client::new(), around, queries, handle }
    }

    /// How many queries a call costs. Nothing else may be going on meanwhile.
    pub async fn queries_of<T>(&self, call: impl Future<Output = client::Result<T>>) -> usize {
        let before = self.queries.load(Ordering::SeqCst);
        assert!(call.await.is_ok(), "the call fails");
        self.queries.load(Ordering::SeqCst) - before
    }

    /// Moves the clock on, in seconds.
    pub fn pass(&self, seconds: i64) {
        self.around.clock.fetch_add(seconds * 1000, Ordering::SeqCst);
    }

    /// Does what the followers of the outbox would: sends mail and brings the search index up to date.
    pub async fn settle(&self) {
        domain::forum::send_notices(&self.deps).await.unwrap();
        domain::mail::send_waiting(&self.deps).await.unwrap();
        domain::search::catch_up(&self.deps).await.unwrap();
    }

    /// Where a text is still kept, whatever its case: files of the store, or columns of PostgreSQL.
    pub async fn bytes_with(&self, text: &str) -> Vec<String> {
        self.around.store.places_of(&self.deps, text).await
    }

    /// The mails sent so far to an address.
    pub async fn mails_to(&self, email: &str) -> Vec<Message> {
        self.settle().await;
        self.around.mail.lock().unwrap().iter().filter(|message| message.email == email).cloned().collect()
    }

    /// The secret in the link of the newest mail to an address.
    pub async fn secret_mailed_to(&self, email: &str) -> String {
        let mails = self.mails_to(email).await;
        let text = &mails.last().expect("a mail").text;
        let (_, secret) =
            text.split_once("#token=").or_else(|| text.split_once("#invitation=")).expect("a link in the mail");
        secret.chars().take_while(char::is_ascii_alphanumeric).collect()
    }

    /// A client of nobody's.
    pub fn client(&self) -> Client {
        Client::new(self.base_url.clone()).with_observer(spec::check)
    }

    /// Nobody.
    #[must_use]
    pub fn anonymous(&self) -> Persona {
        Persona { client: self.client(), id: MemberId(0), email: String::new() }
    }

    /// A member of a role, signed in.
    pub async fn persona(&self, name: &str, role: Role) -> Persona {
        let local: String = name.to_lowercase().replace(' ', ".").chars().filter(char::is_ascii).collect();
        let email = format!("{local}@example.org");
        let hash = domain::accounts::hash_password(&self.deps, PASSWORD).await.unwrap();
        let id = domain::accounts::create_member(&self.deps, name, &email, &hash, role, Language::En).await.unwrap();
        let client = self.sign_in(&email).await;
        Persona { client, id, email }
    }

    /// A member who has never set a password, as the demo has them; gives the address.
    pub async fn member_without_password(&self, name: &str, email: &str) -> String {
        domain::accounts::create_member(&self.deps, name, email, "!", Role::Applicant, Language::En).await.unwrap();
        email.to_owned()
    }

    /// Suspends a member.
    pub async fn suspend(&self, id: MemberId) {
        self.change_member(id, entity::member::Column::IsSuspended, true).await;
    }

    /// Gives a member another role.
    pub async fn set_role(&self, id: MemberId, role: Role) {
        self.change_member(id, entity::member::Column::Role, domain::accounts::role_name(role)).await;
    }

    /// Gives a member another name.
    pub async fn rename(&self, id: MemberId, name: &str) {
        self.change_member(id, entity::member::Column::Name, name).await;
    }

    async fn change_member(&self, id: MemberId, column: entity::member::Column, value: impl Into<Value>) {
        entity::member::Entity::update_many()
            .col_expr(column, Expr::value(value))
            .filter(entity::member::Column::Id.eq(id.0))
            .exec(&self.deps.write)
            .await
            .unwrap();
        self.deps.touch();
    }

    /// A client that signs in with an address and the usual password.
    pub async fn sign_in(&self, email: &str) -> Client {
        let client = self.client();
        let new = NewSession { email: email.into(), password: PASSWORD.into() };
        let session = client.sign_in(&new).await.unwrap();
        client.set_token(Some(session.access_token));
        client
    }

    /// An applicant.
    pub async fn applicant(&self) -> Persona {
        self.persona("Olwen Applicant", Role::Applicant).await
    }

    /// A member.
    pub async fn member(&self, name: &str) -> Persona {
        self.persona(name, Role::Member).await
    }

    /// A moderator.
    pub async fn moderator(&self) -> Persona {
        self.persona("Mo Moderator", Role::Moderator).await
    }

    /// An administrator.
    pub async fn admin(&self) -> Persona {
        self.persona("Ann Admin", Role::Admin).await
    }

    /// An actor for a member, for the use cases that the API does not reach.
    #[must_use]
    pub fn signed(&self, id: MemberId) -> Signed {
        Signed::without_session(id, Role::Member)
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        // The future need not be awaited: the wish is sent at once.
        drop(self.handle.stop(false));
    }
}

fn spawn(deps: Deps, http: Http, listener: std::net::TcpListener) -> actix_web::dev::ServerHandle {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server = server::serve(deps, http, listener).unwrap();
            sender.send(server.handle()).unwrap();
            server.await.unwrap();
        });
    });
    receiver.recv().unwrap()
}

/// A question that passes all checks.
#[must_use]
pub fn question(title: &str) -> NewThread {
    NewThread {
        title: title.into(),
        body: "What did you **agree** with your council?".into(),
        shelf_id: ShelfId(1),
        tags: vec!["leases".into()],
        space_id: None,
        nation: None,
        is_confidential: false,
        organisation_id: None,
    }
}
