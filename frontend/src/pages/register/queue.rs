//! What staff look at in the register: what members added, and what organisations took on.

use yew::prelude::*;

use crate::components::{Link, date, load};
use crate::hooks::{use_query, use_text};
use crate::routes::Route;

/// What to look at. Where there is nothing, nothing is shown.
#[component]
pub fn Queue() -> Html {
    let text = use_text();
    let queue = use_query((), |client, ()| async move { client.get_register_queue().await });
    load(&queue, |queue| {
        html! {
            <>
                if !queue.added.is_empty() {
                    <section class="narrow" aria-labelledby="added">
                        <h2 id="added" class="mb-3">{ text.t("register-added") }</h2>
                        <ul class="entries">{ for queue.added.iter().map(|one| html! {
                            <li class="entry" key={one.library.id.0}><div>
                                <h3 class="entry-title"><Link to={Route::Library { id: one.library.id.0 }}>{ &one.library.name }</Link></h3>
                                <p class="meta">
                                    <span>{ format!("{}, {}", one.library.address, one.library.postcode) }</span>
                                    if let Some(member) = &one.added_by { <span>{ text.with("register-added-by", &[("name", &member.name)]) }</span> }
                                    { date(&text, one.added_at) }
                                </p>
                            </div></li>
                        }) }</ul>
                    </section>
                }
                if !queue.taken_on.is_empty() {
                    <details class="narrow">
                        <summary class="strong">{ text.t("register-taken-on") }</summary>
                        <ul class="entries mt-4">{ for queue.taken_on.iter().map(|one| html! {
                            <li class="entry" key={one.library.id.0}><div>
                                <h3 class="entry-title"><Link to={Route::Library { id: one.library.id.0 }}>{ &one.library.name }</Link></h3>
                                <p class="meta"><span>{ &one.organisation }</span>{ date(&text, one.taken_on_at) }</p>
                            </div></li>
                        }) }</ul>
                    </details>
                }
            </>
        }
    })
}
