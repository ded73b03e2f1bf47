//! Passwords: which are accepted, and how they are kept (NIST SP 800-63B-4; OWASP password storage).

use std::sync::PoisonError;
use std::time::Duration;

use argon2::password_hash::{Output, ParamsString, PasswordHash, SaltString};
use argon2::{Algorithm, Argon2, Block, Params, Version};

use crate::deps::Deps;
use crate::error::{Error, Result};

/// How long a request waits for its turn to hash.
const PATIENCE: Duration = Duration::from_secs(3);

/// Pieces that the passwords of lists are made of. What is left when they are taken out is what counts.
const COMMON: &[&str] = &[
    "password",
    "passw0rd",
    // Walks over the keyboard, column by column and to and fro.
    "1q2w3e4r5t6y7u8i9o0p",
    "1q2w3e4r",
    "5t6y7u8i",
    "qazwsxedc",
    "rfvtgbyhn",
    "qazwsx",
    "1qaz",
    "2wsx",
    "3edc",
    "4rfv",
    "5tgb",
    "6yhn",
    "zaq1",
    "xsw2",
    "cde3",
    "vfr4",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwerty",
    "letmein",
    "welcome",
    "iloveyou",
    "admin",
    "administrator",
    "changeme",
    "secret",
    "monkey",
    "dragon",
    "football",
    "baseball",
    "sunshine",
    "princess",
    "liverpool",
    "arsenal",
    "chelsea",
    "commonshelf",
    "library",
    "libraries",
    "llyfrgell",
    "abcdefghijklmnopqrstuvwxyz",
    "abcdefg",
    "abc",
    "0987654321",
    "987654321",
    "87654321",
    "1234567890",
    "123456789",
    "12345678",
    "1234567",
    "123456",
    "12345",
    "123",
];

/// Checks that a password is long enough and not one of those that are tried first. There are no rules
/// on which characters it holds.
pub fn check_password(field: &str, password: &str, email: &str, name: &str) -> Result<()> {
    if password.chars().count() < api_types::limits::PASSWORD_MIN {
        return Err(Error::field(
            field,
            "too_short",
            "Choose a password of 15 characters or more; a few words will do.",
        ));
    }
    if password.len() > api_types::limits::PASSWORD_MAX {
        return Err(Error::field(field, "too_long", "Choose a password of at most 1,024 bytes."));
    }
    let folded = crate::text::fold(password);
    let mut rest = folded.clone();
    for piece in COMMON {
        rest = rest.replace(piece, "");
    }
    for own in [email, email.split('@').next().unwrap_or(email), name] {
        let own = crate::text::fold(own);
        if own.chars().count() > 3 {
            rest = rest.replace(&own, "");
        }
    }
    let distinct: std::collections::HashSet<char> = rest.chars().collect();
    if rest.chars().count() < 6 || distinct.len() < 4 || repeats(&folded) {
        return Err(Error::field(
            field,
            "too_common",
            "This password is easy to guess. Choose another; a few unusual words will do.",
        ));
    }
    Ok(())
}

/// Whether a text is a short piece over and over.
fn repeats(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    (1..=5).any(|period| characters.iter().zip(characters.iter().skip(period)).all(|(one, other)| one == other))
}

