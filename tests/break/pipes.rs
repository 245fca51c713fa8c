//! Row 15: what is no file (a pipe, a device, a link that leads nowhere) is refused, whatever it is to be read
//! as. Nothing waits for it, and nothing passes it over.
#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::workplace::{NORTHMARCH, Workplace};

/// Where a file of each kind of input is looked for, and the command that reads it.
const READ: [(&str, &str); 12] = [
    ("own.toml", "check --full own.toml"),
    ("answer.txt", "check --full answer.txt --force northmarch"),
    ("answer.pdf", "read answer.pdf"),
    ("papers/answer.docx", "check --full papers --force northmarch"),
    ("papers/own.toml", "check --full papers"),
    ("msacheck.toml", "check --full sound.toml"),
    ("other.toml", "check --full sound.toml --config other.toml"),
    ("pack/custom/rules.toml", "check --full sound.toml --rules pack"),
    ("pack/arrangements/desk.toml", "rules lint --rules pack"),
    ("baseline.toml", "check --full sound.toml --baseline baseline.toml"),
    ("result.json", "report result.json --full"),
    ("confirmations.toml", "rules confirm"),
];

fn place(name: &str) -> Workplace {
    let place = Workplace::new().file("sound.toml", NORTHMARCH).file(
        "pack/custom/instrument.toml",
        "id = \"custom\"\ntitle = \"Custom\"\nfrom = 2010-01-01\n",
    );
    std::fs::create_dir_all(place.path(name).parent().unwrap()).unwrap();
    place
}

/// Whether it ends by itself within a time.
fn ends(child: &mut Child) -> bool {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(60) {
        if child.try_wait().unwrap().is_some() {
            return true;
        }
        sleep(Duration::from_millis(10));
    }
    child.kill().unwrap();
    false
}

/// What is said of a name under which there is no file, and the status.
fn refused(place: &Workplace, line: &str) -> (Option<i32>, String) {
    let words: Vec<&str> = line.split(' ').collect();
    let mut command = place.with(&words).command();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    assert!(ends(&mut child), "`{line}` waits");
    let output = child.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn row_15_pipes_and_devices_are_refused_for_every_kind_of_input() {
    for (name, line) in READ {
        let pipe = place(name);
        let made = Command::new("mkfifo").arg(pipe.path(name)).status().unwrap();
        assert!(made.success());
        let device = place(name);
        symlink("/dev/zero", device.path(name)).unwrap();
        for place in [pipe, device] {
            let (status, said) = refused(&place, line);
            assert_eq!(status, Some(2), "{name}: {said}");
            assert!(said.contains("file::no-file"), "{name}: {said}");
        }
    }
}

#[test]
fn row_15_links_that_lead_nowhere_are_refused_for_every_kind_of_input() {
    for (name, line) in READ {
        // What is to be written may be a link to what isn't there yet.
        if line.starts_with("rules confirm") {
            continue;
        }
        let place = place(name);
        symlink("nowhere", place.path(name)).unwrap();
        let (status, said) = refused(&place, line);
        assert_eq!(status, Some(2), "{name}: {said}");
        assert!(said.contains("is a link to a file that isn't there"), "{name}: {said}");
    }
}

#[test]
fn row_15_a_source_that_is_no_file_is_cited_with_a_warning() {
    let place = Workplace::new().declared(
        "own.toml",
        "[[source]]\nid = \"s\"\ntitle = \"S\"\nfile = \"s.txt\"\n\n[lead]\nstate = \"in place\"\n\
         evidence = [{ source = \"s\", quote = \"words that nobody can find\" }]\n",
    );
    let made = Command::new("mkfifo").arg(place.path("s.txt")).status().unwrap();
    assert!(made.success());
    let (status, said) = refused(&place, "check --full own.toml");
    assert_eq!(status, Some(0), "{said}");
    assert!(
        said.contains("declaration::source-unread") && said.contains("a pipe or a device"),
        "{said}"
    );
}

#[test]
fn row_15_the_fault_says_what_to_do() {
    let place = Workplace::new();
    symlink("/dev/zero", place.path("own.toml")).unwrap();
    symlink("nowhere", place.path("other.toml")).unwrap();
    place.run("check --full own.toml other.toml").wrong().golden_in("break", "no-file");
}

#[test]
fn row_15_standard_input_is_still_a_way_to_hand_over_a_declaration() {
    let place = Workplace::new().file("own.toml", NORTHMARCH);
    place.with(&["check", "--full", "-"]).reading("own.toml").run().done();
}
