//! Sums within a sentence: a total and its parts, a part of a whole, shares of a hundred.

use super::odd::Odd;
use crate::lint::finding::Sensitivity;
use crate::lint::history::year;
use crate::lint::page::Sentence;
use crate::reading::WordForm;
use crate::source::Span;
use crate::standing::MONTHS;

/// A whole number in a sentence.
struct Count {
    at: usize,
    value: u64,
    percent: bool,
}

/// What doesn't add up.
pub(super) fn odd(sentence: &Sentence, text: &str, totals: &[Span], parts: &[Span]) -> Vec<Odd> {
    let counts: Vec<Count> =
        (0..sentence.len()).filter_map(|at| count(sentence, text, at)).collect();
    let mut found = Vec::new();
    found.extend(totals.iter().filter_map(|total| total_of(sentence, text, &counts, total, parts)));
    found.extend(share(sentence, text, &counts));
    found.extend(hundred(sentence, text, &counts, parts));
    found
}

/// "12 of the 10 officers", "12 out of 10".
fn share(sentence: &Sentence, text: &str, counts: &[Count]) -> Option<Odd> {
    counts.windows(2).find_map(|pair| {
        let [part, whole] = pair else { return None };
        let between = part.at + 1..whole.at;
        let words: Vec<String> = between.map(|at| sentence.word(text, at).to_lowercase()).collect();
        let out = words == ["out", "of"]
            || words == ["out", "of", "the"]
            || words == ["out", "of", "a", "total", "of"];
        let fits = out && !part.percent && !whole.percent && part.value > whole.value;
        fits.then(|| Odd {
            span: sentence.place(&(part.at..whole.at + 1)),
            message: format!("{} of {} is more than there are", part.value, whole.value),
            sensitivity: Sensitivity::Default,
        })
    })
}

/// "a total of 15 victims (10 adults and 6 children)", "15 in total: 10 adults and 6 children".
fn total_of(
    sentence: &Sentence,
    text: &str,
    counts: &[Count],
    total: &Span,
    parts: &[Span],
) -> Option<Odd> {
    let whole = counts.iter().position(|count| {
        (count.at == total.end || (count.at + 4 > total.start && count.at < total.start))
            && !count.percent
    })?;
    let own = counts.get(whole)?;
    let from = own.at.max(total.end.saturating_sub(1)) + 1;
    // What leads in the parts stands within a few words.
    let opens = (from..(from + 8).min(sentence.len())).find(|at| {
        sentence.is(text, *at, &["(", ":", "–"]) || parts.iter().any(|lead| lead.start == *at)
    })?;
    let bracket = sentence.is(text, opens, &["("]);
    let close = (opens + 1..sentence.len())
        .find(|at| {
            if bracket {
                sentence.is(text, *at, &[")"])
            } else {
                sentence.is(text, *at, &[";", "(", ".", "–"])
            }
        })
        .unwrap_or(sentence.len());
    if !bracket && counts.iter().any(|count| count.at > close) {
        return None;
    }
    if counts.iter().any(|count| count.at > own.at && count.at < opens) {
        return None;
    }
    let listed: Vec<&Count> =
        counts.iter().filter(|count| opens < count.at && count.at < close).collect();
    let first = listed.first()?;
    let last = listed.last()?;
    // Each part is a number with its words, joined by a comma or "and".
    let joined = listed.windows(2).all(|pair| {
        let [a, b] = pair else { return true };
        let join = b.at - 1;
        sentence.is(text, join, &["and", ",", "plus", "&"])
            && b.at - a.at >= 2
            && !(a.at + 1..join).any(|at| {
                sentence.is(
                    text,
                    at,
                    &[
                        "of",
                        "including",
                        "in",
                        "from",
                        "between",
                        "or",
                        "which",
                        "whom",
                        "who",
                        "where",
                        "were",
                    ],
                )
            })
    });
    let led = first.at - opens <= 2;
    let tail = (last.at + 1..close).any(|at| {
        sentence.is(
            text,
            at,
            &[
                "including",
                "of",
                "whom",
                "which",
                "or",
                "other",
                "others",
                "more",
                "rest",
                "remainder",
                "several",
                "some",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "a",
                "an",
                "in",
                "during",
                "between",
                "about",
                "around",
                "over",
            ],
        )
    });
    let vague = (own.at.saturating_sub(2)..own.at).any(|at| {
        sentence.is(
            text,
            at,
            &[
                "about",
                "around",
                "over",
                "almost",
                "nearly",
                "approximately",
                "least",
                "than",
                "some",
            ],
        )
    });
    if listed.len() < 2
        || !joined
        || !led
        || tail
        || vague
        || listed.iter().any(|count| count.percent)
    {
        return None;
    }
    let sum: u64 = listed.iter().map(|count| count.value).sum();
    (sum != own.value).then(|| Odd {
        span: sentence.place(&(own.at..last.at + 1)),
        message: format!("the parts come to {sum}, and not to {}", own.value),
        sensitivity: Sensitivity::Default,
    })
}

/// "made up of 60% men, 30% women and 20% children": more than a hundred.
fn hundred(sentence: &Sentence, text: &str, counts: &[Count], parts: &[Span]) -> Option<Odd> {
    let lead = parts.first()?;
    let shares: Vec<&Count> =
        counts.iter().filter(|count| count.percent && count.at >= lead.end).collect();
    let (first, last) = (shares.first()?, shares.last()?);
    let plain = (lead.end..last.at).all(|at| {
        !sentence.is(
            text,
            at,
            &[
                "of", "which", "whom", "compared", "up", "down", "from", "than", "increase",
                "rise", ";", "while", "whereas", "whole",
            ],
        )
    });
    let sum: u64 = shares.iter().map(|count| count.value).sum();
    // Rounded shares may miss a hundred by one each.
    let most = 100 + shares.len() as u64;
    let fits = shares.len() >= 2 && plain && first.at - lead.end <= 3 && sum > most;
    fits.then(|| Odd {
        span: sentence.place(&(first.at..last.at + 2)),
        message: format!("these shares come to {sum} %"),
        sensitivity: Sensitivity::Default,
    })
}

fn count(sentence: &Sentence, text: &str, at: usize) -> Option<Count> {
    if sentence.form(at) != Some(WordForm::Number) {
        return None;
    }
    let word = sentence.word(text, at);
    let percent = sentence.is(text, at + 1, &["%"]) || sentence.is(text, at + 1, &["percent"]);
    let value: u64 = word.replace(',', "").parse().ok()?;
    let money = at.checked_sub(1).is_some_and(|before| {
        sentence.is(
            text,
            before,
            &[
                "£",
                "€",
                "$",
                "/",
                "-",
                "–",
                "#",
                "no",
                "section",
                "s",
                "page",
                "p",
                "paragraph",
                "version",
                "operation",
                "type",
                "category",
                "grade",
                "level",
                "band",
                "phase",
            ],
        )
    });
    let aged = sentence.is(
        text,
        at + 1,
        &[
            "/", "-", "–", "years", "year", "months", "days", "weeks", "hours", ":", "st", "nd",
            "rd", "th",
        ],
    );
    let dated = sentence.is(text, at + 1, &MONTHS);
    (!money && !aged && !dated && year(word).is_none()).then_some(Count { at, value, percent })
}
