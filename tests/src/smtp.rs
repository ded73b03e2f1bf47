//! A real SMTP server for tests, run by node.

use std::io::{BufRead, BufReader, Lines};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;

/// A server that takes mail until it is dropped.
pub struct SmtpServer {
    /// The port that it listens at.
    pub port: u16,
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

/// Whether tests with a real SMTP server can run here; says so when they cannot.
#[must_use]
pub fn is_ready() -> bool {
    let is_missing = modules().is_none_or(|modules| !modules.join("smtp-server").exists())
        || Command::new("node").arg("--version").output().is_err();
    // Where tests are asked for in full, a missing part is a failure.
    assert!(!is_missing || std::env::var_os("TEST_SMTP").is_none(), "missing: smtp-server (scripts/setup smtp)");
    if is_missing {
        println!("SMTP test left out; missing: smtp-server (scripts/setup smtp)");
    }
    !is_missing
}

fn modules() -> Option<PathBuf> {
    std::env::var_os("BUILD_TOOLS").map(|tools| PathBuf::from(tools).join("node_modules"))
}

impl SmtpServer {
    /// A server at a free port.
    #[must_use]
    pub fn start() -> Self {
        Self::start_at(0)
    }

    /// A server at a port, such as one that listened before and was dropped.
    #[must_use]
    pub fn start_at(port: u16) -> Self {
        let mut child = Command::new("node")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/smtp/server.mjs"))
            .arg(modules().unwrap())
            .arg(port.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let port = lines.next().expect("the port").unwrap().parse().unwrap();
        Self { port, child, lines }
    }

    /// The address, as the setting `smtp_url` takes it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// Stops it and gives all mails that it took, each with its envelope (`from`, `to`) and its text (`raw`).
    #[must_use]
    pub fn stop(mut self) -> Vec<Value> {
        self.child.kill().unwrap();
        self.lines.by_ref().map(|line| serde_json::from_str(&line.unwrap()).unwrap()).collect()
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
