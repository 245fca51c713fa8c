//! Whose paper a document is: by its title page, its letterhead, its last lines, who has the copyright, and what its file
//! says. Whom its text mentions, thanks or quotes is no author.

use std::collections::BTreeSet;

use super::phrases::{Phrases, spelt, words};
use super::sound::Sound;
use crate::document::{Block, Document, Kind};
use crate::reading::Reader;
use crate::rulebook::PoliceForce;

/// How many blocks at the top, and at the end, may name who speaks.
const EDGE: usize = 15;
/// How many blocks at the top may be its title.
const TITLE: usize = 4;
/// A line of more words is text.
const LINE: usize = 14;
/// A line with a copyright sign or its like may have more.
const NOTICE: usize = 40;
/// A longer block, in bytes, is none of these.
const LONGEST: usize = 600;
/// The longest name that is told by its last word, in words.
const NAME: usize = 8;

/// Where authors are looked for.
const PLACES: [&str; 6] = [
    "its title",
    "a notice of who made it",
    "what stands at its top",
    "the properties of the file",
    "what it says of its own research",
    "what stands at its end",
];

#[derive(Clone, Copy)]
enum Place {
    Title,
    Notice,
    Top,
    File,
    Research,
    End,
}

/// How many lines of a place name police, and other bodies.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    police: usize,
    other: usize,
}

/// So many lines that name other bodies, and twice as many as name police, list whom a paper is about.
const MANY: usize = 4;
/// So many blocks speak of the paper's own research where it is research.
const STUDIES: usize = 3;

/// Who made a paper whose places name these: what stands at its end, which may be whom to call, counts where no other
/// place says anything.
fn decided(places: &[Count; PLACES.len()]) -> Author {
    let lists = |count: &Count| count.other >= MANY && count.other > 2 * count.police;
    let police = |count: &Count| count.police > 0 && !lists(count);
    let [title, own @ ..] = places;
    let [notice, .., end] = own;
    let before = own.split_last().map_or(&[][..], |(_, before)| before);
    // Who writes a foreword to a paper that has another body's name for its title didn't make it.
    let titled = title.other > 0 && title.police == 0 && notice.police == 0;
    if before.iter().any(police) && !titled {
        return Author::Police;
    }
    let mut others = PLACES.into_iter().skip(1).zip(own).filter(|(_, count)| count.other > 0);
    let by = others.next().map(|(by, _)| by);
    let at_the_end_alone = !titled && before.iter().all(|count| count.other == 0);
    match by {
        _ if at_the_end_alone && police(end) => Author::Police,
        Some(by) => Author::Other { by, surely: others.next().is_some() },
        None => Author::Unknown,
    }
}

/// Who made a document, as far as it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Author {
    /// A police force, or a commissioner.
    Police,
    /// Another body, by which place, and whether several places say so.
    Other { by: &'static str, surely: bool },
    /// Nobody who can be told.
    Unknown,
}

/// What tells authors.
#[derive(Debug)]
pub(super) struct Authors {
    /// The names of forces, in words.
    police: BTreeSet<Vec<String>>,
    /// The longest of them, in words.
    longest: usize,
    bodies: Phrases,
    /// Names that are whole lines.
    whole: BTreeSet<String>,
    makers: Phrases,
    research: Phrases,
    registered: Phrases,
    inspects: Phrases,
    sound: Sound,
}

/// Whom a line names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Named {
    police: bool,
    other: bool,
}

impl Authors {
    pub(super) fn new(reader: &Reader) -> Self {
        let police: BTreeSet<Vec<String>> = reader.forces().iter().flat_map(names).collect();
        let plain = |written: &&str| !written.contains(['{', '*', '|', '[', '.']);
        Self {
            longest: police.iter().map(Vec::len).max().unwrap_or(0),
            police,
            bodies: Phrases::of(reader, "body"),
            whole: reader.written("other").filter(plain).map(|own| words(own).join(" ")).collect(),
            makers: Phrases::of(reader, "maker"),
            research: Phrases::of(reader, "research"),
            registered: Phrases::of(reader, "registered"),
            inspects: Phrases::of(reader, "inspects"),
            sound: Sound::new(reader),
        }
    }

