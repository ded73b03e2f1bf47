//! Hooks: the only door to data and to the browser.

mod browser;
mod device;
mod mutation;
mod passkeys;
mod query;

pub use browser::*;
pub use device::{copy, locate};
pub use mutation::{Asked, StepUp, use_mutation};
pub use passkeys::{has_passkeys, make_passkey, use_passkey};
pub use query::{Loadable, Query, use_query};

use client::Client;
use yew::prelude::*;

use crate::app::Speech;
use crate::session::Session;
use crate::text::{Language, Messages, Text};

/// The texts of the language in force.
#[hook]
pub fn use_text() -> Text {
    use_context::<Speech>().map_or_else(|| Text::new(Language::English, &Messages::NONE), |speech| speech.text)
}

/// Changes the language.
#[hook]
pub fn use_set_language() -> Callback<Language> {
    use_context::<Speech>().map_or_else(Callback::noop, |speech| speech.set)
}

/// Who is signed in.
///
/// # Panics
/// Outside of the session's provider, where no page is ever drawn.
#[hook]
pub fn use_session() -> Session {
    let Some(session) = use_context::<Session>() else { unreachable!("every page is inside the session's provider") };
    session
}

/// The client of the API, without renewal of the session.
#[hook]
pub fn use_client() -> Client {
    use_session().client
}

/// A value that follows `value` once it has stayed the same for some milliseconds.
#[hook]
pub fn use_debounced(value: String, milliseconds: u32) -> String {
    let settled = use_state_eq(|| value.clone());
    {
        let settled = settled.clone();
        use_effect_with(value, move |value| {
            let value = value.clone();
            let timeout = gloo::timers::callback::Timeout::new(milliseconds, move || settled.set(value));
            || drop(timeout)
        });
    }
    (*settled).clone()
}
