//! The document of the API, made from the same routes that serve.

use utoipa::Modify;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{OpenApi, Ref, RefOr, ResponseBuilder};
use utoipa_actix_web::AppExt;

use crate::routes;

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Commonshelf",
        description = "The API of a community library peer network. Errors are RFC 9457 problems; lists are paged with opaque cursors; public reads need no account.",
        license(name = "MIT", identifier = "MIT")
    ),
    components(schemas(api_types::Problem)),
    modifiers(&Conventions)
)]
struct Base;

/// The document.
#[must_use]
pub fn openapi() -> OpenApi {
    let (_, mut document) =
        actix_web::App::new().into_utoipa_app().openapi(base()).configure(routes::configure(false)).split_for_parts();
    Conventions.modify(&mut document);
    document
}

fn base() -> OpenApi {
    <Base as utoipa::OpenApi>::openapi()
}

/// What holds for every operation is written once: the way to sign in, and problems for all failures.
struct Conventions;

impl Modify for Conventions {
    fn modify(&self, document: &mut OpenApi) {
        let components = document.components.get_or_insert_default();
        components.add_security_scheme(
            "session",
            SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build()),
        );
        for item in document.paths.paths.values_mut() {
            for operation in
                [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete].into_iter().flatten()
            {
                for range in ["4XX", "5XX"] {
                    operation.responses.responses.entry(range.into()).or_insert_with(|| {
                        let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
                        RefOr::T(
                            ResponseBuilder::new()
                                .description("What went wrong and what to do, as a problem")
                                .content("application/problem+json", content)
                                .build(),
                        )
                    });
                }
            }
        }
    }
}
