//! The statements of a document, sentence by sentence.

use super::judge::{ANOTHERS, Context, Judged, Role, judge};
use super::line::{Line, Who};
use super::owner::{Owner, owner, subject};
use super::patterns::ClassId;
use super::reader::{Reader, Scratch};
use super::speaker::Voice;
use super::structure;
use super::tokens::Shape;
use crate::document::{Document, Kind};
use crate::rulebook::{ArrangementId, CueSays, Effect, Reads};
use crate::source::Span;
use crate::standing::State;

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
const ASKING: [&str; 6] = [
    "it is asked",
    "it is part of a question",
    "it is a task that somebody is given",
    "it is an order to somebody",
    "somebody should do it",
    "it stands in a heading",
];

/// A question is answered by so many sentences after it, or not by a bare "no".
const ANSWERED_WITHIN: usize = 2;

/// The longest answer that is a number and little else, in tokens.
const COUNT: usize = 4;

/// Of these a number is an answer.
const COUNTABLE: [&str; 5] = [
    "victim-identification",
    "prevention-orders",
    "investigative-capacity",
    "intelligence",
    "coordinator",
];

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
            .filter(|new| matches!(new.verdict, Verdict::Silent(why) if ASKING.contains(&why) || why == ANOTHERS));
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
fn told(line: &Line, mark: usize, reader: &Reader) -> Option<(Span, Effect, String)> {
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

/// What a short answer says of what was asked: "No.", "Please see attached.", an exemption.
fn answers(
    line: &Line,
    at: usize,
    text: &str,
    asked: &[Statement],
    reader: &Reader,
) -> Vec<Statement> {
    if asked.is_empty() {
        return Vec::new();
    }
    let start = line
        .marks
        .iter()
        .filter(|mark| {
            mark.effect == Effect::Answer
                && mark.span.start <= 1
                && line.is_sign(text, mark.span.end, &[":", "."])
        })
        .map(|mark| mark.span.end + 1)
        .max()
        .unwrap_or(0);
    let says = |effect: Effect| {
        line.marks.iter().any(|mark| {
            // "Yes", and "This force has done so".
            let within = if mark.span.len() > 2 { 4 } else { 1 };
            mark.effect == effect && mark.span.start >= start && mark.span.start <= start + within
        })
    };
    let has = |effect: Effect| line.marks.iter().any(|mark| mark.effect == effect);
    let counted = line.len() - start.min(line.len()) <= COUNT
        && (line.text(text, start).starts_with(|first: char| first.is_ascii_digit())
            || line.tokens.get(start).is_some_and(|token| token.shape != Shape::Number)
                && line.is(reader.classes.number, start));
    let document = |statement: &Statement| {
        matches!(
            statement.arrangement.as_str(),
            "guidance" | "strategy" | "intelligence" | "partnership"
        )
    };
    // "We refuse to confirm or deny whether it does": that asks nothing.
    let asks_more = !line.cues.is_empty();
    let figures = (start..line.len().min(start + 8)).any(|at| line.is(reader.classes.money, at))
        && (start..line.len())
            .any(|at| line.tokens.get(at).is_some_and(|token| token.shape == Shape::Number));
    let short = line.len() - start.min(line.len()) <= 14;
    let counterpart = line.has(reader.classes.counterpart, &(start..line.len()));
    let state = |statement: &Statement| {
        if statement.verdict == Verdict::Silent(ANOTHERS) {
            // "The national lead is …. We have no equivalent.", "Ours is …"
            return counterpart.then(|| {
                if has(Effect::Negated) {
                    State::Absent
                } else if has(Effect::Planned) {
                    State::Planned
                } else {
                    State::InPlace
                }
            });
        }
        if says(Effect::Yes) && line.is_sign(text, start + 2, &[";", ".", ","]) {
            // "It does; its minutes are exempt."
            Some(State::InPlace)
        } else if has(Effect::Withheld) && !has(Effect::Refused) && !asks_more {
            Some(State::Withheld)
        } else if has(Effect::Refused) {
            None
        } else if says(Effect::No) && short {
            Some(State::Absent)
        } else if matches!(statement.arrangement.as_str(), "lead" | "coordinator")
            && line.has(reader.classes.rank, &(start..line.len()))
            && line.len() - start.min(line.len()) <= 24
            && !has(Effect::Negated)
        {
            // "Who is the lead?" is answered by a rank.
            Some(State::InPlace)
        } else if statement.arrangement.as_str() == "budget" && figures && !has(Effect::Negated) {
            // "How much is set aside?" is answered by a sum.
            Some(State::InPlace)
        } else if counted
            && !says(Effect::No)
            && COUNTABLE.contains(&statement.arrangement.as_str())
        {
            // "How many were referred?" is answered by a number.
            Some(State::InPlace)
        } else if says(Effect::Accepted) {
            Some(State::Planned)
        } else if (says(Effect::Yes) && (short || line.is_sign(text, start + 1, &[",", ".", "–"])))
            || (has(Effect::Attached) && document(statement))
        {
            Some(State::InPlace)
        } else {
            None
        }
    };
    let mut found: Vec<Statement> = Vec::new();
    for question in asked {
        let own = line.cues.iter().any(|hit| {
            reader
                .arrangements
                .get(hit.arrangement)
                .is_some_and(|arranged| arranged.id == question.arrangement)
        });
        if own || found.iter().any(|other| other.arrangement == question.arrangement) {
            continue;
        }
        if let Some(state) = state(question) {
            found.push(Statement {
                verdict: Verdict::State(state),
                block: line.block,
                sentence: line.place(&(0..line.len())),
                cue: line.place(&(start..line.len())),
                also: vec![(question.block, question.sentence.clone())],
                presupposed: false,
                line: at,
                ..question.clone()
            });
        }
    }
    found
}

/// The state that a later word gives to what was said before.
fn changed(state: State, line: &Line, span: &Span, anaphor: bool) -> Option<(State, usize)> {
    let mark = |wanted: &dyn Fn(Effect, Reads) -> bool| {
        line.marks
            .iter()
            .position(|mark| span.contains(&mark.span.start) && wanted(mark.effect, mark.reads))
    };
    let not_negated = mark(&|effect, _| effect == Effect::NotNegated).is_some();
    let since = mark(&|effect, _| effect == Effect::Since).is_some();
    let standing = mark(&|effect, _| effect == Effect::Standing).is_some();
    if let Some(at) = mark(&|effect, _| effect == Effect::Ended)
        && !since
        && matches!(state, State::InPlace | State::Partial)
    {
        return Some((State::Absent, at));
    }
    let start = |at: usize| line.marks.get(at).map_or(usize::MAX, |mark| mark.span.start);
    let negated = mark(&|effect, _| effect == Effect::Negated).filter(|_| !not_negated);
    if let Some(at) = mark(&|effect, _| effect == Effect::Planned)
        && !standing
        // "… and has no plans to": a plan that is denied is none.
        && negated.is_none_or(|negated| start(at) < start(negated))
    {
        let backward = line.marks.get(at).is_some_and(|mark| mark.reads == Reads::Backward);
        match state {
            State::Absent => return Some((State::Planned, at)),
            State::InPlace if anaphor && backward && !since => return Some((State::Planned, at)),
            _ => {}
        }
    }
    if state == State::Absent
        && anaphor
        && negated.is_none()
        && let Some(at) = mark(&|effect, _| effect == Effect::Made)
    {
        // "The force had no policy. One was published in 2017."
        return Some((State::InPlace, at));
    }
    if let Some(at) = mark(&|effect, _| effect == Effect::Limited)
        && matches!(state, State::InPlace | State::Absent)
    {
        return Some((State::Partial, at));
    }
    if let Some(at) = negated
        && !standing
        && state == State::InPlace
    {
        return Some((State::Partial, at));
    }
    None
}

/// Whether a sentence begins with what stands for something said before.
fn goes_on(line: &Line, reader: &Reader) -> bool {
    line.is(reader.classes.anaphor, 0) || line.is(reader.classes.pronoun, 0)
}

/// A sentence without a cue that goes on from the one before: "It was disbanded in 2016."
fn follow_up(line: &Line, at: usize, text: &str, statements: &mut [Statement], reader: &Reader) {
    let anaphor = goes_on(line, reader);
    // What records there are says nothing of what they are about.
    let records = line.marks.iter().any(|mark| mark.effect == Effect::Refused);
    if !anaphor || at == 0 || records {
        return;
    }
    let all = matches!(
        line.text(text, 0).to_lowercase().as_str(),
        "both" | "these" | "they" | "all" | "neither"
    );
    let former = line.text(text, 1).eq_ignore_ascii_case("former");
    // "The former is a sergeant's; the latter was abolished."
    let latter = (2..line.len())
        .find(|at| line.text(text, *at).eq_ignore_ascii_case("latter"))
        .filter(|_| former);
    let mut targets: Vec<usize> = (0..statements.len())
        .filter(|index| {
            statements.get(*index).is_some_and(|before| {
                before.line + 1 == at && matches!(before.verdict, Verdict::State(_))
            })
        })
        .collect();
    if let (Some(latter), Some(last)) = (latter, targets.last().copied()) {
        change(line, &(latter..line.len()), last, statements, reader);
    }
    let own = 0..latter.unwrap_or(line.len());
    if !all {
        let one = if former { targets.first().copied() } else { targets.last().copied() };
        let cue = one.and_then(|one| statements.get(one)).map(|before| before.cue.clone());
        targets.retain(|index| statements.get(*index).map(|before| before.cue.clone()) == cue);
    }
    for index in targets {
        change(line, &own, index, statements, reader);
    }
}

/// Lets a part of a sentence change what was said before it.
fn change(line: &Line, part: &Span, index: usize, statements: &mut [Statement], reader: &Reader) {
    let Some(before) = statements.get_mut(index) else { return };
    let Verdict::State(state) = before.verdict else { return };
    if let Some((new, mark)) = changed(state, line, part, true) {
        before.verdict = Verdict::State(new);
        before.also.push((line.block, line.place(&(0..line.len()))));
        before.marks.extend(told(line, mark, reader));
    }
}

/// A clause without a cue that goes on from the one before it in a sentence: "…, but sessions are
/// booked".
fn within_sentence(
    line: &Line,
    text: &str,
    statements: &mut [Statement],
    from: usize,
    reader: &Reader,
) {
    let Some(last_clause) = line.clauses.last().copied() else { return };
    for clause in 1..=last_clause {
        let span = line.clauses.partition_point(|of| *of < clause)
            ..line.clauses.partition_point(|of| *of <= clause);
        if line.cues.iter().any(|hit| span.contains(&hit.span.start)) {
            continue;
        }
        let start = line.place(&span).start;
        let own = statements.get_mut(from..).unwrap_or_default();
        let stated = |before: &Statement| {
            before.cue.end <= start && matches!(before.verdict, Verdict::State(_))
        };
        let Some(last) = own.iter().rfind(|before| stated(before)) else { continue };
        let last = last.arrangement.clone();
        for target in own.iter_mut().filter(|before| stated(before) && before.arrangement == last) {
            let Verdict::State(state) = target.verdict else { continue };
            // "… and takes effect in April": the subject of before goes on.
            let same_subject = line.is(reader.classes.and, span.start)
                && line.is(reader.classes.finite, span.start + 1);
            if let Some((new, mark)) = changed(state, line, &span, same_subject) {
                // "Reception centre: the force has none."
                let answered = |at: usize| {
                    line.is_sign(text, at, &[":"]) && line.place(&(at..at)).start >= target.cue.end
                };
                let new = if new == State::Partial
                    && line.marks.get(mark).is_some_and(|mark| {
                        mark.effect == Effect::Negated
                            && (span.start.saturating_sub(1)..mark.span.start).any(answered)
                    }) {
                    State::Absent
                } else {
                    new
                };
                target.verdict = Verdict::State(new);
                target.marks.extend(told(line, mark, reader));
            }
        }
    }
}
