//! Lines that each say something of their own, though nothing parts them: "Strategy - yes", and below it "Coordinator - no".

use std::borrow::Cow;

use super::typed::{looks_like_a_heading, wants_more};

/// The longest label, in words; the longest beside a short value; and the longest that shows what stands above it to be a title.
const LABEL: usize = 6;
const STATEMENT: usize = 12;
const SHORTEST: usize = 3;
/// The longest value behind a dash or in brackets, in words.
const VALUE: usize = 6;
/// The longest title over such lines, in characters.
const TITLE: usize = 60;
/// From here on stand signs that are no punctuation: arrows, ticks, coloured circles.
const SIGNS: char = '\u{2190}';
/// Boxes, which are told apart elsewhere.
const BOXES: [char; 6] = ['☐', '☑', '☒', '□', '◯', '○'];

/// A line without the signs of bold type: "**Coordinator:** No".
fn bare(text: &str) -> Cow<'_, str> {
    if text.contains("**") { text.replace("**", "").into() } else { text.into() }
}

/// Whether a line that begins with a name is a title over another one that is a label: "Westmoor Police contacts", and below it "Coordinator: DI".
pub(super) fn is_title_over(line: &str, next: &str) -> bool {
    let titles = looks_like_a_heading(line)
        && line.split_whitespace().take(2).all(|own| own.starts_with(char::is_uppercase))
        && !line.contains(['.', ':', ';', ','])
        && !wants_more(line)
        && line.chars().count() <= TITLE;
    let short = next.split_once(':').is_some_and(|(label, _)| words(label) <= SHORTEST);
    titles && (short && is_labelled(next) || is_shouted(line) && !is_shouted(next))
}

/// Whether a line is in capitals: "EASTMERE CONSTABULARY".
fn is_shouted(text: &str) -> bool {
    words(text) > 1 && !text.contains(char::is_lowercase) && text.contains(char::is_uppercase)
}

/// Whether a line is a label with what stands beside it, or one that was left blank: two such lines stand apart.
pub(super) fn is_entry(text: &str) -> bool {
    let text = bare(text);
    let text = text.trim();
    is_labelled(text)
        || text.starts_with(char::is_uppercase)
            && (is_blank(text) || has_dash(text) || ends_in_sign(text) || ends_in_brackets(text))
}

/// Whether a line is a label of a few words with what stands beside it.
fn is_labelled(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(label, value)| {
        let short = words(value) <= SHORTEST;
        let worded = label.starts_with(char::is_uppercase)
            && words(label) <= if short { STATEMENT } else { LABEL }
            && !label.contains(['.', ';', '?', ',']);
        (worded || is_a_key(label)) && !value.trim().is_empty()
    })
}

/// Whether a line is a label that was left blank: "Coordinator:".
fn is_blank(text: &str) -> bool {
    text.strip_suffix(':')
        .is_some_and(|label| words(label) <= LABEL && !label.contains(['.', ';', '?', ',', ':']))
}

/// Whether a line is a label, a dash and a few words: "Strategic lead - ACC".
fn has_dash(text: &str) -> bool {
    let dashes = [" - ", " – ", " — "];
    let mut found = dashes.iter().flat_map(|dash| text.match_indices(dash));
    let (Some((at, dash)), None) = (found.next(), found.next()) else { return false };
    let (label, rest) = text.split_at(at);
    let value = rest.get(dash.len()..).unwrap_or_default();
    let few = words(value) <= SHORTEST && words(label) <= STATEMENT;
    (few || words(value) <= VALUE && words(label) <= LABEL)
        && !label.contains(['.', ';', '?', ':', ','])
}

/// Whether a line is a label and a sign behind it: "Coordinator ❌".
fn ends_in_sign(text: &str) -> bool {
    let bare = text.trim_end_matches('\u{fe0f}');
    let Some(sign) = bare.chars().next_back() else { return false };
    let label = bare.strip_suffix(sign).unwrap_or_default().trim_end();
    sign >= SIGNS
        && !sign.is_alphanumeric()
        && !BOXES.contains(&sign)
        && label.len() > SHORTEST
        && words(label) <= STATEMENT
}

/// Whether a line is a label and a few words in brackets: "The force has a strategy (not met)".
fn ends_in_brackets(text: &str) -> bool {
    let inner = text.strip_suffix([')', ']']).and_then(|own| own.rsplit_once(['(', '[']));
    inner.is_some_and(|(label, value)| {
        (1..=VALUE).contains(&words(value)) && words(label) <= STATEMENT && !label.contains('.')
    })
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// "coordinator.post", "nrm_referrals": the name of a field, as programs write it.
fn is_a_key(label: &str) -> bool {
    let joins = |c: char| matches!(c, '.' | '_' | '-');
    label.starts_with(|c: char| c.is_ascii_lowercase())
        && label.chars().all(|c| c.is_ascii_alphanumeric() || joins(c))
        && !label.ends_with(joins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand_apart(line: &str, next: &str) -> bool {
        is_entry(line) && is_entry(next)
    }

    #[test]
    fn labels_stand_apart_and_sentences_go_on() {
        for (line, next) in [
            ("Training: a day for all, since 2023", "Victim navigator:"),
            ("Strategy - yes", "Coordinator – no"),
            ("**Strategic lead:** yes", "**Coordinator:** no"),
            ("Strategic lead ✅", "Coordinator ❌"),
            ("The force has a strategy (not met)", "Officers are trained [met]"),
        ] {
            assert!(stand_apart(line, next), "{line} / {next}");
        }
        for (line, next) in [
            ("Coordinator:", "None"),
            ("The force has a lead, who works with", "Councils: all of them"),
            ("Yes ✓", "No ✗"),
            ("The force - all of it - has", "Training - since the spring of last year and for all"),
        ] {
            assert!(!stand_apart(line, next), "{line} / {next}");
        }
        assert!(is_title_over("Westmoor Police contacts", "Coordinator: DI, Crime"));
        assert!(!is_title_over("The force has worked on this since", "March: it has a lead"));
    }
}
