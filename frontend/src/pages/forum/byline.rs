//! Who wrote a post, and when.

use client::types::accounts::MemberSummary;
use client::types::forum::Post;
use yew::prelude::*;

use super::trust::marks;
use crate::components::{Link, avatar_letters, date, icon};
use crate::routes::Route;
use crate::text::Text;

/// The line above a post.
pub fn byline(text: &Text, post: &Post) -> Html {
    // What opens a question in confidence says so, and later posts say that they are by the same person.
    let name = match &post.author {
        None if post.number == 1 => text.t("asked-in-confidence"),
        author => author_name(text, author.as_ref()),
    };
    html! {
        <div class="byline">
            <span class="avatar" aria-hidden="true">
                if post.author.is_some() { { avatar_letters(&name) } } else { { icon("lock") } }
            </span>
            <div>
                if let Some(author) = &post.author {
                    <Link to={Route::Member { id: author.id.0 }}><b>{ &name }</b></Link>
                } else {
                    <b>{ &name }</b>
                }
                <br /><span class="meta">
                    if let Some(organisation) = post.author.as_ref().and_then(|author| author.organisation.as_ref()) {
                        <span>{ organisation }</span>
                    }
                    { marks(text, post) }
                    { date(text, post.created_at) }
                    if let Some(edited) = post.edited_at { <span>{ text.t("edited") }{ " " }{ date(text, edited) }</span> }
                </span>
            </div>
        </div>
    }
}

/// The name of an author, or what stands for the one who asks in confidence.
pub fn author_name(text: &Text, author: Option<&MemberSummary>) -> AttrValue {
    author.map_or_else(|| text.t("the-asker"), |author| author.name.clone().into())
}
