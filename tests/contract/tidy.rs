//! The house's habits that a machine can check.

use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("target") && !path.ends_with("dist") {
                sources(&path, found);
            }
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn files_are_short_enough_to_read() {
    let mut found = Vec::new();
    for folder in ["crates", "frontend", "migrations", "tests"] {
        sources(&root().join(folder), &mut found);
    }
    assert!(found.len() > 50);
    for path in found {
        // The contract of the widest feature is one table of shapes; it is to be split when it grows again.
        let most =
            if path.ends_with("membership.rs") && path.to_string_lossy().contains("api-types") { 560 } else { 400 };
        let lines = std::fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= most, "{} has {lines} lines: split it by use case", path.display());
    }
}

#[test]
fn the_app_for_the_browser_holds_no_server_crate() {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "-p",
            "commonshelf-frontend",
            "--target",
            "wasm32-unknown-unknown",
            "-e",
            "normal",
            "--prefix",
            "none",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8_lossy(&output.stdout);
    assert!(tree.contains("gloo-net"));
    for server in ["utoipa", "actix", "sea-orm", "sqlx"] {
        assert!(!tree.lines().any(|line| line.starts_with(server)), "{server} is in the app");
    }
}

#[test]
fn html_is_taken_as_it_is_in_one_place_only() {
    let mut found = Vec::new();
    sources(&root().join("frontend/src"), &mut found);
    found.retain(|path| std::fs::read_to_string(path).unwrap().contains("from_html_unchecked"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ends_with("components/parts.rs"));
}
