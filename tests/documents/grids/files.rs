//! A grid as a file of each format.

use super::drawn::{Cell, Drawn};
use crate::packing::{docx, escaped, odt};
use crate::writer::{Writer, rule, text};

const TITLE: &str = "Northmarch Police: what the force has against modern slavery";
/// What stands beside a grid that stands in a cell.
const BESIDE: &str = "Annex B";

/// The endings of the files, after what tells two ways of one format apart.
pub(super) const FORMATS: [&str; 12] = [
    "html",
    "md",
    "pipes.txt",
    "spaces.txt",
    "ruled.txt",
    "tabs.txt",
    "docx",
    "odt",
    "headed.docx",
    "pdf",
    "unruled.pdf",
    "th.html",
];

/// How high a row of a page is, and how wide a letter is at most, on average, in points.
const ROW: f32 = 30.0;
const LETTER: f32 = 4.2;

/// What stands at each place: a cell, and whether it begins there.
fn places(rows: &[Vec<Cell>]) -> Vec<Vec<Option<(&Cell, bool)>>> {
    let width = rows.iter().map(|row| row.iter().map(|cell| cell.columns).sum()).max().unwrap_or(0);
    let mut places = vec![vec![None; width]; rows.len()];
    for (n, row) in rows.iter().enumerate() {
        for cell in row {
            let at = places[n].iter().position(Option::is_none).unwrap();
            for (below, line) in places[n..n + cell.rows].iter_mut().enumerate() {
                for (right, place) in line[at..at + cell.columns].iter_mut().enumerate() {
                    *place = Some((cell, below == 0 && right == 0));
                }
            }
        }
    }
    places
}

/// The text at each place; what only reaches there leaves it empty.
fn texts(rows: &[Vec<Cell>]) -> Vec<Vec<String>> {
    let own = |place: &Option<(&Cell, bool)>| match place {
        Some((cell, true)) => cell.text.clone(),
        _ => String::new(),
    };
    places(rows).iter().map(|row| row.iter().map(own).collect()).collect()
}

/// The file, or none where the format has no way to draw such a grid.
pub(super) fn file(format: &str, grid: &Drawn) -> Option<Vec<u8>> {
    let rows = &grid.rows;
    let marked = matches!(format, "headed.docx" | "th.html");
    Some(match format {
        "html" | "th.html" => {
            let table = html(rows, marked);
            let table = match grid.nested {
                true => format!("<table><tr><td>{BESIDE}</td><td>{table}</td></tr></table>"),
                false => table,
            };
            format!("<!doctype html><h1>{TITLE}</h1>{table}").into_bytes()
        }
        "docx" | "headed.docx" => {
            let table = word(rows, marked);
            let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
            let table = match grid.nested {
                true => format!(
                    "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
                    cell(&format!("<w:p><w:r><w:t>{BESIDE}</w:t></w:r></w:p>")),
                    cell(&format!("{table}<w:p/>"))
                ),
                false => table,
            };
            docx(&format!("<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>{table}"))
        }
        "odt" => {
            let table = opened(rows);
            let cell = |inner: &str| format!("<table:table-cell>{inner}</table:table-cell>");
            let table = match grid.nested {
                true => format!(
                    "<table:table><table:table-row>{}{}</table:table-row></table:table>",
                    cell(&format!("<text:p>{BESIDE}</text:p>")),
                    cell(&table)
                ),
                false => table,
            };
            odt(&format!("<text:p>{TITLE}</text:p>{table}"))
        }
        _ if grid.nested => return None,
        // Such a text, and a page without rules, can't say that a status holds for two rows.
        "md" | "pipes.txt" | "tabs.txt" | "spaces.txt" | "ruled.txt" | "unruled.pdf"
            if grid.layout == "statuses merged" =>
        {
            return None;
        }
        "md" => {
            let mut lines = piped(&texts(rows));
            lines.insert(1, format!("|{}", "---|".repeat(places(rows)[0].len())));
            format!("# {TITLE}\n\n{}\n", lines.join("\n")).into_bytes()
        }
        "pipes.txt" => format!("{TITLE}\n\n{}\n", piped(&texts(rows)).join("\n")).into_bytes(),
        "tabs.txt" => {
            let lines: Vec<String> = texts(rows).iter().map(|row| row.join("\t")).collect();
            format!("{TITLE}\n\n{}\n", lines.join("\n")).into_bytes()
        }
        "spaces.txt" => spaced(&texts(rows))?,
        "ruled.txt" => ruled(&texts(rows)),
        _ => pdf(rows, format == "pdf")?,
    })
}

fn html(rows: &[Vec<Cell>], marked: bool) -> String {
    let mut table = String::from("<table>");
    for (n, row) in rows.iter().enumerate() {
        table += "<tr>";
        for cell in row {
            let tag = if marked && n == 0 { "th" } else { "td" };
            let span = |name: &str, count: usize| match count {
                1 => String::new(),
                _ => format!(" {name}={count}"),
            };
            let (columns, lines) = (span("colspan", cell.columns), span("rowspan", cell.rows));
            table += &format!("<{tag}{columns}{lines}>{}</{tag}>", escaped(&cell.text));
        }
        table += "</tr>";
    }
    table + "</table>"
}

