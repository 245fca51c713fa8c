//! `read`: finding documents, reading many, the forms of a result, and papers that mean harm.
//!
//! What a sentence means is for the rules' own examples: here few golden files depend on it.

use std::process::Stdio;

use msacheck::document;
use serde_json::Value;

use crate::packing::{docx, escaped, odt};
use crate::workplace::{Run, Workplace, repository};

/// A paper of a force that is made up.
pub(crate) const NORTHMARCH: &str = "\
Northmarch Police

Modern slavery: answer to a request for information

Northmarch Police has a dedicated modern slavery coordinator. A detective superintendent is the
part-time force lead for modern slavery.

There is no specific budget for modern slavery.
";

pub(crate) const EASTMERE: &str = "\
Eastmere Constabulary

Eastmere Constabulary has no dedicated modern slavery coordinator.
";

/// A folder of papers: some in folders of their own, some that nobody means.
pub(crate) fn papers() -> Workplace {
    Workplace::new()
        .file("papers/northmarch.txt", NORTHMARCH)
        .file("papers/2018/eastmere.txt", EASTMERE)
        .file("papers/2018/notes.log", NORTHMARCH)
        .file("papers/2019/b.TXT", EASTMERE)
        .file("papers/2019/a.text", NORTHMARCH)
        .file("papers/drafts/old.txt", NORTHMARCH)
        .file("papers/.hidden.txt", NORTHMARCH)
        .file("papers/.gitignore", "drafts/\n")
        .file("papers/force.toml", "")
}

/// The names of the documents that a run read, in their order.
fn documents(place: &Workplace, args: &[&str]) -> Vec<String> {
    let args = [&["read", "--format", "ndjson"], args].concat();
    names(&place.with(&args).run().done())
}

fn names(run: &Run) -> Vec<String> {
    lines(run).iter().map(|line| line["document"].as_str().unwrap().to_owned()).collect()
}

fn lines(run: &Run) -> Vec<Value> {
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

pub(crate) fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run}"))
}

#[test]
fn a_folder_is_walked_in_the_order_of_paths() {
    let all = [
        "papers/2018/eastmere.txt",
        "papers/2019/a.text",
        "papers/2019/b.TXT",
        "papers/northmarch.txt",
    ];
    let place = papers();
    assert_eq!(documents(&place, &["papers"]), all);
    assert_eq!(documents(&place, &["."]), all);
    assert_eq!(documents(&place, &["./papers/2018"]), ["./papers/2018/eastmere.txt"]);
    let with_drafts = documents(&place, &["--no-ignore", "papers"]);
    assert_eq!(with_drafts.len(), all.len() + 1);
    assert!(with_drafts.contains(&"papers/drafts/old.txt".to_owned()));
}

