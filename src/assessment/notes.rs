//! What must be known of an assessment as a whole.

use std::collections::BTreeMap;

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::finding::Finding;
use crate::declaration::{Input, Value};
use crate::rulebook::{ArrangementId, Confirmation, FieldId, ReadText, Rulebook};
use crate::source::Place;
use crate::standing::{Attribute, Basis, Day, PartialDate, State, Words as _};

/// A caveat or a warning that bears on the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub enum Note {
    /// An input says no date, and counts as older than those that have one.
    Undated {
        /// The input's file.
        file: String,
    },
    /// No input says a date: the facts of this one are taken to be of a day.
    DateTaken {
        /// The input's file.
        file: String,
        /// The day.
        #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
        facts: Day,
    },
    /// An input says a month or a year, of which the last day is taken.
    LastDayTaken {
        /// The input's file.
        file: String,
        /// What it says.
        date: PartialDate,
    },
    /// An input of another date of the force was passed over: each date is an assessment of its own.
    PassedOver {
        /// The input's file.
        file: String,
        /// Its date; none where it is undated.
        date: Option<PartialDate>,
    },
    /// Nothing says that the facts held on the day assessed.
    AssessedOnAnotherDay {
        /// The day of the facts.
        #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
        facts: Day,
        /// The day assessed.
        #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
        assessed: Day,
    },
    /// A source wasn't read, so that quotes from it weren't checked.
    SourceUnread {
        /// Its file.
        file: String,
    },
    /// Texts that an instrument's requirements rest on were read as they stood before the day
    /// assessed: its own first, where that is one of them.
    ReadUntil {
        /// The instrument's title.
        title: String,
        /// What was read so.
        texts: Vec<ReadText>,
    },
    /// What the table of forces knows of the force, since its declaration doesn't say.
    FromTable(Vec<Taken>),
    /// Passages of papers may speak of an arrangement that isn't stated: a person must decide.
    ToDecide {
        /// The arrangement.
        arrangement: ArrangementId,
        /// Where they begin.
        places: Vec<Place>,
    },
    /// Some of what was asked reaches the force only in a part of where it works.
    Within {
        /// Where.
        within: String,
    },
    /// A requirement is switched off.
    Struck {
        /// The row that strikes it.
        row: Confirmation,
        /// The title that it had.
        title: String,
    },
    /// The gate asks for a better basis than some states have, so that they count as not stated.
    Unbacked(Vec<Unbacked>),
    /// An arrangement counts as not stated, since it is or may be there only after the day assessed.
    BeginsLater {
        /// The arrangement.
        arrangement: ArrangementId,
        /// Since when it stands.
        since: PartialDate,
        /// The day assessed.
        #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
        assessed: Day,
    },
    /// A date is or may be after the day assessed.
    DatedLater {
        /// The arrangement.
        arrangement: ArrangementId,
        /// The field that holds the date.
        field: FieldId,
        /// The date.
        date: PartialDate,
        /// The day assessed.
        #[cfg_attr(test, schemars(with = "crate::standing::DayForm"))]
        assessed: Day,
    },
}

/// A state that doesn't count for want of a better basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Unbacked {
    /// The arrangement.
    pub arrangement: ArrangementId,
    /// The state that is declared.
    pub declared: State,
    /// Its basis.
    pub basis: Basis,
}

/// Something about a force that the table of forces knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Taken {
    /// What.
    pub attribute: Attribute,
    /// Whether it holds.
    pub is: bool,
    /// Where that was read.
    pub source: Option<String>,
}

/// All notes on an assessment.
pub(super) fn notes(rulebook: &Rulebook, facts: &Facts<'_>, findings: &[Finding]) -> Vec<Note> {
    let clock = facts.clock();
    let mut notes = dates(&facts.declaration().inputs, clock.facts);
    notes.extend(
        facts
            .declaration()
            .passed_over
            .iter()
            .map(|input| Note::PassedOver { file: input.file.clone(), date: input.date }),
    );
    if clock.assessed != clock.facts {
        notes.push(Note::AssessedOnAnotherDay { facts: clock.facts, assessed: clock.assessed });
    }
    for source in facts.declaration().sources.iter().filter(|source| source.text.is_none()) {
        notes.extend(source.file.clone().map(|file| Note::SourceUnread { file }));
    }
    for instrument in rulebook.instruments() {
        let texts = instrument.read_before(clock.assessed);
        if !texts.is_empty() {
            notes.push(Note::ReadUntil { title: instrument.title.to_string(), texts });
        }
    }
    notes.extend(from_table(facts));
    notes.extend(within(findings));
    let struck = rulebook.struck().iter();
    notes
        .extend(struck.map(|(row, title)| Note::Struck { row: row.clone(), title: title.clone() }));
    notes.extend(to_decide(facts));
    notes.extend(unbacked(facts));
    notes.extend(later(facts));
    notes
}

