//! What is done about gaps, in words: by whom, by when, how far it has come, and what shows of it. One set of
//! sentences for all formats.

use super::phrase::Phrase;
use super::prose::{flat, full_stop};
use super::words::{date, many};
use crate::actions::{Action, Progress, Tally};
use crate::assessment::Finding;
use crate::result::{CheckResult, Gated};
use crate::rulebook::RequirementId;
use crate::standing::{Day, Outcome, ZONE};

/// An action as the plan of a force shows it.
#[derive(Clone, Debug)]
pub(super) struct PlanRow<'a> {
    /// The action.
    pub(super) action: &'a Action,
    /// What it is to close: a requirement each, with what it came to where it was assessed.
    pub(super) closes: Vec<(&'a RequirementId, Option<&'a Finding>)>,
    /// What it comes to in all.
    pub(super) progress: Progress,
}

/// The plan of a force, what wants looking at first.
pub(super) fn rows(gated: &Gated) -> impl Iterator<Item = PlanRow<'_>> {
    gated.actions.planned.iter().map(move |action| PlanRow {
        action,
        closes: action
            .requirements
            .iter()
            .map(|id| (id, gated.assessment.finding(id.as_str())))
            .collect(),
        progress: gated.actions.progress(action, &gated.assessment),
    })
}

impl PlanRow<'_> {
    /// What it is to close, in the words of the rules; by its name what isn't asked.
    pub(super) fn titles(&self) -> String {
        let title = |(id, finding): &(&RequirementId, Option<&Finding>)| match finding {
            Some(finding) => finding.title.clone(),
            None => id.to_string(),
        };
        self.closes.iter().map(title).collect::<Vec<_>>().join("; ")
    }

    /// The same by name, each with its outcome.
    pub(super) fn names(&self) -> String {
        let name = |(id, finding): &(&RequirementId, Option<&Finding>)| match finding {
            Some(finding) => format!("{id} ({})", finding.outcome),
            None => format!("{id} (not asked)"),
        };
        self.closes.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// How far it has come, and what shows of it.
    pub(super) fn stands(&self) -> String {
        let gaps = self.closes.iter().filter_map(|(_, finding)| finding.as_ref());
        let weakest = gaps.map(|finding| finding.outcome).filter(|outcome| outcome.is_gap()).min();
        stands(self.action, self.progress, weakest)
    }

    /// Who, by when, how far, and what.
    pub(super) fn account(&self) -> Vec<Phrase> {
        account(self.action, &self.stands())
    }
}

/// What is done about one finding, a sentence an action.
pub(super) fn on<'a>(
    gated: &'a Gated,
    finding: &'a Finding,
) -> impl Iterator<Item = Vec<Phrase>> + 'a {
    gated.actions.on(&finding.requirement).map(move |action| {
        let progress = gated.actions.progress_on(action, &finding.requirement, &gated.assessment);
        account(action, &stands(action, progress, Some(finding.outcome)))
    })
}

/// The same, each on one line for programs and terminals.
pub(super) fn lines(gated: &Gated, finding: &Finding) -> Vec<String> {
    on(gated, finding).map(|said| format!("Action: {}", line(&said))).collect()
}

/// The same for people who read no dates of programs.
pub(super) fn lines_for_people(gated: &Gated, finding: &Finding) -> Vec<String> {
    let written = |said: Vec<Phrase>| format!("Action: {}", written(&said, date));
    on(gated, finding).map(written).collect()
}

/// What mustn't be missed of what is done about a finding, in a word or two: that it is late, or said to
/// be done.
pub(super) fn alarm(gated: &Gated, finding: &Finding) -> Option<&'static str> {
    let actions = gated.actions.on(&finding.requirement);
    let progress = actions
        .map(|one| gated.actions.progress_on(one, &finding.requirement, &gated.assessment))
        .max();
    match progress? {
        Progress::Overdue => Some("action overdue"),
        Progress::SaidDone => Some("said done"),
        _ => None,
    }
}

/// A sentence as one line of text.
pub(super) fn line(said: &[Phrase]) -> String {
    written(said, |day| day.to_string())
}

fn written(said: &[Phrase], date: fn(Day) -> String) -> String {
    let text = said.iter().map(|phrase| match phrase {
        Phrase::Plain(text) | Phrase::Strong(text) | Phrase::Name(text) | Phrase::File(text) => {
            text.clone()
        }
        Phrase::Day(day) => date(*day),
    });
    flat(&text.collect::<String>())
}

/// How many actions a force has and how they stand, in a sentence or two; nothing where it has none.
pub(super) fn counted(gated: &Gated) -> Option<String> {
    Some(in_full(gated.actions.tally(&gated.assessment), gated.actions.today?))
}

/// The same for people who read no dates of programs, in short.
pub(super) fn counted_for_people(gated: &Gated) -> Option<String> {
    let (all, rest) = said(gated.actions.tally(&gated.assessment));
    let today = date(gated.actions.today?);
    Some(format!("Action plan: {all}; on {today} {rest}."))
}

/// The same of all forces together.
pub(super) fn counted_of_all(result: &CheckResult) -> Option<String> {
    let all = result.assessments.iter();
    let today: Day = all.clone().find_map(|gated| gated.actions.today)?;
    let tally =
        all.map(|gated| gated.actions.tally(&gated.assessment)).fold(Tally::default(), Tally::and);
    Some(in_full(tally, today))
}

fn in_full(tally: Tally, today: Day) -> String {
    let Tally { to_do, doing, done, dropped, .. } = tally;
    let each = [(to_do, "to do"), (doing, "doing"), (done, "done"), (dropped, "dropped")];
    let each = each.iter().filter(|(count, _)| *count > 0);
    let each: Vec<String> = each.map(|(count, word)| format!("{count} {word}")).collect();
    let (all, rest) = said(tally);
    format!("Action plan: {all}: {}. Today, {today} in {ZONE}, {rest}.", each.join(", "))
}

/// How many there are, and what of them wants looking at.
fn said(tally: Tally) -> (String, String) {
    let late = match tally.overdue {
        0 => "none is overdue".to_owned(),
        1 => "1 is overdue".to_owned(),
        some => format!("{some} are overdue"),
    };
    let unshown = match tally.said_done {
        0 => String::new(),
        1 => "; 1 is said to be done, and its gap stands".to_owned(),
        some => format!("; {some} are said to be done, and their gaps stand"),
    };
    (many(tally.all(), "action", "actions"), format!("{late}{unshown}"))
}

fn stands(action: &Action, progress: Progress, gap: Option<Outcome>) -> String {
    let status = action.status;
    match (progress, gap) {
        (Progress::NotAsked, _) => format!("{status}; it isn't asked of this force"),
        (Progress::MetAlready, _) => format!("{status}; it is met already"),
        (Progress::Overdue, _) => format!("{status}, overdue"),
        (Progress::SaidDone, Some(outcome)) => format!("said done, still {outcome}"),
        (Progress::SaidDone, None) => "said done, and the gap stands".to_owned(),
        (Progress::Closed | Progress::Dropped | Progress::Open, _) => status.to_string(),
    }
}

fn account(action: &Action, stands: &str) -> Vec<Phrase> {
    let note = action.note.iter().map(|note| format!(" {}", full_stop(note)));
    vec![
        Phrase::plain(format!("{}, by ", action.owner)),
        Phrase::Day(action.deadline),
        Phrase::plain(format!(": {stands}.{}", note.collect::<String>())),
    ]
}
