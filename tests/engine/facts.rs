//! What a force declares, before it is written out as TOML.

use std::collections::{BTreeMap, BTreeSet};

use msacheck::standing::{Attribute, ForceKind, State, Words as _};
use proptest::bool::weighted;
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::calendar::{self, Date, Day};
use crate::toml_text::{Order, quoted, table};
use crate::values::{self, Value};
use crate::vocabulary::{ARRANGEMENTS, EVENTS, Field};

/// A whole declaration.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) force: Force,
    pub(crate) sources: Vec<Source>,
    pub(crate) declared: BTreeMap<usize, Declared>,
    pub(crate) information: Vec<Information>,
}

/// `[force]`
#[derive(Clone, Debug)]
pub(crate) struct Force {
    pub(crate) name: Option<String>,
    pub(crate) kind: ForceKind,
    pub(crate) attributes: BTreeMap<Attribute, bool>,
    pub(crate) none: Vec<NoneCame>,
    pub(crate) as_of: Day,
}

/// That none came of one of the events.
#[derive(Clone, Debug)]
pub(crate) struct NoneCame {
    pub(crate) of: usize,
    pub(crate) from: Date,
    pub(crate) until: Option<Date>,
    pub(crate) evidence: Vec<Evidence>,
}

/// `[[source]]`
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) file: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) date: Option<Date>,
    pub(crate) obtained: Option<Date>,
}

/// What is declared of one arrangement.
#[derive(Clone, Debug)]
pub(crate) struct Declared {
    pub(crate) state: State,
    pub(crate) values: BTreeMap<Field, Value>,
    pub(crate) note: Option<String>,
    pub(crate) evidence: Vec<Evidence>,
}

/// One piece of evidence.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    pub(crate) source: String,
    pub(crate) quote: Option<String>,
    pub(crate) page: Option<i64>,
    pub(crate) line: Option<i64>,
    pub(crate) times: Times,
}

