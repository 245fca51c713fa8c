//! What a decision means to a declaration: the words of a passage as evidence, and the state that they give.

use std::path::Path;
use std::sync::Arc;

use super::opened::Open;
use super::suggestion::Suggestion;
use crate::check::{Disk, Files as _};
use crate::decisions::{Decision, Decisions};
use crate::declaration::{Declared, Edit, Evidence, Paper, SourceId, Value, given_details};
use crate::questions::OpenDeclaration;
use crate::rulebook::{ArrangementId, FieldId};
use crate::serve::folder;
use crate::serve::pages::Context;
use crate::standing::{PartialDate, State};

/// What a decision comes to in a declaration.
pub(super) struct Stated {
    pub(super) edits: Vec<Edit>,
    /// The state before, where they change it.
    pub(super) was: Option<State>,
    /// The state that stays, though the decision is another.
    pub(super) stays: Option<State>,
}

/// The edits that make a passage evidence.
pub(super) fn stated(
    context: &Context<'_>,
    open: &Open,
    declaration: &OpenDeclaration<'_>,
    decision: &Decision,
    mut evidence: Evidence,
) -> Stated {
    let of = &decision.arrangement;
    let mut edits = Vec::new();
    evidence.source = match source(open, declaration) {
        Some(known) => known,
        None => {
            let opened = declaration.opened();
            let sources = &opened.declaration.sources;
            let mut source = folder::source(&open.path, &opened.path, sources);
            source.date = open.read.dated.as_ref().map(|dated| dated.date);
            let id = source.id.clone();
            edits.push(Edit::AddSource(source));
            id
        }
    };
    let own = declaration.on(of);
    let before = own.map_or(State::NotStated, |own| own.state);
    // The state is what the passages come to that were decided. What is said elsewhere stays, unless this paper is newer
    // than all that stands for it.
    let mut decisions = Decisions::clone(&open.decisions);
    let was = decided_state(context, open, &decisions, of);
    decisions.all.push(decision.clone());
    let is = decided_state(context, open, &decisions, of).or(decision.state);
    let newer = own.is_some_and(|own| is_newer(open, declaration, own));
    let ours = before == State::NotStated || was == Some(before) || newer;
    let wanted = is.filter(|state| ours && *state != before);
    if let Some(state) = wanted {
        edits.push(Edit::State { of: of.clone(), state });
    }
    let again = own.is_some_and(|own| {
        own.evidence
            .iter()
            .any(|piece| piece.source == evidence.source && piece.quote == evidence.quote)
    });
    let vocabulary = context.work.rulebook().vocabulary();
    if let Some(arrangement) = vocabulary.arrangement(of.as_str()) {
        let (state, today) = (wanted.unwrap_or(before), context.work.today());
        let details =
            given_details(arrangement, state, std::slice::from_ref(&evidence), vocabulary, today);
        let said = |field: &FieldId| own.is_some_and(|own| own.value(field.as_str()).is_some());
        let new = details.into_iter().filter(|(field, _)| newer || !said(field));
        edits.extend(new.map(|(field, value)| Edit::Detail {
            of: of.clone(),
            field,
            value: Some(value),
        }));
    }
    if !again {
        edits.push(Edit::AddEvidence { of: of.clone(), evidence });
    }
    let stays = decision.state.filter(|state| wanted.is_none() && *state != before);
    Stated { edits, was: wanted.map(|_| before), stays: stays.map(|_| before) }
}

/// Whether the paper is dated after everything else that stands for an arrangement.
fn is_newer(open: &Open, declaration: &OpenDeclaration<'_>, own: &Declared) -> bool {
    let paper = open.read.dated.as_ref().map(|dated| dated.date);
    let dates = own.evidence.iter().map(|piece| declaration.declaration().newest_of(piece));
    let older = |date: Option<PartialDate>| {
        paper.zip(date).is_some_and(|(paper, date)| date.latest() < paper.earliest())
    };
    !own.evidence.is_empty() && dates.into_iter().all(older)
}

/// What accepting a passage would write beside its state: each detail by its title.
pub(super) fn would_give<'a>(
    context: &'a Context<'_>,
    open: &Open,
    suggestion: &Suggestion<'_>,
) -> Vec<(&'a str, Value)> {
    let vocabulary = context.work.rulebook().vocabulary();
    let statement = suggestion.statement;
    let arrangement = vocabulary.arrangement(statement.arrangement.as_str());
    let (Some(arrangement), Some(state)) = (arrangement, suggestion.suggested()) else {
        return Vec::new();
    };
    let block = open.read.document.blocks.get(statement.block);
    let spot = block.map(|block| block.spot(statement.sentence.start)).unwrap_or_default();
    let evidence = Paper::new(Arc::clone(&open.read.document)).piece(
        &suggestion.quote,
        spot,
        Some(statement.block),
    );
    let today = context.work.today();
    let given = given_details(arrangement, state, &[evidence], vocabulary, today).into_iter();
    let titled = |(field, value): (FieldId, Value)| {
        Some((&*arrangement.field(field.as_str())?.title, value))
    };
    given.filter_map(titled).collect()
}

/// The edits that take a passage out again.
pub(super) fn withdrawn(
    context: &Context<'_>,
    open: &Open,
    declaration: &OpenDeclaration<'_>,
    decision: &Decision,
) -> Vec<Edit> {
    let of = &decision.arrangement;
    let (Some(own), Some(source)) = (declaration.on(of), source(open, declaration)) else {
        return Vec::new();
    };
    let at =
        own.evidence.iter().position(|piece| piece.source == source && is_same(piece, decision));
    let mut edits: Vec<Edit> =
        at.map(|at| Edit::RemoveEvidence { of: of.clone(), at }).into_iter().collect();
    let was = decided_state(context, open, &open.decisions, of);
    if was == Some(own.state) {
        let mut left = Decisions::clone(&open.decisions);
        left.all.retain(|one| one != decision);
        let alone = own.evidence.len() <= edits.len();
        edits.extend(match decided_state(context, open, &left, of) {
            Some(state) => Some(Edit::State { of: of.clone(), state }),
            // Nothing else speaks of it: it is as it was before.
            None if alone => Some(Edit::Forget { of: of.clone() }),
            None => decision.was.map(|state| Edit::State { of: of.clone(), state }),
        });
    }
    edits
}

/// Whether a piece of evidence is what a decision made.
fn is_same(piece: &Evidence, decision: &Decision) -> bool {
    // What was too short was widened to its whole paragraph.
    piece.quote.as_ref().is_some_and(|quote| quote.contains(&decision.quote))
}

/// The id under which a declaration knows the paper.
fn source(open: &Open, declaration: &OpenDeclaration<'_>) -> Option<SourceId> {
    let opened = declaration.opened();
    let folder = opened.path.parent().unwrap_or(Path::new(""));
    let own = &Disk;
    let paper = own.identity(&open.path);
    let mut known = opened.declaration.sources.iter();
    let known = known.find(|source| {
        source.file.as_ref().is_some_and(|file| own.identity(&folder.join(file)) == paper)
    });
    known.map(|source| source.id.clone())
}

/// How far an arrangement stands by these decisions about the paper.
fn decided_state(
    context: &Context<'_>,
    open: &Open,
    decisions: &Decisions,
    of: &ArrangementId,
) -> Option<State> {
    context.work.reader().ok()?.decided_state(&open.read, decisions, of)
}
