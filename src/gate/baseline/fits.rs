//! Whether a record is whole, and speaks of what there is: lines that somebody took out by hand must
//! not let a gap pass.

use std::collections::BTreeSet;

use super::recorded::{asks_state, words_asked};
use super::{Gap, Recorded};
use crate::rulebook::{RequirementId, Rulebook};
use crate::source::{Digest, Fault, Located, Table};
use crate::standing::State;

/// The rules that a baseline is read for.
#[derive(Clone, Copy, Debug)]
pub struct Against<'a> {
    /// The rules that are asked.
    pub rulebook: &'a Rulebook,
    /// The digests of their packs, the built-in ones first.
    pub rules: &'a [Digest],
}

impl Against<'_> {
    /// Names what a record speaks of and no rule has.
    pub(super) fn name_unknown(self, table: &Table<'_>, ids: &Ids) {
        let rulebook = self.rulebook;
        let unknown = ids.arrangements.iter();
        let unknown = unknown.filter(|id| rulebook.vocabulary().arrangement(&id.value).is_none());
        for id in unknown {
            table.push(not_known(table, id, "arrangement"));
        }
        let known: BTreeSet<&str> = rulebook.known_requirements().collect();
        let is_known = |id: &str| known.contains(id) || !rulebook.called_now(id).is_empty();
        for id in ids.requirements.iter().filter(|id| !is_known(&id.value)) {
            table.push(not_known(table, id, "requirement"));
        }
    }

    /// By the very rules that it was recorded by, a record has the state of every arrangement and all
    /// that each of its gaps asks.
    pub(super) fn check_whole(self, table: &Table<'_>, recorded: &Recorded, ids: &Ids) {
        if recorded.by_other_rules(self.rules) != Some(false) {
            return;
        }
        let arrangements = self.rulebook.vocabulary().arrangements().iter();
        for lacking in arrangements.filter(|one| !recorded.states.contains_key(&one.id)) {
            let message = format!("the state of `{}` isn't recorded", lacking.id);
            incomplete(table, &Located::new(String::new(), table.header()), &message);
        }
        for id in &ids.gaps {
            let requirement = RequirementId::from(id.value.as_str());
            let Some(gap) = recorded.gaps.get(&requirement) else { continue };
            let versions = self.rulebook.versions(&id.value);
            let own = |words: &BTreeSet<String>| words.iter().eq(gap.needs.keys());
            if !versions.is_empty() && !versions.iter().map(words_asked).any(|words| own(&words)) {
                let message = format!("`{requirement}` asks for other needs than are recorded");
                incomplete(table, id, &message);
            }
        }
    }
}

/// The ids that a record speaks of, at their places.
#[derive(Debug, Default)]
pub(super) struct Ids {
    pub(super) arrangements: Vec<Located<String>>,
    pub(super) requirements: Vec<Located<String>>,
    /// Those of the requirements whose gaps are recorded.
    pub(super) gaps: Vec<Located<String>>,
}

/// What a record says twice, it says alike; and a gap says what it lacks.
pub(super) fn check_gap(table: &Table<'_>, recorded: &Recorded, id: &Located<String>, gap: &Gap) {
    if gap.needs.is_empty() {
        incomplete(table, id, &format!("of `{}` no need is recorded", id.value));
    }
    for (need, worth) in &gap.needs {
        let Some(arrangement) = asks_state(need) else { continue };
        let state = recorded.states.get(arrangement);
        let silent = recorded.ground.is_none() && *worth == State::NotStated;
        if state != Some(worth) && !(silent && state.is_none()) {
            let other = state.map_or("nothing".to_owned(), |state| format!("\"{state}\""));
            let message = format!(
                "`{}` records that {arrangement} was \"{worth}\", and the states say {other}",
                id.value
            );
            incomplete(table, id, &message);
        }
    }
}

fn incomplete(table: &Table<'_>, at: &Located<String>, message: &str) {
    table.push(
        Fault::new(
            "baseline::incomplete",
            table.text(),
            at.span.clone(),
            message,
            "what is recorded is whole, or can't be held against anything",
        )
        .help(
            "lines were taken out or changed by hand: `msacheck baseline --overwrite` records the force \
             anew, `--prune` takes out what is met",
        ),
    );
}

fn not_known(table: &Table<'_>, id: &Located<String>, what: &str) -> Fault {
    Fault::new(
        "baseline::unknown-name",
        table.text(),
        id.span.clone(),
        format!("there is no {what} `{}`", id.value),
        "no rule has it: nothing is held against this line",
    )
    .help("are rule packs missing (`--rules`), or is it misspelt?")
    .into_warning()
}
