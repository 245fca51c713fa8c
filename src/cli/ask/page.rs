//! What is shown while somebody is asked. All of it goes to standard error: the file is the result.

use super::super::terminal::Terminal;
use crate::assessment::Counts;
use crate::questions::{Asked, Interview, OpenDeclaration, Saved, Step};
use crate::report::by_strength;
use crate::rulebook::FieldKind;

/// How far the words of the choices are set in.
const WORD: usize = 12;

/// How many questions there are, and how to answer.
pub(super) fn begin(interview: &Interview<'_>, open: &OpenDeclaration<'_>, terminal: &Terminal) {
    let all = interview.questions().len();
    let force = open.declaration().force.shown();
    let mut page = terminal.page();
    page.heading(&format!("{force}: {all} questions, {} answered", interview.done(open)));
    page.paragraph(
        "",
        "Answer with a number, a word or its first letters. Enter skips, < goes back, ? is “don't know”, ! is “won't \
         say”, . stops. Every answer is saved at once.",
    );
    Terminal::say(&page.finish());
}

/// One thing that is asked.
pub(super) fn step(
    step: Step,
    interview: &Interview<'_>,
    open: &OpenDeclaration<'_>,
    terminal: &Terminal,
) {
    let Some(question) = interview.question(step) else { return };
    let arrangement = question.arrangement;
    let declared = open.on(&arrangement.id);
    let mut page = terminal.page();
    page.gap();
    match (step.of, interview.detail(step)) {
        (Asked::State, _) => {
            let all = interview.questions().len();
            page.heading(&format!("{} of {all}  {}", step.question + 1, arrangement.title));
            page.paragraph("", &arrangement.question);
            if let Some(about) = &arrangement.about {
                page.aside("", about);
            }
            page.aside(
                "",
                &format!(
                    "Asked by {}.",
                    by_strength(question.requirements.iter().map(|one| one.strength))
                ),
            );
            if let Some(declared) = declared {
                page.aside("", &format!("The file says: {}.", declared.state));
            }
        }
        (Asked::Detail(_), Some(field)) => {
            page.paragraph("", &format!("{}: {}", arrangement.title, field.question));
            if let Some(hint) = hint(&field.kind) {
                page.aside("", hint);
            }
            if let Some(value) = declared.and_then(|own| own.value(field.id.as_str())) {
                page.aside("", &format!("The file says: {value}."));
            }
        }
        (Asked::Whole(_), _) => page.paragraph("", "Are these all that there are?"),
        _ => {
            page.paragraph("", &format!("{}: which words of a source show it?", arrangement.title));
            let sources = &open.declaration().sources;
            let known: Vec<String> =
                sources.iter().map(|source| format!("{} ({})", source.id, source.title)).collect();
            page.aside(
                "",
                &format!(
                    "Write the source before them, as foi: the words. There are {}.",
                    known.join(", ")
                ),
            );
        }
    }
    for (at, choice) in interview.choices(step).iter().enumerate() {
        let word = &choice.word;
        let lead = format!("  {}  ", at + 1);
        match choice.meaning {
            Some(meaning) => page.paragraph(&format!("{lead}{word:WORD$}"), meaning),
            None => page.paragraph(&lead, word),
        }
    }
    Terminal::say(&page.finish());
}

/// What an answer came to.
pub(super) fn saved(saved: &Saved, interview: &Interview<'_>, terminal: &Terminal) {
    let mut page = terminal.page();
    page.aside("", &format!("Saved: {}.", saved.effect));
    let lowered = saved.lowered.as_ref().and_then(|id| {
        interview.questions().iter().find(|question| question.arrangement.id == *id)
    });
    if let Some(question) = lowered {
        let name = question.arrangement.name_is(false);
        page.aside(
            "",
            &format!("With that, {name} in place in part only: its state is “partial” now."),
        );
    }
    Terminal::say(&page.finish());
}

/// How far it has come.
pub(super) fn end(
    interview: &Interview<'_>,
    open: &OpenDeclaration<'_>,
    file: &str,
    terminal: &Terminal,
) {
    let counts: Counts = open.assessment().counts();
    let (all, done) = (interview.questions().len(), interview.done(open));
    let tally = counts.in_force;
    let mut page = terminal.page();
    page.gap();
    page.paragraph(
        "",
        &format!(
            "{done} of {all} questions answered; {} of {} requirements met. All is saved in {file}.",
            tally.met,
            tally.total()
        ),
    );
    let next = if done < all { "go on with" } else { "see the gaps with" };
    let command = if done < all { "ask" } else { "check" };
    page.paragraph("", &format!("Next: {next} msacheck {command} {file}"));
    Terminal::say(&page.finish());
}

/// How to write a value.
fn hint(kind: &FieldKind) -> Option<&'static str> {
    match kind {
        FieldKind::Number => Some("A number, or a range: 7, 10-15, at least 10, at most 15."),
        FieldKind::Date => Some("A date: 2017, 2017-03 or 2017-03-31."),
        FieldKind::Rank => Some("A rank; a staff grade begins with “police staff”."),
        FieldKind::List(_) => Some("Several: with a ; between them."),
        FieldKind::Text | FieldKind::YesNo | FieldKind::Choice(_) | FieldKind::Ordered(_) => None,
    }
}
