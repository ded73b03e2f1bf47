//! The typed client has a function for every operation, and none besides.

use std::collections::BTreeSet;

use crate::openapi::operations;

#[test]
fn the_client_has_every_operation_and_no_other() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/client/src");
    let source: String = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap() + "\n")
        .collect();
    let functions: BTreeSet<String> = source
        .lines()
        .filter_map(|line| line.trim().strip_prefix("pub async fn ")?.split('(').next().map(ToOwned::to_owned))
        .collect();
    let wanted: BTreeSet<String> = operations()
        .into_iter()
        .filter(|(_, path, _)| path.starts_with("/api/v1/"))
        .map(|(_, _, operation)| operation["operationId"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(functions, wanted);
}
