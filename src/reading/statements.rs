//! The statements of a document, sentence by sentence.

use super::answers::answers;
use super::following::{follow_up, goes_on, within_sentence};
use super::judge::{ANOTHERS, Context, Judged, Role, judge};
use super::line::{Line, Who};
use super::owner::{Owner, owner, subject};
use super::patterns::ClassId;
use super::reader::{Reader, Scratch};
use super::speaker::Voice;
use super::structure;
use crate::document::{Document, Kind};
use crate::rulebook::{ArrangementId, CueSays, Effect};
use crate::source::Span;

pub use super::judge::Verdict;

/// A cue with what was made of it.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The arrangement that the cue names.
    pub arrangement: ArrangementId,
    /// What it says.
    pub verdict: Verdict,
    /// The block of the document that it stands in.
    pub block: usize,
    /// The sentence, in bytes of the block's text.
    pub sentence: Span,
    /// The cue, likewise.
    pub cue: Span,
    /// The cue's pattern.
    pub pattern: String,
    /// The modifiers that decided: where they stand, what they do, their pattern.
    pub marks: Vec<(Span, Effect, String)>,
    /// Whether what the cue names is only presupposed ("the team"), not said to stand.
    pub presupposed: bool,
    /// Whether it shows the arrangement in part at best, by its nature.
    pub in_part: bool,
    /// Sentences that go on from this one and changed what it says: block and span.
    pub also: Vec<(usize, Span)>,
    /// The number of the sentence in the document.
    pub(super) line: usize,
}

/// Why a cue says nothing that somebody may answer.
const ASKING: [&str; 7] = [
    "it is asked",
    "it is part of a question",
    "it is a task that somebody is given",
    "it is an order to somebody",
    "somebody should do it",
    "it stands in a heading",
    ANOTHERS,
];

/// A question is answered by so many sentences after it, or not by a bare "no".
const ANSWERED_WITHIN: usize = 2;

/// How many sentences a topic is carried on.
const CARRIED: usize = 4;

/// The statements of a document.
pub(super) fn find(
    document: &Document,
    mut lines: Vec<Line>,
    voice: &Voice,
    reader: &Reader,
    scratch: &mut Scratch,
) -> Vec<Statement> {
    let text = |line: &Line| document.blocks.get(line.block).map_or("", |block| block.text());
    for line in &mut lines {
        line.look(text(line), reader, scratch);
    }
    let roles = structure::roles(document, &lines, reader);
    let names = |line: &Line, class: ClassId| line.has(class, &(0..line.len()));
    let topical_lines = lines.iter().filter(|line| names(line, reader.classes.slavery)).count();
    let titled = lines
        .iter()
        .take_while(|line| line.block < 2)
        .any(|line| names(line, reader.classes.slavery));
    let of_slavery =
        topical_lines * 6 >= lines.len() || lines.len() <= 8 || (titled && lines.len() <= 40);
    let mut statements: Vec<Statement> = Vec::new();
    let mut since_topic = usize::MAX;
    let mut section_topical = false;
    let mut others_heading = false;
    let mut stem: Option<usize> = None;
    let mut asked: Vec<Statement> = Vec::new();
    // Whom the sentences before speak of.
    let mut running: Option<Owner> = None;
    let (mut was_question, mut unanswered) = (false, 0_usize);
    for at in 0..lines.len() {
        // A sentence without a cue says something only where it answers or goes on.
        if let Some(line) = lines.get_mut(at)
            && (!asked.is_empty() || goes_on(line, reader))
        {
            line.look_for_modifiers(reader, scratch);
        }
        let Some(line) = lines.get(at) else { continue };
        let body = text(line);
        let role = roles.get(at).copied().unwrap_or(Role::Statement);
        let heading = document
            .blocks
            .get(line.block)
            .is_some_and(|block| matches!(block.kind, Kind::Heading(_)));
        let slavery = names(line, reader.classes.slavery);
        let rival = !slavery && names(line, reader.classes.rival);
        if heading {
            section_topical = slavery;
            others_heading = is_anothers(line, voice);
            if rival {
                since_topic = usize::MAX;
            }
        }
        since_topic = if slavery { 0 } else { since_topic.saturating_add(1) };
        if role != Role::Item
            && !matches!(document.blocks.get(line.block).map(|block| &block.kind), Some(Kind::Item))
        {
            stem = None;
        }
        let context = Context {
            reader,
            voice,
            role,
            text: body,
            stem: stem.and_then(|stem| lines.get(stem)).map(|stem| (stem, text(stem))),
            topical: of_slavery || section_topical || since_topic <= CARRIED,
            before: running,
            others_heading,
        };
        if role == Role::Question && !was_question {
            asked.clear();
        }
        was_question = role == Role::Question;
        unanswered = if was_question || heading { 0 } else { unanswered + 1 };
        if unanswered > ANSWERED_WITHIN {
            asked.clear();
        }
        if role != Role::Question {
            let had = statements.len();
            statements.extend(answers(line, at, body, &asked, reader));
            if statements.len() > had {
                asked.clear();
            }
        }
        let new: Vec<Statement> = line
            .cues
            .iter()
            .map(|hit| statement(line, at, hit, judge(line, hit, context), reader))
            .collect();
        let new = with_its_neighbours(new, line, voice);
        let questions = new
            .iter()
            .filter(|new| matches!(new.verdict, Verdict::Silent(why) if ASKING.contains(&why)));
        let had = asked.len();
        asked.extend(questions.cloned());
        if asked.len() > had {
            // What is asked is answered later.
        } else if role == Role::Statement && line.cues.len() > 2 {
            asked.clear();
        }
        if new.is_empty() {
            follow_up(line, at, body, &mut statements, reader);
        }
        let from = statements.len();
        statements.extend(new);
        within_sentence(line, body, &mut statements, from, reader);
        running = subject(line, voice, reader).or(running);
        if heading {
            running = None;
        }
        if line.is_sign(body, line.len().saturating_sub(1), &[":", ";"]) && role != Role::Heading {
            stem = Some(at);
        }
    }
    statements
}