    /// Who made a document.
    pub(super) fn of(&self, document: &Document) -> Author {
        let mut places: [Count; PLACES.len()] = Default::default();
        let mut note = |place: Place, named: Named| {
            if let Some(count) = places.get_mut(place as usize) {
                count.police += usize::from(named.police);
                count.other += usize::from(named.other);
            }
        };
        for name in document.makers.names() {
            note(Place::File, self.named(name));
        }
        let blocks = &document.blocks;
        let end = blocks.len().saturating_sub(EDGE);
        let mut research = 0;
        for (at, block) in blocks.iter().enumerate() {
            let text = block.text();
            if self.research.may_be_in(text) {
                research += usize::from(self.research.found(&words(text)).is_some());
            }
            let top = at < EDGE || block.kind == Kind::Furniture;
            let edge = top || at >= end;
            if text.len() > LONGEST || !edge && !self.may_be_a_notice(text) {
                continue;
            }
            let count = text.split_whitespace().count();
            let lower = words(text);
            if count <= NOTICE && self.is_notice(&lower) {
                let named = self.named(text);
                let other = named.other || self.registered.found(&lower).is_some();
                note(Place::Notice, Named { other, ..named });
            }
            if !edge || count > LINE {
                continue;
            }
            if top && self.inspects.found(&lower).is_some() {
                return Author::Unknown;
            }
            let place = if top { Place::Top } else { Place::End };
            if text.to_lowercase().contains(".police.uk") {
                note(place, Named { police: true, other: false });
            }
            if is_line(block) {
                let named = self.named(text);
                note(place, named);
                if at < TITLE && matches!(block.kind, Kind::Heading(_)) {
                    note(Place::Title, named);
                }
            }
        }
        note(Place::Research, Named { police: false, other: research >= STUDIES });
        decided(&places)
    }

    /// Whether the text, that names nobody, is in the words of a police force.
    pub(super) fn sounds_like_police(&self, document: &Document) -> bool {
        self.sound.is_of_police(document)
    }

    /// Whether the text speaks of a police force by its name, if only to mention it.
    pub(super) fn mentions_police(&self, document: &Document) -> bool {
        document.blocks.iter().any(|block| {
            let text = block.text();
            let named = ["olice", "onstabulary", "POLICE", "CONSTABULARY"];
            named.iter().any(|word| text.contains(word))
                && self.police_at(text, &words(text)).is_some()
        })
    }

    fn may_be_a_notice(&self, text: &str) -> bool {
        text.contains('©') || self.makers.may_be_in(text) || self.registered.may_be_in(text)
    }

    fn is_notice(&self, words: &[String]) -> bool {
        words.iter().take(3).any(|word| word.contains('©'))
            || self.makers.found(words).is_some_and(|found| found.start < 3)
            || self.registered.found(words).is_some()
    }

    /// Whom a line names as its own: "Report to Northmarch Police" names nobody so.
    fn named(&self, line: &str) -> Named {
        let own = words(line);
        if own.is_empty() {
            return Named::default();
        }
        // Commissioners speak for their forces' area; whoever sits with them doesn't.
        let has = |word: &str| own.iter().any(|own| own == word);
        if has("police") && has("crime") && !has("panel") {
            return Named { police: true, other: false };
        }
        if let Some(at) = self.police_at(line, &own) {
            let before = own.get(..at).unwrap_or_default().iter().rev();
            let lead = before.map(String::as_str).find(|word| *word != "the");
            let led = lead.is_some_and(|lead| {
                matches!(lead, "to" | "for" | "with" | "from" | "and" | "dear" | "cc")
            });
            return Named { police: !led, other: false };
        }
        if ["police", "constabulary", "force", "constable"].iter().any(|word| has(word)) {
            return Named::default();
        }
        let whole = own.join(" ");
        let other = self.whole.contains(&whole)
            || self.whole.contains(whole.trim_start_matches("the "))
            || self.bodies.found(&own).is_some_and(|found| is_named(line, &found));
        Named { police: false, other }
    }

