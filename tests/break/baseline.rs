//! Rows 4, 9 and 20: what a baseline rests on, what was taken out of it by hand, and who writes at once.

use std::fs;

use crate::told;
use crate::workplace::Workplace;

/// A requirement of Northmarch's own, which asks for this.
fn pack(place: Workplace, needs: &str) -> Workplace {
    let arrangement = |id: &str| {
        format!(
            "id = \"{id}\"\ntitle = \"{id}\"\nquestion = \"Is there one?\"\n\
                 [fields.staffed]\ntype = \"yes/no\"\nquestion = \"Is it staffed?\"\n"
        )
    };
    place
        .file("pack/arrangements/beacon.toml", arrangement("beacon"))
        .file("pack/arrangements/wardens.toml", arrangement("wardens"))
        .file(
            "pack/northmarch-plan/instrument.toml",
            "id = \"northmarch-plan\"\ntitle = \"Northmarch plan\"\nfrom = 2024-01-01\n",
        )
        .file(
            "pack/northmarch-plan/rules.toml",
            format!(
                "[[provision]]\nid = \"p1\"\nheading = \"Watch\"\n[[requirement]]\nid = \"watch\"\n\
                 title = \"There is a watch\"\nprovision = \"p1\"\ncitation = \"Plan, 1\"\n\
                 strength = \"commitment\"\nbearer = [\"forces\"]\nderivation = \"express\"\n\
                 warrant = \"seen\"\nfrom = 2024-01-01\nneeds = [{needs}]\nremedy = \"Watch.\"\n"
            ),
        )
}

const CHECK: &str = "check --full --rules pack northmarch.toml --baseline baseline.toml";
const BEACON: &str = "[beacon]\nstate = \"in place\"\nstaffed = true\n";
const NO_BEACON: &str = "[beacon]\nstate = \"absent\"\nstaffed = true\n";

/// Recorded by rules that ask for wardens, of whom nothing is said.
fn recorded(needs: &str) -> Workplace {
    let place = pack(Workplace::new().declared("northmarch.toml", BEACON), needs);
    place.run("baseline --rules pack northmarch.toml").done();
    place
}

/// The file in the form before today's.
pub(crate) fn earlier(baseline: &str) -> String {
    let (mut out, mut skips, mut states) = (String::new(), false, false);
    for line in baseline.lines() {
        if line.starts_with('[') {
            skips = line.ends_with(".attributes]");
            states = line.ends_with(".state]");
        }
        let list = ["rules = [", "inputs = [", "switched_off = [", "met = [", "not_assessed = ["];
        let of_ground = list.iter().any(|key| line.starts_with(key)) || line.starts_with("kind = ");
        let silent = states && line.ends_with("= \"not stated\"");
        if !(skips || of_ground || silent || line.starts_with("  \"") || line == "]") {
            out += &line.replace("baseline/2", "baseline/1").replace(".state]", ".stated]");
            out.push('\n');
        }
    }
    out
}

#[test]
fn row_4_under_other_rules_what_fell_fails_and_nothing_else() {
    for form in ["today's", "earlier"] {
        let in_form = |place: Workplace| {
            let file = place.read("baseline.toml");
            let file = if form == "earlier" { earlier(&file) } else { file };
            place.file("baseline.toml", file)
        };
        // The gap that is known asks for something else now, which fell.
        let place = in_form(recorded("\"wardens\"")).declared("northmarch.toml", NO_BEACON);
        let run = pack(place, "\"beacon\"").run(CHECK).failed();
        assert!(told(&run).contains("beacon was in place, is absent"), "{form}: {run}");
        // Nothing fell: what can't be compared is told, and passes.
        let place = pack(in_form(recorded("\"wardens\"")), "\"wardens\", \"beacon where staffed\"");
        let run = place.run(CHECK).done();
        let how = if form == "earlier" {
            "the baseline is of an earlier form"
        } else {
            "the baseline was recorded by other rules"
        };
        assert!(told(&run).contains(how), "{form}: {run}");
        let csv = place.run(&format!("{CHECK} --format csv")).done().out;
        assert!(csv.contains("nothing to compare with: beacon where staffed"), "{form}: {csv}");
    }
}

#[test]
fn row_4_a_rule_that_there_was_not_fails_only_where_something_fell() {
    let place = recorded("\"wardens\"");
    let rules = place.read("pack/northmarch-plan/rules.toml");
    let (_, requirement) = rules.split_once("[[requirement]]").unwrap();
    let more = requirement.replace("\"watch\"", "\"light\"").replace("\"wardens\"", "\"beacon\"");
    let place = place.file(
        "pack/northmarch-plan/rules.toml",
        format!("{rules}\n[[requirement]]{}", more.replace("\"beacon\"", "\"wardens\"")),
    );
    let run = place.run(CHECK).done();
    assert!(
        told(&run).contains("1 gap is of a rule that the baseline's rules didn't have"),
        "{run}"
    );
    let place = place
        .file("pack/northmarch-plan/rules.toml", format!("{rules}\n[[requirement]]{more}"))
        .declared("northmarch.toml", NO_BEACON);
    let run = place.run(CHECK).failed();
    assert!(told(&run).contains("beacon was in place, is absent"), "{run}");
    // One that was met by the rules then is no new rule.
    let place = recorded("\"beacon\"").declared("northmarch.toml", BEACON);
    let place = pack(place, "\"beacon\", \"wardens\"");
    let run = place.run(CHECK).failed();
    assert!(told(&run).contains("new since the baseline"), "{run}");
}

