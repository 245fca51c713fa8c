//! From lines to paragraphs, list items and headings.

use super::bullets::{alike, bullet, ends_in_a_box, is_leader, leads_to_a_page, sets_a_value};
use super::draft::{Draft, ends_a_sentence};
use super::lines::PdfLine;
use super::listed::{LIST, TITLE, is_next, listed};
use super::raised::leads_a_note;
use crate::document::block::Kind;
use crate::document::typed::wants_more;

/// Type larger than the body's by this share is a heading's.
const LARGER: f32 = 1.12;
/// Type with this much more ink than the body's is bold.
const BOLDER: f32 = 1.2;
/// A distance between lines larger than the usual one by this share parts paragraphs.
const WIDER: f32 = 1.2;

/// What is usual in a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Usual {
    /// The size of its body's type.
    pub size: f32,
    /// How much ink its body's letters have.
    pub ink: f32,
    /// The distance of its body's lines as a share of their size.
    pub leading: f32,
}

impl Usual {
    /// What most of these lines, a list for each region, are like.
    pub(super) fn of<'a>(regions: &(impl Iterator<Item = &'a [PdfLine]> + Clone)) -> Self {
        let lines = || regions.clone().flatten();
        let weight = |line: &PdfLine| line.text.len() as f32;
        let size = middle(lines().map(|line| (line.size, weight(line)))).unwrap_or(10.0);
        let body = |line: &&PdfLine| (line.size / size - 1.0).abs() < 0.05;
        let inks = lines().filter(body).filter(|line| line.ink > 0.0);
        let ink = middle(inks.map(|line| (line.ink, weight(line)))).unwrap_or(0.0);
        let leadings = regions.clone().flat_map(|page| {
            page.iter().enumerate().filter_map(move |(n, line)| {
                let next =
                    page.iter().skip(n + 1).take(60).find(|next| {
                        next.y > line.y + 0.5 * line.size && next.overlap(line) > 0.0
                    })?;
                let alike = (next.size / line.size - 1.0).abs() < 0.05;
                let leading = (next.y - line.y) / line.size;
                (alike && leading < 2.5).then_some((leading, 1.0))
            })
        });
        // Gaps between paragraphs are among them, so that the middle would be too much.
        let leading = quantile(leadings, 0.35).unwrap_or(1.25);
        Self { size, ink, leading }
    }

    /// Whether letters with so much ink are bold.
    pub(super) fn is_bold(&self, ink: f32) -> bool {
        self.ink > 0.0 && ink > self.ink * BOLDER
    }
}

fn middle(values: impl Iterator<Item = (f32, f32)>) -> Option<f32> {
    quantile(values, 0.5)
}

/// The value below which this share of the weight lies.
fn quantile(values: impl Iterator<Item = (f32, f32)>, share: f32) -> Option<f32> {
    let mut values: Vec<(f32, f32)> = values.collect();
    values.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: f32 = values.iter().map(|(_, weight)| weight).sum();
    let mut sum = 0.0;
    values.into_iter().find_map(|(value, weight)| {
        sum += weight;
        (sum >= total * share).then_some(value)
    })
}

/// The lines of a region in chains: each line below the one that it may go on from.
pub(super) fn chains<'a>(lines: &'a [PdfLine], usual: &Usual) -> Vec<Vec<&'a PdfLine>> {
    let mut chains: Vec<Vec<&PdfLine>> = Vec::new();
    for line in lines {
        let fits = |last: &PdfLine| {
            let distance = line.y - last.y;
            let size = line.size.max(last.size);
            let alike = (line.size / last.size - 1.0).abs() < 0.12;
            let narrower = (line.x1 - line.x0).min(last.x1 - last.x0);
            let above = line.overlap(last) > 0.5 * narrower || (line.x0 - last.x0).abs() < size;
            alike
                && above
                && distance > 0.4 * size
                && distance < (usual.leading * WIDER).max(1.3) * size
        };
        // A line below two that stand side by side goes on from neither, unless it begins with one.
        let above: Vec<usize> = (0..chains.len())
            .rev()
            .take(40)
            .filter(|n| {
                chains.get(*n).and_then(|chain| chain.last()).is_some_and(|last| fits(last))
            })
            .collect();
        let offset = |n: usize| {
            let last = chains.get(n).and_then(|chain| chain.last());
            last.map_or(f32::MAX, |last| (last.x0 - line.x0).abs())
        };
        // What was drawn right before it says more than places do.
        let drawn = |n: usize| {
            let last = chains.get(n).and_then(|chain| chain.last());
            last.is_some_and(|last| {
                (last.order + 1..=last.order + last.text.len() + 4).contains(&line.order)
            })
        };
        let key = |n: usize| (!drawn(n), (offset(n) * 10.0) as i32);
        let best = above.iter().copied().min_by_key(|n| key(*n));
        let own = best.filter(|best| above.len() == 1 || drawn(*best) || offset(*best) < line.size);
        match own.and_then(|own| chains.get_mut(own)) {
            Some(chain) => chain.push(line),
            None => chains.push(vec![line]),
        }
    }
    chains
}

