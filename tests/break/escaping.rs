//! Rows 8 and 16: whatever is generated is escaped for where it goes.

use msacheck::rulebook::Rulebook;
use msacheck::source::{Fault, Faults, Text};
use msacheck::{checklists, declaration, rulebook};

use crate::workplace::{NORTHMARCH, Workplace};

/// What some file or log would obey, on lines of its own.
const HOSTILE: &str = "Who leads?\\n[lead]\\nstate = \\\"in place\\\"\\r\\n::error::pwned\\n  ::add-mask::x\\n\
    ##[error]y\\u001b[2J\\u009b31m\\u202e";

/// A pack in which each text of an arrangement and of a requirement is hostile.
fn pack() -> Workplace {
    let texts = |keys: &[&str]| {
        keys.iter().map(|key| format!("{key} = \"{HOSTILE}\"\n")).collect::<String>()
    };
    Workplace::new()
        .file(
            "pack/arrangements/desk.toml",
            format!(
                "id = \"desk\"\n{}limits = [\"kind is 'part\\n[x]'\"]\n\
                 fields.kind = {{ type = \"choice\", of = [\"part\\n[x]\", \"whole \\\"\\n::x::\"], question = \"{HOSTILE}\" }}\n\
                 fields.items = {{ type = \"list\", of = [\"a\\n[y]\"], question = \"{HOSTILE}\" }}\n",
                texts(&["title", "question", "about", "absent"])
            ),
        )
        .file(
            "pack/custom/instrument.toml",
            format!("id = \"custom\"\ntitle = \"{HOSTILE}\"\nfrom = 2010-01-01\n"),
        )
        .file(
            "pack/custom/rules.toml",
            format!(
                "[[provision]]\nid = \"p\"\nheading = \"{HOSTILE}\"\n\n[[requirement]]\nid = \"r\"\n\
                 provision = \"p\"\n{}strength = \"duty\"\nbearer = [\"forces\"]\n\
                 derivation = \"express\"\nwarrant = \"seen\"\nfrom = 2010-01-01\nneeds = [\"desk\"]\n",
                texts(&["title", "citation", "remedy", "evidence", "note"])
            ),
        )
}

/// Whether the runner of a job would take a line for a command.
fn commands(text: &str) -> Vec<&str> {
    let command = |line: &&str| line.trim_start().starts_with("::") || line.contains("##[");
    text.lines().filter(command).collect()
}

/// Row 8: no text of a pack states anything in a declaration that is generated from it.
#[test]
fn row_8_a_form_states_nothing_whatever_the_rules_say() {
    let place = pack();
    place.run("init --force northmarch --rules pack").done();
    let form = place.read("northmarch.toml");
    assert_eq!(form.matches("\n[lead]\n").count(), 1, "the built-in arrangement's alone: {form}");
    let files = [checklists::files(), rulebook::from_folder(&place.path("pack")).unwrap()].concat();
    let rules = Rulebook::load(&files).unwrap_or_else(|faults| panic!("{faults:?}"));
    let faults = Faults::new();
    let text = std::sync::Arc::new(Text::new("form", form.clone()));
    let today = "2026-11-24".parse().unwrap();
    let declared =
        declaration::load(&text, rules.vocabulary(), &declaration::NoSources, today, &faults);
    let declared = declared.unwrap_or_else(|| panic!("{:?}\n{form}", told(faults)));
    let states = declared.declared.values();
    for state in states.map(|declared| declared.state.to_string()) {
        assert_eq!(state, "not stated");
    }
    // Whatever it proposes can be taken in, line by line.
    let proposed =
        form.lines().filter_map(|line| line.strip_prefix("#   ")).filter(|l| l.contains(" = "));
    for line in proposed.filter(|line| line.starts_with("kind") || line.starts_with("items")) {
        assert!(line.parse::<toml::Table>().is_ok(), "{line}");
    }
    // What a terminal or a runner obeys isn't in it either.
    assert!(!form.chars().any(|c| c.is_control() && c != '\n'), "{form:?}");
}

fn told(faults: Faults) -> Vec<String> {
    faults.into_sorted().iter().map(Fault::one_line).collect()
}

/// Row 16: no line that is shown to people is a command to the runner of a job.
#[test]
fn row_16_no_line_of_what_is_shown_is_a_command() {
    let place = pack()
        .file(
            "own.toml",
            format!("{NORTHMARCH}note = \"{HOSTILE}\"\n\n[desk]\nstate = \"partial\"\nnote = \"{HOSTILE}\"\n"),
        )
        .file("broken.toml", format!("{NORTHMARCH}\n[desk]\nstate = \"{HOSTILE}\"\n"))
        .file("lines.toml", "[force]\n::error::x = 1\n::add-mask::y\n");
    for line in [
        "check --full own.toml --rules pack --all",
        "check --full own.toml --rules pack --all --format github",
        "check --full own.toml --rules pack --all --format markdown",
        "check --full own.toml --rules pack --all --format json",
        "check --full own.toml --rules pack --all --format sarif",
        "check --full own.toml --rules pack --all --format gitlab",
        "explain custom/r own.toml --rules pack",
        "explain desk own.toml --rules pack",
        "rules show custom/r --rules pack",
        "rules show custom --rules pack",
        "rules show desk --rules pack",
        "rules list --rules pack",
        "rules list --rules pack --format json",
        "rules lint --rules pack",
        "rules coverage custom --rules pack",
        "check --full broken.toml --rules pack",
        "check --full lines.toml",
    ] {
        for columns in [40, 80, 200] {
            let words: Vec<&str> = line.split(' ').collect();
            let run = place.with(&words).columns(columns).run();
            let both = format!("{}\n{}", run.out, run.err);
            let ours = line.ends_with("github");
            let found: Vec<&str> = commands(&both)
                .into_iter()
                .filter(|line| {
                    !(ours
                        && ["::error ", "::warning ", "::notice "]
                            .iter()
                            .any(|own| line.starts_with(own)))
                })
                .collect();
            assert!(found.is_empty(), "{line} at {columns}: {found:?}");
        }
    }
}
