//! Whether the doors answer known and unknown addresses in the same time, so that nobody can tell them apart.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::fill::email;

/// How often each is tried, in turns.
const TIMES: usize = 200;

/// The medians for known and for unknown addresses, in milliseconds.
pub struct Medians {
    pub known: f64,
    pub unknown: f64,
}

/// Registers with addresses of members and with fresh ones.
pub async fn registering(base: &str) -> Medians {
    medians(base, "applications", |email| {
        json!({
            "name": "Sunita Rao", "email": email, "agrees": true,
            "answers": { "member_type": "library", "library_name": "Fenwick Hill Library", "part": "trustee" },
        })
    })
    .await
}

/// Signs in with wrong passwords as members and as nobody.
pub async fn signing_in(base: &str) -> Medians {
    medians(base, "sessions", |email| json!({ "email": email, "password": "not the password of anybody" })).await
}

async fn medians(base: &str, door: &str, body: impl Fn(&str) -> Value) -> Medians {
    let http = reqwest::Client::new();
    let run = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos();
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for turn in 0..TIMES {
        // Every other turn the unknown one goes first, so that neither profits from what the other warmed.
        let mut addresses = [(true, email(turn)), (false, format!("fresh{run}x{turn}@example.org"))];
        addresses.rotate_left(turn % 2);
        for (place, (is_known, address)) in addresses.into_iter().enumerate() {
            // Each try from an address of its own: tries from one are limited.
            let from = format!("10.{}.{}.{}", run % 200, turn, place + usize::from(door == "sessions") * 2);
            let request =
                http.post(format!("{base}/api/v1/{door}")).header("X-Forwarded-For", from).json(&body(&address));
            let began = Instant::now();
            let status = request.send().await.unwrap().status().as_u16();
            let took = began.elapsed().as_secs_f64() * 1000.0;
            assert!(matches!(status, 202 | 401), "{door} of {address}: {status}");
            if is_known { known.push(took) } else { unknown.push(took) }
        }
    }
    Medians { known: median(known), unknown: median(unknown) }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
