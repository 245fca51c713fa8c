//! Row 23: small things, each of which stands for its kind.

use crate::workplace::{NORTHMARCH, Workplace};

#[test]
fn row_23_one_month_is_no_months() {
    let place = Workplace::new()
        .file(
            "rules/arrangements/protocol.toml",
            "id = \"protocol\"\ntitle = \"Protocol\"\nquestion = \"Is there a protocol?\"\n\
             fields.reviewed = { type = \"date\", question = \"When was it reviewed?\" }\n",
        )
        .file("rules/custom/instrument.toml", "id = \"custom\"\ntitle = \"Custom\"\nfrom = 2010-01-01\n")
        .file(
            "rules/custom/rules.toml",
            "[[provision]]\nid = \"p\"\nheading = \"Reviews\"\n\n[[requirement]]\nid = \"r\"\ntitle = \"T\"\n\
             provision = \"p\"\ncitation = \"There\"\nstrength = \"duty\"\nbearer = [\"forces\"]\n\
             derivation = \"express\"\nwarrant = \"seen\"\nfrom = 2010-01-01\n\
             needs = [\"protocol where reviewed within 1 months\", \"protocol where reviewed within 2 months\"]\n\
             remedy = \"Review it.\"\n",
        );
    let run = place.run("rules show custom/r --rules rules").done();
    assert!(run.out.contains("within 1 month\n") && run.out.contains("within 2 months\n"), "{run}");
}

#[test]
fn row_23_a_number_that_is_too_large_is_called_so() {
    for number in ["9223372036854775808", "-99999999999999999999", "0xffff_ffff_ffff_ffff"] {
        let place = Workplace::new().declared(
            "own.toml",
            &format!(
                "[[source]]\nid = \"s\"\ntitle = \"S\"\n\n[lead]\nstate = \"in place\"\n\
                 evidence = [{{ source = \"s\", page = {number} }}]\n"
            ),
        );
        let run = place.run("check --full own.toml").wrong();
        let says = "`page` must be a whole number; this is a whole number that is too large";
        let said = run.err.split_whitespace().collect::<Vec<_>>().join(" ").replace("│ ", "");
        assert!(said.contains(says), "{run}");
    }
}

#[test]
fn row_23_a_carriage_return_moves_nothing_that_is_shown() {
    // The run itself refuses whatever a terminal would obey.
    let place = Workplace::new()
        .file("own.toml", format!("{NORTHMARCH}[lead]\nstate = \"what\rever\" # a\rb\n"))
        .file(
            "lines.toml",
            format!("{NORTHMARCH}[lead]\nstate = \"whatever\"\n").replace('\n', "\r\n"),
        )
        .file("bare.toml", "[force]\rid = 1\r");
    for line in ["check --full own.toml", "check --full lines.toml", "check --full bare.toml"] {
        place.run(line).wrong();
    }
}

#[test]
fn row_23_a_schema_is_as_harmless_as_any_json() {
    let place = Workplace::new().file(
        "pack/arrangements/desk.toml",
        "id = \"desk\"\ntitle = \"Desk\"\nquestion = \"Is\u{202e} there\u{9b} one?\"\n\
         fields.kind = { type = \"choice\", of = [\"a\u{202e}\u{9b}\", \"b\"], question = \"Which\u{2066}?\" }\n",
    );
    for kind in ["declaration", "rules", "context"] {
        let run = place.run(&format!("rules schema {kind} --rules pack")).done().quiet();
        serde_json::from_str::<serde_json::Value>(&run.out).unwrap();
    }
}
