//! What is wrong with a document that is open, and what mends it: each kind by what the command of its kind says.

use std::path::Path;
use std::sync::Arc;

use super::kind::{Kind, ending};
use super::open::Open;
use super::packs;
use super::shapes::{Diagnostic, Location, Range, Related, Severity};
use super::text::OpenText;
use super::workspace::Workspace;
use crate::check::{
    AskedActions, AskedPapers, Files as _, Packs, check_gate_names, decisions, declaration_in,
    panicked,
};
use crate::document;
use crate::lint::{
    Finding, Known, Lint, Linter, Reads, Safety, Sensitivity, lint_examples, words_of,
};
use crate::project::Project;
use crate::proof::examples;
use crate::report::why_failed;
use crate::rulebook::{RuleFile, Rulebook};
use crate::source::{Fault, Faults, Span, Text};

/// What was seen in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    pub diagnostics: Vec<Diagnostic>,
    pub mends: Vec<Mend>,
    /// Whether more may be told of it once it is read.
    pub unread: bool,
}

/// What could be written in the place of something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mend {
    /// Which of the diagnostics it mends.
    pub of: usize,
    pub range: Range,
    pub text: String,
    /// How far it can be trusted; nothing of a likely spelling.
    pub safety: Option<Safety>,
}

/// What is wrong with a document.
pub(super) struct Look<'a> {
    pub workspace: &'a Workspace,
    pub open: &'a Open,
    pub path: &'a Path,
    pub language: &'a str,
    pub kind: &'a Kind,
    /// Whether a paper is read, too: that takes several times as long as a look at its words.
    pub reads: bool,
}

impl Look<'_> {
    pub(super) fn seen(&self) -> Seen {
        let Some(text) = self.open.get(self.path) else { return Seen::default() };
        // What isn't begun isn't wrong.
        if text.body().trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
            return Seen::default();
        }
        if *self.kind == Kind::Paper {
            return match self.linted(text) {
                Ok(lint) => Seen { unread: lint.unread, ..self.findings(text, &lint.findings) },
                Err(fault) => self.faults(text, &[fault]),
            };
        }
        let name = self.path.display().to_string();
        let own = Arc::new(Text::new(name, text.body().to_owned()));
        let faults = match self.kind {
            Kind::Declaration => self.declaration(&own),
            Kind::Settings => self.settings(&own),
            Kind::Pack(folder) => self.pack(folder),
            Kind::Actions => {
                let project = self.workspace.project.as_ref();
                match AskedActions::of(project, &self.workspace.rules, self.open) {
                    Ok(plan) => plan.map(|plan| plan.warnings).unwrap_or_default(),
                    Err(faults) => faults,
                }
            }
            Kind::Papers => {
                let project = self.workspace.project.as_ref();
                AskedPapers::of(None, project, self.open, self.workspace.today)
                    .err()
                    .unwrap_or_default()
            }
            Kind::Decisions => {
                decisions(self.open, self.workspace.project.as_ref()).err().unwrap_or_default()
            }
            Kind::Paper | Kind::Foreign => Vec::new(),
        };
        self.faults(text, &faults)
    }

    /// What `lint` finds in a paper, without what the settings and the baseline let pass.
    fn linted(&self, text: &OpenText) -> Result<Lint, Fault> {
        let name = self.path.display().to_string();
        let typed = match ending(self.path, self.language) {
            Some(ending) if self.path.extension().is_none() => format!("{name}.{ending}"),
            _ => name.clone(),
        };
        let bytes = text.body().as_bytes();
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let beside = |target: &str| self.open.exists(&folder.join(target));
        let looked = document::caught(|| {
            let document = document::open(&typed, bytes)?;
            let read = || self.workspace.papers()?.reading(&document, None);
            let reads = if self.reads { Reads::Lazily(&read) } else { Reads::Not };
            let asked = self.workspace.asked(self.path);
            Ok(self.workspace.linter.lint(&document, bytes, reads, &asked, &beside))
        });
        let mut lint = looked.unwrap_or_else(|place| Err(panicked(&name, &place)))?;
        lint.name = name;
        let mut documents = [lint];
        let settings = self.workspace.project.as_ref().map(|project| &project.lint);
        if let Some(settings) = settings {
            settings.allow(&mut documents, &self.workspace.asked(self.path));
        }
        let baseline = settings.and_then(|settings| settings.baseline.as_ref());
        let known = baseline.and_then(|path| Known::read(&self.open.text(path).ok()?).ok());
        let [mut lint] = documents;
        if let Some(mut known) = known {
            known.take(&mut lint);
        }
        Ok(lint)
    }

    fn declaration(&self, text: &Arc<Text>) -> Vec<Fault> {
        let faults = Faults::new();
        let _ = declaration_in(&self.workspace.check(self.open), self.path, text, &faults);
        faults.into_sorted()
    }

    /// The settings, with the names in them.
    fn settings(&self, text: &Arc<Text>) -> Vec<Fault> {
        let project = match Project::read(text) {
            Ok(project) => project,
            Err(faults) => return faults,
        };
        let rulebook = self.workspace.rulebook();
        let mut faults = check_gate_names(Some(&project), rulebook).err().unwrap_or_default();
        faults.extend(project.gate.former_names(rulebook));
        faults.extend(project.lint.asked(self.workspace.today).err().unwrap_or_default());
        let linter = &self.workspace.linter;
        faults.extend(project.lint.kinds.iter().filter_map(|own| linter.unknown_kind(&own.kind)));
        // What is there can't be looked for in patterns here; an allowance itself can.
        faults.extend(project.lint.allow(&mut [], &self.workspace.asked(self.path)));
        faults
    }

    /// The faults of a pack, and its examples that fail.
    fn pack(&self, folder: &Path) -> Vec<Fault> {
        let (name, files) = match packs::texts(folder, self.open) {
            Ok(texts) => texts,
            Err(faults) => return faults,
        };
        let own = |path: &str| files.iter().any(|(_, text)| text.name() == path);
        let rulebook = if files.iter().any(|(path, _)| path == "ranks.toml") {
            let files = files.iter().cloned().map(|(path, text)| RuleFile { path, text });
            Packs::alone(&name, files.collect()).rulebook()
        } else {
            Packs::of(vec![(name, files.clone())]).rulebook()
        };
        match rulebook.and_then(|rulebook| failures(&rulebook, &own)) {
            Ok(failures) => failures,
            Err(faults) => faults,
        }
    }

    fn faults(&self, text: &OpenText, faults: &[Fault]) -> Seen {
        let mut seen = Seen::default();
        let name = self.path.display().to_string();
        // A byte-order mark is no part of the texts that faults speak of.
        let mark = text.body().len() - text.body().trim_start_matches('\u{feff}').len();
        for fault in faults {
            let here = fault.text().filter(|own| own.name() == name);
            if fault.text().is_some() && here.is_none() {
                continue;
            }
            let moved = |span: &Span| span.start + mark..span.end + mark;
            let mut spans = here.into_iter().flat_map(|_| fault.spans()).map(moved);
            let span = spans.next();
            let range = span.as_ref().map_or_else(|| text.line(1), |span| text.range(span));
            if let Some(mend) = span.as_ref().and_then(|span| likely(text, span, fault)) {
                seen.mends.push(Mend { of: seen.diagnostics.len(), ..mend });
            }
            let related = spans.map(|span| Related {
                location: Location { uri: self.open.uri(self.path), range: text.range(&span) },
                message: "this has to do with it".to_owned(),
            });
            let related = related.collect();
            let expected = fault.expected().filter(|told| !told.is_empty() && *told != "here");
            let told = [Some(fault.to_string()), expected.map(str::to_owned)];
            let told = told.into_iter().flatten().chain(fault.advice().map(str::to_owned));
            seen.diagnostics.push(Diagnostic {
                range,
                severity: if fault.is_warning() { Severity::Warning } else { Severity::Error },
                code: fault.fault_code().to_owned(),
                source: "msacheck",
                message: told.collect::<Vec<_>>().join("\n"),
                related,
            });
        }
        seen
    }

    fn findings(&self, text: &OpenText, findings: &[Finding]) -> Seen {
        let mut seen = Seen::default();
        let body = text.body().trim_start_matches('\u{feff}');
        let mark = text.body().len() - body.len();
        for finding in findings {
            let words = words_of(body, finding).map(|own| own.start + mark..own.end + mark);
            let range = match &words {
                Some(words) if !words.is_empty() => text.range(words),
                _ => text.line(finding.place.line),
            };
            if let Some(fix) = &finding.fix
                && let Some(words) = words
            {
                seen.mends.push(Mend {
                    of: seen.diagnostics.len(),
                    range: text.range(&words),
                    text: fix.replacement.clone(),
                    safety: Some(fix.safety),
                });
            }
            let told = std::iter::once(finding.message.clone()).chain(finding.help.clone());
            seen.diagnostics.push(Diagnostic {
                range,
                severity: match finding.sensitivity {
                    Sensitivity::Default => Severity::Error,
                    Sensitivity::Pedantic => Severity::Information,
                },
                code: finding.check.to_owned(),
                source: "msacheck",
                message: told.collect::<Vec<_>>().join("\n"),
                related: Vec::new(),
            });
        }
        seen
    }
}

