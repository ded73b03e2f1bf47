//! Queries: data that a page needs, drawn in all three of its states.

use std::rc::Rc;

use client::{Client, Error};
use yew::prelude::*;

use super::use_session;

/// Data on its way, there, or not to be had.
#[derive(Debug, PartialEq)]
pub enum Loadable<T> {
    /// On its way.
    Loading,
    /// There.
    Ready(Rc<T>),
    /// Not to be had.
    Failed(Error),
}

// Derived, this would ask for data that can be cloned; only the pointer to it is.
impl<T> Clone for Loadable<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Loading => Self::Loading,
            Self::Ready(data) => Self::Ready(data.clone()),
            Self::Failed(error) => Self::Failed(error.clone()),
        }
    }
}

/// A query and the ways to renew it.
#[derive(Clone, PartialEq)]
pub struct Query<T> {
    /// What is known.
    pub state: Loadable<T>,
    /// Whether newer data is on its way.
    pub is_busy: bool,
    /// Asks again; what is there stays until the answer comes.
    pub reload: Callback<()>,
    /// Puts data in place that another call gave.
    pub replace: Callback<T>,
}

impl<T> Query<T> {
    /// The data, when it is there.
    pub fn ready(&self) -> Option<Rc<T>> {
        match &self.state {
            Loadable::Ready(data) => Some(data.clone()),
            _ => None,
        }
    }
}

/// Asks whenever `dependencies` or the member who is signed in change. The answer to an older question is
/// dropped.
#[hook]
pub fn use_query<T, D, F, R>(dependencies: D, ask: F) -> Query<T>
where
    T: 'static,
    D: Clone + PartialEq + 'static,
    F: Fn(Client, D) -> R + 'static,
    R: Future<Output = Result<T, Error>> + 'static,
{
    let session = use_session();
    let state = use_state(|| Loadable::Loading);
    let is_busy = use_state_eq(|| true);
    let turn = use_state(|| 0_u32);
    let newest = use_mut_ref(|| 0_u32);
    {
        let (state, is_busy) = (state.clone(), is_busy.clone());
        let viewer = session.member.as_ref().map(|member| member.id);
        use_effect_with(
            (dependencies, viewer, session.is_restoring, *turn),
            move |(dependencies, _, is_restoring, _)| {
                *newest.borrow_mut() += 1;
                let mine = *newest.borrow();
                if *is_restoring {
                    return;
                }
                is_busy.set(true);
                let dependencies = dependencies.clone();
                wasm_bindgen_futures::spawn_local(async move {
                    let answer = session.call(|client| ask(client, dependencies.clone())).await;
                    if *newest.borrow() == mine {
                        state.set(match answer {
                            Ok(data) => Loadable::Ready(Rc::new(data)),
                            Err(error) => Loadable::Failed(error),
                        });
                        is_busy.set(false);
                    }
                });
            },
        );
    }
    let reload = {
        let turn = turn.clone();
        Callback::from(move |()| turn.set(*turn + 1))
    };
    let replace = {
        let state = state.clone();
        Callback::from(move |data| state.set(Loadable::Ready(Rc::new(data))))
    };
    Query { state: (*state).clone(), is_busy: *is_busy, reload, replace }
}
