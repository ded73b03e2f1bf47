//! Keeping a draft: on this device at once, and in the member's account a moment later, to go on in another browser.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::{DateTime, Utc};
use client::types::accounts::Role;
use client::types::forum::{NewPostDraft, PostDraft};
use futures_util::FutureExt;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::form::QuestionDraft;
use crate::components::{Link, Notice, icon, time_of_day};
use crate::hooks::{store_draft, stored_draft, use_session};
use crate::routes::Route;
use crate::session::Session;
use crate::text::Text;

/// How long one stops typing before the draft is saved, in milliseconds.
const PAUSE: u32 = 1_000;
/// How long until saving is tried again when the server was out of reach, in milliseconds.
const AGAIN: u32 = 15_000;

/// Where a draft is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kept {
    /// Nothing is written.
    #[default]
    Nothing,
    /// In the account, since then.
    Account(DateTime<Utc>),
    /// On this device alone.
    Device,
}

/// A draft that is being kept.
#[derive(Clone, PartialEq)]
pub struct KeptDraft {
    kept: Kept,
    has_other: bool,
    /// Throws the draft away: it was posted.
    pub discard: Callback<()>,
}

impl KeptDraft {
    /// Where it is kept, in a few words.
    pub fn status(&self, text: &Text) -> Html {
        html! {
            <span role="status">{ match self.kept {
                Kept::Nothing => html! {},
                Kept::Account(at) => html! { <>{ icon("check") }{ text.with("draft-saved", &[("time", &time_of_day(text, at))]) }</> },
                Kept::Device => html! { { text.t("draft-on-device") } },
            } }</span>
        }
    }

    /// That another browser saved something else, if it did.
    pub fn notice(&self, text: &Text) -> Html {
        if !self.has_other {
            return html! {};
        }
        html! {
            <Notice tone="is-warn mb-5" icon="copy" is_status=true>
                <p><b>{ text.t("draft-other-title") }</b>{ " " }{ text.t("draft-other-text") }{ " " }
                    <Link to={Route::Drafts}>{ text.t("drafts-link") }</Link></p>
            </Notice>
        }
    }
}

/// What is known of the draft in the account.
#[derive(Default)]
struct Known {
    saved: NewPostDraft,
    version: i32,
    is_ready: bool,
    is_busy: bool,
    is_over: bool,
    turn: u32,
    /// What the fields hold now: the handles of a drawing only know what they held then.
    now: NewPostDraft,
}

/// Keeps what the fields hold as the draft of a place, and fills them with the draft that is there.
#[hook]
pub fn use_kept_draft(key: AttrValue, fields: QuestionDraft) -> KeptDraft {
    let session = use_session();
    let known = use_mut_ref(Known::default);
    let (kept, has_other) = (use_state_eq(Kept::default), use_state_eq(|| false));
    let turn = use_state_eq(|| 0_u32);
    let is_member = session.has(Role::Member);
    let written = fields.written();
    known.borrow_mut().now = written.clone();
    let keeper = Keeper { session, key, known, kept: kept.clone(), has_other: has_other.clone(), turn: turn.clone() };

    // Until it is known what the account has of this place.
    {
        let keeper = keeper.clone();
        use_effect_with((keeper.key.clone(), is_member, *turn), move |(_, is_member, _)| {
            if *is_member && !keeper.known.borrow().is_ready {
                wasm_bindgen_futures::spawn_local(keeper.fetch(fields));
            }
        });
    }
    // After each pause: what the fields hold.
    {
        let keeper = keeper.clone();
        use_effect_with((written, is_member, *turn), move |(written, is_member, _)| {
            store_locally(&keeper.key, written);
            let timeout = (*is_member && keeper.is_to_be_saved(written))
                .then(|| Timeout::new(PAUSE, move || wasm_bindgen_futures::spawn_local(keeper.save())));
            move || drop(timeout)
        });
    }
    let discard = Callback::from(move |()| keeper.discard());
    KeptDraft { kept: *kept, has_other: *has_other, discard }
}

#[derive(Clone)]
struct Keeper {
    session: Session,
    key: AttrValue,
    known: Rc<RefCell<Known>>,
    kept: UseStateHandle<Kept>,
    has_other: UseStateHandle<bool>,
    turn: UseStateHandle<u32>,
}

impl Keeper {
    /// Has the fields looked at again.
    fn again(&self) {
        let mut known = self.known.borrow_mut();
        known.turn = known.turn.wrapping_add(1);
        let turn = known.turn;
        drop(known);
        self.turn.set(turn);
    }

    /// The server is out of reach: the device has the text, and it is tried again.
    fn wait(self) {
        self.kept.set(Kept::Device);
        Timeout::new(AGAIN, move || self.again()).forget();
    }

