//! CellText with some of its words marked, wrapped into rows: by colour, or by plain signs where there
//! is none.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::report::layout::{TerminalPage, Tone};
use crate::source::{Span, printable};
use crate::standing::State;

/// The stretches of a text that are marked: in order, none within another.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    stretches: Vec<(Span, Tone)>,
}

impl Marks {
    /// Marks cues, and within and beside them the words that decide.
    pub(super) fn new(text: &str, mut cues: Vec<Span>, mut deciding: Vec<(Span, State)>) -> Self {
        cues.sort_by_key(|span| (span.start, span.end));
        deciding.sort_by_key(|(span, _)| (span.start, span.end));
        let mut strong: Vec<(Span, Tone)> = Vec::new();
        for (span, state) in deciding {
            // Of two that overlap the first one's state is shown.
            let from = strong.last().map_or(span.start, |(last, _)| last.end.max(span.start));
            if from < span.end {
                strong.push((from..span.end, Tone::Deciding(state)));
            }
        }
        let mut stretches = Vec::new();
        let mut later = strong.into_iter().peekable();
        let mut done = 0;
        for cue in cues {
            let mut from = cue.start.max(done);
            while let Some((span, tone)) = later.next_if(|(span, _)| span.start < cue.end) {
                if from < span.start {
                    stretches.push((from..span.start, Tone::Cue));
                }
                from = from.max(span.end);
                stretches.push((span, tone));
            }
            if from < cue.end {
                stretches.push((from..cue.end, Tone::Cue));
            }
            done = done.max(from).max(cue.end);
        }
        stretches.extend(later);
        let stretches = stretches.into_iter().filter_map(|(span, tone)| {
            let words = text.get(span.clone())?;
            let start = span.start + (words.len() - words.trim_start().len());
            let end = span.end - (words.len() - words.trim_end().len());
            (start < end).then_some((start..end, tone))
        });
        Self { stretches: stretches.collect() }
    }
}

/// One row of text on a page.
#[derive(Clone, Debug)]
pub(super) struct MarkedRow {
    /// Where in the text it begins.
    pub(super) start: usize,
    /// The row, fit for a terminal.
    pub(super) text: String,
    /// How many columns it takes.
    pub(super) width: usize,
}

/// Wraps a part of a text, `base` being the tone of what isn't marked.
pub(super) fn rows(
    page: &TerminalPage,
    text: &str,
    part: Span,
    marks: &Marks,
    width: usize,
    base: Option<Tone>,
) -> Vec<MarkedRow> {
    let mut wrap = Wrap {
        page,
        width: width.max(8),
        rows: Vec::new(),
        last: String::new(),
        tone: None,
        of: None,
    };
    let mut from = part.start;
    let mut marks = marks.stretches.as_slice();
    for word in text.get(part.clone()).unwrap_or_default().split(' ') {
        let span = from..from + word.len();
        from = span.end + 1;
        if word.is_empty() {
            continue;
        }
        while let Some(((first, _), rest)) = marks.split_first()
            && first.end <= span.start
        {
            marks = rest;
        }
        wrap.word(&span, &pieces(page, text, &span, marks, base));
    }
    wrap.paint();
    wrap.rows
}

/// A piece of a word: its characters, what they mean, and the stretch that it belongs to.
struct MarkedPiece {
    text: String,
    tone: Option<Tone>,
    of: Option<usize>,
}

fn pieces(
    page: &TerminalPage,
    text: &str,
    word: &Span,
    marks: &[(Span, Tone)],
    base: Option<Tone>,
) -> Vec<MarkedPiece> {
    let mut pieces = Vec::new();
    let plain = |pieces: &mut Vec<MarkedPiece>, span: Span| {
        let text = text.get(span).filter(|text| !text.is_empty());
        pieces.extend(text.map(|text| MarkedPiece { text: printable(text), tone: base, of: None }));
    };
    let mut from = word.start;
    for (mark, tone) in marks.iter().take_while(|(mark, _)| mark.start < word.end) {
        // As much of the mark as stands in the word.
        let span = mark.start.max(word.start)..mark.end.min(word.end);
        plain(&mut pieces, from..span.start);
        let mut shown = printable(text.get(span.clone()).unwrap_or_default());
        if !page.has_colour() {
            let (open, close) = signs(*tone);
            if span.start == mark.start {
                shown.insert_str(0, open);
            }
            if span.end == mark.end {
                shown.push_str(close);
            }
        }
        pieces.push(MarkedPiece { text: shown, tone: Some(*tone), of: Some(mark.start) });
        from = span.end;
    }
    plain(&mut pieces, from..word.end);
    pieces
}

