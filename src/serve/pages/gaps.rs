//! The gaps of a declaration, as in the report, and the reports themselves.

use std::path::{Path, PathBuf};

use maud::html;

use super::question::field_id;
use super::{Context, Page};
use crate::assessment::{Because, Cited, Finding};
use crate::check::{Disk, Files as _};
use crate::report::{FORMATS, Onward, ReportFormat, ReportOptions, encoded, whole};
use crate::result::CheckResult;
use crate::serve::answer::Answer;
use crate::serve::paths;
use crate::source::Fault;

/// What people read, as they know it.
const PEOPLE: [(&str, &str); 3] =
    [("docx", "Word document"), ("html", "page"), ("xlsx", "Excel workbook")];

fn is_for_people(name: &str) -> bool {
    PEOPLE.iter().any(|(own, _)| *own == name)
}

fn report(key: &str, format: &str) -> String {
    format!("/force/{key}/report/{format}")
}

pub(in crate::serve) fn show(context: &Context<'_>, key: &str) -> Option<Answer> {
    let path = context.work.declaration(key)?;
    let result = match result(context, &path) {
        Ok(result) => result,
        Err(faults) => return Some(context.faults("This declaration can’t be assessed", &faults)),
    };
    let name =
        result.assessments.first().map(|one| one.assessment.name.clone().unwrap_or_default());
    let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| "the force".to_owned());
    let papers = crate::serve::folder::papers();
    let judge =
        |finding: &Finding| format!("/force/{key}/judge?requirement={}", finding.requirement);
    let force = result.assessments.first().map(|one| encoded(one.assessment.force.as_str()));
    let force = force.unwrap_or_default();
    let pass = |finding: &Finding| {
        format!("/settings?requirement={}&force={force}#let-pass", finding.requirement)
    };
    let vocabulary = context.work.rulebook().vocabulary();
    let ask = |node: &Because| {
        let arrangement = vocabulary.arrangement(node.arrangement()?.as_str())?;
        let field = node.field().and_then(|field| arrangement.field(field.as_str()));
        let address = paths::question(&path, arrangement.id.as_str());
        Some(match field {
            Some(field) => (
                format!("{address}#{}", field_id(&field.id)),
                format!("{}: {}", arrangement.title, field.title),
            ),
            None => (address, arrangement.title.to_string()),
        })
    };
    let words = |cited: &Cited| to_words(key, &papers, cited);
    let onward = Onward { judge: &judge, pass: &pass, ask: &ask, words: &words };
    let content = html! {
        p.acts {
            a href={ "/force/" (key) "/plan" } { "What to change, in which order" }
            " " a href={ "/force/" (key) "/judge" } { "Your own findings" }
        }
        p.acts {
            "Download the report: "
            @for (name, title) in PEOPLE { a href=(report(key, name)) { (title) } " " }
        }
        details.downloads {
            summary { "Download it for a program" }
            ul { @for format in FORMATS.iter().filter(|format| !is_for_people(format.name)) {
                li { a href=(report(key, format.name)) { (format.name) } ": " (format.about.replace('`', "")) }
            } }
        }
        (whole(&result, Some(&onward)))
        script src="/filter.js" {}
    };
    let title = format!("Gaps of {name}");
    let page = Page::new(&title, content).below(paths::force(&path), "the questions");
    Some(context.page(&page))
}

/// Where the words of a paper of the folder stand.
fn to_words(key: &str, papers: &[PathBuf], cited: &Cited) -> Option<String> {
    let place = cited.place.as_ref()?;
    let own = Disk.identity(Path::new(&place.file));
    let paper = papers.iter().find(|paper| Disk.identity(paper) == own)?;
    let page = place.page.map(|page| format!("&page={page}")).unwrap_or_default();
    Some(format!("{}?for={key}&line={}{page}#here", paths::paper(paper), place.line))
}

pub(in crate::serve) fn download(context: &Context<'_>, key: &str, format: &str) -> Option<Answer> {
    let path = context.work.declaration(key)?;
    let format = ReportFormat::named(format)?;
    let made = result(context, &path).and_then(|result| {
        (format.render)(&result, ReportOptions::default()).map_err(|fault| vec![fault])
    });
    let bytes = match made {
        Ok(bytes) => bytes,
        Err(faults) => return Some(context.faults("The report couldn’t be made", &faults)),
    };
    let stem: String = path.file_stem()?.to_str()?.chars().filter(char::is_ascii).collect();
    let stem = crate::serve::upload::harmless_name(&stem);
    let (ending, kind) = kind(format.name);
    // Several are text or JSON: their names are told apart by the format.
    let told = match ending.strip_prefix('.') {
        Some(own) if own == format.name => String::new(),
        _ => format!("-{}", format.name),
    };
    Some(Answer::download(kind, &format!("{stem}{told}{ending}"), bytes))
}

fn result(context: &Context<'_>, path: &Path) -> Result<CheckResult, Vec<Fault>> {
    let work = context.work;
    let project = work.project()?;
    let gate = work.gate(project.as_ref())?;
    let actions = crate::check::AskedActions::of(project.as_ref(), work.rules(), work.files())?;
    let check = work.check(project.as_ref()).gated(gate.as_ref()).planned(actions.as_ref());
    let inputs: [PathBuf; 1] = [path.to_owned()];
    let checked = check.run(&inputs)?;
    match checked.result.assessments.is_empty() {
        true => Err(checked.faults),
        false => Ok(checked.result),
    }
}

fn kind(format: &str) -> (&'static str, &'static str) {
    match format {
        "html" => (".html", "text/html; charset=utf-8"),
        "docx" => {
            (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        }
        "xlsx" => (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "csv" => (".csv", "text/csv; charset=utf-8"),
        "markdown" => (".md", "text/markdown; charset=utf-8"),
        "junit" => (".xml", "application/xml"),
        "json" | "sarif" | "oscal" | "gitlab" => (".json", "application/json"),
        "ndjson" => (".ndjson", "application/x-ndjson"),
        _ => (".txt", "text/plain; charset=utf-8"),
    }
}
