//! Grids as people draw them: labels and statuses by chance, in each layout and each format, with what a careful reader
//! takes from each cell. What isn't known isn't guessed: above all, nothing is falsely in place.

use msacheck::document::open;

use crate::declared::declared;
use crate::packing::{docx, escaped, odt};
use crate::writer::{Writer, rule, text};

/// Names of arrangements as people write them, with what they name.
const LABELS: [(&str, &str); 9] = [
    ("Modern slavery coordinator", "coordinator"),
    ("Strategic lead for modern slavery", "lead"),
    ("Modern slavery strategy", "strategy"),
    ("Budget for modern slavery", "budget"),
    ("Training on modern slavery for officers", "training"),
    ("Guidance on modern slavery for officers", "guidance"),
    ("Anti-slavery partnership board", "partnership"),
    ("Analyst for modern slavery", "intelligence"),
    ("Awareness campaign on modern slavery", "awareness"),
];

/// Statuses as people write them, with what they say.
const STATUSES: [(&str, &str); 38] = [
    ("In place", "in place"),
    ("in place", "in place"),
    ("Complete", "in place"),
    ("COMPLETED", "in place"),
    ("Green", "in place"),
    ("G", "in place"),
    ("Yes", "in place"),
    ("Y", "in place"),
    ("Fully in place", "in place"),
    ("100%", "in place"),
    ("Yes – since 2017", "in place"),
    ("Adopted in 2016", "in place"),
    ("Partly", "partial"),
    ("Amber", "partial"),
    ("Partially in place", "partial"),
    ("Started", "partial"),
    ("40%", "partial"),
    ("Yes, part-time", "partial"),
    ("On track", "planned"),
    ("Planned for 2030", "planned"),
    ("Planned", "planned"),
    ("Out to advert", "planned"),
    ("No", "absent"),
    ("N", "absent"),
    ("Red", "absent"),
    ("R", "absent"),
    ("Not in place", "absent"),
    ("Not started", "absent"),
    ("N/A", "absent"),
    ("n/a", "absent"),
    ("0%", "absent"),
    ("Withdrawn in 2016", "absent"),
    ("None", "absent"),
    ("TBC", "not stated"),
    ("To be confirmed", "not stated"),
    ("Fuchsia", "not stated"),
    ("Tier 2", "not stated"),
    ("", "not stated"),
];

/// Numbers by chance, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % most as u64).unwrap()
    }
}

/// A table: its rows, and what a careful reader takes from it.
struct Drawn {
    layout: usize,
    rows: Vec<Vec<String>>,
    expected: Vec<(&'static str, &'static str)>,
}

const LAYOUTS: usize = 8;