/// What the table of forces knows where the declaration is silent.
fn from_table(facts: &Facts<'_>) -> Option<Note> {
    let force = &facts.declaration().force;
    let known = Attribute::ALL.iter().filter_map(|attribute| {
        let fact = force.known_on(*attribute, facts.clock().assessed)?;
        Some(Taken { attribute: *attribute, is: fact.is, source: fact.source.clone() })
    });
    let known: Vec<Taken> = known.collect();
    (!known.is_empty()).then_some(Note::FromTable(known))
}

/// Where alone some of it reaches the force.
fn within(findings: &[Finding]) -> Vec<Note> {
    let mut named: Vec<&String> = Vec::new();
    let reached = findings.iter().filter_map(|finding| finding.reached_as.as_ref());
    for within in reached.filter_map(|reached| reached.within.as_ref()) {
        if !named.contains(&within) {
            named.push(within);
        }
    }
    named.into_iter().map(|within| Note::Within { within: within.clone() }).collect()
}

/// What must be known of the dates of inputs.
fn dates(inputs: &[Input], facts: Day) -> Vec<Note> {
    let any = inputs.iter().any(|input| input.date.is_some());
    let note = |input: &Input| {
        let file = input.file.clone();
        match input.date {
            None if any => Some(Note::Undated { file }),
            None => Some(Note::DateTaken { file, facts }),
            Some(PartialDate::Day(_)) => None,
            Some(date) => Some(Note::LastDayTaken { file, date }),
        }
    };
    inputs.iter().filter_map(note).collect()
}

/// What papers leave to a person, of arrangements that nothing states.
fn to_decide(facts: &Facts<'_>) -> Vec<Note> {
    let declaration = facts.declaration();
    let mut open: BTreeMap<&ArrangementId, Vec<Place>> = BTreeMap::new();
    for passage in &declaration.undecided {
        let stated = declaration.declared.get(&passage.arrangement);
        if stated.is_none_or(|own| own.state == State::NotStated) {
            open.entry(&passage.arrangement).or_default().push(passage.place.clone());
        }
    }
    let note = |(arrangement, places): (&ArrangementId, Vec<Place>)| Note::ToDecide {
        arrangement: arrangement.clone(),
        places,
    };
    open.into_iter().map(note).collect()
}

fn unbacked(facts: &Facts<'_>) -> Option<Note> {
    let declared = facts.declaration().declared.iter();
    let unbacked: Vec<Unbacked> = declared
        .filter_map(|(id, own)| {
            let declared = own.unbacked?;
            Some(Unbacked { arrangement: id.clone(), declared, basis: own.basis() })
        })
        .collect();
    (!unbacked.is_empty()).then_some(Note::Unbacked(unbacked))
}

/// What is or may be after the day assessed.
fn later(facts: &Facts<'_>) -> Vec<Note> {
    let clock = facts.clock();
    let assessed = clock.assessed;
    let mut notes = Vec::new();
    for (id, declared) in &facts.declaration().declared {
        let arrangement = || id.clone();
        if let Some(since) = declared.since().filter(|since| clock.latest_since(*since) > assessed)
        {
            notes.push(Note::BeginsLater { arrangement: arrangement(), since, assessed });
            continue;
        }
        for (field, value) in &declared.fields {
            // What has begun was looked at above.
            if let Value::Date(date) = value.value
                && field.as_str() != FieldId::SINCE
                && date.latest() > assessed
            {
                let field = field.clone();
                notes.push(Note::DatedLater { arrangement: arrangement(), field, date, assessed });
            }
        }
    }
    notes
}
