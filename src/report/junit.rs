//! `junit`: JUnit XML within what both common schemas accept, Jenkins's strict one included: one
//! suite an instrument, one case a requirement.
//!
//! A case fails where the gate fails, and passes only where the requirement is met. All else is
//! skipped, with what it came to: a green tick on a gap would be a claim without ground. Where there is a
//! gate, what it doesn't look at is no case, unless that is asked for.

use std::io;

use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::writer::Writer;

use super::actions;
use super::aside::Aside;
use super::format::{ReportFormat, ReportOptions};
use super::prose::flat;
use super::provenance;
use super::rulings::why_no_failure;
use super::shortfall::{Short, Shortfall, beside, name, source};
use crate::assessment::Finding;
use crate::report::words;
use crate::result::{CheckResult, Gated};
use crate::source::{Fault, printable};
use crate::standing::Outcome;

/// The format.
pub(super) const FORMAT: ReportFormat =
    ReportFormat::text("junit", "JUnit XML: a suite an instrument, a case a requirement", junit)
        .for_programs(&["<?xml"]);

/// What a case comes to.
enum CaseResult {
    Passed,
    Failed,
    Skipped(String),
}

/// A suite: what one force has against one instrument.
struct Suite<'a> {
    gated: &'a Gated,
    findings: Vec<&'a Finding>,
}

fn junit(result: &CheckResult, options: ReportOptions) -> Result<Vec<u8>, Fault> {
    let suites: Vec<Suite<'_>> =
        result.assessments.iter().flat_map(|gated| suites(gated, options)).collect();
    write(result, &suites).map_err(|error| {
        Fault::whole("output::unwritten", format!("no XML could be made: {error}"))
    })
}

fn suites(gated: &Gated, options: ReportOptions) -> Vec<Suite<'_>> {
    let mut suites: Vec<Suite<'_>> = Vec::new();
    let told = |finding: &&Finding| options.ungated || Shortfall::of(gated, finding).is_looked_at();
    for finding in gated.assessment.findings.iter().filter(told) {
        let own = |suite: &&mut Suite<'_>| {
            suite.findings.first().is_some_and(|first| first.instrument == finding.instrument)
        };
        match suites.iter_mut().find(own) {
            Some(suite) => suite.findings.push(finding),
            None => suites.push(Suite { gated, findings: vec![finding] }),
        }
    }
    suites
}

impl Suite<'_> {
    fn verdict(&self, finding: &Finding) -> CaseResult {
        let gap = Shortfall::of(self.gated, finding);
        let outcome = finding.outcome;
        match outcome {
            _ if gap.fails() => CaseResult::Failed,
            Outcome::Met => CaseResult::Passed,
            Outcome::NotApplicable | Outcome::NotInForce => {
                CaseResult::Skipped(format!("{outcome}: {}", words::why(finding)))
            }
            _ => {
                let gate = why_no_failure(self.gated, gap.mark());
                CaseResult::Skipped(format!("{outcome} ({gate}): {}", words::why(finding)))
            }
        }
    }

    fn count(&self, of: impl Fn(&CaseResult) -> bool) -> usize {
        self.findings.iter().filter(|finding| of(&self.verdict(finding))).count()
    }

    fn failures(&self) -> usize {
        self.count(|verdict| matches!(verdict, CaseResult::Failed))
    }
}

