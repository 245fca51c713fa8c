//! What somebody is told who fills in a declaration for the first time: fifty slips, each with the message
//! that says what to type.

use crate::workplace::{NORTHMARCH, Workplace, repository};

/// Each slip, as `slips/slips.txt` has it: its name, and the declaration.
fn slips() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(repository().join("tests/cli/slips/slips.txt")).unwrap();
    let (_, slips) = text.split_once("\n=== ").unwrap();
    let slips = slips.split("\n=== ").map(|slip| {
        let (name, body) = slip.split_once('\n').unwrap();
        let body = match body.strip_prefix("--- whole\n") {
            Some(whole) => whole.to_owned(),
            None => format!("{NORTHMARCH}\n{body}"),
        };
        (name.to_owned(), format!("{}\n", body.trim_end_matches('\n')))
    });
    slips.collect()
}

#[test]
fn each_slip_is_told_of_once_with_what_to_type() {
    let slips = slips();
    assert!(slips.len() >= 50, "{}", slips.len());
    let mut told = String::new();
    for (name, body) in slips {
        let place = Workplace::new().file("northmarch.toml", body);
        let run = place.run("check northmarch.toml").wrong();
        assert_eq!(run.err.matches("  × ").count(), 1, "{name}: {}", run.err);
        told.push_str(&format!("=== {name}\n{}\n", run.err.trim_end()));
    }
    let golden = repository().join("tests/cli/golden/slips.txt");
    let expected = snapbox::Data::read_from(&golden, None).raw();
    snapbox::assert_data_eq!(snapbox::Data::text(told), expected);
}
