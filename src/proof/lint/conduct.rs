//! A title that says what is done, of a rule whose needs test only that it is laid down.
//!
//! By which words both are told stands in `titles.toml` of a pack, since it is a matter of language.

use crate::rulebook::{Arrangement, Ask, Need, Requirement, RuleFile, Rulebook};
use crate::source::{Fault, Faults, Table, parse_toml};

/// The file of a pack in which the words stand.
const FILE: &str = "titles.toml";

/// The words by which a title and a question are told.
#[derive(Default)]
struct Telling {
    /// Say that something is done.
    conduct: Vec<String>,
    /// Say that it is laid down.
    procedure: Vec<String>,
}

pub(super) fn lint(rulebook: &Rulebook) -> Vec<Fault> {
    let faults = Faults::new();
    let mut telling = Telling::default();
    for file in rulebook.files().iter().filter(|file| file.path == FILE) {
        telling.add(file, &faults);
    }
    let mut found = faults.into_sorted();
    let requirements = rulebook.requirements().iter();
    found.extend(requirements.filter_map(|requirement| check(rulebook, requirement, &telling)));
    found
}

impl Telling {
    fn add(&mut self, file: &RuleFile, faults: &Faults) {
        let parsed = parse_toml(&file.text, faults);
        let table = Table::root(&parsed, &file.text, faults);
        let words = |key| table.texts(key).into_iter().map(|found| spaced(&found.value));
        self.conduct.extend(words("conduct"));
        self.procedure.extend(words("procedure"));
        table.finish();
    }

    fn is_procedure(&self, text: &str) -> bool {
        let text = spaced(text);
        self.procedure.iter().any(|phrase| text.contains(phrase.as_str()))
    }
}

fn check(rulebook: &Rulebook, requirement: &Requirement, telling: &Telling) -> Option<Fault> {
    let title = spaced(&requirement.title);
    let claims = telling.conduct.iter().find(|phrase| title.contains(phrase.as_str()));
    let hedged = telling.is_procedure(&requirement.title);
    let mut asks = requirement.needs.iter().flat_map(Need::asks);
    let tested = asks.all(|ask| {
        let arrangement = rulebook.vocabulary().arrangement(ask.arrangement.as_str());
        arrangement.is_some_and(|arrangement| tests_procedure(arrangement, ask, telling))
    });
    let id = &requirement.id;
    let claims = claims.filter(|_| !hedged && tested);
    let (message, label) = match (claims, &requirement.conduct) {
        (Some(phrase), None) => (
            format!("the title of `{id}` says “{}”, its needs test a procedure", phrase.trim()),
            "claims more than is tested",
        ),
        (None, Some(_)) => (
            format!("`{id}` says why its title may speak of what is done, and it doesn't"),
            "`conduct` is too much",
        ),
        _ => return None,
    };
    let fault = requirement.fault("lint::conduct", message, label);
    Some(fault.help("let the title say that it is laid down, or say in `conduct` why it may stand"))
}

/// Whether everything that is asked of an arrangement is that something is laid down.
fn tests_procedure(arrangement: &Arrangement, ask: &Ask, telling: &Telling) -> bool {
    let mut fields = ask.conditions().map(|condition| arrangement.tested(condition.field.as_str()));
    ask.conditions().next().is_some()
        && fields.all(|field| field.is_some_and(|field| telling.is_procedure(&field.question)))
}

/// A text in small letters, each word between spaces: a phrase is found in it as whole words.
fn spaced(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |text, word| text + word + " ")
}