    async fn fetch(self, fields: QuestionDraft) {
        let key = self.key.clone();
        let answer = self
            .session
            .call::<PostDraft>(&move |client| {
                let key = key.clone();
                async move { client.get_draft(&key).await }.boxed_local()
            })
            .await;
        let Ok(draft) = answer else { return self.wait() };
        let stored = NewPostDraft {
            version: 0,
            title: draft.title,
            body: draft.body,
            shelf: draft.shelf,
            tags: draft.tags,
            is_confidential: draft.is_confidential,
            space: draft.space,
        };
        let base = stored_draft(&part(&self.key, VERSION)).parse().unwrap_or(0);
        {
            let mut known = self.known.borrow_mut();
            let is_here = !is_empty(&known.now) && known.now != stored;
            // What was written here upon an older one is saved as such, and the server keeps both.
            known.version = if is_here && !is_empty(&stored) { base } else { draft.version };
            if !is_here && !is_empty(&stored) {
                fields.fill(&stored);
                store_draft(&part(&self.key, VERSION), &draft.version.to_string());
            }
            known.saved = stored;
            known.is_ready = true;
        }
        if let Some(at) = draft.saved_at.filter(|_| !is_empty(&self.known.borrow().saved)) {
            self.kept.set(Kept::Account(at));
        }
        self.again();
    }

    fn is_to_be_saved(&self, written: &NewPostDraft) -> bool {
        let mut known = self.known.borrow_mut();
        if is_empty(written) {
            known.is_over = false;
        }
        known.is_ready && !known.is_busy && !known.is_over && known.saved != *written
    }

    /// Saves what the fields hold by now; an empty draft is thrown away.
    async fn save(self) {
        let mut new = {
            let mut known = self.known.borrow_mut();
            if known.is_busy || known.is_over {
                return;
            }
            known.is_busy = true;
            NewPostDraft { version: known.version, ..known.now.clone() }
        };
        let answer = if is_empty(&new) {
            delete(&self.session, &self.key).await.map(|()| None)
        } else {
            let (key, asked) = (self.key.clone(), new.clone());
            self.session
                .call::<PostDraft>(&move |client| {
                    let (key, new) = (key.clone(), asked.clone());
                    async move { client.save_draft(&key, &new).await }.boxed_local()
                })
                .await
                .map(Some)
        };
        self.known.borrow_mut().is_busy = false;
        match answer {
            Ok(saved) => {
                new.version = 0;
                let is_over = {
                    let mut known = self.known.borrow_mut();
                    known.saved = new;
                    known.version = saved.as_ref().map_or(known.version, |saved| saved.version);
                    store_draft(&part(&self.key, VERSION), &known.version.to_string());
                    known.is_over
                };
                if !is_over {
                    if saved.as_ref().is_some_and(|saved| saved.kept_as.is_some()) {
                        self.has_other.set(true);
                    }
                    self.kept.set(saved.and_then(|saved| saved.saved_at).map_or(Kept::Nothing, Kept::Account));
                }
                self.again();
            }
            Err(client::Error::Network(_)) => self.wait(),
            Err(_) => self.kept.set(Kept::Device),
        }
    }

    fn discard(&self) {
        {
            let mut known = self.known.borrow_mut();
            known.saved = NewPostDraft::default();
            known.is_over = true;
        }
        store_locally(&self.key, &NewPostDraft::default());
        store_draft(&part(&self.key, VERSION), "");
        self.kept.set(Kept::Nothing);
        self.has_other.set(false);
        let (session, key) = (self.session.clone(), self.key.clone());
        wasm_bindgen_futures::spawn_local(async move {
            // Nothing is lost when it stays: it is shown among the drafts, and goes with time.
            let _ = delete(&session, &key).await;
        });
    }
}

async fn delete(session: &Session, key: &AttrValue) -> Result<(), client::Error> {
    let key = key.clone();
    session
        .call(&move |client| {
            let key = key.clone();
            async move { client.delete_draft(&key).await }.boxed_local()
        })
        .await
}

/// The parts of a draft on this device beside its text.
const TITLE: &str = "title";
const SHELF: &str = "shelf";
const TAGS: &str = "tags";
const CONFIDENCE: &str = "confidence";
const SPACE: &str = "space";
const VERSION: &str = "version";

fn part(key: &str, part: &str) -> String {
    format!("{key}:{part}")
}

/// Whether nothing is written.
pub fn is_empty(draft: &NewPostDraft) -> bool {
    draft.title.trim().is_empty() && draft.body.trim().is_empty()
}

/// What this device has of a draft.
pub fn stored_locally(key: &str) -> NewPostDraft {
    NewPostDraft {
        version: 0,
        title: stored_draft(&part(key, TITLE)),
        body: stored_draft(key),
        shelf: stored_draft(&part(key, SHELF)),
        tags: stored_draft(&part(key, TAGS)),
        is_confidential: !stored_draft(&part(key, CONFIDENCE)).is_empty(),
        space: stored_draft(&part(key, SPACE)),
    }
}

fn store_locally(key: &str, draft: &NewPostDraft) {
    store_draft(key, &draft.body);
    store_draft(&part(key, TITLE), &draft.title);
    store_draft(&part(key, SHELF), &draft.shelf);
    store_draft(&part(key, TAGS), &draft.tags);
    store_draft(&part(key, CONFIDENCE), if draft.is_confidential { "1" } else { "" });
    store_draft(&part(key, SPACE), &draft.space);
}
