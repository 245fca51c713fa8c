//! Everything that can change for some requirements to be met, and what must hold for each of them.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::axis::{Axis, Part};
use super::change::Change;
use super::node::{Node, Options, STAYS};
use super::situation::Situation;
use super::weight::Costs;
use crate::assessment::Known as _;
use crate::declaration::{Clock, Value, answer};
use crate::rulebook::{
    Arrangement, ArrangementId, Ask, Branches, Condition, Field, FieldId, FieldKind, Need, Test,
    Vocabulary,
};
use crate::standing::State;

/// Everything that can change.
#[derive(Debug)]
pub(super) struct Space<'a> {
    pub(super) axes: Vec<Axis<'a>>,
    /// What must hold beside an arrangement that comes to be in place, by the axis of its state.
    pub(super) beside: FxHashMap<usize, Node>,
    /// What must hold whatever is done: no limit beside what is in place already.
    pub(super) always: Vec<Node>,
    /// Whether no way in which a thing can stand was left out.
    pub(super) whole: bool,
    states: FxHashMap<&'a ArrangementId, usize>,
    fields: FxHashMap<(&'a ArrangementId, &'a FieldId), usize>,
    items: FxHashMap<(&'a ArrangementId, &'a FieldId), Vec<usize>>,
}

/// The conditions on one field.
#[derive(Default)]
struct Tests<'a> {
    asked: Vec<&'a Condition>,
    limits: Vec<&'a Condition>,
}

/// What is asked and stated of one field.
struct Stated<'a, 'b> {
    arrangement: &'a Arrangement,
    field: &'a Field,
    from: Option<&'b Value>,
    tests: &'b Tests<'a>,
}

impl<'a> Space<'a> {
    /// These axes, of which nothing is asked yet.
    pub(super) fn bare(axes: Vec<Axis<'a>>) -> Self {
        Self {
            axes,
            beside: FxHashMap::default(),
            always: Vec::new(),
            whole: true,
            states: FxHashMap::default(),
            fields: FxHashMap::default(),
            items: FxHashMap::default(),
        }
    }

