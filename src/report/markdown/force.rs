//! One force in Markdown.

use std::fmt::Write as _;

use super::super::contradictions::reason;
use super::super::shortfall::{
    Short, Shortfall, capital, full_stop, name, of_force, source, went_silent,
};
use super::super::words;
use super::{OUTCOMES, escape};
use crate::assessment::{Cited, Finding, Tally};
use crate::declaration::Judgement;
use crate::gate::Verdict;
use crate::result::Gated;
use crate::standing::{Outcome, State, Strength};

/// Everything on one force, its heading being of a level.
pub(super) fn section(out: &mut String, gated: &Gated, all: bool, level: usize) {
    let assessment = &gated.assessment;
    let hashes = "#".repeat(level);
    let _ = write!(out, "{hashes} {}: modern slavery\n\n", escape(name(gated)));
    let files: Vec<String> =
        assessment.inputs.iter().map(|input| escape(&shown(&input.file))).collect();
    let _ = write!(out, "Facts of {} from {}.", assessment.as_of, files.join(", "));
    if assessment.assessed_on != assessment.as_of {
        let _ = write!(out, " Assessed as at {}.", assessment.assessed_on);
    }
    out.push_str("\n\n");
    if let Some(note) = &assessment.note {
        let _ = write!(out, "Note: {}\n\n", escape(note));
    }
    match &gated.verdict {
        None => out.push_str("Nothing was gated.\n\n"),
        Some(verdict) => {
            let _ = write!(out, "**{}**\n\n", escape(&words::verdict_sentence(verdict)));
        }
    }
    counts(out, gated);
    for note in &assessment.notes {
        let _ = write!(out, "\nNote: {}\n", escape(&full_stop(&words::note(note))));
    }
    let hashes = "#".repeat(level + 1);
    let heading = |out: &mut String, text: &str| {
        let _ = write!(out, "\n{hashes} {text}\n\n");
    };
    failing(out, gated, &heading);
    if let Some(verdict) = &gated.verdict {
        beside_the_gate(out, verdict, &heading);
    }
    let found = |chosen: &dyn Fn(&Finding) -> bool| {
        let mut found: Vec<&Finding> =
            assessment.findings.iter().filter(|finding| chosen(finding)).collect();
        found.sort_by(|a, b| (b.strength, a.outcome).cmp(&(a.strength, b.outcome)));
        found
    };
    let declared =
        found(&|f| !f.superseded && f.outcome.is_gap() && f.outcome != Outcome::NotEvidenced);
    heading(out, &format!("Gaps in what the force declares: {}", declared.len()));
    if declared.is_empty() {
        out.push_str("None.\n");
    } else {
        gaps(out, gated, &declared);
        out.push_str(
            "\nOnly a duty is law for the force. Against a strategy, and against what is read out of \
             the Act, a shortfall is a gap, not a breach.\n",
        );
    }
    let silent = found(&|f| !f.superseded && f.outcome == Outcome::NotEvidenced);
    if !silent.is_empty() {
        heading(out, &format!("Not evidenced: {}", silent.len()));
        folded(out, "What the inputs don't state", |out| short_table(out, gated, &silent));
    }
    let superseded = found(&|f| f.superseded && f.outcome.is_gap());
    if !superseded.is_empty() {
        heading(out, &format!("Gaps against what is superseded: {}", superseded.len()));
        folded(out, "Counted apart", |out| short_table(out, gated, &superseded));
    }
    judgements(out, gated, &heading);
    contradictions(out, gated, &heading);
    heading(out, "Arrangements");
    arrangements(out, gated);
    if all {
        for outcome in [Outcome::Met, Outcome::NotApplicable, Outcome::NotInForce] {
            let rest = found(&|f| f.outcome == outcome);
            if !rest.is_empty() {
                heading(out, &format!("{}: {}", capital(&outcome.to_string()), rest.len()));
                short_table(out, gated, &rest);
            }
        }
    }
    information(out, gated, &heading);
}

fn shown(file: &str) -> String {
    if file == "-" { "standard input".to_owned() } else { file.to_owned() }
}

fn folded(out: &mut String, summary: &str, fill: impl FnOnce(&mut String)) {
    let _ = write!(out, "<details>\n<summary>{summary}</summary>\n\n");
    fill(out);
    out.push_str("\n</details>\n");
}

