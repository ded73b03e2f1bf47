//! Load by wrk, from processes of its own.

use std::path::Path;
use std::process::Command;

use crate::fill::QUESTIONS;
use crate::{LISTEN, SECONDS};

/// What a load made of.
pub struct Load {
    /// Requests a second.
    pub rate: f64,
    /// Milliseconds that half of them took at most.
    pub p50: f64,
    /// Milliseconds that 99 of 100 took at most.
    pub p99: f64,
}

/// Asks for addresses in turn, over 32 connections.
pub fn wrk(folder: &Path, name: &str, urls: &[String]) -> Load {
    let paths: Vec<_> = urls.iter().map(|url| format!("\"/{}\"", url.splitn(4, '/').nth(3).unwrap())).collect();
    let lua = format!(
        "local paths = {{ {} }}\nlocal place = 0\nrequest = function()\n  place = place % #paths + 1\n  return wrk.format(\"GET\", paths[place])\nend\n",
        paths.join(", ")
    );
    run(folder, name, &lua, 32)
}

/// Posts answers to one question after the other, as several members at once.
pub fn post_answers(folder: &Path, tokens: &[String]) -> Load {
    let quoted: Vec<_> = tokens.iter().map(|token| format!("\"{token}\"")).collect();
    let lua = format!(
        "local tokens = {{ {} }}\nlocal place = 0\nrequest = function()\n  place = place + 1\n  \
         local path = \"/api/v1/questions/\" .. (place * 997 % {QUESTIONS} + 1) .. \"/answers\"\n  \
         local headers = {{ [\"Content-Type\"] = \"application/json\", \
         [\"Authorization\"] = \"Bearer \" .. tokens[place % #tokens + 1] }}\n  \
         return wrk.format(\"POST\", path, headers, '{{\"body\":\"Ask for a **cap** on repairs, and for the last survey.\"}}')\nend\n",
        quoted.join(", ")
    );
    run(folder, "answers", &lua, tokens.len())
}

fn run(folder: &Path, name: &str, lua: &str, connections: usize) -> Load {
    let script = folder.join(format!("{name}.lua"));
    std::fs::write(&script, lua).unwrap();
    let run = |seconds: u64| {
        let output = Command::new("wrk")
            .args(["-t2", &format!("-c{connections}"), "--latency", &format!("-d{seconds}s"), "-s"])
            .arg(&script)
            .arg(format!("http://{LISTEN}"))
            .output()
            .expect("wrk: run scripts/setup load");
        String::from_utf8(output.stdout).unwrap()
    };
    run(1);
    let text = run(SECONDS);
    assert!(!text.contains("Non-2xx"), "{name}: {text}");
    let after = |mark: &str| text.lines().find_map(|line| line.trim().strip_prefix(mark)).unwrap().trim().to_owned();
    let milliseconds = |stated: String| {
        let unit = stated.trim_start_matches(|character: char| character.is_ascii_digit() || character == '.');
        let number: f64 = stated.trim_end_matches(char::is_alphabetic).parse().unwrap();
        number
            * match unit {
                "us" => 0.001,
                "s" => 1000.0,
                _ => 1.0,
            }
    };
    Load {
        rate: after("Requests/sec:").parse().unwrap(),
        p50: milliseconds(after("50%")),
        p99: milliseconds(after("99%")),
    }
}
