//! Dates of which the day isn't known, and the day that is today.

use crate::workplace::{NORTHMARCH, Workplace};

/// A pack with one requirement: a review within a year.
fn reviewed() -> Workplace {
    Workplace::new()
        .file(
            "rules/arrangements/protocol.toml",
            "id = \"protocol\"\ntitle = \"Protocol\"\nquestion = \"Is there a protocol?\"\n\
             fields.reviewed = { type = \"date\", question = \"When was it reviewed?\" }\n",
        )
        .file(
            "rules/custom/instrument.toml",
            "id = \"custom\"\ntitle = \"Custom\"\nfrom = 2010-01-01\n",
        )
        .file(
            "rules/custom/rules.toml",
            "[[provision]]\nid = \"p\"\nheading = \"Reviews\"\n\n[[requirement]]\nid = \"review\"\n\
             title = \"The protocol was reviewed\"\nprovision = \"p\"\ncitation = \"There\"\n\
             strength = \"duty\"\nbearer = [\"forces\"]\nderivation = \"express\"\nwarrant = \"seen\"\n\
             from = 2010-01-01\nneeds = [\"protocol where reviewed within 12 months\"]\n\
             remedy = \"Review it.\"\n",
        )
}

/// Row 7: of a partial date, the end counts that is worse for the claim, but for `since`: what is said to
/// stand has begun.
#[test]
fn row_7_a_year_may_mean_a_day_that_is_to_come() {
    for (facts, reviewed_on, outcome) in [
        ("2017-06-30", "\"2017\"", "not evidenced"),
        ("2017-06-30", "\"2017-06\"", "met"),
        ("2017-06-29", "\"2017-06\"", "not evidenced"),
        ("2017-12-31", "\"2017\"", "met"),
        ("2017-06-30", "\"2016\"", "not met"),
        ("2017-06-30", "\"2016-07\"", "met"),
        ("2017-06-30", "2017-06-30", "met"),
    ] {
        let force = NORTHMARCH.replace("2026-03-31", facts);
        let place = reviewed().file(
            "own.toml",
            format!("{force}\n[protocol]\nstate = \"in place\"\nreviewed = {reviewed_on}\n"),
        );
        let run = place.run("explain custom/review own.toml --rules rules").done();
        let head = format!("as at {facts}: {outcome}\n");
        assert!(run.out.contains(&head), "{reviewed_on} on {facts}: {run}");
    }
    let place = reviewed().declared(
        "own.toml",
        "[protocol]\nstate = \"in place\"\nsince = \"2026\"\nreviewed = 2026-01-01\n",
    );
    let run = place.run("explain custom/review own.toml --rules rules").done();
    assert!(run.out.contains("as at 2026-03-31: met\n"), "{run}");
}

/// Row 17: "is after" is said of what is after, and "is or may be" of what may be.
#[test]
fn row_17_what_may_be_later_isnt_said_to_be() {
    let place = reviewed().file(
        "own.toml",
        format!("{NORTHMARCH}\n[protocol]\nstate = \"in place\"\nreviewed = \"2026\"\n"),
    );
    let may_be = "which is or may be after the day assessed: it counts as not stated";
    let run = place
        .with(&["explain", "custom/review", "own.toml", "--rules", "rules"])
        .columns(200)
        .run();
    assert!(run.out.contains(&format!("reviewed is 2026, {may_be}")), "{run}");
    let run = place.run("explain custom/review own.toml --rules rules --as-of 2025-03-01");
    let words = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(may_be), "{run}");
}

/// Row 19: whatever the zone of the machine, and whether it knows any, today is the day in London.
#[test]
fn row_19_today_is_the_same_wherever_the_program_runs() {
    let today = |zone: Option<&str>| {
        let place = Workplace::new();
        let mut command = place.with(&["init", "--force", "northmarch"]).command();
        // As a user types it: the tests' own day is left out.
        let args: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
        let kept = args.iter().position(|arg| arg == "--today").unwrap_or(args.len());
        let mut plain = std::process::Command::new(command.get_program());
        plain.args(&args[..kept]).current_dir(place.path("")).env_clear();
        plain.envs(zone.map(|zone| ("TZ", zone)));
        command = plain;
        assert!(command.output().unwrap().status.success());
        let form = place.read("northmarch.toml");
        form.lines().find(|line| line.starts_with("as_of")).unwrap().to_owned()
    };
    let zones = ["AAA+12", "AAA-12", "Etc/GMT+12", "Pacific/Kiritimati", "No/Such_Zone", "", ":/x"];
    // The day may end in London while this runs: then, all of it is asked once more.
    let agree = || {
        let here = today(None);
        zones.iter().all(|zone| today(Some(zone)) == here)
    };
    assert!(agree() || agree());
}

/// Row 19: where today decided, it says of which zone it is the day.
#[test]
fn row_19_the_zone_is_printed_where_today_decided() {
    let waiver = "[[waiver]]\nrequirement = \"act-2015/s52-notify\"\nreason = \"In hand.\"\n\
                  owner = \"Head of crime\"\nlast_day = 2026-11-24\n";
    let place = Workplace::new()
        .declared("own.toml", "")
        .file("msacheck.toml", format!("[gate]\n{waiver}"));
    for (today, holds) in [("2026-11-24", true), ("2026-11-25", false)] {
        let run = place.run(&format!("check --full own.toml --today {today}")).failed();
        assert!(run.out.contains(&format!("today, {today} in Europe/London")), "{run}");
        assert_eq!(run.out.contains("Waived: 1."), holds, "{run}");
        let run = place.run(&format!("check --full own.toml --format markdown --today {today}"));
        assert!(run.out.contains(today) && run.out.contains("Europe/London"), "{run}");
    }
}