/// The paragraphs, items and headings of a chain. Whether its lines were wrapped at a margin or ended
/// on purpose is seen from whether the next word would have found room.
/// `margin` is where they were wrapped, where that is known.
pub(super) fn split<'a>(
    chain: &[&'a PdfLine],
    margin: Option<f32>,
    usual: &Usual,
) -> Vec<Vec<&'a PdfLine>> {
    let left = chain.iter().map(|line| line.x0).fold(f32::MAX, f32::min);
    let names = listed(chain);
    let mut parts: Vec<Vec<&PdfLine>> = Vec::new();
    for (n, line) in chain.iter().enumerate() {
        let before = n.checked_sub(1).and_then(|n| chain.get(n)).copied();
        let goes_on = before.is_some_and(|before| {
            // A title is set in large type, over a few lines.
            let headed = usual.is_bold(before.ink) || before.size > usual.size * LARGER;
            let least = if headed { TITLE + 1 } else { LIST };
            let entries =
                names.get(n - 1..=n).is_some_and(|two| two.iter().all(|own| *own >= least));
            if entries && is_next(before, line) {
                return false;
            }
            let near = chain.get(n.saturating_sub(4)..(n + 4).min(chain.len()));
            let right = near.into_iter().flatten().map(|line| line.x1);
            let right = right.fold(margin.unwrap_or(f32::MIN), f32::max);
            let first = parts.last().and_then(|part| part.first()).copied().unwrap_or(before);
            !ends(before, line, first, left, right, usual)
        });
        match parts.last_mut() {
            Some(part) if goes_on => part.push(line),
            _ => parts.push(vec![line]),
        }
    }
    parts
}

/// Whether a paragraph that began with `first` ends with the line `last`.
fn ends(
    last: &PdfLine,
    next: &PdfLine,
    first: &PdfLine,
    left: f32,
    right: f32,
    usual: &Usual,
) -> bool {
    let size = next.size;
    let ended = ends_a_sentence(&last.text);
    let lower = next.text.starts_with(char::is_lowercase);
    // A word would have fitted there.
    let room = right - last.x1 - 0.3 * size - next.first_word;
    let wrapped = room < 0.2 * size;
    let bold = |line: &PdfLine| usual.is_bold(line.ink);
    // "Coordinator:", and below it "Lead:", with nothing filled in.
    let blank = last.text.ends_with(':') && next.text.ends_with(':');
    let value = sets_a_value(&last.text) && next.text.contains(':');
    // "Form on modern slavery", and below it "Partnership board: Yes".
    let unfinished = last.text.ends_with(',') || wants_more(&last.text);
    let first_row = sets_a_value(&next.text) && !unfinished;
    let row = ends_in_a_box(&last.text) || blank || value || first_row;
    let note = leads_a_note(&next.text, next.first_word, next.size);
    let led = is_leader(&next.text) && !unfinished && !lower;
    // "☐ Yes ☒ No", and below it what is asked next.
    let boxes = |line: &PdfLine| line.text.contains(['☐', '☒', '☑']);
    let chosen = boxes(last) && !boxes(next) && !wrapped && !lower && !unfinished;
    if is_leader(&last.text) || led || chosen || row && !lower || note {
        return true;
    }
    if bullet(&next.text).is_some() {
        // A dash or a number may also come first on a line by chance.
        let sure = next
            .text
            .starts_with(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '–' | '—' | '('));
        return sure
            || !wrapped
            || ended
            || last.text.ends_with(',')
            || alike(&first.text, &next.text);
    }
    if bold(last) != bold(next) && !lower && !(wrapped && bold(last) && last.text.len() > 60) {
        return true;
    }
    if bold(last) || last.size > usual.size * LARGER {
        return ended && !wrapped && !lower;
    }
    let width = (right - left).max(1.0);
    let item = bullet(&first.text).is_some();
    // "Our answer:" by itself on its line.
    let label = next.text.ends_with(':') && next.x1 - next.x0 < 0.5 * width;
    if ended && label && !lower {
        return true;
    }
    if ended {
        let hangs = if item { first.second } else { first.x0 };
        let indented = next.x0 > last.x0.max(hangs) + 0.8 * size;
        let short = !wrapped && (!lower || room > 0.3 * width);
        return short || indented;
    }
    let hung = |line: &PdfLine| line.x0 > first.second - 0.5 * size;
    if item && !std::ptr::eq(last, first) && hung(last) && !hung(next) {
        return !lower;
    }
    !wrapped && !lower && !unfinished && room > 0.12 * width
}