    /// All that these needs ask about.
    pub(super) fn of(
        needs: &[&'a Branches],
        situation: &Situation,
        vocabulary: &'a Vocabulary,
        costs: &Costs,
    ) -> Self {
        let mut space = Self::bare(Vec::new());
        for (arrangement, fields) in tests(needs, vocabulary) {
            let id = &arrangement.id;
            let from = situation.state(id);
            if from != State::InPlace {
                let weight = costs.weight(id, None);
                space.states.insert(id, space.axes.len());
                space.axes.push(Axis { arrangement, part: Part::State { from }, weight });
            }
            for (field, tests) in &fields {
                let Some(field) = arrangement.tested(field.as_str()) else { continue };
                let from = situation.value(id, &field.id);
                let stated = Stated { arrangement, field, from: from.as_deref(), tests };
                match field.kind {
                    FieldKind::List(_) => space.add_items(&stated, costs, situation.clock()),
                    _ => space.add_field(&stated, vocabulary, costs, situation.clock()),
                }
            }
            space.add_limits(arrangement, from, situation);
        }
        space
    }

    fn add_field(
        &mut self,
        stated: &Stated<'a, '_>,
        vocabulary: &Vocabulary,
        costs: &Costs,
        clock: Clock,
    ) {
        let Stated { arrangement, field, from, tests } = stated;
        let by = (vocabulary.ranks(), clock);
        let (part, whole) = Part::of_field(field, from.cloned(), &tests.asked, &tests.limits, by);
        self.whole &= whole;
        let weight = costs.weight(&arrangement.id, Some(&field.id));
        self.fields.insert((&arrangement.id, &field.id), self.axes.len());
        self.axes.push(Axis { arrangement, part, weight });
    }

    /// An axis an item that is asked for and isn't listed; and one for any, where something is to be
    /// listed and nothing is.
    fn add_items(&mut self, stated: &Stated<'a, '_>, costs: &Costs, clock: Clock) {
        let Stated { arrangement, field, from, tests } = stated;
        let mut wanted: Vec<Option<&'a str>> = Vec::new();
        for condition in tests.asked.iter().chain(&tests.limits) {
            let holds =
                |value: Option<&Value>| answer(condition, value, clock).state() == State::InPlace;
            let item = match &condition.test {
                Test::Contains(item) => Some(item.as_str()),
                _ => None,
            };
            let known = wanted.iter().flatten().any(|known| holds(Some(&only(known))));
            let is_wanted = wanted.contains(&item) || item.is_some() && known;
            if !is_wanted && !holds(*from) {
                wanted.push(item);
            }
        }
        for item in wanted {
            let part = Part::Item { field, item };
            let weight = costs.weight(&arrangement.id, Some(&field.id));
            self.items.entry((&arrangement.id, &field.id)).or_default().push(self.axes.len());
            self.axes.push(Axis { arrangement, part, weight });
        }
    }

    fn add_limits(&mut self, arrangement: &'a Arrangement, from: State, situation: &Situation) {
        let without = arrangement.limits.iter().map(|limit| {
            let holding = self.holding(&arrangement.id, limit, situation);
            self.denied(&holding)
        });
        let without = Node::all(without);
        match self.states.get(&arrangement.id) {
            Some(axis) if from != State::InPlace => drop(self.beside.insert(*axis, without)),
            // What stands beside a limit already, by another day than the loader's, stays so.
            _ if without.is_possible(&vec![STAYS; self.axes.len()]) => self.always.push(without),
            _ => {}
        }
    }

    /// What must hold for all of these needs to be met.
    pub(super) fn met(&self, needs: &Branches, situation: &Situation) -> Node {
        Node::all(needs.iter().map(|need| self.need(need, situation)))
    }

    fn need(&self, need: &Need, situation: &Situation) -> Node {
        let each = |of: &Branches| -> Vec<Node> {
            of.iter().map(|need| self.need(need, situation)).collect()
        };
        match need {
            Need::All(of) => Node::all(each(of)),
            Need::Any(of) => Node::at_least(1, each(of)),
            Need::AtLeast { count, of } => Node::at_least(*count, each(of)),
            Need::Ask(ask) => self.ask(ask, situation),
        }
    }

    /// To be met in full, what only grades must hold as what is asked does.
    fn ask(&self, ask: &Ask, situation: &Situation) -> Node {
        let state = match self.states.get(&ask.arrangement) {
            Some(axis) => Node::One { axis: *axis, options: !STAYS & 0b11 },
            None if situation.state(&ask.arrangement) == State::InPlace => Node::ALWAYS,
            None => Node::NEVER,
        };
        let conditions = ask.conditions();
        let conditions =
            conditions.map(|condition| self.holding(&ask.arrangement, condition, situation));
        Node::all(std::iter::once(state).chain(conditions))
    }

    /// What must hold for a condition to hold.
    fn holding(
        &self,
        arrangement: &ArrangementId,
        condition: &Condition,
        situation: &Situation,
    ) -> Node {
        let key = (arrangement, &condition.field);
        if let Some((axis, own)) =
            self.fields.get(&key).and_then(|axis| Some((*axis, self.axes.get(*axis)?)))
        {
            return self.one(axis, own.part.where_holds(condition));
        }
        if situation.condition(arrangement, condition) == State::InPlace {
            return Node::ALWAYS;
        }
        let adds = |axis: &&usize| match self.axes.get(**axis).map(|own| &own.part) {
            Some(Part::Item { item: Some(item), .. }) => {
                answer(condition, Some(&only(item)), situation.clock()).state() == State::InPlace
            }
            // Any item states something; it is none that is asked for.
            Some(Part::Item { item: None, .. }) => condition.test == Test::Stated,
            _ => false,
        };
        let items = self.items.get(&key).into_iter().flatten().filter(adds);
        Node::at_least(1, items.map(|axis| Node::One { axis: *axis, options: !STAYS & 0b11 }))
    }

    /// That something that holds at some options of single axes doesn't hold.
    fn denied(&self, holding: &Node) -> Node {
        match holding {
            Node::One { axis, options } => {
                let all = self.axes.get(*axis).map_or(0, Axis::all);
                self.one(*axis, all & !options)
            }
            // Not so many: all but fewer than that many fail.
            Node::AtLeast { count, of } => {
                let failing = (of.len() + 1).saturating_sub(*count);
                Node::at_least(failing, of.iter().map(|node| self.denied(node)))
            }
        }
    }

    fn one(&self, axis: usize, options: Options) -> Node {
        match self.axes.get(axis).map_or(0, Axis::all) {
            _ if options == 0 => Node::NEVER,
            all if options == all => Node::ALWAYS,
            _ => Node::One { axis, options },
        }
    }

    /// The changes by which axes come to options, those of one arrangement together.
    pub(super) fn changes(&self, options: &[(usize, usize)]) -> Vec<Change> {
        let made =
            options.iter().filter_map(|(axis, option)| self.axes.get(*axis)?.change(*option));
        made.collect()
    }
}

/// A list that holds one item.
fn only(item: &str) -> Value {
    Value::List { items: vec![item.to_owned()], complete: false }
}

type Asked<'a> = Vec<(&'a Arrangement, BTreeMap<&'a FieldId, Tests<'a>>)>;

/// The arrangements that needs ask about, in the order of the vocabulary, with what they ask of fields
/// and what limits them.
fn tests<'a>(needs: &[&'a Branches], vocabulary: &'a Vocabulary) -> Asked<'a> {
    let mut asked: BTreeMap<&ArrangementId, BTreeMap<&FieldId, Tests<'a>>> = BTreeMap::new();
    for ask in needs.iter().flat_map(|needs| needs.iter()).flat_map(Need::asks) {
        let own = asked.entry(&ask.arrangement).or_default();
        for condition in ask.conditions() {
            let known = &mut own.entry(&condition.field).or_default().asked;
            if !known.contains(&condition) {
                known.push(condition);
            }
        }
    }
    let arrangements = vocabulary.arrangements().iter();
    let with_limits = arrangements.filter_map(|arrangement| {
        let mut fields = asked.remove(&arrangement.id)?;
        for limit in &arrangement.limits {
            fields.entry(&limit.field).or_default().limits.push(limit);
        }
        Some((arrangement, fields))
    });
    with_limits.collect()
}
