//! A declaration drafted out of what was read, for a person to go through.

use std::fmt::Write as _;

use super::comment::one_line as tidy;
use super::details::{Detail, details};
use super::template::none;
use super::write::{evidence, force, line};
use super::{Contradiction, Declaration, Declared, Evidence, Said, SourceId, Sources, Why};
use crate::rulebook::{ArrangementId, Vocabulary};
use crate::source::{Quotable, quoted};
use crate::standing::{ForceKind, State};

/// What a draft is made of.
#[derive(Clone, Debug)]
pub struct Drafted {
    /// What was read.
    pub declaration: Declaration,
    /// What the reader left to a person, and what it overruled.
    pub remarks: Vec<Remark>,
    /// Whether no table knows the force, so that its kind is a guess.
    pub kind_is_a_guess: bool,
    /// What must be known of `as_of`.
    pub about_as_of: String,
}

/// Words of an arrangement that didn't make its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The arrangement that they may speak of.
    pub arrangement: ArrangementId,
    /// Why they didn't, or can't be told.
    pub why: String,
    /// Whether a person must decide what they say.
    pub undecided: bool,
    /// The words, with their source.
    pub evidence: Evidence,
}

const HEAD: &str = "\
# Drafted from papers by `msacheck read --draft`: what they declare, with the words that say so. Read each quote
# before you rely on it, correct what was read wrongly, and add what you know. What isn't here counts as not
# stated. Then: msacheck check FILE

";

/// Writes a draft, which loads and checks. Quotes are looked up in `sources`, as loading will do:
/// one that wouldn't be found is told in a comment, and its evidence is cited.
#[must_use]
pub fn draft(drafted: &Drafted, vocabulary: &Vocabulary, sources: &dyn Sources) -> String {
    let declaration = &drafted.declaration;
    let mut out = HEAD.to_owned();
    head(&mut out, drafted, vocabulary);
    let texts: Vec<(SourceId, Quotable)> = declaration
        .sources
        .iter()
        .filter_map(|source| {
            let text = sources.read(source.file.as_ref()?).ok()?;
            Some((source.id.clone(), Quotable::new(text)))
        })
        .collect();
    for source in &declaration.sources {
        out.push('\n');
        super::write::source(&mut out, source);
    }
    let mut any = false;
    for arrangement in vocabulary.arrangements() {
        let stated = declaration
            .on(arrangement.id.as_str())
            .filter(|declared| declared.state != State::NotStated);
        let remarks: Vec<&Remark> =
            drafted.remarks.iter().filter(|one| one.arrangement == arrangement.id).collect();
        if stated.is_none() && remarks.is_empty() {
            continue;
        }
        any = true;
        let _ = writeln!(out, "\n# {}: {}", tidy(&arrangement.title), tidy(&arrangement.question));
        let overruled = declaration.contradictions.iter();
        for contradiction in overruled.filter(|c| c.arrangement == arrangement.id) {
            comment(&mut out, &overrules(contradiction));
            contradiction.overruled.evidence.iter().for_each(|piece| words(&mut out, piece));
        }
        for remark in &remarks {
            let lead = if remark.undecided { "a person must decide" } else { "doesn't count" };
            comment(&mut out, &format!("{lead}: {}", remark.why));
            words(&mut out, &remark.evidence);
        }
        match stated {
            Some(declared) => {
                let details =
                    details(arrangement, declared.state, &declared.evidence, vocabulary.ranks());
                table(&mut out, &arrangement.id, declared, &details, &texts);
            }
            None => {
                let _ = write!(out, "# [{}]\n# state = \"…\"\n", arrangement.id);
                let pieces: Vec<String> =
                    remarks.iter().map(|one| super::write::piece(&one.evidence)).collect();
                let _ = writeln!(out, "# evidence = [{}]", tidy(&pieces.join(", ")));
            }
        }
    }
    if !any {
        out.push_str("\n# Nothing was read that the force says of its own arrangements.\n");
    }
    out
}

