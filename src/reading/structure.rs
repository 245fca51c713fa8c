//! A document's sentences, and what each is to the paper: a question, an answer, a task, a heading.

use super::judge::Role;
use super::line::Line;
use super::reader::{Reader, Scratch};
use super::tokens::{sentences, tokens};
use crate::document::{Document, Kind};
use crate::rulebook::Effect;

/// The sentences of a document.
pub(super) fn lines(document: &Document, reader: &Reader, scratch: &mut Scratch) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut all = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        if matches!(block.kind, Kind::Furniture) {
            continue;
        }
        all.clear();
        tokens(block.text(), block.joints(), &reader.atoms, &mut scratch.words, &mut all);
        for span in sentences(block.text(), &all) {
            let own = all.get(span).unwrap_or_default();
            lines.push(Line::new(index, block.text(), own, reader, scratch));
        }
    }
    lines
}

/// A label: "Answer:", "Work outstanding".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    /// It is all that its line holds.
    Alone(Effect),
    /// It leads in what its line says.
    LeadsIn(Effect),
}

const LABELS: [Effect; 5] =
    [Effect::Asked, Effect::Answer, Effect::Task, Effect::Outstanding, Effect::Progress];

fn label(line: &Line, text: &str) -> Option<Label> {
    let numbered = (0..line.len().min(2)).find(|at| {
        !line.is_sign(text, *at, &["(", ")", ".", "-"])
            && !line
                .tokens
                .get(*at)
                .is_some_and(|token| token.shape == super::tokens::Shape::Number)
    });
    let start = numbered.unwrap_or(0);
    let mark = line
        .marks
        .iter()
        .filter(|mark| mark.span.start == start && LABELS.contains(&mark.effect))
        .max_by_key(|mark| mark.span.end)?;
    let mut end = mark.span.end;
    // "Question 3", "Q3)"
    while line.tokens.get(end).is_some_and(|token| token.shape == super::tokens::Shape::Number)
        || line.is_sign(text, end, &[")", "."])
    {
        end += 1;
    }
    let colon = line.is_sign(text, end, &[":", "–"]);
    let rest = line.len().saturating_sub(end + usize::from(colon));
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
pub(super) fn roles(document: &Document, lines: &[Line], reader: &Reader) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(lines.len());
    let mut standing = Role::Statement;
    let mut asked_for = 0_usize;
    for (at, line) in lines.iter().enumerate() {
        let Some(block) = document.blocks.get(line.block) else { continue };
        let text = block.text();
        let new_block =
            at == 0 || lines.get(at - 1).is_some_and(|before| before.block != line.block);
        let heading = matches!(block.kind, Kind::Heading(_));
        let mut role = match &block.kind {
            Kind::Heading(_) => Role::Heading,
            Kind::Quotation => Role::Question,
            Kind::Cell(cell) if cell.heads => Role::Heading,
            Kind::Cell(cell) => cell_role(cell.beside.as_deref(), cell.under.as_deref(), reader),
            Kind::Item => Role::Item,
            _ => Role::Statement,
        };
        let alone = new_block && lines.get(at + 1).is_none_or(|next| next.block != line.block);
        let found = label(line, text).filter(|label| {
            let question = matches!(label, Label::Alone(Effect::Asked | Effect::Answer));
            !matches!(label, Label::Alone(_))
                || (alone
                    && (question
                        || heading
                        || line.is_sign(text, line.len().saturating_sub(1), &[":"])))
        });
        match found {
            Some(Label::Alone(effect) | Label::LeadsIn(effect)) if effect == Effect::Answer => {
                if standing != Role::Question {
                    ask_back(&mut roles, lines, at);
                }
                standing = Role::Answer;
                role = Role::Answer;
            }
            Some(Label::Alone(Effect::Asked)) => {
                standing = Role::Question;
                asked_for = 0;
                role = Role::Question;
            }
            Some(Label::LeadsIn(Effect::Asked)) => role = Role::Question,
            Some(Label::Alone(effect)) => {
                standing = role_of(effect);
                role = Role::Heading;
            }
            Some(Label::LeadsIn(effect)) => role = role_of(effect),
            None if heading && !matches!(standing, Role::Statement) => {
                // A new heading ends what a label began.
                standing = Role::Statement;
            }
            None => {
                if standing == Role::Question {
                    asked_for += 1;
                    // A question that goes on for pages has been answered without a label.
                    if asked_for > 24 {
                        standing = Role::Statement;
                    }
                }
                if !heading && !matches!(block.kind, Kind::Cell(_)) && standing != Role::Statement {
                    role = standing;
                }
            }
        }
        if line.is_sign(text, line.len().saturating_sub(1), &["?"]) {
            role = Role::Question;
        }
        roles.push(role);
    }
    roles
}

/// The block before an answer is its question, where nothing else said so.
fn ask_back(roles: &mut [Role], lines: &[Line], answer: usize) {
    let Some(block) =
        answer.checked_sub(1).and_then(|before| lines.get(before)).map(|line| line.block)
    else {
        return;
    };
    for at in (0..answer).rev() {
        if lines.get(at).is_none_or(|line| line.block != block) {
            break;
        }
        if let Some(role) = roles.get_mut(at) {
            *role = Role::Question;
        }
    }
}

fn role_of(effect: Effect) -> Role {
    match effect {
        Effect::Asked => Role::Question,
        Effect::Answer => Role::Answer,
        Effect::Task => Role::Task,
        Effect::Outstanding => Role::Outstanding,
        Effect::Progress => Role::Progress,
        _ => Role::Statement,
    }
}

/// What a cell is by the label beside it, else by the heading above it.
fn cell_role(beside: Option<&str>, under: Option<&str>, reader: &Reader) -> Role {
    let labels = [beside, under].into_iter().flatten();
    labels.filter_map(|label| reader.label(label)).map(role_of).next().unwrap_or(Role::Item)
}
