//! Running the examples of reading.

use super::{Expected, ReadingExample};
use crate::document::open;
use crate::reading::{Reader, Reading, Scratch, Statement, Upshot};
use crate::rulebook::{ArrangementId, Lexicon, Rulebook};
use crate::source::{Fault, Span};
use crate::standing::State;

/// What reads the examples of a rulebook.
#[derive(Debug)]
pub struct ReadingProof {
    reader: Reader,
    scratch: Scratch,
}

/// How an example came out.
#[derive(Clone, Debug)]
pub enum Came {
    /// It reads as it says.
    Right,
    /// It doesn't: one fault for each arrangement.
    Wrong(Vec<Fault>),
    /// It doesn't, and says so.
    Missed,
    /// It reads as it says, and says that it doesn't.
    NoLongerMissed(Fault),
}

impl Came {
    /// Whether what it says of itself holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        matches!(self, Self::Right | Self::Missed)
    }

    /// Whether it reads as a careful reader reads it.
    #[must_use]
    pub fn reads_right(&self) -> bool {
        matches!(self, Self::Right | Self::NoLongerMissed(_))
    }
}

impl ReadingProof {
    /// Makes the packs of a rulebook ready to read with.
    ///
    /// # Errors
    ///
    /// Every fault of what they say of reading.
    pub fn new(rulebook: &Rulebook) -> Result<Self, Vec<Fault>> {
        Lexicon::load(rulebook.files()).map(|lexicon| Self::with(&lexicon, rulebook))
    }

    /// Reads with another lexicon than that of the rulebook.
    pub(super) fn with(lexicon: &Lexicon, rulebook: &Rulebook) -> Self {
        let reader = Reader::new(lexicon, rulebook.vocabulary().ranks());
        Self { reader, scratch: Scratch::default() }
    }

    /// Reads an example's text, as the text of a document.
    pub(super) fn read(&mut self, example: &ReadingExample) -> Result<Reading, Fault> {
        let document = open("example.txt", example.body.as_bytes())?;
        Ok(self.reader.read(&document, example.force.as_deref(), &mut self.scratch))
    }

    /// Runs an example.
    pub fn run(&mut self, example: &ReadingExample) -> Came {
        let wrong = match self.read(example) {
            Ok(reading) => example.wrong(&reading),
            Err(why) => {
                let message = format!("this text can't be read: {why}");
                vec![example.fault("rules::failed-reading", example.span.clone(), message, "")]
            }
        };
        match (&example.misses, wrong.is_empty()) {
            (None, true) => Came::Right,
            (None, false) => Came::Wrong(wrong),
            (Some(_), false) => Came::Missed,
            (Some(span), true) => Came::NoLongerMissed(
                example
                    .fault(
                        "rules::no-longer-missed",
                        span.clone(),
                        "this example is marked as missed and reads as it says",
                        "no longer true",
                    )
                    .help("take the mark away, so that the example guards what was gained"),
            ),
        }
    }
}

impl ReadingExample {
    fn fault(
        &self,
        code: &'static str,
        span: Span,
        message: impl Into<String>,
        label: &str,
    ) -> Fault {
        Fault::new(code, &self.text, span, message, label)
    }

    /// What of a reading is otherwise than the example says.
    fn wrong(&self, reading: &Reading) -> Vec<Fault> {
        if self.reads.is_empty() {
            let label = "expected an arrangement with its state";
            let message = "this example says nothing";
            return vec![self.fault("rules::empty-example", self.span.clone(), message, label)];
        }
        let otherwise = |expected: &&Expected| {
            !expected.states.contains(&state(reading, &expected.arrangement))
        };
        let faults = self.reads.iter().filter(otherwise).map(|expected| {
            let Expected { arrangement, states, span } = expected;
            let came_to = state(reading, arrangement);
            let states: Vec<String> = states.iter().map(ToString::to_string).collect();
            self.fault(
                "rules::failed-reading",
                span.clone(),
                format!("this text reads as {came_to} for `{arrangement}`"),
                &format!("the example says {}", states.join(" or ")),
            )
            .help(why(reading, arrangement))
        });
        faults.collect()
    }
}

