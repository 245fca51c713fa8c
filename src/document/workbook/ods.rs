//! Workbooks of LibreOffice: one part of XML, in which one row may stand for a million of the same.

use super::sheet::{Held, Sheet};
use super::taken::{Left, Taken};
use crate::document::archive::damaged;
use crate::document::xml::{Damage, Ns, Xml, XmlElement, XmlPiece, decode};
use crate::source::Fault;

/// The most cells that one may stand for: no sheet has more columns.
const MOST_COLUMNS: u32 = 16_384;

/// Reads the sheets of a workbook, whose content is the part of it that holds them.
pub(super) fn sheets(name: &str, content: &[u8]) -> Result<Vec<Sheet>, Fault> {
    let broken = |why: Damage| damaged(name, &format!("its part `content.xml` {why}"));
    let content = decode(content).map_err(broken)?;
    let mut xml = Xml::new(&content);
    let mut left = Left::new();
    let mut sheets = Vec::new();
    while let Some(piece) = xml.next().map_err(broken)? {
        match piece {
            XmlPiece::Open(Ns::Table, element) if element.name() == "table" => {
                let own = element.get("name").unwrap_or_default();
                let mut table = Table { taken: Taken::new(name, &own, &mut left), row: 0 };
                let mut groups = 0;
                while let Some(row) = next(&mut xml, &["table-row"], &mut groups).map_err(broken)? {
                    let cells = cells(&mut xml).map_err(broken)?;
                    table.row(&cells, row.number("number-rows-repeated").unwrap_or(1))?;
                }
                sheets.push(table.taken.sheet);
            }
            // What was before somebody changed it.
            XmlPiece::Open(Ns::Table, element) if element.name() == "tracked-changes" => {
                xml.skip().map_err(broken)?;
            }
            _ => {}
        }
    }
    Ok(sheets)
}

/// The next element of these names within the one that is open; none where that ends. Rows may stand in
/// groups: how many are open. A sheet has shapes, too, and what is neither is passed over.
fn next<'a>(
    xml: &mut Xml<'a>,
    names: &[&str],
    groups: &mut usize,
) -> Result<Option<XmlElement<'a>>, Damage> {
    loop {
        match xml.next()? {
            Some(XmlPiece::Open(Ns::Table, element)) if names.contains(&element.name()) => {
                return Ok(Some(element));
            }
            Some(XmlPiece::Open(Ns::Table, element)) if is_group(element.name()) => *groups += 1,
            Some(XmlPiece::Open(..)) => xml.skip()?,
            Some(XmlPiece::Close(..)) if *groups == 0 => return Ok(None),
            Some(XmlPiece::Close(..)) => *groups -= 1,
            Some(XmlPiece::Text(_)) => {}
            None => return Err("ends in the middle"),
        }
    }
}

fn is_group(name: &str) -> bool {
    matches!(name, "table-row-group" | "table-header-rows" | "table-rows")
}

/// A cell of a row.
struct Cell {
    /// How many columns it stands for.
    times: u32,
    held: Option<Held>,
    /// How many rows and columns are merged into it.
    spans: (u32, u32),
}

/// A sheet as it is read, row after row.
struct Table<'a> {
    taken: Taken<'a>,
    row: u32,
}

impl Table<'_> {
    fn row(&mut self, cells: &[Cell], times: u32) -> Result<(), Fault> {
        let is_blank = cells.iter().all(|cell| cell.held.is_none() && cell.spans == (1, 1));
        // Each row that is put is counted, so that no more are than a workbook may have.
        let rows = if is_blank { 0..0 } else { self.row..self.row.saturating_add(times) };
        for row in rows {
            let mut column = 0_u32;
            for Cell { times, held, spans } in cells {
                let first = (row, column);
                if *spans != (1, 1) {
                    let last = |from: u32, of: u32| from.saturating_add(of.saturating_sub(1));
                    self.taken.merge((first, (last(row, spans.0), last(column, spans.1))))?;
                }
                let end = column.saturating_add((*times).min(MOST_COLUMNS));
                if let Some(held) = held {
                    (column..end).try_for_each(|at| self.taken.put((row, at), held.clone()))?;
                }
                column = end;
            }
        }
        self.row = self.row.saturating_add(times);
        Ok(())
    }
}

/// The cells of the row that is open.
fn cells(xml: &mut Xml<'_>) -> Result<Vec<Cell>, Damage> {
    let mut cells = Vec::new();
    while let Some(element) = next(xml, &["table-cell", "covered-table-cell"], &mut 0)? {
        let number = |of| element.number(of).unwrap_or(1).max(1);
        let spans = (number("number-rows-spanned"), number("number-columns-spanned"));
        let times = number("number-columns-repeated");
        let words = words(xml)?;
        cells.push(Cell { times, held: held(&element, words), spans });
    }
    Ok(cells)
}

