//! The routes, a file a feature. Everything is mounted by `.service(…)`, which also documents it.

mod accounts;
mod admin;
mod affiliations;
mod applications;
mod conduct;
mod credentials;
mod forum;
mod forum_attachments;
mod forum_finding;
mod forum_history;
mod forum_import;
mod forum_keeping;
mod forum_mentions;
mod forum_moderation;
mod forum_order;
mod forum_trust;
mod forum_writing;
mod growth;
mod guides;
mod health;
mod invitations;
mod libraries;
mod map;
mod organisations;
mod people;
mod privacy;
mod registration;
mod resources;
mod search;
mod tags;
mod topics;

pub(crate) use accounts::address_of;
use utoipa_actix_web::scope;
use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts all routes. With `faults` there is also one that panics, so that tests can see what happens.
pub fn configure(faults: bool) -> impl FnOnce(&mut ServiceConfig<'_>) {
    move |config| {
        config.service(health::get_liveness).service(health::get_readiness).service(health::get_keys).service(
            scope::scope("/api/v1")
                .configure(accounts::configure)
                .configure(applications::configure)
                .configure(registration::configure)
                .configure(credentials::configure)
                .configure(organisations::configure)
                .configure(map::configure)
                .configure(growth::configure)
                .configure(privacy::configure)
                .configure(affiliations::configure)
                .configure(invitations::configure)
                .configure(people::configure)
                .configure(libraries::configure)
                .configure(topics::configure)
                .configure(tags::configure)
                .configure(forum::configure)
                .configure(forum_order::configure)
                .configure(forum_moderation::configure)
                .configure(forum_import::configure)
                .configure(forum_finding::configure)
                .configure(forum_keeping::configure)
                .configure(forum_mentions::configure)
                .configure(forum_trust::configure)
                .configure(forum_attachments::configure)
                .configure(forum_history::configure)
                .configure(forum_writing::configure)
                .configure(resources::configure)
                .configure(guides::configure)
                .configure(search::configure)
                .configure(conduct::configure)
                .configure(admin::configure),
        );
        if faults {
            config.map(|config| config.service(health::panic));
        }
    }
}