fn head(out: &mut String, drafted: &Drafted, vocabulary: &Vocabulary) {
    let own = &drafted.declaration.force;
    force(out, own, |out| {
        let kind = own.kind.to_string();
        if drafted.kind_is_a_guess {
            let kinds = "territorial, transport, agency, defence or nuclear";
            let _ = writeln!(out, "kind = {}   # a person must decide: {kinds}", quoted(&kind));
        } else {
            line(out, "kind", &quoted(&kind));
        }
    });
    let about = tidy(&drafted.about_as_of);
    if !about.is_empty() {
        let _ = writeln!(out, "# as_of: {about}");
    }
    let known: Vec<_> = own.known.iter().filter(|fact| fact.holds_on(own.as_of)).collect();
    if own.kind == ForceKind::Territorial {
        let beside = if known.is_empty() { "" } else { ", unless the table of forces knows it" };
        let _ = writeln!(
            out,
            "# Say whether sea-port, airport and guardian-service hold (true or false): what is left \
             out counts as yes{beside}."
        );
    }
    for fact in known {
        let source = fact.source.as_deref().map(|of| format!(" ({of})")).unwrap_or_default();
        let said = format!("by the table of forces, {} is {}{source}", fact.attribute, fact.is);
        comment(out, &said);
    }
    none(out, vocabulary);
}

fn table(
    out: &mut String,
    id: &ArrangementId,
    declared: &Declared,
    details: &[Detail],
    texts: &[(SourceId, Quotable)],
) {
    let mut pieces: Vec<Evidence> = Vec::new();
    for piece in &declared.evidence {
        let text = texts.iter().find(|(source, _)| *source == piece.source);
        let (proved, quoted) = proved(piece, text.map(|(_, text)| text));
        if !quoted {
            comment(out, "these words aren't found as they stand, so that they are only cited:");
            words(out, piece);
        }
        if !pieces.contains(&proved) {
            pieces.push(proved);
        }
    }
    let _ = writeln!(out, "[{id}]");
    line(out, "state", &quoted(&declared.state.to_string()));
    for detail in details {
        let _ = writeln!(out, "{} = {}   # “{}”", detail.field, detail.value, tidy(&detail.words));
    }
    evidence(out, &pieces);
}

/// Evidence whose quote will be found in its source, if only as a whole line there; else without
/// the quote. And whether it has one.
fn proved(piece: &Evidence, text: Option<&Quotable>) -> (Evidence, bool) {
    let (Some(quote), Some(text)) = (&piece.quote, text) else { return (piece.clone(), true) };
    if text.find(quote).is_ok() {
        return (piece.clone(), true);
    }
    let number = piece.line.and_then(|line| usize::try_from(line - 1).ok());
    let whole = number.and_then(|number| text.text().body().lines().nth(number)).map(tidy);
    let whole = whole.filter(|whole| whole.contains(&tidy(quote)) && text.find(whole).is_ok());
    let found = whole.is_some();
    (Evidence { quote: whole, ..piece.clone() }, found)
}

fn overrules(contradiction: &Contradiction) -> String {
    let Contradiction { counts, overruled, why, .. } = contradiction;
    let because = match why {
        Why::Later => "which is later, counts",
        Why::Stronger | Why::Limited => "of the same day, counts",
        Why::Declared => "declares otherwise",
    };
    format!("{} says \"{}\"; {}, {because}", dated(overruled), overruled.state, dated(counts))
}

fn dated(said: &Said) -> String {
    match said.date {
        Some(date) => format!("{} ({date})", said.file),
        None => format!("{} (undated)", said.file),
    }
}

fn words(out: &mut String, piece: &Evidence) {
    let page = piece.page.map(|page| format!(", p. {page}")).unwrap_or_default();
    let line = piece.line.map(|line| format!(", line {line}")).unwrap_or_default();
    let quote = piece.quote.as_deref().unwrap_or_default();
    comment(out, &format!("  “{}” ({}{page}{line})", tidy(quote), piece.source));
}

