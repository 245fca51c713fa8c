//! What is shown while somebody decides. All of it goes to standard error: the files are the result.

use std::path::Path;

use super::super::terminal::Terminal;
use crate::decisions::Decision;
use crate::questions::OpenDeclaration;
use crate::reading::{ReadDocument, Upshot};
use crate::report::either_way;
use crate::review::{Asked, Round, choices};
use crate::rulebook::Vocabulary;
use crate::source::printable;

/// How far the words of the choices are set in.
const WORD: usize = 10;

/// Where somebody is.
pub(super) struct Place<'a> {
    /// The number of the passage, from 0.
    pub(super) number: usize,
    /// How many there are.
    pub(super) of: usize,
    pub(super) path: &'a Path,
    pub(super) read: &'a ReadDocument,
}

/// How many passages there are, and how to answer.
pub(super) fn begin(round: &Round<'_>, papers: usize, terminal: &Terminal) {
    let mut page = terminal.page();
    let of = if papers == 1 { "1 paper".to_owned() } else { format!("{papers} papers") };
    if round.is_empty() {
        page.paragraph("", &format!("Nothing is left to decide in {of}."));
    } else {
        page.heading(&format!("{} to decide in {of}", passages(round.len())));
        page.paragraph(
            "",
            "Answer with a number, a word or its first letters; a accepts what is suggested. Enter skips, < goes back, ? \
             shows what stands around it, . stops. Every answer is kept at once.",
        );
    }
    Terminal::say(&page.finish());
}

/// One passage with what there is to choose from.
pub(super) fn passage(
    place: &Place<'_>,
    asked: &Asked<'_>,
    made: Option<String>,
    vocabulary: &Vocabulary,
    terminal: &Terminal,
) {
    let own = &asked.passage;
    let mut page = terminal.page();
    page.gap();
    let title = title(asked, vocabulary);
    page.heading(&format!("{} of {}  {title}", place.number + 1, place.of));
    let arrangement = vocabulary.arrangement(own.statement.arrangement.as_str());
    if let Some(arrangement) = arrangement {
        page.aside("", &arrangement.question);
    }
    let force = place.read.force_name().map(|force| format!("; it speaks for {force}"));
    let leaf = own.spot.page.map(|leaf| format!(", p. {leaf}")).unwrap_or_default();
    page.paragraph("", &format!("“{}”", printable(&own.quote)));
    page.aside(
        "",
        &format!(
            "{}{leaf}, line {}{}.",
            shown(place.path),
            own.spot.line,
            printable(&force.unwrap_or_default())
        ),
    );
    match (&own.statement.upshot, asked.before) {
        (Upshot::Unsure(why), _) => page.paragraph(
            "",
            &format!("For you to decide: {why}. {}", either_way(own.statement.would)),
        ),
        (Upshot::State(state, ground), None) => {
            page.paragraph("", &format!("It is read as “{state}”: {ground}."));
        }
        (Upshot::Silent(why), None) => page.paragraph("", &format!("It doesn’t count: {why}.")),
        (_, Some(_)) => {}
    }
    if let Some(before) = asked.before {
        page.paragraph(
            "",
            &format!(
                "The same words were decided on {} by the {}, in {}: {}. = takes that again.",
                before.date,
                printable(&before.role),
                printable(&before.file),
                printable(&decided(before))
            ),
        );
    }
    if let Some(made) = made {
        page.paragraph("", &format!("You decided: {}.", printable(&made)));
    }
    let suggested = own.suggested();
    for (at, choice) in choices().iter().enumerate() {
        let word = &choice.word;
        let mark = choice.state.is_some() && choice.state == suggested;
        let lead = format!("{} {}  ", if mark { "a" } else { " " }, at + 1);
        page.paragraph(&format!("{lead}{word:WORD$}"), choice.meaning.unwrap_or_default());
    }
    Terminal::say(&page.finish());
}

/// The title of the arrangement that a passage speaks of.
pub(super) fn title(asked: &Asked<'_>, vocabulary: &Vocabulary) -> String {
    let id = asked.passage.statement.arrangement.as_str();
    vocabulary.arrangement(id).map_or_else(|| id.to_owned(), |own| own.title.to_string())
}

/// What was decided, in words.
pub(super) fn decided(decision: &Decision) -> String {
    match (decision.state, &decision.reason) {
        (Some(state), _) => format!("it states “{state}”"),
        (None, Some(reason)) => format!("{}, since “{reason}”", decision.decided),
        (None, None) => decision.decided.to_string(),
    }
}

/// What stands around a passage: its paragraph, and one before and after it.
pub(super) fn around(read: &ReadDocument, asked: &Asked<'_>, terminal: &Terminal) {
    let at = asked.passage.statement.block;
    let mut page = terminal.page();
    let near = read.document.blocks.iter().enumerate().skip(at.saturating_sub(1));
    for (_, block) in near.take_while(|(own, _)| *own <= at + 1) {
        page.paragraph("  ", &printable(block.text()));
    }
    Terminal::say(&page.finish());
}

/// There is nothing to go back to.
pub(super) fn first(terminal: &Terminal) {
    let mut page = terminal.page();
    page.aside("", "This is the first.");
    Terminal::say(&page.finish());
}

/// What an answer came to.
pub(super) fn kept(title: &str, said: &str, spared: usize, terminal: &Terminal) {
    let mut page = terminal.page();
    page.aside("", &format!("Kept. {title}: {}.", printable(said)));
    if spared > 0 {
        let isnt = if spared == 1 { "isn’t" } else { "aren’t" };
        page.aside(
            "",
            &format!("With that it is stated: {} more about it {isnt} asked.", passages(spared)),
        );
    }
    Terminal::say(&page.finish());
}

/// How far it has come.
pub(super) fn end(
    round: &Round<'_>,
    kept: &Path,
    into: Option<&OpenDeclaration<'_>>,
    terminal: &Terminal,
) {
    if round.is_empty() {
        return;
    }
    let mut page = terminal.page();
    page.gap();
    let (done, left) = (round.decided(), round.left());
    let mut told = format!("{} decided, {left} left open.", passages(done));
    if done > 0 {
        told = format!("{told} It is all kept in {}.", shown(kept));
    }
    page.paragraph("", &told);
    if let Some(into) = into.filter(|_| done > 0) {
        let file = shown(&into.opened().path);
        page.paragraph("", &format!("Next: see the gaps with msacheck check {file}"));
    }
    Terminal::say(&page.finish());
}

fn passages(number: usize) -> String {
    format!("{number} {}", if number == 1 { "passage" } else { "passages" })
}

/// A path as it is shown.
fn shown(path: &Path) -> String {
    printable(&path.display().to_string()).to_string()
}
