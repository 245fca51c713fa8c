//! A paragraph as a format gives it, piece by piece, and the blocks that it comes to.

use std::ops::Range;

use super::block::{Block, Kind, Spot};
use super::builder::Builder;
use super::entries::is_entry;
use super::foot_marks::is_raised;
use super::typed::{bullet, looks_like_a_heading};

/// Characters that nobody sees: the soft hyphen, and marks of width zero.
const INVISIBLE: [char; 4] = ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'];

/// Characters that only ever stand in front of an item.
const BULLETS: [char; 8] = ['•', '●', '○', '▪', '■', '◦', '‣', '➢'];

/// How a line within a paragraph ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// The line was full: what follows belongs to it.
    Wrapped,
    /// The author ended it.
    Broken,
}

/// Text that stands in one paragraph (heading, item, cell) of a document.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    text: String,
    /// Where each piece begins in the text, and in the document.
    pieces: Vec<(usize, Spot)>,
    /// Where lines end.
    ends: Vec<(usize, End)>,
    /// Where the next character stands if the piece goes on.
    next: Option<Spot>,
    /// Where marks of notes stand, and which.
    notes: Vec<(usize, u32)>,
    letters: usize,
    strong: usize,
    /// The number that the format gives it, as it shows it: "2." or "(b)".
    pub(super) number: String,
}

impl Paragraph {
    /// Whether nothing was added but white space.
    pub(super) fn is_empty(&self) -> bool {
        self.letters == 0
    }

    /// Whether all of it is set in bold type.
    pub(super) fn is_strong(&self) -> bool {
        self.letters > 0 && self.strong == self.letters
    }

    /// Adds text that stands at a place. Marks that only say where a word may be divided are left
    /// out, and the rest keeps its place.
    pub(super) fn push(&mut self, text: &str, at: Spot, strong: bool) {
        let mut at = at;
        let mut rest = text;
        while let Some(cut) = rest.find(INVISIBLE) {
            let (piece, left) = rest.split_at(cut);
            self.push_piece(piece, at, strong);
            at = after(piece, at);
            let mut left = left.chars();
            left.next();
            at.column = at.column.saturating_add(1);
            rest = left.as_str();
        }
        self.push_piece(rest, at, strong);
    }

    fn push_piece(&mut self, text: &str, at: Spot, strong: bool) {
        if text.is_empty() {
            return;
        }
        if self.next != Some(at) {
            self.pieces.push((self.text.len(), at));
        }
        self.text.push_str(text);
        self.next = Some(after(text, at));
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        self.letters += letters;
        self.strong += if strong { letters } else { 0 };
    }

    /// Says that the mark of a note stands here.
    pub(super) fn note(&mut self, note: u32) {
        let mark = (self.text.len(), note);
        // A mark may come in pieces: "[", "1", "]".
        if self.notes.last() != Some(&mark) {
            self.notes.push(mark);
        }
    }

    /// Ends a line that was full: the format wrapped it.
    pub(super) fn wrap_line(&mut self) {
        self.end(End::Wrapped);
    }

    /// Ends a line as the author did.
    pub(super) fn break_line(&mut self) {
        self.end(End::Broken);
    }

    fn end(&mut self, end: End) {
        self.ends.push((self.text.len(), end));
        self.next = None;
    }

