//! Rows that are about a task: how far it has got says something of what it makes, and nothing of what it only looks at.

use super::grid::GridCell;
use super::grid_answers::GridReader;
use super::grid_said::{Answers, Said};
use crate::rulebook::plain;
use crate::standing::State;

const TALKED_OF: &str = "its row is a task that only looks at it";
const GOES_WELL: &str = "a colour says how a task goes, not how far it has got";

/// What a task does to what it names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Task {
    /// It makes it.
    Makes,
    /// It makes it person by person.
    Gradual,
    /// It only looks at it.
    Looks,
}

impl GridReader<'_> {
    /// What an answer says of what its label names, where that is a task.
    pub(super) fn of_task(&self, label: &GridCell, said: Said, answers: &Answers) -> Option<Said> {
        let Some(task) = self.task(&label.text) else { return Some(said) };
        let own = match said {
            _ if task == Task::Looks => Said::Unsure(TALKED_OF),
            Said::State(_) if answers.coloured => Said::Unsure(GOES_WELL),
            Said::Unsure(_) | Said::State(State::Absent | State::Partial) if answers.unfinished => {
                Said::State(State::Planned)
            }
            Said::State(State::Partial) if task == Task::Makes => Said::State(State::Planned),
            said => said,
        };
        Some(own)
    }

    /// What a ticked line says that only looks at what it names: "[x] Read what Kent does".
    pub(super) fn looked_at(&self, line: &str) -> Option<Said> {
        (self.task(line.trim()) == Some(Task::Looks)).then_some(Said::Unsure(TALKED_OF))
    }

    /// The task that a label begins with, behind a number of its own: "6/23 Appoint a coordinator".
    pub(super) fn is_task(&self, label: &str) -> bool {
        self.task(label).is_some()
    }

    /// Whether a label is a task that brings about something that stays: "Appoint a coordinator", and not "Give a leaflet".
    pub(super) fn is_founded(&self, label: &str) -> bool {
        let first = label.split_whitespace().next().map(plain).unwrap_or_default();
        self.is_task(label) && self.filled.words.founds.contains(&first)
    }

    fn task(&self, label: &str) -> Option<Task> {
        let words = &self.filled.words;
        let counted = |word: &&str| word.contains(|c: char| c.is_ascii_digit()) && word.len() <= 8;
        let mut all = label.split_whitespace().skip_while(counted).peekable();
        // "We'll appoint an analyst", "We will have a team": what somebody promises is a task, too.
        let mut lead = String::new();
        let mut pledged = false;
        while let Some(word) = all.peek() {
            let own = plain(word);
            let next = if lead.is_empty() { own } else { format!("{lead} {own}") };
            if !words.pledges.iter().any(|pledge| begins_with(pledge, &next)) {
                break;
            }
            pledged = words.pledges.contains(&next);
            lead = next;
            all.next();
        }
        if !lead.is_empty() && !pledged {
            all = label.split_whitespace().skip_while(counted).peekable();
        }
        let first = plain(all.next()?);
        let next = all.next().map(plain).unwrap_or_default();
        let third = all.next().map(plain).unwrap_or_default();
        let begins = |all: &std::collections::BTreeSet<String>| {
            all.contains(&first)
                || all.contains(&format!("{first} {next}"))
                || all.contains(&format!("{first} {next} {third}"))
        };
        // "Support from the unit", "Review of training": nouns; but "Look at", "Speak to".
        let looks = words.looks.contains(&format!("{first} {next}"));
        if next.is_empty() || words.noun_goes_on.contains(&next) && !looks {
            return None;
        }
        match () {
            () if begins(&words.gradual) => Some(Task::Gradual),
            () if begins(&words.makes) => Some(Task::Makes),
            () if begins(&words.looks) => Some(Task::Looks),
            // "To what extent …" promises nothing.
            () if pledged && lead.contains(' ') => Some(Task::Makes),
            () => None,
        }
    }

    /// Whether a cell is a colour and nothing else, which no key of the document explains.
    pub(super) fn is_colour(&self, text: &str) -> bool {
        let own = plain(text);
        let mut colours = self.filled.words.colours.iter().filter_map(|both| both.split_once(' '));
        let colour = colours.any(|(long, short)| own == long || own == short);
        colour && !self.filled.words.own.contains_key(&own)
    }

    /// Whether a cell says of a task that it goes on.
    pub(super) fn is_unfinished(&self, text: &str) -> bool {
        let own = plain(text);
        let words = &self.filled.words.unfinished;
        words.iter().any(|word| {
            own.strip_prefix(word.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    }
}

/// Whether some words are the first of others.
fn begins_with(all: &str, first: &str) -> bool {
    all.strip_prefix(first).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