/// The examples of a pack's own files that come out otherwise than they say.
fn failures(rulebook: &Rulebook, own: &dyn Fn(&str) -> bool) -> Result<Vec<Fault>, Vec<Fault>> {
    let all = examples(rulebook)?;
    let of_pack = all.iter().filter(|example| own(&example.place.file));
    let failed = of_pack.filter_map(|example| example.run(rulebook));
    let mut faults: Vec<Fault> =
        failed.map(|failure| failure.fault(why_failed(&failure))).collect();
    let examples = lint_examples(rulebook)?;
    let examples: Vec<_> = examples.iter().filter(|example| own(example.file())).collect();
    if !examples.is_empty() {
        let linter = Linter::new(rulebook)?;
        let slips = examples.iter().filter_map(|own| own.run(&linter).map(|slip| own.fault(&slip)));
        faults.extend(slips);
    }
    Ok(faults)
}

/// What a fault says that was likely meant, written in the place of what stands there.
fn likely(text: &OpenText, span: &Span, fault: &Fault) -> Option<Mend> {
    let meant = fault.advice()?.strip_prefix("did you mean ")?.strip_suffix('?')?;
    let meant = meant.trim_matches(['`', '"']);
    let written = text.body().get(span.clone())?;
    let within = written.len() - written.trim_start_matches(['"', '\'']).len();
    let behind = written.len() - written.trim_end_matches(['"', '\'']).len();
    let own = span.start + within..span.end.checked_sub(behind)?;
    (within <= 1 && behind <= 1 && own.start <= own.end).then(|| Mend {
        of: 0,
        range: text.range(&own),
        text: meant.to_owned(),
        safety: None,
    })
}