/// The signs around what is marked where there is no colour.
pub(super) fn signs(tone: Tone) -> (&'static str, &'static str) {
    if tone == Tone::Cue { ("«", "»") } else { ("‹", "›") }
}

struct Wrap<'a> {
    page: &'a TerminalPage,
    width: usize,
    rows: Vec<MarkedRow>,
    /// What was put last and isn't painted yet, and the stretch that it belongs to.
    last: String,
    tone: Option<Tone>,
    of: Option<usize>,
}

impl Wrap<'_> {
    fn word(&mut self, span: &Span, pieces: &[MarkedPiece]) {
        let width: usize = pieces.iter().map(|piece| piece.text.width()).sum();
        let used = self.used();
        if self.rows.is_empty() || (used > 0 && used + 1 + width > self.width) {
            self.begin(span.start);
        } else if used > 0 {
            let first = pieces.first();
            let joins = first.is_some_and(|first| (first.of, first.tone) == (self.of, self.tone));
            let (tone, of) = if joins { (self.tone, self.of) } else { (None, None) };
            self.put(" ", tone, of, 1);
        }
        for piece in pieces {
            self.piece(span.start, piece);
        }
    }

    fn used(&self) -> usize {
        self.rows.last().map_or(0, |row| row.width)
    }

    fn begin(&mut self, start: usize) {
        self.paint();
        self.rows.push(MarkedRow { start, text: String::new(), width: 0 });
    }

    fn piece(&mut self, start: usize, piece: &MarkedPiece) {
        let mut chunk = String::new();
        let mut taken = 0;
        for c in piece.text.chars() {
            let width = c.width().unwrap_or(0);
            if self.used() + taken + width > self.width {
                self.put(&chunk, piece.tone, piece.of, taken);
                // What doesn't fit on a row goes on in the next: still the same word.
                self.begin(start);
                (chunk, taken) = (String::new(), 0);
            }
            chunk.push(c);
            taken += width;
        }
        self.put(&chunk, piece.tone, piece.of, taken);
    }

    fn put(&mut self, text: &str, tone: Option<Tone>, of: Option<usize>, width: usize) {
        if (tone, of) != (self.tone, self.of) {
            self.paint();
            (self.tone, self.of) = (tone, of);
        }
        self.last.push_str(text);
        if let Some(row) = self.rows.last_mut() {
            row.width += width;
        }
    }

    fn paint(&mut self) {
        if let (Some(row), false) = (self.rows.last_mut(), self.last.is_empty()) {
            row.text.push_str(&self.page.paint(&self.last, self.tone));
            self.last.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, cues: &[&str], deciding: &[&str], width: usize) -> Vec<String> {
        let find = |words: &&str| {
            let start = text.find(*words).unwrap();
            start..start + words.len()
        };
        let cues = cues.iter().map(find).collect();
        let deciding = deciding.iter().map(find).map(|span| (span, State::Partial)).collect();
        let marks = Marks::new(text, cues, deciding);
        let page = TerminalPage::new(80, false);
        let rows = rows(&page, text, 0..text.len(), &marks, width, None);
        for row in &rows {
            assert_eq!(row.text.width(), row.width);
            assert!(row.width <= width, "{row:?}");
        }
        rows.into_iter().map(|row| row.text).collect()
    }

    #[test]
    fn marks_stand_around_their_words_wherever_the_text_is_wrapped() {
        let text = "The part time Force Lead (a sergeant).";
        assert_eq!(
            shown(text, &["Force Lead"], &["part time"], 80),
            ["The ‹part time› «Force Lead» (a sergeant)."]
        );
        assert_eq!(
            shown(text, &["Force Lead"], &["part time"], 12),
            ["The ‹part", "time› «Force", "Lead» (a", "sergeant)."]
        );
    }

    #[test]
    fn overlapping_marks_are_told_apart() {
        let text = "no dedicated investigative team";
        assert_eq!(shown(text, &[text], &["no"], 80), ["‹no› «dedicated investigative team»"]);
        assert_eq!(
            shown(text, &["dedicated investigative", "investigative team"], &["investigative"], 80),
            ["no «dedicated› ‹investigative› «team»".replacen('›', "»", 1)]
        );
        assert_eq!(
            shown(text, &["team"], &["no", "no dedicated"], 80),
            ["‹no›‹ dedicated› investigative «team»".replacen("›‹ ", "› ‹", 1)]
        );
    }

    #[test]
    fn what_has_no_space_is_broken() {
        let long = "x".repeat(25);
        assert_eq!(shown(&long, &[], &[], 10), ["x".repeat(10), "x".repeat(10), "x".repeat(5)]);
        assert_eq!(shown("北北北北北北 a", &["a"], &[], 9), ["北北北北", "北北 «a»"]);
    }
}
