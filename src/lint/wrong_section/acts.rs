//! Which Act a section is of, and what that Act has.

use super::reference::Reference;
use crate::lint::data::{Data, Phrases, patterns};
use crate::lint::page::{Page, Sentence};
use crate::reading::WordForm;
use crate::rulebook::Pattern;
use crate::source::{Span, Table};
use crate::standing::Day;

/// An Act that documents name.
#[derive(Debug)]
pub(super) struct Act {
    pub called: String,
    patterns: Vec<Pattern>,
    /// What it has, where the rules know that; else only what of it is gone is known.
    pub provisions: Vec<Known>,
    gone: Vec<Gone>,
}

/// A provision of an Act.
#[derive(Debug)]
pub(super) struct Known {
    id: String,
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub subsections: Option<i64>,
    /// Whether it doesn't extend to England and Wales.
    pub elsewhere: bool,
}

/// Provisions that others replaced.
#[derive(Debug)]
pub(super) struct Gone {
    sections: Vec<String>,
    pub until: Day,
    pub instead: String,
}

#[derive(Debug)]
pub(super) struct Acts {
    acts: Vec<Act>,
    phrases: Phrases,
    /// What speaks of a section as of the law of today.
    present: Phrases,
}

impl Acts {
    pub(super) fn new(data: &mut Data<'_>) -> Self {
        let (mut acts, mut present): (Vec<Act>, Vec<Pattern>) = Default::default();
        data.each(|root| {
            acts.extend(root.tables("act").into_iter().filter_map(|table| read(data, table)));
            present.extend(patterns(root, "present"));
        });
        let phrases = data.phrases(acts.iter().map(|act| act.patterns.as_slice()));
        let present = data.phrases([&*present]);
        Self { acts, phrases, present }
    }

    /// Whether a sentence speaks of the law as it is today.
    pub(super) fn is_present(&self, page: &Page<'_>, sentence: &Sentence) -> bool {
        page.struck_in(sentence, &self.present).next().is_some()
    }

    /// The Act that a section is said to be of: named right behind it, or right before it; where the sentence
    /// names "the Act" and the document only one, that.
    pub(super) fn of<'a>(
        &'a self,
        page: &Page<'_>,
        sentence: &Sentence,
        named: &Reference,
        all: &[Reference],
        alone: Option<&'a Act>,
    ) -> Option<&'a Act> {
        let text = page.text(sentence.block);
        // The list that it stands in has one Act: "sections 1, 2 and 4 of the Act".
        let mut end = named.words.end;
        for other in all.iter().filter(|other| other.words.start > named.words.start) {
            let joined = (end..other.words.start)
                .all(|at| sentence.is(text, at, &[",", "and", "or", "&", "to"]));
            if joined {
                end = other.words.end;
            }
        }
        let behind = skip(sentence, text, end, &["of", "in", "under", "the", "(", ",", "–"]);
        let hits: Vec<(usize, Span)> = page.struck_in(sentence, &self.phrases).collect();
        if let Some((entry, _)) =
            hits.iter().filter(|(_, at)| at.start == behind).max_by_key(|(_, at)| at.end)
        {
            return self.acts.get(*entry);
        }
        let before =
            hits.iter().filter(|(_, at)| at.end <= named.words.start).max_by_key(|(_, at)| at.end);
        if let Some((entry, at)) = before {
            let between = at.end..named.words.start;
            let year = |at: usize| {
                sentence.form(at) == Some(WordForm::Number) && sentence.word(text, at).len() == 4
            };
            let near = between.len() <= 3
                && between.clone().all(|at| {
                    year(at)
                        || sentence.is(
                            text,
                            at,
                            &[",", "(", ":", "–", "-", "'", "under", "in", "at"],
                        )
                });
            if near && !self.is_of_another(sentence, text, end) {
                return self.acts.get(*entry);
            }
        }
        let the_act = sentence.is(text, behind, &["act"]) && behind > end;
        alone.filter(|_| the_act)
    }

    /// Whether a section is said to be of "the Act", and no more.
    pub(super) fn is_the_act(
        &self,
        page: &Page<'_>,
        sentence: &Sentence,
        named: &Reference,
    ) -> bool {
        let text = page.text(sentence.block);
        let behind = skip(sentence, text, named.words.end, &["of", "in", "under", "the"]);
        behind > named.words.end && sentence.is(text, behind, &["act"])
    }

    /// Whether something else is named behind a section, or before it, that it is of.
    pub(super) fn names_another(
        &self,
        page: &Page<'_>,
        sentence: &Sentence,
        named: &Reference,
    ) -> bool {
        let text = page.text(sentence.block);
        let act = |at: usize| {
            sentence.is(
                text,
                at,
                &[
                    "act",
                    "regulations",
                    "bill",
                    "foi",
                    "foia",
                    "pace",
                    "ripa",
                    "policy",
                    "document",
                ],
            )
        };
        self.is_of_another(sentence, text, named.words.end)
            || (0..sentence.len()).any(|at| act(at) && !self.is_ours(page, sentence, at))
    }

    fn is_ours(&self, page: &Page<'_>, sentence: &Sentence, at: usize) -> bool {
        page.struck_in(sentence, &self.phrases).any(|(entry, words)| {
            words.contains(&at)
                && self.acts.get(entry).is_some_and(|act| !act.provisions.is_empty())
        })
    }

    /// Whether a section goes on with "of" and something that isn't known.
    fn is_of_another(&self, sentence: &Sentence, text: &str, end: usize) -> bool {
        sentence.is(text, end, &["of"])
    }

    /// The one Act with known provisions, where a document names no other Act.
    pub(super) fn only_act_of(&self, page: &Page<'_>) -> Option<&Act> {
        let mut ours = None;
        for sentence in &page.sentences {
            let text = page.text(sentence.block);
            for at in 1..sentence.len() {
                if sentence.word(text, at) != "Act" {
                    continue;
                }
                let known =
                    page.struck_in(sentence, &self.phrases).find(|(_, words)| words.contains(&at));
                match known {
                    Some((entry, _)) => {
                        let act = self.acts.get(entry)?;
                        if act.provisions.is_empty()
                            || ours.is_some_and(|own: &Act| own.called != act.called)
                        {
                            return None;
                        }
                        ours = Some(act);
                    }
                    None if sentence.is(text, at - 1, &["the", "this", "that", "said"]) => {}
                    None => return None,
                }
            }
        }
        ours
    }
}

