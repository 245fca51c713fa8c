//! A document's sentences, and what each is to the paper: a question, an answer, a task, a heading.

use std::collections::BTreeMap;

use super::actor::{Actor, Who};
use super::actors;
use super::chosen::Chosen;
use super::cited::is_reference;
use super::context::SentenceRole;
use super::mail::Messages;
use super::reader::{Reader, Scratch};
use super::sentence::Sentence;
use super::sentence_ends::sentence_spans;
use super::tokens::{Shape, tokens};
use crate::document::{Document, Kind};
use crate::rulebook::Effect;

/// The sentences of a document.
pub(super) fn sentences(
    document: &Document,
    chosen: &BTreeMap<usize, Chosen>,
    reader: &Reader,
    scratch: &mut Scratch,
) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut all = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        if matches!(block.kind, Kind::Furniture) {
            continue;
        }
        all.clear();
        tokens(block.text(), block.joints(), &reader.atoms, &mut scratch.words, &mut all);
        let chosen = chosen.get(&index);
        if let Some(chosen) = chosen {
            all.retain(|token| !chosen.leaves_out(token.start as usize));
        }
        // "Budget: ___None___": filled in on a rule.
        if block.text().contains("__") {
            all.retain(|token| block.text().get(token.span()) != Some("_"));
        }
        let marks = block.note_marks();
        if marks.iter().any(|mark| !mark.place.is_empty()) {
            all.retain(|token| {
                let start = token.start as usize;
                let next = marks.partition_point(|mark| mark.place.end <= start);
                marks.get(next).is_none_or(|mark| !mark.place.contains(&start))
            });
        }
        // "There is a lead:", and beside it or under it "☐ Yes ☒ No"; under it whatever its last sign is.
        if chosen.is_some_and(|chosen| chosen.answers && chosen.asks.is_none())
            // What was chosen of the same things isn't asked by the next of them.
            && let Some(before) = sentences.last_mut().filter(|before| !before.is_chosen)
            && document.blocks.get(before.block).is_some_and(|own| {
                let cells = [own, block].iter().any(|own| matches!(own.kind, Kind::Cell(_)));
                own.text().ends_with(':')
                    || before.block + 1 == index && (own.text().ends_with('.') || !cells)
            })
        {
            before.is_asked = true;
        }
        let asks = chosen.and_then(|chosen| chosen.asks).unwrap_or(0);
        let cut = all.partition_point(|token| (token.start as usize) < asks);
        let (asked, rest) = all.split_at(cut);
        for (part, is_asked) in [(asked, true), (rest, false)] {
            for span in sentence_spans(block.text(), part, &reader.atoms.writing) {
                let own = part.get(span).unwrap_or_default();
                let mut sentence = Sentence::new(index, own, reader, scratch);
                sentence.is_chosen = chosen.is_some();
                sentence.is_asked = is_asked;
                actors::find(&mut sentence, block.text(), reader, scratch);
                let names = |actor: &Actor| !is_a_kind(actor, &sentence, reader);
                let kept: Vec<bool> = sentence.actors.iter().map(names).collect();
                let mut kept = kept.into_iter();
                sentence.actors.retain(|_| kept.next().unwrap_or(true));
                sentences.push(sentence);
            }
        }
        if let Some(why) = chosen.and_then(|chosen| chosen.undecided) {
            let mut nothing = Sentence::new(index, &[], reader, scratch);
            nothing.undecided = Some(why);
            sentences.push(nothing);
        }
    }
    sentences
}

/// Whether what may be the name of another body's paper is a thing of its kind: "a modern slavery strategy", in small letters and
/// not *the* one.
fn is_a_kind(actor: &Actor, sentence: &Sentence, reader: &Reader) -> bool {
    let last = actor.span.end.checked_sub(1).and_then(|at| sentence.tokens.get(at));
    let small = last.is_some_and(|token| token.shape == Shape::Lower);
    let before = actor.span.start.checked_sub(1);
    actor.who == Who::Other
        && small
        && sentence.is(reader.classes.slavery, actor.span.start)
        && !before.is_some_and(|at| sentence.is(reader.classes.definite, at))
}

