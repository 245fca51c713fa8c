//! What a duty may wait for: a request, a referral, an order of others.
//!
//! Where a duty arises only then, its requirement names the event (`arises_on`), and a force can state
//! for how long none came (`[[force.none]]`). `events.toml` holds the events.

use jiff::ToSpan as _;
use serde::{Deserialize, Serialize};

use super::EventId;
use super::ids::read_id;
use crate::source::{Located, Table};
use crate::standing::Day;

/// Something of others that a duty waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its id.
    pub id: EventId,
    /// What it is called in sentences: "a request of …".
    pub title: String,
    /// That there was none: "no request of … came".
    pub none: String,
    /// What a force is asked.
    pub question: String,
    /// Where it stands.
    pub citation: String,
    /// The first day on which there could be one.
    #[serde(with = "crate::standing::kept_day")]
    pub from: Day,
    /// How many months must be free of it, so that nothing waits for an answer; where none are named,
    /// all since it could first come.
    pub months: Option<u16>,
    /// How it is read.
    pub note: Option<String>,
}

/// What a requirement waits for: the event, and how far back none may have come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arising {
    /// The event.
    pub event: EventId,
    /// The first day on which there could be one.
    #[serde(with = "crate::standing::kept_day")]
    pub from: Day,
    /// How many months must be free of it; where none are named, all of them.
    pub months: Option<u16>,
}

impl Arising {
    /// The first of the days that must be free of it, if nothing is to be asked on a day.
    #[must_use]
    pub fn free_since(&self, day: Day) -> Day {
        let back = self.months.map(|months| day.saturating_sub(i32::from(months).months()));
        back.map_or(self.from, |back| back.max(self.from))
    }
}

impl From<&Event> for Arising {
    fn from(event: &Event) -> Self {
        Self { event: event.id.clone(), from: event.from, months: event.months }
    }
}

/// Reads an `[[event]]` table. Faults go to the table.
pub(super) fn read_event(table: Table<'_>) -> Option<Located<Event>> {
    let id = read_id(&table, "id");
    let title = table.required_text("title");
    let none = table.required_text("none");
    let question = table.required_text("question");
    let citation = table.required_text("citation");
    let from = table.require("from").and_then(|item| item.day());
    let months = table.get("months").and_then(|item| {
        let months = u16::try_from(item.number()?.value).ok().filter(|months| *months > 0);
        if months.is_none() {
            item.expected("a number of months from 1");
        }
        months
    });
    let note = table.text_of("note").map(|found| found.value);
    table.finish();
    let id = id?;
    let event = Event {
        id: EventId::from(id.value.as_str()),
        title: title?.value,
        none: none?.value,
        question: question?.value,
        citation: citation?.value,
        from: from?.value,
        months,
        note,
    };
    Some(Located::new(event, id.span))
}
