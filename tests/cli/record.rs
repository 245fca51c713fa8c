//! Records: a check that is kept, made again byte for byte, and told of where it can't be.

use std::fs;
use std::path::Path;

use msacheck::source::Digest;
use serde_json::Value;

use crate::workplace::{NORTHMARCH, TODAY, Workplace, repository};

const FACTS: &str = "[[source]]\nid = \"answer\"\ntitle = \"Answer\"\nfile = \"answer.txt\"\n\
                     [lead]\nstate = \"partial\"\ncapacity = \"part-time\"\n\
                     evidence = [{ source = \"answer\", quote = \"has a lead, part-time\" }]\n";

/// A project that asks for all that a check can rest on.
fn project() -> Workplace {
    let place = Workplace::new()
        .declared("forces/northmarch.toml", FACTS)
        .file("forces/answer.txt", "Northmarch Police has a lead, part-time. We have no coordinator.\n")
        .declared("forces/older.toml", "")
        .file("forces/older.toml", NORTHMARCH.replace("2026-03-31", "2025-03-31"))
        .file("papers/plan.txt", "Southmere Police\n14 May 2026\n\nWe have a dedicated coordinator for modern slavery.\n")
        .copied("pack", &repository().join("tests/cli/pack"))
        .file("actions.toml", "[[action]]\nrequirement = \"strategy-2014/pursue-spoc\"\nowner = \"crime\"\n\
                               deadline = 2026-06-30\nstatus = \"to do\"\n");
    place.run("baseline forces/northmarch.toml --output baseline.toml").done();
    place.file(
        "msacheck.toml",
        "check = [\"forces\", \"papers/*.txt\"]\nrules = [\"pack\"]\nactions = \"actions.toml\"\n\
         [gate]\nduty = \"planned\"\nbaseline = \"baseline.toml\"\n",
    )
}

fn record(force: &str) -> String {
    format!("records/{TODAY}-{force}")
}

/// Writes a file of a record anew, and its line in the list of digests, as a forger would.
fn forge(place: &Workplace, record: &str, name: &str, edit: impl Fn(&str) -> String) {
    let path = format!("{record}/{name}");
    let (before, after) = (place.read(&path), edit(&place.read(&path)));
    assert_ne!(before, after);
    let sums = place.read(&format!("{record}/SHA256SUMS"));
    let sum = |text: &str| Digest::of(text.as_bytes()).to_string();
    fs::write(place.path(&path), &after).unwrap();
    let sums = sums.replace(&sum(&before), &sum(&after));
    fs::write(place.path(&format!("{record}/SHA256SUMS")), sums).unwrap();
}