fn counts(out: &mut String, gated: &Gated) {
    let counts = gated.assessment.counts();
    let _ = write!(
        out,
        "States {} of {} arrangements. Requirements in force, by outcome:\n\n\
         | How binding | Met | Partly met | Planned | Withheld | Not evidenced | Not met |\n\
         | --- | --: | --: | --: | --: | --: | --: |\n",
        counts.arrangements_stated, counts.arrangements
    );
    let mut row = |name: &str, tally: &Tally| {
        let cells: String =
            OUTCOMES.iter().map(|outcome| format!(" {} |", tally.count(*outcome))).collect();
        let _ = writeln!(out, "| {name} |{cells}");
    };
    for (strength, tally) in counts.by_strength.iter().rev().filter(|(_, of)| of.total() > 0) {
        row(plural(*strength), tally);
    }
    row("**all in force**", &counts.in_force);
    if counts.superseded.total() > 0 {
        row("superseded, counted apart", &counts.superseded);
    }
    let mut said = Vec::new();
    if counts.in_force.met > 0 {
        said.push(format!(
            "Of the {} met, {} rest on words found in their source, {} on a source whose words \
             weren't checked, {} on assertion alone.",
            counts.in_force.met,
            counts.met_on_quotes,
            counts.met_on_citations,
            counts.met_on_assertion
        ));
    }
    if counts.assumed > 0 {
        said.push(format!(
            "{} of those in force rest on an assumption about the force.",
            counts.assumed
        ));
    }
    said.push(format!(
        "Not in force: {}. Not applicable: {}.",
        counts.not_in_force, counts.not_applicable
    ));
    let _ = write!(out, "\n{}\n", said.join(" "));
}

fn plural(strength: Strength) -> &'static str {
    match strength {
        Strength::Duty => "duties",
        Strength::Commitment => "commitments",
        Strength::Expectation => "expectations",
        Strength::Power => "powers",
    }
}

/// How many of the requirements that fail the gate are named at once.
const NAMED: usize = 10;

/// What fails the gate, the most binding first: it mustn't be folded away.
fn failing(out: &mut String, gated: &Gated, heading: &dyn Fn(&mut String, &str)) {
    let failing = of_force(gated, false).into_iter().filter(Shortfall::fails);
    let failing: Vec<&Finding> = failing.filter_map(|gap| gap.finding()).collect();
    if failing.is_empty() {
        return;
    }
    heading(out, &format!("What fails the gate: {}", failing.len()));
    for finding in failing.iter().take(NAMED) {
        let (title, strength, outcome) = (&finding.title, finding.strength, finding.outcome);
        let _ = writeln!(
            out,
            "- **{}** ({strength}): {outcome}. {} {}",
            escape(title),
            escape(&full_stop(&capital(&words::why(finding)))),
            escape(finding.requirement.as_str())
        );
    }
    match failing.len().saturating_sub(NAMED) {
        0 => {}
        more => {
            let _ = write!(out, "\n{more} more are marked below.\n");
        }
    }
}

/// What fails without a finding to stand on, and what bears on the gate without failing it.
fn beside_the_gate(out: &mut String, verdict: &Verdict, heading: &dyn Fn(&mut String, &str)) {
    if !verdict.went_silent.is_empty() {
        heading(out, &format!("Went silent since the baseline: {}", verdict.went_silent.len()));
        for silent in &verdict.went_silent {
            let _ =
                writeln!(out, "- **{}:** {}", escape(&silent.name), escape(&went_silent(silent)));
        }
    }
    let mut said = Vec::new();
    if verdict.without_waivers {
        said.push("Waivers were left out on request.".to_owned());
    }
    for idle in &verdict.idle_waivers {
        said.push(format!(
            "The waiver of {} by {} did nothing: {}.",
            escape(idle.waiver.requirement.as_str()),
            escape(&idle.waiver.owner),
            idle.why
        ));
    }
    for closed in &verdict.closed {
        let requirement = escape(closed.requirement.as_str());
        let now = closed.now.map_or("not asked now".to_owned(), |now| format!("{now} now"));
        said.push(format!("Closed since the baseline: {requirement}, {}, {now}.", closed.was));
    }
    if !said.is_empty() {
        out.push('\n');
        said.iter().for_each(|line| {
            let _ = writeln!(out, "- {line}");
        });
    }
}

/// Gaps in full: why, on which words, what closes them, from which source.
fn gaps(out: &mut String, gated: &Gated, findings: &[&Finding]) {
    out.push_str("| Requirement | Outcome | Why | What closes it | Source |\n");
    out.push_str("| --- | --- | --- | --- | --- |\n");
    for finding in findings {
        let gap = Shortfall { gated, what: Short::Finding(finding) };
        let mut why = vec![escape(&full_stop(&capital(&words::why(finding))))];
        why.extend(words::assumed(finding).map(|assumed| escape(&full_stop(&capital(&assumed)))));
        why.extend(gap.words().iter().filter_map(|cited| quote(cited)));
        why.push(format!("At {}", escape(&finding.place.to_string())));
        let _ = writeln!(
            out,
            "| {}<br>({}) | {} | {} | {} | {}<br>{} |",
            escape(&finding.title),
            finding.strength,
            outcome(&gap, finding),
            why.join("<br>"),
            escape(&finding.remedy),
            escape(&source(finding)),
            escape(finding.requirement.as_str())
        );
    }
}

