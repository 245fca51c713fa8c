//! Any bytes as a workbook: a sheet of Excel's, the content of OpenDocument, CSV, or the file as a whole. What is
//! filled in is loaded, and what loads is written as a form again.
#![no_main]

use jiff::civil::date;
use msacheck::declaration::{self, Form, NoSources, filled_sheets, form_sheet};
use msacheck::document::open_workbook;
use msacheck::report::{form_csv, form_xlsx};
use msacheck::source::Faults;
use msacheck_fuzz::rules::RULEBOOK;
use msacheck_fuzz::{archive, say};

const TYPES: &[u8] =
    b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
const ROOTS: &[u8] = b"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
  <Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' \
  Target='xl/workbook.xml'/></Relationships>";
const BOOK: &[u8] = b"<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' \
  xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>\
  <sheet name='A' sheetId='1' r:id='r1'/></sheets></workbook>";
const SHEETS: &[u8] = b"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
  <Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' \
  Target='worksheets/sheet1.xml'/></Relationships>";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let (name, bytes) = match kind % 4 {
        0 => ("book.csv", rest.to_vec()),
        1 => {
            let kind = b"application/vnd.oasis.opendocument.spreadsheet".as_slice();
            ("book.ods", archive(&[("mimetype", kind), ("content.xml", rest)]))
        }
        2 => {
            let parts = [
                ("[Content_Types].xml", TYPES),
                ("_rels/.rels", ROOTS),
                ("xl/workbook.xml", BOOK),
                ("xl/_rels/workbook.xml.rels", SHEETS),
                ("xl/worksheets/sheet1.xml", rest),
            ];
            ("book.xlsx", archive(&parts))
        }
        _ => ("book.xlsx", rest.to_vec()),
    };
    let book = match open_workbook(name, &bytes) {
        Ok(book) => book,
        Err(fault) => return say(&[fault]),
    };
    let vocabulary = RULEBOOK.vocabulary();
    let Ok(sheets) = filled_sheets(&book, vocabulary) else { return };
    for sheet in sheets {
        say(&sheet.faults);
        let Some(text) = sheet.text else { continue };
        let faults = Faults::new();
        let loaded = declaration::load(&text, vocabulary, &NoSources, date(2026, 11, 24), &faults);
        let faults = faults.into_sorted();
        say(&faults);
        // The bridge itself writes TOML, whatever stands in the cells.
        assert!(faults.iter().all(|fault| fault.fault_code() != "toml::syntax"), "{}", text.body());
        if let Some(own) = loaded {
            let form = form_sheet(&own.force, Some(&own), vocabulary, &Form::whole());
            let _ = form_csv(&form);
            let _ = form_xlsx(&[form], own.force.as_of);
        }
    }
});
