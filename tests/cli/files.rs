//! Files that aren't what they should be: each is named with what is wrong, and nothing breaks.

use crate::workplace::{NORTHMARCH, Workplace};

#[test]
fn a_file_that_is_not_there() {
    Workplace::new().run("check --full northmarch.toml").wrong().golden("files/missing");
}

#[test]
fn a_folder_without_any_input() {
    let place = Workplace::new().file("empty/picture.png", "");
    place.run("check --full empty").wrong().golden("files/folder");
}

#[test]
fn an_empty_file() {
    let place = Workplace::new().file("northmarch.toml", "");
    place.run("check --full northmarch.toml").wrong().golden("files/empty");
}

#[test]
fn a_file_of_white_space_alone_is_as_empty() {
    let place = Workplace::new().file("northmarch.toml", " \n\r\n\t\n");
    place.run("check --full northmarch.toml").wrong().golden("files/empty");
}

#[test]
fn bytes_that_are_not_utf_8() {
    let place = Workplace::new().file("northmarch.toml", b"[force]\nid = \"northm\xe4rch\"\n");
    place.run("check --full northmarch.toml").wrong().golden("files/not-utf-8");
}

#[test]
fn utf_16_of_either_order() {
    let units: Vec<u16> = NORTHMARCH.encode_utf16().collect();
    let little = [0xfffe_u16.swap_bytes()].into_iter().chain(units.iter().copied());
    let little: Vec<u8> = little.flat_map(u16::to_le_bytes).collect();
    let big = [0xfeff_u16].into_iter().chain(units);
    let big: Vec<u8> = big.flat_map(u16::to_be_bytes).collect();
    assert_eq!((&little[..2], &big[..2]), (&b"\xff\xfe"[..], &b"\xfe\xff"[..]));
    for bytes in [little, big] {
        let place = Workplace::new().file("northmarch.toml", bytes);
        place.run("check --full northmarch.toml").wrong().golden("files/utf-16");
    }
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    let body = format!("{NORTHMARCH}\n[lead]\nstate = \"absent\"\n");
    let plain = Workplace::new().file("northmarch.toml", &body);
    let marked = Workplace::new().file("northmarch.toml", format!("\u{feff}{body}"));
    let (plain, marked) =
        (plain.run("check --full northmarch.toml"), marked.run("check --full northmarch.toml"));
    assert_eq!(plain.done().out, marked.done().quiet().out);
}

#[test]
fn behind_a_byte_order_mark_columns_count_as_a_reader_counts_them() {
    let place = Workplace::new().file("northmarch.toml", "\u{feff}[forse]\nid = \"northmarch\"\n");
    place.run("check --full northmarch.toml").wrong().golden("files/byte-order-mark");
}

#[test]
fn line_ends_of_windows_change_nothing() {
    let body =
        format!("{NORTHMARCH}\n[lead]\nstate = \"absent\"\nnote = \"\"\"\nTwo\nlines\"\"\"\n");
    let plain = Workplace::new().file("northmarch.toml", &body);
    let windows = Workplace::new().file("northmarch.toml", body.replace('\n', "\r\n"));
    for line in ["check --full northmarch.toml", "explain lead northmarch.toml"] {
        assert_eq!(plain.run(line).done().out, windows.run(line).done().quiet().out);
    }
}

#[test]
fn an_error_in_a_file_of_windows_stands_in_its_line() {
    let body = format!("{NORTHMARCH}\n[lead]\nstate = \"in-place\"\nrank = \"superintendent\"\n");
    let place = Workplace::new().file("northmarch.toml", body.replace('\n', "\r\n"));
    place.run("check --full northmarch.toml").wrong().golden("files/crlf");
}