/// Whether a heading names another body and little else.
fn is_anothers(line: &Line, voice: &Voice) -> bool {
    let named: usize = line
        .actors
        .iter()
        .filter(|actor| owner(actor, voice) == Owner::Other && actor.who != Who::We)
        .map(|actor| actor.span.len())
        .sum();
    named * 2 > line.len()
}

/// Where a sentence names another body as the one whose arrangement it is, and nowhere the force,
/// its other cues of that arrangement speak of that body, too.
fn with_its_neighbours(mut new: Vec<Statement>, line: &Line, voice: &Voice) -> Vec<Statement> {
    if line.actors.iter().any(|actor| owner(actor, voice) != Owner::Other) {
        return new;
    }
    let anothers: Vec<ArrangementId> = new
        .iter()
        .filter(|statement| statement.verdict == Verdict::Silent(ANOTHERS))
        .map(|statement| statement.arrangement.clone())
        .collect();
    for statement in new.iter_mut().filter(|own| anothers.contains(&own.arrangement)) {
        if matches!(statement.verdict, Verdict::State(_)) {
            statement.verdict = Verdict::Silent(ANOTHERS);
        }
    }
    new
}

/// A modifier of a sentence as a statement tells it: where it stands, what it does, its pattern.
pub(super) fn told(line: &Line, mark: usize, reader: &Reader) -> Option<(Span, Effect, String)> {
    let mark = line.marks.get(mark)?;
    let written = reader.modifier_meanings.get(mark.modifier).map(|meaning| &meaning.written);
    Some((line.place(&mark.span), mark.effect, written.cloned().unwrap_or_default()))
}

fn statement(
    line: &Line,
    at: usize,
    hit: &super::line::Hit,
    judged: Judged,
    reader: &Reader,
) -> Statement {
    let marks = judged.marks.iter().filter_map(|mark| told(line, *mark, reader));
    Statement {
        arrangement: reader
            .arrangements
            .get(hit.arrangement)
            .map_or_else(|| ArrangementId::from(""), |arranged| arranged.id.clone()),
        verdict: judged.verdict,
        block: line.block,
        sentence: line.place(&(0..line.len())),
        cue: line.place(&hit.span),
        pattern: reader
            .cue_meanings
            .get(hit.cue)
            .map(|cue| cue.written.clone())
            .unwrap_or_default(),
        marks: marks.collect(),
        presupposed: judged.presupposed,
        in_part: hit.says == CueSays::Part,
        also: Vec::new(),
        line: at,
    }
}
