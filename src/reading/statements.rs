//! The statements of a document, sentence by sentence.

use super::actors::name_by_area;
use super::answers::answers;
use super::asked::{asked_above, asks_anew};
use super::carried::goes_on;
use super::conceded::{denied_first, no_more_than_a_part};
use super::context::{Context, SentenceRole};
use super::cue_statement::{in_grid, statement};
use super::cues::{look_at_all, look_for_modifiers};
use super::ended_by_date::ended_by_date;
use super::filled::Filled;
use super::following::{follow_up, within_sentence};
use super::grid_answers::GridReader;
use super::grid_said::CellPart;
use super::heard::Heard;
use super::hints::hinted;
use super::judge::judge;
use super::kind::topic;
use super::mail::Messages;
use super::nearness::Nearness;
use super::neighbours::{is_anothers, is_ours, with_its_neighbours};
use super::notes::Notes;
use super::numbered::{Above, Numbered};
use super::owner::{Owner, subject};
use super::quoted::attribute;
use super::reader::{Reader, Scratch};
use super::scope::{opens_a_quote, speech};
use super::sentence::Sentence;
use super::short_names::name_by_short_names;
use super::statement::{Statement, Upshot};
use super::structure;
use super::unanswered::{ASKING, Unanswered, asks_of_others, tells_of_others, undecided};
use super::verdict::verdict;
use super::voice::Voice;
use super::whose::Step;
use super::within_table::Tables;
use crate::document::{Block, Document, Kind};

/// A question is answered by so many sentences after it, or not by a bare "no".
const ANSWERED_WITHIN: usize = 2;

/// The most statements of one document. A paper of a thousand pages has some thousands.
pub(super) const MOST: usize = 60_000;

