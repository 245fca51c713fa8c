//! `msacheck.toml`: what a project checks, with which rules, behind which gate.

mod added;
mod edited;
mod lint;
mod passed;
mod template;

pub use added::with_checked;
pub use edited::{NewWaiver, SettingsEdit, edited_settings};
pub use lint::{Allow, KindOf, LintSettings};
pub use template::{gate, template};

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::gate::Settings;
use crate::result::RULE;
use crate::source::{Fault, Faults, Table, Text, parse_toml};

/// The name of the file, in the current folder. Parent folders aren't looked at.
pub const FILE_NAME: &str = "msacheck.toml";

/// A project's settings. Paths are taken from the folder of the file.
#[derive(Clone, Debug)]
pub struct Project {
    /// Its file.
    pub text: Arc<Text>,
    /// What `check` without arguments checks.
    pub check: Vec<PathBuf>,
    /// Folders of rule packs beside the built-in ones.
    pub rules: Vec<PathBuf>,
    /// Files of confirmations, by those who hold the full texts.
    pub confirmations: Vec<PathBuf>,
    /// Folders outside of its own in which sources may be.
    pub allow_outside: Vec<PathBuf>,
    /// What it says of the gate.
    pub gate: Settings,
    /// The file of the baseline.
    pub baseline: Option<PathBuf>,
    /// The file of the plan of action.
    pub actions: Option<PathBuf>,
    /// The file that lists papers.
    pub papers: Option<PathBuf>,
    /// What it says of the checks of documents.
    pub lint: LintSettings,
    /// Where the rules are to be read, with `{rule}` for the name of one.
    pub docs: Option<String>,
}

impl Project {
    /// The folder of its file.
    #[must_use]
    pub fn folder(&self) -> &Path {
        Path::new(self.text.name()).parent().unwrap_or(Path::new(""))
    }

    /// The settings that a text holds; paths are taken from the folder of its file.
    ///
    /// # Errors
    ///
    /// Every fault of the text.
    pub fn read(text: &Arc<Text>) -> Result<Self, Vec<Fault>> {
        let folder = Path::new(text.name()).parent().unwrap_or(Path::new(""));
        let faults = Faults::new();
        let parsed = parse_toml(text, &faults);
        let table = Table::root(&parsed, text, &faults);
        let paths = |key: &'static str| -> Vec<PathBuf> {
            table.texts(key).into_iter().map(|path| folder.join(path.value)).collect()
        };
        let gate = Settings::read(&table);
        let project = Self {
            text: Arc::clone(text),
            check: paths("check"),
            rules: paths("rules"),
            confirmations: paths("confirmations"),
            allow_outside: paths("allow-outside"),
            actions: table.text_of("actions").map(|file| folder.join(file.value)),
            papers: table.text_of("papers").map(|file| folder.join(file.value)),
            baseline: gate.baseline.as_ref().map(|file| folder.join(file)),
            lint: LintSettings::read(&table, folder),
            docs: table.get("report").and_then(|item| item.table()).and_then(docs),
            gate,
        };
        table.finish();
        if faults.has_errors() { Err(faults.into_sorted()) } else { Ok(project) }
    }
}

/// The address at which rules are to be read, as `[report] docs` gives it.
fn docs(report: Table<'_>) -> Option<String> {
    let found = report.text_of("docs");
    let fit = |address: &str| {
        let known = address.starts_with("https://") || address.starts_with("http://");
        known
            && address.contains(RULE)
            && !address.chars().any(|c| c.is_whitespace() || c.is_control())
    };
    if let Some(docs) = found.as_ref().filter(|docs| !fit(&docs.value)) {
        report.push(
            Fault::new(
                "settings::not-an-address",
                report.text(),
                docs.span.clone(),
                format!("`{}` is no address of a rule", docs.value),
                "expected an address with the place of a rule's name in it",
            )
            .help("such as `docs = \"https://rules.example/{rule}.html\"`"),
        );
    }
    report.finish();
    found.map(|docs| docs.value)
}