fn word(rows: &[Vec<Cell>], marked: bool) -> String {
    let mut table = String::from("<w:tbl>");
    for (n, row) in places(rows).iter().enumerate() {
        table += "<w:tr>";
        if marked && n == 0 {
            table += "<w:trPr><w:tblHeader/></w:trPr>";
        }
        let mut at = 0;
        while let Some(place) = row.get(at) {
            let Some((cell, begins)) = place else {
                table += "<w:tc><w:p/></w:tc>";
                at += 1;
                continue;
            };
            let span = format!("<w:gridSpan w:val=\"{}\"/>", cell.columns);
            let merge = match (cell.rows, begins) {
                (1, _) => "",
                (_, true) => "<w:vMerge w:val=\"restart\"/>",
                (_, false) => "<w:vMerge/>",
            };
            let text = if *begins { escaped(&cell.text) } else { String::new() };
            table += &format!(
                "<w:tc><w:tcPr>{span}{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
            );
            at += cell.columns;
        }
        table += "</w:tr>";
    }
    table + "</w:tbl>"
}

fn opened(rows: &[Vec<Cell>]) -> String {
    let mut table = String::from("<table:table>");
    for row in places(rows) {
        table += "<table:table-row>";
        for place in row {
            table += &match place {
                Some((cell, true)) => format!(
                    "<table:table-cell table:number-columns-spanned=\"{}\" table:number-rows-spanned=\"{}\">\
                     <text:p>{}</text:p></table:table-cell>",
                    cell.columns,
                    cell.rows,
                    escaped(&cell.text)
                ),
                Some((_, false)) => "<table:covered-table-cell/>".to_owned(),
                None => "<table:table-cell/>".to_owned(),
            };
        }
        table += "</table:table-row>";
    }
    table + "</table:table>"
}

fn piped(texts: &[Vec<String>]) -> Vec<String> {
    texts.iter().map(|row| format!("| {} |", row.join(" | "))).collect()
}

/// How wide each column is.
fn widths(texts: &[Vec<String>]) -> Vec<usize> {
    let width = |n: usize| texts.iter().map(|row| row[n].chars().count()).max().unwrap_or(0);
    (0..texts[0].len()).map(width).collect()
}

fn padded(row: &[String], widths: &[usize], between: &str) -> String {
    let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}"));
    cells.collect::<Vec<_>>().join(between)
}

/// Columns told apart by spaces alone.
fn spaced(texts: &[Vec<String>]) -> Option<Vec<u8>> {
    // Two lines are no columns, and one that begins with nothing goes on from the line above.
    if texts.len() < 3 || texts.iter().any(|row| row[0].is_empty()) {
        return None;
    }
    let widths = widths(texts);
    let lines = texts.iter().map(|row| padded(row, &widths, "    ").trim_end().to_owned());
    Some(format!("{TITLE}\n\n{}\n", lines.collect::<Vec<_>>().join("\n")).into_bytes())
}

/// Columns and rows told apart by lines of signs.
fn ruled(texts: &[Vec<String>]) -> Vec<u8> {
    let widths = widths(texts);
    let dashes: Vec<String> = widths.iter().map(|width| "-".repeat(width + 2)).collect();
    let rule = format!("+{}+", dashes.join("+"));
    let mut lines = vec![rule.clone()];
    for row in texts {
        lines.extend([format!("| {} |", padded(row, &widths, " | ")), rule.clone()]);
    }
    format!("{TITLE}\n\n{}\n", lines.join("\n")).into_bytes()
}

fn pdf(rows: &[Vec<Cell>], ruled: bool) -> Option<Vec<u8>> {
    // The type that every reader has knows no ticks.
    let known = |cell: &Cell| !cell.text.contains(['✓', '☒', '☐', '☑', '…']);
    if !rows.iter().flatten().all(known) {
        return None;
    }
    let places = places(rows);
    let wide = 500.0 / places[0].len() as f32;
    let x = |n: usize| 50.0 + n as f32 * wide;
    let y = |n: usize| 120.0 + n as f32 * ROW;
    let mut page = text(50.0, 80.0, 14.0, TITLE);
    for (n, row) in places.iter().enumerate() {
        for (m, place) in row.iter().enumerate() {
            let Some((cell, true)) = place else { continue };
            let (left, right) = (x(m), x(m + cell.columns));
            let (top, bottom) = (y(n), y(n + cell.rows));
            if ruled {
                page += &rule(left, top, right, top);
                page += &rule(left, bottom, right, bottom);
                page += &rule(left, top, left, bottom);
                page += &rule(right, top, right, bottom);
            }
            for (line, words) in set(&cell.text, right - left)?.iter().enumerate() {
                page += &text(left + 4.0, top + 10.0 + line as f32 * 9.0, 8.0, words);
            }
        }
    }
    let mut writer = Writer::new();
    writer.page(&page);
    Some(writer.finish())
}

/// A cell's text as the lines that it is set in; none where it doesn't fit.
fn set(text: &str, wide: f32) -> Option<Vec<String>> {
    let fits = |text: &str| text.chars().count() as f32 * LETTER <= wide - 8.0;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut().filter(|line| fits(&format!("{line} {word}"))) {
            Some(line) => *line += &format!(" {word}"),
            None => lines.push(word.to_owned()),
        }
    }
    (lines.len() <= 3 && lines.iter().all(|line| fits(line))).then_some(lines)
}
