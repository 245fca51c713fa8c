//! Requirements: the lines of the checklists.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::applicability::{AppliesTo, read_applies_to};
use super::former::read_former;
use super::ids::read_id;
use super::instrument::{day, read_bearers};
use super::resolve::read_needs;
use super::{
    Ask, Branches, Former, InstrumentId, Need, Provision, ProvisionId, RequirementId, Vocabulary,
};
use crate::source::{Fault, Located, Span, Table, Text};
use crate::standing::{Bearer, Day, Derivation, Strength, Warrant};

/// What a requirement says of itself: its findings carry it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The instrument that it comes from.
    pub instrument: InstrumentId,
    /// What it claims, no more than its needs test.
    pub title: String,
    /// The provision that it rests on.
    pub provision: ProvisionId,
    /// How to cite its source.
    pub citation: String,
    /// How binding it is for the force.
    pub strength: Strength,
    /// Who made the promise or carries the duty.
    pub bearer: Vec<Bearer>,
    /// How it follows from its provision.
    pub derivation: Derivation,
    /// Whether the words that ask it were read.
    pub warrant: Warrant,
    /// The first day on which it counts.
    #[serde(with = "crate::standing::kept_day")]
    pub from: Day,
    /// The first day on which it no longer counts.
    #[serde(default, with = "crate::standing::kept_days")]
    pub until: Option<Day>,
    /// What closes a gap against it.
    pub remedy: String,
    /// What an inspector would accept as evidence.
    pub evidence: Option<String>,
    /// How it is read, and what it doesn't claim.
    pub note: Option<String>,
}

/// One line of a checklist, or one version of it: what must stand for a provision to be met.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Requirement {
    /// Its full id: the instrument's, a slash, its own.
    pub id: RequirementId,
    /// What it says of itself.
    pub rule: Arc<Rule>,
    /// What it asks: all of these.
    pub needs: Branches,
    /// Which words of its source ask what is tested: under each field that a condition tests, and
    /// under each arrangement that is asked for without one.
    pub words: BTreeMap<String, String>,
    /// What is tested only as another way to show what the words ask, which they don't name.
    pub shown_by: Vec<String>,
    /// Why its title may speak of what is done where its needs test that it is laid down.
    pub conduct: Option<String>,
    /// Which forces it reaches.
    pub applies_to: AppliesTo,
    /// The ids that it once had.
    pub former: Former,
    /// The file of its rule pack.
    #[serde(skip, default = "Text::nowhere")]
    pub text: Arc<Text>,
    /// Its heading in that file.
    pub span: Span,
    /// Its citation in that file.
    pub citation_span: Span,
}

impl Deref for Requirement {
    type Target = Rule;

    fn deref(&self) -> &Rule {
        &self.rule
    }
}

impl DerefMut for Requirement {
    fn deref_mut(&mut self) -> &mut Rule {
        Arc::make_mut(&mut self.rule)
    }
}

impl Requirement {
    /// Whether this version counts on a day.
    #[must_use]
    pub fn in_force_on(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }

    /// What is tested, by the names under which `words` says what asks it: each field of a condition,
    /// and each arrangement that is asked for without one.
    #[must_use]
    pub fn measures(&self) -> BTreeSet<&str> {
        self.needs.iter().flat_map(Need::asks).flat_map(measures).collect()
    }

    /// Of these, what no other way gets round.
    #[must_use]
    pub fn certain_measures(&self) -> BTreeSet<&str> {
        self.needs.iter().flat_map(certain).flat_map(measures).collect()
    }

    /// Whether any of its needs asks about an arrangement.
    #[must_use]
    pub fn rests_on(&self, arrangement: &str) -> bool {
        self.needs.iter().flat_map(Need::asks).any(|ask| ask.arrangement.as_str() == arrangement)
    }

    /// Whether it rests on this provision.
    #[must_use]
    pub fn is_under(&self, provision: &Provision) -> bool {
        self.instrument == provision.instrument && self.provision == provision.id
    }

    /// A fault of the requirement as a whole, at its heading.
    #[must_use]
    pub fn fault(
        &self,
        code: &'static str,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Fault {
        Fault::new(code, &self.text, self.span.clone(), message, label)
    }
}

/// A requirement as it was read, with the spans that checks across files need.
pub(super) struct ReadRequirement {
    pub(super) requirement: Requirement,
    pub(super) id: Span,
    pub(super) provision: Span,
    pub(super) from: Span,
}

