//! What a decision means to a declaration: the words of a passage as evidence, and the state that they give.

use std::path::Path;

use super::opened::Open;
use crate::check::{Disk, Files as _};
use crate::decisions::{Decision, Decisions};
use crate::declaration::{Edit, Evidence, SourceId, given_details};
use crate::questions::OpenDeclaration;
use crate::rulebook::ArrangementId;
use crate::serve::folder;
use crate::serve::pages::Context;
use crate::standing::State;

/// The edits that make a passage evidence, and the state before where they change it.
pub(super) fn stated(
    context: &Context<'_>,
    open: &Open,
    declaration: &OpenDeclaration<'_>,
    decision: &Decision,
    mut evidence: Evidence,
) -> (Vec<Edit>, Option<State>) {
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
    // What a person said elsewhere stays; else the state is what the passages come to that were decided.
    let mut decisions = Decisions::clone(&open.decisions);
    let was = decided_state(context, open, &decisions, of);
    decisions.all.push(decision.clone());
    let is = decided_state(context, open, &decisions, of).or(decision.state);
    let ours = before == State::NotStated || was == Some(before);
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
        let new = details
            .into_iter()
            .filter(|(field, _)| own.is_none_or(|own| own.value(field.as_str()).is_none()));
        edits.extend(new.map(|(field, value)| Edit::Detail {
            of: of.clone(),
            field,
            value: Some(value),
        }));
    }
    if !again {
        edits.push(Edit::AddEvidence { of: of.clone(), evidence });
    }
    (edits, wanted.map(|_| before))
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
