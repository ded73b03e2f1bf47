//! Queries: data that a page needs, drawn in all three of its states.

use std::any::Any;
use std::rc::Rc;

use client::{Client, Error};
use futures_util::FutureExt;
use futures_util::future::LocalBoxFuture;
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
    let known = use_mut_ref(|| (0_u32, None::<D>));
    let version = {
        let mut known = known.borrow_mut();
        if known.1.as_ref() != Some(&dependencies) {
            *known = (known.0 + 1, Some(dependencies.clone()));
        }
        known.0
    };
    let ask = move |client| {
        ask(client, dependencies.clone()).map(|answer| answer.map(|data| Rc::new(data) as Rc<dyn Any>)).boxed_local()
    };
    let query = use_any_query(version, Rc::new(ask));
    let state = match query.state {
        AnyLoadable::Loading => Loadable::Loading,
        // What was put in is taken out: the types agree.
        AnyLoadable::Ready(data) => data.downcast().map_or(Loadable::Loading, Loadable::Ready),
        AnyLoadable::Failed(error) => Loadable::Failed(error),
    };
    let replace = query.replace.reform(|data: T| Rc::new(data) as Rc<dyn Any>);
    Query { state, is_busy: query.is_busy, reload: query.reload, replace }
}

/// The state of a query of any type: the work is done once for all types, which keeps the app small.
#[derive(Clone)]
enum AnyLoadable {
    Loading,
    Ready(Rc<dyn Any>),
    Failed(Error),
}

struct AnyQuery {
    state: AnyLoadable,
    is_busy: bool,
    reload: Callback<()>,
    replace: Callback<Rc<dyn Any>>,
}

type Ask = Rc<dyn Fn(Client) -> LocalBoxFuture<'static, Result<Rc<dyn Any>, Error>>>;

#[hook]
fn use_any_query(version: u32, ask: Ask) -> AnyQuery {
    let session = use_session();
    let state = use_state(|| AnyLoadable::Loading);
    let is_busy = use_state_eq(|| true);
    let turn = use_state(|| 0_u32);
    let newest = use_mut_ref(|| 0_u32);
    {
        let (state, is_busy) = (state.clone(), is_busy.clone());
        let viewer = session.member.as_ref().map(|member| member.id);
        use_effect_with((version, viewer, session.is_restoring, *turn), move |(_, _, is_restoring, _)| {
            *newest.borrow_mut() += 1;
            let mine = *newest.borrow();
            if *is_restoring {
                return;
            }
            is_busy.set(true);
            wasm_bindgen_futures::spawn_local(async move {
                let answer = session.call(&*ask).await;
                if *newest.borrow() == mine {
                    state.set(match answer {
                        Ok(data) => AnyLoadable::Ready(data),
                        Err(error) => AnyLoadable::Failed(error),
                    });
                    is_busy.set(false);
                }
            });
        });
    }
    let reload = {
        let turn = turn.clone();
        Callback::from(move |()| turn.set(*turn + 1))
    };
    let replace = {
        let state = state.clone();
        Callback::from(move |data| state.set(AnyLoadable::Ready(data)))
    };
    AnyQuery { state: (*state).clone(), is_busy: *is_busy, reload, replace }
}
