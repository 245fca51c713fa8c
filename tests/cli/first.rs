//! What comes first: the same in every format, whatever the gate says, and each missing thing once.

use crate::workplace::{NORTHMARCH, Workplace};

/// A force without a coordinator, of which a duty isn't evidenced.
fn without_a_coordinator() -> Workplace {
    Workplace::new().file("a.toml", format!("{NORTHMARCH}\n[coordinator]\nstate = \"absent\"\n"))
}

const DECLARED: &str = "The force has a coordinator or tactical point of contact";
const SILENT: &str = "A procedure has every case notified";

#[test]
fn what_is_declared_to_be_missing_stands_before_what_is_silent() {
    let place = without_a_coordinator();
    for more in ["", " --fail-on not-evidenced"] {
        for format in
            ["table --full", "html", "html --brief", "markdown", "csv", "github", "gitlab"]
        {
            let run = place.run(&format!("check{more} --format {format} a.toml"));
            let out = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
            // The table names what is silent by its id alone; the short report names the duties first.
            let silent = match format {
                "table --full" => "act-2015/s52-notify",
                "html --brief" => "Notification to the Home Office",
                _ => SILENT,
            };
            let declared =
                out.find(if format == "table --full" { "no coordinator" } else { DECLARED });
            let (declared, silent) = (declared.expect(format), out.find(silent).expect(format));
            assert!(declared < silent, "{format}{more}: {out}");
        }
    }
}

#[test]
fn the_first_thing_to_do_is_what_the_force_itself_says_is_missing() {
    let place = without_a_coordinator();
    for format in ["html", "html --brief", "markdown --brief"] {
        let out = place.run(&format!("check --format {format} a.toml")).done().out;
        let (_, first) = out.split_once("What to do first").expect(format);
        let end = if format == "html" { "<nav" } else { "Declared gaps" };
        let (first, _) = first.split_once(end).expect(format);
        let (at, next) = (first.find(DECLARED).expect(format), first.find("(duty)"));
        assert!(next.is_none_or(|next| at < next), "{format}: {first}");
    }
    let out = place.run("check a.toml").done().out;
    assert!(out.contains("msacheck explain strategy-2014/pursue-spoc "), "{out}");
}

#[test]
fn one_missing_thing_is_named_once_with_all_that_it_is_behind() {
    let place = Workplace::with_samples();
    let line = "check --brief --format markdown samples/west-midlands-2017.toml";
    let out = place.run(line).done().out;
    let (_, gaps) = out.split_once("## Declared gaps").unwrap();
    let (gaps, _) = gaps.split_once("## Not evidenced").unwrap();
    assert_eq!(gaps.matches("No dedicated investigators").count(), 1, "{gaps}");
    assert!(gaps.contains("The same is behind 1 other gap: The force has capacity"), "{gaps}");
}
