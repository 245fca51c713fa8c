//! A form as a workbook: a sheet that explains it, and one a force.
//!
//! Answers are cells of text, so that no program makes a date of `2017-03` or of `10-15`; where a whole day is
//! asked, they are dates. What is filled in already is never a formula, nor a link.

use std::collections::BTreeSet;

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, Format, Workbook, Worksheet,
    XlsxError,
};

use super::super::xlsx::cell_formats::CellFormats;
use super::super::xlsx::sheet::{FIRST_DAY, TITLE, date, fit, lines, table};
use super::explained;
use crate::declaration::{Answered, Column, FormSheet, Offers, Row, Shows};
use crate::source::Fault;
use crate::standing::{Day, Words as _};

/// The longest list of words that a drop-down holds, in characters: Excel's limit.
const LONGEST_LIST: usize = 255;
/// The longest name of a sheet.
const LONGEST_NAME: usize = 31;

/// The forms of some forces as a workbook, which bears a day as its own, so that the same forms give the same
/// bytes.
///
/// # Errors
///
/// Where what is filled in doesn't fit into a cell.
pub fn form_xlsx(sheets: &[FormSheet], day: Day) -> Result<Vec<u8>, Fault> {
    let unwritten = |what: &str, error: XlsxError| {
        Fault::whole("output::unwritten", format!("no workbook could be made: {what}{error}"))
            .help("a cell holds 32,767 characters; TOML takes longer texts")
    };
    let mut book = Workbook::new();
    let made = date(day).or_else(|_| date(FIRST_DAY)).map_err(|error| unwritten("", error))?;
    book.set_properties(&DocProperties::new().set_title(TITLE).set_creation_datetime(&made));
    let looks = Looks::new();
    explained::write(book.add_worksheet(), &looks.formats).map_err(|error| unwritten("", error))?;
    let mut names = BTreeSet::from(["how to".to_owned()]);
    for (n, form) in sheets.iter().enumerate() {
        let sheet = book.add_worksheet();
        let name = tab(&form.name, &mut names);
        sheet.set_name(name).map_err(|error| unwritten("", error))?;
        if n == 0 {
            sheet.set_active(true);
        }
        write(sheet, form, &looks).map_err(|(what, error)| unwritten(&what, error))?;
    }
    book.save_to_buffer().map_err(|error| unwritten("", error))
}

/// The name of a sheet that no other has, without what no sheet's name holds.
fn tab(name: &str, taken: &mut BTreeSet<String>) -> String {
    let fit = |c: &char| !c.is_control() && !"[]:*?/\\'".contains(*c);
    let plain: String = name.chars().filter(fit).collect();
    let plain = if plain.trim().is_empty() { "Force" } else { plain.trim() };
    let cut = |text: &str, most: usize| -> String {
        let mut units = 0;
        text.chars()
            .take_while(|c| {
                units += c.len_utf16();
                units <= most
            })
            .collect()
    };
    let numbered = |n: usize| match n {
        1 => cut(plain, LONGEST_NAME).trim().to_owned(),
        n => format!("{} {n}", cut(plain, LONGEST_NAME - 5).trim()),
    };
    let free = (1..10_000).map(numbered).find(|name| taken.insert(name.to_lowercase()));
    free.unwrap_or_else(|| "Force".to_owned())
}

/// How cells look.
struct Looks {
    formats: CellFormats,
    /// What an answer belongs to: there for the program.
    key: Format,
    /// A question.
    question: Format,
    /// The question that comes first.
    first: Format,
    /// The title of what follows.
    heading: Format,
    /// A cell to fill in.
    open: Format,
    /// The same for a day.
    day: Format,
    /// The same for a number.
    number: Format,
}

impl Looks {
    fn new() -> Self {
        let formats = CellFormats::new();
        let plain = formats.plain.clone();
        let open = plain.clone().set_background_color(Color::RGB(0x00ff_fbe6));
        Self {
            key: plain.clone().set_font_color(Color::RGB(0x006b_7680)),
            question: plain.clone(),
            first: plain.clone().set_bold(),
            heading: formats.heading.clone(),
            day: open.clone().set_num_format("yyyy-mm-dd"),
            number: open.clone().set_num_format("0"),
            open: open.set_num_format("@"),
            formats,
        }
    }
}

/// The widths of the columns, in their order.
fn width(column: Column) -> u8 {
    match column {
        Column::Part => 20,
        Column::Detail => 18,
        Column::Question => 56,
        Column::Answer => 30,
        Column::Quote => 48,
        Column::Source => 14,
        Column::Page | Column::Line => 7,
        Column::Date | Column::From | Column::To => 12,
    }
}

type Unwritten = (String, XlsxError);