impl Act {
    /// A provision by its id.
    pub(super) fn provision(&self, id: &str) -> Option<&Known> {
        self.provisions.iter().find(|known| known.id == id)
    }

    /// What took the place of a section.
    pub(super) fn gone(&self, named: &Reference) -> Option<&Gone> {
        let ids = named.ids();
        self.gone.iter().find(|gone| gone.sections.iter().any(|own| ids.contains(own)))
    }

    /// What it has: "it has sections 1 to 62 and Schedules 1 to 5".
    pub(super) fn extent(&self) -> String {
        let last = |kind: &str| -> u32 {
            let own = self
                .provisions
                .iter()
                .filter_map(|known| known.id.strip_prefix(kind)?.parse().ok());
            own.max().unwrap_or_default()
        };
        format!("it has sections 1 to {} and Schedules 1 to {}", last("s"), last("sch"))
    }
}

/// The first word behind some that aren't these.
fn skip(sentence: &Sentence, text: &str, mut at: usize, words: &[&str]) -> usize {
    let most = at + 4;
    while at < most && sentence.is(text, at, words) {
        at += 1;
    }
    at
}

fn read(data: &Data<'_>, table: Table<'_>) -> Option<Act> {
    let called = table.required_text("called");
    let names = patterns(&table, "names");
    let instrument = table.text_of("instrument");
    let gone: Vec<Gone> = table.tables("gone").into_iter().filter_map(read_gone).collect();
    table.finish();
    let provisions = instrument.map(|id| {
        let known = data.provisions(&id.value).map(|provision| Known {
            id: provision.id.as_str().to_owned(),
            from: provision.from,
            until: provision.until,
            subsections: provision.subsections,
            elsewhere: provision
                .extent
                .as_deref()
                .is_some_and(|extent| !extent.contains("England")),
        });
        known.collect()
    });
    Some(Act {
        called: called?.value,
        patterns: names,
        provisions: provisions.unwrap_or_default(),
        gone,
    })
}

fn read_gone(table: Table<'_>) -> Option<Gone> {
    let sections = table.texts("sections").into_iter().map(|text| text.value).collect();
    let until = table.require("until").and_then(|item| item.day());
    let instead = table.required_text("instead");
    table.finish();
    Some(Gone { sections, until: until?.value, instead: instead?.value })
}
