//! Load by wrk, from processes of its own.

use std::path::Path;
use std::process::Command;

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
    wrk_as(folder, name, urls, None, 32)
}

/// The same as a member, to whom nothing is answered from what is kept, over so many connections.
pub fn wrk_as(folder: &Path, name: &str, urls: &[String], token: Option<&str>, connections: usize) -> Load {
    let headers = token.map_or("{}".to_owned(), |token| format!("{{ [\"Authorization\"] = \"Bearer {token}\" }}"));
    let paths: Vec<_> = urls.iter().map(|url| format!("\"/{}\"", url.splitn(4, '/').nth(3).unwrap())).collect();
    let lua = format!(
        "local headers = {headers}\nlocal paths = {{ {} }}\nlocal place = 0\nrequest = function()\n  place = place % #paths + 1\n  return wrk.format(\"GET\", paths[place], headers)\nend\n",
        paths.join(", ")
    );
    run(folder, name, &lua, connections)
}

/// Posts answers to one question after the other, as several members at once.
pub fn post_answers(folder: &Path, tokens: &[String], questions: usize) -> Load {
    let path = format!("\"/api/v1/questions/\" .. (place * 997 % {questions} + 1) .. \"/answers\"");
    let body = r#"'{"body":"Ask for a **cap** on repairs, and for the last survey."}'"#;
    post(folder, "answers", tokens, &path, body)
}

/// Asks one question after the other, as several members at once.
pub fn ask_questions(folder: &Path, tokens: &[String]) -> Load {
    let body = r#"'{"title":"Who mends a roof ' .. place .. ' times?","body":"It **leaks** again.","shelf_id":1,"tags":["roof"]}'"#;
    post(folder, "questions", tokens, "\"/api/v1/questions\"", body)
}

fn post(folder: &Path, name: &str, tokens: &[String], path: &str, body: &str) -> Load {
    let quoted: Vec<_> = tokens.iter().map(|token| format!("\"{token}\"")).collect();
    let lua = format!(
        "local tokens = {{ {} }}\nlocal place = 0\nrequest = function()\n  place = place + 1\n  local path = {path}\n  \
         local headers = {{ [\"Content-Type\"] = \"application/json\", \
         [\"Authorization\"] = \"Bearer \" .. tokens[place % #tokens + 1] }}\n  \
         return wrk.format(\"POST\", path, headers, {body})\nend\n",
        quoted.join(", ")
    );
    run(folder, name, &lua, tokens.len())
}

fn run(folder: &Path, name: &str, lua: &str, connections: usize) -> Load {
    let script = folder.join(format!("{name}.lua"));
    std::fs::write(&script, lua).unwrap();
    let run = |seconds: u64| {
        let output = Command::new("wrk")
            .args([
                &format!("-t{}", connections.min(2)),
                &format!("-c{connections}"),
                "--latency",
                &format!("-d{seconds}s"),
                "-s",
            ])
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