/// A label: "Answer:", "Work outstanding".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    /// It is all that its sentence holds.
    Alone(Effect),
    /// It leads in what its sentence says.
    LeadsIn(Effect),
}

fn label(sentence: &Sentence, text: &str) -> Option<Label> {
    let numbered = (0..sentence.len().min(2)).find(|at| {
        !sentence.is_sign(text, *at, &["(", ")", ".", "-"])
            && !sentence.tokens.get(*at).is_some_and(|token| token.shape == Shape::Number)
    });
    let start = numbered.unwrap_or(0);
    let mark = sentence
        .marks
        .iter()
        .filter(|mark| mark.span.start == start && Effect::LABELS.contains(&mark.effect))
        .max_by_key(|mark| mark.span.end)?;
    let mut end = mark.span.end;
    // "Question 3", "Q3)"
    while sentence.tokens.get(end).is_some_and(|token| token.shape == Shape::Number)
        || sentence.is_sign(text, end, &[")", "."])
    {
        end += 1;
    }
    let colon = sentence.is_sign(text, end, &[":", "–"]);
    let rest = sentence.len().saturating_sub(end + usize::from(colon));
    match (rest, colon) {
        (0, _) => Some(Label::Alone(mark.effect)),
        (_, true) => Some(Label::LeadsIn(mark.effect)),
        // "In response: …" and "Response to Q1" lead in, too, where little follows.
        (1..=3, false) if mark.effect == Effect::Asked && end > mark.span.end => {
            Some(Label::LeadsIn(mark.effect))
        }
        _ => None,
    }
}

/// What each sentence is. Lines have been looked through for modifiers.
pub(super) fn roles(
    document: &Document,
    sentences: &[Sentence],
    messages: &Messages,
    reader: &Reader,
) -> Vec<SentenceRole> {
    let mut roles: Vec<SentenceRole> = Vec::with_capacity(sentences.len());
    let mut standing = SentenceRole::Statement;
    let mut asked_for = 0_usize;
    let mut under_heading = false;
    // The last label of an answer that stands alone.
    let mut answer: Option<usize> = None;
    for (at, sentence) in sentences.iter().enumerate() {
        let Some(block) = document.blocks.get(sentence.block) else { continue };
        let text = block.text();
        if block.note().is_some() {
            // A note stands outside of what the page says around it.
            roles.push(if ends_in_a_question(sentence, text) {
                SentenceRole::Question
            } else {
                SentenceRole::Statement
            });
            continue;
        }
        let new_block =
            at == 0 || sentences.get(at - 1).is_some_and(|before| before.block != sentence.block);
        let heading = matches!(block.kind, Kind::Heading(_));
        let mut role = match &block.kind {
            Kind::Heading(_) => SentenceRole::Heading,
            Kind::Quotation => SentenceRole::Question,
            // What a mail quotes of the one before it, where its signs were copied with it.
            _ if text.starts_with("> ")
                && !text.get(..sentence.place(&(0..1)).start).unwrap_or_default().contains('?') =>
            {
                SentenceRole::Question
            }
            _ if messages.is_head(sentence.block) => SentenceRole::Heading,
            Kind::Paragraph | Kind::Item if is_reference(text) => SentenceRole::Aside,
            Kind::Cell(cell) if cell.heads => SentenceRole::Heading,
            Kind::Cell(cell) => cell_role(cell.beside.as_deref(), cell.under.as_deref(), reader),
            Kind::Item => SentenceRole::Item,
            _ if sentence.is_chosen => SentenceRole::Item,
            _ => SentenceRole::Statement,
        };
        let alone =
            new_block && sentences.get(at + 1).is_none_or(|next| next.block != sentence.block);
        let found = label(sentence, text).filter(|label| {
            let question =
                matches!(label, Label::Alone(Effect::Asked | Effect::Answer | Effect::Aside));
            !matches!(label, Label::Alone(_))
                || (alone
                    && (question
                        || heading
                        || sentence.is_sign(text, sentence.len().saturating_sub(1), &[":"])))
        });
        match found {
            Some(own @ (Label::Alone(effect) | Label::LeadsIn(effect)))
                if effect == Effect::Answer =>
            {
                // What stands alone between two such labels is the answer to the first.
                let of = |at: usize| sentences.get(at).map(|own| own.block);
                let between = at.checked_sub(1).and_then(of);
                let answers = answer.is_some_and(|label| of(label + 1) == between);
                if standing != SentenceRole::Question && !answers {
                    ask_back(&mut roles, sentences, document, at);
                }
                answer = matches!(own, Label::Alone(_)).then_some(at);
                standing = SentenceRole::Answer;
                role = SentenceRole::Answer;
            }
            Some(Label::Alone(Effect::Asked)) => {
                standing = SentenceRole::Question;
                asked_for = 0;
                role = SentenceRole::Question;
            }
            Some(Label::LeadsIn(Effect::Asked)) => role = SentenceRole::Question,
            Some(Label::Alone(effect)) => {
                under_heading = heading;
                standing = role_of(effect);
                role = SentenceRole::Heading;
            }
            Some(Label::LeadsIn(effect)) => role = role_of(effect),
            // Under a label that is no heading only its list is spoken of.
            None if standing == SentenceRole::Aside
                && !under_heading
                && matches!(block.kind, Kind::Paragraph) =>
            {
                standing = SentenceRole::Statement;
            }
            // A new heading ends what a label began; "Please say whether your force" is none.
            None if heading && standing != SentenceRole::Statement && !sentence.asks() => {
                standing = SentenceRole::Statement;
            }
            None => {
                if standing == SentenceRole::Question {
                    asked_for += 1;
                    // A question that goes on for pages has been answered without a label.
                    if asked_for > 24 {
                        standing = SentenceRole::Statement;
                    }
                }
                if !heading
                    && !matches!(block.kind, Kind::Cell(_))
                    && standing != SentenceRole::Statement
                {
                    role = standing;
                }
            }
        }
        if ends_in_a_question(sentence, text) {
            role = SentenceRole::Question;
        }
        roles.push(role);
    }
    roles
}

