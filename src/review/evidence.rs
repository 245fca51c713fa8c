//! What a decision means to a declaration: the words of a passage as evidence, and the state that they give.

use std::path::Path;
use std::sync::Arc;

use crate::check::{Disk, Files as _, PaperReader};
use crate::decisions::{Decision, Decisions};
use crate::declaration::{Edit, Evidence, Paper, SourceDocument, SourceId, given_details};
use crate::document::Spot;
use crate::questions::OpenDeclaration;
use crate::reading::ReadDocument;
use crate::rulebook::{ArrangementId, Vocabulary};
use crate::standing::{Day, State};

/// A paper whose passages are decided, with what it takes to make evidence of them.
#[derive(Clone, Copy, Debug)]
pub struct PaperOf<'a> {
    /// Where the paper is.
    pub path: &'a Path,
    /// What is read in it.
    pub read: &'a ReadDocument,
    /// What was decided so far.
    pub decisions: &'a Decisions,
    /// What reads papers.
    pub reader: &'a PaperReader,
    /// The arrangements and their details.
    pub vocabulary: &'a Vocabulary,
    /// The day that it is.
    pub today: Day,
}

/// The edits that make a passage evidence, and the state before where they change it.
/// `block` is the one in which its words stand, `file` the paper as the declaration is to name it.
#[must_use]
pub fn stated(
    paper: &PaperOf<'_>,
    declaration: &OpenDeclaration<'_>,
    decision: &Decision,
    block: usize,
    file: String,
) -> (Vec<Edit>, Option<State>) {
    let of = &decision.arrangement;
    let mut edits = Vec::new();
    let spot = Spot { page: decision.page, line: decision.line, ..Spot::default() };
    let mut evidence =
        Paper::new(Arc::clone(&paper.read.document)).piece(&decision.quote, spot, Some(block));
    evidence.source = match source(paper, declaration) {
        Some(known) => known,
        None => {
            let mut source = source_of(paper.path, file, &declaration.declaration().sources);
            source.date = paper.read.dated.as_ref().map(|dated| dated.date);
            let id = source.id.clone();
            edits.push(Edit::AddSource(source));
            id
        }
    };
    let own = declaration.on(of);
    let before = own.map_or(State::NotStated, |own| own.state);
    // What a person said elsewhere stays; else the state is what the passages come to that were decided.
    let mut decisions = Decisions::clone(paper.decisions);
    let was = paper.decided_state(&decisions, of);
    decisions.all.push(decision.clone());
    let is = paper.decided_state(&decisions, of).or(decision.state);
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
    let (vocabulary, today) = (paper.vocabulary, paper.today);
    if let Some(arrangement) = vocabulary.arrangement(of.as_str()) {
        let state = wanted.unwrap_or(before);
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
#[must_use]
pub fn withdrawn(
    paper: &PaperOf<'_>,
    declaration: &OpenDeclaration<'_>,
    decision: &Decision,
) -> Vec<Edit> {
    let of = &decision.arrangement;
    let (Some(own), Some(source)) = (declaration.on(of), source(paper, declaration)) else {
        return Vec::new();
    };
    let at =
        own.evidence.iter().position(|piece| piece.source == source && is_same(piece, decision));
    let mut edits: Vec<Edit> =
        at.map(|at| Edit::RemoveEvidence { of: of.clone(), at }).into_iter().collect();
    let was = paper.decided_state(paper.decisions, of);
    if was == Some(own.state) {
        let mut left = Decisions::clone(paper.decisions);
        left.all.retain(|one| one != decision);
        let alone = own.evidence.len() <= edits.len();
        edits.extend(match paper.decided_state(&left, of) {
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
fn source(paper: &PaperOf<'_>, declaration: &OpenDeclaration<'_>) -> Option<SourceId> {
    let opened = declaration.opened();
    let folder = opened.path.parent().unwrap_or(Path::new(""));
    let own = &Disk;
    let path = own.identity(paper.path);
    let mut known = opened.declaration.sources.iter();
    let known = known.find(|source| {
        source.file.as_ref().is_some_and(|file| own.identity(&folder.join(file)) == path)
    });
    known.map(|source| source.id.clone())
}

impl PaperOf<'_> {
    /// How far an arrangement stands by these decisions about the paper.
    fn decided_state(&self, decisions: &Decisions, of: &ArrangementId) -> Option<State> {
        self.reader.decided_state(self.read, decisions, of)
    }
}

/// A paper as a source of a declaration, with an id that none of its sources has. `file` is where it is, seen from
/// the declaration.
#[must_use]
pub fn source_of(paper: &Path, file: String, known: &[SourceDocument]) -> SourceDocument {
    let stem = paper.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let words: Vec<String> = stem
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let plain = if words.is_empty() { "paper".to_owned() } else { words.join("-") };
    let taken = |id: &str| known.iter().any(|source| source.id.as_str() == id);
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    let id = std::iter::once(plain.clone()).chain(numbered).find(|id| !taken(id)).unwrap_or(plain);
    let id = SourceId::from(id.as_str());
    let file = Some(file);
    SourceDocument { id, title: stem, file, address: None, date: None, obtained: None, text: None }
}
