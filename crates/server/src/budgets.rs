//! How much one caller may ask for in a minute of what costs the most: writing in the forum, counting views, searching.
//!
//! It is decided where callers are told apart, by what the request is for, so that no handler can forget it. Each node
//! counts for itself, in memory: what is counted is gone in a minute.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::HttpRequest;
use actix_web::http::Method;
use actix_web::web::Data;
use domain::{Actor, Deps};

use crate::routes::address_of;
use crate::serve::Http;

/// A minute, in microseconds.
const MINUTE: i64 = 60_000_000;
/// From how many callers on those are forgotten whose minute is over, so that memory does not grow for ever.
const CALLERS: usize = 10_000;
/// What is written in the forum, by the first part of the path.
const WRITTEN: [&str; 9] =
    ["questions", "discussions", "posts", "comments", "suggestions", "revisions", "threads", "previews", "drafts"];

/// How much a minute; 0 for as much as one likes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    /// What a member writes in the forum.
    pub writes: u32,
    /// What is counted as looked at from one address.
    pub views: u32,
    /// What a member searches for, or somebody at one address who is not signed in.
    pub searches: u32,
}

/// What a request costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Purpose {
    Write,
    View,
    Search,
}

/// The budgets of all callers. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Budgets {
    limits: Limits,
    spent: Arc<Mutex<Spent>>,
}

/// What was spent: for each caller, when the whole budget is back.
#[derive(Debug)]
struct Spent {
    whole_at: HashMap<(Purpose, String), i64>,
    /// How many callers there are when those are looked for again whose minute is over.
    sweep_at: usize,
}

impl Default for Spent {
    fn default() -> Self {
        Self { whole_at: HashMap::new(), sweep_at: CALLERS }
    }
}

impl Budgets {
    /// Budgets with these limits.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        Self { limits, spent: Arc::default() }
    }

    const fn limit(&self, purpose: Purpose) -> u32 {
        match purpose {
            Purpose::Write => self.limits.writes,
            Purpose::View => self.limits.views,
            Purpose::Search => self.limits.searches,
        }
    }

    /// Spends one of a caller's budget at a time in milliseconds, or says after how many seconds there is one again.
    fn spend(&self, purpose: Purpose, who: String, now: i64) -> Result<(), u64> {
        let limit = self.limit(purpose);
        if limit == 0 {
            return Ok(());
        }
        // A whole minute's worth may be spent at once, and comes back evenly. What is kept is when all of it is back.
        let each = MINUTE / i64::from(limit);
        let now = now.saturating_mul(1000);
        let mut spent = self.spent.lock().unwrap_or_else(PoisonError::into_inner);
        if spent.whole_at.len() >= spent.sweep_at {
            spent.whole_at.retain(|_, whole_at| *whole_at > now);
            // Of many callers at once all would be looked at for each new one.
            spent.sweep_at = CALLERS.max(spent.whole_at.len() * 2);
        }
        let whole_at = spent.whole_at.entry((purpose, who)).or_insert(now);
        let next = (*whole_at).max(now) + each;
        let over = next - now - MINUTE;
        if over > 0 {
            return Err(u64::try_from(over).unwrap_or_default().div_ceil(1_000_000));
        }
        *whole_at = next;
        Ok(())
    }
}

/// Spends of the budget of whoever makes a request, if it is for something that has one.
pub(crate) fn spend(request: &HttpRequest, deps: &Deps, actor: &Actor) -> domain::Result<()> {
    let Some(http) = request.app_data::<Data<Http>>() else { return Ok(()) };
    // As the router reads the path, so that no other way of writing it leads around the budgets.
    let path = request.match_info().as_str();
    let Some(purpose) = purpose_of(request.method(), path, actor) else { return Ok(()) };
    // Who is not counted need not be told apart either.
    if http.budgets.limit(purpose) == 0 {
        return Ok(());
    }
    let who = actor.id().map_or_else(|| format!("address {}", address_of(request, http)), |id| format!("member {id}"));
    http.budgets
        .spend(purpose, who, deps.clock.now())
        .map_err(|retry_after_seconds| domain::Error::RateLimited { retry_after_seconds })
}

/// What a request is for; nothing when there is no budget for that.
fn purpose_of(method: &Method, path: &str, actor: &Actor) -> Option<Purpose> {
    let path = path.strip_prefix("/api/v1/")?;
    if *method == Method::GET {
        return matches!(path, "search" | "similar-threads").then_some(Purpose::Search);
    }
    let is_signed_in = actor.id().is_some();
    let first = path.split('/').next().unwrap_or_default();
    if path == "me/follows" || WRITTEN.contains(&first) {
        // Nobody writes anything without signing in, but looks at something.
        if is_signed_in {
            return Some(Purpose::Write);
        }
        return (first == "threads" && path.ends_with("/views")).then_some(Purpose::View);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_spent_at_once_and_comes_back_evenly() {
        let budgets = Budgets::new(Limits { writes: 3, ..Limits::default() });
        let spend = |who: &str, now| budgets.spend(Purpose::Write, who.into(), now);
        assert_eq!([spend("a", 0), spend("a", 0), spend("a", 0), spend("a", 0)], [Ok(()), Ok(()), Ok(()), Err(20)]);
        // What was refused costs nothing, and others have budgets of their own.
        assert_eq!([spend("a", 5_000), spend("b", 0)], [Err(15), Ok(())]);
        assert_eq!([spend("a", 20_000), spend("a", 20_000)], [Ok(()), Err(20)]);
        assert!((0..1000).all(|_| budgets.spend(Purpose::View, "a".into(), 0).is_ok()), "0 is no limit");
    }

    #[test]
    fn callers_whose_minute_is_over_are_forgotten() {
        let budgets = Budgets::new(Limits { views: 60, ..Limits::default() });
        for number in 0..CALLERS {
            assert_eq!(budgets.spend(Purpose::View, number.to_string(), 0), Ok(()));
        }
        assert_eq!(budgets.spend(Purpose::View, "later".into(), 60_000), Ok(()));
        assert_eq!(budgets.spent.lock().map(|spent| spent.whole_at.len()).unwrap_or_default(), 1);
    }

    #[test]
    fn what_is_written_is_told_from_what_is_read() {
        let anybody = |method, path| purpose_of(&method, path, &Actor::Anonymous);
        assert_eq!(anybody(Method::GET, "/api/v1/search"), Some(Purpose::Search));
        assert_eq!(anybody(Method::POST, "/api/v1/threads/7/views"), Some(Purpose::View));
        assert_eq!(anybody(Method::GET, "/api/v1/questions"), None);
        assert_eq!(anybody(Method::POST, "/api/v1/sessions"), None);
    }
}