/// "Who leads on it?", and "“Who leads on it?”".
fn ends_in_a_question(sentence: &Sentence, text: &str) -> bool {
    const CLOSING: [&str; 6] = ["\"", "”", "'", "’", ")", "*"];
    sentence.last_but(text, &CLOSING).is_some_and(|at| sentence.is_sign(text, at, &["?"]))
}

/// The block before an answer is its question, where nothing else said so.
fn ask_back(roles: &mut [SentenceRole], sentences: &[Sentence], document: &Document, to: usize) {
    let before = sentences.get(..to).unwrap_or_default();
    let Some(block) = before.last().map(|own| own.block) else { return };
    // All of a list of numbered questions, or what stands right before.
    let asked = before.iter().rev().take_while(|own| {
        own.block == block || document.is_numbered(block) && document.is_numbered(own.block)
    });
    let from = to - asked.count();
    roles.get_mut(from..to).unwrap_or_default().fill(SentenceRole::Question);
}

fn role_of(effect: Effect) -> SentenceRole {
    match effect {
        Effect::Asked => SentenceRole::Question,
        Effect::Answer => SentenceRole::Answer,
        Effect::Task => SentenceRole::Task,
        Effect::Outstanding => SentenceRole::Outstanding,
        Effect::Progress => SentenceRole::Progress,
        Effect::Aside => SentenceRole::Aside,
        _ => SentenceRole::Statement,
    }
}

/// What a cell is by the label beside it, else by the heading above it.
fn cell_role(beside: Option<&str>, under: Option<&str>, reader: &Reader) -> SentenceRole {
    let labels = [beside, under].into_iter().flatten();
    labels.filter_map(|label| reader.label(label)).map(role_of).next().unwrap_or(SentenceRole::Item)
}
