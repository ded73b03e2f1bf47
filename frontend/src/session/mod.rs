//! The session: who is signed in. The access token is kept in memory alone.

use std::rc::Rc;

use client::types::ErrorCode;
use client::types::accounts::{Me, Role, Session as SignedIn};
use client::{Client, Error};
use futures_util::future::LocalBoxFuture;
use futures_util::lock::Mutex;
use yew::prelude::*;

use crate::hooks::{forget_signed_in, remember_signed_in, was_signed_in};

/// Who is signed in, and the client that speaks for them.
#[derive(Clone)]
pub struct Session {
    /// The client.
    pub client: Client,
    /// The member, if one is signed in.
    pub member: Option<Rc<Me>>,
    /// Whether it is still being found out who is signed in.
    pub is_restoring: bool,
    /// Takes over a session that was opened.
    pub begin: Callback<SignedIn>,
    /// Forgets the session.
    pub end: Callback<()>,
    /// Held while the access token is renewed, so that it is renewed once for all calls under way.
    renewing: Rc<Mutex<()>>,
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        self.client == other.client && self.member == other.member && self.is_restoring == other.is_restoring
    }
}

impl Session {
    /// Whether somebody is signed in who has at least a role.
    pub fn has(&self, role: Role) -> bool {
        self.member.as_ref().is_some_and(|member| member.role >= role)
    }

    /// Makes a call. When the access token has ended it is renewed and the call made again; when that
    /// cannot be done the session is over.
    pub async fn call<T>(&self, act: &dyn Fn(Client) -> LocalBoxFuture<'static, Result<T, Error>>) -> Result<T, Error> {
        let token = self.client.token();
        let first = act(self.client.clone()).await;
        let has_ended = first.as_ref().is_err_and(|error| error.code() == Some(ErrorCode::Unauthenticated));
        if token.is_none() || !has_ended {
            return first;
        }
        if self.renew(token).await? { act(self.client.clone()).await } else { first }
    }

    /// Renews the access token, unless another call has done so meanwhile; says whether there is a session.
    async fn renew(&self, ended: Option<String>) -> Result<bool, Error> {
        let _turn = self.renewing.lock().await;
        if self.client.token() != ended {
            return Ok(self.client.token().is_some());
        }
        match self.client.refresh_session().await {
            Ok(signed_in) => {
                self.begin.emit(signed_in);
                Ok(true)
            }
            Err(error) if error.status() == Some(401) => {
                self.end.emit(());
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }
}

/// What the provider holds.
#[derive(PartialEq, Properties)]
pub struct SessionProviderProps {
    /// What may ask for the session.
    pub children: Html,
}

/// Provides the session, restoring it at start from the cookie.
#[component]
pub fn SessionProvider(props: &SessionProviderProps) -> Html {
    let client = use_state(|| Client::new(""));
    let member = use_state_eq(|| None::<Rc<Me>>);
    let is_restoring = use_state_eq(was_signed_in);
    let renewing = use_memo((), |()| Mutex::new(()));
    let begin = {
        let (client, member) = (client.clone(), member.clone());
        Callback::from(move |signed_in: SignedIn| {
            client.set_token(Some(signed_in.access_token));
            member.set(Some(Rc::new(signed_in.member)));
            remember_signed_in();
        })
    };
    let end = {
        let (client, member) = (client.clone(), member.clone());
        Callback::from(move |()| {
            client.set_token(None);
            member.set(None);
            forget_signed_in();
        })
    };
    {
        let (client, is_restoring, begin, end) = ((*client).clone(), is_restoring.clone(), begin.clone(), end.clone());
        use_effect_with((), move |()| {
            if *is_restoring {
                wasm_bindgen_futures::spawn_local(async move {
                    match client.refresh_session().await {
                        Ok(signed_in) => begin.emit(signed_in),
                        Err(error) if error.status() == Some(401) => end.emit(()),
                        // The server is out of reach: the next start tries again.
                        Err(_) => {}
                    }
                    is_restoring.set(false);
                });
            }
        });
    }
    let session = Session {
        client: (*client).clone(),
        member: (*member).clone(),
        is_restoring: *is_restoring,
        begin,
        end,
        renewing,
    };
    html! { <ContextProvider<Session> context={session}>{ props.children.clone() }</ContextProvider<Session>> }
}
