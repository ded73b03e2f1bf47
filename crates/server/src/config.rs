//! Configuration: defaults, then a TOML file, then the environment; read once, all faults reported together.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use secrecy::SecretString;

use crate::budgets::Limits;

/// A setting: its name in the file (in the environment `COMMONSHELF_` and the name in capitals), its
/// default and what it is for. The documentation of `commonshelf config` is made from this table.
pub struct Setting {
    /// The name.
    pub name: &'static str,
    /// The default, empty for none.
    pub default: &'static str,
    /// What it is for.
    pub help: &'static str,
    /// Whether it is never shown.
    pub is_secret: bool,
}

const fn setting(name: &'static str, default: &'static str, help: &'static str) -> Setting {
    Setting { name, default, help, is_secret: false }
}

/// Every setting there is.
pub const SETTINGS: &[Setting] = &[
    setting("listen", "127.0.0.1:8080", "address and port to serve at"),
    setting("base_url", "", "the address people reach the network at; http:// and the listen address unless set"),
    setting("data_folder", "data", "folder for the database, files, search index, mail and keys"),
    Setting {
        name: "database_url",
        default: "",
        help: "sqlite://FILE or postgres://…; SQLite in the data folder unless set",
        is_secret: true,
    },
    setting("app_folder", "dist", "folder of the built app"),
    setting("secure_cookies", "true", "false only for development over plain http on another host than this one"),
    setting("trusted_proxies", "", "addresses of proxies whose X-Forwarded-For is believed, separated by commas"),
    setting("allowed_origins", "", "other sites whose pages may read answers, separated by commas"),
    Setting {
        name: "smtp_url",
        default: "",
        help: "smtp://, smtps:// or smtp://…?tls=required; mail goes to files unless set",
        is_secret: true,
    },
    setting("mail_from", "Commonshelf <noreply@localhost.localdomain>", "the sender of mail"),
    setting(
        "log",
        "info,sea_orm_migration=warn,actix_server=warn",
        "what to log: error, warn, info, debug, or a tracing filter",
    ),
    setting("log_format", "pretty", "pretty or json"),
    setting("workers", "0", "threads that take requests; 0 for one per core"),
    setting("writes_a_minute", "120", "what a member may write in the forum in a minute; 0 for as much as they like"),
    setting("views_a_minute", "60", "looks at threads that are counted from one address in a minute; 0 for any number"),
    setting("searches_a_minute", "240", "searches of a member, or from one address, in a minute; 0 for any number"),
    setting("password_memory_kib", "19456", "memory of a password hash in KiB, 19456 at least"),
    setting("password_rounds", "2", "rounds of a password hash, 2 at least"),
    setting("require_second_factor", "true", "whether staff need a second factor for what only staff may do"),
    Setting {
        name: "token_key",
        default: "",
        help: "64 hexadecimal digits that sign access tokens; a file in the data folder unless set",
        is_secret: true,
    },
    Setting {
        name: "token_key_before",
        default: "",
        help: "the token_key until now, for ten minutes after it was changed, so that nobody is interrupted",
        is_secret: true,
    },
];

/// The configuration.
#[derive(Clone, Debug)]
pub struct Config {
    /// Address and port to serve at.
    pub listen: SocketAddr,
    /// The address people reach the network at, without a slash at the end.
    pub base_url: String,
    /// The folder for all that is kept.
    pub data_folder: PathBuf,
    /// The database.
    pub database_url: SecretString,
    /// The folder of the built app.
    pub app_folder: PathBuf,
    /// Whether cookies are marked Secure.
    pub secure_cookies: bool,
    /// Proxies that are believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Other sites whose pages may read answers.
    pub allowed_origins: Vec<String>,
    /// The SMTP server.
    pub smtp_url: Option<SecretString>,
    /// The sender of mail.
    pub mail_from: String,
    /// What to log.
    pub log: String,
    /// Whether the log is JSON.
    pub log_is_json: bool,
    /// Threads that take requests.
    pub workers: usize,
    /// How much one caller may ask for in a minute.
    pub limits: Limits,
    /// Memory of a password hash in KiB.
    pub password_memory_kib: u32,
    /// Rounds of a password hash.
    pub password_rounds: u32,
    /// Whether staff need a second factor for what only staff may do.
    pub require_second_factor: bool,
    /// The key that signs access tokens.
    pub token_key: Option<SecretString>,
    /// The key that signed them until now.
    pub token_key_before: Option<SecretString>,
    shown: Vec<(&'static str, String)>,
}

impl Config {
    /// Reads the configuration from a file, if one is named, and the environment.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
    pub fn read(file: Option<&Path>) -> Result<Self, String> {
        let mut faults = Vec::new();
        let mut values: BTreeMap<String, String> = BTreeMap::new();
        if let Some(file) = file {
            match read_file(file) {
                Ok(read) => values = read,
                Err(fault) => faults.push(fault),
            }
        }
        // All with the prefix, so that a mistyped one is refused like a mistyped line of the file.
        for (name, value) in std::env::vars_os() {
            if let Some(name) = name.to_string_lossy().strip_prefix("COMMONSHELF_") {
                values.insert(name.to_lowercase(), value.to_string_lossy().into_owned());
            }
        }
        Self::from_values(&values, faults)
    }

