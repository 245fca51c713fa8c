//! A form as CSV: quoted throughout, in UTF-8 with the mark by which Excel knows it.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::declaration::{Answered, Column, FormSheet, guarded};
use crate::source::Fault;
use crate::standing::Words as _;

/// The form of one force as CSV. What a spreadsheet would take for a formula has an apostrophe before it,
/// which is taken off when the form is read.
///
/// # Errors
///
/// None in practice: it is written to memory.
pub fn form_csv(sheet: &FormSheet) -> Result<Vec<u8>, Fault> {
    let unwritten = |error: &dyn std::fmt::Display| {
        Fault::whole("output::unwritten", format!("no CSV could be made: {error}"))
    };
    let mut table = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let heads = Column::ALL.iter().map(|column| column.word());
    table.write_record(heads).map_err(|error| unwritten(&error))?;
    for row in &sheet.rows {
        let evidence = row.evidence.as_ref();
        let cells = Column::ALL.iter().map(|column| match column {
            Column::Part => guarded(&row.part),
            Column::Detail => guarded(&row.detail),
            Column::Question => guarded(&row.question),
            Column::Answer => shown(&row.answer),
            column => evidence.and_then(|own| own.get(column)).map(shown).unwrap_or_default(),
        });
        table.write_record(cells).map_err(|error| unwritten(&error))?;
    }
    table.into_inner().map_err(|error| unwritten(&error))
}

fn shown(answer: &Answered) -> String {
    match answer {
        Answered::Blank => String::new(),
        Answered::Text(text) => guarded(text),
        Answered::Number(number) => number.to_string(),
        Answered::Day(day) => day.to_string(),
    }
}
