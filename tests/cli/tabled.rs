//! What is asked of a report over the rules as they are: that it is the one of its result, and what
//! this very test is about. How reports look is held by `tests/frozen`, over rules that stay.

use msacheck::assessment::Assessment;
use msacheck::check::AskedRules;
use msacheck::report::{
    Extent, ReportFormat, ReportOptions, TerminalPage, explain_arrangement, explain_requirement,
};
use msacheck::rulebook::Rulebook;
use msacheck::source::Text;
use serde_json::Value;

use crate::workplace::{Run, Workplace};

impl Workplace {
    /// Runs `check` with words split at spaces. What it prints is the table of its result, whatever the
    /// rules ask, and after it what `--explain-gate` says, where that is given.
    pub(crate) fn tabled(&self, line: &str) -> Run {
        let run = self.run(line).fits(80);
        let result = self.bytes(&format!("{line} --format json"));
        let result = Text::new("result.json", String::from_utf8(result).unwrap());
        let result = msacheck::result::read(&result.into()).unwrap();
        let all = line.contains(" --all");
        let look = ReportOptions { all, extent: Some(Extent::Whole), ..ReportOptions::default() };
        let table = (ReportFormat::named("table").unwrap().render)(&result, look).unwrap();
        let table = String::from_utf8(table).unwrap();
        let rest = run.out.strip_prefix(&table).unwrap_or_else(|| panic!("not {table}\n{run}"));
        assert_eq!(rest.is_empty(), !line.contains(" --explain-gate"), "{run}");
        run
    }

    /// The result of a run of `check`, whatever its status.
    pub(crate) fn result(&self, line: &str) -> Value {
        serde_json::from_slice(&self.bytes(&format!("{line} --format json"))).unwrap()
    }
}

impl Run {
    /// Its status and what stood on standard error are those of a golden file. What stood on standard
    /// output, a report over the rules as they are, isn't in it.
    pub(crate) fn golden_but_its_report(mut self, name: &str) -> Self {
        assert!(!self.out.is_empty() && !self.err.is_empty(), "{self}");
        let out = std::mem::replace(&mut self.out, "…\n".to_owned());
        let mut run = self.golden(name);
        run.out = out;
        run
    }

    /// Each of these stands on standard output, however it is laid out.
    pub(crate) fn tells(self, all: &[&str]) -> Self {
        let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let out = folded(&self.out);
        for told in all {
            assert!(out.contains(&folded(told)), "it doesn't tell `{told}`: {self}");
        }
        self
    }
}

/// The names of all requirements in a result, or of those of one outcome or ruling.
pub(crate) fn named(list: &Value, only: impl Fn(&Value) -> bool) -> Vec<&str> {
    let all = list.as_array().unwrap().iter().filter(|one| only(one));
    all.map(|one| one["requirement"].as_str().unwrap()).collect()
}

/// The built-in rules, as they are asked without being asked for.
pub(crate) fn built_in() -> Rulebook {
    AskedRules::built_in().unwrap().rulebook().clone()
}

/// What the library explains of a requirement or an arrangement, in 80 columns; for the force of a
/// result, if there is one.
pub(crate) fn explanation(rulebook: &Rulebook, name: &str, result: Option<&Value>) -> String {
    let assessment = result.map(|result| -> Assessment {
        serde_json::from_value(result.clone()).expect("the result of one force")
    });
    let mut page = TerminalPage::new(80, false);
    match rulebook.vocabulary().arrangement(name) {
        Some(arrangement) => {
            explain_arrangement(&mut page, rulebook, arrangement, assessment.as_ref());
        }
        None => {
            let mut all = rulebook.by_id();
            let own =
                |id: &str| id == name || id.split_once('/').is_some_and(|(_, own)| own == name);
            let versions = all.find(|versions| own(versions[0].id.as_str())).unwrap();
            explain_requirement(&mut page, rulebook, versions, assessment.as_ref());
        }
    }
    page.finish()
}