    /// Builds the configuration from values by name; all faults come back together.
    pub fn from_values(values: &BTreeMap<String, String>, mut faults: Vec<String>) -> Result<Self, String> {
        for name in values.keys() {
            if !SETTINGS.iter().any(|setting| setting.name == name) {
                faults.push(format!("there is no setting \"{name}\""));
            }
        }
        let text = |name: &str| -> String {
            let default = SETTINGS.iter().find(|setting| setting.name == name).map_or("", |setting| setting.default);
            values.get(name).map_or(default, String::as_str).trim().to_owned()
        };
        let secret = |name: &str| Some(text(name)).filter(|value| !value.is_empty()).map(SecretString::from);
        let data_folder = PathBuf::from(text("data_folder"));
        let listen = parsed(&text("listen"), "listen", "an address and port such as 127.0.0.1:8080", &mut faults)
            .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
        let mut base_url = text("base_url").trim_end_matches('/').to_owned();
        if base_url.is_empty() {
            base_url = format!("http://{listen}");
        }
        if !base_url.starts_with("https://") && !base_url.starts_with("http://") {
            faults.push("base_url must begin with https:// or http://".into());
        }
        let mut database_url = text("database_url");
        if database_url.is_empty() {
            database_url = format!("sqlite://{}?mode=rwc", data_folder.join("commonshelf.sqlite").display());
        }
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| database_url.starts_with(scheme)) {
            faults.push("database_url must begin with sqlite:// or postgres://".into());
        }
        for name in ["token_key", "token_key_before"] {
            let key = text(name);
            if !key.is_empty() && !is_strong_key(&key) {
                faults.push(format!("{name} must be 64 random hexadecimal digits"));
            }
        }
        let log_format = text("log_format");
        if !matches!(log_format.as_str(), "pretty" | "json") {
            faults.push("log_format must be pretty or json".into());
        }
        let mail_from = text("mail_from");
        if mail_from.parse::<lettre::message::Mailbox>().is_err() {
            faults.push("mail_from must be an address such as Our network <office@example.org>".into());
        }
        let smtp_url = secret("smtp_url");
        let password_memory_kib =
            parsed(&text("password_memory_kib"), "password_memory_kib", "a number", &mut faults).unwrap_or(19_456);
        let password_rounds = parsed(&text("password_rounds"), "password_rounds", "a number", &mut faults).unwrap_or(2);
        if password_memory_kib < 19_456 || password_rounds < 2 {
            faults.push("password_memory_kib must be 19456 or more and password_rounds 2 or more".into());
        }
        let shown = SETTINGS
            .iter()
            .map(|setting| {
                let value = text(setting.name);
                (setting.name, if setting.is_secret && !value.is_empty() { "(secret)".into() } else { value })
            })
            .collect();
        let config = Self {
            listen,
            base_url,
            data_folder,
            database_url: database_url.into(),
            app_folder: PathBuf::from(text("app_folder")),
            secure_cookies: parsed(&text("secure_cookies"), "secure_cookies", "true or false", &mut faults)
                .unwrap_or(true),
            trusted_proxies: list(
                &text("trusted_proxies"),
                "trusted_proxies",
                "addresses such as 10.0.0.1",
                &mut faults,
            ),
            allowed_origins: list(&text("allowed_origins"), "allowed_origins", "origins", &mut faults),
            smtp_url,
            mail_from,
            log: text("log"),
            log_is_json: log_format == "json",
            workers: parsed(&text("workers"), "workers", "a number", &mut faults).unwrap_or(0),
            limits: Limits {
                writes: parsed(&text("writes_a_minute"), "writes_a_minute", "a number", &mut faults).unwrap_or(0),
                views: parsed(&text("views_a_minute"), "views_a_minute", "a number", &mut faults).unwrap_or(0),
                searches: parsed(&text("searches_a_minute"), "searches_a_minute", "a number", &mut faults).unwrap_or(0),
            },
            password_memory_kib,
            password_rounds,
            require_second_factor: parsed(
                &text("require_second_factor"),
                "require_second_factor",
                "true or false",
                &mut faults,
            )
            .unwrap_or(true),
            token_key: secret("token_key"),
            token_key_before: secret("token_key_before"),
            shown,
        };
        if faults.is_empty() { Ok(config) } else { Err(faults.join("; ")) }
    }

    /// The effective settings, secrets left out.
    #[must_use]
    pub fn shown(&self) -> String {
        self.shown.iter().map(|(name, value)| format!("{name} = {value:?}")).collect::<Vec<_>>().join("\n")
    }
}

/// Whether a key has the length and is not one that somebody typed as a sample.
fn is_strong_key(key: &str) -> bool {
    let distinct: std::collections::BTreeSet<char> = key.chars().collect();
    key.len() == 64 && key.chars().all(|character| character.is_ascii_hexdigit()) && distinct.len() >= 8
}

fn read_file(file: &Path) -> Result<BTreeMap<String, String>, String> {
    let shown = file.display();
    let text = std::fs::read_to_string(file).map_err(|error| format!("{shown} cannot be read: {error}"))?;
    let table: toml::Table =
        text.parse().map_err(|error: toml::de::Error| format!("{shown} is not TOML: {}", error.message()))?;
    let as_text = |value: toml::Value| match value {
        toml::Value::String(text) => text,
        other => other.to_string(),
    };
    Ok(table
        .into_iter()
        .map(|(name, value)| match value {
            toml::Value::Array(items) => (name, items.into_iter().map(as_text).collect::<Vec<_>>().join(",")),
            other => (name, as_text(other)),
        })
        .collect())
}

fn parsed<T: FromStr>(text: &str, name: &str, wanted: &str, faults: &mut Vec<String>) -> Option<T> {
    let value = text.parse().ok();
    if value.is_none() {
        faults.push(format!("{name} must be {wanted}"));
    }
    value
}

fn list<T: FromStr>(text: &str, name: &str, wanted: &str, faults: &mut Vec<String>) -> Vec<T> {
    text.split(',')
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .filter_map(|item| parsed(item, name, wanted, faults))
        .collect()
}
