//! That none came: a fact of the force about what others didn't ask of it.
//!
//! A duty may arise only on a request or an order of others. `[[force.none]]` states for which days
//! there was none, with its evidence; on such days the duty asks nothing. What isn't stated never
//! counts as none: neither silence, nor what nothing speaks for, nor a day outside those that are named, nor the part of a partial
//! date that may lie outside, nor a day after the facts.

use std::sync::Arc;

use super::evidence::{Evidence, SourceDocument, basis_of, read_evidence};
use super::searched::Searched;
use crate::rulebook::{EventId, Vocabulary};
use crate::source::{Fault, Item, Span, Table, Text, nearest};
use crate::standing::{Basis, Day, PartialDate};

/// That nothing of a kind came in some time.
#[derive(Clone, Debug)]
pub struct NoneCame {
    /// What didn't come.
    pub of: EventId,
    /// The first day of the time.
    pub from: PartialDate,
    /// The first day after it; where it isn't stated, that after the facts.
    pub until: Option<PartialDate>,
    /// The day of the facts that it is one of.
    pub facts: Day,
    /// What the force adds.
    pub note: Option<String>,
    /// Where it comes from.
    pub evidence: Vec<Evidence>,
    /// Whether it doesn't count for want of a better basis: it is only asserted, or the gate asks for more.
    pub unbacked: bool,
    /// The file that it was read from.
    pub text: Arc<Text>,
    /// Its heading in the file.
    pub span: Span,
}

impl NoneCame {
    /// How well it is backed: by the best of its evidence.
    #[must_use]
    pub fn basis(&self) -> Basis {
        basis_of(&self.evidence)
    }

    /// The first day that it surely speaks of.
    #[must_use]
    pub fn begins(&self) -> Day {
        self.from.latest()
    }

    /// The first day that it may not speak of.
    #[must_use]
    pub fn ends(&self) -> Day {
        let after_facts = self.facts.tomorrow().unwrap_or(self.facts);
        self.until.map_or(after_facts, |until| until.earliest().min(after_facts))
    }

    /// Whether it is the same of the same file.
    pub(super) fn is(&self, other: &Self) -> bool {
        let key = |of: &Self| (of.of.clone(), of.from, of.until, of.facts, of.span.clone());
        key(self) == key(other) && self.text.name() == other.text.name()
    }
}

/// Whether some of these, together, say of every day from `first` to `last` that none came.
#[must_use]
pub fn none_came<'a>(
    facts: impl Iterator<Item = &'a NoneCame>,
    event: &EventId,
    first: Day,
    last: Day,
) -> bool {
    let mut times: Vec<(Day, Day)> = facts
        .filter(|fact| fact.of == *event && !fact.unbacked)
        .map(|fact| (fact.begins(), fact.ends()))
        .collect();
    times.sort_unstable();
    let mut open = first;
    for (begins, ends) in times {
        if begins <= open {
            open = open.max(ends);
        }
    }
    // Where no day must be free, nothing says that none came.
    first <= last && open > last
}

/// Reads `[[force.none]]` as the examples of rule packs state it: they have no sources, and it counts
/// without. Faults go to the table.
#[must_use]
pub fn read_none(
    table: &Table<'_>,
    vocabulary: &Vocabulary,
    facts: Day,
    today: Day,
) -> Vec<NoneCame> {
    let stated = read_none_of(table, vocabulary, (&[], &Searched::new()), facts, today);
    stated.into_iter().map(|none| NoneCame { unbacked: false, ..none }).collect()
}

/// Reads `[[force.none]]`, whose quotes are looked for in `sources`. Faults go to the table.
pub(super) fn read_none_of(
    table: &Table<'_>,
    vocabulary: &Vocabulary,
    sources: (&[SourceDocument], &Searched),
    facts: Day,
    today: Day,
) -> Vec<NoneCame> {
    let rows = table.tables("none").into_iter();
    rows.filter_map(|row| read_one(row, vocabulary, sources, facts, today)).collect()
}

fn read_one(
    table: Table<'_>,
    vocabulary: &Vocabulary,
    sources: (&[SourceDocument], &Searched),
    facts: Day,
    today: Day,
) -> Option<NoneCame> {
    let of = table.required_text("of");
    let from = table.require("from").and_then(|item| told(&item, facts));
    // The day after the facts is no claim about a day to come: it ends with them.
    let after = facts.tomorrow().unwrap_or(facts);
    let until = table.get("until").and_then(|item| told(&item, after));
    let note = table.text_of("note").map(|found| found.value);
    let evidence = read_evidence(&table, sources.0, sources.1, today);
    if let Some(named) = of.as_ref().filter(|of| vocabulary.event(&of.value).is_none()) {
        let known = vocabulary.events().iter().map(|event| event.id.as_str());
        let near = nearest(&named.value, known.clone());
        let otherwise = || format!("known are: {}", known.collect::<Vec<_>>().join(", "));
        let message = format!("no duty waits for `{}`", named.value);
        let span = named.span.clone();
        table.push(
            Fault::new("declaration::unknown-event", table.text(), span, message, "not known")
                .help(near.map_or_else(otherwise, |near| format!("did you mean \"{near}\"?"))),
        );
    }
    let (text, span) = (Arc::clone(table.text()), table.header());
    if let (Some(from), Some(until)) = (from, until)
        && until.latest() <= from.earliest()
    {
        let message = "this speaks of no day: it ends before it begins";
        let label = "expected an `until` after `from`";
        table.fault("declaration::no-day", span.clone(), message, label);
    }
    table.finish();
    let of = EventId::from(of?.value.as_str());
    let from = from?;
    let unbacked = basis_of(&evidence) == Basis::Asserted;
    Some(NoneCame { of, from, until, facts, note, evidence, unbacked, text, span })
}

/// A date that may be no later than a day: nobody knows that none will come.
fn told(item: &Item<'_>, last: Day) -> Option<PartialDate> {
    let date = item.date()?.value;
    if date.earliest() > last {
        let message = format!("`{}` lies after the facts", item.key().value);
        item.push(
            Fault::new(
                "declaration::future-date",
                item.file(),
                item.span(),
                message,
                format!("expected {last} or earlier"),
            )
            .help("that none will come can't be a fact; without `until`, it ends with the facts"),
        );
    }
    Some(date)
}
