//! What a decision means to a declaration: the words of a passage as evidence, and the state that they give.

use std::path::Path;
use std::sync::Arc;

use super::Passage;
use crate::check::{Disk, Files as _, PaperReader};
use crate::decisions::{Decision, Decisions};
use crate::declaration::{
    Declared, Edit, Evidence, Paper, SourceDocument, SourceId, Value, given_details,
};
use crate::document::Spot;
use crate::questions::OpenDeclaration;
use crate::reading::ReadDocument;
use crate::rulebook::{ArrangementId, FieldId, Vocabulary};
use crate::standing::{Day, PartialDate, State};

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

/// What a decision comes to in a declaration.
#[derive(Clone, Debug)]
pub struct Stated {
    /// The edits that make its words evidence.
    pub edits: Vec<Edit>,
    /// The state before, where they change it.
    pub was: Option<State>,
    /// The state that stays, though the decision is another: other words stand for it.
    pub stays: Option<State>,
}

impl Stated {
    /// What becomes of an answer that was there, in a sentence without its point; nothing where there was none.
    #[must_use]
    pub fn of_the_answer(&self) -> Option<String> {
        if let Some(stays) = self.stays {
            return Some(format!("The answer stays “{stays}”: other words stand for it"));
        }
        let was = self.was.filter(|was| *was != State::NotStated)?;
        Some(format!("It takes the place of “{was}”"))
    }
}

/// What makes a passage evidence. The state is what the passages of the paper come to that were decided; one that is
/// declared otherwise stays, unless the paper is dated after all that stands for it.
/// `block` is the one in which its words stand, `file` the paper as the declaration is to name it.
#[must_use]
pub fn stated(
    paper: &PaperOf<'_>,
    declaration: &OpenDeclaration<'_>,
    decision: &Decision,
    block: usize,
    file: String,
) -> Stated {
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
    let mut decisions = Decisions::clone(paper.decisions);
    let was = paper.decided_state(&decisions, of);
    decisions.all.push(decision.clone());
    let is = paper.decided_state(&decisions, of).or(decision.state);
    let newer = own.is_some_and(|own| is_newer(paper, declaration, own));
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
    let (vocabulary, today) = (paper.vocabulary, paper.today);
    if let Some(arrangement) = vocabulary.arrangement(of.as_str()) {
        let state = wanted.unwrap_or(before);
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

/// Whether a paper is dated after everything else that stands for an arrangement.
fn is_newer(paper: &PaperOf<'_>, declaration: &OpenDeclaration<'_>, own: &Declared) -> bool {
    let dated = paper.read.dated.as_ref().map(|dated| dated.date);
    let mut dates = own.evidence.iter().map(|piece| declaration.declaration().newest_of(piece));
    let older = |date: Option<PartialDate>| {
        dated.zip(date).is_some_and(|(paper, date)| date.latest() < paper.earliest())
    };
    !own.evidence.is_empty() && dates.all(older)
}

/// What accepting a passage as it is suggested says beside its state: each detail by its title.
#[must_use]
pub fn would_give<'v>(
    paper: &Paper,
    passage: &Passage<'_>,
    vocabulary: &'v Vocabulary,
    today: Day,
) -> Vec<(&'v str, Value)> {
    let of = passage.statement.arrangement.as_str();
    let Some((arrangement, state)) = vocabulary.arrangement(of).zip(passage.suggested()) else {
        return Vec::new();
    };
    let evidence = paper.piece(&passage.quote, passage.spot, Some(passage.statement.block));
    let given = given_details(arrangement, state, &[evidence], vocabulary, today).into_iter();
    let titled =
        |(field, value): (FieldId, _)| Some((&*arrangement.field(field.as_str())?.title, value));
    given.filter_map(titled).collect()
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