#[test]
fn row_9_what_was_taken_out_by_hand_is_refused() {
    let place = recorded("\"wardens\", \"beacon where not staffed\"");
    let whole = place.read("baseline.toml");
    let without = |line: &str| {
        assert!(whole.contains(line), "{line} isn't in\n{whole}");
        let kept = whole.lines().filter(|own| *own != line && !own.starts_with(line));
        kept.map(|line| format!("{line}\n")).collect::<String>()
    };
    let gap = "[force.northmarch.gap.\"northmarch-plan/watch\"]";
    let (before, own) = whole.split_once(gap).unwrap();
    let (own, after) = own.split_once("\n[").unwrap_or((own, ""));
    let needless: String = own
        .lines()
        .filter(|line| !line.starts_with("need"))
        .map(|line| format!("{line}\n"))
        .collect();
    let changes = [
        ("every need", format!("{before}{gap}{needless}\n[{after}").replace("\n[\n", "\n")),
        ("a condition", without("need.\"beacon where not staffed\"")),
        ("a need", without("need.wardens")),
        ("a state", without("wardens = \"not stated\"")),
        ("another state", whole.replace("\nbeacon = \"in place\"", "\nbeacon = \"partial\"")),
        ("the kind", without("kind = ")),
    ];
    for (what, body) in changes {
        assert_ne!(body, whole, "{what}");
        let place = pack(
            Workplace::new().declared("northmarch.toml", BEACON),
            "\"wardens\", \"beacon where not staffed\"",
        )
        .file("baseline.toml", body);
        let run = place.run(CHECK).wrong();
        let told =
            run.err.contains("baseline::incomplete") || run.err.contains("toml::missing-key");
        assert!(told, "{what}: {run}");
        if what == "a condition" {
            run.golden_in("break", "incomplete");
        }
    }
    // In the earlier form a gap without needs is refused as well.
    let place = place.file("baseline.toml", earlier(&whole.replace("need.", "#")));
    assert!(place.run(CHECK).wrong().err.contains("baseline::incomplete"));
}

#[test]
fn row_9_what_no_rule_has_is_named() {
    let place = recorded("\"wardens\"");
    let strange = place
        .read("baseline.toml")
        .replace("northmarch-plan/watch", "northmarch-plan/wach")
        .replace(
            "\n[force.northmarch.state]\n",
            "\n[force.northmarch.state]\nbeecon = \"partial\"\n",
        );
    let place = place.file("baseline.toml", strange);
    let run = place.run(CHECK).failed();
    for name in
        ["there is no requirement `northmarch-plan/wach`", "there is no arrangement `beecon`"]
    {
        assert!(told(&run).contains(name), "{run}");
    }
    // Digests that are none, too.
    let body = place.read("baseline.toml").replacen("rules = [\n", "rules = [\n  \"abc\",\n", 1);
    let place = place.file("baseline.toml", body);
    place
        .run("baseline --rules pack northmarch.toml --prune")
        .wrong()
        .golden_in("break", "unknown-names");
}

#[test]
fn row_20_who_writes_at_once_loses_nothing() {
    let ids = ["northmarch", "eastmere", "westhaven", "southford", "midvale", "oldport"];
    let mut place = Workplace::new();
    for id in ids {
        let body = format!("[force]\nid = \"{id}\"\nkind = \"territorial\"\nas_of = 2026-03-31\n");
        place = place.file(&format!("{id}.toml"), body);
    }
    place.run("baseline northmarch.toml").done();
    for _ in 0..3 {
        let runs: Vec<_> = ids[1..]
            .iter()
            .map(|id| {
                let line = format!("baseline {id}.toml --overwrite");
                let words: Vec<&str> = line.split(' ').collect();
                place.with(&words).command().spawn().unwrap()
            })
            .collect();
        let statuses: Vec<_> = runs.into_iter().map(|mut run| run.wait().unwrap()).collect();
        let file = place.read("baseline.toml");
        for (id, status) in ids[1..].iter().zip(statuses) {
            let is_there = file.contains(&format!("[force.{id}]"));
            assert!(is_there == status.success() && (is_there || status.code() == Some(2)), "{id}");
        }
        assert!(file.contains("[force.northmarch]"));
        place.without("baseline.toml");
        place.run("baseline northmarch.toml").done();
    }
}

#[cfg(unix)]
#[test]
fn row_20_who_can_not_have_a_turn_is_told() {
    let place = Workplace::new().declared("northmarch.toml", "");
    let folder = fs::File::open(place.path("")).unwrap();
    folder.lock().unwrap();
    place.run("baseline northmarch.toml").wrong().golden_in("break", "busy");
    drop(folder);
    place.run("baseline northmarch.toml").done();
}
