//! `wrong-section`: sections and Schedules that an Act doesn't have, or no longer has, and such as are about
//! something else than the sentence says.

mod acts;
mod reference;

use super::check::{Check, Looks};
use super::data::{Data, Phrases, patterns};
use super::finding::{Finding, Fix, Safety, Sensitivity};
use super::history::History;
use super::page::{Page, Sentence};
use crate::rulebook::Pattern;
use crate::source::Span;
use acts::{Act, Acts};
use reference::{Reference, references};

pub(super) const CHECK: Check = Check {
    id: "wrong-section",
    title: "A section that the Act doesn't have, no longer has, or that is about something else",
    why: "A wrong section sends whoever looks it up to another rule, and shows a court that nobody did.",
    helps: "Officers who rely on the power or the duty, and lawyers who must defend what was done.",
    sensitivity: Sensitivity::Default,
    fix: Some(Safety::Unsafe),
    make: |data| Box::new(WrongSections::new(data)),
};

/// What sections are about.
#[derive(Debug)]
struct Topic {
    called: String,
    /// The sections that are about it, the first one first of all: "52", "sch4".
    sections: Vec<String>,
    patterns: Vec<Pattern>,
}

#[derive(Debug)]
struct WrongSections {
    acts: Acts,
    topics: Vec<Topic>,
    phrases: Phrases,
    /// What may stand between a section and what it is about.
    links: Vec<String>,
    history: History,
}

/// How far a topic may stand from its section, in words and signs.
const BETWEEN: usize = 9;

impl WrongSections {
    fn new(data: &mut Data<'_>) -> Self {
        let (mut topics, mut links): (Vec<Topic>, Vec<String>) = Default::default();
        data.each_of("sections", |root| {
            links.extend(root.texts("links").into_iter().map(|text| text.value));
            for table in root.tables("topic") {
                let called = table.required_text("called");
                let sections = table.texts("sections").into_iter().map(|text| text.value).collect();
                let patterns = patterns(&table, "names");
                table.finish();
                topics.extend(called.map(|called| Topic {
                    called: called.value,
                    sections,
                    patterns,
                }));
            }
        });
        let phrases = data.phrases(topics.iter().map(|topic| topic.patterns.as_slice()));
        Self { acts: Acts::new(data), topics, phrases, links, history: History::new(data) }
    }

    /// What an Act has to say to a section of it that is named.
    fn of_act(
        &self,
        page: &Page<'_>,
        sentence: &Sentence,
        named: &Reference,
        act: &Act,
    ) -> Option<Finding> {
        let span = sentence.place(&named.words);
        let written = page.text(sentence.block).get(span.clone()).unwrap_or_default();
        let tell = |sensitivity, message: String| {
            Some(page.finding(CHECK.id, sensitivity, sentence.block, span.clone(), message))
        };
        if let Some(gone) = act.gone(named) {
            let sure = page.in_use(gone.until)?;
            let past = self.history.tells(page, sentence, &named.words, gone.until);
            let present = self.acts.is_present(page, sentence);
            let finding = tell(
                if present { sure } else { Sensitivity::Pedantic },
                format!("{written} of {} was replaced on {}", act.called, gone.until),
            )?;
            return (!past).then(|| finding.helped(format!("since then: {}", gone.instead)));
        }
        for id in named.ids() {
            let Some(provision) = act.provision(&id) else {
                if act.provisions.is_empty() {
                    return None;
                }
                let finding =
                    tell(Sensitivity::Default, format!("{} has no {written}", act.called))?;
                return Some(finding.helped(act.extent()));
            };
            if let Some(until) = provision.until
                && let Some(sure) = page.in_use(until)
            {
                if self.history.tells(page, sentence, &named.words, until) {
                    return None;
                }
                return tell(sure, format!("{written} of {} was repealed on {until}", act.called));
            }
            if let (Some(last), Some(sub)) = (provision.subsections, named.subsection)
                && sub > last
            {
                let message = format!(
                    "section {} of {} has no subsection ({sub})",
                    id.trim_start_matches('s'),
                    act.called
                );
                let finding = tell(Sensitivity::Default, message)?;
                return Some(finding.helped(format!("its last one is ({last})")));
            }
            if provision.from.is_none_or(|from| page.day < from) {
                return tell(
                    Sensitivity::Pedantic,
                    format!("{written} of {} wasn't in force on {}", act.called, page.day),
                );
            }
            if provision.elsewhere {
                return tell(
                    Sensitivity::Pedantic,
                    format!("{written} of {} doesn't extend to England and Wales", act.called),
                );
            }
        }
        None
    }

