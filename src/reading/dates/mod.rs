//! The date that a document gives itself.
//!
//! Only what can hardly mean anything else counts: a date that is labelled as the document's, one
//! that stands for itself at the top or by the signature, one at the end of a title. A date in
//! running text is that of an event, and a wrong date is worse than none.

mod label;
mod mention;
mod typed;

use crate::document::{Block, Document, Kind, Spot};
use crate::rulebook::DateWords;
use crate::source::Span;
use crate::standing::{Day, PartialDate};
use label::{Certainty, OTHERS, TOP, label_of, labelled};
pub(in crate::reading) use mention::last_mentioned;
use mention::{LineWord, Mention, is_range, mentions, words};
pub use typed::{TypedDate, typed_date};

/// The date of a document, with the words that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The date, as far as it is said.
    pub date: PartialDate,
    /// The words, as they stand there.
    pub quote: String,
    /// Where they begin.
    pub spot: Spot,
}

/// A date in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentioned {
    /// The date.
    pub date: PartialDate,
    /// Its words, in bytes of the text.
    pub span: Span,
}

/// The dates that a text mentions, from left to right; a year by itself is none.
#[must_use]
pub fn dates_in(text: &str) -> Vec<Mentioned> {
    let words = words(text);
    let found = mentions(&words).filter_map(|mention| {
        let (first, last) =
            (words.get(mention.at.start)?, words.get(mention.at.end.checked_sub(1)?)?);
        let end = last.at + last.text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        Some(Mentioned { date: mention.date, span: first.at..end.max(first.at) })
    });
    found.collect()
}

/// How many at the end, where the signature is.
const END: usize = 6;
/// How far from either end a labelled date may stand, in blocks.
const LABELLED: usize = 40;
/// How many may stand in a title.
const TITLE: usize = 14;
/// The longest line that is quoted whole, in bytes.
const QUOTED: usize = 120;

/// Finds the date of a document: one that is labelled as such, else the first that stands for
/// itself at the top, else the last one by the signature. A date after `today` is none.
#[must_use]
pub fn date(document: &Document, today: Day, words: &DateWords) -> Option<Dated> {
    let blocks = &document.blocks;
    let mut best: Option<(Certainty, Dated)> = None;
    for (index, block) in blocks.iter().enumerate() {
        let from_end = blocks.len() - index;
        if index >= LABELLED && from_end > LABELLED {
            continue;
        }
        for span in lines(block) {
            let Some(found) = in_line(block, span, index, from_end, (today, words)) else {
                continue;
            };
            // Of several in one place the first one counts; by the signature, the last one.
            let better = best.as_ref().is_none_or(|(rank, _)| match found.0.cmp(rank) {
                std::cmp::Ordering::Equal => found.0 == Certainty::End,
                other => other.is_gt(),
            });
            if better {
                best = Some(found);
            }
        }
    }
    best.map(|(_, dated)| dated)
}

/// The lines of a block, as spans of its text.
fn lines(block: &Block) -> Vec<Span> {
    let starts = block.line_starts();
    let mut spans = Vec::with_capacity(starts.len());
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(block.text().len());
        spans.push(*start..end);
    }
    spans
}

fn in_line(
    block: &Block,
    line: Span,
    index: usize,
    from_end: usize,
    (today, dates): (Day, &DateWords),
) -> Option<(Certainty, Dated)> {
    if matches!(block.kind, Kind::Quotation) {
        return None;
    }
    let text = block.text().get(line.clone())?.trim_end();
    // A line of running text is never a label or a letterhead: most blocks are done with here.
    if text.len() > 4 * QUOTED {
        return None;
    }
    let words = words(text);
    let mut mentions = mentions(&words);
    let mention = mentions.next().filter(|_| mentions.next().is_none())?;
    let Mention { date, at } = mention;
    if date.earliest() > today || is_range(&words, &at) {
        return None;
    }
    let before = words.get(..at.start).unwrap_or_default();
    let after = words.get(at.end..).unwrap_or_default();
    let rank = match &block.kind {
        Kind::Cell(cell) => {
            let alone = before.is_empty() && after.is_empty();
            let heads = [&cell.beside, &cell.under];
            let label = heads.into_iter().flatten().find_map(|head| label_of(head, dates));
            label.filter(|_| alone).or_else(|| labelled(before, after, index, dates))
        }
        _ => labelled(before, after, index, dates),
    };
    let stands = || stands_for_itself(block, before, after, (index, from_end), dates);
    let rank = rank.or_else(stands)?;
    let first = words.get(at.start)?;
    let last = words.get(at.end - 1)?;
    let span = if text.len() <= QUOTED {
        line.start..line.start + text.len()
    } else {
        line.start + first.at..line.start + last.at + last.text.len()
    };
    let spot = block.spot(span.start);
    Some((rank, Dated { date, quote: block.quote(span), spot }))
}

