//! Plans: each step comes to what it claims, and no set of changes that weighs less would do.
//!
//! What a step comes to is asked of an assessment of what would be declared then. The sets that weigh
//! less are all tried, and what they come to is worked out by `oracle`.

use std::collections::BTreeMap;

use msacheck::assessment::{Assessment, assess};
use msacheck::declaration::Clock;
use msacheck::plan::{Asked, Barred, Costs, Goal, Plan, Situation, Weight, plan};
use msacheck::rulebook::{ArrangementId, FieldId, RequirementId, Rulebook};
use msacheck::standing::{Outcome, State};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::calendar::Date;
use crate::case::{Case, any_case, lines, load, outcomes};
use crate::conditions::{Condition, Test};
use crate::facts::{Declared, Facts};
use crate::needs::{Ask, Need};
use crate::oracle::{counting, expect, says};
use crate::run;
use crate::seen::Seen;
use crate::toml_text::Order;
use crate::values::{Amount, Value};
use crate::vocabulary::{ARRANGEMENTS, CAPACITIES, Field, LIMITED, RANKS, STEPS, WORDS};

/// The most sets of changes that are tried for one plan.
const MOST_SETS: usize = 2_500;

/// What is asked for: which requirements, what changes cost, and how much is looked at.
#[derive(Clone, Debug)]
struct Wish {
    wanted: Vec<bool>,
    /// Every change costs 1, or what this makes of it.
    costs: Option<usize>,
    effort: usize,
}

fn wish() -> impl Strategy<Value = Wish> {
    let effort = prop_oneof![2 => Just(Asked::EFFORT), 1 => 1..3_usize];
    let costs = prop_oneof![Just(None), (0..97_usize).prop_map(Some)];
    (vec(any::<bool>(), 8), costs, effort).prop_map(|(wanted, costs, effort)| Wish {
        wanted,
        costs,
        effort,
    })
}

impl Wish {
    fn wants(&self, at: usize) -> bool {
        self.wanted[at % self.wanted.len()]
    }

    fn cost(&self, arrangement: usize, field: Option<Field>) -> u32 {
        let place = field.map_or(10, |field| field as usize);
        // Some cost nothing.
        self.costs
            .map_or(1, |by| u32::try_from((by + 7 * arrangement + 3 * place) % 4).unwrap_or(1))
    }

    fn costs(&self) -> Costs {
        let mut costs = Costs::default();
        for (at, id) in ARRANGEMENTS.iter().enumerate() {
            let fields = Field::ALL.into_iter().map(Some).chain([None]);
            for field in fields.filter(|_| self.costs.is_some()) {
                let named = field.map(|field| FieldId::from(field.key()));
                costs.name(ArrangementId::from(*id), named, self.cost(at, field));
            }
        }
        costs
    }

    fn goal(&self, case: &Case) -> Goal {
        let wanted = case.requirements.iter().enumerate().filter(|(at, _)| self.wants(*at));
        let ids = wanted.map(|(at, own)| RequirementId::from(own.id(at).as_str()));
        Goal::Target(ids.collect())
    }
}

/// A case with its plan, and all that it was made of.
struct Made {
    rulebook: Rulebook,
    situation: Situation,
    before: Assessment,
    plan: Plan,
}

fn made(case: &Case, goal: &Goal, wish: &Wish) -> Result<Made, String> {
    let rulebook = case.rulebook(Order::kept())?;
    let declaration = load(&rulebook, &case.facts, Order::kept())
        .map_err(|faults| case.failed(&lines(&faults)))?;
    let before = assess(&rulebook, &declaration, Some(case.assessed.civil()));
    let costs = wish.costs();
    let asked = Asked { goal, costs: &costs, effort: wish.effort };
    let plan = plan(&rulebook, &declaration, &before, &asked);
    let clock = Clock { facts: before.as_of, assessed: before.assessed_on };
    let situation = Situation::of(&declaration, clock);
    Ok(Made { rulebook, situation, before, plan })
}

