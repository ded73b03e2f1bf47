//! Toasts: the result of an act, said once.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::icon;

/// Milliseconds that a toast stays.
const STAY: u32 = 10_000;

#[derive(Clone, PartialEq)]
struct Toaster(Callback<AttrValue>);

/// What the provider holds.
#[derive(PartialEq, Properties)]
pub struct ToastProviderProps {
    /// What may show toasts.
    pub children: Html,
}

/// Provides toasts, and the polite live region in which they are read out.
#[component]
pub fn ToastProvider(props: &ToastProviderProps) -> Html {
    let words = use_state(|| None::<AttrValue>);
    let show = use_callback((), {
        let words = words.clone();
        move |said: AttrValue, ()| words.set(Some(said))
    });
    {
        let words = words.clone();
        use_effect_with((*words).clone(), move |said| {
            let timeout = said.is_some().then(|| Timeout::new(STAY, move || words.set(None)));
            || drop(timeout)
        });
    }
    html! {
        <ContextProvider<Toaster> context={Toaster(show)}>
            { props.children.clone() }
            <div class="toasts" role="status">
                if let Some(words) = &*words {
                    <p class="toast">{ icon("info") }<span>{ words }</span></p>
                }
            </div>
        </ContextProvider<Toaster>>
    }
}

/// Shows a toast.
#[hook]
pub fn use_toast() -> Callback<AttrValue> {
    use_context::<Toaster>().map_or_else(Callback::noop, |toaster| toaster.0)
}