    /// A section beside what it isn't about: "the section 45 duty to notify".
    fn about_another(
        &self,
        page: &Page<'_>,
        sentence: &Sentence,
        named: &Reference,
        others: &[Reference],
        spelt: bool,
    ) -> Option<Finding> {
        let text = page.text(sentence.block);
        let mut beside: Vec<(usize, &Topic)> = Vec::new();
        for (entry, at) in page.struck_in(sentence, &self.phrases) {
            let (from, to) = if at.start >= named.words.end {
                (named.words.end, at.start)
            } else {
                (at.end, named.words.start)
            };
            let linked = to.checked_sub(from).is_some_and(|between| between <= BETWEEN)
                && (from..to).all(|word| self.is_link(sentence, text, word));
            // A section nearer to it is the one that it is said of.
            let nearer = others.iter().any(|other| {
                other.words != named.words
                    && distance(&other.words, &at) < distance(&named.words, &at)
            });
            if let Some(topic) = self.topics.get(entry).filter(|_| linked && !nearer) {
                beside.push((to - from, topic));
            }
        }
        let ids = named.ids();
        let fits = |topic: &Topic| ids.iter().any(|id| topic.sections.iter().any(|own| own == id));
        if beside.is_empty() || beside.iter().any(|(_, topic)| fits(topic)) {
            return None;
        }
        let (_, topic) = beside.iter().min_by_key(|(between, _)| *between)?;
        // Where its Act isn't spelt out, it must be about a topic of this one: else it may be another's.
        if !spelt && !self.topics.iter().any(fits) {
            return None;
        }
        let span = sentence.place(&named.words);
        let written = text.get(span.clone()).unwrap_or_default();
        let right = topic.sections.first()?;
        let message = format!("{written} isn't about {}", topic.called);
        let finding = page.finding(CHECK.id, Sensitivity::Default, sentence.block, span, message);
        let meant = reference::written(right);
        let fix = named.rewritten(written, right).map(|replacement| Fix {
            safety: Safety::Unsafe,
            replacement,
            edit: None,
        });
        Some(finding.helped(format!("did you mean {meant}?")).fixed(fix))
    }

    fn is_link(&self, sentence: &Sentence, text: &str, at: usize) -> bool {
        let word = sentence.word(text, at);
        self.links.iter().any(|link| link.eq_ignore_ascii_case(word))
    }
}

fn distance(a: &Span, b: &Span) -> usize {
    b.start.saturating_sub(a.end).max(a.start.saturating_sub(b.end))
}

impl Looks for WrongSections {
    fn look(&self, page: &Page<'_>, found: &mut Vec<Finding>) {
        let alone = self.acts.only_act_of(page);
        for sentence in &page.sentences {
            let text = page.text(sentence.block);
            let named = references(sentence, text);
            for one in &named {
                if page.is_quoted(sentence.block, &sentence.place(&one.words)) {
                    continue;
                }
                let act = self.acts.of(page, sentence, one, &named, alone);
                let own = act.filter(|act| !act.provisions.is_empty());
                let told = act.and_then(|act| self.of_act(page, sentence, one, act));
                // "The Act" alone may be one that the document doesn't spell out.
                let spelt = own.is_some() && !self.acts.is_the_act(page, sentence, one);
                let told = told.map(|told| match spelt || own.is_none() {
                    true => told,
                    false => Finding { sensitivity: Sensitivity::Pedantic, ..told },
                });
                found.extend(told.or_else(|| {
                    let ours = own.is_some()
                        || (act.is_none() && !self.acts.names_another(page, sentence, one));
                    let another = || self.about_another(page, sentence, one, &named, spelt);
                    if ours { another() } else { None }
                }));
            }
        }
    }
}
