//! Cues and modifiers that nothing proves: an arrangement that documents are read for without an
//! example, a row of modifiers that no example shows.

use crate::proof::reading::{ReadingExample, reading_examples, unused_rows};
use crate::rulebook::{Lexicon, Rulebook};
use crate::source::Fault;
use crate::standing::State;

pub(super) fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    look(rulebook).unwrap_or_else(|faults| faults)
}

fn look(rulebook: &Rulebook) -> Result<Vec<Fault>, Vec<Fault>> {
    let lexicon = Lexicon::load(rulebook.files())?;
    let examples = reading_examples(rulebook)?;
    let mut faults = without_example(rulebook, &lexicon, &examples);
    if lexicon.modifiers.is_empty() {
        return Ok(faults);
    }
    faults.extend(unused_rows(rulebook, &examples)?.iter().map(|row| {
        Fault::new(
            "lint::unshown-modifier",
            &row.text,
            row.span.clone(),
            format!("no example shows what these modifiers do ({})", row.effect),
            "every example reads the same without them",
        )
        .help("add an example that reads otherwise without them")
        .into_warning()
    }));
    Ok(faults)
}

fn without_example(
    rulebook: &Rulebook,
    lexicon: &Lexicon,
    examples: &[ReadingExample],
) -> Vec<Fault> {
    let arrangements = rulebook.vocabulary().arrangements().iter();
    let unproved = arrangements.filter(|arrangement| {
        let has_cues = lexicon.cues.iter().any(|cue| cue.arrangement == arrangement.id);
        has_cues
            && !examples.iter().any(|example| {
                let mut stated =
                    example.reads.iter().filter(|read| !read.states.contains(&State::NotStated));
                stated.any(|read| read.arrangement == arrangement.id)
            })
    });
    let faults = unproved.map(|arrangement| {
        Fault::new(
            "lint::no-reading-example",
            &arrangement.text,
            arrangement.span.clone(),
            format!("`{}` has cues and no example of reading", arrangement.id),
            "expected a `[[reading.example]]`",
        )
        .help("an example is a text with the state that a careful reader takes from it")
        .into_warning()
    });
    faults.collect()
}
