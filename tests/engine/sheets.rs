//! A declaration that goes through a workbook or CSV, and back, loses nothing, whatever its texts hold.

use msacheck::declaration::{self, Declaration, Form, filled_sheets, form_sheet};
use msacheck::document::open_workbook;
use msacheck::report::{form_csv, form_xlsx};
use msacheck::rulebook::Rulebook;
use msacheck::source::{Faults, Place};

use crate::calendar::on;
use crate::case::{TODAY, lines, load_text};
use crate::hostile::{Shelf, any_hostile};
use crate::round_trip::{plain, rulebook};
use crate::run;
use crate::toml_text::Order;

/// The form of a declaration in a format, as its file's name and bytes.
fn written(format: &str, own: &Declaration, rulebook: &Rulebook) -> Result<Vec<u8>, String> {
    let sheet = form_sheet(&own.force, Some(own), rulebook.vocabulary(), &Form::whole());
    let bytes = match format {
        "xlsx" => form_xlsx(&[sheet], on(2020, 2, 29).civil()),
        _ => form_csv(&sheet),
    };
    bytes.map_err(|fault| fault.to_string())
}

/// The declaration that a workbook holds.
fn read(format: &str, bytes: &[u8], rulebook: &Rulebook) -> Result<Declaration, String> {
    let book =
        open_workbook(&format!("force.{format}"), bytes).map_err(|fault| fault.to_string())?;
    let sheets = filled_sheets(&book, rulebook.vocabulary()).map_err(|fault| fault.to_string())?;
    let [sheet] = sheets.as_slice() else { return Err(format!("{} sheets", sheets.len())) };
    if !sheet.faults.is_empty() {
        return Err(lines(&sheet.faults));
    }
    let text = sheet.text.as_ref().ok_or("no columns")?;
    let faults = Faults::new();
    declaration::load(text, rulebook.vocabulary(), &Shelf, TODAY.civil(), &faults)
        .ok_or_else(|| format!("{}\n{}", lines(&faults.into_sorted()), text.body()))
}

/// What a cell may hold that means something somewhere, or nothing anywhere.
const CELLS: [&str; 40] = [
    "",
    "force",
    "source 1",
    "source",
    "none",
    "none request",
    "none request 2",
    "information 1",
    "judgement 1",
    "lead",
    "Lead",
    "\"lead\"",
    "[lead]",
    "a.b",
    "id",
    "kind",
    "as_of",
    "state",
    "rank",
    "members",
    "members_complete",
    "evidence",
    "of",
    "from",
    "until",
    "note",
    "territorial",
    "northmarch",
    "2017",
    "2017-03-31",
    "in place",
    "In  Place",
    "'=1",
    "'''",
    "\"\"\"",
    "\\",
    "a\nb = 1\n[c]",
    "#",
    "“x; y”; z",
    "\u{0}",
];

#[test]
fn whatever_stands_in_cells_is_put_into_toml_that_is_toml() {
    let rulebook = rulebook();
    let row = proptest::collection::vec(proptest::sample::select(&CELLS[..]), 9);
    run::holds(2000, &proptest::collection::vec(row, 1..12), |rows| {
        let mut csv = "Part,Detail,Question,Answer,Quote,Source,Page,Line,Date\n".to_owned();
        for row in rows {
            let cells: Vec<String> =
                row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            csv += &format!("{}\n", cells.join(","));
        }
        let book = open_workbook("force.csv", csv.as_bytes()).map_err(|fault| fault.to_string())?;
        let sheets =
            filled_sheets(&book, rulebook.vocabulary()).map_err(|fault| fault.to_string())?;
        let text = sheets[0].text.as_ref().ok_or("no columns")?;
        let faults = Faults::new();
        let _ = declaration::load(text, rulebook.vocabulary(), &Shelf, TODAY.civil(), &faults);
        match faults.into_sorted().iter().find(|fault| fault.fault_code() == "toml::syntax") {
            Some(fault) => Err(format!("{}\n{}\n{csv}", fault.one_line(), text.body())),
            None => Ok(()),
        }
    });
}

#[test]
fn what_was_put_into_a_workbook_is_taken_out_of_it() {
    let rulebook = rulebook();
    run::holds(300, &any_hostile(), |facts| {
        let text = facts.toml(&mut Order::kept());
        let first = load_text(&rulebook, text.clone(), &Shelf).map_err(|faults| lines(&faults))?;
        for format in ["xlsx", "csv"] {
            let bytes = written(format, &first, &rulebook)?;
            let again =
                read(format, &bytes, &rulebook).map_err(|why| format!("{why}\n\n{text}"))?;
            let (meant, got) = (plain(&first), plain(&again));
            if meant != got {
                return Err(format!("{format}: {meant:#?}\nbecame\n{got:#?}\n\n{text}"));
            }
            // The other way round: out of the workbook into TOML, and into a workbook again.
            let toml = load_text(&rulebook, declaration::write(&again), &Shelf);
            let toml = toml.map_err(|faults| lines(&faults))?;
            if written(format, &toml, &rulebook)? != bytes {
                return Err(format!("{format}: written otherwise after TOML\n\n{text}"));
            }
            let places: Vec<Place> = again
                .declared
                .values()
                .map(|declared| declared.text.place(declared.span.start))
                .collect();
            if places.iter().any(|place| place.cell().is_none_or(|cell| !cell.starts_with('D'))) {
                return Err(format!(
                    "{format}: a state that stands in no cell of answers: {places:?}"
                ));
            }
        }
        Ok(())
    });
}