/// What a cell holds: its value where it says what kind of one it is, else its words.
fn held(element: &XmlElement<'_>, words: String) -> Option<Held> {
    let number = || Some(Held::Number(element.get("value")?.trim().parse().ok()?));
    let kind = element.get("value-type").unwrap_or_default();
    let value = match kind.as_str() {
        "float" | "percentage" | "currency" => number(),
        "boolean" => element.get("boolean-value").map(|yes| Held::YesNo(yes == "true")),
        "date" => element.get("date-value").map(|date| Held::of_date(&date)),
        "time" => element.get("time-value").map(Held::NoValue),
        _ => None,
    };
    value.or_else(|| {
        let text = element.get("string-value").unwrap_or(words);
        let wrong = element.get("formula").is_some() && is_error(&text);
        (!text.is_empty()).then_some(if wrong { Held::NoValue(text) } else { Held::Text(text) })
    })
}

/// Whether a formula that comes to this couldn't be worked out.
fn is_error(text: &str) -> bool {
    text.starts_with("Err:")
        || (text.starts_with('#') && (text.ends_with(['!', '?']) || text == "#N/A"))
}

/// The words of the cell that is open, a line a paragraph.
fn words(xml: &mut Xml<'_>) -> Result<String, Damage> {
    let (mut words, mut paragraphs, mut depth) = (String::new(), 0, 0_usize);
    loop {
        match xml.next()? {
            Some(XmlPiece::Open(Ns::Text, element)) => {
                depth += 1;
                match element.name() {
                    "p" => {
                        if paragraphs > 0 {
                            words.push('\n');
                        }
                        paragraphs += 1;
                    }
                    "s" => {
                        let spaces = element.number("c").unwrap_or(1).min(1_000);
                        words.extend((0..spaces).map(|_| ' '));
                    }
                    "tab" => words.push('\t'),
                    "line-break" => words.push('\n'),
                    _ => {}
                }
            }
            // Notes and pictures are no words of the cell.
            Some(XmlPiece::Open(..)) => xml.skip()?,
            Some(XmlPiece::Close(..)) if depth == 0 => return Ok(words),
            Some(XmlPiece::Close(..)) => depth -= 1,
            Some(XmlPiece::Text(text)) if depth > 0 => {
                words.extend(text.chars().map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c }));
            }
            Some(XmlPiece::Text(_)) => {}
            None => return Err("ends in the middle"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &str) -> Result<Sheet, Fault> {
        let table = format!("<table:table table:name=\"A\">{rows}</table:table>");
        sheets("a.ods", table.as_bytes()).map(|mut sheets| sheets.remove(0))
    }

    fn row(times: &str, cells: &str) -> String {
        let repeated = format!("table:number-rows-repeated=\"{times}\"");
        format!("<table:table-row {repeated}>{cells}</table:table-row>")
    }

    fn cell(times: &str, inner: &str) -> String {
        let repeated = format!("table:number-columns-repeated=\"{times}\"");
        format!("<table:table-cell {repeated}>{inner}</table:table-cell>")
    }

    #[test]
    fn what_stands_for_many_is_as_many_and_what_is_empty_is_nothing() {
        let text = "<text:p>x</text:p>";
        let rows = row("2", &(cell("3", text) + &cell("16000", ""))) + &row("1048000", "");
        assert_eq!(read(&rows).unwrap().cells.len(), 6);
        let group = format!("<table:table-row-group>{}</table:table-row-group>", row("1", ""));
        let after = row("1", &cell("1", text));
        let cells = read(&(group + &row("5", "") + &after)).unwrap().cells;
        assert_eq!(cells.into_keys().collect::<Vec<_>>(), [(6, 0)]);
        let fault = read(&row("1048576", &cell("16384", text))).unwrap_err();
        assert_eq!(fault.fault_code(), "sheet::too-large");
        let covered =
            "<table:table-cell table:number-columns-spanned=\"2\"/><table:covered-table-cell/>";
        assert_eq!(read(&row("1", covered)).unwrap().merged, [((0, 0), (0, 1))]);
    }

    #[test]
    fn words_are_as_they_are_shown() {
        let note = "<office:annotation><text:p>by the way</text:p></office:annotation>";
        let words = "<text:p>a<text:s text:c=\"2\"/>b<text:tab/><text:span>c</text:span></text:p><text:p>d</text:p>";
        let of = |cell: &str| read(&row("1", cell)).unwrap().cells.remove(&(0, 0));
        assert_eq!(
            of(&cell("1", &(note.to_owned() + words))),
            Some(Held::Text("a  b\tc\nd".to_owned()))
        );
        let value = |attributes: &str| {
            of(&format!("<table:table-cell {attributes}><text:p>#REF!</text:p></table:table-cell>"))
        };
        assert_eq!(
            value("office:value-type=\"percentage\" office:value=\"0.5\""),
            Some(Held::Number(0.5))
        );
        assert_eq!(
            value("office:value-type=\"boolean\" office:boolean-value=\"true\""),
            Some(Held::YesNo(true))
        );
        let day = Held::Day(jiff::civil::date(2017, 3, 31));
        assert_eq!(
            value("office:value-type=\"date\" office:date-value=\"2017-03-31T09:00:00\""),
            Some(day)
        );
        assert_eq!(
            value("table:formula=\"of:=A1\" office:value-type=\"string\""),
            Some(Held::NoValue("#REF!".to_owned()))
        );
        assert_eq!(value("office:value-type=\"string\""), Some(Held::Text("#REF!".to_owned())));
    }
}
