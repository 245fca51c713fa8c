//! Grids as people draw them: labels and statuses by chance, in each layout and each format, with what a careful reader
//! takes from each cell. What isn't known isn't guessed: above all, nothing is falsely in place.

mod drawn;
mod files;

use std::collections::BTreeMap;

use msacheck::checklists;
use msacheck::document::open;
use msacheck::reading::{Reader, Scratch};

use self::drawn::{Cell, Chance, Drawn, LAYOUTS, drawn};
use self::files::{FORMATS, file};
use crate::declared::declared;

/// How many grids are drawn.
const GRIDS: usize = 1000;

/// What came of reading them.
#[derive(Default)]
struct Tried {
    grids: usize,
    cells: usize,
    right: usize,
    /// What was read wrongly, and of that, what is said to be in place.
    wrong: Vec<String>,
    falsely: Vec<String>,
    /// How often each layout is misread in each format.
    kinds: BTreeMap<(&'static str, &'static str), usize>,
}

/// Draws grids and reads them.
fn tried(seed: u64) -> Tried {
    let lexicon = checklists::lexicon().unwrap();
    let rulebook = checklists::rulebook().unwrap();
    let reader = Reader::new(&lexicon, rulebook.vocabulary().ranks());
    let mut tried = Tried::default();
    let mut chance = Chance(seed);
    for n in 0.. {
        let grid = drawn(&mut chance, n % LAYOUTS.len());
        let format = FORMATS[(n / LAYOUTS.len()) % FORMATS.len()];
        let Some(bytes) = file(format, &grid) else { continue };
        let document = open(&format!("grid.{format}"), bytes).unwrap();
        let reading = reader.read(&document, None, &mut Scratch::default());
        for (id, expected) in &grid.expected {
            let found = reading.arrangements.iter().find(|read| read.arrangement.as_str() == *id);
            let found = found.map_or("not stated".to_owned(), |read| read.state.to_string());
            tried.cells += 1;
            if found == *expected {
                tried.right += 1;
                continue;
            }
            let told = format!("{format}: {id} is {expected}, read as {found}\n{}", told(&grid));
            *tried.kinds.entry((grid.layout, format)).or_default() += 1;
            if found == "in place" {
                tried.falsely.push(told);
            } else {
                tried.wrong.push(told);
            }
        }
        tried.grids += 1;
        if tried.grids == GRIDS {
            break;
        }
    }
    tried
}

fn told(grid: &Drawn) -> String {
    let row = |row: &Vec<Cell>| {
        let texts: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
        format!("    {}\n", texts.join(" | "))
    };
    let rows: String = grid.rows.iter().map(row).collect();
    format!("  {}{}\n{rows}", grid.layout, if grid.nested { ", in a cell" } else { "" })
}

/// Another seed draws others: `GRIDS_SEED=7 cargo test --test documents grids`.
#[test]
fn a_cell_says_what_it_says_in_every_layout_and_format() {
    let seed = std::env::var("GRIDS_SEED").ok().and_then(|seed| seed.parse().ok());
    let tried = tried(seed.unwrap_or(2026));
    let Tried { grids, cells, right, wrong, falsely, kinds } = &tried;
    let sum = format!(
        "{grids} grids: {right} of {cells} cells right, {} falsely in place",
        falsely.len()
    );
    #[allow(clippy::print_stdout, reason = "how many were right is what it is run for")]
    {
        println!("{sum}");
    }
    let shown: Vec<&str> =
        falsely.iter().chain(wrong.iter().take(40)).map(String::as_str).collect();
    let holds = falsely.is_empty() && right * 100 >= cells * 99;
    assert!(holds, "{sum}: {kinds:#?}\n{}", shown.join(""));
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
