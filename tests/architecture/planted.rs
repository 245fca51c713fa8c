//! Files that nobody wrote, to show that each check can fail, and on what it doesn't.

use crate::house::House;
use crate::paper::{self, Room};
use crate::{circles, direction, hands};

const TABLE: &str = "\
Words before.

| room | what it is for | may import |
| --- | --- | --- |
| `source` | texts | nothing |
| `assessment` | the engine; not a `report` | `source` |
| `gate` | what fails | `source`, `assessment` |
| `report` | one file a format | `source`, `assessment` |
| `checklists` | the built-in rules | `source` |
| `cli` | the terminal | `source`, `assessment`, `gate`, `report` |

| another | table |
";

fn rooms() -> Vec<Room> {
    paper::rooms(TABLE)
}

/// What the direction says of a file of the engine.
fn in_the_engine(text: &str) -> Vec<String> {
    in_file("src/assessment/finding.rs", text)
}

fn in_file(path: &str, text: &str) -> Vec<String> {
    direction::faults(&House::of([("src/lib.rs", "pub mod assessment;"), (path, text)]), &rooms())
}

fn told(faults: &[String], line: usize, of: &str) {
    let place = format!("src/assessment/finding.rs:{line}: `{of}`");
    assert!(
        faults.len() == 1 && faults[0].starts_with(&place),
        "expected one fault at {place}, got {faults:#?}"
    );
}

#[test]
fn the_table_says_who_may_import_from_whom() {
    let room = |name: &str, may: &[&str]| Room {
        name: name.to_owned(),
        may_import: may.iter().map(|&other| other.to_owned()).collect(),
    };
    assert_eq!(rooms()[0], room("source", &[]));
    assert_eq!(rooms()[1], room("assessment", &["source"]));
    assert_eq!(rooms().len(), 6);
    assert!(paper::faults(&rooms()).is_empty());
    let against = [room("gate", &["report"]), room("report", &["gate", "report"])];
    assert_eq!(
        paper::faults(&against),
        [
            "gate may import report, which isn't above it",
            "report may import report, which isn't above it",
        ]
    );
}

#[test]
fn the_map_is_read_in_its_order() {
    let map =
        "//! The map:\n//!\n//! - [`source`]: texts.\n//! - [`cli`]: the terminal, see [`x`].\n";
    assert_eq!(paper::map(map), ["source", "cli"]);
}

#[test]
fn an_import_against_the_direction_is_told_at_its_line() {
    told(
        &in_the_engine("use std::fmt;\n\nuse crate::report::FORMATS;\n"),
        3,
        "crate::report::FORMATS",
    );
    told(&in_the_engine("use crate::report;"), 1, "crate::report");
    told(&in_the_engine("use crate::report as words;"), 1, "crate::report");
    told(&in_the_engine("use crate::report::*;"), 1, "crate::report");
    told(&in_the_engine("use ::msacheck::report::X;"), 1, "msacheck::report::X");
    told(&in_the_engine("pub(crate) use crate::report::X;"), 1, "crate::report::X");
    told(&in_the_engine("fn f() {\n    use crate::report::X;\n}"), 2, "crate::report::X");
}

#[test]
fn a_branch_of_a_nested_import_is_looked_at_by_itself() {
    let nested = "use crate::{\n    source::{Fault, Text},\n    gate::{self, Gate},\n};";
    let faults = in_the_engine(nested);
    assert_eq!(faults.len(), 2, "{faults:#?}");
    assert!(faults[0].contains(":3: `crate::gate` runs against"), "{faults:#?}");
    assert!(faults[1].contains(":3: `crate::gate::Gate` runs against"), "{faults:#?}");
    let both = in_the_engine("use crate::{gate::G, cli::Y};");
    assert_eq!(both.len(), 2, "{both:#?}");
}

#[test]
fn a_path_within_the_code_is_an_import_too() {
    told(&in_the_engine("fn f() -> crate::report::Look { todo() }"), 1, "crate::report::Look");
    told(
        &in_the_engine("fn f() {\n    g(format!(\"{}\", crate::report::word()));\n}"),
        2,
        "crate::report::word",
    );
    told(&in_the_engine("#[serde(with = \"x\")]\nstruct A(crate::gate::B);"), 2, "crate::gate::B");
    told(&in_the_engine("struct A(pub (u8, crate::gate::B));"), 1, "crate::gate::B");
    told(&in_the_engine("macro_rules! m { () => { $crate::gate::B } }"), 1, "crate::gate::B");
}

