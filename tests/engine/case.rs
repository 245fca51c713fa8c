//! A rulebook and a declaration together: written out, loaded, assessed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use msacheck::assessment::{Assessment, Finding, assess};
use msacheck::declaration::{self, Declaration, NoSources, Sources};
use msacheck::rulebook::{RuleFile, Rulebook};
use msacheck::source::{Fault, Faults, Text};
use msacheck::standing::{Outcome, State};
use proptest::array;
use proptest::bool::weighted;
use proptest::prelude::*;
use proptest::sample::select;

use crate::calendar::{Date, Day, on};
use crate::checklist::{self, Requirement};
use crate::conditions::{Condition, Test};
use crate::facts::{self, Facts};
use crate::fitting::fit;
use crate::oracle::{Clock, says};
use crate::toml_text::Order;
use crate::values::Value;
use crate::vocabulary::{self, Field, LIMITED};

/// The day by which a date in a declaration would lie in the future: after every generated date.
pub(crate) const TODAY: Day = on(2030, 1, 1);

/// What one property is held against.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The limits of the one arrangement that may have some.
    pub(crate) limits: Vec<Condition>,
    pub(crate) requirements: Vec<Requirement>,
    pub(crate) facts: Facts,
    pub(crate) assessed: Day,
}

impl Case {
    /// The two dates that facts are judged by.
    pub(crate) fn clock(&self) -> Clock {
        Clock { facts: self.facts.force.as_of, assessed: self.assessed }
    }

    /// Its rules as files: path and text.
    pub(crate) fn rule_files(&self, order: &mut Order) -> Vec<(String, String)> {
        let mut files = vocabulary::files(&self.limits, order);
        files.extend(checklist::files(&self.requirements, order));
        order.shuffle(&mut files);
        files
    }

    /// The rulebook, loaded.
    pub(crate) fn rulebook(&self, mut order: Order) -> Result<Rulebook, String> {
        let files: Vec<RuleFile> = self
            .rule_files(&mut order)
            .into_iter()
            .map(|(path, body)| {
                let text = Arc::new(Text::new(format!("rules/{path}"), body));
                RuleFile { path, text }
            })
            .collect();
        Rulebook::load(&files).map_err(|faults| self.failed(&lines(&faults)))
    }

    /// The assessment of these facts, a variant of its own.
    pub(crate) fn assess(
        &self,
        rulebook: &Rulebook,
        facts: &Facts,
        order: Order,
    ) -> Result<Assessment, String> {
        let declaration =
            load(rulebook, facts, order).map_err(|faults| self.varied(&lines(&faults), facts))?;
        Ok(assess(rulebook, &declaration, Some(self.assessed.civil())))
    }

    /// The same with no date of which the day is known: every second one to the year.
    pub(crate) fn with_partial_dates(mut self) -> Self {
        let declared = self.facts.declared.values_mut();
        for value in declared.flat_map(|declared| declared.values.values_mut()) {
            if let Value::Date(Date::Whole(Day { year, month, day })) = *value {
                let partial =
                    if day % 2 == 0 { Date::Year(year) } else { Date::Month { year, month } };
                *value = Value::Date(partial);
            }
        }
        self.keep_within_limits();
        self
    }

    /// `in place` beside a limit doesn't load: such a state is `partial`.
    fn keep_within_limits(&mut self) {
        let as_of = self.facts.force.as_of;
        let clock = Clock { facts: as_of, assessed: as_of };
        let Some(declared) = self.facts.declared.get_mut(&LIMITED) else { return };
        let limited = self.limits.iter().any(|limit| {
            says(*limit, declared.values.get(&limit.field), clock).state() == State::InPlace
        });
        if limited && declared.state == State::InPlace {
            declared.state = State::Partial;
        }
    }

    /// What failed, with the files.
    pub(crate) fn failed(&self, what: &str) -> String {
        let mut out = format!("{what}\n");
        for (path, body) in self.rule_files(&mut Order::kept()) {
            // The vocabulary but for its limits is the same in every case.
            if path.ends_with(".toml") && (path.contains("/rules-") || path.contains("unit")) {
                let _ = write!(out, "\n# ---- rules/{path}\n{body}");
            }
        }
        let facts = self.facts.toml(&mut Order::kept());
        let _ = write!(out, "\n# ---- declaration, assessed on {}\n{facts}", self.assessed);
        out
    }

    /// What failed, with the files and the variant of the declaration for which it did.
    pub(crate) fn varied(&self, what: &str, variant: &Facts) -> String {
        let facts = variant.toml(&mut Order::kept());
        format!("{}\n# ---- the variant\n{facts}", self.failed(what))
    }
}

/// Loads a declaration whose sources nobody looks for.
pub(crate) fn load(
    rulebook: &Rulebook,
    facts: &Facts,
    mut order: Order,
) -> Result<Declaration, Vec<Fault>> {
    load_text(rulebook, facts.toml(&mut order), &NoSources)
}

/// Loads a declaration's text.
pub(crate) fn load_text(
    rulebook: &Rulebook,
    text: String,
    sources: &dyn Sources,
) -> Result<Declaration, Vec<Fault>> {
    let text = Arc::new(Text::new("declaration.toml", text));
    let faults = Faults::new();
    declaration::load(&text, rulebook.vocabulary(), sources, TODAY.civil(), &faults)
        .ok_or_else(|| faults.into_sorted())
}

/// Faults, one a line.
pub(crate) fn lines(faults: &[Fault]) -> String {
    faults.iter().map(Fault::one_line).collect::<Vec<_>>().join("\n")
}

/// What each requirement came to.
pub(crate) fn outcomes(assessment: &Assessment) -> BTreeMap<&str, Outcome> {
    by_id(assessment).into_iter().map(|(id, finding)| (id, finding.outcome)).collect()
}

/// The finding of each requirement.
pub(crate) fn by_id(assessment: &Assessment) -> BTreeMap<&str, &Finding> {
    assessment.findings.iter().map(|finding| (finding.requirement.as_str(), finding)).collect()
}

/// Any case. Most have no limits: beside one, not every state can be declared.
pub(crate) fn any_case() -> impl Strategy<Value = Case> {
    let limits = vec![
        Condition { field: Field::Choice, test: Test::Is("part-time") },
        Condition { field: Field::YesNo, test: Test::Not },
    ];
    let limits = prop_oneof![4 => Just(Vec::new()), 1 => Just(limits)];
    let as_of = select(vec![on(2017, 6, 30), on(2018, 2, 28), on(2020, 2, 29)]);
    let assessed = prop_oneof![
        2 => Just(None),
        3 => select(vec![on(2017, 3, 31), on(2019, 6, 1), on(2021, 12, 31)]).prop_map(Some),
    ];
    let facts = as_of.prop_flat_map(facts::facts);
    let fits = array::uniform4(weighted(0.4));
    (limits, checklist::requirements(), facts, assessed, fits).prop_map(
        |(limits, requirements, facts, assessed, fits)| {
            let assessed = assessed.unwrap_or(facts.force.as_of);
            let mut case = Case { limits, requirements, facts, assessed };
            for (at, declared) in &mut case.facts.declared {
                for requirement in case.requirements.iter().filter(|_| fits[*at]) {
                    fit(declared, *at, &requirement.needs, assessed);
                }
            }
            case.keep_within_limits();
            case
        },
    )
}