fn comment(out: &mut String, text: &str) {
    let indent = if text.starts_with(' ') { "  " } else { "" };
    let _ = writeln!(out, "# {indent}{}", tidy(text));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::*;
    use crate::checklists;
    use crate::declaration::{Force, NoSources, Paper, load};
    use crate::document::open;
    use crate::reading::{ArrangementRead, Passage, Reading};
    use crate::source::{Fault, Faults, Text};
    use crate::standing::Day;

    const ANSWER: &str = "OnePaper\n\nWe have a lead.\n\nNo budget\n\n- A team\n";

    struct OnePaper;

    impl Sources for OnePaper {
        fn read(&self, _: &str) -> Result<Arc<Text>, Fault> {
            Ok(Arc::new(Text::new("answer.txt", ANSWER)))
        }
    }

    fn today() -> Day {
        "2026-11-24".parse().unwrap()
    }

    /// A draft in which each arrangement has these words for evidence.
    fn drafted(stated: &[(&str, State, &str)]) -> Drafted {
        let paper = Paper::new(open("answer.txt", ANSWER.as_bytes()).unwrap().into());
        let rulebook = checklists::rulebook().unwrap();
        let id = |id: &str| rulebook.vocabulary().arrangement(id).unwrap().id.clone();
        let words = |quote: &str| {
            let blocks = &paper.document().blocks;
            let block = blocks.iter().find(|block| block.text().contains(quote)).unwrap();
            Passage { quote: quote.to_owned(), spot: block.spot(block.text().find(quote).unwrap()) }
        };
        let arrangements = stated.iter().map(|(arrangement, state, quote)| ArrangementRead {
            arrangement: id(arrangement),
            state: *state,
            evidence: vec![words(quote)],
            overruled: Vec::new(),
            unsure: Vec::new(),
        });
        let reading = Reading {
            force: None,
            force_name: None,
            speaks: true,
            arrangements: arrangements.collect(),
            statements: Vec::new(),
            overfull: false,
        };
        let force = Force::named("Northmarch Police", today()).unwrap();
        let undecided = words("A team");
        let remark = Remark {
            arrangement: id("investigative-capacity"),
            why: "it is\nboth \u{1b}denied and planned".to_owned(),
            undecided: true,
            evidence: paper.piece(&undecided.quote, undecided.spot, None),
        };
        Drafted {
            declaration: paper.declaration(&reading, force, None),
            remarks: vec![remark],
            kind_is_a_guess: true,
            about_as_of: String::new(),
        }
    }

    /// The draft, and the basis of each arrangement when it is loaded.
    fn loaded(drafted: &Drafted, sources: &dyn Sources) -> (String, BTreeMap<String, String>) {
        let rulebook = checklists::rulebook().unwrap();
        let text = draft(drafted, rulebook.vocabulary(), sources);
        let faults = Faults::new();
        let named = Arc::new(Text::new("draft.toml", text.clone()));
        let loaded = load(&named, rulebook.vocabulary(), sources, today(), &faults);
        let declaration = loaded.unwrap_or_else(|| panic!("{:?}\n{text}", faults.into_sorted()));
        let declared = declaration.declared.iter();
        let bases = declared.map(|(id, one)| (id.to_string(), one.basis().to_string()));
        (text, bases.collect())
    }

    #[test]
    fn a_short_quote_is_a_whole_line_or_only_cited() {
        let drafted = drafted(&[
            ("lead", State::InPlace, "We have a lead."),
            ("budget", State::Absent, "No budget"),
            ("training", State::Partial, "a lead"),
            ("guidance", State::Partial, "A team"),
        ]);
        let (text, bases) = loaded(&drafted, &OnePaper);
        let bases: Vec<(&str, &str)> =
            bases.iter().map(|(id, basis)| (id.as_str(), basis.as_str())).collect();
        // "A team" stands behind a bullet: its whole line has that, too.
        let expected = [
            ("budget", "quoted"),
            ("guidance", "quoted"),
            ("lead", "quoted"),
            ("training", "quoted"),
        ];
        assert_eq!(bases, expected, "{text}");
        let (text, bases) = loaded(&drafted, &NoSources);
        assert!(bases.values().all(|basis| basis == "cited"), "{text}");
    }

    #[test]
    fn what_a_person_must_decide_is_a_comment() {
        let (text, bases) = loaded(&drafted(&[]), &OnePaper);
        assert!(bases.is_empty());
        for line in [
            "# a person must decide: it is both \u{fffd}denied and planned",
            "# [investigative-capacity]",
            "# state = \"…\"",
            "kind = \"territorial\"   # a person must decide: territorial, transport, agency, defence or nuclear",
        ] {
            assert!(text.lines().any(|own| own == line), "{line}\n{text}");
        }
    }
}
