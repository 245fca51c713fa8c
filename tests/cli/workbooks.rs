//! Declarations as workbooks: the form, filled in as people and programs do it, checked, and turned into TOML.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use msacheck::document::{At, Held, Workbook, open_workbook};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Written};
use serde_json::Value;

use crate::workplace::Workplace;

/// A workbook that is being filled in.
struct Book {
    book: Workbook,
    merged: Vec<(usize, At, At)>,
}

impl Book {
    /// The form of Northmarch.
    fn form(place: &Workplace) -> Self {
        place
            .run("init --force northmarch --all --as-of 2026-03-31 --format xlsx form.xlsx")
            .done();
        Self::open(place, "form.xlsx")
    }

    fn open(place: &Workplace, name: &str) -> Self {
        let bytes = std::fs::read(place.path(name)).unwrap();
        Self { book: open_workbook(name, &bytes).unwrap(), merged: Vec::new() }
    }

    /// The row that asks for a detail.
    fn row(&self, part: &str, detail: &str) -> u32 {
        let cells = &self.book.sheets[1].cells;
        let is =
            |at: At, word: &str| matches!(cells.get(&at), Some(Held::Text(text)) if text == word);
        let mut rows = cells.keys().map(|(row, _)| *row);
        rows.find(|row| is((*row, 0), part) && is((*row, 1), detail)).unwrap_or_else(|| {
            panic!("nothing asks for {detail} of {part}");
        })
    }

    fn put(&mut self, at: At, held: impl Into<Said>) -> &mut Self {
        match held.into().0 {
            Some(held) => self.book.sheets[1].cells.insert(at, held),
            None => self.book.sheets[1].cells.remove(&at),
        };
        self
    }

    /// Answers a question.
    fn answer(&mut self, part: &str, detail: &str, held: impl Into<Said>) -> &mut Self {
        let row = self.row(part, detail);
        self.put((row, 3), held)
    }

    /// Puts words and their source beside a question.
    fn prove(&mut self, part: &str, detail: &str, quote: &str, source: &str) -> &mut Self {
        let row = self.row(part, detail);
        self.put((row, 4), quote).put((row, 5), source)
    }

    /// As another program writes it.
    fn bytes(&self) -> Vec<u8> {
        let mut written = Written::new();
        let day = Format::new().set_num_format("dd/mm/yyyy");
        for (n, sheet) in self.book.sheets.iter().enumerate() {
            let out = written.add_worksheet();
            out.set_name(&sheet.name).unwrap();
            for ((row, column), held) in &sheet.cells {
                let (row, column) = (*row, u16::try_from(*column).unwrap());
                match held {
                    Held::Text(text) if text.starts_with('=') => {
                        let (_, result) = text.split_once(" -> ").unwrap();
                        out.write_formula(row, column, Formula::new("=1").set_result(result))
                    }
                    Held::Text(text) => out.write_string(row, column, text),
                    Held::Number(number) => out.write_number(row, column, *number),
                    Held::YesNo(yes) => out.write_boolean(row, column, *yes),
                    Held::Day(date) => {
                        let date = ExcelDateTime::parse_from_str(&date.to_string()).unwrap();
                        out.write_datetime_with_format(row, column, &date, &day)
                    }
                    Held::NoValue(_) => unreachable!("only the other way round"),
                }
                .unwrap();
            }
            let text = |at: &At| match sheet.cells.get(at) {
                Some(Held::Text(text)) => text.clone(),
                _ => String::new(),
            };
            for (_, first, last) in self.merged.iter().filter(|(of, ..)| *of == n) {
                let column = |at: &At| u16::try_from(at.1).unwrap();
                let (from, to) = (column(first), column(last));
                out.merge_range(first.0, from, last.0, to, &text(first), &Format::new()).unwrap();
            }
            // Rows that were used once, and hold nothing.
            out.write_blank(5_000, 40, &day).unwrap();
        }
        written.save_to_buffer().unwrap()
    }
}

/// What is put into a cell: nothing empties it.
struct Said(Option<Held>);

impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Self(Some(Held::Text(text.to_owned())).filter(|_| !text.is_empty()))
    }
}

impl From<Held> for Said {
    fn from(held: Held) -> Self {
        Self(Some(held))
    }
}

fn day(text: &str) -> Held {
    Held::Day(text.parse().unwrap())
}

