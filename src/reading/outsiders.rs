//! Those who have no arrangements of the force's, and of whom its papers tell: offenders, firms, neighbours.

use super::actor::Who;
use super::context::Context;
use super::owner::{Owner, owner};
use super::sentence::{CueHit, Sentence};
use crate::rulebook::VerbForm;

/// How far into a clause its subject stands.
const SUBJECT: usize = 6;

/// Whether what a cue names is an outsider's: "the traffickers' profile", "the airline has launched a campaign", "referred
/// by her solicitor"; and what a court was told of them.
pub(super) fn is_an_outsiders(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let all = 0..sentence.len();
    let court = sentence.has(classes.court_tells, &all);
    if !court && !sentence.has(classes.outsider, &all) {
        return false;
    }
    let ours = sentence.actors.iter().any(|actor| {
        matches!(owner(actor, context.voice), Owner::Own | Owner::Commissioner)
            || matches!(actor.who, Who::We)
    });
    owns(sentence, hit, context)
        || !ours && (court || does(sentence, hit, context) || by(sentence, hit, context))
}

/// "the traffickers' profile"
fn owns(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    const NEAR: usize = 3;
    (hit.span.start.saturating_sub(NEAR)..hit.span.end).any(|at| {
        sentence.is(context.reader.classes.outsider, at)
            && sentence.tokens.get(at).is_some_and(|own| own.owns)
    })
}

/// "The airline has launched a campaign": the subject of the clause, and what it does.
fn does(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    let classes = &context.reader.classes;
    let clause = sentence.clause(hit.span.start.min(sentence.len().saturating_sub(1)));
    let from = sentence.clauses.partition_point(|of| *of < clause);
    let subject = (from..from + SUBJECT).find(|at| sentence.is(classes.outsider, *at));
    let Some(subject) = subject else { return false };
    let led = (from..subject).any(|at| sentence.is(classes.preposition, at));
    let end = subject + sentence.phrase(classes.outsider, subject).unwrap_or(1);
    let verb = (end..sentence.len()).find(|at| sentence.is_verb(*at));
    let passive = verb.is_some_and(|verb| {
        let is = [classes.copula, classes.was].iter().any(|class| sentence.is(*class, verb));
        is && (verb + 1..verb + 3).any(|at| sentence.form(at).is(VerbForm::PARTICIPLE))
    });
    let verb_leads = (from..subject).any(|at| sentence.is_verb(at));
    !led && !verb_leads && verb.is_some() && !passive
}

/// "A toolkit by the Chamber", "referred to the NRM by her solicitor"
fn by(sentence: &Sentence, hit: &CueHit, context: Context<'_>) -> bool {
    const NEAR: usize = 4;
    const FAR: usize = 8;
    let classes = &context.reader.classes;
    let relates = |at: usize| sentence.is(classes.relative, at) || sentence.is(classes.comma, at);
    let by = |at: usize| {
        ["by", "from"].iter().any(|word| sentence.text(context.text, at).eq_ignore_ascii_case(word))
    };
    let near = hit.span.start..sentence.len().min(hit.span.end + FAR);
    near.into_iter()
        .take_while(|at| *at < hit.span.end || !relates(*at))
        .any(|at| by(at) && (at + 1..at + NEAR).any(|near| sentence.is(classes.outsider, near)))
}