fn drawn(chance: &mut Chance, layout: usize) -> Drawn {
    let count = 2 + chance.below(4);
    let first = chance.below(LABELS.len());
    let picked: Vec<_> = (0..count).map(|n| LABELS[(first + n * 2) % LABELS.len()]).collect();
    let mut statuses: Vec<_> =
        picked.iter().map(|_| STATUSES[chance.below(STATUSES.len())]).collect();
    if statuses.iter().all(|(text, _)| text.is_empty()) {
        statuses[0] = STATUSES[0];
    }
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let both = || picked.iter().zip(&statuses).enumerate();
    let number = |n: usize| (n + 1).to_string();
    let mut rows = Vec::new();
    match layout {
        0 => {
            rows.push(row(&["Arrangement", "Status"]));
            rows.extend(both().map(|(_, (label, status))| row(&[label.0, status.0])));
        }
        1 => {
            rows.push(row(&["No.", "Arrangement", "In place?"]));
            rows.extend(both().map(|(n, (label, status))| row(&[&number(n), label.0, status.0])));
        }
        2 => {
            rows.push(row(&["Objective", "Arrangement", "Owner", "RAG"]));
            let strands = ["Pursue", "Prevent", "Protect", "Prepare", "Pursue"];
            rows.extend(
                both()
                    .map(|(n, (label, status))| row(&[strands[n], label.0, "ACC Crime", status.0])),
            );
        }
        3 => {
            rows.push(row(&["Status", "Arrangement"]));
            rows.extend(both().map(|(_, (label, status))| row(&[status.0, label.0])));
        }
        4 => {
            rows.push(row(&["Ref", "Action", "Current position", "Due date"]));
            rows.extend(both().map(|(n, (label, status))| {
                row(&[&format!("1.{}", n + 1), label.0, status.0, "March 2030"])
            }));
        }
        // Turned: what heads the columns is named, and a row answers.
        5 => {
            let mut head = vec!["Arrangement".to_owned()];
            head.extend(picked.iter().map(|label| label.0.to_owned()));
            let mut said = vec!["Status".to_owned()];
            said.extend(statuses.iter().map(|status| status.0.to_owned()));
            rows.extend([head, said]);
        }
        // Columns to tick, with and without a middle.
        _ => {
            let heads: &[(&str, &str)] = if layout == 6 {
                &[("In place", "in place"), ("Partly", "partial"), ("Not in place", "absent")]
            } else {
                &[("Yes", "in place"), ("No", "absent")]
            };
            let mut head = vec!["Modern slavery".to_owned()];
            head.extend(heads.iter().map(|head| head.0.to_owned()));
            rows.push(head);
            let mark = ["✓", "X", "•", "☒"][chance.below(4)];
            let mut ticked = 0;
            for (n, label) in picked.iter().enumerate() {
                // Now and then none is ticked, or two are.
                let how = chance.below(8);
                let at = chance.below(heads.len());
                let ticks: Vec<usize> = match how {
                    0 if n > 0 => vec![],
                    1 if n > 0 => vec![0, heads.len() - 1],
                    _ => vec![at],
                };
                ticked += ticks.len();
                let mut row = vec![label.0.to_owned()];
                row.extend(
                    (0..heads.len())
                        .map(|n| if ticks.contains(&n) { mark.to_owned() } else { String::new() }),
                );
                rows.push(row);
                statuses[n] = match ticks.as_slice() {
                    [one] => (heads[*one].0, heads[*one].1),
                    _ => ("", "not stated"),
                };
            }
            assert!(ticked > 0);
        }
    }
    let expected =
        picked.iter().zip(&statuses).map(|(label, status)| (label.1, status.1)).collect();
    Drawn { layout, rows, expected }
}

const TITLE: &str = "Northmarch Police: what the force has against modern slavery";
const FORMATS: [&str; 7] = ["html", "md", "txt", "spaces.txt", "docx", "odt", "pdf"];

fn file(format: &str, rows: &[Vec<String>]) -> Option<Vec<u8>> {
    let signs = rows.iter().flatten().any(|cell| !cell.is_ascii());
    let cells = |before: &str, after: &str, row: &[String]| {
        row.iter().map(|cell| format!("{before}{}{after}", escaped(cell))).collect::<String>()
    };
    let table = |open: &str, close: &str, before: &str, after: &str| {
        rows.iter()
            .map(|row| format!("{open}{}{close}", cells(before, after, row)))
            .collect::<String>()
    };
    Some(match format {
        "html" => {
            let table = table("<tr>", "</tr>", "<td>", "</td>");
            format!("<!doctype html><h1>{TITLE}</h1><table>{table}</table>").into_bytes()
        }
        "md" => {
            let mut lines: Vec<String> =
                rows.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
            lines.insert(1, format!("|{}", "---|".repeat(rows[0].len())));
            format!("# {TITLE}\n\n{}\n", lines.join("\n")).into_bytes()
        }
        "txt" => {
            let lines: Vec<String> =
                rows.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
            format!("{TITLE}\n\n{}\n", lines.join("\n")).into_bytes()
        }
        "spaces.txt" => {
            // What has no first cell, or no second, doesn't stand in columns.
            if rows.len() < 3 || rows.iter().any(|row| row.iter().any(String::is_empty)) {
                return None;
            }
            let width = |n: usize| rows.iter().map(|row| row[n].chars().count()).max().unwrap() + 4;
            let line = |row: &Vec<String>| {
                let cells =
                    row.iter().enumerate().map(|(n, cell)| format!("{cell:<w$}", w = width(n)));
                cells.collect::<String>().trim_end().to_owned()
            };
            let lines: Vec<String> = rows.iter().map(line).collect();
            format!("{TITLE}\n\n{}\n", lines.join("\n")).into_bytes()
        }
        "docx" => {
            let (before, after) = ("<w:tc><w:p><w:r><w:t>", "</w:t></w:r></w:p></w:tc>");
            let table = table("<w:tr>", "</w:tr>", before, after);
            docx(&format!("<w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p><w:tbl>{table}</w:tbl>"))
        }
        "odt" => {
            let (before, after) = ("<table:table-cell><text:p>", "</text:p></table:table-cell>");
            let table = table("<table:table-row>", "</table:table-row>", before, after);
            odt(&format!("<text:p>{TITLE}</text:p><table:table>{table}</table:table>"))
        }
        _ => {
            let mut writer = Writer::new();
            // The type that every reader has knows no ticks.
            if signs && rows.iter().flatten().any(|cell| cell.contains(['✓', '☒'])) {
                return None;
            }
            let wide = 500.0 / rows[0].len() as f32;
            let x = |n: usize| 50.0 + n as f32 * wide;
            let y = |n: usize| 120.0 + n as f32 * 30.0;
            let mut page = text(50.0, 80.0, 14.0, TITLE);
            for n in 0..=rows.len() {
                page += &rule(50.0, y(n), 550.0, y(n));
            }
            for n in 0..=rows[0].len() {
                page += &rule(x(n), y(0), x(n), y(rows.len()));
            }
            for (n, row) in rows.iter().enumerate() {
                for (m, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                    // Long labels are set on two lines.
                    let words: Vec<&str> = cell.split(' ').collect();
                    let (first, second) = words.split_at(words.len().div_ceil(2));
                    let lines = if wide < 130.0 && words.len() > 2 {
                        vec![first.join(" "), second.join(" ")]
                    } else {
                        vec![cell.clone()]
                    };
                    for (line, words) in lines.iter().enumerate() {
                        page += &text(x(m) + 4.0, y(n) + 12.0 + line as f32 * 11.0, 8.0, words);
                    }
                }
            }
            writer.page(&page);
            writer.finish()
        }
    })
}

