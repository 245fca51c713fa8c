//! Row 18: a declaration and settings learn nothing of files that aren't theirs, and show nothing of them.

use serde_json::Value;

use crate::workplace::{NORTHMARCH, Run, Workplace};

const SECRET: &str = "hunter2:correct horse battery staple, as nobody may know\n";

fn quoting(file: &str) -> String {
    let secret = "correct horse battery staple";
    format!(
        "{NORTHMARCH}\n[[source]]\nid = \"book\"\ntitle = \"Book\"\nfile = \"{file}\"\n\n\
         [lead]\nstate = \"partial\"\nevidence = [{{ source = \"book\", quote = \"{secret}\" }}]\n"
    )
}

/// A project beside a file that isn't its own.
fn place() -> Workplace {
    Workplace::new()
        .file("secret.txt", SECRET)
        .file("project/facts/papers/own.txt", "correct horse battery staple\n")
}

fn check(place: &Workplace, more: &str) -> Value {
    let out = place
        .run(&format!("check --full project/facts/northmarch.toml --format json{more}"))
        .done()
        .out;
    serde_json::from_str(&out).unwrap()
}

#[test]
fn row_18_sources_stay_below_the_folder_of_the_declaration_or_the_settings() {
    let place = place();
    let absolute = place.path("secret.txt").display().to_string();
    #[cfg(unix)]
    std::os::unix::fs::symlink("../../secret.txt", place.path("project/facts/link.txt")).unwrap();
    let mut outside = vec![
        "../../secret.txt",
        "../../nowhere.txt",
        "papers/../../../secret.txt",
        "nowhere/../../../secret.txt",
    ];
    #[cfg(unix)]
    outside.push("link.txt");
    let mut place = place;
    for file in outside {
        place = place.file("project/facts/northmarch.toml", quoting(file));
        let result = check(&place, "");
        assert_eq!(result["sources"][0]["sha256"], Value::Null, "{file}");
        let lead = result["arrangements"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["arrangement"] == "lead");
        assert_eq!(lead.unwrap()["basis"], "cited", "{file}");
        let run = place.run("check --full project/facts/northmarch.toml").done();
        assert!(run.err.contains("declaration::source-outside"), "{file}: {run}");
    }
    // Of a file that is there nothing else is said than of one that isn't.
    let told = |file: &str| {
        let place = Workplace::new()
            .file("secret.txt", SECRET)
            .file("project/facts/northmarch.toml", quoting(file));
        place.run("check --full project/facts/northmarch.toml").done().err.replace(file, "FILE")
    };
    let (there, not) = (told("../../secret.txt"), told("../../secrit.txt"));
    assert_eq!(there, not);
    let place = place.file("project/facts/northmarch.toml", quoting(&absolute));
    let out = place.bytes("check --full project/facts/northmarch.toml --format json");
    let result: Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(result["sources"][0]["sha256"], Value::Null, "an absolute path");

    let place = place.file("project/facts/northmarch.toml", quoting("papers/own.txt"));
    assert_ne!(check(&place, "")["sources"][0]["sha256"], Value::Null);
    // What the settings' folder holds is the project's, and what they allow besides.
    let place = place
        .file("project/answer.txt", "correct horse battery staple\n")
        .file("project/facts/northmarch.toml", quoting("../answer.txt"))
        .file("project/msacheck.toml", "");
    let mut run = place.run("check --full project/facts/northmarch.toml").done();
    run.out = "…\n".to_owned();
    run.golden_in("break", "outside");
    let with = " --config project/msacheck.toml";
    assert_ne!(check(&place, with)["sources"][0]["sha256"], Value::Null);
    let place = place.file("project/facts/northmarch.toml", quoting("../../secret.txt"));
    assert_eq!(check(&place, with)["sources"][0]["sha256"], Value::Null);
    let place = place.file("project/msacheck.toml", "allow-outside = [\"..\"]\n");
    assert_ne!(check(&place, with)["sources"][0]["sha256"], Value::Null);
}

fn shows_nothing(run: &Run) {
    assert!(!run.err.contains("hunter2") && !run.err.contains("horse"), "{run}");
    assert!(!run.out.contains("hunter2") && !run.out.contains("horse"), "{run}");
    assert!(run.err.contains("file::not-ours"), "{run}");
}

#[test]
fn row_18_no_fault_shows_what_is_not_ours() {
    let credentials = "[registry]\ntoken = \"hunter2 horse\"\n";
    let place = Workplace::new()
        .file("secret.txt", SECRET)
        .file("keys/credentials.toml", credentials)
        .declared("project/northmarch.toml", "");
    for (settings, what) in [
        ("[gate]\nbaseline = \"../secret.txt\"\n", "a baseline"),
        ("confirmations = [\"../secret.txt\"]\n", "a confirmation"),
        ("[gate]\nbaseline = \"../keys/credentials.toml\"\n", "a baseline that is TOML"),
        ("confirmations = [\"../keys/credentials.toml\"]\n", "a confirmation that is TOML"),
    ] {
        let name = "project/msacheck.toml";
        std::fs::write(place.path(name), settings).unwrap();
        let run =
            place.run(&format!("check --full project/northmarch.toml --config {name}")).wrong();
        shows_nothing(&run);
        if what == "a baseline" {
            run.golden_in("break", "not-ours");
        }
    }
    std::fs::write(place.path("project/msacheck.toml"), "check = [\"../keys/credentials.toml\"]\n")
        .unwrap();
    shows_nothing(&place.run("check --full --config project/msacheck.toml").wrong());
    shows_nothing(&place.run("check --full project/northmarch.toml --config secret.txt").wrong());
    // Of files of our own all is shown, wherever they lie.
    let place = place.declared("elsewhere/eastmere.toml", "[leed]\nstate = \"absent\"\n");
    let run = place.run("check --full elsewhere/eastmere.toml").wrong();
    assert!(run.err.contains("[leed]"), "{run}");
}

#[cfg(unix)]
#[test]
fn row_18_nor_through_a_link() {
    use std::os::unix::fs::symlink;

    let place = Workplace::new()
        .file("secret.txt", SECRET)
        .declared("project/northmarch.toml", "")
        .file("project/pack/arrangements/beacon.toml", "");
    std::fs::remove_file(place.path("project/pack/arrangements/beacon.toml")).unwrap();
    symlink("../../../secret.txt", place.path("project/pack/arrangements/beacon.toml")).unwrap();
    shows_nothing(&place.run("check --full project/northmarch.toml --rules project/pack").wrong());
    symlink("../secret.txt", place.path("project/baseline.toml")).unwrap();
    shows_nothing(
        &place.run("check --full project/northmarch.toml --baseline project/baseline.toml").wrong(),
    );
    symlink("../secret.txt", place.path("project/msacheck.toml")).unwrap();
    shows_nothing(
        &place.run("check --full project/northmarch.toml --config project/msacheck.toml").wrong(),
    );
    symlink("../secret.txt", place.path("project/declared.toml")).unwrap();
    shows_nothing(&place.run("check --full project/declared.toml").wrong());
}
