//! An instrument is superseded from its day on, that day included, and not before; its findings come last.

use crate::calendar::on;
use crate::case::any_case;
use crate::checklist::{INSTRUMENTS, SUPERSEDED_ON};
use crate::run;
use crate::seen::Seen;
use crate::toml_text::Order;

#[test]
fn it_begins_on_its_very_day() {
    let seen = Seen::default();
    run::holds(60, &any_case(), |case| {
        let rulebook = case.rulebook(Order::kept())?;
        for (day, over) in [(on(2017, 12, 31), false), (SUPERSEDED_ON, true)] {
            let mut case = case.clone();
            case.assessed = day;
            let assessment = case.assess(&rulebook, &case.facts, Order::kept())?;
            // They come after the others.
            if !assessment.findings.is_sorted_by_key(|finding| finding.superseded) {
                return Err(case.failed("what is superseded comes first"));
            }
            for finding in &assessment.findings {
                let own = finding.instrument.as_str() == INSTRUMENTS[0];
                if finding.superseded != (own && over) {
                    let id = &finding.requirement;
                    return Err(case.failed(&format!("{id} on {day}: {}", finding.superseded)));
                }
                seen.count(format!("{} {day}", finding.instrument));
            }
        }
        Ok(())
    });
    seen.require(["strategy 2017-12-31", "strategy 2018-01-01", "act 2018-01-01"]);
}
