//! `table`: plans for a terminal.

use super::format::{PlanFormat, PlanOptions};
use super::said::{
    ACROSS, NATURE, barred, caveats, changed, common, finding, moved, named, proof, remedies,
    stage, start, stood, title, weighed,
};
use crate::plan::{Moved, Plan, Planned, Plans, Stage, Step};
use crate::report::format::Readers;
use crate::report::layout::{TerminalPage, Tone};
use crate::report::words::many;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: PlanFormat =
    PlanFormat { name: "table", about: "For a terminal", render, readers: Readers::Screen };

/// How many steps of a stage are shown where not all are asked for.
const STEPS: usize = 5;

/// How many steps are shown that several forces have before them.
const COMMON: usize = 10;

/// How many requirements of a step are named.
const NAMED: usize = 3;

fn render(plans: &Plans, options: PlanOptions) -> Result<Vec<u8>, Fault> {
    let mut page = TerminalPage::new(options.width, options.colour);
    for caveat in caveats(plans) {
        page.paragraph("", &caveat);
    }
    for planned in &plans.plans {
        show(&mut page, plans, planned, options.full);
    }
    across(&mut page, plans, options.full);
    page.gap();
    page.aside("", NATURE);
    Ok(page.finish().into_bytes())
}

/// What several forces have before them, what closes most first.
fn across(page: &mut TerminalPage, plans: &Plans, full: bool) {
    let all = plans.across();
    if all.is_empty() {
        return;
    }
    page.heading(ACROSS);
    let shown = if full { all.len() } else { COMMON };
    for own in all.iter().take(shown) {
        let (forces, said) = common(own, plans);
        page.paragraph(&format!("  {forces}  "), &said);
    }
    if all.len() > shown {
        page.aside("  ", &format!("and {} more (`--full`)", all.len() - shown));
    }
}

fn show(page: &mut TerminalPage, plans: &Plans, planned: &Planned, full: bool) {
    let Plan { steps, proofs, unreached, .. } = &planned.plan;
    page.heading(&title(planned));
    page.paragraph("", &start(planned));
    let mut number = 0;
    let stages: Vec<Stage> = match proofs.as_slice() {
        [] => steps.first().map(|step| step.stage).into_iter().collect(),
        proofs => proofs.iter().map(|proof| proof.stage).collect(),
    };
    if stages.is_empty() {
        page.paragraph("", "Nothing falls short of what is wanted.");
    }
    for own in stages {
        page.heading(&stage(own, plans));
        if let Some(known) = proofs.iter().find(|known| known.stage == own) {
            page.paragraph("", &proof(known, plans));
        }
        let steps: Vec<&Step> = steps.iter().filter(|step| step.stage == own).collect();
        // A target is one list, and its end is what was asked for.
        let all = full || matches!(own, Stage::Target | Stage::WhatIf);
        let shown = if all { steps.len() } else { STEPS };
        for (at, step) in steps.iter().enumerate() {
            number += 1;
            if at < shown {
                show_step(page, plans, planned, (number, step), full);
            }
        }
        if let Some((more, last)) = steps.get(shown..).and_then(|more| Some((more, more.last()?))) {
            page.gap();
            let more = many(more.len(), "more step", "more steps");
            page.aside("    ", &format!("{more} (`--full`), after which {}.", stood(last.after)));
        }
    }
    if !unreached.is_empty() {
        page.heading("What no step closes");
        for one in unreached {
            let id = one.requirement.as_str();
            let title = finding(planned, id).map_or(id, |finding| finding.title.as_str());
            page.paragraph("  ", &format!("{title} ({id}): {}.", barred(one)));
        }
    }
}

fn show_step(
    page: &mut TerminalPage,
    plans: &Plans,
    planned: &Planned,
    (number, step): (usize, &Step),
    full: bool,
) {
    page.gap();
    let weight = if plans.costs.any() {
        format!(" ({})", weighed(step.weight, plans))
    } else {
        String::new()
    };
    let said = format!("{}{weight}", changed(step));
    let words: Vec<(&str, Option<Tone>)> =
        said.split_whitespace().map(|word| (word, Some(Tone::Heading))).collect();
    page.wrapped(&format!("{number:>3} "), &words, " ");
    let lists: [(&str, Vec<&Moved>, Tone); 3] = [
        ("closes", step.closes().collect(), Tone::Good),
        ("raises", step.raises().collect(), Tone::Middling),
        ("lowers", step.lowers().collect(), Tone::Bad),
    ];
    for (what, list, tone) in lists {
        let shown = if full || what == "lowers" { list.len() } else { NAMED };
        for (at, own) in list.iter().take(shown).enumerate() {
            let lead = if at == 0 { what } else { "" };
            let said = if what == "closes" { named(planned, own) } else { moved(planned, own) };
            let words: Vec<(&str, Option<Tone>)> =
                said.split_whitespace().map(|word| (word, Some(tone))).collect();
            page.wrapped(&format!("    {lead:<8}"), &words, " ");
        }
        if list.len() > shown {
            page.aside(&" ".repeat(12), &format!("and {} more (`--full`)", list.len() - shown));
        }
    }
    let remedies = remedies(planned, step);
    let shown = if full { remedies.len() } else { 1 };
    for (at, remedy) in remedies.iter().take(shown).enumerate() {
        page.paragraph(if at == 0 { "    remedy  " } else { "            " }, remedy);
    }
    if step.moved.is_empty() {
        page.paragraph("    ", "No requirement comes to anything else by it.");
    }
    page.aside("    then    ", &format!("{}.", stood(step.after)));
}