#[test]
fn ten_megabytes_of_nonsense() {
    let nonsense: Vec<u8> =
        (0..10_000_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let place = Workplace::new().file("nonsense.toml", nonsense);
    place.run("check --full nonsense.toml").wrong().golden("files/ten-megabytes");
}

#[test]
fn three_megabytes_of_nonsense_lines() {
    let lines: String = (0..100_000).map(|n| format!("nonsense number {n} of many\n")).collect();
    let place = Workplace::new().file("nonsense.toml", lines);
    place.run("check --full nonsense.toml").wrong().golden("files/nonsense-lines");
}

#[test]
fn a_document_in_place_of_a_declaration() {
    let place = Workplace::with_samples();
    let answer = place.read("samples/west-midlands-2017.txt");
    let place = place.file("answer.toml", answer);
    place.run("check --full answer.toml").wrong().golden("files/document");
}

#[test]
fn brackets_a_hundred_thousand_deep() {
    let deep = 100_000;
    for (name, body) in [
        ("opened", format!("a = {}", "[".repeat(deep))),
        ("closed", format!("a = {}{}", "[".repeat(deep), "]".repeat(deep))),
        ("header", "[".repeat(deep)),
        ("braces", format!("a = {}", "{a = ".repeat(deep))),
        ("dots", format!("{}a = 1", "a.".repeat(deep))),
    ] {
        let place = Workplace::new().file("brackets.toml", body);
        let run = place.run("check --full brackets.toml").wrong();
        run.golden(&format!("files/brackets-{name}"));
    }
}

#[test]
fn a_line_of_a_megabyte() {
    let long = "x".repeat(1_000_000);
    for (name, body) in [
        ("alone", long.clone()),
        ("key", format!("{NORTHMARCH}{long} = 1\n")),
        ("value", format!("{NORTHMARCH}\n[lead]\nstate = \"{long}\"\n")),
        (
            "beside-the-fault",
            format!("{NORTHMARCH}\n[lead]\nstate = \"abscent\"\nnote = \"{long}\"\n"),
        ),
        (
            "between-two-places",
            format!(
                "{NORTHMARCH}\n[lead]\nstate = \"in place\"\nnote = \"{long}\"\ncapacity = \"part-time\"\n"
            ),
        ),
    ] {
        let place = Workplace::new().file("line.toml", body);
        let run = place.run("check --full line.toml").wrong();
        assert!(run.err.len() < 4000, "{} bytes", run.err.len());
        run.golden(&format!("files/long-line-{name}"));
    }
}

#[test]
fn a_line_of_a_megabyte_that_is_right_is_read() {
    let long = "word ".repeat(200_000);
    let place = Workplace::new()
        .declared("northmarch.toml", &format!("[lead]\nstate = \"partial\"\nnote = \"{long}\"\n"));
    place.run("check --full northmarch.toml").done().quiet().fits(80);
    place.run("explain lead northmarch.toml").done().quiet().fits(80);
}

#[test]
fn one_bad_file_among_several_leaves_the_others_assessed() {
    let place = Workplace::with_samples().file("empty.toml", "").declared("bad.toml", "[leed]\n");
    let line = "check --full samples/west-midlands-2017.toml empty.toml samples/fictional-just-begun.toml \
                bad.toml nowhere.toml";
    let run = place.tabled(line).incomplete().golden_but_its_report("files/some-bad");
    run.tells(&[
        "2 declarations of 2 forces",
        "West Midlands Police",
        "Eastmere Police",
        "Incomplete: 3 inputs couldn't be assessed.",
    ]);
}

#[test]
fn of_two_files_one_bad_one_the_other_is_marked_incomplete() {
    let place = Workplace::with_samples();
    let run =
        place.tabled("check --full samples/west-midlands-2017.toml nowhere.toml").incomplete();
    run.golden_but_its_report("files/one-bad")
        .tells(&["1 declaration of 1 force", "Incomplete: 1 input couldn't be assessed."]);
}

#[test]
fn where_every_file_is_bad_there_is_no_result() {
    let place = Workplace::new().file("empty.toml", "");
    place.run("check --full nowhere.toml empty.toml").wrong().golden("files/all-bad");
}

#[test]
fn standard_input_is_read_under_the_name_of_a_dash() {
    let place = Workplace::with_samples();
    let file = "samples/fictional-just-begun.toml";
    let run = place.with(&["check", "--full", "-"]).reading(file).run().done().quiet().fits(80);
    assert!(!run.out.contains("msacheck"), "no command would read the same again: {run}");
    run.tells(&["Facts of 2026-03-31 from standard input."]);
    let json = place
        .with(&["check", "--full", "-", "--format", "json"])
        .reading(file)
        .run()
        .done()
        .quiet();
    let named = place.run(&format!("check --full {file} --format json")).done().out;
    assert_eq!(json.out, named.replace(file, "-"));
}

#[test]
fn sources_of_a_declaration_on_standard_input_lie_in_the_current_folder() {
    let place = Workplace::with_samples();
    let run = place
        .with(&["check", "--full", "-"])
        .reading("samples/west-midlands-2017.toml")
        .run()
        .done();
    run.golden_but_its_report("files/standard-input-without-its-source").tells(&[
        "Note: `west-midlands-2017.txt` wasn't read: what is quoted from it is cited, its words \
         weren't checked",
    ]);
}

#[test]
fn nothing_on_standard_input() {
    Workplace::new().run("check --full -").wrong().golden("files/standard-input-empty");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_breaks_off() {
    // A file of the kernel that can be opened, and read by nobody at its first byte.
    Workplace::new().run("check --full /proc/self/mem").wrong().golden("files/unreadable");
}

#[test]
fn a_name_with_spaces_is_one_name() {
    let place = Workplace::new().declared("our force.toml", "[lead]\nstate = \"absent\"\n");
    let run = place.with(&["check", "--full", "our force.toml"]).run().done().quiet();
    run.tells(&["from our force.toml.", "--today 2026-11-24 'our force.toml'"]);
}
