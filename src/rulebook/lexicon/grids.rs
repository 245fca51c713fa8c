//! What people write in grids: `statuses.toml`. Heads of columns, statuses and ticks are data, as all words are.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::source::{Item, Table};
use crate::standing::{State, Words as _, words};

words! {
    /// What the cells of a column (or of a row) are, by what heads them.
    pub enum ColumnKind {
        /// What the row is about: an arrangement, an action, a question.
        Label = "label",
        /// How far it stands, in a word or a sign.
        Status = "status",
        /// How far it stands, in a word or in sentences.
        Answer = "answer",
        /// A day: when it is due, when it was looked at.
        Date = "date",
        /// Who looks after it.
        Owner = "owner",
        /// What shows it, or a comment.
        Evidence = "evidence",
        /// Whether somebody agrees with it, which says nothing of how far it stands.
        Agreed = "agreed",
        /// Whether anything of it is missing: a "no" there is no "no" to it.
        Gap = "gap",
        /// How far it stands for something else: another body, other crime.
        Elsewhere = "elsewhere",
        /// How far it stood before.
        Earlier = "earlier",
        /// How far it should stand, or how it might: a target, an aim, an example of an answer.
        Wanted = "wanted",
        /// Whether somebody who looked agrees with what is claimed beside it.
        Checked = "checked",
        /// The number of the row.
        Number = "number",
        /// The number of the row, or in the last column how many there are of what it is about.
        Count = "count",
        /// What the word or the sign means that its row begins with.
        Meaning = "meaning",
        /// Who holds a post.
        Holder = "holder",
        /// How many hold it.
        Strength = "strength",
        /// How many should hold it.
        Establishment = "establishment",
        /// How many posts nobody holds.
        Vacancy = "vacancy",
        /// How many there are of it, in full-time posts: held or only established, by what stands beside it.
        Fte = "fte",
    }
}

words! {
    /// What a sign in a cell does to it.
    pub enum Tick {
        /// It is ticked.
        Chosen = "chosen",
        /// It is ticked where boxes or columns are chosen from; alone it may as well be crossed out.
        Either = "either",
        /// It is crossed out: it says no where there is one column, and ticks where there are several.
        Crossed = "crossed",
        /// It is left empty.
        Empty = "empty",
    }
}

/// The words of grids, each in lower case.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GridWords {
    /// Heads of columns.
    pub columns: BTreeMap<String, ColumnKind>,
    /// Statuses. One that says nothing yet ("TBC") is `not stated`.
    pub statuses: BTreeMap<String, State>,
    /// Signs.
    pub ticks: BTreeMap<String, Tick>,
    /// Words with which what begins with a status goes on: "Planned for 2026".
    pub goes_on: BTreeSet<String>,
    /// Words that deny the label before them, with no sign between: "Modern slavery strategy No".
    pub denies: BTreeSet<String>,
    /// Words that no such label holds: with one of them it is a sentence, or what goes on from one.
    pub no_label: BTreeSet<String>,
    /// Words with which what begins with the head of a column goes on: "Position at 31 March".
    pub head_goes_on: BTreeSet<String>,
    /// Words that join a score or a sign to what it means: "Emerging means …".
    pub means: BTreeSet<String>,
    /// Words around a meaning that add nothing to it.
    pub filler: BTreeSet<String>,
    /// What boxes are called that nobody ticked.
    pub empty: BTreeSet<String>,
    /// With which words somebody is told to leave a box empty.
    pub leaves: BTreeSet<String>,
    /// What leads in a key.
    pub key_heads: BTreeSet<String>,
    /// Words with which a task begins that makes what it names.
    pub makes: BTreeSet<String>,
    /// Those of them that go person by person: half done, the thing is there in part.
    pub gradual: BTreeSet<String>,
    /// Those of them that bring about what stays, so that their box is ticked once.
    pub founds: BTreeSet<String>,
    /// Those that only look at what they name, or talk of it.
    pub looks: BTreeSet<String>,
    /// What somebody begins with who promises something: "we will".
    pub pledges: BTreeSet<String>,
    /// Words for parts of a form, of which a denial says nothing of what the form asks.
    pub form_parts: BTreeSet<String>,
    /// What says of a task that it was ended, for whatever reason.
    pub closes: BTreeSet<String>,
    /// What says that a thing won't come, whatever is told beside it.
    pub finals: BTreeSet<String>,
    /// What says of a task that it goes on.
    pub unfinished: BTreeSet<String>,
    /// Words behind which what may be a task is a thing: "Support from", "Review of".
    pub noun_goes_on: BTreeSet<String>,
    /// Colours of statuses, each with its letter: "red r".
    pub colours: BTreeSet<String>,
    /// What heads a list of who was at a meeting.
    pub attendance: BTreeSet<String>,
    /// What says that a claim was checked and holds: "agreed".
    pub agrees: BTreeSet<String>,
    /// What leads in a row or line that only shows how to fill in a form: "Example: …".
    pub specimens: BTreeSet<String>,
    /// Heads that only a log of requests for information has: "requester".
    pub request_heads: BTreeSet<String>,
    /// Outcomes that requests for information have, and arrangements don't: "clarification sought".
    pub of_requests: BTreeSet<String>,
    /// Denials that leave open what comes: "not yet".
    pub not_yet: BTreeSet<String>,
    /// With which words what they deny is to come: "starting".
    pub to_come: BTreeSet<String>,
    /// Those of such words that need a time behind them: "from".
    pub comes_from: BTreeSet<String>,
    /// Words of a scale on which a paper scores what it names: "rated".
    pub scores: BTreeSet<String>,
    /// What may stand behind a share: "60% complete".
    pub done: BTreeSet<String>,
    /// Signs that are statuses of their own: a green circle.
    pub signs: BTreeMap<String, State>,
    /// What scores, colours and signs mean in one document, by its own key: none in the rules.
    #[serde(skip)]
    pub own: BTreeMap<String, State>,
}

