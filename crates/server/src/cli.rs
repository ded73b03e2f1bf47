//! The command line.

mod import;

use std::io::IsTerminal;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use domain::Deps;
use secrecy::ExposeSecret;

use crate::assemble::{Failure, assemble, chain, lock};
use crate::budgets::Budgets;
use crate::config::{Config, SETTINGS};
use crate::demo;
use crate::serve::{Http, serve};

/// The software of a community library peer network.
#[derive(Parser)]
#[command(
    name = "commonshelf",
    version,
    after_help = "Settings come from the file and from COMMONSHELF_… variables; `commonshelf config` lists them."
)]
struct Arguments {
    /// A TOML file with settings.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API and the app until stopped; brings the database up to date first.
    Serve,
    /// Bring the database up to date and stop.
    Migrate,
    /// Fill an empty database with demo content: a small made-up network.
    Demo,
    /// Bring data in.
    #[command(subcommand)]
    Import(import::Import),
    /// Look after administrators.
    #[command(subcommand)]
    Admin(AdminCommand),
    /// Print the API's document (OpenAPI 3.1, JSON).
    Openapi,
    /// Print the effective settings, without secrets, and what each is for.
    Config,
    /// Prove that the counts kept in the database are true; ends with 1 if one is not.
    Check,
}

#[derive(Subcommand)]
enum AdminCommand {
    /// Make an administrator. The password is read from standard input.
    Create {
        /// The administrator's name.
        #[arg(long)]
        name: String,
        /// The administrator's e-mail address.
        #[arg(long)]
        email: String,
    },
}

/// Runs the command that the arguments name.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments) {
        Ok(code) => code,
        Err(failure) => {
            let _ = writeln!(std::io::stderr(), "commonshelf: {failure}");
            ExitCode::from(1)
        }
    }
}

fn say(line: &str) {
    let mut out = std::io::stdout();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    if matches!(arguments.command, Command::Openapi) {
        say(&document()?);
        return Ok(ExitCode::SUCCESS);
    }
    let config = Config::read(arguments.config.as_deref())
        .map_err(|faults| format!("the configuration is not right: {faults}"))?;
    if matches!(arguments.command, Command::Config) {
        for setting in SETTINGS {
            say(&format!("# {}", setting.help));
            say(config
                .shown()
                .lines()
                .find(|line| line.starts_with(&format!("{} =", setting.name)))
                .unwrap_or_default());
        }
        return Ok(ExitCode::SUCCESS);
    }
    start_log(&config);
    let _lock = lock(&config)?;
    actix_web::rt::System::new().block_on(async {
        let deps = assemble(&config).await?;
        match arguments.command {
            Command::Serve => run_server(deps, &config).await,
            Command::Migrate => {
                say("The database is up to date.");
                Ok(ExitCode::SUCCESS)
            }
            Command::Demo => {
                let made = demo::fill(&deps).await.map_err(|error| chain(&error))?;
                domain::search::catch_up(&deps).await.map_err(|error| chain(&error))?;
                say(&made);
                Ok(ExitCode::SUCCESS)
            }
            Command::Import(what) => import::import(&deps, what).await,
            Command::Admin(AdminCommand::Create { name, email }) => {
                let mut password = String::new();
                std::io::stdin().read_line(&mut password).map_err(|error| error.to_string())?;
                let password = password.trim_end_matches(['\r', '\n']);
                domain::accounts::create_administrator(&deps, &name, &email, password)
                    .await
                    .map_err(|error| explained(&error))?;
                say(&format!("{name} can sign in at {}/sign-in", config.base_url));
                Ok(ExitCode::SUCCESS)
            }
            Command::Check => {
                let faults = domain::check(&deps).await.map_err(|error| chain(&error))?;
                for fault in &faults {
                    say(fault);
                }
                say(if faults.is_empty() {
                    "All counts are true, and the audit log is whole."
                } else {
                    "Some of it is not true."
                });
                Ok(ExitCode::from(u8::from(!faults.is_empty())))
            }
            Command::Openapi | Command::Config => Ok(ExitCode::SUCCESS),
        }
    })
}

/// The API's document as it is committed: pretty, with a final newline.
pub fn document() -> Result<String, Failure> {
    let value = serde_json::to_value(crate::openapi()).map_err(|error| error.to_string())?;
    serde_json::to_string_pretty(&value).map_err(|error| error.to_string())
}

fn explained(error: &domain::Error) -> Failure {
    match error {
        domain::Error::Invalid(errors) => {
            errors.iter().map(|error| format!("{}: {}", error.field, error.message)).collect::<Vec<_>>().join("; ")
        }
        other => chain(other),
    }
}

fn start_log(config: &Config) {
    let filter = tracing_subscriber::EnvFilter::try_new(&config.log)
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    // A second log in one process is only met in tests.
    let _ = if config.log_is_json { log.json().try_init() } else { log.compact().try_init() };
}

async fn run_server(deps: Deps, config: &Config) -> Result<ExitCode, Failure> {
    let listener = std::net::TcpListener::bind(config.listen)
        .map_err(|error| format!("cannot serve at {}: {error}", config.listen))?;
    let app_folder = config.app_folder.join("index.html").exists().then(|| config.app_folder.clone());
    if app_folder.is_none() {
        say(&format!("There is no app in {}: only the API is served.", config.app_folder.display()));
    }
    let http = Http {
        base_url: config.base_url.clone(),
        secure_cookies: config.secure_cookies,
        trusted_proxies: config.trusted_proxies.clone(),
        allowed_origins: config.allowed_origins.clone(),
        app_folder,
        workers: config.workers,
        budgets: Budgets::new(config.limits),
        ..Http::default()
    };
    let draining = http.draining.clone();
    let server = serve(deps.clone(), http, listener).map_err(|error| format!("cannot serve: {error}"))?;
    match &config.smtp_url {
        None => {
            say(&format!("Mail is written to {}: set smtp_url to send it.", config.data_folder.join("mail").display()));
        }
        Some(url) => {
            let host = url
                .expose_secret()
                .rsplit('@')
                .next()
                .unwrap_or_default()
                .split(['?', '/'])
                .next()
                .unwrap_or_default()
                .to_owned();
            say(&format!("Mail is sent through {host}."));
        }
    }
    if let Some(link) = domain::accounts::administrator_link(&deps).await.map_err(|error| chain(&error))? {
        say(&format!("There is no administrator yet. Make the first one, once, at: {link}"));
    }
    say(&format!("Serving at {}", config.base_url));
    actix_web::rt::spawn(domain::mail::follow(deps.clone()));
    actix_web::rt::spawn(domain::privacy::follow(deps.clone()));
    actix_web::rt::spawn(domain::forum::follow_posts(deps.clone()));
    actix_web::rt::spawn(domain::search::follow(deps));
    let handle = server.handle();
    actix_web::rt::spawn(async move {
        stop_signal().await;
        draining.begin();
        tracing::info!("stopping: finishing the requests that are under way");
        actix_web::rt::spawn(async {
            stop_signal().await;
            std::process::exit(1);
        });
        handle.stop(true).await;
    });
    server.await.map_err(|error| format!("the server failed: {error}"))?;
    Ok(ExitCode::SUCCESS)
}

/// Waits for the wish that the process end: Ctrl-C or SIGTERM.
async fn stop_signal() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
