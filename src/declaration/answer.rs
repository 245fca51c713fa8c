//! What a stated value says to a condition.

#[cfg(test)]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Value;
use crate::rulebook::{Bar, Condition, Test};
use crate::standing::{Day, PartialDate, State, lapses_on, within_months};

/// The two dates that a dated fact is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The day that the declaration speaks of.
    pub facts: Day,
    /// The day that is assessed.
    pub assessed: Day,
}

impl Clock {
    /// The last day that a stated `since` may mean. What is said to stand has begun: a partial one
    /// is no later than the facts, unless all of it is.
    #[must_use]
    pub fn latest_since(self, since: PartialDate) -> Day {
        let last = since.latest();
        if since.earliest() > self.facts { last } else { last.min(self.facts) }
    }
}

/// What a value, or its absence, says to a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub enum Answer {
    /// It holds.
    Holds,
    /// It holds, and lapses on this day if nothing new is stated (never before the calendar ends,
    /// where there is none).
    HoldsUntil(#[cfg_attr(test, schemars(with = "Option<crate::standing::DayForm>"))] Option<Day>),
    /// It is stated not to hold.
    Fails,
    /// It held, and lapsed on this day.
    Lapsed(#[cfg_attr(test, schemars(with = "Option<crate::standing::DayForm>"))] Option<Day>),
    /// What is evidenced was so, by evidence that has been too old since this day: how it is now isn't
    /// evidenced.
    Aged(#[cfg_attr(test, schemars(with = "Option<crate::standing::DayForm>"))] Option<Day>),
    /// Nothing is stated.
    Silent,
    /// The date that is stated lies, or may lie, after the assessment date.
    Later,
    /// A police staff grade compares with no rank.
    StaffGrade,
    /// Only the most is stated, and the least is asked.
    OnlyTheMost,
    /// The list doesn't hold it, and doesn't say that it is whole.
    NotListed,
}

impl Answer {
    /// The state that the condition is worth.
    #[must_use]
    pub fn state(&self) -> State {
        match self {
            Self::Holds | Self::HoldsUntil(_) => State::InPlace,
            Self::Fails | Self::Lapsed(_) => State::Absent,
            Self::Aged(_)
            | Self::Silent
            | Self::Later
            | Self::StaffGrade
            | Self::OnlyTheMost
            | Self::NotListed => State::NotStated,
        }
    }

    fn of(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Fails }
    }
}

/// Puts a condition to the value of its field. A value that doesn't fit the test says nothing.
#[must_use]
pub fn answer(condition: &Condition, value: Option<&Value>, clock: Clock) -> Answer {
    let Some(value) = value else { return Answer::Silent };
    match (&condition.test, value) {
        (Test::Stated, value) if value.is_blank() => Answer::Silent,
        (Test::Stated, _) => Answer::Holds,
        (Test::Yes, Value::YesNo(yes)) => Answer::of(*yes),
        (Test::No, Value::YesNo(yes)) => Answer::of(!*yes),
        (Test::Is(asked), Value::Text(stated)) => Answer::of(same(asked, stated)),
        (Test::Contains(asked), Value::List { items, complete }) => {
            match (items.iter().any(|item| same(asked, item)), complete) {
                (true, _) => Answer::Holds,
                (false, true) => Answer::Fails,
                (false, false) => Answer::NotListed,
            }
        }
        (Test::AtLeast(Bar::Number(asked)), Value::Number(amount)) => {
            amount.low().map_or(Answer::OnlyTheMost, |low| Answer::of(low >= *asked))
        }
        (Test::AtLeast(Bar::Rank(asked)), Value::Rank(stated)) => {
            stated.is_at_least(asked).map_or(Answer::StaffGrade, Answer::of)
        }
        (Test::AtLeast(Bar::Step { index: asked, .. }), Value::Step { index, .. }) => {
            Answer::of(index >= asked)
        }
        (Test::Within { months }, Value::Date(date)) => {
            // What there is evidence of has been, too.
            let begun = condition.is_of_since() || condition.is_of_evidence();
            let last = if begun { clock.latest_since(*date) } else { date.latest() };
            match within(*months, date.earliest(), last, clock.assessed) {
                Answer::Lapsed(lapse) if condition.is_of_evidence() => Answer::Aged(lapse),
                answer => answer,
            }
        }
        _ => Answer::Silent,
    }
}

/// A partial date counts by the end that is worse for the claim: by its first day if that has
/// lapsed, since *absent* stands below *not stated*; else by its last, if that is still to come.
fn within(months: u16, first: Day, last: Day, assessed: Day) -> Answer {
    let lapse = lapses_on(first, months);
    if first <= assessed && !within_months(first, months, assessed) {
        Answer::Lapsed(lapse)
    } else if last > assessed {
        Answer::Later
    } else {
        Answer::HoldsUntil(lapse)
    }
}

/// Whether two texts name the same thing, case and spaces apart.
fn same(a: &str, b: &str) -> bool {
    let fold = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    fold(a) == fold(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::declaration::Amount;
    use crate::rulebook::FieldId;

    fn clock(facts: &str, assessed: &str) -> Clock {
        Clock { facts: facts.parse().unwrap(), assessed: assessed.parse().unwrap() }
    }

    fn ask(test: Test, value: &Value, clock: Clock) -> Answer {
        answer(&Condition { field: FieldId::from("reviewed"), test }, Some(value), clock)
    }

    fn dated(field: &str, months: u16, date: &str, facts: &str, assessed: &str) -> Answer {
        let condition = Condition { field: FieldId::from(field), test: Test::Within { months } };
        let value = Value::Date(PartialDate::parse(date).unwrap());
        answer(&condition, Some(&value), clock(facts, assessed))
    }

    #[test]
    fn a_partial_date_counts_by_its_worse_end() {
        let lapses = |day: &str| Some(day.parse().unwrap());
        let reviewed =
            |date: &str, facts: &str, assessed: &str| dated("reviewed", 12, date, facts, assessed);
        assert_eq!(
            reviewed("2017", "2017-12-31", "2017-12-31"),
            Answer::HoldsUntil(lapses("2018-01-02"))
        );
        assert_eq!(
            reviewed("2016", "2017-06-30", "2017-06-30"),
            Answer::Lapsed(lapses("2017-01-02"))
        );
        // "2017" may mean December, which is after the assessment.
        assert_eq!(reviewed("2017", "2017-06-30", "2017-06-30"), Answer::Later);
        assert_eq!(reviewed("2017", "2017-12-31", "2017-12-30"), Answer::Later);
        assert_eq!(reviewed("2018-01-01", "2017-06-30", "2017-06-30"), Answer::Later);
        assert_eq!(reviewed("2018", "2017-06-30", "2018-03-01"), Answer::Later);
        // "2017" may mean a day that is to come and one that has lapsed, which is the worse.
        let reviewed = |months| dated("reviewed", months, "2017", "2017-06-30", "2017-03-01");
        assert_eq!(reviewed(1), Answer::Lapsed(lapses("2017-02-02")));
        assert_eq!(reviewed(12), Answer::Later);
    }

    #[test]
    fn what_stands_since_a_partial_date_has_begun() {
        let lapses = |day: &str| Some(day.parse().unwrap());
        let since =
            |date: &str, facts: &str, assessed: &str| dated("since", 12, date, facts, assessed);
        assert_eq!(
            since("2017", "2017-06-30", "2017-06-30"),
            Answer::HoldsUntil(lapses("2018-01-02"))
        );
        // "2017" may mean June, which is after the assessment.
        assert_eq!(since("2017", "2017-06-30", "2017-03-01"), Answer::Later);
        // No day of "2018" is one of the facts, so nothing is known of which it is.
        assert_eq!(since("2018", "2017-06-30", "2018-03-01"), Answer::Later);
    }

    #[test]
    fn a_blank_states_nothing() {
        let now = clock("2017-06-30", "2017-06-30");
        let list = |items: &[&str], complete| Value::List {
            items: items.iter().map(|item| (*item).to_owned()).collect(),
            complete,
        };
        for value in [Value::Text(" ".to_owned()), list(&[], false), list(&[""], true)] {
            assert_eq!(ask(Test::Stated, &value, now), Answer::Silent, "{value:?}");
        }
        assert_eq!(ask(Test::Stated, &list(&["", "x"], false), now), Answer::Holds);
    }

    #[test]
    fn a_range_meets_a_bar_by_its_low_end() {
        let now = clock("2017-06-30", "2017-06-30");
        let ask = |text: &str, bar| {
            let value = Value::Number(Amount::parse(text).unwrap());
            ask(Test::AtLeast(Bar::Number(bar)), &value, now)
        };
        assert_eq!(ask("10-15", 10), Answer::Holds);
        assert_eq!(ask("10-15", 12), Answer::Fails);
        assert_eq!(ask("at most 15", 10), Answer::OnlyTheMost);
    }

    #[test]
    fn an_open_list_says_nothing_of_what_it_does_not_hold() {
        let now = clock("2017-06-30", "2017-06-30");
        let list = |complete| Value::List { items: vec!["Councils".to_owned()], complete };
        let asked = |item: &str| Test::Contains(item.to_owned());
        assert_eq!(ask(asked("councils"), &list(false), now), Answer::Holds);
        assert_eq!(ask(asked("charities"), &list(false), now), Answer::NotListed);
        assert_eq!(ask(asked("charities"), &list(true), now), Answer::Fails);
    }
}