fn stands_for_itself(
    block: &Block,
    before: &[LineWord<'_>],
    after: &[LineWord<'_>],
    (index, from_end): (usize, usize),
    dates: &DateWords,
) -> Option<Certainty> {
    if matches!(block.kind, Kind::Cell(_) | Kind::Item) {
        return None;
    }
    let rank = if index < TOP {
        Certainty::Top
    } else if from_end <= END {
        Certainty::End
    } else {
        return None;
    };
    let others = || before.iter().chain(after).filter(|word| !word.bare().is_empty());
    // "Title of the page (13 Feb 2018)"
    let bracketed = before.last().is_some_and(|word| word.text == "(") && after.len() == 1;
    if bracketed && index < 3 {
        return Some(rank);
    }
    let led = before.last().is_some_and(|word| dates.leads.contains(&word.bare().to_lowercase()));
    let of_another = others().any(|word| dates.of_others.contains(&word.bare().to_lowercase()));
    let ends = before.iter().chain(after).any(|word| word.text.ends_with(['.', '?', '!']));
    let most = match block.kind {
        Kind::Heading(_) if after.is_empty() || before.is_empty() => TITLE,
        _ if ends => 0,
        _ => OTHERS,
    };
    (!led && !of_another && others().count() <= most).then_some(rank)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::{RuleFile, Writing};
    use crate::source::Text;
    use std::sync::Arc;

    fn words() -> DateWords {
        let text = Text::new("writing.toml", include_str!("../../../rules/writing.toml"));
        let file = RuleFile { path: "writing.toml".into(), text: Arc::new(text) };
        Writing::load(&[file]).unwrap().dates
    }
    use crate::document::open;

    fn found(text: &str) -> Option<String> {
        let document = open("paper.txt", text.as_bytes()).unwrap();
        date(&document, "2026-11-24".parse().unwrap(), &words()).map(|found| found.date.to_string())
    }

    const BODY: &str = "\n\nWe have a force lead for modern slavery, who has been in post since \
                        May 2016. In June 2017 a conference was held.\n\nThank you for your \
                        interest in the work of this force.\n";

    #[test]
    fn a_letterhead_has_a_date() {
        for (top, expected) in [
            ("19th December 2018", "2018-12-19"),
            ("29 March 2021", "2021-03-29"),
            ("Wednesday 8 November 2017", "2017-11-08"),
            ("Date: 29th March 2021", "2021-03-29"),
            ("2017-05-25", "2017-05-25"),
            ("25/05/2017", "2017-05-25"),
            ("December 19, 2018", "2018-12-19"),
            ("Published: 2 Dec 2019", "2019-12-02"),
            ("Published on 3rd of June 2020 by Northmarch Police", "2020-06-03"),
            ("May 2018 – 5th Edition", "2018-05"),
            ("Liberate: The Plan\n\nVersion 3 May 2018", "2018-05"),
            ("Northmarch Police Modern Slavery Strategy, March 2019", "2019-03"),
            (
                "Frontline officers trained in improving investigation response (13 Feb 2018)",
                "2018-02-13",
            ),
            ("Modern slavery: what we have in place. Position at 31 March 2026", "2026-03-31"),
        ] {
            assert_eq!(found(&format!("{top}{BODY}")).as_deref(), Some(expected), "{top}");
        }
    }

    #[test]
    fn what_is_no_date_of_the_document_is_none() {
        for top in [
            "Police and Crime Plan 2017-2021",
            "Modern Slavery Statement 2021/22",
            "April 2017 – March 2021",
            "March 2017 to 2021",
            "Next review: March 2020",
            "Review date: 3 March 2020",
            "Your request of 3 May 2018",
            "Request received: 3 May 2018",
            "Valid until 31 March 2021",
            "Launched in May 2018",
            "The unit was launched on 3 May 2018.",
            "1 December 2031",
            "31 February 2018",
            "you may 2018",
        ] {
            assert_eq!(found(&format!("{top}{BODY}")), None, "{top}");
        }
    }

    #[test]
    fn a_signature_has_a_date() {
        let signed = |end: &str| found(&format!("Northmarch Police{BODY}\n{end}\n"));
        assert_eq!(
            signed("Signed: A. Constable\n\nDate: 29th March 2021").as_deref(),
            Some("2021-03-29")
        );
        assert_eq!(
            signed("A. Constable, Chief Constable\n31 March 2022").as_deref(),
            Some("2022-03-31")
        );
    }

    #[test]
    fn a_labelled_date_wins_then_the_one_at_the_top() {
        let text = |top: &str, end: &str| found(&format!("{top}{BODY}\n{end}\n"));
        assert_eq!(text("1 May 2018", "Date: 2 May 2018").as_deref(), Some("2018-05-02"));
        assert_eq!(text("1 May 2018", "2 May 2018").as_deref(), Some("2018-05-01"));
        let both = "Published: 1 May 2018\n\nLast updated: 2 June 2019";
        assert_eq!(text(both, "").as_deref(), Some("2019-06-02"));
    }

    #[test]
    fn it_has_its_words_and_its_place() {
        let text = format!("Northmarch Police\n\n  Date: 29th March 2021{BODY}");
        let document = open("paper.txt", text.as_bytes()).unwrap();
        let found = date(&document, "2026-11-24".parse().unwrap(), &words()).unwrap();
        assert_eq!(found.quote, "Date: 29th March 2021");
        assert_eq!((found.spot.line, found.spot.column), (3, 3));
    }
}
