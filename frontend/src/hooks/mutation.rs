//! Mutations: what a member does, one at a time, with its failure at hand.

use std::rc::Rc;

use client::{Client, Error};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
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
    let Mutation { run, is_busy, error, failures } = use_any_mutation();
    let act = Rc::new(act);
    let run = run.reform(move |input: I| {
        let (act, done) = (act.clone(), done.clone());
        let attempt = move |client| {
            let done = done.clone();
            act(client, input.clone())
                .map(|answer| answer.map(|given| Box::new(move || done.emit(given)) as Done))
                .boxed_local()
        };
        Rc::new(attempt) as Attempt
    });
    Mutation { run, is_busy, error, failures }
}

/// What is to be done when an act has succeeded.
type Done = Box<dyn FnOnce()>;
/// One try of an act.
type Attempt = Rc<dyn Fn(Client) -> LocalBoxFuture<'static, Result<Done, Error>>>;

/// The work of all mutations, done once for all types, which keeps the app small.
#[hook]
fn use_any_mutation() -> Mutation<Attempt> {
    let session = use_session();
    let is_busy = use_state_eq(|| false);
    let failure = use_state(|| (0_u32, None::<Error>));
    // State handles are those of the last drawing; two clicks between two drawings would both pass them.
    let guard = use_mut_ref(|| false);
    let run = {
        let (is_busy, failure) = (is_busy.clone(), failure.clone());
        Callback::from(move |attempt: Attempt| {
            if guard.replace(true) {
                return;
            }
            is_busy.set(true);
            let (session, is_busy, failure, guard) = (session.clone(), is_busy.clone(), failure.clone(), guard.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let answer = session.call(&*attempt).await;
                guard.replace(false);
                is_busy.set(false);
                match answer {
                    Ok(done) => {
                        failure.set((failure.0, None));
                        done();
                    }
                    Err(error) => failure.set((failure.0 + 1, Some(error))),
                }
            });
        })
    };
    Mutation { run, is_busy: *is_busy, error: failure.1.clone(), failures: failure.0 }
}
