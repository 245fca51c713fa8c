//! `oscal`: assessment results. One result a force, with an observation of every finding.
//!
//! OSCAL's findings know satisfied and not satisfied alone. Only what is stated becomes one: a
//! requirement that is met, or one whose need is stated to be absent, planned or there in part. What
//! isn't evidenced, is withheld, doesn't apply, isn't in force or is superseded stands as an
//! observation, and so does what is waived. The outcome itself is a property of each.

use serde_json::{Value, json};

use super::super::actions;
use super::super::aside::Aside;
use super::super::columns::stands;
use super::super::format::{ReportFormat, ReportOptions};
use super::super::json::{JSON, Spacing, bytes, no_json};
use super::super::prose::{capital, full_stop};
use super::super::provenance;
use super::super::rulings;
use super::super::shortfall::{Short, Shortfall, beside, name, source};
use super::super::uri::uri;
use super::notation::{
    control, identified, metadata, midnight, objective, paragraphs, prop, props, prose, put,
};
use crate::assessment::{Cited, Finding};
use crate::gate::Ruling;
use crate::report::words;
use crate::result::{CheckResult, Gated, Run};
use crate::source::Fault;
use crate::standing::{Day, Outcome};

/// The format.
pub(in crate::report) const FORMAT: ReportFormat = ReportFormat::text(
    "oscal",
    "OSCAL 1.2.1 assessment results; `msacheck rules oscal` has the catalog",
    oscal,
)
.for_programs(JSON);

fn oscal(result: &CheckResult, _: ReportOptions) -> Result<Vec<u8>, Fault> {
    let plan = plan();
    let modified = result.assessments.iter().map(known_on).max().unwrap_or(Day::ZERO);
    let version = result.run.program.split_whitespace().nth(1).unwrap_or_default();
    let rests = provenance::of_run(result);
    let rests =
        rests.into_iter().filter_map(|(name, value)| prop("rests-on", &format!("{name}: {value}")));
    let incomplete = result.incomplete().and_then(|said| prop("incomplete", &said));
    let id = plan.get("uuid").and_then(Value::as_str).unwrap_or_default();
    let results: Vec<Value> =
        result.assessments.iter().map(|gated| of_force(&result.run, gated)).collect();
    let document = json!({
            "metadata": metadata(
                "Modern slavery: what police forces declare, held against the rules",
                modified,
                version,
                incomplete.into_iter().chain(rests).collect(),
                "Made from what forces declare and from nothing else. The times are days: of the \
                 facts, and at most the day that counted as today.",
            ),
            "import-ap": {
                "href": format!("#{id}"),
                "remarks": "There is no assessment plan: each requirement of the rules was asked.",
            },
            "results": results,
            "back-matter": { "resources": resources(result, &plan) },
    });
    bytes(&json!({ "assessment-results": identified(document, "document") }), Spacing::Indented)
        .map_err(|error| no_json(&error))
}

/// The last day that bore on an assessment.
fn known_on(gated: &Gated) -> Day {
    let assessment = &gated.assessment;
    let days = [Some(assessment.as_of), Some(assessment.assessed_on), gated.today()];
    days.into_iter().flatten().max().unwrap_or(assessment.as_of)
}

/// The plan that there isn't.
fn plan() -> Value {
    let plan = json!({
        "title": "No assessment plan",
        "description": "Each requirement of the rules was asked of each force.",
    });
    identified(plan, "resource")
}

