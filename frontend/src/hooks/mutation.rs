//! Mutations: what a member does, one at a time, with its failure at hand.

use std::cell::RefCell;
use std::rc::Rc;

use client::types::ErrorCode;
use client::{Client, Error};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
use yew::prelude::*;

use super::use_session;
use crate::session::Session;

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

/// Asks who it is when the server wants a fresh proof. Provided by the apps whose acts may need it.
#[derive(Clone, PartialEq)]
pub struct StepUp(pub Callback<Asked>);

/// An act that waits for the proof.
#[derive(Clone, PartialEq)]
pub struct Asked {
    /// Makes the call again.
    pub again: Callback<()>,
    /// Gives it up.
    pub leave: Callback<()>,
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
    let work = Work {
        session: use_session(),
        step_up: use_context::<StepUp>(),
        is_busy: use_state_eq(|| false),
        failure: use_state(|| (0_u32, None::<Error>)),
        // State handles are those of the last drawing; two clicks between two drawings would both pass them.
        guard: use_mut_ref(|| false),
    };
    let (is_busy, failure) = (*work.is_busy, work.failure.clone());
    let run = Callback::from(move |attempt: Attempt| work.clone().run(attempt));
    Mutation { run, is_busy, error: failure.1.clone(), failures: failure.0 }
}

#[derive(Clone)]
struct Work {
    session: Session,
    step_up: Option<StepUp>,
    is_busy: UseStateHandle<bool>,
    failure: UseStateHandle<(u32, Option<Error>)>,
    guard: Rc<RefCell<bool>>,
}

impl Work {
    fn run(self, attempt: Attempt) {
        if self.guard.replace(true) {
            return;
        }
        self.is_busy.set(true);
        wasm_bindgen_futures::spawn_local(async move {
            let answer = self.session.call(&*attempt).await;
            self.guard.replace(false);
            self.is_busy.set(false);
            match (answer, &self.step_up) {
                (Ok(done), _) => {
                    self.failure.set((self.failure.0, None));
                    done();
                }
                (Err(error), Some(StepUp(ask))) if error.code() == Some(ErrorCode::StepUpRequired) => {
                    let failure = self.failure.clone();
                    let leave = Callback::from(move |()| failure.set((failure.0 + 1, Some(error.clone()))));
                    let work = self.clone();
                    let again = Callback::from(move |()| work.clone().run(attempt.clone()));
                    ask.emit(Asked { again, leave });
                }
                (Err(error), _) => self.failure.set((self.failure.0 + 1, Some(error))),
            }
        });
    }
}
