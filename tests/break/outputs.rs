//! Rows 13 and 14: outputs never take the place of what is read, and each file loads once.

use crate::workplace::{NORTHMARCH, Workplace};

const PACK: &str = "id = \"beacon\"\ntitle = \"Beacon\"\nquestion = \"Is there one?\"\n";

/// A project with a file of every kind that is read.
fn project() -> Workplace {
    let declared = format!(
        "{NORTHMARCH}\n[[source]]\nid = \"book\"\ntitle = \"Book\"\nfile = \"paper.txt\"\n\n\
         [lead]\nstate = \"partial\"\nevidence = [{{ source = \"book\" }}]\n"
    );
    let place = Workplace::new()
        .file("facts/northmarch.toml", declared)
        .file("facts/paper.txt", "We have a part-time lead on modern slavery.")
        .file("pack/arrangements/beacon.toml", PACK)
        .file("read.toml", "")
        .file("baseline.toml", "schema = \"msacheck/baseline/1\"\n")
        .file(
            "msacheck.toml",
            "check = [\"facts\"]\nrules = [\"pack\"]\nconfirmations = [\"read.toml\"]\n\
             [gate]\nbaseline = \"baseline.toml\"\n",
        );
    #[cfg(unix)]
    std::os::unix::fs::symlink("facts/paper.txt", place.path("link.txt")).unwrap();
    place
}

const READ: [&str; 6] = [
    "facts/northmarch.toml",
    "facts/paper.txt",
    "pack/arrangements/beacon.toml",
    "read.toml",
    "baseline.toml",
    "msacheck.toml",
];

#[test]
fn row_13_no_report_takes_the_place_of_what_is_read() {
    let place = project();
    let before: Vec<String> = READ.iter().map(|name| place.read(name)).collect();
    let mut outputs: Vec<String> = READ.iter().map(|name| (*name).to_owned()).collect();
    outputs.push("./facts/../facts/paper.txt".to_owned());
    #[cfg(unix)]
    outputs.push("link.txt".to_owned());
    for output in &outputs {
        for line in [
            format!("check --full --overwrite --output {output}"),
            format!("check --full --overwrite --format json --output {output}"),
            format!("check --full --overwrite --report json={output}"),
        ] {
            let run = place.run(&line).wrong();
            assert!(run.err.contains("usage::output-is-input"), "{run}");
        }
        if output != "baseline.toml" {
            let run = place.run(&format!("baseline --overwrite --output {output}")).wrong();
            let refused = run.err.contains("usage::output-is-input");
            // What isn't a baseline is refused for that.
            assert!(refused || run.err.contains("[2m") || run.err.contains("::"), "{run}");
        }
    }
    for output in ["pack/arrangements/beacon.toml", "read.toml", "baseline.toml", "msacheck.toml"] {
        let run = place.run(&format!("init --force northmarch --overwrite {output}")).wrong();
        assert!(run.err.contains("usage::output-is-input"), "{run}");
        let line = format!(
            "read --draft facts/paper.txt --force northmarch --as-of 2026-03-31 --overwrite --output {output}"
        );
        let run = place.run(&line).wrong();
        assert!(run.err.contains("usage::output-is-input"), "{run}");
    }
    let line = "read --draft facts/paper.txt --force northmarch --as-of 2026-03-31 --overwrite \
                --output facts/paper.txt";
    assert!(place.run(line).wrong().err.contains("usage::output-is-input"));
    let after: Vec<String> = READ.iter().map(|name| place.read(name)).collect();
    assert_eq!(before, after);
    place.run("check --full --overwrite --output report.txt").failed();
}

#[test]
fn row_14_what_is_named_twice_is_loaded_once() {
    let place = Workplace::new()
        .declared("northmarch.toml", "[beacon]\nstate = \"partial\"\n")
        .file("pack/arrangements/beacon.toml", PACK)
        .file("msacheck.toml", "check = [\"northmarch.toml\"]\nrules = [\"pack\", \"./pack\"]\n");
    let once = place.run("check --full --format json").done().quiet().out;
    let packs = |out: &str| {
        let result: serde_json::Value = serde_json::from_str(out).unwrap();
        result["rules"]["packs"].as_array().unwrap().len()
    };
    assert_eq!(packs(&once), 2);
    for line in [
        "check --full --rules pack",
        "check --full --rules ./pack/ --rules pack",
        "check --full --rules pack/../pack",
    ] {
        let out = place.run(&format!("{line} --format json")).done().quiet().out;
        assert_eq!(packs(&out), 2, "{line}");
    }
    let twice = place
        .run("check --full --format json northmarch.toml ./northmarch.toml")
        .done()
        .quiet()
        .out;
    let result: serde_json::Value = serde_json::from_str(&twice).unwrap();
    assert_eq!(result["inputs"].as_array().unwrap().len(), 1);
    let twice = "confirmations = [\"read.toml\", \"./read.toml\"]\nrules = [\"pack\"]\n";
    let place = place.file("msacheck.toml", twice).file(
        "read.toml",
        "[[confirmation]]\nrequirement = \"strategy-2014/pursue-lead\"\nbears_out = false\nat = \"p. 1\"\n\
         reason = \"R\"\nby = \"librarian\"\ndate = 2026-01-01\n",
    );
    let out = place.run("check --full northmarch.toml --format json").done().out;
    let result: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(result["aside"]["switched_off"], 1);
    assert_eq!(result["files"].as_array().unwrap().len(), 2);
}