#[test]
fn the_way_up_is_followed() {
    told(&in_the_engine("use super::super::report::X;"), 1, "super::super::report::X");
    told(
        &in_the_engine("use super::super::{source::Text, report::X};"),
        1,
        "super::super::report::X",
    );
    told(
        &in_the_engine("mod inner { use super::super::super::gate::X; }"),
        1,
        "super::super::super::gate::X",
    );
    told(&in_the_engine("fn f() { super::super::gate::g() }"), 1, "super::super::gate::g");
    assert!(
        in_the_engine("use super::evaluate; mod inner { use super::super::worth::worth; }")
            .is_empty()
    );
}

#[test]
fn a_name_for_the_whole_crate_hides_nothing() {
    for text in [
        "use crate as it;",
        "use crate::{self as it};",
        "use crate::*;",
        "use super::super as it;",
        "use super::super::*;",
        "extern crate self as it;",
        "macro_rules! m { ($room:ident) => { crate::$room::X } }",
    ] {
        let faults = in_the_engine(text);
        assert_eq!(faults.len(), 1, "{text}: {faults:#?}");
    }
    assert_eq!(in_the_engine("include!(\"../report/csv.rs\");").len(), 1);
    assert_eq!(in_the_engine("#[path = \"../report/csv.rs\"]\nmod csv;").len(), 1);
}

#[test]
fn what_is_no_import_is_none() {
    for text in [
        "// use crate::report::X;\n/* crate::gate::G /* nested */ */",
        "//! See [`crate::report`].\n/// And [`X`](crate::gate::X).\nfn f() {}",
        "const A: &str = \"use crate::report::X;\";\nconst B: &str = r#\"crate::gate::\"X\"\"#;",
        "const C: char = '\"'; const D: &str = \"crate::gate::X\"; fn f<'a>(_: &'a str) {}",
        "pub(in crate::assessment) struct X;\npub(in super::super) struct Y;",
        "use report::X;\nfn f() { report::g(); let gate = 1; }",
        "use crate::source::{Fault, Text as Words};\nuse self::inner::X;\nuse crate::assessment::Y;",
        "fn f() -> impl Sized + use<> {}",
    ] {
        let faults = in_the_engine(text);
        assert!(faults.is_empty(), "{text}: {faults:#?}");
    }
}

#[test]
fn tests_may_use_the_built_in_rules_and_nothing_else_beside() {
    let tests =
        |path: &str| format!("fn f() {{}}\n#[cfg(test)]\nmod tests {{\n    use {path};\n}}\n");
    assert!(in_the_engine(&tests("crate::checklists::rulebook")).is_empty());
    told(&in_the_engine(&tests("crate::report::X")), 4, "crate::report::X");
    told(&in_the_engine("use crate::checklists::rulebook;"), 1, "crate::checklists::rulebook");
    let behind = "#[cfg(test)]\nmod tests {}\nuse crate::checklists::rulebook;";
    told(&in_the_engine(behind), 3, "crate::checklists::rulebook");
}

#[test]
fn a_room_that_no_table_names_is_told_and_the_program_calls_the_command_line() {
    let strange = in_file("src/assessment/x.rs", "use crate::nowhere::X;");
    assert!(strange[0].ends_with("`crate::nowhere::X` names no room"), "{strange:#?}");
    assert_eq!(in_file("src/main.rs", "fn main() { msacheck::report::f() }").len(), 1);
    assert!(
        in_file("src/main.rs", "fn main() { msacheck::cli::run(std::env::args_os()) }").is_empty()
    );
}

fn strays(house: &House, all: &[hands::Only]) -> Vec<String> {
    hands::faults(&house.files.iter().collect::<Vec<_>>(), all)
}

#[test]
fn hands_that_stray_are_told() {
    let of = |text: &str| {
        let house = House::of([("src/assessment/finding.rs", text)]);
        [strays(&house, crate::HANDS), strays(&house, &[crate::ENGINE])].concat()
    };
    for text in [
        "use miette::Report;",
        "#[derive(miette::Diagnostic)] struct X;",
        "fn f() { println!(); }",
        "use std::{fmt, fs};",
        "use std::fs as disk;",
        "use std as all;",
        "use std::*;",
        "fn f() { std::io::stdout(); }",
        "fn f() { io::stdin(); }",
        "use std::io::Read;",
        "fn f() { jiff::Zoned::now(); }",
        "use std::time::SystemTime;",
        "fn f() { let at = Clock::now(); }",
        "fn f() { std::panic::set_hook(g()); }",
        "use std::process;",
        "const X: &str = env!(\"X\");",
        "const X: &str = include_str!(\"x\");",
    ] {
        assert!(!of(text).is_empty(), "{text}");
    }
    for text in [
        "use std::fmt::Write as _; use std::collections::{BTreeMap, BTreeSet};",
        "fn f(now: u8) -> String { format!(\"std::fs {now}\") } // println!()",
    ] {
        assert!(of(text).is_empty(), "{text}: {:#?}", of(text));
    }
    let house = House::of([("src/cli/output.rs", "use std::fs; fn f() { println!(); }")]);
    assert!(strays(&house, crate::HANDS).is_empty());
}