fn argon2(deps: &Deps) -> Result<Argon2<'static>> {
    let params = Params::new(deps.options.password_memory_kib, deps.options.password_rounds, 1, None)
        .map_err(|error| Error::internal("setting up argon2", error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Runs a hash off the event loop, about as many at once as there are cores; who waits too long is told so.
async fn hashing<T: Send + 'static>(
    deps: &Deps,
    work: impl FnOnce(&mut Vec<Block>) -> Result<T> + Send + 'static,
) -> Result<T> {
    let turn = tokio::time::timeout(PATIENCE, deps.hashing.acquire()).await.map_err(|_| Error::Unavailable)?;
    let _turn = turn.map_err(|_| Error::Unavailable)?;
    let deps = deps.clone();
    let done = tokio::task::spawn_blocking(move || {
        let pool = || deps.hashing_memory.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = pool().pop();
        let mut memory = taken.unwrap_or_default();
        let done = work(&mut memory);
        pool().push(memory);
        done
    });
    done.await.map_err(|error| Error::internal("hashing a password", error))?
}

/// The hash of a password, made in memory that is used again.
fn hash_in(argon2: &Argon2<'_>, password: &str, salt: &[u8], memory: &mut Vec<Block>) -> Result<Output> {
    memory.resize(argon2.params().block_count(), Block::default());
    let mut hash = [0; Params::DEFAULT_OUTPUT_LEN];
    argon2
        .hash_password_into_with_memory(password.as_bytes(), salt, &mut hash, memory)
        .map_err(|error| Error::internal("hashing a password", error.to_string()))?;
    Output::new(&hash).map_err(|error| Error::internal("hashing a password", error.to_string()))
}

/// Whether a password is the one of a stored hash; the hash says how it was made. In constant time.
fn is_right(password: &str, stored: &PasswordHash<'_>, memory: &mut Vec<Block>) -> Result<bool> {
    let failed = |error: argon2::password_hash::Error| Error::internal("reading a password hash", error.to_string());
    let (Some(salt), Some(expected)) = (stored.salt, stored.hash) else { return Ok(false) };
    let argon2 = Argon2::new(
        Algorithm::try_from(stored.algorithm).map_err(failed)?,
        stored.version.and_then(|version| Version::try_from(version).ok()).unwrap_or_default(),
        Params::try_from(stored).map_err(failed)?,
    );
    let mut bytes = [0; argon2::RECOMMENDED_SALT_LEN * 4];
    let salt = salt.decode_b64(&mut bytes).map_err(failed)?;
    Ok(hash_in(&argon2, password, salt, memory)? == expected)
}

/// A password as it is stored: argon2id in PHC form, with a salt of its own.
pub async fn hash_password(deps: &Deps, password: &str) -> Result<String> {
    let argon2 = argon2(deps)?;
    let password = password.to_owned();
    let mut salt = [0_u8; 16];
    getrandom::fill(&mut salt).map_err(|error| Error::internal("drawing random numbers", error))?;
    hashing(deps, move |memory| {
        let failed = |error: argon2::password_hash::Error| Error::internal("hashing a password", error.to_string());
        let hash = hash_in(&argon2, &password, &salt, memory)?;
        let salt = SaltString::encode_b64(&salt).map_err(failed)?;
        let stored = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(argon2.params()).map_err(failed)?,
            salt: Some(salt.as_salt()),
            hash: Some(hash),
        };
        Ok(stored.to_string())
    })
    .await
}

/// The verdict on a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is wrong.
    Wrong,
    /// It is right.
    Right,
    /// It is right, and its hash was made with weaker parameters than today's.
    RightButWeak,
}

/// Whether a password is the one that was stored. Without a stored one it takes as long and is wrong; so it does
/// for a member who has not set one yet, whose row holds a sign that is no hash.
pub(super) async fn verify_password(deps: &Deps, password: &str, stored: Option<String>) -> Result<Verdict> {
    let Some(stored) = stored.filter(|stored| PasswordHash::new(stored).is_ok()) else {
        hash_password(deps, password).await?;
        return Ok(Verdict::Wrong);
    };
    let wanted = format!("m={},t={},p=1", deps.options.password_memory_kib, deps.options.password_rounds);
    let password = password.to_owned();
    hashing(deps, move |memory| {
        let hash = PasswordHash::new(&stored)
            .map_err(|error| Error::internal("reading a password hash", error.to_string()))?;
        Ok(match (is_right(&password, &hash, memory)?, hash.params.to_string() == wanted) {
            (false, _) => Verdict::Wrong,
            (true, true) => Verdict::Right,
            (true, false) => Verdict::RightButWeak,
        })
    })
    .await
}