/// Reads a `[[requirement]]` table. Faults go to the table.
pub(super) fn read_requirement(
    table: Table<'_>,
    instrument: &InstrumentId,
    vocabulary: &Vocabulary,
) -> Option<ReadRequirement> {
    let id = read_id(&table, "id");
    let title = table.required_text("title");
    let provision = table.required_text("provision");
    let citation = table.required_text("citation");
    let strength = table.required_word::<Strength>("strength");
    let bearer = table.require("bearer").map(|item| {
        if item.list().is_some_and(|list| list.is_empty()) {
            item.fault("rules::no-bearer", "who bears it?", "expected at least one bearer");
        }
        read_bearers(&table)
    });
    let derivation = table.required_word::<Derivation>("derivation");
    let warrant = table.required_word::<Warrant>("warrant");
    let from = table.require("from").and_then(|item| item.day());
    let until = table.get("until");
    let needs = table.require("needs").and_then(|item| read_needs(&item, vocabulary));
    let words = table.get("words").and_then(|item| item.table());
    let words = words.as_ref().map(read_words);
    let shown_by = table.texts("shown_by").into_iter().map(|found| found.value).collect();
    let conduct = table.text_of("conduct").map(|found| found.value);
    let applies_to = table
        .get("applies_to")
        .and_then(|item| item.table())
        .map(|table| read_applies_to(table, vocabulary))
        .unwrap_or_default();
    let former = read_former(&table, instrument);
    let remedy = table.required_text("remedy");
    let evidence = table.text_of("evidence").map(|found| found.value);
    let note = table.text_of("note").map(|found| found.value);
    // Examples are read by `proof` alone: an assessment doesn't need them.
    let _ = table.get("example");
    let until_day = day(&table, "until");
    if let (Some(from), Some(until), Some(item)) = (&from, until_day, &until)
        && until <= from.value
    {
        let message = "`until` is the first day on which it no longer counts: not before `from`";
        item.fault("rules::no-day", message, "expected a later day than `from`");
    }
    check_bearer(&table, strength.as_ref(), bearer.as_deref(), &applies_to);
    let text = Arc::clone(table.text());
    let span = table.header();
    table.finish();
    let (id, provision, from, citation) = (id?, provision?, from?, citation?);
    let spans = (id.span.clone(), provision.span.clone(), from.span.clone());
    Some(ReadRequirement {
        requirement: Requirement {
            id: RequirementId::from(format!("{instrument}/{}", id.value).as_str()),
            citation_span: citation.span,
            rule: Arc::new(Rule {
                instrument: instrument.clone(),
                title: title?.value,
                provision: ProvisionId::from(provision.value.as_str()),
                citation: citation.value,
                strength: strength?.value,
                bearer: bearer?,
                derivation: derivation?.value,
                warrant: warrant?.value,
                from: from.value,
                until: until_day,
                remedy: remedy?.value,
                evidence,
                note,
            }),
            needs: needs?,
            words: words.unwrap_or_default(),
            shown_by,
            conduct,
            applies_to,
            former,
            text,
            span,
        },
        id: spans.0,
        provision: spans.1,
        from: spans.2,
    })
}

/// What is asked of one arrangement.
fn measures(ask: &Ask) -> Vec<&str> {
    let fields: Vec<&str> = ask.conditions().map(|condition| condition.field.as_str()).collect();
    if fields.is_empty() { vec![ask.arrangement.as_str()] } else { fields }
}

/// What is asked whatever else there is.
fn certain(need: &Need) -> Vec<&Ask> {
    match need {
        Need::Ask(ask) => vec![ask],
        Need::All(of) => of.iter().flat_map(certain).collect(),
        Need::Any(_) | Need::AtLeast { .. } => Vec::new(),
    }
}

/// The words that ask, under what they ask. Whether they name what is tested is looked at by `proof`.
fn read_words(table: &Table<'_>) -> BTreeMap<String, String> {
    let items = table.items();
    let words =
        items.iter().filter_map(|item| Some((item.key().value.to_owned(), item.text()?.value)));
    words.collect()
}

/// What those whom it reaches don't bear is at most an expectation for them.
fn check_bearer(
    table: &Table<'_>,
    strength: Option<&Located<Strength>>,
    bearer: Option<&[Bearer]>,
    applies_to: &AppliesTo,
) {
    let (Some(strength), Some(bearer)) = (strength, bearer) else { return };
    // Where no term says whom it reaches, forces are meant.
    let named = applies_to.kinds.iter().filter(|_| applies_to.reach.is_some());
    let mut bound: Vec<Bearer> = named.map(|kind| kind.bearer()).collect();
    if bound.is_empty() {
        bound.push(Bearer::Forces);
    }
    let missing = bound.into_iter().find(|bound| !bearer.contains(bound));
    if let Some(missing) = missing.filter(|_| strength.value > Strength::Expectation) {
        table.fault(
            "rules::not-borne",
            strength.span.clone(),
            format!("a {} that {} bear", strength.value, who_does_not(missing)),
            format!("expected `expectation`, or `{missing}` among its bearers"),
        );
    }
}

fn who_does_not(bearer: Bearer) -> &'static str {
    if bearer == Bearer::Nca { "the National Crime Agency doesn't" } else { "forces don't" }
}