#[test]
fn each_step_comes_to_what_it_claims() {
    let seen = Seen::default();
    run::holds(400, &(any_case(), wish(), any::<bool>()), |(case, wish, in_order)| {
        let goal = if *in_order { Goal::InOrder } else { wish.goal(case) };
        let Made { rulebook, mut situation, mut before, plan } = made(case, &goal, wish)?;
        for (at, step) in plan.steps.iter().enumerate() {
            let failed = |what: &str| Err(case.failed(&format!("step {at}: {what}\n{step:#?}")));
            for change in &step.changes {
                situation.make(change);
                seen.count(match change.field() {
                    Some(field) => format!("change {field}"),
                    None => "change a state".to_owned(),
                });
            }
            let after = assess(&rulebook, situation.declaration(), Some(case.assessed.civil()));
            let (was, is) = (outcomes(&before), outcomes(&after));
            let moved: BTreeMap<&str, (Outcome, Outcome)> = step
                .moved
                .iter()
                .map(|own| (own.requirement.as_str(), (own.from, own.to)))
                .collect();
            let changed = was.iter().filter(|(id, from)| is[*id] != **from);
            let changed: BTreeMap<&str, (Outcome, Outcome)> =
                changed.map(|(id, from)| (*id, (*from, is[id]))).collect();
            if moved != changed {
                return failed(&format!("really {changed:?}"));
            }
            if step.closes().next().is_none() {
                return failed("it closes nothing");
            }
            if step.after.all != after.counts().in_force {
                return failed(&format!("the standing is {:?}", after.counts().in_force));
            }
            if is_beyond_a_limit(&rulebook, &situation) {
                return failed("it is in place beside a limit");
            }
            seen.count(format!("closes {}", step.closes().count().min(3)));
            seen.count(if step.raises().next().is_some() { "raises some" } else { "raises none" });
            seen.count(if step.lowers().next().is_some() { "lowers some" } else { "lowers none" });
            seen.count(step.stage.to_string());
            before = after;
        }
        let is = outcomes(&before);
        let open = |id: &RequirementId| is[id.as_str()].is_gap();
        let barred = |id: &RequirementId| plan.unreached.iter().any(|one| one.requirement == *id);
        if let Goal::Target(ids) = &goal
            && let Some(id) = ids.iter().find(|id| open(id) != barred(id))
        {
            return Err(case.failed(&format!("{id}: {:?}\n{plan:#?}", is[id.as_str()])));
        }
        Ok(())
    });
    let changes = Field::ALL.iter().map(|field| format!("change {}", field.key()));
    seen.require(
        ["change a state", "closes 1", "closes 2", "raises some", "duties", "target"]
            .map(str::to_owned)
            .into_iter()
            .chain(["declared gaps".to_owned(), "not evidenced".to_owned()])
            .chain(changes),
    );
}

fn is_beyond_a_limit(rulebook: &Rulebook, situation: &Situation) -> bool {
    use msacheck::assessment::Known as _;
    rulebook.vocabulary().arrangements().iter().any(|arrangement| {
        let own = |limit| situation.condition(&arrangement.id, limit) == State::InPlace;
        situation.state(&arrangement.id) == State::InPlace && arrangement.limits.iter().any(own)
    })
}

/// One thing that may change, with the values that it may have then.
struct Slot {
    arrangement: usize,
    /// Nothing is the state, which comes to be in place.
    field: Option<Field>,
    values: Vec<Value>,
    weight: Weight,
}

