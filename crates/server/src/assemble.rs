//! From the configuration to the use cases: opening the database, the index, the store and the mailer.

use std::path::Path;
use std::sync::Arc;

use domain::Deps;
use domain::accounts::token::TokenKeys;
use domain::clock::Clock;
use domain::deps::Options;
use domain::mail::Mailer;
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use migrations::MigratorTrait;
use object_store::local::LocalFileSystem;
use secrecy::ExposeSecret;

use crate::config::Config;

/// A failure to start, in one line.
pub type Failure = String;

/// The lock that keeps a second process off the data folder. It ends with the process.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held for its lock")] std::fs::File);

/// Makes the data folder, and takes it for this process alone.
pub fn lock(config: &Config) -> Result<Lock, Failure> {
    let folder = &config.data_folder;
    let failed = |error: std::io::Error| format!("the data folder {} cannot be used: {error}", folder.display());
    std::fs::create_dir_all(folder).map_err(failed)?;
    let file = std::fs::File::create(folder.join("lock")).map_err(failed)?;
    file.try_lock()
        .map_err(|_| format!("another commonshelf process uses the data folder {}: stop it first", folder.display()))?;
    Ok(Lock(file))
}

/// Opens everything and brings the database up to date.
pub async fn assemble(config: &Config) -> Result<Deps, Failure> {
    let connections = domain::database::connect(config.database_url.expose_secret())
        .await
        .map_err(|error| format!("the database cannot be opened: {}", chain(&error)))?;
    migrations::Migrator::up(&connections.write, None)
        .await
        .map_err(|error| format!("the database cannot be brought up to date: {}", chain(&error)))?;
    let index = search::Index::open(&made(&config.data_folder.join("index"))?)
        .map_err(|error| format!("the search index cannot be opened: {}", chain(&error)))?;
    let files = LocalFileSystem::new_with_prefix(made(&config.data_folder.join("files"))?)
        .map_err(|error| format!("the file store cannot be opened: {}", chain(&error)))?;
    let before =
        config.token_key_before.as_ref().map(|key| bytes_of(key.expose_secret(), "token_key_before")).transpose()?;
    let keys =
        TokenKeys::from_seed(&seed(config)?, before.as_ref(), &config.base_url).map_err(|error| chain(&error))?;
    let options = Options {
        base_url: config.base_url.clone(),
        password_memory_kib: config.password_memory_kib,
        password_rounds: config.password_rounds,
        require_second_factor: config.require_second_factor,
    };
    let deps = Deps::new(connections, Clock::system(), index, Arc::new(files), keys, mailer(config)?, options);
    domain::people::refold(&deps)
        .await
        .map_err(|error| format!("the database cannot be brought up to date: {}", chain(&error)))?;
    Ok(deps)
}

/// Where mail goes: to the SMTP server that is set, or to files.
pub fn mailer(config: &Config) -> Result<Mailer, Failure> {
    let from = config.mail_from.parse().map_err(|_| "mail_from is not an address".to_owned())?;
    match &config.smtp_url {
        None => Ok(Mailer::Files { folder: made(&config.data_folder.join("mail"))?, from }),
        Some(url) => {
            let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose_secret())
                .map_err(|_| "smtp_url is not an address such as smtps://name:password@mail.example.org".to_owned())?;
            let transport = transport.timeout(Some(std::time::Duration::from_secs(20))).build();
            Ok(Mailer::Smtp { transport: Box::new(transport), from })
        }
    }
}

/// The key that signs access tokens: from the configuration, or from a file that is made once.
fn seed(config: &Config) -> Result<[u8; 32], Failure> {
    let file = config.data_folder.join("token.key");
    let text = match &config.token_key {
        Some(key) => key.expose_secret().to_owned(),
        None => match std::fs::read_to_string(&file) {
            Ok(text) => text,
            Err(_) => new_seed(&file)?,
        },
    };
    bytes_of(&text, &file.display().to_string())
}

/// The bytes of a key that is written in hexadecimal digits.
fn bytes_of(text: &str, place: &str) -> Result<[u8; 32], Failure> {
    let bytes = hex::decode(text.trim()).map_err(|_| format!("{place} does not hold a key"))?;
    bytes.try_into().map_err(|_| format!("{place} does not hold a key of 32 bytes"))
}

fn new_seed(file: &Path) -> Result<String, Failure> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| format!("no random numbers: {error}"))?;
    let text = hex::encode(bytes);
    std::fs::write(file, &text).map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::Permissions::from_mode(0o600);
        std::fs::set_permissions(file, mode)
            .map_err(|error| format!("{} cannot be protected: {error}", file.display()))?;
    }
    Ok(text)
}

fn made(folder: &Path) -> Result<std::path::PathBuf, Failure> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    Ok(folder.to_path_buf())
}

/// An error with its causes, in one line.
pub fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(inner) = next {
        text = format!("{text}: {inner}");
        next = inner.source();
    }
    text
}