    /// The blocks that it comes to: one, or several where the author ended lines that stand apart.
    /// `Kind::Paragraph` is what nothing else is known of: bullets that were typed make items of
    /// it, and bold type makes a heading one level below `under`.
    pub(super) fn into_blocks(self, kind: &Kind, under: u8) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut lines: Vec<ParagraphLine> = Vec::new();
        // Whether the first of these lines and the last one are labels with what stands beside them.
        let mut begins: Option<bool> = None;
        let mut before: Option<bool> = None;
        for line in self.lines() {
            let text = self.slice(line.range.clone()).trim();
            let mut entry = None;
            let joins = lines.last().is_some_and(|last| match line.breaks {
                // What begins with a raised digit is a note, and no part of the note before it.
                0 => {
                    let is = |own: &ParagraphLine| is_entry(self.slice(own.range.clone()).trim());
                    let mut apart = || {
                        *entry.get_or_insert_with(|| is_entry(text))
                            && (*before.get_or_insert_with(|| is(last))
                                || *begins.get_or_insert_with(|| lines.first().is_some_and(is)))
                    };
                    !text.starts_with(BULLETS)
                        && !text.starts_with(is_raised)
                        && (matches!(kind, Kind::Heading(_)) || !apart())
                }
                1 => self.goes_on(last, &line, kind),
                _ => matches!(kind, Kind::Heading(_)),
            });
            if !joins {
                blocks.extend(self.block(&lines, kind, under));
                lines.clear();
                begins = entry;
            }
            before = entry;
            lines.push(line);
        }
        blocks.extend(self.block(&lines, kind, under));
        blocks
    }

    /// Its lines that hold something.
    fn lines(&self) -> impl Iterator<Item = ParagraphLine> {
        let starts = std::iter::once((0, End::Broken)).chain(self.ends.iter().copied());
        let ends = self.ends.iter().map(|(at, _)| *at).chain(std::iter::once(self.text.len()));
        let mut breaks = 0;
        starts.zip(ends).filter_map(move |((start, end), stop)| {
            breaks += usize::from(end == End::Broken);
            if self.slice(start..stop).trim().is_empty() {
                return None;
            }
            Some(ParagraphLine { range: start..stop, breaks: std::mem::take(&mut breaks) })
        })
    }

    fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// Whether a line that the author ended only goes on in the next one.
    fn goes_on(&self, line: &ParagraphLine, next: &ParagraphLine, kind: &Kind) -> bool {
        let (line, next) = (self.slice(line.range.clone()).trim(), self.slice(next.range.clone()));
        let next = next.trim();
        if matches!(kind, Kind::Heading(_)) {
            return true;
        }
        next.starts_with(char::is_lowercase)
            && typed_bullet(next).is_none()
            && !line.ends_with(['.', '!', '?', ':', ';'])
    }

    fn block(&self, lines: &[ParagraphLine], kind: &Kind, under: u8) -> Option<Block> {
        let first = lines.first()?;
        let whole = self.slice(first.range.start..lines.last()?.range.end).trim();
        let indent = {
            let text = self.slice(first.range.clone());
            text.len() - text.trim_start().len()
        };
        let start = first.range.start + indent;
        let mark = match kind {
            Kind::Heading(_) => None,
            _ => typed_bullet(self.slice(start..first.range.end)),
        };
        let kind = match kind {
            Kind::Paragraph if mark.is_some() => Kind::Item,
            Kind::Paragraph if self.is_strong() && looks_like_a_heading(whole) => {
                Kind::Heading(under.saturating_add(1))
            }
            other => other.clone(),
        };
        let mut builder = Builder::new(kind);
        let typed = mark.and_then(|mark| self.text.get(start..start + mark));
        builder.marked(typed.unwrap_or(&self.number));
        for (n, line) in lines.iter().enumerate() {
            let from = if n == 0 { start + mark.unwrap_or(0) } else { line.range.start };
            if n > 0 {
                builder.end_line(self.slice(from..line.range.end));
            }
            let first = self.notes.partition_point(|(at, _)| *at < from);
            let mut from = from;
            for (at, note) in self.notes.iter().skip(first) {
                if *at > line.range.end {
                    break;
                }
                self.push_to(&mut builder, from..*at);
                builder.note(*note);
                from = *at;
            }
            self.push_to(&mut builder, from..line.range.end);
        }
        builder.finish()
    }

    /// Gives a stretch of the text to a builder, each piece with its place.
    fn push_to(&self, builder: &mut Builder, range: Range<usize>) {
        let mut from = range.start;
        let mut index = self.pieces.partition_point(|(at, _)| *at <= from).saturating_sub(1);
        while from < range.end {
            let Some((at, spot)) = self.pieces.get(index) else { return };
            let next = self.pieces.get(index + 1).map_or(self.text.len(), |(at, _)| *at);
            let to = next.min(range.end);
            // What was pushed before `from` moves the place on.
            let spot = after(self.slice(*at..from), *spot);
            builder.push(self.slice(from..to), spot);
            from = to;
            index += 1;
        }
    }
}