fn write(sheet: &mut Worksheet, form: &FormSheet, looks: &Looks) -> Result<(), Unwritten> {
    let no_place = |error| (String::new(), error);
    for (at, column) in (0..).zip(Column::ALL) {
        sheet
            .set_column_width(at, f64::from(width(*column)))
            .and_then(|sheet| {
                sheet.write_string_with_format(0, at, column.word(), &looks.formats.head)
            })
            .map_err(no_place)?;
    }
    for (at, row) in (1..).zip(&form.rows) {
        self::row(sheet, at, row, looks)
            .map_err(|error| (format!("`{}` of `{}`: ", row.detail, row.part), error))?;
    }
    let rows = u32::try_from(form.rows.len()).unwrap_or(u32::MAX);
    let columns = u16::try_from(Column::ALL.len()).unwrap_or(u16::MAX);
    table(sheet, rows, columns).map_err(no_place)
}

fn row(sheet: &mut Worksheet, at: u32, row: &Row, looks: &Looks) -> Result<(), XlsxError> {
    let question = match row.shows {
        Shows::Heading => &looks.heading,
        Shows::First => &looks.first,
        Shows::Further => &looks.question,
    };
    if row.shows == Shows::Heading {
        sheet.write_string_with_format(at, 0, &row.question, question)?;
        sheet.set_row_height(at, 26)?;
        return Ok(());
    }
    let mut highest = 1;
    for (column, of) in (0..).zip(Column::ALL) {
        let words = |said: &str| lines(said, width(*of));
        match of {
            Column::Part => sheet.write_string_with_format(at, column, &row.part, &looks.key)?,
            Column::Detail => {
                sheet.write_string_with_format(at, column, &row.detail, &looks.key)?
            }
            Column::Question => {
                highest = highest.max(words(&row.question));
                sheet.write_string_with_format(at, column, &row.question, question)?
            }
            Column::Answer => {
                if row.offers == Offers::Nothing {
                    continue;
                }
                highest = highest.max(shown(&row.answer).map_or(1, words));
                offer(sheet, at, column, &row.offers)?;
                let whole = row.offers == Offers::Day;
                put(
                    sheet,
                    (at, column),
                    &row.answer,
                    if whole { &looks.day } else { &looks.open },
                    looks,
                )?;
                continue;
            }
            column_of => {
                let Some(evidence) = &row.evidence else { continue };
                let answer = evidence.get(column_of).cloned().unwrap_or_default();
                highest = highest.max(shown(&answer).map_or(1, words));
                put(sheet, (at, column), &answer, &looks.open, looks)?;
                continue;
            }
        };
    }
    fit(sheet, at, std::iter::once(highest))
}

fn shown(answer: &Answered) -> Option<&str> {
    match answer {
        Answered::Text(text) => Some(text),
        _ => None,
    }
}

/// Writes what is filled in, or leaves a cell to fill in.
fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    answer: &Answered,
    open: &Format,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match answer {
        Answered::Blank => sheet.write_blank(row, column, open)?,
        Answered::Text(text) => sheet.write_string_with_format(row, column, text, open)?,
        Answered::Number(number) => match i32::try_from(*number) {
            Ok(number) => sheet.write_number_with_format(row, column, number, &looks.number)?,
            // Sheets have no number that is as exact.
            Err(_) => sheet.write_string_with_format(row, column, number.to_string(), open)?,
        },
        Answered::Day(day) => match date(*day) {
            Ok(date) => sheet.write_datetime_with_format(row, column, &date, &looks.day)?,
            Err(_) => sheet.write_string_with_format(row, column, day.to_string(), open)?,
        },
    };
    Ok(())
}

/// Says what may be answered: as a drop-down, where there are some words.
fn offer(sheet: &mut Worksheet, row: u32, column: u16, offers: &Offers) -> Result<(), XlsxError> {
    let rule = match offers {
        Offers::Words(words) => {
            let fits =
                words.iter().map(|word| word.chars().count() + 1).sum::<usize>() <= LONGEST_LIST;
            if !fits || words.iter().any(|word| word.contains(',')) {
                return Ok(());
            }
            DataValidation::new()
                .allow_list_strings(words)?
                .set_error_style(DataValidationErrorStyle::Stop)
                .set_error_title("Not one of these")?
                .set_error_message(
                    "Choose one of the words in the list, or leave the cell empty.",
                )?
        }
        Offers::Anything("") | Offers::Nothing => return Ok(()),
        Offers::Anything(hint) => {
            DataValidation::new().allow_any_value().set_input_message(*hint)?
        }
        Offers::Day => {
            DataValidation::new().allow_any_value().set_input_message("A day: 2017-03-31")?
        }
    };
    sheet.add_data_validation(row, column, row, column, &rule)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_force_has_a_tab_of_its_own() {
        let mut taken = BTreeSet::new();
        assert_eq!(tab("Wolds/Fen", &mut taken), "WoldsFen");
        assert_eq!(tab("woldsfen", &mut taken), "woldsfen 2");
        assert_eq!(tab("'*'", &mut taken), "Force");
        let long = "Northmarch and Southmere Joint Police".to_owned();
        assert_eq!(tab(&long, &mut taken), "Northmarch and Southmere Joint");
    }
}