/// Every change that could bear on these needs, by conditions and limits alone.
fn slots(case: &Case, wish: &Wish, needs: &[&Need]) -> Vec<Slot> {
    let clock = case.clock();
    let mut asked: BTreeMap<usize, Vec<Condition>> = BTreeMap::new();
    for ask in needs.iter().flat_map(|need| asks(need)) {
        let conditions = ask.requires.iter().chain(&ask.prefers).copied();
        asked.entry(ask.arrangement).or_default().extend(conditions);
    }
    let mut slots = Vec::new();
    for (arrangement, mut conditions) in asked {
        if arrangement == LIMITED {
            conditions.extend(&case.limits);
        }
        let declared = counting(&case.facts, arrangement, clock);
        let mut add = |field: Option<Field>, values: Vec<Value>| {
            let cost = u64::from(wish.cost(arrangement, field));
            slots.push(Slot { arrangement, field, values, weight: Weight { cost, changes: 1 } });
        };
        if declared.is_none_or(|declared| declared.state != State::InPlace) {
            add(None, Vec::new());
        }
        for field in Field::ALL {
            let tests: Vec<Condition> =
                conditions.iter().filter(|own| own.field == field).copied().collect();
            let own: Vec<Test> = tests.iter().map(|own| own.test).collect();
            if own.is_empty() {
                continue;
            }
            if !matches!(field, Field::List | Field::ListOf) {
                // Of values that say the same to all that is asked, one will do.
                let mut said = Vec::new();
                let mut values = values(field, &own, case);
                values.retain(|value| {
                    let says = |own: &Condition| says(*own, Some(value), clock).state();
                    let new: Vec<State> = tests.iter().map(says).collect();
                    let is_new = !said.contains(&new);
                    said.push(new);
                    is_new
                });
                add(Some(field), values);
                continue;
            }
            let mut items: Vec<&str> = own
                .iter()
                .filter_map(|test| match test {
                    Test::Is(item) => Some(*item),
                    _ => None,
                })
                .collect();
            items.push("something else");
            items.sort_unstable();
            items.dedup();
            for item in items {
                let one = Value::List { items: vec![item.to_owned()], complete: None };
                add(Some(field), vec![one]);
            }
        }
    }
    slots
}

fn asks(need: &Need) -> Vec<&Ask> {
    match need {
        Need::Ask(ask) => vec![ask],
        joined => joined.children().iter().flat_map(asks).collect(),
    }
}

fn values(field: Field, tests: &[Test], case: &Case) -> Vec<Value> {
    let texts = |words: &[&str]| words.iter().map(|word| Value::Text((*word).to_owned())).collect();
    match field {
        Field::Text => texts(&WORDS),
        Field::Choice => texts(&CAPACITIES),
        Field::YesNo => vec![Value::YesNo(true), Value::YesNo(false)],
        Field::Date | Field::Since => vec![Value::Date(Date::Whole(case.assessed))],
        Field::Ordered => (0..STEPS.len()).map(Value::Step).collect(),
        Field::Rank => RANKS
            .iter()
            .map(|(written, level)| Value::Rank { written: (*written).to_owned(), level: *level })
            .collect(),
        Field::Number => tests
            .iter()
            .filter_map(|test| match test {
                Test::AtLeastNumber(bar) => Some(*bar),
                _ => None,
            })
            .chain([0])
            .map(|number| Value::Number(Amount::Exactly(number)))
            .collect(),
        Field::List | Field::ListOf => Vec::new(),
    }
}

/// What is declared after a change.
fn change(case: &Case, facts: &Facts, slot: &Slot, value: Option<&Value>) -> Facts {
    let mut facts = facts.clone();
    if counting(&facts, slot.arrangement, case.clock()).is_none() {
        facts.declared.insert(slot.arrangement, Declared::bare(State::NotStated));
    }
    let declared = facts.declared.get_mut(&slot.arrangement).expect("just put there");
    match (slot.field, value) {
        (Some(field), Some(Value::List { items, .. })) => {
            let known = declared
                .values
                .entry(field)
                .or_insert_with(|| Value::List { items: Vec::new(), complete: None });
            if let Value::List { items: known, .. } = known {
                known.extend(items.iter().cloned());
            }
        }
        (Some(field), Some(value)) => drop(declared.values.insert(field, value.clone())),
        _ => declared.state = State::InPlace,
    }
    facts
}

/// Tries every set of changes that weighs less than that; `None` where there are too many of them.
struct Trial<'a> {
    case: &'a Case,
    slots: &'a [Slot],
    below: Weight,
    tried: usize,
}

