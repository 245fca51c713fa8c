//! Sentence by sentence: which words made a statement, or why they made none.

use std::collections::BTreeSet;

use super::document::{Topics, head, place};
use super::marked::{Marks, rows};
use super::summary::summary;
use crate::document::Block;
use crate::reading::{ReadDocument, Statement, Upshot};
use crate::report::layout::{TerminalPage, Tone};
use crate::source::Span;
use crate::standing::{State, Words as _};

/// The most of a sentence, or of words in it, that is shown, in bytes.
const LONGEST: usize = 600;

/// Each cue of a document with what was made of it and why, in reading order; then what it comes
/// to.
#[must_use]
pub fn explain_reading(read: &ReadDocument, topics: &Topics<'_>, mut page: TerminalPage) -> String {
    head(&mut page, read);
    let statements = read.reading.statements.as_slice();
    if statements.is_empty() && read.reading.speaks {
        page.paragraph("", "None of its words names an arrangement.");
    }
    let places: BTreeSet<usize> =
        read.reading.arrangements.iter().flat_map(|own| own.overruled.iter().copied()).collect();
    let sentences = statements.chunk_by(|a, b| (a.block, &a.sentence) == (b.block, &b.sentence));
    let mut index = 0;
    for sentence in sentences {
        page.gap();
        show_sentence(&mut page, read, sentence);
        let mut alike: Vec<(&Statement, Vec<&Statement>, bool)> = Vec::new();
        for statement in sentence {
            let overruled = places.contains(&index);
            index += 1;
            match alike
                .iter_mut()
                .find(|(first, _, was)| *was == overruled && is_alike(first, statement))
            {
                Some((_, others, _)) => others.push(statement),
                None => alike.push((statement, Vec::new(), overruled)),
            }
        }
        for (statement, others, overruled) in alike {
            show_statement(&mut page, read, topics, statement, &others, overruled);
        }
    }
    summary(&mut page, read, topics);
    page.finish()
}

/// Whether two cues of a sentence came to the same for the same reasons.
fn is_alike(one: &Statement, other: &Statement) -> bool {
    let reasons =
        |own: &Statement| (own.presupposed, own.in_part && matches!(own.upshot, Upshot::State(..)));
    one.arrangement == other.arrangement
        && one.upshot == other.upshot
        && reasons(one) == reasons(other)
        && one.marks == other.marks
        && one.also == other.also
}

/// The sentence with its place and the words that are looked at.
fn show_sentence(page: &mut TerminalPage, read: &ReadDocument, statements: &[Statement]) {
    let Some(first) = statements.first() else { return };
    let Some(block) = read.document.blocks.get(first.block) else { return };
    let text = block.text();
    let lead = format!("{}: ", place(block.spot(first.sentence.start)));
    let own = statements.iter().flat_map(|own| own.marks.iter().map(move |mark| (own, mark)));
    let deciding = own
        .filter(|(own, (span, ..))| read.place_of(own, span) == Some(first.block))
        .map(|(own, (span, ..))| match own.upshot {
            Upshot::State(state, _) => (span.clone(), state),
            _ => (span.clone(), State::NotStated),
        });
    let cues = statements.iter().map(|own| own.cue.clone());
    let marks = Marks::new(text, cues.collect(), deciding.collect());
    let indent = lead.chars().count();
    let part = shortened(text, &first.sentence);
    let cut = part.end < first.sentence.end;
    let wrapped = rows(page, text, part, &marks, page.width().saturating_sub(indent), None);
    for (number, row) in wrapped.iter().enumerate() {
        let lead = if number == 0 { lead.clone() } else { " ".repeat(indent) };
        let line = format!("{}{}", page.paint(&lead, Some(Tone::Faint)), row.text);
        page.line(&line);
    }
    if cut {
        page.paragraph(&" ".repeat(indent), "…");
    }
}

fn show_statement(
    page: &mut TerminalPage,
    read: &ReadDocument,
    topics: &Topics<'_>,
    statement: &Statement,
    others: &[&Statement],
    overruled: bool,
) {
    let (verdict, tone) = match &statement.upshot {
        Upshot::State(state, _) => (state.to_string(), Tone::from(*state)),
        Upshot::Unsure(why) => {
            (format!("unsure, since {why}: a person should decide"), Tone::Middling)
        }
        Upshot::Silent(why) => (format!("not counted, since {why}"), Tone::Faint),
    };
    let name = format!("{}:", topics.name(&statement.arrangement));
    let words: Vec<(&str, Option<Tone>)> = name
        .split(' ')
        .map(|word| (word, Some(Tone::Heading)))
        .chain(verdict.split(' ').map(|word| (word, Some(tone))))
        .collect();
    page.wrapped("    ", &words, " ");
    let mut because = |what: &str, words: &str, pattern: &str| {
        page.paragraph(&format!("      {what:<11} "), &format!("“{words}” (`{pattern}`)"));
    };
    let own = read.document.blocks.get(statement.block);
    let words = |block: Option<&Block>, span: &Span| {
        let text = block.map_or("", |block| block.text());
        let part = shortened(text, span);
        let cut = if part.end < span.end { " …" } else { "" };
        format!("{}{cut}", text.get(part).unwrap_or_default())
    };
    for statement in std::iter::once(statement).chain(others.iter().copied()) {
        because("cue", &words(own, &statement.cue), &statement.pattern);
    }
    for (span, effect, pattern) in &statement.marks {
        if let Some(block) = read.place_of(statement, span) {
            because(effect.word(), &words(read.document.blocks.get(block), span), pattern);
        }
    }
    for (block, span) in &statement.also {
        let Some(block) = read.document.blocks.get(*block) else { continue };
        let with = format!("{}: “{}”", place(block.spot(span.start)), words(Some(block), span));
        page.aside(&format!("      {:<11} ", "with"), &with);
    }
    let mut remark = |text: &str| page.aside("      ", text);
    if let Upshot::State(_, ground) = statement.upshot
        && !statement.presupposed
    {
        remark(&format!("It counts, since {ground}."));
    }
    if let Some(step) = statement.settled {
        remark(&format!("Whose it is: {step}."));
    }
    if statement.presupposed {
        remark("It is taken for granted, not said: it counts where nothing is said outright.");
    }
    if statement.in_part && matches!(statement.upshot, Upshot::State(..)) {
        remark("Such words show the arrangement in part at best.");
    }
    if overruled {
        remark("Doesn't count: what is said elsewhere in the paper does.");
    }
}

/// As much of a span as is shown.
fn shortened(text: &str, span: &Span) -> Span {
    let end = text.floor_char_boundary(span.end.min(span.start.saturating_add(LONGEST)));
    span.start..end
}