impl GridWords {
    /// Adds what a file says; what is known already stays as it is.
    pub(super) fn read(&mut self, table: Table<'_>) {
        if let Some(columns) = table.get("columns").and_then(|item| item.table()) {
            for kind in ColumnKind::ALL {
                for text in columns.texts(kind.word()) {
                    self.columns.entry(plain(&text.value)).or_insert(*kind);
                }
            }
            columns.finish();
        }
        if let Some(ticks) = table.get("ticks").and_then(|item| item.table()) {
            for tick in Tick::ALL {
                for text in ticks.texts(tick.word()) {
                    self.ticks.entry(text.value.to_lowercase()).or_insert(*tick);
                }
            }
            ticks.finish();
        }
        if let Some(phrasing) = table.get("phrasing").and_then(|item| item.table()) {
            for (key, words) in [
                ("goes-on", &mut self.goes_on),
                ("denies", &mut self.denies),
                ("no-label", &mut self.no_label),
                ("head-goes-on", &mut self.head_goes_on),
                ("means", &mut self.means),
                ("filler", &mut self.filler),
                ("empty", &mut self.empty),
                ("leaves", &mut self.leaves),
                ("key", &mut self.key_heads),
                ("makes", &mut self.makes),
                ("founds", &mut self.founds),
                ("gradual", &mut self.gradual),
                ("looks", &mut self.looks),
                ("unfinished", &mut self.unfinished),
                ("pledges", &mut self.pledges),
                ("form-parts", &mut self.form_parts),
                ("closes", &mut self.closes),
                ("final", &mut self.finals),
                ("noun-goes-on", &mut self.noun_goes_on),
                ("colours", &mut self.colours),
                ("attendance", &mut self.attendance),
                ("agrees", &mut self.agrees),
                ("specimen", &mut self.specimens),
                ("request-heads", &mut self.request_heads),
                ("of-requests", &mut self.of_requests),
                ("not-yet", &mut self.not_yet),
                ("to-come", &mut self.to_come),
                ("comes-from", &mut self.comes_from),
                ("scores", &mut self.scores),
                ("done", &mut self.done),
            ] {
                words.extend(phrasing.texts(key).into_iter().map(|text| text.value.to_lowercase()));
            }
            phrasing.finish();
        }
        for row in table.tables("status") {
            let state = row.required_word::<State>("state");
            let phrases = row.require("phrases").and_then(|item| item.list()).unwrap_or_default();
            for text in phrases.iter().filter_map(Item::text) {
                let Some(state) = &state else { continue };
                if plain(&text.value).is_empty() {
                    self.signs.entry(text.value.clone()).or_insert(state.value);
                } else {
                    self.statuses.entry(plain(&text.value)).or_insert(state.value);
                }
            }
            // Examples are read by their proof alone.
            let _ = row.get("example");
            row.finish();
        }
        let _ = table.get("tick-example");
        table.finish();
    }
}

/// Words as they are compared: in lower case, without the signs that part them.
#[must_use]
pub fn plain(text: &str) -> String {
    let kept: String = text
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '%' | '?' | '#') { c } else { ' ' })
        .collect();
    kept.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_part_words_and_capitals_make_no_difference() {
        assert_eq!(plain("Closed – Complete."), "closed complete");
        assert_eq!(plain(" N/A "), "n a");
        assert_eq!(plain("In-place?"), "in place?");
        assert_eq!(plain("✓"), "");
    }
}