/// The statements of a document, and what was heard in it; where there are more than [`MOST`], some more than that and not
/// the rest.
pub(super) fn find(
    document: &Document,
    mut sentences: Vec<Sentence>,
    filled: &Filled<'_>,
    voice: &Voice,
    reader: &Reader,
    scratch: &mut Scratch,
) -> (Vec<Statement>, Heard) {
    let text =
        |sentence: &Sentence| document.blocks.get(sentence.block).map_or("", |block| block.text());
    let note = |own: &Sentence| document.blocks.get(own.block).and_then(Block::note);
    look_at_all(document, &mut sentences, reader, scratch);
    sentences.iter_mut().for_each(|sentence| name_by_area(sentence, voice, reader));
    name_by_short_names(document, &mut sentences, reader);
    attribute(document, &mut sentences, voice, reader);
    let parts = GridReader::new(document, &sentences, voice, reader, filled).parts();
    let messages = Messages::of(document, reader.writing());
    let roles = structure::roles(document, &sentences, &messages, reader);
    let tables = Tables::of(document);
    let mut notes = Notes::of(document, &sentences);
    let mut nearness = Nearness::of(&sentences, reader);
    let mut statements: Vec<Statement> = Vec::new();
    let mut others_heading = false;
    let ours = Voice { we: true, own: true, about: false, ..voice.clone() };
    // "We" below another body's heading is that body.
    let theirs = Voice { we: false, own: false, ..voice.clone() };
    // What names nobody in a grid is the force's where others are named in passing alone.
    let passing = |kind: Option<&Kind>| voice.passing && matches!(kind, Some(Kind::Cell(_)));
    let mut own_section = false;
    let mut stem: Option<usize> = None;
    let mut asked: Vec<Statement> = Vec::new();
    let (mut numbered, mut open) = (Numbered::new(&reader.atoms.writing), Unanswered::default());
    // Whom the sentences before speak of.
    let mut running: Option<Owner> = None;
    let (mut was_question, mut unanswered) = (false, 0_usize);
    for at in 0..sentences.len() {
        if statements.len() > MOST {
            break;
        }
        // A sentence without a cue says something only where it answers or goes on.
        if let Some(sentence) = sentences.get_mut(at)
            && (!asked.is_empty() || goes_on(sentence, reader) || note(sentence).is_some())
        {
            look_for_modifiers(sentence, reader, scratch);
        }
        let Some(sentence) = sentences.get(at) else { continue };
        let block = document.blocks.get(sentence.block);
        let kind = block.map(|block| &block.kind);
        let body = text(sentence);
        if let Some(note) = note(sentence) {
            let asks = roles.get(at) == Some(&SentenceRole::Question);
            let base = notes.context(note, body, asks, &sentences, (voice, &ours), reader);
            let base = Context { topical: base.topical || nearness.of_slavery(), ..base };
            let read = |hit| statement(sentence, at, hit, judge(sentence, hit, base), reader);
            statements.extend(sentence.cues.iter().map(read));
            continue;
        }
        let part = parts.parts.get(&sentence.block);
        let numbered_item = document.is_numbered(sentence.block);
        let under_a_request = numbered_item && asked_above(&sentences, document, at, reader);
        let role = match part {
            Some(CellPart::Asked) => SentenceRole::Question,
            _ if sentence.is_asked || under_a_request => SentenceRole::Question,
            _ => roles.get(at).copied().unwrap_or(SentenceRole::Statement),
        };
        let heading = matches!(kind, Some(Kind::Heading(_)));
        nearness.note(sentence, heading, reader);
        if heading {
            others_heading = is_anothers(sentence, voice, reader);
            own_section = is_ours(sentence, voice, reader);
        }
        let item = role == SentenceRole::Item || matches!(kind, Some(Kind::Item));
        if !item && !sentence.is_chosen {
            stem = None;
        }
        let within = parts.topical.contains(&sentence.block) || (nearness.titled && part.is_some());
        let speaks_for_us = own_section || parts.ours.contains(&sentence.block) || passing(kind);
        let context = Context {
            reader,
            voice: match () {
                () if others_heading => &theirs,
                () if speaks_for_us => &ours,
                () => voice,
            },
            role,
            text: body,
            numbered: numbered_item,
            stem: stem.and_then(|stem| sentences.get(stem)).map(|stem| (stem, text(stem))),
            topical: nearness.topical(within),
            far: nearness.far(within),
            before: running,
            others_heading,
        };
        notes.keep(at, &context, own_section);
        if let Some(why) = sentence.undecided {
            statements.extend(undecided(at, why, &asked));
            asked.clear();
            continue;
        }
        if let Some(part) = part.filter(|part| **part != CellPart::Asked) {
            if *part != CellPart::Status || !sentence.cues.is_empty() {
                // A heading that is answered is no heading over itself.
                let labelled = heading || parts.ours.contains(&sentence.block);
                let others_heading = context.others_heading && !labelled;
                let context = Context { others_heading, ..context };
                statements.extend(in_grid(sentence, at, part, document, context));
            }
            asked.clear();
            running = None;
            continue;
        }
        let asks = role == SentenceRole::Question;
        let paired = block.and_then(|block| numbered.answered(block, sentence, asks));
        // "Question 2: no." answers what was asked under that number.
        let role = if asks && paired.is_some() { SentenceRole::Answer } else { role };
        let context = Context { role, ..context };
        if role == SentenceRole::Question && !was_question {
            asked.clear();
            numbered.begins_run();
        }
        // What stands under a heading says nothing of what the heading before it names.
        if heading && role != SentenceRole::Question && !sentence.cues.is_empty() {
            asked.clear();
        }
        let lead = paired.as_ref().map_or(0, |(_, lead)| *lead);
        if let Some((questions, _)) = &paired {
            asked.clone_from(questions);
            unanswered = 0;
        }
        was_question = role == SentenceRole::Question;
        unanswered = if was_question || heading { 0 } else { unanswered + 1 };
        if unanswered > ANSWERED_WITHIN {
            asked.clear();
        }
        if let Some(block) = block.filter(|_| role != SentenceRole::Question && paired.is_none()) {
            numbered.notes(block, sentence, at);
        }
        let denied = denied_first(sentence, body, &asked, reader);
        if role != SentenceRole::Question && !parts.asides.contains(&sentence.block) {
            if paired.is_none() {
                let may = |own: &Statement| tables.may_answer(document, sentence.block, own.block);
                asked.retain(may);
            }
            let mut found = answers(sentence, at, body, lead, &asked, &sentences, reader);
            if !found.is_empty() {
                numbered.settled(&found);
                if paired.is_none() {
                    found = numbered.unpaired(found, context.numbered);
                }
                asked.clear();
            }
            statements.extend(found);
        }
        let new: Vec<Statement> = sentence
            .cues
            .iter()
            .map(|hit| statement(sentence, at, hit, judge(sentence, hit, context), reader))
            .collect();
        let mut new = with_its_neighbours(new, sentence, voice);
        no_more_than_a_part(&mut new, &denied);
        let unnamed = |own: &&mut Statement| own_section && own.settled == Some(Step::Nobody);
        new.iter_mut().filter(unnamed).for_each(|own| own.settled = Some(Step::Section));
        let questions = sentence.cues.iter().zip(&new).filter_map(|(hit, new)| {
            let asks = matches!(new.upshot, Upshot::Silent(why) if ASKING.contains(&why));
            // "> The council has a toolkit of its own.": told beside what is asked.
            let asks = asks
                && !tells_of_others(sentence, body, voice, reader)
                && !(role == SentenceRole::Question && asks_of_others(sentence, voice, reader));
            (asks && topic(sentence, hit, context).is_some()).then_some(new)
        });
        // "3. You asked who leads. A superintendent.": of one thing, so that what follows is plain.
        let first = questions.clone().next().map(|own| &own.arrangement);
        let one = first.is_some() && questions.clone().all(|own| Some(&own.arrangement) == first);
        if one && asks_anew(sentence, role) {
            asked.clear();
            unanswered = ANSWERED_WITHIN - 1;
        }
        let had = asked.len();
        if let Some(block) = block {
            numbered.asks(block, sentence, role == SentenceRole::Question, questions.clone());
        }
        asked.extend(questions.cloned());
        open.note(asked.get(had..).unwrap_or_default());
        // What is asked is answered later.
        if asked.len() == had && role == SentenceRole::Statement && sentence.cues.len() > 2 {
            asked.clear();
        }
        // What has a number of its own goes on from nothing.
        if new.is_empty() && !context.numbered && lead == 0 {
            let before = at.checked_sub(1).and_then(|before| sentences.get(before));
            let quoted = before.is_some_and(|own| opens_a_quote(own, text(own)));
            // "She said that some hotels had no plan.": that is told of other things.
            let reported = speech(sentence, body, reader).is_some();
            if !quoted && !reported {
                follow_up(&sentences, at, &mut statements, reader);
            }
            ended_by_date(&sentences, at, body, &mut statements, reader);
            verdict(&sentences, at, block, &mut statements, reader);
        }
        let hinted: Vec<Statement> = hinted(sentence, context)
            .map(|(hit, read)| statement(sentence, at, hit, read, reader))
            .collect();
        let from = statements.len();
        statements.extend(new);
        within_sentence(sentence, body, &mut statements, from, reader);
        statements.extend(hinted);
        running = subject(sentence, voice, reader).or(running);
        if heading {
            running = None;
        }
        // "1. has a unit;" goes on from what leads its own list in.
        let within = item && stem.is_some();
        let leads = sentence.ends_in(body, if within { &[":"] } else { &[":", ";"] });
        if leads && role != SentenceRole::Heading {
            stem = Some(at);
        }
    }
    for Above { questions, answer } in numbered.answered_above() {
        for (at, lead) in answer {
            if let Some(sentence) = sentences.get_mut(at) {
                look_for_modifiers(sentence, reader, scratch);
            }
            let Some(sentence) = sentences.get(at) else { continue };
            let body = text(sentence);
            statements.extend(answers(sentence, at, body, lead, &questions, &sentences, reader));
        }
    }
    notes.apply(document, &sentences, &mut statements, reader);
    let stated = |own: &Statement| matches!(own.upshot, Upshot::State(..));
    if roles.contains(&SentenceRole::Answer) || statements.iter().any(stated) {
        open.hand_over(&mut statements);
    }
    // Last, so that what is handed to a person could still be answered.
    for statement in &mut statements {
        if let Upshot::State(_, ground) = statement.upshot
            && reader.without == Some(ground)
        {
            statement.upshot = Upshot::Unsure("its ground doesn't count");
        }
        if let (Upshot::Silent(_), Some(why)) = (&statement.upshot, statement.ask) {
            statement.upshot = Upshot::Unsure(why);
        }
    }
    let paper = Heard::new(sentences, roles, messages);
    (statements, paper)
}