/// How many cells of so many grids are read right; what isn't, and what is falsely in place.
fn run(grids: usize) -> (usize, usize, Vec<String>, Vec<String>) {
    let (mut right, mut all, mut wrong, mut false_ones) = (0, 0, Vec::new(), Vec::new());
    let mut chance = Chance(2026);
    for n in 0..grids {
        let grid = drawn(&mut chance, n % LAYOUTS);
        let format = FORMATS[(n / LAYOUTS) % FORMATS.len()];
        let Some(bytes) = file(format, &grid.rows) else { continue };
        let read = declared(&open(&format!("grid.{format}"), bytes).unwrap());
        for (id, expected) in &grid.expected {
            let found = read.iter().find(|(own, ..)| own == id);
            let found = found.map_or("not stated", |(_, state, _)| state.as_str());
            all += 1;
            let told = || {
                let rows: Vec<String> = grid.rows.iter().map(|row| row.join(" | ")).collect();
                format!(
                    "{format}, layout {}: {id} is {expected}, read as {found}\n  {}",
                    grid.layout,
                    rows.join("\n  ")
                )
            };
            if found == *expected {
                right += 1;
            } else {
                wrong.push(told());
            }
            if found == "in place" && *expected != "in place" {
                false_ones.push(told());
            }
        }
    }
    (right, all, wrong, false_ones)
}

fn holds(grids: usize) {
    let (right, all, wrong, false_ones) = run(grids);
    assert!(all > grids, "too few cells: {all}");
    assert!(false_ones.is_empty(), "falsely in place:\n{}", false_ones.join("\n"));
    let told: Vec<&str> = wrong.iter().take(20).map(String::as_str).collect();
    assert!(right * 100 >= all * 99, "{right} of {all} right:\n{}", told.join("\n"));
}

#[test]
fn a_cell_says_what_it_says_in_every_layout_and_format() {
    holds(2 * LAYOUTS * FORMATS.len());
}

#[test]
#[ignore = "a thousand grids take a while"]
fn a_thousand_grids_say_what_they_say() {
    holds(1000);
}

/// A title of slavery holds for every row of a grid below it, however many there are, and for no paragraph far down.
#[test]
fn what_a_title_says_holds_for_the_rows_of_a_grid() {
    let mut text = String::from(
        "# Modern slavery: return of Northmarch Police\n\n| Measure | RAG | Narrative |\n|---|---|---|\n",
    );
    for at in 1..=30 {
        text += &format!("| Measure {at} of other kinds | G | Nothing of note |\n");
    }
    text += "| Regional unit | G | The regional coordinator visits us every month |\n";
    text += "\nThe regional coordinator for fleet visits us every month.\n";
    let state = |text: &str| {
        let found = declared(&open("return.md", text.as_bytes()).unwrap());
        found.into_iter().find(|(id, ..)| id == "regional-support").map(|(_, state, _)| state)
    };
    assert_eq!(state(&text).as_deref(), Some("in place"));
    assert_eq!(state(&text.replace("Modern slavery: return", "Return")), None);
}