/// What isn't part of the document: the plan that there isn't, the catalog, and every file read.
fn resources(result: &CheckResult, plan: &Value) -> Vec<Value> {
    let catalog = json!({
        "title": "The catalog",
        "description": "The rules as an OSCAL catalog are what `msacheck rules oscal` writes with \
                        the same rules. A control has the id of its requirement, with a dot for the \
                        slash.",
    });
    let mut all = vec![plan.clone(), identified(catalog, "resource")];
    for gated in &result.assessments {
        let assessment = &gated.assessment;
        let inputs = assessment
            .inputs
            .iter()
            .map(|input| ("Input", input.file.as_str(), Some(input.sha256)));
        let sources = assessment.sources.iter().map(|source| {
            let file = source.file.as_deref().unwrap_or_default();
            (source.title.as_str(), file, source.sha256)
        });
        for (title, file, sha256) in inputs.chain(sources) {
            let mut resource = json!({ "title": prose(title) });
            let hash = |digest| json!({ "algorithm": "SHA-256", "value": digest });
            let links = (!file.is_empty()).then(|| {
                let mut link = json!({ "href": uri(file) });
                put(&mut link, "hashes", sha256.map(hash).into_iter().collect());
                link
            });
            put(&mut resource, "rlinks", links.into_iter().collect());
            all.push(identified(resource, "resource"));
        }
    }
    // One file may be read for several forces, or twice.
    let mut unique: Vec<Value> = Vec::new();
    for resource in all {
        if !unique.iter().any(|known| known.get("uuid") == resource.get("uuid")) {
            unique.push(resource);
        }
    }
    unique
}

fn of_force(run: &Run, gated: &Gated) -> Value {
    let assessment = &gated.assessment;
    let force = name(gated);
    let asked: Vec<Value> = assessment
        .findings
        .iter()
        .map(|finding| json!({ "control-id": control(finding.requirement.as_str()) }))
        .collect();
    let mut selection = json!({ "description": "The requirements that were asked." });
    put(&mut selection, "include-controls", asked);
    let gate = rulings::verdict(gated).unwrap_or(rulings::NO_GATE);
    let said = gated.verdict.iter().map(rulings::sentence);
    let aside = Aside::of(run, gated).line();
    let plan = actions::counted(gated);
    let rests = provenance::of_force(gated);
    let rests =
        rests.into_iter().filter_map(|(name, value)| prop("rests-on", &format!("{name}: {value}")));
    let own = props([
        ("force", assessment.force.to_string()),
        ("facts-of", assessment.as_of.to_string()),
        ("assessed-as-at", assessment.assessed_on.to_string()),
        ("gate", gate.to_owned()),
        ("left-aside", aside.clone().unwrap_or_default()),
        ("action-plan", plan.clone().unwrap_or_default()),
    ]);
    let mut observations = Vec::new();
    let mut findings = Vec::new();
    for finding in &assessment.findings {
        let observation = identified(observed(gated, finding), assessment.force.as_str());
        findings.extend(found(gated, finding, observation.get("uuid")));
        observations.push(observation);
    }
    let beside = beside(gated).map(|what| beside_findings(Shortfall { gated, what }));
    observations.extend(beside.map(|one| identified(one, assessment.force.as_str())));
    let mut result = json!({
        "title": prose(&format!("{force}: modern slavery")),
        "description": paragraphs(
            std::iter::once(format!("What {force} declares, by the facts of {}.", assessment.as_of))
                .chain(said)
                .chain(aside)
                .chain(plan)
                .chain(words::head_notes(assessment).iter().map(|note| full_stop(note))),
        ),
        "start": midnight(assessment.as_of),
        "props": own.into_iter().chain(rests).collect::<Vec<_>>(),
        "reviewed-controls": { "control-selections": [selection] },
    });
    put(&mut result, "observations", observations);
    put(&mut result, "findings", findings);
    identified(result, assessment.force.as_str())
}

/// What a finding came to, as it was found.
fn observed(gated: &Gated, finding: &Finding) -> Value {
    let about = Shortfall::of(gated, finding);
    let mut said = vec![full_stop(&capital(&words::why(finding)))];
    said.extend(words::assumed(finding).map(|assumed| full_stop(&capital(&assumed))));
    said.extend(about.standing().map(|standing| full_stop(&capital(&standing))));
    said.extend(about.judged());
    said.extend(about.planned());
    let mut observation = json!({
        "title": prose(&finding.title),
        "description": paragraphs(said),
        "props": outcome_props(gated, finding),
        "methods": ["EXAMINE"],
        "collected": midnight(gated.assessment.as_of),
    });
    let words = about.words();
    put(&mut observation, "relevant-evidence", words.into_iter().filter_map(evidence).collect());
    observation
}