/// A line of a paragraph's text.
struct ParagraphLine {
    range: Range<usize>,
    /// How many lines the author ended since the last one that holds something.
    breaks: usize,
}

/// Where the character after a text stands.
fn after(text: &str, mut spot: Spot) -> Spot {
    for c in text.chars() {
        if c == '\n' {
            spot.line = spot.line.saturating_add(1);
            spot.column = 1;
        } else {
            spot.column = spot.column.saturating_add(1);
        }
    }
    spot
}

/// The length of a bullet or a number that somebody typed in front of an item. "3.5 officers" isn't
/// one.
fn typed_bullet(text: &str) -> Option<usize> {
    let cut = bullet(text)?;
    let mark = text.get(..cut)?.trim_end();
    let is_decimal = mark.contains('.') && mark.ends_with(|c: char| c.is_ascii_digit());
    (!is_decimal).then_some(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(column: u32) -> Spot {
        Spot { page: None, line: 7, column }
    }

    fn told(paragraph: Paragraph) -> Vec<(Kind, String)> {
        let blocks = paragraph.into_blocks(&Kind::Paragraph, 2);
        blocks.iter().map(|block| (block.kind.clone(), block.text().to_owned())).collect()
    }

    #[test]
    fn a_typed_bullet_makes_an_item_and_a_number_doesnt() {
        for (typed, kind, text) in [
            ("• One lead", Kind::Item, "One lead"),
            ("(a) One lead", Kind::Item, "One lead"),
            ("3.5 officers work on it", Kind::Paragraph, "3.5 officers work on it"),
            ("2 x DCI", Kind::Paragraph, "2 x DCI"),
        ] {
            let mut paragraph = Paragraph::default();
            paragraph.push(typed, at(1), false);
            assert_eq!(told(paragraph), [(kind, text.to_owned())]);
        }
    }

    #[test]
    fn bold_type_alone_makes_a_heading() {
        let mut paragraph = Paragraph::default();
        paragraph.push("Force ", at(1), true);
        paragraph.push("Lead", at(7), true);
        assert_eq!(told(paragraph), [(Kind::Heading(3), "Force Lead".to_owned())]);
        let mut paragraph = Paragraph::default();
        paragraph.push("Lead:", at(1), true);
        paragraph.push(" Det Supt", at(6), false);
        assert_eq!(told(paragraph), [(Kind::Paragraph, "Lead: Det Supt".to_owned())]);
    }

    #[test]
    fn lines_that_the_author_ended_stand_apart_unless_they_go_on() {
        let mut paragraph = Paragraph::default();
        paragraph.push("Lead: Supt Smith", at(1), false);
        paragraph.break_line();
        paragraph.push("Coordinator: vacant,", at(18), false);
        paragraph.break_line();
        paragraph.push("but advertised", at(39), false);
        paragraph.break_line();
        paragraph.break_line();
        paragraph.push("and no budget", at(55), false);
        let blocks = paragraph.into_blocks(&Kind::Paragraph, 0);
        let texts: Vec<&str> = blocks.iter().map(Block::text).collect();
        assert_eq!(
            texts,
            ["Lead: Supt Smith", "Coordinator: vacant, but advertised", "and no budget"]
        );
        assert_eq!(blocks[1].spot(blocks[1].text().find("but").unwrap()), at(39));
        assert_eq!(blocks[2].spot(0), at(55));
    }

    #[test]
    fn nobody_sees_soft_hyphens_and_the_rest_keeps_its_place() {
        let mut paragraph = Paragraph::default();
        paragraph.push("dedi\u{ad}cated team", at(3), false);
        let blocks = paragraph.into_blocks(&Kind::Paragraph, 0);
        assert_eq!(blocks[0].text(), "dedicated team");
        assert_eq!(blocks[0].spot(4), at(8));
    }
}