impl Trial<'_> {
    fn finds(
        &mut self,
        (facts, weight, from): (&Facts, Weight, usize),
        does: &dyn Fn(&Facts) -> bool,
    ) -> Option<bool> {
        self.tried += 1;
        if self.tried > MOST_SETS {
            return None;
        }
        if weight < self.below && does(facts) {
            return Some(true);
        }
        for (at, slot) in self.slots.iter().enumerate().skip(from) {
            let weight = weight + slot.weight;
            if weight >= self.below {
                continue;
            }
            let states = slot.field.is_none().then_some(None);
            for value in slot.values.iter().map(Some).chain(states) {
                let after = change(self.case, facts, slot, value);
                if self.finds((&after, weight, at + 1), does)? {
                    return Some(true);
                }
            }
        }
        Some(false)
    }
}

/// Whether nothing is in place beside a limit.
fn is_sound(case: &Case, facts: &Facts) -> bool {
    let declared = counting(facts, LIMITED, case.clock());
    declared.is_none_or(|declared| {
        let own = |limit: &Condition| {
            says(*limit, declared.values.get(&limit.field), case.clock()).state() == State::InPlace
        };
        declared.state != State::InPlace || !case.limits.iter().any(own)
    })
}

#[test]
fn no_set_that_weighs_less_would_do() {
    let seen = Seen::default();
    run::holds(400, &(any_case(), wish()), |(case, wish)| {
        let goal = wish.goal(case);
        let Made { before, plan, .. } = made(case, &goal, wish)?;
        let Some(proof) = plan.proofs.first() else { return Ok(()) };
        let clock = case.clock();
        let outcome =
            |at: usize, facts: &Facts| expect(&case.requirements[at], facts, clock).outcome;
        let was = outcomes(&before);
        let of = |at: &usize| was[case.requirements[*at].id(*at).as_str()];
        let barred = |at: &usize| {
            let id = case.requirements[*at].id(*at);
            plan.unreached.iter().find(|one| one.requirement.as_str() == id).map(|one| one.barred)
        };
        let all = 0..case.requirements.len();
        let wanted: Vec<usize> =
            all.clone().filter(|at| wish.wants(*at) && of(at).is_gap()).collect();
        let kept: Vec<usize> = all.filter(|at| of(at) == Outcome::Met).collect();
        let needs = |rows: &[usize]| -> Vec<&Need> {
            rows.iter().flat_map(|at| &case.requirements[*at].needs).collect()
        };
        let reached: Vec<usize> =
            wanted.iter().copied().filter(|at| barred(at).is_none()).collect();
        seen.count(if proof.is_exact() { "exact" } else { "a bound" });
        let changes = slots(case, wish, &needs(&reached));
        let mut trial = Trial { case, slots: &changes, below: proof.at_least, tried: 0 };
        let does = |facts: &Facts| {
            is_sound(case, facts)
                && reached.iter().chain(&kept).all(|at| outcome(*at, facts) == Outcome::Met)
        };
        match trial.finds((&case.facts, Weight::default(), 0), &does) {
            Some(true) => {
                return Err(case.failed(&format!("less would do: {wish:?}\n{plan:#?}")));
            }
            Some(false) => seen.count(format!("none of less than {}", proof.at_least.changes)),
            None => seen.count("too many sets"),
        }
        for at in wanted.iter().filter(|at| barred(at) == Some(Barred::Never)) {
            let changes = slots(case, wish, &needs(&[*at]));
            let below = Weight { cost: 6, changes: 0 };
            let mut trial = Trial { case, slots: &changes, below, tried: 0 };
            let does = |facts: &Facts| is_sound(case, facts) && outcome(*at, facts) == Outcome::Met;
            let found = trial.finds((&case.facts, Weight::default(), 0), &does);
            if found == Some(true) {
                return Err(case.failed(&format!("r{at} can be met\n{plan:#?}")));
            }
            seen.count("never");
        }
        for one in &plan.unreached {
            seen.count(format!("unreached: {}", one.barred));
        }
        Ok(())
    });
    seen.require(
        [
            "exact",
            "a bound",
            "none of less than 2",
            "none of less than 3",
            "none of less than 4",
            "never",
        ]
        .map(str::to_owned),
    );
}
