//! The texts that rules come from, and their provisions.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ids::read_id;
use super::{InstrumentId, ProvisionId};
use crate::source::{Item, Located, Span, Table, Text};
use crate::standing::{Bearer, Day};

/// One of the texts that requirements come from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Instrument {
    /// Its id: the name of its folder.
    pub id: InstrumentId,
    /// Its official title.
    pub title: Arc<str>,
    /// A short name for tables.
    pub short: Arc<str>,
    /// Its place among the instruments.
    pub order: i64,
    /// Whether it is law: a shortfall against one that isn't is a gap, not a breach.
    pub law: bool,
    /// Whether its requirements are asked only where somebody asks for it by name.
    pub optional: bool,
    /// The first day on which it stood.
    #[serde(with = "crate::standing::kept_day")]
    pub from: Day,
    /// The day as at which its text was read; a later assessment carries a caveat.
    #[serde(default, with = "crate::standing::kept_days")]
    pub read_until: Option<Day>,
    /// Where it is to be read again.
    pub read_at: Option<String>,
    /// The texts that its requirements rest on beside it, and that change as it does.
    pub sources: Vec<ReadText>,
    /// Since when, and by what, it is superseded.
    pub superseded: Option<(Day, InstrumentId)>,
    /// What was and wasn't read of it, and how its requirements are meant.
    pub note: Option<String>,
}

/// A text that was read as it stood on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadText {
    /// Its title.
    pub title: String,
    /// The day as at which it was read.
    #[serde(with = "crate::standing::kept_day")]
    pub until: Day,
    /// Where it is to be read again.
    pub at: Option<String>,
}

impl Instrument {
    /// What was read as it stood before a day: its own text first, then those beside it.
    #[must_use]
    pub fn read_before(&self, day: Day) -> Vec<ReadText> {
        let own = self.read_until.map(|until| ReadText {
            title: self.title.to_string(),
            until,
            at: self.read_at.clone(),
        });
        let all = own.into_iter().chain(self.sources.iter().cloned());
        all.filter(|text| text.until < day).collect()
    }
}

/// A section, schedule, chapter or paragraph of an instrument.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Provision {
    /// The instrument that it stands in.
    pub instrument: InstrumentId,
    /// Its id within the instrument.
    pub id: ProvisionId,
    /// What it is about, in this project's words.
    pub heading: String,
    /// Where it extends to.
    pub extent: Option<String>,
    /// The first day on which it is in force.
    #[serde(default, with = "crate::standing::kept_days")]
    pub from: Option<Day>,
    /// The first day on which it no longer is.
    #[serde(default, with = "crate::standing::kept_days")]
    pub until: Option<Day>,
    /// The commencement instrument.
    pub commenced_by: Option<String>,
    /// The pages on which it stands.
    pub pages: Option<String>,
    /// Who bears it.
    pub bearer: Vec<Bearer>,
    /// The number of its last subsection, where it has numbered ones.
    pub subsections: Option<i64>,
    /// Why no requirement rests on it.
    pub no_rule: Option<String>,
    /// The file of its rule pack.
    #[serde(skip, default = "Text::nowhere")]
    pub text: Arc<Text>,
    /// Its heading in that file.
    pub span: Span,
}

/// Reads `instrument.toml`. Faults go to the table.
pub(super) fn read_instrument(table: Table<'_>) -> Option<Located<Instrument>> {
    let id = read_id(&table, "id");
    let title = table.required_text("title");
    let short = table.text_of("short").map(|found| found.value);
    let order = table.get("order").and_then(|item| item.number()).map_or(1000, |n| n.value);
    let law = table.flag("law");
    let optional = table.flag("optional");
    let from = table.require("from").and_then(|item| item.day());
    let read_until = day(&table, "read_until");
    let read_at = table.text_of("read_at").map(|found| found.value);
    let sources = table.tables("source").into_iter().filter_map(read_text).collect();
    let superseded_on = table.get("superseded_on");
    let superseded_by = table.text_of("superseded_by");
    let note = table.text_of("note").map(|found| found.value);
    match (&superseded_on, &superseded_by) {
        (Some(on), None) => {
            on.fault(
                "rules::superseded-by-what",
                "superseded by what?",
                "`superseded_by` is missing",
            );
        }
        (None, Some(by)) => table.fault(
            "rules::superseded-by-what",
            by.span.clone(),
            "superseded since when?",
            "`superseded_on` is missing",
        ),
        _ => {}
    }
    let superseded = superseded_on
        .and_then(|item| item.day())
        .zip(superseded_by)
        .map(|(on, by)| (on.value, InstrumentId::from(by.value.as_str())));
    table.finish();
    let (id, title) = (id?, title?.value);
    let short = short.unwrap_or_else(|| title.clone());
    let from = from?.value;
    let instrument = Instrument {
        id: InstrumentId::from(id.value.as_str()),
        title: title.into(),
        short: short.into(),
        order,
        law,
        optional,
        from,
        read_until,
        read_at,
        sources,
        superseded,
        note,
    };
    Some(Located::new(instrument, id.span))
}

/// Reads a `[[source]]` of an instrument.
fn read_text(table: Table<'_>) -> Option<ReadText> {
    let title = table.required_text("title");
    let until = table.require("read_until").and_then(|item| item.day());
    let at = table.text_of("at").map(|found| found.value);
    table.finish();
    Some(ReadText { title: title?.value, until: until?.value, at })
}

/// Reads a `[[provision]]` table. Faults go to the table.
pub(super) fn read_provision(
    table: Table<'_>,
    instrument: &InstrumentId,
) -> Option<Located<Provision>> {
    let id = read_id(&table, "id");
    let heading = table.required_text("heading");
    let bearer = read_bearers(&table);
    let from = day(&table, "from");
    let until = day(&table, "until");
    let extent = table.text_of("extent").map(|found| found.value);
    let commenced_by = table.text_of("commenced_by").map(|found| found.value);
    let pages = table.text_of("pages").map(|found| found.value);
    let no_rule = table.text_of("no_rule").map(|found| found.value);
    let subsections = table.get("subsections").and_then(|item| item.number()).map(|n| n.value);
    let (text, span) = (Arc::clone(table.text()), table.header());
    table.finish();
    let id = id?;
    let provision = Provision {
        instrument: instrument.clone(),
        id: ProvisionId::from(id.value.as_str()),
        heading: heading?.value,
        extent,
        from,
        until,
        commenced_by,
        pages,
        bearer,
        subsections,
        no_rule,
        text,
        span,
    };
    Some(Located::new(provision, id.span))
}

/// The day under an optional key.
pub(super) fn day(table: &Table<'_>, key: &'static str) -> Option<Day> {
    table.get(key).and_then(|item| item.day()).map(|found| found.value)
}

/// The bearers under `bearer`.
pub(super) fn read_bearers(table: &Table<'_>) -> Vec<Bearer> {
    let items = table.get("bearer").and_then(|item| item.list()).unwrap_or_default();
    items.iter().filter_map(Item::word).map(|found| found.value).collect()
}