/// What a reading says of an arrangement.
pub(super) fn state(reading: &Reading, arrangement: &ArrangementId) -> State {
    let read = reading.arrangements.iter().find(|read| read.arrangement == *arrangement);
    read.map_or(State::NotStated, |read| read.state)
}

/// Why an arrangement reads as it does.
fn why(reading: &Reading, arrangement: &ArrangementId) -> String {
    if !reading.speaks {
        return "the text says nothing of slavery, or speaks for no force".to_owned();
    }
    let own = reading.statements.iter().filter(|made| made.arrangement == *arrangement);
    let reasons: Vec<String> = own.map(reason).collect();
    if reasons.is_empty() {
        format!("no cue of `{arrangement}` stands in it")
    } else {
        reasons.join("; ")
    }
}

fn reason(made: &Statement) -> String {
    let verdict = match &made.upshot {
        Upshot::State(state, _) => format!("says {state}"),
        Upshot::Unsure(why) => format!("isn't sure, since {why}"),
        Upshot::Silent(why) => format!("isn't counted, since {why}"),
    };
    let marks: Vec<String> =
        made.marks.iter().map(|(_, effect, written)| format!("`{written}` ({effect})")).collect();
    let by = if marks.is_empty() { String::new() } else { format!(" by {}", marks.join(", ")) };
    format!("the cue `{}` {verdict}{by}", made.pattern)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklists;
    use crate::proof::reading::reading_examples;
    use crate::reading::Ground;
    use crate::rulebook::Writing;
    use crate::standing::Words as _;

    #[test]
    fn each_ground_has_examples_that_need_it() {
        let rulebook = Rulebook::load(&checklists::files()).unwrap();
        let lexicon = Lexicon::load(rulebook.files()).unwrap();
        let examples = reading_examples(&rulebook).unwrap();
        // What a person decides, no example of the rules can need.
        for ground in Ground::ALL.iter().filter(|ground| **ground != Ground::Decided) {
            let reader = Reader::new(&lexicon, rulebook.vocabulary().ranks()).without(*ground);
            let mut proof = ReadingProof { reader, scratch: Scratch::default() };
            let needs = |example: &&ReadingExample| matches!(proof.run(example), Came::Wrong(_));
            let count = examples.iter().filter(needs).count();
            assert!(count > 0, "no example needs that {ground}");
        }
    }
    #[test]
    fn each_list_of_how_papers_are_written_has_examples_that_need_it() {
        let rulebook = Rulebook::load(&checklists::files()).unwrap();
        let lexicon = Lexicon::load(rulebook.files()).unwrap();
        let examples = reading_examples(&rulebook).unwrap();
        type Clear = fn(&mut Writing);
        let without: [(&str, Clear); 9] = [
            ("abbreviations", |own| own.abbreviations.clear()),
            ("abbreviations-of-numbers", |own| own.abbreviations_of_numbers.clear()),
            ("number-leads", |own| own.number_leads.clear()),
            ("number-openings", |own| own.number_openings.clear()),
            ("number-joins", |own| own.number_joins.clear()),
            ("own-plurals", |own| own.own_plurals.clear()),
            ("mail-senders", |own| own.mail_senders.clear()),
            ("mail-fields", |own| own.mail_fields.clear()),
            ("mail-says", |own| own.mail_says.clear()),
        ];
        let mut unneeded = Vec::new();
        for (list, clear) in without {
            let mut lexicon = lexicon.clone();
            clear(&mut lexicon.writing);
            let mut proof = ReadingProof::with(&lexicon, &rulebook);
            let mut needs = |example: &ReadingExample| matches!(proof.run(example), Came::Wrong(_));
            if !examples.iter().any(&mut needs) {
                unneeded.push(list);
            }
        }
        assert!(unneeded.is_empty(), "no example needs: {unneeded:?}");
        // What nearly every sentence has changes no result.
        let mut slower = lexicon.clone();
        slower.writing.common.clear();
        let mut proof = ReadingProof::with(&slower, &rulebook);
        let other: Vec<&str> = examples
            .iter()
            .filter(|example| !proof.run(example).holds())
            .map(|example| example.body.as_str())
            .collect();
        assert!(other.is_empty(), "{other:#?}");
    }
}
