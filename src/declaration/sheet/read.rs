//! From the sheets of a workbook to texts that load as declarations.

use std::borrow::Cow;
use std::sync::Arc;

use super::body::Body;
use super::guard::unguarded;
use super::head::Head;
use super::part::Part;
use super::rows::Rows;
use crate::document::{Held, Sheet, Workbook};
use crate::rulebook::Vocabulary;
use crate::source::{Fault, Text};

/// A sheet that was filled in: a declaration.
#[derive(Debug)]
pub struct FilledSheet {
    /// What it says, as TOML whose places are cells; nothing where its columns can't be told.
    pub text: Option<Arc<Text>>,
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
pub fn filled_sheets(
    workbook: &Workbook,
    vocabulary: &Vocabulary,
) -> Result<Vec<FilledSheet>, Fault> {
    let sheets = workbook.sheets.iter().map(|sheet| match workbook.is_csv {
        true => Cow::Owned(as_meant(sheet)),
        false => Cow::Borrowed(sheet),
    });
    let forms = sheets.filter_map(|sheet| {
        let head = Head::of(&sheet)?;
        Some(filled_sheet(workbook, &sheet, &head, vocabulary))
    });
    let filled: Vec<FilledSheet> = forms.collect();
    if filled.is_empty() {
        let message = format!(
            "`{}` holds no form of a force: no sheet has the heads Part, Detail and Answer",
            workbook.name
        );
        return Err(Fault::whole("sheet::no-form", message)
            .help("`msacheck init --force NAME --format xlsx` writes a form to fill in; its first row must stay"));
    }
    Ok(filled)
}

/// The sheet without the apostrophes that guard its texts.
fn as_meant(sheet: &Sheet) -> Sheet {
    let mut sheet = sheet.clone();
    for held in sheet.cells.values_mut() {
        if let Held::Text(text) = held {
            *text = unguarded(text).to_owned();
        }
    }
    sheet
}

fn filled_sheet(
    workbook: &Workbook,
    sheet: &Sheet,
    head: &Head,
    vocabulary: &Vocabulary,
) -> FilledSheet {
    let called = (workbook.name.as_str(), sheet.name.as_str(), workbook.digest);
    if !head.is_whole() {
        let (_, faults) = Body::default().finish(called, head.wrong());
        return FilledSheet { text: None, faults };
    }
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
    let (text, faults) = body.finish(called, wrong);
    FilledSheet { text: Some(text), faults }
}
