//! What a row of the table says of the rules, and how that is looked at.

use std::sync::Arc;

use msacheck::assessment::{Assessment, assess};
use msacheck::checklists;
use msacheck::declaration::{NoSources, load};
use msacheck::proof::lint;
use msacheck::rulebook::{Provision, Requirement, RuleFile, Rulebook};
use msacheck::source::{Faults, Text};
use msacheck::standing::{Day, Derivation, Outcome, Strength, Warrant};

/// A finding: its place in the packs, and what holds there now.
pub(crate) struct Row {
    pub(crate) place: &'static str,
    pub(crate) holds: &'static [Holds],
}

/// Something that holds of the rules.
pub(crate) enum Holds {
    /// For a force of this kind that declares this on that day, the requirement comes out so.
    Comes(&'static str, &'static str, &'static str, &'static str, Outcome),
    /// The version of a requirement that counts on that day says this of itself.
    Says(&'static str, &'static str, &'static [Part]),
    /// A provision has this reason why nothing rests on it, and not that one.
    Reason(&'static str, &'static str, &'static str),
    /// A citation of this part of the Act is let pass, or not.
    Citation(&'static str, bool),
    /// A requirement reaches a force by what is cited here, and within this part of the country alone.
    Reached(&'static str, &'static str, &'static str, Option<&'static str>),
    /// On this day a text of this title, of an instrument, was read before.
    Aged(&'static str, &'static str, &'static str),
    /// An instrument says this of what was read of it.
    InstrumentNotes(&'static str, &'static str),
    /// In no pack is a requirement implied, and yet seen.
    NothingImpliedIsSeen,
}

/// A part of what a requirement says of itself.
#[derive(Debug)]
pub(crate) enum Part {
    Title(&'static str),
    NoTitle(&'static str),
    Binds(Strength),
    Follows(Derivation),
    Warranted(Warrant),
    From(&'static str),
    NotOpen,
    Cites(&'static str),
    CitesNot(&'static str),
    Notes(&'static str),
    NotesNot(&'static str),
}

pub(crate) const TERRITORIAL: &str = "kind = \"territorial\"";
pub(crate) const TRANSPORT: &str = "kind = \"transport\"";
pub(crate) const PORT: &str = "kind = \"territorial\"\nsea-port = true";
pub(crate) const AGENCY: &str = "kind = \"agency\"";
pub(crate) const NATIONAL: &str = "kind = \"national\"";

/// Orders at conviction and no others, which is what a force without a police area can have.
pub(crate) const CONVICTION: &str = r#"prevention-orders = { state = "in place", uses = ["prevention orders at conviction"], uses_complete = true, register = true }"#;

impl Part {
    fn is_of(&self, of: &Requirement) -> bool {
        let note = of.note.as_deref().unwrap_or_default();
        match self {
            Self::Title(text) => of.title.contains(text),
            Self::NoTitle(text) => !of.title.contains(text),
            Self::Binds(strength) => of.strength == *strength,
            Self::Follows(derivation) => of.derivation == *derivation,
            Self::Warranted(warrant) => of.warrant == *warrant,
            Self::From(day) => of.from.to_string() == *day,
            Self::NotOpen => of.until.is_some(),
            Self::Cites(text) => of.citation.contains(text),
            Self::CitesNot(text) => !of.citation.contains(text),
            Self::Notes(text) => note.contains(text),
            Self::NotesNot(text) => !note.contains(text),
        }
    }
}

impl Holds {
    /// What doesn't hold of it.
    pub(crate) fn fails(&self, rulebook: &Rulebook) -> Vec<String> {
        match self {
            Self::Comes(force, day, declared, id, expected) => {
                let came = outcome(rulebook, force, day, declared, id);
                let fails = came != Some(*expected);
                fails.then(|| format!("{id} on {day} came to {came:?}")).into_iter().collect()
            }
            Self::Says(id, day, parts) => {
                let found = version(rulebook, id, day);
                let says = |part: &&Part| found.is_some_and(|found| part.is_of(found));
                let missing = parts.iter().filter(|part| !says(part));
                missing.map(|part| format!("{id} on {day}: {part:?}")).collect()
            }
            Self::Reason(id, has, hasnt) => {
                let is = |p: &&Provision| format!("{}/{}", p.instrument, p.id) == *id;
                let found = rulebook.provisions().iter().find(is);
                let reason = found.and_then(|p| p.no_rule.as_deref()).unwrap_or_default();
                let fails = !reason.contains(has) || reason.contains(hasnt);
                fails.then(|| format!("{id}: {reason}")).into_iter().collect()
            }
            Self::Citation(citation, expected) => {
                let fails = passes(citation) != *expected;
                fails.then(|| format!("{citation}: {}", !expected)).into_iter().collect()
            }
            Self::Reached(force, id, citation, within) => {
                let assessed = assessed(rulebook, force, "2026-01-01", "").unwrap();
                let found = assessed.findings.iter().find(|f| f.requirement.as_str() == *id);
                let named = found.and_then(|found| found.reached_as.as_ref());
                let holds = named.is_some_and(|named| {
                    named.citation.contains(citation) && named.within.as_deref() == *within
                });
                (!holds).then(|| format!("{id}: {named:?}")).into_iter().collect()
            }
            Self::Aged(id, day, title) => {
                let instrument = rulebook.instrument(id).unwrap();
                let texts = instrument.read_before(day.parse().unwrap());
                let aged = texts.iter().any(|text| text.title == *title);
                (!aged).then(|| format!("{id} on {day}: {texts:?}")).into_iter().collect()
            }
            Self::InstrumentNotes(id, text) => {
                let note = rulebook.instrument(id).and_then(|found| found.note.as_deref());
                let fails = !note.unwrap_or_default().contains(text);
                fails.then(|| format!("{id}: {note:?}")).into_iter().collect()
            }
            Self::NothingImpliedIsSeen => {
                let both = |r: &&Requirement| {
                    r.derivation == Derivation::Implied && r.warrant == Warrant::Seen
                };
                rulebook.requirements().iter().filter(both).map(|r| r.id.to_string()).collect()
            }
        }
    }
}

/// The version of a requirement that counts on a day.
fn version<'a>(rulebook: &'a Rulebook, id: &str, day: &str) -> Option<&'a Requirement> {
    let day: Day = day.parse().unwrap();
    rulebook.requirements().iter().find(|r| r.id.as_str() == id && r.in_force_on(day))
}

fn outcome(
    rulebook: &Rulebook,
    force: &str,
    day: &str,
    declared: &str,
    id: &str,
) -> Option<Outcome> {
    let assessed = assessed(rulebook, force, day, declared)?;
    assessed.findings.iter().find(|f| f.requirement.as_str() == id).map(|f| f.outcome)
}

/// A force is Northmarch, unless it says otherwise.
fn assessed(rulebook: &Rulebook, force: &str, day: &str, declared: &str) -> Option<Assessment> {
    let id = if force.starts_with("id = ") { "" } else { "id = \"northmarch\"\n" };
    let text = format!("{declared}\n[force]\nas_of = {day}\n{id}{force}\n");
    let (text, faults) = (Arc::new(Text::new("northmarch.toml", text)), Faults::new());
    let today = "2026-12-31".parse().unwrap();
    let declaration = load(&text, rulebook.vocabulary(), &NoSources, today, &faults)?;
    Some(assess(rulebook, &declaration, None))
}

/// Whether the Act's own provisions let a citation pass. Of its rules none is looked at but the one
/// that cites.
fn passes(citation: &str) -> bool {
    let of_rules = |path: &str| {
        path.contains('/')
            && !path.starts_with("arrangements/")
            && !["instrument", "part-5-victims", "part-7-general"]
                .iter()
                .any(|name| path == format!("act-2015/{name}.toml"))
    };
    let mut files = checklists::files();
    files.retain(|file| !of_rules(&file.path));
    let path = "act-2015/planted.toml";
    let text = format!(
        "[[requirement]]\nid = \"planted\"\ntitle = \"x\"\nprovision = \"s49\"\n\
         citation = \"Modern Slavery Act 2015, {citation}\"\nstrength = \"expectation\"\n\
         bearer = [\"forces\"]\nderivation = \"implied\"\nwarrant = \"inferred\"\n\
         from = 2015-10-15\nneeds = [\"guidance\"]\nremedy = \"x\"\n"
    );
    files.push(RuleFile { path: path.to_owned(), text: Arc::new(Text::new(path, text)) });
    let rulebook = Rulebook::load(&files).unwrap();
    lint(&rulebook).iter().all(|fault| fault.fault_code() != "lint::citation")
}