#[test]
fn every_byte_comes_out_the_same_wherever_the_record_is() {
    let place = project();
    let run = place.run("check --format json --record records");
    let record = record("2-forces");
    assert!(run.err.contains(&format!("Recorded in {record}.")), "{}", run.err);
    assert_eq!(run.out, place.read(&format!("{record}/result.json")));
    assert!(place.run(&format!("report {record}/result.json")).out.contains("Northmarch"));
    let elsewhere = Workplace::new().copied("kept", &place.path(&record));
    drop(place);
    let run = elsewhere.run("verify kept").done();
    assert!(
        run.out.starts_with("The same: kept comes out as it was recorded, byte for byte"),
        "{}",
        run.out
    );
    let about: Value = serde_json::from_str(&elsewhere.read("kept/record.json")).unwrap();
    let names: Vec<&str> = about["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["name"].as_str().unwrap())
        .collect();
    for name in
        ["actions.toml", "baseline.toml", "forces/answer.txt", "msacheck.toml", "papers/plan.txt"]
    {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    assert_eq!(about["packs"][0]["folder"], "pack");
    let text = elsewhere.read("kept/record.json");
    assert!(
        !text.contains(std::env::temp_dir().to_str().unwrap()),
        "it tells where it was made: {text}"
    );
}

#[test]
fn what_was_asked_for_is_asked_for_again() {
    for line in [
        "samples/west-midlands-2017.toml",
        "--as-of 2014-01-01 --strength duty --instrument act-2015 samples/west-midlands-2018.toml",
        "--arrangement lead --fail-on not-evidenced samples/west-midlands-2017.toml",
        "--drafts --pack yardsticks --read-sources samples/west-midlands-2018.toml",
        "--force West_Midlands_Police --as-of 2018-05-14 samples/west-midlands-2017.txt",
        "samples",
        "./samples/../samples/west-midlands-2017.toml",
    ] {
        let place = Workplace::with_samples();
        let words: Vec<String> = format!("check --record records {line}")
            .split(' ')
            .map(|word| word.replace('_', " "))
            .collect();
        let run = place.with(&words.iter().map(String::as_str).collect::<Vec<_>>()).run();
        let told =
            run.err.split("Recorded in ").nth(1).unwrap_or_else(|| panic!("{line}: {}", run.err));
        let record = told.split(". ").next().unwrap().to_owned();
        fs::remove_dir_all(place.path("samples")).unwrap();
        place.run(&format!("verify {record}")).done();
    }
}

#[test]
fn what_people_decided_is_kept_too() {
    let paper =
        "Northmarch Police\n14 May 2026\n\nWe have a dedicated coordinator for modern slavery.\n";
    let decided = format!(
        "[[decision]]\npaper = \"{}\"\nfile = \"plan.txt\"\narrangement = \"coordinator\"\n\
         quote = \"We have a dedicated coordinator for modern slavery.\"\nline = 4\nsuggested = \"in place\"\n\
         decided = \"rejected\"\nreason = \"the post was cut\"\nrole = \"inspector\"\ndate = 2026-06-01\n\
         program = \"msacheck 0.1.0\"\n",
        Digest::of(paper.as_bytes())
    );
    let place = Workplace::new().file("plan.txt", paper).file("decisions.toml", decided);
    let run = place.run("check --format json --record records plan.txt").done();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    assert!(result["files"].as_array().unwrap().iter().any(|file| file["role"] == "decisions"));
    let all = result["arrangements"].as_array().unwrap();
    let coordinator = all.iter().find(|one| one["arrangement"] == "coordinator").unwrap();
    assert_eq!(coordinator["state"], "not stated", "{coordinator}");
    place.without("decisions.toml");
    place.run(&format!("verify {}", record("northmarch"))).done();
}

#[test]
fn standard_input_is_kept_too() {
    let place = Workplace::new().declared("northmarch.toml", "[lead]\nstate = \"in place\"\n");
    place.with(&["check", "--record", "records", "-"]).reading("northmarch.toml").run().done();
    place.run(&format!("verify {}", record("northmarch"))).done();
}

#[test]
fn a_second_record_of_a_day_takes_the_place_of_none() {
    let place = Workplace::new().declared("northmarch.toml", "");
    for _ in 0..3 {
        place.run("check --record records northmarch.toml").done();
    }
    let mut names: Vec<String> = fs::read_dir(place.path("records"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let own = format!("{TODAY}-northmarch");
    assert_eq!(names, [own.clone(), format!("{own}-2"), format!("{own}-3")]);
}

#[test]
fn without_its_inputs_they_are_held_against_their_digests() {
    let place = Workplace::new().declared("northmarch.toml", "[lead]\nstate = \"in place\"\n");
    place.run("check --record records --without-inputs northmarch.toml").done();
    let record = record("northmarch");
    assert!(!place.path(&format!("{record}/files")).exists());
    place.run(&format!("verify {record}")).done();
    let place = place.declared("northmarch.toml", "[lead]\nstate = \"planned\"\n");
    let run = place.run(&format!("verify {record}")).failed();
    assert!(run.out.contains("- An input: northmarch.toml isn't what it was."), "{}", run.out);
    assert!(
        run.out.contains(
            "- northmarch, strategy-2014/pursue-lead: it was partly met, and is planned."
        ),
        "{}",
        run.out
    );
    place.without("northmarch.toml");
    place.run(&format!("verify {record}")).wrong();
}

#[test]
fn a_record_that_was_tampered_with_is_refused() {
    let recorded = || {
        let place = Workplace::new().declared("northmarch.toml", "[lead]\nstate = \"in place\"\n");
        place.run("check --record records northmarch.toml").done();
        place
    };
    let own = record("northmarch");
    let file = "files/001-northmarch.toml";
    for name in ["record.json", "result.json", file] {
        let place = recorded();
        let text = place.read(&format!("{own}/{name}"));
        fs::write(place.path(&format!("{own}/{name}")), text + " ").unwrap();
        let run = place.run(&format!("verify {own}")).wrong();
        assert!(
            run.err.contains("record::tampered") && run.err.contains(name),
            "{name}: {}",
            run.err
        );
        place.without(&format!("{own}/{name}"));
        let run = place.run(&format!("verify {own}")).wrong();
        assert!(run.err.contains(name), "{name}: {}", run.err);
    }
    let place = recorded();
    fs::write(place.path(&format!("{own}/{file}")), "").unwrap();
    place.run(&format!("verify {own}")).golden("record/tampered");
    // With the list of digests written anew, the record still knows its result and its files.
    for name in ["result.json", file] {
        let place = recorded();
        forge(&place, &own, name, |text| format!("{text} "));
        let run = place.run(&format!("verify {own}")).wrong();
        assert!(run.err.contains("record::tampered"), "{name}: {}", run.err);
    }
    // And where that is forged, too, the check comes to something else.
    let place = recorded();
    let before = Digest::of(place.read(&format!("{own}/result.json")).as_bytes()).to_string();
    forge(&place, &own, "result.json", |text| text.replacen("\"partly met\"", "\"met\"", 1));
    let after = Digest::of(place.read(&format!("{own}/result.json")).as_bytes()).to_string();
    forge(&place, &own, "record.json", |text| text.replace(&before, &after));
    let run = place.run(&format!("verify {own}")).failed();
    assert!(run.out.starts_with("It differs"), "{}", run.out);
    // Another program made it.
    let place = recorded();
    forge(&place, &own, "record.json", |text| text.replace("msacheck 0.1.0", "msacheck 0.0.9"));
    let run = place.run(&format!("verify {own}"));
    assert!(run.out.is_empty() || run.out.contains("msacheck 0.0.9"), "{}", run.out);
}

#[test]
fn what_is_no_record_is_told_to_be_none() {
    let place = Workplace::with_samples()
        .file("bad/SHA256SUMS", "no digest\n")
        .file(
            "outside/SHA256SUMS",
            format!("{}  ../samples/west-midlands-2017.toml\n", "0".repeat(64)),
        )
        .file("empty/SHA256SUMS", "");
    for folder in
        ["samples", "nowhere", "bad", "outside", "empty", "samples/west-midlands-2017.toml"]
    {
        let run = place.run(&format!("verify {folder}")).wrong();
        assert!(run.err.contains("record::none"), "{folder}: {}", run.err);
    }
    place.run("verify samples").golden("record/none");
    place.run("verify bad").golden("record/no-sums");
    let shape = |body: &str| {
        let sum = |text: &str| Digest::of(text.as_bytes()).to_string();
        let sums = format!("{}  record.json\n{}  result.json\n", sum(body), sum("{}"));
        Workplace::new()
            .file("kept/record.json", body)
            .file("kept/result.json", "{}")
            .file("kept/SHA256SUMS", sums)
            .run("verify kept")
            .wrong()
    };
    for body in ["", "[]", "{}", "{\"schema\": \"msacheck/record/1\"}", "{\"schema\": 1}"] {
        assert!(shape(body).err.contains("record::wrong-shape"), "{body}");
    }
    shape("[]").golden("record/wrong-shape");
    shape("{\"schema\": \"msacheck/record/9\"}").golden("record/other-shape");
}

/// A record is kept for a check that comes to a result, and for no other.
#[test]
fn nothing_is_half_kept() {
    let place = Workplace::new().file("broken.toml", "[force]\nid = 7\n");
    place.run("check --record records broken.toml").wrong();
    assert!(!place.path("records").exists());
    let place = Workplace::new().declared("northmarch.toml", "").file("records", "a file\n");
    place.run("check --record records northmarch.toml");
    assert_eq!(place.read("records"), "a file\n");
    assert!(Path::new(&place.path("northmarch.toml")).exists());
}
