//! Whether a text is language: what a damaged or undecodable file gives isn't, and must not pass for
//! a document that states nothing.
//!
//! The measure is the share of letters that stand in words of a dictionary. Its thresholds come from
//! 694 pages of real papers (least 0.48) and from what PDF readers made of fonts that they couldn't
//! decode (at most 0.10).

use std::ops::Range;

use super::dictionary::is_word;
use super::names::are_names;

/// A page below this share is no language.
const REFUSED: f64 = 0.30;
/// A page below this share should be looked at.
const DOUBTED: f64 = 0.45;
/// Lines below this share are no language.
const REFUSED_LINES: f64 = 0.20;
/// A page with fewer characters than this isn't judged alone.
const JUDGED: usize = 100;
/// Lines are judged when they have so many characters together.
const JUDGED_LINES: usize = 200;
/// A document in which fewer letters than this share stand in function words is no language.
const REFUSED_WHOLE: f64 = 0.05;

/// The words that every English text is held together by.
const FUNCTION_WORDS: [&str; 85] = [
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
    "before", "being", "between", "both", "but", "by", "can", "could", "do", "does", "each", "for",
    "from", "had", "has", "have", "he", "her", "his", "how", "i", "if", "in", "into", "is", "it",
    "its", "may", "more", "most", "must", "no", "not", "of", "on", "one", "or", "other", "our",
    "out", "over", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them",
    "then", "there", "these", "they", "this", "those", "through", "to", "under", "up", "was", "we",
    "were", "what", "when", "where", "which", "who", "will", "with", "would",
];

/// What a page is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Legibility {
    /// Language, or too little to tell.
    Language,
    /// Perhaps language: somebody should look.
    Doubtful,
    /// No language.
    NotLanguage,
}

/// Characters counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    /// All but spaces, digits and leaders.
    all: usize,
    /// Those in words of the dictionary.
    known: usize,
}

impl Count {
    fn of(text: &str) -> Self {
        let mut count = Self::default();
        for part in text.split_whitespace().filter(|part| !is_leader(part)) {
            count.all += counted(part);
            for word in part.split(|c: char| !c.is_alphabetic()) {
                if is_word(word) {
                    count.known += word.len();
                }
            }
        }
        count
    }

    fn share(self) -> f64 {
        if self.all == 0 { 1.0 } else { self.known as f64 / self.all as f64 }
    }

    fn with(self, other: Self) -> Self {
        Self { all: self.all + other.all, known: self.known + other.known }
    }
}

/// How many characters of a part of a text count: no figures ("£1,250.00"), no digits, and no leader that clings to a
/// word.
fn counted(part: &str) -> usize {
    if part.contains(|c: char| c.is_ascii_digit()) && !part.contains(char::is_alphabetic) {
        return 0;
    }
    let dots = |c: &char| matches!(c, '.' | '…' | '_');
    let chars: Vec<char> = part.chars().collect();
    let runs = chars.chunk_by(|a, b| dots(a) == dots(b));
    let runs = runs.filter(|run| run.len() < 4 || !run.first().is_some_and(dots));
    runs.flatten().filter(|c| !c.is_ascii_digit()).count()
}

/// Dots that lead to a page number, lines to write on.
fn is_leader(part: &str) -> bool {
    part.len() > 2 && part.chars().all(|c| matches!(c, '.' | '…' | '_' | '-' | '·'))
}

/// What a line counts for: lists of names have few words of a dictionary, and aren't judged by them.
fn judged(line: &str) -> Count {
    let count = Count::of(line);
    let few = count.all > 0 && count.share() < REFUSED;
    if few && are_names(line) { Count::default() } else { count }
}

/// What a page is, by its lines.
pub(super) fn page<'a>(lines: impl Iterator<Item = &'a str>) -> Legibility {
    let count = lines.map(judged).fold(Count::default(), Count::with);
    if count.all < JUDGED {
        return Legibility::Language;
    }
    match count.share() {
        share if share < REFUSED => Legibility::NotLanguage,
        share if share < DOUBTED => Legibility::Doubtful,
        _ => Legibility::Language,
    }
}