    /// Where in a line a force is named.
    fn police_at(&self, line: &str, own: &[String]) -> Option<usize> {
        let known = |at: &usize| {
            (1..=self.longest).any(|length| {
                own.get(*at..*at + length).is_some_and(|words| self.police.contains(words))
            })
        };
        let starts: Vec<bool> =
            spelt(line).map(|word| word.starts_with(char::is_uppercase)).collect();
        let capital = |at: usize| starts.get(at).copied().unwrap_or(false);
        // "Northmarch Police", which no table knows.
        let unknown = |at: &usize| {
            let next = own.get(at + 1).map(String::as_str);
            let name = own.get(*at).map(String::as_str).unwrap_or_default();
            capital(*at)
                && capital(at + 1)
                && matches!(next, Some("police" | "constabulary"))
                && !matches!(
                    name,
                    "the"
                        | "national"
                        | "local"
                        | "uk"
                        | "all"
                        | "and"
                        | "your"
                        | "our"
                        | "call"
                        | "contact"
                )
        };
        (0..own.len()).find(known).or_else(|| (0..own.len()).find(unknown))
    }
}

/// Whether a block is a line that may name who speaks: no sentence, no cell.
fn is_line(block: &Block) -> bool {
    let kind = matches!(block.kind, Kind::Heading(_) | Kind::Paragraph | Kind::Furniture);
    kind && !block.text().ends_with(['.', '?', ';', ':', ','])
}

/// Whether a word that a body's name has stands in a name: "County Council", "University of Northmarch".
fn is_named(line: &str, found: &std::ops::Range<usize>) -> bool {
    let spelt: Vec<&str> = spelt(line).collect();
    let capital =
        |at: usize| spelt.get(at).is_some_and(|word| word.starts_with(char::is_uppercase));
    let before = found.start.checked_sub(1).is_some_and(capital);
    let of = spelt
        .get(found.end)
        .is_some_and(|word| matches!(word.to_lowercase().as_str(), "of" | "for"));
    capital(found.start) && spelt.len() <= 2 * NAME && (before || of && capital(found.end + 1))
}

/// The names of a force, each in its words.
fn names(force: &PoliceForce) -> Vec<Vec<String>> {
    let kinds = ["police", "constabulary", "police service", "police force"];
    let areas = force.areas.iter().flat_map(|area| kinds.map(|kind| format!("{area} {kind}")));
    let also = force.also.iter().filter(|name| name.contains(' ')).cloned();
    let all = std::iter::once(force.name.clone()).chain(also).chain(areas);
    all.map(|name| words(&name)).filter(|words| words.len() > 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklists::reading;
    use crate::document::open;

    fn author(text: &str) -> Author {
        let reader = Reader::kept(reading()).unwrap();
        Authors::new(&reader).of(&open("t.txt", text.as_bytes()).unwrap())
    }

    const TEXT: &str =
        "\n\nThe work against modern slavery goes on. We thank Kent Police for what they did.\n";

    #[test]
    fn who_stands_at_the_edges_of_a_paper_made_it() {
        for other in [
            format!("Northmarch County Council\n\nAnnual report{TEXT}"),
            format!("Annual report{TEXT}\n© 2021 Hope Harbour Trust\n"),
            format!("Annual report{TEXT}\nHope Harbour is a registered charity number 12345.\n"),
            format!("University of Northmarch{TEXT}"),
            format!("Unseen\n\nOur year{TEXT}"),
            format!(
                "Annual report{TEXT}\nYours sincerely\n\nJo Bloggs\n\nHope Harbour Foundation\n"
            ),
        ] {
            assert!(matches!(author(&other), Author::Other { .. }), "{other}");
        }
        for police in [
            format!("Kent Police\n\nAnnual report{TEXT}"),
            format!("Northmarch Constabulary{TEXT}"),
            format!("The Kent Police plan against modern slavery{TEXT}"),
            format!("Police and Crime Commissioner for Northmarch{TEXT}"),
            format!("Our year{TEXT}\nfoi@northmarch.police.uk\n"),
        ] {
            assert_eq!(author(&police), Author::Police, "{police}");
        }
        for nobody in [
            format!("Annual report{TEXT}"),
            format!("Recommendations for Kent Police{TEXT}"),
            format!("HMICFRS\n\nNorthmarch County Council{TEXT}"),
            format!(
                "Annual report{TEXT}Kent Police helped us with all of this work, and so did the council.\n"
            ),
        ] {
            assert_eq!(author(&nobody), Author::Unknown, "{nobody}");
        }
    }
}