#[test]
fn a_folder_gives_documents_of_every_ending_that_is_read() {
    let words = escaped("Northmarch Police has a dedicated modern slavery coordinator.");
    let word = docx(&format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"));
    let open = odt(&format!("<text:p>{words}</text:p>"));
    let page = format!("<!doctype html><p>{words}").into_bytes();
    // A PDF can't be written in a line.
    let endings = document::endings().filter(|ending| *ending != "pdf");
    let mut names: Vec<String> = endings.map(|ending| format!("papers/a.{ending}")).collect();
    names.sort();
    for ending in ["docm", "dotx", "dotm", "ott", "xhtml"] {
        assert!(names.contains(&format!("papers/a.{ending}")), "{ending}");
    }
    let place = names.iter().fold(Workplace::new(), |place, name| {
        let content = match name.rsplit_once('.').unwrap().1 {
            "docx" | "docm" | "dotx" | "dotm" => &word,
            "odt" | "ott" => &open,
            "html" | "htm" | "xhtml" => &page,
            _ => return place.file(name, &words),
        };
        place.file(name, content)
    });
    let run = place.with(&["read", "--format", "ndjson", "papers"]).run().done().quiet();
    assert_eq!(self::names(&run), names);
    for read in lines(&run) {
        assert_eq!(read["arrangements"][0]["arrangement"], "coordinator", "{read}");
    }
}

#[test]
fn what_is_named_is_read_whatever_its_ending_and_each_once() {
    let place = papers();
    let named = "papers/drafts/old.txt papers/2018/notes.log papers/2018 papers/2018/eastmere.txt";
    let named: Vec<&str> = named.split(' ').collect();
    let found = [named[0], named[1], named[3]];
    assert_eq!(documents(&place, &named), found);
    let twice = ["./papers/northmarch.txt", "papers/northmarch.txt", "papers"];
    let found = documents(&place, &twice);
    assert_eq!(found[0], "./papers/northmarch.txt");
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn a_pattern_stands_for_what_it_matches() {
    let place = papers();
    for (pattern, found) in [
        ("papers/*.txt", vec!["papers/northmarch.txt"]),
        ("papers/*/*.txt", vec!["papers/2018/eastmere.txt"]),
        ("**/e*.txt", vec!["papers/2018/eastmere.txt"]),
        ("papers/**/*.{log,text}", vec!["papers/2018/notes.log", "papers/2019/a.text"]),
        (
            "papers/201?",
            vec!["papers/2018/eastmere.txt", "papers/2019/a.text", "papers/2019/b.TXT"],
        ),
        ("papers/201[0-8]/**", vec!["papers/2018/eastmere.txt"]),
        ("./papers/*th*", vec!["./papers/northmarch.txt"]),
    ] {
        assert_eq!(documents(&place, &[pattern]), *found, "{pattern}");
    }
    let place = Workplace::new().file("answer [1].txt", NORTHMARCH);
    assert_eq!(documents(&place, &["answer [1].txt"]), ["answer [1].txt"], "a name, not a pattern");
}

#[test]
fn what_holds_no_document_is_wrong() {
    let place = papers().file("none/photo.jpg", "").file("none/.secret.txt", NORTHMARCH);
    place.run("read none").wrong().golden("read/folder-without-documents");
    place.run("read none/*.txt").wrong().golden("read/pattern-without-documents");
    place.run("read none/{a").wrong().golden("read/no-pattern");
    place.run("read nowhere.txt").wrong().golden("read/nowhere");
    place.run("read").wrong().golden("read/nothing-named");
}

#[test]
fn papers_that_are_passed_over_are_named() {
    let place = papers().file("papers/2019/answer.doc", "").file("papers/2019/tables.xlsx", "");
    let run = place.run("read --format ndjson papers").done();
    assert_eq!(lines(&run).len(), 4);
    assert!(run.err.contains("2 files were passed over (1 .doc, 1 .xlsx)"), "{run}");
    run.golden("read/passed-over");
}

#[test]
fn one_bad_document_does_not_stop_the_rest() {
    let place = papers().file("papers/2018/bad.txt", b"\x00\x01\x02\x7f\x00\x03".repeat(50));
    let run = place.run("read --format ndjson papers nowhere.txt").incomplete_lines(4);
    assert!(run.err.contains("papers/2018/bad.txt"), "{run}");
    assert!(run.err.contains("there is no file `nowhere.txt`"), "{run}");
    assert!(run.err.contains("2 of 6 documents couldn't be read"), "{run}");
    let run = place.run("read papers nowhere.txt").incomplete().fits(80);
    assert!(run.err.contains("2 of 6 documents couldn't be read"), "{run}");
    let run = place.run("read --format json papers nowhere.txt").incomplete();
    let result = json(&run);
    assert_eq!((&result["incomplete"], &result["unread"]), (&true.into(), &2.into()));
    assert_eq!(result["documents"].as_array().unwrap().len(), 4);
    place.run("read --force west-midland --format ndjson papers/2018/eastmere.txt papers/2018/bad.txt")
        .incomplete_lines(1)
        .golden("read/one-bad");
    // Nothing is left: there is no result.
    place.run("read --format json papers/2018/bad.txt nowhere.txt").wrong();
    place.run("read papers/2018/bad.txt").wrong();
}

#[test]
fn one_document_is_an_object_and_a_folder_is_a_list() {
    let place = papers();
    let one = json(&place.run("read --format json papers/2018/eastmere.txt").done().quiet());
    assert_eq!(one["schema"], "msacheck/reading/1");
    assert_eq!(one["document"], "papers/2018/eastmere.txt");
    assert_eq!(one["format"], "text");
    assert_eq!(
        (&one["force"], &one["speaks"], &one["date"]),
        (&Value::Null, &true.into(), &Value::Null)
    );
    let evidence = &one["arrangements"][0]["evidence"][0];
    assert_eq!(one["arrangements"][0]["arrangement"], "coordinator");
    assert_eq!(evidence["quote"], EASTMERE.lines().last().unwrap());
    assert_eq!((&evidence["line"], &evidence["column"]), (&3.into(), &1.into()));
    // A folder is a list even where it holds one document: the shape doesn't hang on the disk.
    let list = json(&place.run("read --format json papers/2018").done().quiet());
    assert_eq!(list["documents"], Value::from(vec![one.clone()]));
    assert_eq!(list["incomplete"], false);
    let lines = lines(&place.run("read --format ndjson papers/2018").done().quiet());
    assert_eq!(lines, [one]);
}

#[test]
fn a_hash_is_that_of_the_file() {
    let place = Workplace::new().file("abc.txt", "abc");
    let read = json(&place.run("read --format json abc.txt").done());
    let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(read["sha256"], known);
    assert_eq!(
        (&read["speaks"], &read["arrangements"]),
        (&false.into(), &Value::Array(Vec::new()))
    );
}

#[test]
fn a_date_is_the_one_that_the_document_gives_itself() {
    let dated = NORTHMARCH.replacen("\n\n", "\n\nDate: 12 March 2019\n\n", 1);
    let place = Workplace::new().file("dated.txt", dated);
    let read = |today: &str| {
        json(&place.with(&["read", "--format", "json", "--today", today, "dated.txt"]).run().done())
    };
    assert_eq!(read("2026-11-24")["date"], "2019-03-12");
    assert_eq!(
        read("2019-03-11")["date"],
        Value::Null,
        "what is yet to come is no date of a paper"
    );
    let run = place.run("read --today 2026-11-24 dated.txt").done().fits(80);
    assert!(run.out.contains("Dated 2019-03-12 (line 3)."), "{run}");
}

#[test]
fn every_result_has_the_published_shape() {
    let place = papers().copied("samples", &repository().join("samples"));
    let schema = json(&place.run("rules schema reading").done().quiet());
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let check = |value: &Value| {
        let errors: Vec<String> = validator.iter_errors(value).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    };
    check(&json(&place.run("read --format json samples/west-midlands-2017.txt").done()));
    check(&json(&place.run("read --format json --explain samples/west-midlands-2017.txt").done()));
    check(&json(&place.run("read --format json papers samples").done()));
    lines(&place.run("read --format ndjson papers").done()).iter().for_each(check);
    assert!(!validator.is_valid(&serde_json::json!({ "schema": "msacheck/reading/2" })));
}

#[test]
fn threads_change_nothing_but_the_time() {
    let mut place = Workplace::new();
    for number in 0..120 {
        let body = format!("Northmarch Police\n\n{}", NORTHMARCH.repeat(1 + (number * 7) % 13));
        let bad = number % 40 == 7;
        let body = if bad { b"\x00\x01\x02".repeat(99) } else { body.into_bytes() };
        place = place.file(&format!("p/{number}.txt"), body);
    }
    for format in ["ndjson", "json", "table"] {
        let run = |jobs: &str| place.with(&["read", "--format", format, "--jobs", jobs, "p"]).run();
        let (one, four) = (run("1"), run("4"));
        assert_eq!(one.out, four.out);
        assert_eq!(one.err, four.err);
        assert!(one.err.contains("3 of 120 documents couldn't be read"), "{}", one.err);
    }
    for jobs in ["0", "-1", "many", "100000"] {
        place.with(&["read", "--jobs", jobs, "p"]).run().wrong();
    }
}

#[test]
fn standard_input_is_a_document() {
    let place = papers();
    let run = place.with(&["read", "--format", "json", "-"]).reading("papers/northmarch.txt").run();
    let read = json(&run.done().quiet());
    assert_eq!(read["document"], "-");
    assert!(read["force_name"].as_str().unwrap().to_lowercase().contains("northmarch"));
    let run = place.with(&["read", "-"]).reading("papers/northmarch.txt").run().done().fits(80);
    assert!(run.out.contains("standard input"), "{run}");
    // Twice the same is once.
    let run = place.with(&["read", "--format", "ndjson", "-", "papers/2018", "-"]);
    let run = run.reading("papers/northmarch.txt").run().done();
    assert_eq!(names(&run), ["-", "papers/2018/eastmere.txt"]);
    place.with(&["read", "-"]).run().wrong().golden("read/empty-input");
}

#[test]
fn a_paper_that_is_about_something_else_declares_nothing() {
    let place = Workplace::new().file("dogs.txt", "Northmarch Police\n\nThe force has two dogs.\n");
    place.run("read dogs.txt").done().quiet().fits(80).golden("read/about-dogs");
    place.run("read --explain dogs.txt").done().quiet().fits(80);
}

#[test]
fn a_force_may_be_named() {
    let place = Workplace::new().file("note.txt", "The force has a modern slavery coordinator.\n");
    let read = |force: &str| {
        let run = place.with(&["read", "--format", "json", "--force", force, "note.txt"]).run();
        run.done()
    };
    for known in ["west-midlands", "West Midlands Police", "wmp"] {
        let run = read(known).quiet();
        assert_eq!(json(&run)["force"], "west-midlands");
        assert_eq!(json(&run)["force_name"], "West Midlands Police");
    }
    for fictional in ["Northmarch Police", "eastmere"] {
        let read = json(&read(fictional).quiet());
        assert_eq!((&read["force"], &read["force_name"]), (&Value::Null, &fictional.into()));
    }
    let run = read("west-midlans");
    assert!(run.err.contains("did you mean `west-midlands`"), "{run}");
}

#[test]
fn a_hostile_paper_sends_nothing_to_the_terminal() {
    // The harness looks for what a terminal would obey in every run.
    let escapes = "\u{1b}]0;title\u{7}\u{1b}[2J\u{202e}";
    let paper = format!(
        "Northmarch{escapes} Police\n\n{escapes}Northmarch Police has a dedicated \
         modern{escapes} slavery coordinator.{escapes}\n\n- {escapes} No budget for slavery.\n"
    );
    let name = "evil\u{1b}[31m.txt";
    let place = Workplace::new()
        .file(name, &paper)
        .file("right.txt", NORTHMARCH.replace("dedicated", "dedicated\u{202e}\u{2066}"));
    for options in [
        vec![],
        vec!["--all"],
        vec!["--explain"],
        vec!["--format", "json"],
        vec!["--format", "ndjson"],
    ] {
        for file in [name, "right.txt", "."] {
            // A paper full of controls may be refused as no text; either way nothing gets out.
            place.with(&[&["read"], options.as_slice(), &[file]].concat()).run();
        }
    }
}

#[test]
fn a_document_without_a_space_is_wrapped_and_cut() {
    let long = "slavery".repeat(3000);
    let sentence =
        format!("{} Northmarch Police has a modern slavery coordinator. ", "Word. ".repeat(400));
    let place = Workplace::new()
        .file("long.txt", format!("Northmarch Police\n\n{long}\n"))
        .file("deep.txt", format!("Northmarch Police\n\n{sentence}{sentence}\n"));
    for options in [vec![], vec!["--all"], vec!["--explain"]] {
        for file in ["long.txt", "deep.txt"] {
            let run = place.with(&[&["read"], options.as_slice(), &[file]].concat()).run();
            let run = run.done().fits(80);
            if options.is_empty() {
                assert!(run.out.lines().count() < 80, "{run}");
            }
        }
    }
}

#[test]
fn whoever_reads_may_go_away() {
    let mut place = Workplace::new();
    for number in 0..200 {
        place = place.file(&format!("p/{number}.txt"), NORTHMARCH);
    }
    for format in ["table", "json", "ndjson"] {
        let mut command = place.with(&["read", "--format", format, "p"]).command();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
        assert_eq!(output.status.code(), Some(0), "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let place = papers();
    for format in ["table", "json", "ndjson"] {
        for file in ["papers", "papers/northmarch.txt"] {
            let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
            let mut command = place.with(&["read", "--format", format, file]).command();
            let output = command.stdout(full).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{format}");
            let err = String::from_utf8(output.stderr).unwrap();
            assert_eq!(err.matches("output::unwritten").count(), 1, "{err}");
        }
    }
}

#[test]
fn a_users_cues_are_read_beside_the_built_in_ones() {
    let kiosk = "id = \"kiosk\"\ntitle = \"Kiosk\"\nquestion = \"Which kiosk?\"\n\
                 [reading]\ncues = [\"slavery kiosk\"]\n";
    let place = Workplace::new()
        .file("ours/arrangements/kiosk.toml", kiosk)
        .file("note.txt", "Northmarch Police\n\nNorthmarch Police has a slavery kiosk.\n");
    let run = place.run("read --format json --rules ours note.txt").done().quiet();
    assert_eq!(json(&run)["arrangements"][0]["arrangement"], "kiosk", "{run}");
}

#[test]
fn what_words_weigh_together_is_asked_and_never_stated() {
    let kiosk = "id = \"kiosk\"\ntitle = \"Kiosk\"\nquestion = \"Which kiosk?\"\n\
                 [reading]\ncues = [\"slavery kiosk\"]\n";
    let weights = "ask-from = -100\n[class]\nbooths = [\"booth\", \"little hut\"]\n[weights.kiosk]\n\
                   \"@start\" = -400\n\"@here\" = 100\n\"{booths}\" = 150\n\"talk*\" = 100\n";
    let asked = |text: &str| {
        let place = Workplace::new()
            .file("ours/arrangements/kiosk.toml", kiosk)
            .file("ours/weights.toml", weights)
            .file("note.txt", format!("Northmarch Police\n\n{text}\n"));
        let read = json(&place.run("read --format json --rules ours note.txt").done().quiet());
        let own = read["arrangements"].as_array().unwrap();
        let own = own.iter().find(|own| own["arrangement"] == "kiosk");
        own.is_some_and(|own| {
            assert_eq!(own["state"], "not stated");
            own["unsure"][0]["why"].as_str().unwrap().contains("taken together")
        })
    };
    assert!(asked("The force has a little hut in which to talk about modern slavery."));
    assert!(!asked("The force has a little hut. It is for modern slavery."), "too little");
    assert!(!asked("The force has a little hut in which to talk about fishing."), "no slavery");
}

#[test]
fn pictures_that_may_show_words_are_told() {
    let page = "<!doctype html><p>Northmarch Police has a modern slavery lead.</p><img width=600 src=a.png>";
    let place = Workplace::new().file("answer.html", page.as_bytes());
    place.run("read answer.html").golden("read/picture");
}