/// The runs of lines that are no language.
pub(super) fn garbled(lines: &[&str]) -> Vec<Range<usize>> {
    let counts: Vec<Count> = lines.iter().map(|line| judged(line)).collect();
    let mut bad = vec![false; lines.len()];
    let (mut from, mut sum) = (0, Count::default());
    for (to, count) in counts.iter().enumerate() {
        sum = sum.with(*count);
        // The shortest run that ends here and is long enough.
        while let Some(first) = counts.get(from) {
            if sum.all - first.all < JUDGED_LINES {
                break;
            }
            sum = Count { all: sum.all - first.all, known: sum.known - first.known };
            from += 1;
        }
        if sum.all >= JUDGED_LINES && sum.share() < REFUSED_LINES {
            // A line of language at either end of it isn't meant.
            let fine = |n: &usize| counts.get(*n).is_some_and(|own| own.share() >= DOUBTED);
            let first = (from..=to).find(|n| !fine(n)).unwrap_or(from);
            let last = (from..=to).rev().find(|n| !fine(n)).unwrap_or(to);
            for own in bad.iter_mut().take(last + 1).skip(first) {
                *own = true;
            }
        }
    }
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (n, _) in bad.iter().enumerate().filter(|(_, bad)| **bad) {
        match runs.last_mut() {
            Some(run) if run.end == n => run.end = n + 1,
            _ => runs.push(n..n + 1),
        }
    }
    runs
}

/// Whether a whole document is language, by the words that hold language together. One of few
/// letters passes.
pub(super) fn holds_together<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> bool {
    let (mut letters, mut function) = (0, 0);
    for word in texts.clone().flat_map(|text| text.split(|c: char| !c.is_alphabetic())) {
        letters += word.chars().count();
        let word = word.to_lowercase();
        if FUNCTION_WORDS.binary_search(&word.as_str()).is_ok() {
            function += word.len();
        }
    }
    if letters < JUDGED_LINES || function as f64 >= letters as f64 * REFUSED_WHOLE {
        return true;
    }
    // Lists of names have few of these words, but they have others.
    texts.map(judged).fold(Count::default(), Count::with).share() >= DOUBTED
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "The Force takes part in the regional partnership against human trafficking and has one \
        detective superintendent as a part time lead. Training of front line officers began in 2016.";

    /// What comes out of a font whose codes are the letters moved along by some places.
    fn shifted(text: &str, by: u8) -> String {
        text.chars().map(|c| if c.is_ascii() { char::from(c as u8 + by) } else { c }).collect()
    }

    fn rotated(text: &str) -> String {
        let turn = |c: u8, first: u8| char::from((c - first + 7) % 26 + first);
        text.chars()
            .map(|c| match c {
                'a'..='z' => turn(c as u8, b'a'),
                'A'..='Z' => turn(c as u8, b'A'),
                c => c,
            })
            .collect()
    }

    #[test]
    fn the_words_that_hold_language_together_are_sorted() {
        assert!(FUNCTION_WORDS.is_sorted());
    }

    #[test]
    fn language_passes_and_what_undecoded_fonts_give_does_not() {
        assert_eq!(page([GOOD].into_iter()), Legibility::Language);
        assert!(holds_together([GOOD, GOOD].into_iter()));
        for garbage in [shifted(GOOD, 3), rotated(GOOD), "\u{fffd}".repeat(300), "%&'()".repeat(60)]
        {
            assert_eq!(page([garbage.as_str()].into_iter()), Legibility::NotLanguage, "{garbage}");
            assert!(
                !holds_together([garbage.as_str(), garbage.as_str()].into_iter())
                    || !garbage.contains(char::is_alphabetic)
            );
        }
        assert_eq!(page(["X1-7 Q9/22 ZZK"].into_iter()), Legibility::Language);
    }

    #[test]
    fn leaders_and_figures_are_not_counted() {
        let contents =
            "Foreword ................................................................ 3";
        assert_eq!(Count::of(contents), Count { all: 8, known: 8 });
        assert_eq!(Count::of("Foreword.........3"), Count { all: 8, known: 8 });
        assert_eq!(Count::of("£1,250.00 (12%) 3/7"), Count::default());
    }

    #[test]
    fn garbled_lines_are_found_among_good_ones() {
        let garbage = rotated(GOOD);
        let lines = [GOOD, GOOD, &garbage, &garbage, GOOD, GOOD];
        assert_eq!(garbled(&lines).first(), Some(&(2..4)));
        assert_eq!(garbled(&lines).len(), 1);
        assert!(garbled(&[GOOD, GOOD]).is_empty());
        let names = "Lithuania, Latvia, Romania, Bulgaria, Slovakia, Hungary, Albania, Vietnam, Eritrea, Nigeria";
        assert!(garbled(&[GOOD, names, names, names, names, GOOD]).is_empty());
        assert_eq!(page([names, names, names].into_iter()), Legibility::Language);
    }
}
