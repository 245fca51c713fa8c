//! Reading takes time in proportion to what is read, whatever it is: four times the text at most
//! eight times the time. A bound on the ratio says nothing of how fast the machine is.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::time::{Duration, Instant};

use msacheck::checklists;
use msacheck::document::open;
use msacheck::reading::{Reader, Scratch};

/// How many times as much the longer text is, and how many times as long it may take.
const MORE: usize = 4;
const BOUND: f64 = 8.0;

/// How many pieces the shorter text has.
const PIECES: usize = if cfg!(debug_assertions) { 2_000 } else { 100_000 };

/// Runs of one text: the fastest counts.
const RUNS: usize = 3;

/// Said first, so that the rest is read as a paper about slavery that speaks for a force.
const START: &str = "Northmarch Police has a modern slavery lead. ";

/// The texts of one kind, by the number of their pieces.
type Text = fn(usize) -> String;

const TEXTS: [(&str, Text); 14] = [
    ("commas", |pieces| ", ".repeat(pieces)),
    ("commas without a space", |pieces| ",".repeat(4 * pieces)),
    ("lines of two cells", |pieces| "\nLead,no".repeat(pieces)),
    ("nested brackets", |pieces| format!("{}{}", "(".repeat(pieces), ")".repeat(pieces))),
    ("brackets with words", |pieces| "( the lead ".repeat(pieces / 3) + &") ".repeat(pieces / 3)),
    ("one long line", |pieces| {
        "The force met its partners and the council in the county on a Monday. ".repeat(pieces / 12)
    }),
    ("one sentence of words that mean nothing", |pieces| "kettle biscuit lamp ".repeat(pieces / 3)),
    ("one sentence of cues and modifiers", |pieces| {
        "no no no will lead coordinator is not planned modern slavery team ".repeat(pieces / 11)
    }),
    ("one sentence of actors", |pieces| {
        "the council and Kent Police and the NCA and we and the ROCU ".repeat(pieces / 13)
    }),
    ("quotations of another body", |pieces| {
        format!("Hope Trust said: {}", "\"we act\" ".repeat(pieces / 4))
    }),
    ("one sentence of denials, quoted, of people", |pieces| {
        let piece = "who had no lead, “no coordinator” ‘never’ said the team without one ";
        piece.repeat(pieces / 18)
    }),
    ("one word without a space", |pieces| "lead".repeat(4 * pieces)),
    ("one word", |pieces| "lead ".repeat(pieces)),
    ("the start of one cue", |pieces| "the modern ".repeat(pieces / 2)),
];

/// Grids of one kind, by the number of their columns, of quarters of their rows, or of ten boxes within one another.
const GRIDS: [(&str, Text); 8] = [
    ("a wide grid that is turned", |columns| {
        let labels = "<td>Modern slavery coordinator".repeat(columns);
        let row = |head: &str, says: &str| format!("<tr><td>{head}{}", says.repeat(columns));
        format!("<table><tr><td>Area{labels}{}{}", row("Status", "<td>Green"), row("RAG", "<td>No"))
    }),
    ("a wide grid of statuses alone", |columns| {
        format!("<table><tr>{}<tr><td>Lead<td>x", "<td>Yes".repeat(columns))
    }),
    ("a wide grid of years", |columns| {
        let heads = "<td>Status 2017".repeat(columns);
        format!("<table><tr><td>Area{heads}<tr><td>Coordinator{}", "<td>Amber".repeat(columns))
    }),
    ("a long grid", |quarters| {
        let four = "<tr><td>Lead<td>G".to_owned() + &"<tr><td>Lead<td>".repeat(3);
        format!("<table><tr><td>Area<td>Status{}", four.repeat(quarters))
    }),
    ("a long grid of cells that reach down", |quarters| {
        let four = "<tr><td rowspan=60 colspan=60>Lead".repeat(4);
        format!("<table><tr><td>Area<td>Status{}", four.repeat(quarters))
    }),
    ("a long grid of bands", |quarters| {
        let two = "<tr><td colspan=3>Team<tr><td>Lead<td>Yes<td>x";
        format!("<table><tr><td>Area<td>Status<td>Note{}", two.repeat(2 * quarters))
    }),
    ("many grids with short heads", |tens| {
        let grid =
            "<table><tr><td>Area<td>S<td>N<tr><td>Lead<td>Yes<td>No</table><p>S = Southmere</p>";
        grid.repeat(tens)
    }),
    ("boxes within boxes", |tens| {
        let (open, close) = ("<table><tr><td>Lead<td>", "</table>");
        format!("{}Coordinator: Yes{}", open.repeat(tens / 10), close.repeat(tens / 10))
    }),
];

/// Nobody may make the program wait for 10,000 columns, 40,000 rows, boxes a thousand deep; with more text than that a
/// file is refused. Without optimisation it is a fifth of it.
const WIDE: [usize; 2] = if cfg!(debug_assertions) { [500, 2_000] } else { [2_500, 10_000] };

fn fastest_grid(text: &str, reader: &Reader) -> Duration {
    let run = || {
        let start = Instant::now();
        let document = open("hostile.html", text.as_bytes()).unwrap();
        let _ = reader.read(&document, Some("Northmarch"), &mut Scratch::default());
        start.elapsed()
    };
    run().min(run())
}

#[test]
fn the_time_of_reading_a_grid_grows_no_faster_than_its_cells() {
    let page = |body: String| format!("<!doctype html><h1>{START}</h1>{body}");
    assert_linear(&GRIDS, WIDE, page, fastest_grid);
}

fn fastest(text: &str, reader: &Reader) -> Duration {
    let document = open("hostile.txt", text.as_bytes()).unwrap();
    let run = |_| {
        let mut scratch = Scratch::default();
        let start = Instant::now();
        let reading = reader.read(&document, Some("Northmarch"), &mut scratch);
        assert!(reading.speaks);
        start.elapsed()
    };
    (0..RUNS).map(run).min().unwrap()
}

#[test]
fn the_time_of_reading_grows_no_faster_than_the_text() {
    assert_linear(&TEXTS, [PIECES, MORE * PIECES], |text| START.to_owned() + &text, fastest);
}

fn assert_linear(
    texts: &[(&str, Text)],
    pieces: [usize; 2],
    whole: impl Fn(String) -> String,
    fastest: impl Fn(&str, &Reader) -> Duration,
) {
    let lexicon = checklists::lexicon().unwrap();
    let rulebook = checklists::rulebook().unwrap();
    let reader = Reader::new(&lexicon, rulebook.vocabulary().ranks());
    let mut told = Vec::new();
    let mut over = Vec::new();
    for (name, text) in texts {
        // What else the machine does may meet one of the two: a second look decides.
        let mut ratio = f64::MAX;
        for _ in 0..3 {
            let [short, long] = pieces.map(|pieces| whole(text(pieces)));
            let (short, long) = (fastest(&short, &reader), fastest(&long, &reader));
            told.push(format!("{name}: {short:.1?}, {long:.1?}"));
            ratio = ratio.min(long.as_secs_f64() / short.as_secs_f64());
            if ratio <= BOUND {
                break;
            }
        }
        if ratio > BOUND {
            over.push(format!("{name}: {ratio:.1} times"));
        }
    }
    assert!(over.is_empty(), "four times the text took\n{}\n{}", over.join("\n"), told.join("\n"));
}
