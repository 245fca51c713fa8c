//! From the sheets of a workbook to texts that load as declarations.

use std::sync::Arc;

use super::body::Body;
use super::head::Head;
use super::part::Part;
use super::rows::Rows;
use crate::document::{Sheet, Workbook};
use crate::rulebook::Vocabulary;
use crate::source::{Fault, Text};

/// A sheet that was filled in: a declaration.
#[derive(Debug)]
pub struct FilledSheet {
    /// What it says, as TOML whose places are cells.
    pub text: Arc<Text>,
    /// What is wrong with its cells. Where anything is, it is no declaration, whatever loads.
    pub faults: Vec<Fault>,
}

/// Whether any sheet of a workbook is a form to fill in.
#[must_use]
pub fn is_form(workbook: &Workbook) -> bool {
    workbook.sheets.iter().any(|sheet| Head::of(sheet).is_some())
}

/// The sheets of a workbook that were filled in, each the declaration of a force. Other sheets are passed over.
///
/// # Errors
///
/// A fault where none is a form.
pub fn filled_sheets(workbook: &Workbook, vocabulary: &Vocabulary) -> Result<Vec<FilledSheet>, Fault> {
    let forms = workbook.sheets.iter().filter_map(|sheet| Some((sheet, Head::of(sheet)?)));
    let filled: Vec<FilledSheet> =
        forms.map(|(sheet, head)| filled_sheet(workbook, sheet, &head, vocabulary)).collect();
    if filled.is_empty() {
        let message = format!("`{}` holds no form of a force: no sheet has the heads Part, Detail and Answer", workbook.name);
        return Err(Fault::whole("sheet::no-form", message)
            .help("`msacheck init --force NAME --format xlsx` writes a form to fill in; its first row must stay"));
    }
    Ok(filled)
}

fn filled_sheet(workbook: &Workbook, sheet: &Sheet, head: &Head, vocabulary: &Vocabulary) -> FilledSheet {
    let (mut parts, wrong) = Rows::new(sheet, head, vocabulary).gather();
    // A table comes before what is part of it.
    parts.sort_by_key(|gathered| match gathered.part {
        Part::Force => 0,
        Part::None(..) => 1,
        _ => 2,
    });
    let mut body = Body::default();
    body.push(head.first(), "# a sheet\n");
    parts.iter().for_each(|part| part.write(&mut body));
    let (text, faults) =
        body.finish((&workbook.name, &sheet.name, workbook.digest), wrong);
    FilledSheet { text, faults }
}
