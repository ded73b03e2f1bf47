//! The typed client has a function for every operation, and none besides.

use std::collections::BTreeSet;

use crate::openapi::operations;

#[test]
fn the_client_has_every_operation_and_no_other() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/client/src");
    let functions: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| !path.ends_with("transport.rs"))
        .flat_map(|path| {
            let source = std::fs::read_to_string(path).unwrap();
            let name = |line: &str| Some(line.trim().strip_prefix("pub async fn ")?.split('(').next()?.to_owned());
            source.lines().filter_map(name).collect::<Vec<_>>()
        })
        .collect();
    let wanted: BTreeSet<String> = operations()
        .into_iter()
        .filter(|(_, path, _)| path.starts_with("/api/v1/"))
        .map(|(_, _, operation)| operation["operationId"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(functions, wanted);
}