/// A result without the places in its inputs, and without what tells one file from another.
fn result(place: &Workplace, line: &str) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(object) => {
                object.retain(|key, _| !["place", "inputs", "input"].contains(&key.as_str()));
                object.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut value =
        serde_json::from_str(&place.run(&format!("check --full --format json {line}")).out)
            .unwrap();
    strip(&mut value);
    value
}

const ANSWER: &str = "One superintendent leads the response to slavery.\nCouncils and charities meet us each quarter.\n";

const AS_TOML: &str = "
[force]
id = \"northmarch\"
name = \"northmarch\"
kind = \"territorial\"
airport = true
sea-port = false
as_of = 2026-03-31

[[force.none]]
of = \"ship-held\"
from = \"2017\"
evidence = [{ source = \"answer\", quote = \"Councils and charities meet us each quarter.\" }]

[[source]]
id = \"answer\"
title = \"Answer to a request\"
file = \"answer.txt\"
date = \"2026-03\"

[lead]
state = \"partial\"
rank = \"superintendent\"
capacity = \"part-time\"
since = \"2019-04-01\"
note = \"They retire “soon”.\"
evidence = [
  { source = \"answer\", quote = \"One superintendent leads the response to slavery.\", page = 1, date = \"2026\" },
  { source = \"answer\" },
]

[partnership]
state = \"in place\"
members = [\"councils\", \"health\"]
members_complete = true
";

#[test]
fn a_form_that_was_filled_in_is_checked_as_its_toml_is() {
    let place = Workplace::new().file("answer.txt", ANSWER).file("northmarch.toml", AS_TOML);
    let mut book = Book::form(&place);
    book.answer("force", "airport", Held::YesNo(true)).answer("force", "sea-port", "No");
    book.answer("source 1", "id", "answer")
        .answer("source 1", "title", "Answer to a request")
        .answer("source 1", "file", "answer.txt")
        .answer("source 1", "date", "2026-03");
    // As office programs correct what is typed; the formula counts by what it came to.
    book.answer("lead", "state", "=IF(1,2) -> partial")
        .answer("lead", "rank", "\u{a0}superintendent ")
        .answer("lead", "capacity", "Part–time")
        .answer("lead", "since", day("2019-04-01"))
        .answer("lead", "note", "They retire “soon”.");
    book.prove("lead", "state", "One superintendent leads the response to slavery.", "answer");
    let row = book.row("lead", "state");
    book.put((row, 6), Held::Number(1.0)).put((row, 8), Held::Number(2026.0));
    let row = book.row("lead", "note");
    book.put((row, 5), "answer");
    book.answer("partnership", "state", "IN PLACE")
        .answer("partnership", "members", "Councils, health")
        .answer("partnership", "members_complete", "yes");
    book.answer("none ship-held", "from", Held::Number(2017.0));
    book.prove("none ship-held", "from", "Councils and charities meet us each quarter.", "answer");
    // Columns of people's own.
    book.put((0, 12), "Who asks").put((row, 12), "the office");
    let place = place.file("book.xlsx", book.bytes());
    place.run("check --full book.xlsx").done().quiet();
    assert_eq!(result(&place, "book.xlsx"), result(&place, "northmarch.toml"));
    place.run("init --from book.xlsx back.toml").done();
    place.run("init --from northmarch.toml again.toml").done();
    assert_eq!(place.read("back.toml"), place.read("again.toml"));
    let explained = place.run("explain act-2015/s52-notify book.xlsx").done();
    assert!(explained.out.contains("northmarch"), "{explained}");
}

#[test]
fn all_that_is_wrong_with_cells_is_told_at_once() {
    let place = Workplace::new().file("answer.txt", ANSWER);
    let mut book = Book::form(&place);
    book.answer("force", "airport", "perhaps")
        .answer("lead", "state", "in plaice")
        .answer("lead", "rank", "superintendant")
        .answer("lead", "capacity", "=A1 -> #REF!")
        .answer("lead", "since", "31/03/2019")
        .answer("coordinator", "state", "planned")
        .answer("coordinator", "since", Held::Number(43555.0))
        .answer("partnership", "members", "councils; chuches")
        .answer("partnership", "councils", day("2026-10-15"))
        .answer("guidance", "note", Held::Number(0.5));
    book.prove("guidance", "state", "Too few words", "anwser");
    let last = book.row("information 1", "note") + 10;
    book.put((last, 0), "lead").put((last, 1), "state").put((last, 3), "absent");
    book.put((last + 1, 0), "leed").put((last + 1, 1), "state").put((last + 1, 3), "absent");
    book.put((last + 2, 0), "lead").put((last + 2, 1), "rnk").put((last + 2, 3), "sergeant");
    book.put((last + 3, 3), "whose is this?");
    book.put((last + 4, 0), "lead").put((last + 4, 1), "evidence").put((last + 4, 3), "yes");
    let at = book.row("training", "state");
    book.merged.push((1, (at, 3), (at + 1, 4)));
    let place = place.file("book.xlsx", book.bytes());
    place.run("check book.xlsx").wrong().golden("workbooks/cells");
}

#[test]
fn columns_that_were_renamed_or_doubled_are_told() {
    let place = Workplace::new();
    let mut book = Book::form(&place);
    book.put((0, 4), "Words of it").put((0, 9), "Answer").answer("lead", "state", "absent");
    let mut without = Book::form(&Workplace::new());
    without.put((0, 1), "");
    let place = place.file("book.xlsx", book.bytes()).file("without.xlsx", without.bytes());
    place.run("check book.xlsx without.xlsx").wrong().golden("workbooks/columns");
}

#[test]
fn what_is_no_form_is_told_to_be_none() {
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more";
    let mut locked = old.to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let place = Workplace::with_samples();
    let form = Book::form(&place).bytes();
    place.run("check --format xlsx --output report.xlsx samples/west-midlands-2017.toml").done();
    let place = place
        .file("old.xlsx", old)
        .file("locked.xlsx", locked)
        .file("cut.xlsx", &form[..form.len() / 2])
        .file("text.xlsx", "[force]\n")
        .file("table.csv", "name,number\r\na,1\r\n")
        .file("large.csv", vec![b'a'; 17 << 20]);
    place
        .run("check report.xlsx old.xlsx locked.xlsx cut.xlsx text.xlsx table.csv large.csv")
        .wrong()
        .golden("workbooks/no-form");
}

#[test]
fn each_sheet_is_a_force_and_one_that_is_wrong_takes_no_other_along() {
    let place = Workplace::with_samples();
    place.run("init --from samples/west-midlands-2017.toml --from samples/fictional-just-begun.toml --format xlsx samples/both.xlsx").done().golden("workbooks/several");
    let run = place.run("check --format json samples/both.xlsx").done();
    let together: Value = serde_json::from_str(&run.out).unwrap();
    let mut outcomes = BTreeMap::new();
    for one in together["assessments"].as_array().unwrap() {
        outcomes.insert(
            one["force"].as_str().unwrap().to_owned(),
            one["findings"].as_array().unwrap().len(),
        );
        let placed = &one["findings"][0]["place"]["sheet"];
        assert!(placed.is_string(), "{one:#}");
    }
    assert_eq!(outcomes.len(), 2, "{outcomes:?}");
    let mut book = Book::open(&place, "samples/both.xlsx");
    book.answer("lead", "state", "in part");
    let place = place.file("samples/both.xlsx", book.bytes());
    place.run("check samples/both.xlsx").incomplete();
    let matrix =
        place.run("compare samples/both.xlsx samples/fictional-all-in-place.toml").incomplete();
    assert!(matrix.err.contains("cell D"), "{matrix}");
    // Each goes into a file of its own, and no two into one.
    place.run("init --from samples/west-midlands-2017.toml --from samples/fictional-just-begun.toml --format csv one.csv").wrong().golden("workbooks/one-file");
    place
        .run("init --from samples/west-midlands-2017.toml --format toml one.xlsx")
        .wrong()
        .golden("workbooks/other-format");
    place.run("init --from samples/west-midlands-2017.toml --from samples/fictional-just-begun.toml --format csv samples").done();
    place.run("check samples/west-midlands.csv").done();
    place.run("init --from samples/both.xlsx --format toml").wrong();
    assert!(!place.names().iter().any(|name| name.ends_with(".toml")), "{:?}", place.names());
}

#[test]
fn csv_is_read_as_excel_saves_it_here_and_there() {
    let place = Workplace::new();
    place.run("init --force northmarch --as-of 2026-03-31 form.csv").done();
    let form = place.read("form.csv");
    let filled: String = form
        .lines()
        .map(|line| {
            match line.strip_prefix("\"lead\",\"note\",\"What else should be known?\",\"\"") {
                Some(rest) => format!("\"lead\",\"note\",\"?\",\"Caf\u{e9} – 'five'\"{rest}\r\n"),
                None if line.contains("\"lead\",\"state\"") => {
                    format!("{}\r\n", line.replacen("\"\"", "\"absent\"", 1))
                }
                None => format!("{line}\r\n"),
            }
        })
        .collect();
    assert!(filled.contains("absent") && filled.contains("Caf"), "{filled}");
    let (western, ..) = encoding_rs::WINDOWS_1252.encode(filled.trim_start_matches('\u{feff}'));
    // Programs of other countries put semicolons between cells.
    let semicolons = filled.replace("\",\"", "\";\"");
    let place = place
        .file("utf8.csv", &filled)
        .file("western.csv", &western)
        .file("semicolons.csv", semicolons);
    let mut written = Vec::new();
    for name in ["utf8", "western", "semicolons"] {
        place.run(&format!("init --from {name}.csv {name}.toml")).done();
        written.push(place.read(&format!("{name}.toml")));
    }
    assert!(written[0].contains("Café – 'five'"), "{}", written[0]);
    assert!(written.iter().all(|one| *one == written[0]), "{written:#?}");
}

#[test]
fn of_a_folder_the_forms_are_taken_and_other_workbooks_passed_over() {
    let place = Workplace::with_samples();
    place
        .run("check --format xlsx --output forces/report.xlsx samples/west-midlands-2017.toml")
        .wrong();
    std::fs::create_dir(place.path("forces")).unwrap();
    place
        .run("check --format xlsx --output forces/report.xlsx samples/west-midlands-2017.toml")
        .done();
    place.run("init --from samples/west-midlands-2017.toml --format xlsx forces/wm.xlsx").done();
    let place = place.file("forces/rows.csv", "a,b\r\n");
    let run = place.run("check forces");
    assert!(run.out.contains("from forces/wm.xlsx"), "{run}");
    assert!(run.err.contains("1 file was passed over (1 .xlsx)"), "{run}");
}

#[test]
fn what_is_made_to_harm_is_refused_soon() {
    let cell = |row: u32| {
        format!("<row r='{row}'><c r='XFD{row}' t='inlineStr'><is><t>x</t></is></c></row>")
    };
    let workbook = |sheet: &str| {
        let types = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='application/xml'/></Types>";
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let book = format!(
            "<workbook xmlns='{main}' xmlns:r='{of}'><sheets><sheet name='A' sheetId='1' r:id='r1'/></sheets></workbook>"
        );
        let packages = "http://schemas.openxmlformats.org/package/2006/relationships";
        let roots = format!(
            "<Relationships xmlns='{packages}'><Relationship Id='r1' Type='{of}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
        );
        let relations = format!(
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='{of}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
        );
        let sheet = format!(
            "<worksheet xmlns='{main}'><dimension ref='A1:XFD1048576'/><sheetData>{sheet}</sheetData></worksheet>"
        );
        crate::packing::packed(&[
            ("[Content_Types].xml", types.as_bytes()),
            ("_rels/.rels", roots.as_bytes()),
            ("xl/workbook.xml", book.as_bytes()),
            ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ])
    };
    let head = "<row r='1'><c r='A1' t='inlineStr'><is><t>Part</t></is></c><c r='B1' t='inlineStr'><is><t>Detail</t></is></c><c r='D1' t='inlineStr'><is><t>Answer</t></is></c></row>";
    let lies = workbook(&format!("{head}{}{}", cell(7), cell(1_048_576)));
    let mut rows = head.to_owned();
    (2..400_000).for_each(|row| write!(rows, "<row r='{row}'/>").unwrap());
    let empty = workbook(&rows);
    let bomb = workbook(&" ".repeat(60 << 20));
    let content = |cells: &str| {
        let content = format!(
            "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:spreadsheet><table:table table:name='A'>{cells}</table:table></office:spreadsheet></office:body></office:document-content>"
        );
        crate::packing::packed(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
            ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'/>".as_slice()),
            ("content.xml", content.as_bytes()),
        ])
    };
    let repeated = content(
        "<table:table-row table:number-rows-repeated='1048576'><table:table-cell table:number-columns-repeated='16384' office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row>",
    );
    let place = Workplace::new()
        .file("bomb.xlsx", bomb)
        .file("empty.xlsx", empty)
        .file("lies.xlsx", lies)
        .file("repeated.ods", repeated);
    place
        .run("check bomb.xlsx empty.xlsx lies.xlsx repeated.ods")
        .wrong()
        .golden("workbooks/harmful");
}
