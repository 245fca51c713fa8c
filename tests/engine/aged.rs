//! How old evidence is, worked out from the words of the design alone: of what shows a day no later than the
//! one assessed the newest counts, by its older end; what is older than is asked, or says no time, is not
//! stated, and never absent.

use std::sync::{Arc, LazyLock};

use msacheck::checklists;
use msacheck::declaration::{self, Answer, NoSources};
use msacheck::rulebook::{Condition, FieldId, Rulebook, Test};
use msacheck::source::{Faults, Text};
use msacheck::standing::State;
use proptest::collection::vec;
use proptest::option;
use proptest::sample::select;

use crate::calendar::{self, Date, Day};
use crate::facts::Times;
use crate::hostile::times;
use crate::run::holds;
use crate::seen::Seen;

static RULES: LazyLock<Rulebook> =
    LazyLock::new(|| checklists::rulebook().expect("the rules that are built in load"));

/// A lead that is declared on the last day of 2017 by evidence of these times, each from a source of its own.
fn declared(evidence: &[(Times, Option<Date>)]) -> String {
    let mut toml =
        "[force]\nid = \"northmarch\"\nkind = \"territorial\"\nas_of = 2017-12-31\n".to_owned();
    let mut pieces = Vec::new();
    for (at, (times, source)) in evidence.iter().enumerate() {
        let date = source.map(|date| format!("date = {}\n", date.toml())).unwrap_or_default();
        toml.push_str(&format!("[[source]]\nid = \"s{at}\"\ntitle = \"S\"\n{date}"));
        let times = times.iter().map(|(key, date)| format!(", {key} = {}", date.toml()));
        pieces.push(format!("{{ source = \"s{at}\"{} }}", times.collect::<String>()));
    }
    toml + &format!("[lead]\nstate = \"in place\"\nevidence = [{}]\n", pieces.join(", "))
}

/// What evidence of these times must say on a day to who asks for some of so many months.
fn expected(
    evidence: &[(Times, Option<Date>)],
    months: u16,
    assessed: Day,
    facts: Day,
) -> &'static str {
    let of = |(times, source): &(Times, Option<Date>)| {
        let named = |key| times.iter().find(|(known, _)| *known == key).map(|(_, date)| *date);
        named("to").or(named("from")).or(named("date")).or(*source)
    };
    let dates: Vec<Date> = evidence.iter().filter_map(of).collect();
    let begun = dates.iter().filter(|date| date.earliest() <= assessed);
    match begun.max_by_key(|date| date.earliest()) {
        None if dates.is_empty() => "silent",
        None => "to come",
        Some(newest) if assessed >= newest.earliest().lapse(months) => "aged",
        // A partial one may mean a day that is to come; of those that begin on one day the best says most.
        Some(newest) => {
            let mut same = dates.iter().filter(|date| date.earliest() == newest.earliest());
            if same.any(|date| date.latest_begun(facts) <= assessed) { "new" } else { "to come" }
        }
    }
}

#[test]
fn evidence_is_as_old_as_the_newest_of_it_says() {
    let seen = Seen::default();
    let date = || calendar::date(2012..2019);
    let one = (times(date), option::of(date()));
    let months = select(vec![1_u16, 6, 12, 24, 60]);
    let facts = calendar::on(2017, 12, 31);
    let any = (vec(one, 0..4), months, calendar::day(2012..2019));
    holds(10_000, &any, |(evidence, months, assessed)| {
        let toml = declared(evidence);
        let (text, faults) = (Arc::new(Text::new("northmarch.toml", toml.clone())), Faults::new());
        let today = calendar::on(2030, 1, 1).civil();
        let own = declaration::load(&text, RULES.vocabulary(), &NoSources, today, &faults);
        let own = own.ok_or_else(|| format!("{toml} doesn't load"))?;
        let clock = declaration::Clock { facts: facts.civil(), assessed: assessed.civil() };
        let value = own.value_on("lead", FieldId::EVIDENCE, clock);
        let condition = Condition {
            field: FieldId::from(FieldId::EVIDENCE),
            test: Test::Within { months: *months },
        };
        let answer = declaration::answer(&condition, value.as_deref(), clock);
        let said = match answer {
            Answer::Silent => "silent",
            Answer::Later => "to come",
            Answer::Aged(_) => "aged",
            Answer::HoldsUntil(_) => "new",
            _ => "something else",
        };
        let expected = expected(evidence, *months, *assessed, facts);
        seen.count(expected);
        let counts = if said == "new" { State::InPlace } else { State::NotStated };
        match said == expected && answer.state() == counts {
            true => Ok(()),
            false => Err(format!("{said}, not {expected}, on {assessed}: {months} months\n{toml}")),
        }
    });
    seen.require(["silent", "to come", "aged", "new"]);
}