fn write(result: &CheckResult, suites: &[Suite<'_>]) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let gone: usize = result.assessments.iter().map(|gated| beside(gated).count()).sum();
    let incomplete = result.incomplete();
    let errors = usize::from(incomplete.is_some());
    let tests: usize = suites.iter().map(|suite| suite.findings.len()).sum();
    let failures: usize = suites.iter().map(Suite::failures).sum();
    open(
        &mut xml,
        "testsuites",
        &[
            ("name", "msacheck"),
            ("tests", &(tests + gone + errors).to_string()),
            ("failures", &(failures + gone).to_string()),
            ("errors", &errors.to_string()),
        ],
    )?;
    if let Some(incomplete) = incomplete {
        write_incomplete(&mut xml, &incomplete)?;
    }
    for suite in suites {
        write_suite(&mut xml, result, suite)?;
    }
    for gated in result.assessments.iter().filter(|gated| beside(gated).next().is_some()) {
        write_beside(&mut xml, gated)?;
    }
    close(&mut xml, "testsuites")?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

/// That an input is missing: a suite with an error.
pub(super) fn write_incomplete(xml: &mut Writer<Vec<u8>>, incomplete: &str) -> io::Result<()> {
    let counts = [("tests", "1"), ("failures", "0"), ("errors", "1"), ("skipped", "0")];
    open(xml, "testsuite", &[&[("name", "inputs")], &counts[..]].concat())?;
    open(
        xml,
        "testcase",
        &[("name", "every input is assessed"), ("classname", "inputs"), ("time", "0")],
    )?;
    open(xml, "error", &[("type", "incomplete"), ("message", incomplete)])?;
    close(xml, "error")?;
    close(xml, "testcase")?;
    close(xml, "testsuite")
}

fn write_suite(
    xml: &mut Writer<Vec<u8>>,
    result: &CheckResult,
    suite: &Suite<'_>,
) -> io::Result<()> {
    let Some(first) = suite.findings.first() else { return Ok(()) };
    let assessment = &suite.gated.assessment;
    let skipped = suite.count(|verdict| matches!(verdict, CaseResult::Skipped(_)));
    open(
        xml,
        "testsuite",
        &[
            ("name", &flat(&format!("{}: {}", name(suite.gated), first.instrument_title))),
            ("tests", &suite.findings.len().to_string()),
            ("failures", &suite.failures().to_string()),
            ("errors", "0"),
            ("skipped", &skipped.to_string()),
            ("package", &flat(&format!("{}.{}", assessment.force, first.instrument))),
        ],
    )?;
    open(xml, "properties", &[])?;
    let aside = Aside::of(&result.run, suite.gated).line();
    let aside = aside.map(|said| ("aside".to_owned(), flat(&said)));
    let plan = actions::counted(suite.gated).map(|said| ("action-plan".to_owned(), said));
    let head = aside.into_iter().chain(plan);
    for (name, value) in head.chain(provenance::lines(result, suite.gated)) {
        let mut element = BytesStart::new("property");
        element.push_attribute(("name", legal(&name).as_str()));
        element.push_attribute(("value", legal(&value).as_str()));
        xml.write_event(Event::Empty(element))?;
    }
    close(xml, "properties")?;
    for finding in &suite.findings {
        write_case(xml, suite, finding)?;
    }
    close(xml, "testsuite")
}

/// What fails without a requirement that speaks of it: a suite of its own.
fn write_beside(xml: &mut Writer<Vec<u8>>, gated: &Gated) -> io::Result<()> {
    let count = beside(gated).count().to_string();
    let name = flat(&format!("{}: what the gate can't pass", name(gated)));
    let counts =
        [("tests", count.as_str()), ("failures", &count), ("errors", "0"), ("skipped", "0")];
    open(xml, "testsuite", &[&[("name", name.as_str())], &counts[..]].concat())?;
    let class = flat(&format!("{}.gate", gated.assessment.force));
    for what in beside(gated) {
        let gap = Shortfall { gated, what };
        let (name, kind) = match what {
            Short::Silent(one) => {
                (flat(&format!("{}: {}", one.arrangement, one.name)), "went-silent")
            }
            _ => (flat(&format!("{}: {}", gap.rule(), gap.headline())), "gate"),
        };
        open(xml, "testcase", &[("name", &name), ("classname", &class), ("time", "0")])?;
        let message = gap.account();
        open(xml, "failure", &[("type", kind), ("message", &message)])?;
        let text = flat(&format!("{message} Place: {}", gap.place()));
        xml.write_event(Event::Text(BytesText::new(&legal(&text))))?;
        close(xml, "failure")?;
        close(xml, "testcase")?;
    }
    close(xml, "testsuite")
}

fn write_case(xml: &mut Writer<Vec<u8>>, suite: &Suite<'_>, finding: &Finding) -> io::Result<()> {
    let gap = Shortfall::of(suite.gated, finding);
    let force = &suite.gated.assessment.force;
    let class = flat(&format!("{force}.{}", finding.instrument));
    let title = flat(&format!("{}: {}", finding.requirement, finding.title));
    let attributes = [("name", title.as_str()), ("classname", &class), ("time", "0")];
    open(xml, "testcase", &attributes)?;
    match suite.verdict(finding) {
        CaseResult::Passed => {}
        CaseResult::Failed => {
            let kind = finding.outcome.to_string().replace(' ', "-");
            let message = flat(&format!("{}: {}", finding.outcome, words::why(finding)));
            open(xml, "failure", &[("type", &kind), ("message", &message)])?;
            let text = format!("{}\n{}\n{}", gap.headline(), gap.account(), finding.place);
            xml.write_event(Event::Text(BytesText::new(&legal(&text))))?;
            close(xml, "failure")?;
        }
        CaseResult::Skipped(message) => {
            let mut element = BytesStart::new("skipped");
            element.push_attribute(("message", legal(&flat(&message)).as_str()));
            xml.write_event(Event::Empty(element))?;
        }
    }
    if finding.outcome.is_assessed() {
        open(xml, "system-out", &[])?;
        let mut said = vec![format!("{}: {}", finding.outcome, words::why(finding))];
        said.extend(gap.words().into_iter().filter_map(|cited| {
            let place = cited.place.as_ref().map(|place| format!(" ({place})"));
            Some(format!("“{}”{}", cited.quote.as_ref()?, place.unwrap_or_default()))
        }));
        said.extend(gap.judged());
        said.extend(gap.planned());
        said.push(format!("Source: {}", source(finding)));
        said.push(format!("Place: {}", finding.place));
        let said: Vec<String> = said.iter().map(|line| flat(line)).collect();
        xml.write_event(Event::Text(BytesText::new(&legal(&said.join("\n")))))?;
        close(xml, "system-out")?;
    }
    close(xml, "testcase")
}

pub(super) fn open(
    xml: &mut Writer<Vec<u8>>,
    name: &str,
    attributes: &[(&str, &str)],
) -> io::Result<()> {
    let mut element = BytesStart::new(name);
    for (key, value) in attributes {
        element.push_attribute((*key, legal(value).as_str()));
    }
    xml.write_event(Event::Start(element))
}

pub(super) fn close(xml: &mut Writer<Vec<u8>>, name: &str) -> io::Result<()> {
    xml.write_event(Event::End(BytesEnd::new(name)))
}

/// A text without the characters that XML 1.0 has no way to write.
pub(super) fn legal(text: &str) -> String {
    let sign = |c: char| if matches!(c, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c };
    printable(text).chars().map(sign).collect()
}
