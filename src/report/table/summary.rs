//! The report for a terminal where there are several forces: a line each.

use super::super::actions;
use super::super::aside::Aside;
use super::super::judgements::expired_line;
use super::super::layout::{CellText, TableColumn, TerminalPage, Tone};
use super::super::lede::forces;
use super::super::outline::STRONGEST_FIRST;
use super::super::rulings;
use super::super::shortfall::name;
use super::super::words::{many, none_stated};
use super::next::command;
use super::{aged, gate};
use crate::assessment::Assessment;
use crate::gate::IdleWaiver;
use crate::result::CheckResult;

/// Several forces, a line each: coverage first, so that silence can't look like success.
pub(super) fn summary(page: &mut TerminalPage, result: &CheckResult) {
    let several = result.assessments.as_slice();
    let mut columns = vec![
        TableColumn::new("Force", 14, 40),
        TableColumn::new("Stated", 6, 7),
        TableColumn::new("Met", 3, 4),
        TableColumn::new("Partly\nmet", 6, 6),
        TableColumn::new("Plan-\nned", 5, 5),
        TableColumn::new("With-\nheld", 5, 5),
        TableColumn::new("Not\nevi-\ndenced", 6, 6),
        TableColumn::new("Not\nmet", 3, 4),
    ];
    columns.extend(result.gated().then(|| TableColumn::new("Gate", 6, 6)));
    let rows = several.iter().map(|gated| {
        let assessment = &gated.assessment;
        let counts = assessment.counts();
        let mut row: Vec<CellText> = vec![
            format!("{}\n{}", name(gated), assessment.as_of).into(),
            format!("{}/{}", counts.arrangements_stated, counts.arrangements).into(),
        ];
        row.extend(
            STRONGEST_FIRST.map(|outcome| counts.in_force.count(outcome).to_string().into()),
        );
        let tone = if gated.fails() { Tone::Bad } else { Tone::Good };
        if result.gated() {
            row.push(match rulings::verdict(gated) {
                None => "–".into(),
                Some(says) => CellText(says.to_owned(), Some(tone)),
            });
        }
        row
    });
    if !several.is_empty() {
        let filter =
            result.run.filtered.as_ref().map(|f| format!(": only {f}")).unwrap_or_default();
        let mut inputs = several.iter().flat_map(|gated| &gated.assessment.inputs);
        let (one, more) = match inputs.any(|input| input.read) {
            true => ("input", "inputs"),
            false => ("declaration", "declarations"),
        };
        page.heading(&format!(
            "{} of {}, requirements in force{filter}",
            many(several.iter().map(|gated| gated.assessment.inputs.len().max(1)).sum(), one, more),
            forces(result)
        ));
        page.table(&columns, rows.collect());
        page.aside(
            "",
            "Stated: how many arrangements are, of those that may be. Then requirements, by what they \
             came to. Superseded ones are left out.",
        );
    }
    if let Some(aside) = Aside::of_all(result).line() {
        page.paragraph("", &aside);
    }
    if let Some(plan) = actions::counted_of_all(result) {
        page.paragraph("", &plan);
    }
    for gated in several {
        for said in none_stated(&gated.assessment) {
            page.paragraph(&format!("{}: ", gated.assessment.force), &said);
        }
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
        for told in rulings::alarms(verdict) {
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
        page.aside("", &expired_line(judged));
    }
    several.iter().for_each(|gated| aged::of_several(page, gated));
    page.gap();
    if let Some(first) = several.first() {
        command(page, result, "One force in full:", &["check"], &first.assessment);
    }
    if !result.gated() {
        page.paragraph("", rulings::ASK_FOR_A_GATE);
    }
}
