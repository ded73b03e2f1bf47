//! The routes, a file a feature. Everything is mounted by `.service(…)`, which also documents it.

mod accounts;
mod admin;
mod affiliations;
mod applications;
mod credentials;
mod forum;
mod growth;
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
mod topics;

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
                .configure(forum::configure)
                .configure(resources::configure)
                .configure(search::configure)
                .configure(admin::configure),
        );
        if faults {
            config.map(|config| config.service(health::panic));
        }
    }
}