fn circles(files: &[(&str, &str)], known: &[circles::Known]) -> Vec<String> {
    circles::faults(&circles::needs(&House::of(files.iter().copied())), known)
}

#[test]
fn a_circle_is_told_step_by_step() {
    let files = [
        ("src/lib.rs", "pub mod gate; pub mod report;"),
        ("src/gate/mod.rs", "use crate::report::A;"),
        ("src/report/mod.rs", "mod a; mod b; mod c; pub use a::A; pub use b::B;"),
        ("src/report/a.rs", "pub struct A(super::B);"),
        ("src/report/b.rs", "use super::c;\npub struct B(c::C);"),
        ("src/report/c.rs", "\nuse super::A;\npub struct C(A);"),
    ];
    assert_eq!(
        circles(&files, &[]),
        ["a circle within a room:\n  \
          src/report/a.rs:1: `super::B` → src/report/b.rs\n  \
          src/report/b.rs:1: `super::c` → src/report/c.rs\n  \
          src/report/c.rs:2: `super::A` → src/report/a.rs"]
    );
    let step = |file, needs| circles::Known { file, needs, why: "shown" };
    let known = step("src/report/c.rs", &["src/report/a.rs"]);
    assert!(circles(&files, &[known]).is_empty());
    let idle = step("src/gate/mod.rs", &["src/report/a.rs"]);
    assert_eq!(
        circles(&files, &[known, idle]),
        ["src/gate/mod.rs → src/report/a.rs closes no circle any more"]
    );
    let gone = step("src/report/a.rs", &["src/report/c.rs"]);
    assert_eq!(
        circles(&files, &[known, gone]),
        [
            "src/report/a.rs doesn't need src/report/c.rs any more",
            "src/report/a.rs → src/report/c.rs closes no circle any more",
        ]
    );
}

#[test]
fn a_circle_between_rooms_is_called_one() {
    let files = [
        ("src/lib.rs", "pub mod gate; pub mod report;"),
        ("src/gate/mod.rs", "use crate::report::A;\npub struct B(A);"),
        ("src/report/mod.rs", "use crate::gate::B;\npub struct A(Box<B>);"),
    ];
    let faults = circles(&files, &[]);
    assert!(faults.len() == 1 && faults[0].starts_with("a circle between rooms:"), "{faults:#?}");
}

#[test]
fn passing_a_name_on_is_no_circle_and_naming_it_is() {
    let child = ("src/report/a.rs", "use super::Look;\npub struct A(Look);");
    let lib = ("src/lib.rs", "pub mod report;");
    let passes_on = "mod a; pub use a::A;\npub struct Look;";
    assert!(circles(&[lib, ("src/report/mod.rs", passes_on), child], &[]).is_empty());
    let names = "mod a; pub use a::A;\npub struct Look;\nfn f(a: A) {}";
    assert_eq!(circles(&[lib, ("src/report/mod.rs", names), child], &[]).len(), 1);
    let calls = "mod a;\npub struct Look;\nfn f() { a::f() }";
    assert_eq!(circles(&[lib, ("src/report/mod.rs", calls), child], &[]).len(), 1);
}

#[test]
fn what_only_tests_need_is_no_circle() {
    let files = [
        ("src/lib.rs", "pub mod report;"),
        ("src/report/mod.rs", "mod a; mod b;"),
        ("src/report/a.rs", "use super::b::B;\npub struct A(B);"),
        (
            "src/report/b.rs",
            "pub struct B;\n#[cfg(test)]\nmod tests {\n    use crate::report::a::A;\n}",
        ),
    ];
    assert!(circles(&files, &[]).is_empty());
}

#[test]
fn every_circle_is_told_of_and_not_only_the_first() {
    let files = [
        ("src/lib.rs", "pub mod report;"),
        ("src/report/mod.rs", "mod a; mod b; mod list;"),
        ("src/report/list.rs", "use super::{a, b};\npub struct Format;"),
        ("src/report/a.rs", "use super::list::Format;"),
        ("src/report/b.rs", "use super::list::Format;"),
    ];
    assert_eq!(circles(&files, &[]).len(), 2);
    let needs: &[&str] = &["src/report/a.rs", "src/report/b.rs"];
    let known = |why| circles::Known { file: "src/report/list.rs", needs, why };
    assert!(circles(&files, &[known("shown")]).is_empty());
    assert_eq!(circles(&files, &[known("")]), ["src/report/list.rs: nothing says why"]);
}
