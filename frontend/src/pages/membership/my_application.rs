//! Where the application stands.

use client::types::accounts::Role;
use client::types::membership::{ApplicationStatus, MyApplication};
use yew::prelude::*;

use crate::components::{Gate, Link, Notice, date, load};
use crate::hooks::{use_query, use_text, use_title};
use crate::routes::Route;
use crate::text::Text;

/// Where the application stands.
#[component]
pub fn MyApplicationPage() -> Html {
    let text = use_text();
    use_title(text.t("my-application-title"));
    html! { <Gate role={Role::Applicant}><Content /></Gate> }
}

#[component]
fn Content() -> Html {
    let text = use_text();
    let application = use_query((), |client, ()| async move { client.get_my_application().await });
    load(&application, |application| standing(&text, application))
}

fn standing(text: &Text, application: &MyApplication) -> Html {
    let (tone, icon, title, words) = match application.status {
        ApplicationStatus::AwaitingConfirmation => {
            ("is-warn", "mail", text.t("standing-awaiting"), text.t("standing-awaiting-text"))
        }
        ApplicationStatus::Submitted => ("", "clock", text.t("standing-submitted"), text.t("standing-submitted-text")),
        ApplicationStatus::Approved => {
            ("is-ok", "circle-check", text.t("standing-approved"), text.t("standing-approved-text"))
        }
        ApplicationStatus::Rejected => {
            ("is-warn", "info", text.t("standing-rejected"), text.t("standing-rejected-text"))
        }
    };
    html! {
        <div class="narrow mt-6 mb-7 flow flow-5">
            <h1>{ text.t("my-application-title") }</h1>
            <Notice {tone} {icon}><p><b>{ title }</b>{ " " }{ words }</p></Notice>
            <dl class="facts">
                <div><dt>{ text.t("standing-for") }</dt><dd>{ &application.organisation }</dd></div>
                <div><dt>{ text.t("standing-sent") }</dt><dd>{ date(text, application.created_at) }</dd></div>
                if let Some(decided) = application.decided_at {
                    <div><dt>{ text.t("standing-decided") }</dt><dd>{ date(text, decided) }</dd></div>
                }
            </dl>
            if let Some(message) = &application.message {
                <section aria-labelledby="message"><h2 id="message" class="t-l mb-3">{ text.t("standing-message") }</h2><p>{ message }</p></section>
            }
            if application.status == ApplicationStatus::Approved {
                <p><Link class="btn" to={Route::Ask}>{ text.t("ask-question") }</Link></p>
            } else {
                <p><Link to={Route::Questions}>{ text.t("standing-read") }</Link></p>
            }
        </div>
    }
}
