//! Binding the routes to a listener.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use actix_web::dev::Server;
use actix_web::http::{KeepAlive, header};
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{self, Data};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, ResponseError};
use api_types::ErrorCode;
use domain::Deps;
use utoipa_actix_web::AppExt;
use utoipa_swagger_ui::SwaggerUi;

use crate::app_files::{self, AppFiles};
use crate::budgets::Budgets;
use crate::cache::PublicCache;
use crate::error::ApiError;
use crate::frame::frame;
use crate::routes;

/// Settings of the HTTP side.
#[derive(Clone, Debug, Default)]
pub struct Http {
    /// The address that people reach the network at, without a slash at the end.
    pub base_url: String,
    /// Whether cookies are for https (and this machine) alone. Off only for development on other hosts.
    pub secure_cookies: bool,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Other sites whose pages may read answers.
    pub allowed_origins: Vec<String>,
    /// The folder of the built app.
    pub app_folder: Option<PathBuf>,
    /// Worker threads; 0 for one per core.
    pub workers: usize,
    /// Whether a route that panics exists, for tests.
    pub faults: bool,
    /// How much one caller may ask for in a minute; as much as they like unless said.
    pub budgets: Budgets,
    /// How many reports of browsers are still logged.
    pub policy_reports: PolicyReports,
    /// Set when the server is about to stop, so that balancers send no more.
    pub draining: Draining,
}

/// Reports of browsers that are logged in a minute: anybody can send them.
const REPORTS_A_MINUTE: u32 = 10;

/// Keeps the reports of browsers from filling the log.
#[derive(Clone, Debug, Default)]
pub struct PolicyReports(Arc<Mutex<Option<(Instant, u32)>>>);

impl PolicyReports {
    /// Whether one more is logged.
    pub fn take_turn(&self) -> bool {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, count) =
            state.filter(|(since, _)| since.elapsed() < Duration::from_mins(1)).unwrap_or((Instant::now(), 0));
        *state = Some((since, count + 1));
        count < REPORTS_A_MINUTE
    }
}

/// Whether the server is about to stop.
#[derive(Clone, Debug, Default)]
pub struct Draining(Arc<AtomicBool>);

impl Draining {
    /// Says that the server is about to stop.
    pub fn begin(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether it is.
    #[must_use]
    pub fn is_draining(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// The methods that each path takes, to tell a wrong method from a wrong address.
struct Methods(Vec<(actix_web::dev::ResourceDef, Vec<&'static str>)>);

impl Methods {
    fn new(document: &utoipa::openapi::OpenApi) -> Self {
        let paths = document.paths.paths.iter().map(|(path, item)| {
            let methods = [
                ("GET", item.get.is_some()),
                ("POST", item.post.is_some()),
                ("PUT", item.put.is_some()),
                ("PATCH", item.patch.is_some()),
                ("DELETE", item.delete.is_some()),
            ];
            let methods = methods.into_iter().filter_map(|(name, there)| there.then_some(name)).collect();
            (actix_web::dev::ResourceDef::new(path.as_str()), methods)
        });
        Self(paths.collect())
    }
}

/// Serves the API, its documentation and the app on a listener until it is stopped.
pub fn serve(deps: Deps, http: Http, listener: std::net::TcpListener) -> std::io::Result<Server> {
    let cache = PublicCache::default();
    let files = http.app_folder.as_deref().map(AppFiles::load).transpose()?;
    let files = Data::new(files.unwrap_or_default());
    let document = crate::openapi();
    let methods = Data::new(Methods::new(&document));
    let workers = if http.workers == 0 {
        std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
    } else {
        http.workers
    };
    let faults = http.faults;
    let server = HttpServer::new(move || {
        App::new()
            .app_data(Data::new(deps.clone()))
            .app_data(Data::new(http.clone()))
            .app_data(Data::new(cache.clone()))
            .app_data(files.clone())
            .app_data(methods.clone())
            .wrap(Compress::default())
            .wrap(from_fn(frame))
            // Before the routes: they are a scope that takes everything below /api/v1.
            .service(SwaggerUi::new("/api/docs/{_:.*}").url("/api/v1/openapi.json", document.clone()))
            .into_utoipa_app()
            .configure(routes::configure(faults))
            .into_app()
            .default_service(web::to(nothing_here))
    });
    Ok(server
        .workers(workers)
        .keep_alive(KeepAlive::Timeout(Duration::from_secs(30)))
        .client_request_timeout(Duration::from_secs(5))
        .shutdown_timeout(8)
        .disable_signals()
        .listen(listener)?
        .run())
}

/// What no route took: a wrong method, an address below `/api` that leads nowhere, or a page of the app.
async fn nothing_here(request: HttpRequest) -> HttpResponse {
    if let Some(methods) = request.app_data::<Data<Methods>>() {
        let found = methods.0.iter().find(|(path, _)| path.is_match(request.path()));
        if let Some((_, methods)) = found {
            let error = ApiError::new(ErrorCode::MethodNotAllowed, "Use one of the methods in the Allow header.");
            let mut response = error.error_response();
            if let Ok(allow) = header::HeaderValue::from_str(&methods.join(", ")) {
                response.headers_mut().insert(header::ALLOW, allow);
            }
            return response;
        }
    }
    app_files::app_file(&request)
}
