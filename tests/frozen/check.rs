//! A check of frozen declarations, from their texts to the result, by the library alone. Every step
//! that these tests ask of the library stands here.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use msacheck::assessment::Assessment;
use msacheck::check::{
    self as library, AskedActions, AskedRules, Asks, Files, GateAsked, Memory, Packs, PaperReader,
    Selection, settings,
};
use msacheck::report::{Extent, ReportFormat, ReportOptions};
use msacheck::result::{CheckResult, Pack};
use msacheck::rulebook::{RuleFile, Rulebook, from_folder};
use msacheck::source::{Digest, Fault, Text};
use msacheck::standing::Day;

/// The day that counts as today, unless a check says otherwise.
pub(crate) const TODAY: &str = "2026-11-24";

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen").join(name)
}

/// A file of `forces/`.
pub(crate) fn frozen(name: &str) -> String {
    let path = folder("forces").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn files() -> Vec<RuleFile> {
    let files = from_folder(&folder("rules")).expect("the frozen rules can be read");
    // No path of this machine is to stand in a report.
    let known_as = |file: RuleFile| {
        let text = Text::new(format!("rules/{}", file.path), file.text.body().to_owned());
        RuleFile { path: file.path, text: Arc::new(text) }
    };
    files.into_iter().map(known_as).collect()
}

/// All frozen rules, drafts and optional ones among them.
pub(crate) fn all_rules() -> Rulebook {
    Rulebook::load(&files()).unwrap_or_else(|faults| panic!("{}", lines(&faults)))
}

/// The frozen rules that are asked without being asked for.
pub(crate) fn rulebook() -> Rulebook {
    rules(&[], &Memory::new(), day(TODAY)).rulebook().clone()
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(Fault::one_line).collect::<Vec<_>>().join("\n")
}

/// The frozen rules alone, as they are asked without being asked for.
fn rules(confirmations: &[PathBuf], files: &dyn Files, today: Day) -> AskedRules {
    let asks = Asks { confirmations, ..Asks::default() };
    let asked = Packs::alone("rules", self::files()).asked(&asks, files, today);
    asked.unwrap_or_else(|faults| panic!("{}", lines(&faults)))
}

/// What reads papers by the frozen cues.
pub(crate) fn reader() -> PaperReader {
    let today = day(TODAY);
    PaperReader::new(&rules(&[], &Memory::new(), today), today).unwrap()
}

/// What is checked, by what, and when.
#[derive(Clone)]
pub(crate) struct Check {
    inputs: Vec<(String, String)>,
    settings: Option<String>,
    baseline: Option<String>,
    confirmations: Option<String>,
    actions: Option<String>,
    assessed_on: Option<Day>,
    today: Day,
    instruments: Vec<String>,
    missing: usize,
}

impl Check {
    /// Of files in `forces/`.
    pub(crate) fn of(names: &[&str]) -> Self {
        let inputs = names.iter().map(|name| ((*name).to_owned(), frozen(name))).collect();
        Self {
            inputs,
            settings: None,
            baseline: None,
            confirmations: None,
            actions: None,
            assessed_on: None,
            today: day(TODAY),
            instruments: Vec::new(),
            missing: 0,
        }
    }

    /// Of a declaration, too, that stands in no file.
    pub(crate) fn and(mut self, name: &str, body: impl Into<String>) -> Self {
        self.inputs.push((name.to_owned(), body.into()));
        self
    }

    /// Behind the gate and with the waivers of these settings.
    pub(crate) fn gated(self, settings: impl Into<String>) -> Self {
        Self { settings: Some(settings.into()), ..self }
    }

    /// Against this baseline.
    pub(crate) fn against(self, baseline: impl Into<String>) -> Self {
        Self { baseline: Some(baseline.into()), ..self }
    }

    /// By rules of which holders of the full texts say this.
    pub(crate) fn confirmed(self, confirmations: impl Into<String>) -> Self {
        Self { confirmations: Some(confirmations.into()), ..self }
    }

    /// With this plan of action, which settings name.
    pub(crate) fn planned(mut self, actions: impl Into<String>) -> Self {
        let settings = self.settings.take().unwrap_or_default();
        self.settings = Some(format!("actions = \"actions.toml\"\n{settings}"));
        Self { actions: Some(actions.into()), ..self }
    }

    pub(crate) fn assessed_on(self, on: &str) -> Self {
        Self { assessed_on: Some(day(on)), ..self }
    }

    pub(crate) fn today(self, today: &str) -> Self {
        Self { today: day(today), ..self }
    }

    /// Of the requirements of one instrument alone.
    pub(crate) fn only(mut self, instrument: &str) -> Self {
        self.instruments.push(instrument.to_owned());
        self
    }

    /// With so many inputs that came to nothing.
    pub(crate) fn missing(self, missing: usize) -> Self {
        Self { missing, ..self }
    }

    /// Its files: no other is read.
    fn files(&self) -> Memory {
        let own = [
            ("msacheck.toml", &self.settings),
            ("baseline.toml", &self.baseline),
            ("read.toml", &self.confirmations),
            ("actions.toml", &self.actions),
        ];
        let own = own.into_iter().filter_map(|(name, text)| Some((name, text.as_deref()?)));
        let inputs = self.inputs.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let source = Memory::new().with("answer.txt", frozen("answer.txt"));
        own.chain(inputs).fold(source, |files, (name, text)| files.with(name, text))
    }

    fn rules(&self, files: &Memory) -> AskedRules {
        let confirmations: Vec<PathBuf> =
            self.confirmations.iter().map(|_| PathBuf::from("read.toml")).collect();
        rules(&confirmations, files, self.today)
    }

    /// The digests of the rules that it asks.
    pub(crate) fn digests(&self) -> Vec<Digest> {
        self.rules(&self.files()).digests()
    }

    /// The rules that it asks.
    pub(crate) fn rulebook(&self) -> Rulebook {
        self.rules(&self.files()).rulebook().clone()
    }

    /// What it comes to. The program, its version and the digest of its rules are made up: no golden
    /// file is to change with a release, or with a title that it doesn't show.
    pub(crate) fn result(&self) -> CheckResult {
        let sound = |faults: Vec<Fault>| -> ! { panic!("{}", lines(&faults)) };
        let files = self.files();
        let rules = self.rules(&files);
        let project = settings(&files, None).unwrap_or_else(|faults| sound(faults));
        let asked = GateAsked {
            baseline: self.baseline.as_ref().map(|_| PathBuf::from("baseline.toml")),
            ..GateAsked::default()
        };
        let gate = asked.gate(project.as_ref(), &rules, &files);
        let gate = gate.unwrap_or_else(|faults| sound(faults));
        let actions = AskedActions::of(project.as_ref(), &rules, &files);
        let actions = actions.unwrap_or_else(|faults| sound(faults));
        let selection = Selection::new(rules.rulebook(), &self.instruments, &[], &[]);
        let inputs = self.inputs.iter().map(|(name, _)| PathBuf::from(name));
        let missing = (0..self.missing).map(|at| PathBuf::from(format!("nowhere-{at}.toml")));
        let checked = library::Check::new(&rules, &files, self.today)
            .as_of(self.assessed_on)
            .only(selection.unwrap_or_else(|faults| sound(faults)))
            .project(project.as_ref())
            .gated(gate.as_ref())
            .planned(actions.as_ref())
            .run(&inputs.chain(missing).collect::<Vec<_>>());
        let checked = checked.unwrap_or_else(|faults| sound(faults));
        let errors = checked.faults.iter().filter(|fault| !fault.is_warning());
        assert_eq!(errors.count(), self.missing, "{}", lines(&checked.faults));
        let mut result = checked.result;
        result.run.program = "msacheck 1.2.3".to_owned();
        result.run.rules.packs = vec![Pack {
            pack: "built-in".to_owned(),
            version: Some("1.2.3".to_owned()),
            sha256: Digest::of(b"the frozen rules"),
        }];
        result
    }

    /// Its assessments.
    pub(crate) fn assessments(&self) -> Vec<Assessment> {
        self.result().assessments.into_iter().map(|gated| gated.assessment).collect()
    }
}

/// How a report looks in a file.
pub(crate) const OPTIONS: ReportOptions = ReportOptions {
    width: 80,
    colour: false,
    all: false,
    with_suppressed: false,
    ungated: false,
    extent: Some(Extent::Whole),
};

/// A report of a result.
pub(crate) fn rendered(format: &str, result: &CheckResult, options: ReportOptions) -> Vec<u8> {
    let format = ReportFormat::named(format).expect("a format of that name");
    (format.render)(result, options).unwrap()
}

/// The same as text.
pub(crate) fn report(format: &str, result: &CheckResult) -> String {
    String::from_utf8(rendered(format, result, OPTIONS)).expect("a format that is text")
}

/// The table of a check, as a terminal of so many columns shows it.
pub(crate) fn table(check: &Check, width: usize) -> String {
    let options = ReportOptions { width, ..OPTIONS };
    String::from_utf8(rendered("table", &check.result(), options)).unwrap()
}
