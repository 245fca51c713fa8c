//! The report for a terminal where there are several forces: a line each.

use super::gate;
use super::layout::{Column, Layout, Style, Text};
use super::table::command;
use crate::assessment::Assessment;
use crate::gate::IdleWaiver;
use crate::result::CheckResult;
use crate::standing::Outcome;

/// Several forces, a line each: coverage first, so that silence can't look like success.
pub(super) fn summary(page: &mut Layout, result: &CheckResult) {
    let several = result.assessments.as_slice();
    let columns = [
        Column::new("Force", 20, 40),
        Column::new("States", 6, 6),
        Column::new("Met", 3, 3),
        Column::new("Part", 4, 4),
        Column::new("Plan", 4, 4),
        Column::new("Held", 4, 4),
        Column::new("Mute", 4, 4),
        Column::new("No", 2, 3),
        Column::new("Gate", 6, 6),
    ];
    let rows = several.iter().map(|gated| {
        let assessment = &gated.assessment;
        let counts = assessment.counts();
        let shown = assessment.name.as_deref().unwrap_or(&assessment.force);
        let count = |outcome: Outcome| Text::from(counts.in_force.count(outcome).to_string());
        vec![
            format!("{shown}\n{}", assessment.as_of).into(),
            format!("{}/{}", counts.arrangements_stated, counts.arrangements).into(),
            count(Outcome::Met),
            count(Outcome::PartlyMet),
            count(Outcome::Planned),
            count(Outcome::Withheld),
            count(Outcome::NotEvidenced),
            count(Outcome::NotMet),
            match &gated.verdict {
                None => "–".into(),
                Some(verdict) if verdict.passes() => Text("passes".to_owned(), Some(Style::Good)),
                Some(_) => Text("fails".to_owned(), Some(Style::Bad)),
            },
        ]
    });
    if !several.is_empty() {
        let filter =
            result.run.filtered.as_ref().map(|f| format!(": only {f}")).unwrap_or_default();
        let mut forces: Vec<&str> = several.iter().map(|g| g.assessment.force.as_str()).collect();
        forces.sort_unstable();
        forces.dedup();
        let count = |count: usize, what: &str| match count {
            1 => format!("1 {what}"),
            some => format!("{some} {what}s"),
        };
        let mut inputs = several.iter().flat_map(|gated| &gated.assessment.inputs);
        let what = if inputs.any(|input| input.read) { "input" } else { "declaration" };
        page.heading(&format!(
            "{} of {}, requirements in force{filter}",
            count(several.iter().map(|gated| gated.assessment.inputs.len().max(1)).sum(), what),
            count(forces.len(), "force")
        ));
        page.table(&columns, rows.collect());
        page.aside(
            "",
            "States: how many arrangements are stated. Then requirements: met, partly met, \
             planned, withheld, not evidenced (mute), not met. Superseded ones are left out.",
        );
    }
    let differ = several.iter().filter(|gated| !gated.assessment.contradictions.is_empty());
    for gated in differ {
        let Assessment { force, contradictions, .. } = &gated.assessment;
        let count = contradictions.len();
        let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
        page.paragraph("", &format!("The inputs of {force} contradict each other {times}."));
    }
    if let Some(incomplete) = result.incomplete() {
        page.paragraph("", &incomplete);
    }
    for gated in several {
        let Some(verdict) = &gated.verdict else { continue };
        for told in gate::alarms(verdict) {
            page.paragraph(&format!("{}: ", gated.assessment.force), &told);
        }
    }
    let mut idle: Vec<IdleWaiver> = Vec::new();
    for one in several.iter().filter_map(|g| g.verdict.as_ref()).flat_map(|v| &v.idle_waivers) {
        if !idle.iter().any(|known| known.waiver == one.waiver) {
            idle.push(one.clone());
        }
    }
    gate::idle(page, &idle);
    for judged in several.iter().flat_map(|gated| &gated.assessment.judgements.expired) {
        page.aside("", &gate::expired(judged));
    }
    page.gap();
    if let Some(first) = several.first() {
        command(page, result, "One force in full:", &["check"], &first.assessment);
    }
    if !result.gated() {
        page.paragraph("", "Nothing was gated: `--fail-on` or a [gate] would do so.");
    }
}