/// What the lines of one paragraph are.
pub(super) fn draft(lines: &[&PdfLine], page: u32, usual: &Usual) -> Option<Draft> {
    let first = lines.first()?;
    if lines.iter().any(|line| leads_to_a_page(&line.text)) {
        return Some(Draft::new(Kind::Furniture, page, lines, 0));
    }
    let words: usize = lines.iter().map(|line| line.text.split_whitespace().count()).sum();
    let letters =
        lines.iter().flat_map(|line| line.text.chars()).filter(|c| c.is_alphabetic()).count();
    let plain = Draft::new(Kind::Paragraph, page, lines, 0);
    let last = lines.last()?;
    let larger = plain.size > usual.size * LARGER;
    let bold = usual.is_bold(plain.ink);
    let ended = last.text.ends_with(['.', ';', ',', '!']) && !(larger && bold && words <= 6);
    let cut = bullet(&first.text);
    let numbered = first.text.starts_with(char::is_alphanumeric) || cut.is_none();
    if (larger || bold) && numbered && !ended && words <= 24 && letters > 1 && lines.len() <= 4 {
        let level = match plain.size / usual.size.max(0.1) {
            1.6.. => 1,
            LARGER.. => 2,
            _ => 3,
        };
        return Some(Draft { kind: Kind::Heading(level), ..plain });
    }
    Some(match cut {
        Some(cut) => Draft { full: true, ..Draft::new(Kind::Item, page, lines, cut) },
        None => plain,
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::super::lines::tests::drawn;
    use super::*;

    const USUAL: Usual = Usual { size: 10.0, ink: 0.2, leading: 1.2 };

    /// Lines of letters half as wide as high, each at its indentation.
    fn set(texts: &[(f32, &str)]) -> Vec<PdfLine> {
        let words = (0_u8..).zip(texts).flat_map(|(n, (indent, text))| {
            drawn(text, *indent, 20.0 + f32::from(n) * 12.0, usize::from(n) * 200)
        });
        lines(words.collect(), &[])
    }

    fn parts(texts: &[(f32, &str)], margin: Option<f32>) -> Vec<String> {
        let lines = set(texts);
        let chains = chains(&lines, &USUAL);
        let parts = chains.iter().flat_map(|chain| split(chain, margin, &USUAL));
        let text = |part: Vec<&PdfLine>| {
            part.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
        };
        parts.map(text).collect()
    }

    #[test]
    fn lines_that_were_full_go_on_and_lines_that_were_not_end() {
        let prose = [
            (0.0, "The force has one detective superintendent as"),
            (0.0, "its part time lead, who reports to the chief of"),
            (0.0, "Staff. There is a deputy."),
            (0.0, "Training of officers began in the year before."),
        ];
        assert_eq!(
            parts(&prose, None),
            [
                "The force has one detective superintendent as its part time lead, who reports to the chief of Staff. There is a deputy.",
                "Training of officers began in the year before.",
            ]
        );
        let names = [(0.0, "MS Bronze"), (0.0, "DCI Simpson")];
        assert_eq!(parts(&names, Some(200.0)), ["MS Bronze", "DCI Simpson"]);
    }

    #[test]
    fn items_end_where_their_text_no_longer_hangs() {
        let items = [
            (0.0, "• one lead of the force who works part time and"),
            (10.0, "one deputy"),
            (0.0, "• a team"),
            (0.0, "The force has no other staff for this kind of work."),
        ];
        assert_eq!(
            parts(&items, None),
            [
                "• one lead of the force who works part time and one deputy",
                "• a team",
                "The force has no other staff for this kind of work.",
            ]
        );
    }

    #[test]
    fn larger_and_bolder_type_makes_headings() {
        let kind = |size: f32, ink: f32, text: &str| {
            let line = set(&[(0.0, text)]).remove(0);
            draft(&[&PdfLine { size, ink, ..line }], 1, &USUAL).unwrap().kind
        };
        assert_eq!(kind(18.0, 0.2, "Our plan"), Kind::Heading(1));
        assert_eq!(kind(10.0, 0.3, "Training"), Kind::Heading(3));
        assert_eq!(kind(10.0, 0.2, "Training"), Kind::Paragraph);
        assert_eq!(
            kind(10.0, 0.3, "All officers have been trained since the spring."),
            Kind::Paragraph
        );
    }
}
