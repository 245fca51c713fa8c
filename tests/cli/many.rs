//! `compare` of more declarations than it holds at a time.

use std::path::{Path, PathBuf};

use msacheck::check::{AskedRules, Check, Disk, Gathered};
use msacheck::compare::{Asked, By, Comparison, Lost, Territory};
use msacheck::report::{COMPARISON_FORMATS, ComparisonFormat, ComparisonOptions};

use crate::workplace::{NORTHMARCH, Workplace};

const FORCES: usize = 41;
const YEARS: usize = 7;

/// A force of which there are more dates than are assessed in one go, and how many.
const OFTEN: (usize, usize) = (5, 40);

/// A force at one of its dates.
fn made_up(force: usize, at: usize, day: &str) -> String {
    let states = ["absent", "planned", "partial", "in place", "withheld"];
    let state = states[(force + 3 * at) % states.len()];
    let own = NORTHMARCH.replace("northmarch", &format!("made-up-{force:02}"));
    format!("{}\n[guidance]\nstate = \"{state}\"\n", own.replace("2026-03-31", day))
}

/// The dates of the force that has many.
fn often(mut place: Workplace) -> Workplace {
    let (force, dates) = OFTEN;
    for at in 0..dates {
        let day = format!("{}-{:02}-28", 2019 + at / 12, at % 12 + 1);
        place = place.file(&format!("forces/{force:02}-{at}.toml"), made_up(force, at, &day));
    }
    place
}

/// More declarations than are held, two of one day and one that can't be read among them.
fn territory() -> Workplace {
    let mut place = often(Workplace::new());
    for force in (0..FORCES).filter(|force| *force != OFTEN.0) {
        for year in 0..YEARS {
            let text = made_up(force, year, &format!("{}-03-31", 2019 + year));
            place = place.file(&format!("forces/{force:02}-{year}.toml"), text);
        }
    }
    let again = NORTHMARCH.replace("northmarch", "made-up-03").replace("2026-03-31", "2021-03-31");
    place
        .file("forces/again.toml", again)
        .file("forces/broken.toml", format!("{NORTHMARCH}\n[leed]\nstate = \"in place\"\n"))
        .file("forces/early.toml", NORTHMARCH.replace("2026-03-31", "1999-03-31"))
}

/// The comparison with everything held at once.
fn held(folder: &Path, format: &ComparisonFormat, asked: &Asked) -> Vec<u8> {
    let rules = AskedRules::built_in().unwrap();
    let check = Check::new(&rules, &Disk, "2026-11-28".parse().unwrap());
    let inputs = [folder.join("forces")];
    let Gathered { declarations, failed, lost, .. } = check.gather_dates(&inputs).unwrap();
    let result = check.assess(declarations, failed).result().unwrap();
    let lost = lost.into_iter().map(|file| Lost { file }).collect();
    let territory = Territory::of(vec![result], lost).unwrap();
    let options = ComparisonOptions { width: 80, colour: false, full: false };
    (format.render)(&Comparison::of(&territory, asked), options).unwrap()
}

#[test]
fn one_force_after_the_other_is_the_same_as_all_at_once() {
    let place = territory();
    let folder = place.path("forces");
    let folder: PathBuf = folder.parent().unwrap().to_owned();
    let lines = COMPARISON_FORMATS.iter().filter(|format| format.pieces.is_some());
    assert_eq!(lines.clone().count(), 2, "csv and ndjson");
    for format in lines {
        for by in [By::Requirement, By::Arrangement, By::Instrument] {
            let asked = Asked { by, group_by: None, ties: Default::default() };
            let line = format!("compare --format {} --by {by} forces", format.name);
            let run = place.run(&line).incomplete();
            for named in ["again.toml", "03-2.toml", "broken.toml", "early.toml"] {
                assert!(run.err.contains(named), "{named}: {}", run.err);
            }
            let whole = String::from_utf8(held(&folder, format, &asked)).unwrap();
            let whole = whole.replace(&format!("{}/", folder.display()), "");
            assert!(run.out == whole, "{} by {by}", format.name);
            let alone = place.run(&format!("{line} --jobs 1"));
            assert!(run.out == alone.out, "{} by {by} on one thread", format.name);
        }
    }
}

#[test]
fn one_force_alone_has_every_date_and_what_changed_since_the_one_before() {
    let place = often(Workplace::new());
    let folder = place.path("forces");
    let folder = folder.parent().unwrap();
    let asked = Asked { by: By::Arrangement, group_by: None, ties: Default::default() };
    for format in COMPARISON_FORMATS.iter().filter(|format| format.pieces.is_some()) {
        let run = place.run(&format!("compare --format {} --by arrangement forces", format.name));
        let whole = String::from_utf8(held(folder, format, &asked)).unwrap();
        assert!(run.out == whole.replace(&format!("{}/", folder.display()), ""), "{}", format.name);
        let changed = run.out.matches("improved").count();
        assert!(changed >= OFTEN.1 / 5, "{}: {changed}", format.name);
    }
}

#[test]
fn a_hundred_forces_with_older_dates_are_told_of_in_one_breath() {
    let place = territory();
    let run = place.run("check --format ndjson forces");
    assert_eq!(run.err.matches("passed-over").count(), 1, "{}", run.err);
    let told = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("other dates of 40 forces were passed over"), "{told}");
}
