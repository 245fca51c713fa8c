//! `junit`: JUnit XML: a suite a document, a case a check; it fails where the check found something certain.

use std::io;

use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::Writer;

use super::format::{LintFormat, LintOptions};
use super::told::{account, incomplete};
use crate::lint::{CHECKS, Check, Finding, Lint, LintResult, Sensitivity};
use crate::report::format::Readers;
use crate::report::junit::{close, legal, open, write_incomplete};
use crate::report::prose::flat;
use crate::source::Fault;

/// The format.
pub(super) const FORMAT: LintFormat = LintFormat {
    name: "junit",
    about: "JUnit XML: a suite a document, a case a check",
    render,
    readers: Readers::Programs(&["<?xml"]),
};

fn render(result: &LintResult, _: LintOptions) -> Result<Vec<u8>, Fault> {
    write(result).map_err(|error| {
        Fault::whole("output::unwritten", format!("no XML could be made: {error}"))
    })
}

fn certain<'a>(document: &'a Lint, check: &Check) -> Vec<&'a Finding> {
    let own = document.findings.iter().filter(|finding| finding.check == check.id);
    own.filter(|finding| finding.sensitivity == Sensitivity::Default).collect()
}

fn failures(document: &Lint) -> usize {
    CHECKS.iter().filter(|check| !certain(document, check).is_empty()).count()
}

fn write(result: &LintResult) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let missing = incomplete(result);
    let errors = usize::from(missing.is_some());
    let tests = result.documents.len() * CHECKS.len() + errors;
    let failed: usize = result.documents.iter().map(failures).sum();
    let counts = [tests, failed, errors].map(|count| count.to_string());
    let [tests, failed, errors] = &counts;
    let head =
        [("name", "msacheck lint"), ("tests", tests), ("failures", failed), ("errors", errors)];
    open(&mut xml, "testsuites", &head)?;
    if let Some(said) = &missing {
        write_incomplete(&mut xml, said)?;
    }
    for document in &result.documents {
        suite(&mut xml, document)?;
    }
    close(&mut xml, "testsuites")?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn suite(xml: &mut Writer<Vec<u8>>, document: &Lint) -> io::Result<()> {
    let name = flat(&document.name);
    let counts = [CHECKS.len().to_string(), failures(document).to_string()];
    let [tests, failed] = &counts;
    let head = [
        ("name", name.as_str()),
        ("tests", tests),
        ("failures", failed),
        ("errors", "0"),
        ("skipped", "0"),
    ];
    open(xml, "testsuite", &head)?;
    for check in CHECKS {
        let title = format!("{}: {}", check.id, check.title);
        open(xml, "testcase", &[("name", &title), ("classname", &name), ("time", "0")])?;
        let found = certain(document, check);
        if let Some(first) = found.first() {
            open(xml, "failure", &[("type", check.id), ("message", &account(first))])?;
            let lines: Vec<String> = found
                .iter()
                .map(|own| format!("{}: {}", flat(&own.place.to_string()), account(own)))
                .collect();
            xml.write_event(Event::Text(BytesText::new(&legal(&lines.join("\n")))))?;
            close(xml, "failure")?;
        }
        close(xml, "testcase")?;
    }
    close(xml, "testsuite")
}
