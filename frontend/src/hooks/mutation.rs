//! Mutations: what a member does, one at a time, with its failure at hand.

use std::rc::Rc;

use client::{Client, Error};
use yew::prelude::*;

use super::use_session;

/// An act, and how its last run went.
#[derive(Clone, PartialEq)]
pub struct Mutation<I> {
    /// Acts, unless it is acting already.
    pub run: Callback<I>,
    /// Whether it is acting.
    pub is_busy: bool,
    /// Why the last run failed, if it did.
    pub error: Option<Error>,
    /// How many runs have failed, so that each failure can be told anew.
    pub failures: u32,
}

/// An act on the server; `done` gets what it gave.
#[hook]
pub fn use_mutation<I, T, F, R>(act: F, done: Callback<T>) -> Mutation<I>
where
    I: Clone + 'static,
    T: 'static,
    F: Fn(Client, I) -> R + 'static,
    R: Future<Output = Result<T, Error>> + 'static,
{
    let session = use_session();
    let is_busy = use_state_eq(|| false);
    let failure = use_state(|| (0_u32, None::<Error>));
    // State handles are those of the last drawing; two clicks between two drawings would both pass them.
    let guard = use_mut_ref(|| false);
    let act = Rc::new(act);
    let run = {
        let (is_busy, failure) = (is_busy.clone(), failure.clone());
        Callback::from(move |input: I| {
            if guard.replace(true) {
                return;
            }
            is_busy.set(true);
            let (session, act, done) = (session.clone(), act.clone(), done.clone());
            let (is_busy, failure, guard) = (is_busy.clone(), failure.clone(), guard.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let answer = session.call(|client| act(client, input.clone())).await;
                guard.replace(false);
                is_busy.set(false);
                match answer {
                    Ok(given) => {
                        failure.set((failure.0, None));
                        done.emit(given);
                    }
                    Err(error) => failure.set((failure.0 + 1, Some(error))),
                }
            });
        })
    };
    Mutation { run, is_busy: *is_busy, error: failure.1.clone(), failures: failure.0 }
}