/// Findings in a line each.
fn short_table(out: &mut String, gated: &Gated, findings: &[&Finding]) {
    out.push_str("| Requirement | How binding | Outcome | Why | Source |\n");
    out.push_str("| --- | --- | --- | --- | --- |\n");
    for finding in findings {
        let gap = Shortfall { gated, what: Short::Finding(finding) };
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {}<br>{} |",
            escape(&finding.title),
            finding.strength,
            outcome(&gap, finding),
            escape(&full_stop(&capital(&words::why(finding)))),
            escape(&source(finding)),
            escape(finding.requirement.as_str())
        );
    }
}

/// The outcome, with what the gate made of it and what an inspector finds beside it.
fn outcome(gap: &Shortfall<'_>, finding: &Finding) -> String {
    let mut lines = vec![match gap.fails() {
        true => format!("**{}: fails the gate**", finding.outcome),
        false => finding.outcome.to_string(),
    }];
    lines.extend(gap.standing().map(|standing| escape(&standing)));
    let judged = gap.gated.assessment.judgements.on(&finding.requirement);
    lines.extend(judged.map(|judged| format!("Inspector's judgement: {}", judged.verdict)));
    lines.join("<br>")
}

/// The words that were quoted, with their place.
fn quote(cited: &Cited) -> Option<String> {
    let quote = escape(cited.quote.as_ref()?);
    let place = match (&cited.place, cited.page) {
        (Some(place), _) => escape(&place.to_string()),
        (None, Some(page)) => format!("{}, p. {page}, not checked", escape(&cited.title)),
        (None, None) => format!("{}, not checked", escape(&cited.title)),
    };
    Some(format!("“{quote}” ({place})"))
}

fn judgements(out: &mut String, gated: &Gated, heading: &dyn Fn(&mut String, &str)) {
    let judgements = &gated.assessment.judgements;
    if judgements.holding.is_empty() && judgements.expired.is_empty() {
        return;
    }
    heading(out, "Inspectors' judgements");
    out.push_str("Beside the computed outcomes: they change none, and move no gate.\n\n");
    for Judgement { requirement, verdict, role, date, reason, last_day, .. } in &judgements.holding
    {
        let _ = writeln!(
            out,
            "- **{}:** {verdict}. {} ({}, {date}; until {last_day})",
            escape(requirement.as_str()),
            escape(&full_stop(reason)),
            escape(role)
        );
    }
    for Judgement { requirement, role, last_day, .. } in &judgements.expired {
        let _ = writeln!(
            out,
            "- **{}:** the judgement by {} has expired: its last day was {last_day}.",
            escape(requirement.as_str()),
            escape(role)
        );
    }
}

fn contradictions(out: &mut String, gated: &Gated, heading: &dyn Fn(&mut String, &str)) {
    let contradictions = &gated.assessment.contradictions;
    if contradictions.is_empty() {
        return;
    }
    heading(out, &format!("Contradictions: {}", contradictions.len()));
    for one in contradictions {
        let why = reason(one.why);
        let (counts, overruled) = (&one.counts, &one.overruled);
        let _ = writeln!(
            out,
            "- **{}:** {} counts ({}), not {} ({}): {why}.",
            escape(&one.name),
            counts.state,
            escape(&counts.place.to_string()),
            overruled.state,
            escape(&overruled.place.to_string())
        );
    }
}

fn arrangements(out: &mut String, gated: &Gated) {
    let stated = |standing: &&crate::assessment::Standing| {
        standing.state != State::NotStated || standing.headline
    };
    out.push_str("| Arrangement | State | Backed | Words |\n| --- | --- | --- | --- |\n");
    for standing in gated.assessment.arrangements.iter().filter(stated) {
        let words: Vec<String> = standing.evidence.iter().filter_map(quote).collect();
        let basis = standing.basis.map(|basis| basis.to_string()).unwrap_or_default();
        let _ = writeln!(
            out,
            "| {} | {} | {basis} | {} |",
            escape(&standing.title),
            escape(&words::state(&standing.stands)),
            words.join("<br>")
        );
    }
    let silent: Vec<String> = gated
        .assessment
        .arrangements
        .iter()
        .filter(|standing| !stated(standing))
        .map(|standing| escape(&standing.name))
        .collect();
    if !silent.is_empty() {
        let _ = write!(out, "\nNot stated: {}.\n", silent.join(", "));
    }
}

fn information(out: &mut String, gated: &Gated, heading: &dyn Fn(&mut String, &str)) {
    let information = &gated.assessment.information;
    if information.is_empty() {
        return;
    }
    heading(out, "For information: no requirement rests on these");
    for informed in information {
        let _ = writeln!(out, "- Stated: {}", escape(&informed.note));
    }
}