/// Of when evidence is: under each key what it says.
pub(crate) type Times = Vec<(&'static str, Date)>;

/// `[[information]]`
#[derive(Clone, Debug)]
pub(crate) struct Information {
    pub(crate) note: String,
    pub(crate) evidence: Vec<Evidence>,
}

impl Declared {
    /// Nothing but a state.
    pub(crate) fn bare(state: State) -> Self {
        Self { state, values: BTreeMap::new(), note: None, evidence: Vec::new() }
    }
}

impl Facts {
    /// The declaration's file: its tables and their lines in any order.
    pub(crate) fn toml(&self, order: &mut Order) -> String {
        let mut tables = vec![self.force.toml(order)];
        tables.extend(self.sources.iter().map(|source| source.toml(order)));
        for (at, declared) in &self.declared {
            tables.push(declared.toml(ARRANGEMENTS[*at], order));
        }
        for information in &self.information {
            let mut lines = vec![format!("note = {}", quoted(&information.note))];
            lines.extend(evidence_line(&information.evidence));
            tables.push(table("[[information]]", lines, order));
        }
        order.shuffle(&mut tables);
        tables.join("\n")
    }
}

impl Force {
    fn toml(&self, order: &mut Order) -> String {
        let mut lines = vec![
            "id = \"northmarch\"".to_owned(),
            format!("kind = \"{}\"", self.kind),
            format!("as_of = {}", self.as_of),
        ];
        lines.extend(self.name.as_ref().map(|name| format!("name = {}", quoted(name))));
        lines.extend(self.attributes.iter().map(|(attribute, has)| format!("{attribute} = {has}")));
        let none: Vec<String> = self.none.iter().map(NoneCame::toml).collect();
        lines.extend((!none.is_empty()).then(|| format!("none = [{}]", none.join(", "))));
        table("[force]", lines, order)
    }
}

impl NoneCame {
    fn toml(&self) -> String {
        let mut parts =
            vec![format!("of = \"{}\"", EVENTS[self.of].0), format!("from = {}", self.from.toml())];
        parts.extend(self.until.map(|until| format!("until = {}", until.toml())));
        parts.extend(evidence_line(&self.evidence));
        format!("{{ {} }}", parts.join(", "))
    }

    /// Whether it may be said of facts of a day: nobody knows that none will come.
    pub(crate) fn is_sound(&self, as_of: Day) -> bool {
        let begun = self.from.earliest() <= as_of;
        let ends = self.until.is_none_or(|until| {
            until.earliest() <= as_of.next() && self.from.earliest() < until.last()
        });
        begun && ends
    }
}

/// Any of them, most of a long time.
fn none_came(as_of: Day) -> impl Strategy<Value = Vec<NoneCame>> {
    let from = prop_oneof![2 => calendar::date(2014..2017), 1 => calendar::date(2016..2020)];
    let until = option::weighted(0.3, calendar::date(2016..2021));
    let one =
        (0..EVENTS.len(), from, until, weighted(0.8)).prop_map(|(of, from, until, logged)| {
            NoneCame {
                of,
                from,
                until,
                evidence: logged.then(Evidence::of_the_log).into_iter().collect(),
            }
        });
    vec(one, 0..=3).prop_map(move |all| all.into_iter().filter(|one| one.is_sound(as_of)).collect())
}

impl Evidence {
    /// That a log is named, of which nothing is quoted.
    fn of_the_log() -> Self {
        Self { source: "log".to_owned(), quote: None, page: None, line: None, times: Vec::new() }
    }
}

impl Source {
    /// The log that is named where none came.
    fn log() -> Self {
        Self {
            id: "log".to_owned(),
            title: "Log".to_owned(),
            file: None,
            address: None,
            date: None,
            obtained: None,
        }
    }

    fn toml(&self, order: &mut Order) -> String {
        let mut lines =
            vec![format!("id = {}", quoted(&self.id)), format!("title = {}", quoted(&self.title))];
        lines.extend(self.file.as_ref().map(|file| format!("file = {}", quoted(file))));
        lines.extend(self.address.as_ref().map(|at| format!("address = {}", quoted(at))));
        lines.extend(self.date.map(|date| format!("date = {}", date.toml())));
        lines.extend(self.obtained.map(|day| format!("obtained = {}", day.toml())));
        table("[[source]]", lines, order)
    }
}

impl Declared {
    fn toml(&self, id: &str, order: &mut Order) -> String {
        let mut lines = vec![format!("state = \"{}\"", self.state)];
        for (field, value) in &self.values {
            lines.extend(value.lines(*field, order));
        }
        lines.extend(self.note.as_ref().map(|note| format!("note = {}", quoted(note))));
        lines.extend(evidence_line(&self.evidence));
        table(&format!("[{id}]"), lines, order)
    }
}

fn evidence_line(evidence: &[Evidence]) -> Option<String> {
    let pieces = evidence.iter().map(|piece| {
        let mut parts = vec![format!("source = {}", quoted(&piece.source))];
        parts.extend(piece.quote.as_ref().map(|quote| format!("quote = {}", quoted(quote))));
        parts.extend(piece.page.map(|page| format!("page = {page}")));
        parts.extend(piece.line.map(|line| format!("line = {line}")));
        parts.extend(piece.times.iter().map(|(key, date)| format!("{key} = {}", date.toml())));
        format!("{{ {} }}", parts.join(", "))
    });
    let pieces: Vec<String> = pieces.collect();
    (!pieces.is_empty()).then(|| format!("evidence = [{}]", pieces.join(", ")))
}

/// Any declaration of states and fields; nothing in it is quoted, since no outcome rests on that. Where
/// none came, most often a log is named.
pub(crate) fn facts(as_of: Day) -> impl Strategy<Value = Facts> {
    (force(as_of), all_declared(states())).prop_map(|(force, declared)| Facts {
        force,
        sources: vec![Source::log()],
        declared,
        information: Vec::new(),
    })
}

/// Any force, seldom with a kind or an attribute that much rests on.
pub(crate) fn force(as_of: Day) -> impl Strategy<Value = Force> {
    let attribute = || option::of(any::<bool>());
    let facts = (select(ForceKind::ALL), attribute(), attribute(), none_came(as_of));
    facts.prop_map(move |(kind, sea, air, none)| {
        let stated = [(Attribute::SeaPort, sea), (Attribute::Airport, air)];
        let attributes = stated.into_iter().filter_map(|(name, has)| Some((name, has?))).collect();
        Force { name: None, kind, attributes, none, as_of }
    })
}

/// States, the strong ones more often: a deep tree is soon pulled down.
pub(crate) fn states() -> impl Strategy<Value = State> {
    prop_oneof![4 => Just(State::InPlace), 2 => Just(State::Partial), 5 => select(State::ALL)]
}

/// What is declared of some of the arrangements.
pub(crate) fn all_declared(
    state: impl Strategy<Value = State> + 'static,
) -> impl Strategy<Value = BTreeMap<usize, Declared>> {
    let state = state.boxed();
    let one = move || option::weighted(0.8, declared(state.clone()));
    [one(), one(), one(), one()].prop_map(|all| {
        all.into_iter().enumerate().filter_map(|(at, declared)| Some((at, declared?))).collect()
    })
}

fn declared(state: BoxedStrategy<State>) -> impl Strategy<Value = Declared> {
    let all_values: Vec<BoxedStrategy<Value>> =
        Field::ALL.iter().map(|field| values::value(*field)).collect();
    let stated = btree_set(select(Field::ALL.to_vec()), 0..=Field::ALL.len());
    (state, all_values, stated).prop_map(|(state, values, stated): (_, _, BTreeSet<Field>)| {
        let values = Field::ALL
            .into_iter()
            .zip(values)
            .filter(|(field, _)| stated.contains(field))
            .collect();
        Declared { state, values, note: None, evidence: Vec::new() }
    })
}
