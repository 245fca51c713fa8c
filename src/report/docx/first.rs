//! What a reader sees first of a force: what was checked, as at when, what is missing, what to do.

use super::super::priorities::{FIRST, asked, first, none};
use super::super::shortfall::{Short, Shortfall, capital, full_stop, went_silent};
use super::super::words::{UNGATED, date, file, many, note, verdict_sentence};
use super::blocks::{Block, Cell, Column, Run, Style, Table};
use crate::result::Gated;
use crate::standing::Outcome;

/// All of it, with headings of a level; `index` is which of the forces it is.
pub(super) fn page(gated: &Gated, index: usize, level: u8, scope: &[Block]) -> Vec<Block> {
    let mut blocks = checked(gated);
    blocks.extend(scope.iter().cloned());
    blocks.push(gate(gated));
    blocks.extend(notes(gated));
    blocks.extend(figures(gated, level));
    blocks.extend(todo(gated, index, level));
    blocks
}

fn checked(gated: &Gated) -> Vec<Block> {
    let assessment = &gated.assessment;
    let says = if assessment.inputs.iter().any(|input| input.read) { "says" } else { "declares" };
    let mut lede = format!(
        "What the force {says}, held against {}. Facts of {}",
        asked(gated),
        date(assessment.as_of)
    );
    if assessment.assessed_on != assessment.as_of {
        lede += &format!("; held against what was asked on {}", date(assessment.assessed_on));
    }
    let mut blocks = vec![Block::text(Style::Subtitle, full_stop(&lede))];
    for input in &assessment.inputs {
        let how = if input.read { "Read by the program out of " } else { "Declared in " };
        blocks.push(Block::Paragraph(
            Style::Aside,
            vec![Run::plain(how), Run::name(file(&input.file))],
        ));
    }
    blocks
}

/// What bears on the whole.
fn notes(gated: &Gated) -> Vec<Block> {
    let assessment = &gated.assessment;
    let own = assessment.note.iter().map(|note| format!("Note of the declaration: {note}"));
    let notes = assessment.notes.iter().map(|one| capital(&note(one)));
    own.chain(notes).map(|note| Block::text(Style::Inset, full_stop(&note))).collect()
}

fn gate(gated: &Gated) -> Block {
    let Some(verdict) = &gated.verdict else {
        return Block::text(Style::Aside, UNGATED);
    };
    let style = if gated.fails() { Style::Alert } else { Style::Inset };
    let sentence = full_stop(&verdict_sentence(verdict));
    let (says, why) = sentence.split_once(": ").unwrap_or((&sentence, ""));
    let why = if why.is_empty() { String::new() } else { format!(": {why}") };
    let bar = " The gate is the bar that was set for this check.";
    Block::Paragraph(style, vec![Run::strong(says), Run::plain(format!("{why}{bar}"))])
}

/// Three numbers: met, short as declared, not evidenced. Together they are all that is in force.
fn figures(gated: &Gated, level: u8) -> Vec<Block> {
    let counts = gated.assessment.counts();
    let tally = &counts.in_force;
    let total = tally.total();
    let short = total - tally.met - tally.not_evidenced;
    let figure = |count: usize, words: &str, means: &str| {
        vec![
            Cell::of(vec![Run::strong(count.to_string())]),
            Cell::of(vec![Run::strong(words)]),
            Cell::text(means),
        ]
    };
    let superseded = match counts.superseded.total() {
        0 => String::new(),
        some => format!("; {some} superseded ones stand apart"),
    };
    let requirements = many(total, "requirement", "requirements");
    vec![
        Block::Heading(
            level,
            format!("Missing, or not evidenced: {} of {requirements}", total - tally.met),
        ),
        Block::Table(Table {
            columns: vec![
                Column::number("Number", 2),
                Column::of("Requirements that are", 5),
                Column::of("What that means", 11),
            ],
            rows: vec![
                figure(short, "short as declared", "What is stated falls short of what is asked."),
                figure(
                    tally.not_evidenced,
                    "not evidenced",
                    "What was checked is silent. That isn't to say that the force lacks it.",
                ),
                figure(tally.met, "met", "What is stated is what is asked, or more."),
            ],
        }),
        Block::text(
            Style::Aside,
            format!(
                "Counted are requirements in force{superseded}. Stated are {} of {} arrangements.",
                counts.arrangements_stated, counts.arrangements
            ),
        ),
    ]
}

fn todo(gated: &Gated, index: usize, level: u8) -> Vec<Block> {
    let first = first(gated);
    let mut blocks = vec![Block::Heading(level, "What to do first".to_owned())];
    if first.is_empty() {
        blocks.push(Block::text(Style::Normal, none(gated)));
    }
    blocks.extend(
        first.iter().take(FIRST).map(|gap| Block::Paragraph(Style::Numbered(index), told(gap))),
    );
    if first.len() > FIRST {
        let more = many(first.len() - FIRST, "more follows", "more follow");
        blocks.push(Block::text(Style::Normal, format!("{more} below, the most binding first.")));
    }
    blocks
}

/// The very first thing for a force among others.
pub(super) fn one(gated: &Gated) -> Vec<Run> {
    first(gated).first().map_or_else(|| vec![Run::plain(none(gated))], told)
}

/// A gap in a few lines: what it is, how binding, and what closes it.
fn told(gap: &Shortfall<'_>) -> Vec<Run> {
    let finding = match gap.what {
        Short::Finding(finding) => finding,
        Short::Silent(silent) => {
            return vec![
                Run::strong(format!("{} went silent. ", capital(&silent.name))),
                Run::plain(went_silent(silent)),
            ];
        }
    };
    let fails = if gap.fails() { "; fails the gate" } else { "" };
    let unless = match finding.outcome {
        Outcome::NotEvidenced => "If it is there, state it with its source. If not: ",
        _ => "",
    };
    vec![
        Run::strong(finding.title.as_str()),
        Run::plain(format!(" ({}, {}{fails}). ", finding.outcome, finding.strength)),
        Run::plain(format!("{unless}{}", full_stop(&finding.remedy))),
    ]
}