/// What makes the gate fail and is no finding.
fn beside_findings(gap: Shortfall<'_>) -> Value {
    let (title, kind) = match gap.what {
        Short::Silent(silent) => (
            format!("{} went silent", silent.name),
            ("went-silent", silent.arrangement.to_string()),
        ),
        _ => (gap.title(), ("objection", gap.rule().to_owned())),
    };
    json!({
        "title": prose(&title),
        "description": prose(&gap.account()),
        "props": props([
            kind,
            ("gate", "fails".to_owned()),
            ("place", gap.place().to_string()),
        ]),
        "methods": ["EXAMINE"],
        "collected": midnight(gap.gated.assessment.as_of),
    })
}

fn outcome_props(gated: &Gated, finding: &Finding) -> Vec<Value> {
    let mark = Shortfall::of(gated, finding).mark();
    let gate = mark.map(|mark| rulings::full_word(&mark.ruling));
    let basis = finding.basis.map(|basis| basis.to_string());
    let actions = actions::lines(gated, finding).into_iter().map(|said| ("action", said));
    let own = props([
        ("requirement", finding.requirement.to_string()),
        ("outcome", finding.outcome.to_string()),
        ("strength", finding.strength.to_string()),
        ("superseded", if finding.superseded { "yes" } else { "no" }.to_owned()),
        ("basis", basis.unwrap_or_default()),
        ("gate", gate.unwrap_or_default().to_owned()),
        ("place", finding.place.to_string()),
    ]);
    own.into_iter().chain(props(actions)).collect()
}

fn evidence(cited: &Cited) -> Option<Value> {
    let quote = cited.quote.as_ref()?;
    let mut evidence = json!({ "description": prose(&format!("“{quote}”")) });
    put(&mut evidence, "props", prop("place", &stands(cited)).into_iter().collect());
    if let (Some(place), Some(evidence)) = (&cited.place, evidence.as_object_mut()) {
        evidence.insert("href".to_owned(), uri(&place.file).into());
    }
    Some(evidence)
}

/// The finding, where OSCAL's two states say what was found and nothing speaks for it.
fn found(gated: &Gated, finding: &Finding, observation: Option<&Value>) -> Option<Value> {
    let about = Shortfall::of(gated, finding);
    let waived = about.mark().is_some_and(|mark| matches!(mark.ruling, Ruling::Waived { .. }));
    let (state, reason) = match finding.outcome {
        _ if finding.superseded || waived => return None,
        Outcome::Met => ("satisfied", "pass"),
        Outcome::NotMet => ("not-satisfied", "fail"),
        Outcome::PartlyMet | Outcome::Planned => ("not-satisfied", "other"),
        Outcome::NotEvidenced
        | Outcome::Withheld
        | Outcome::NotApplicable
        | Outcome::NotInForce => return None,
    };
    let requirement = finding.requirement.as_str();
    let remedy = finding.outcome.is_gap().then(|| format!("What closes it: {}", finding.remedy));
    let source = format!("Source: {}.", source(finding));
    let finding = json!({
        "title": prose(&finding.title),
        "description": paragraphs([format!("{}.", capital(&finding.outcome.to_string()))]),
        "props": outcome_props(gated, finding),
        "target": {
            "type": "objective-id",
            "target-id": objective(requirement),
            "status": { "state": state, "reason": reason },
        },
        "related-observations": [{ "observation-uuid": observation }],
        "remarks": paragraphs(remedy.into_iter().chain([source])),
    });
    Some(identified(finding, gated.assessment.force.as_str()))
}
