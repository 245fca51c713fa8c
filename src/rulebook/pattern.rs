//! The language of cues and modifiers: a few words in order, with classes and gaps.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Words in order, as a rule pack writes them: `{rank} .. lead`.
///
/// - `team` is that word, in singular and plural alike (but for words in which the plural means
///   something else: "forces" are never "the force");
/// - `develop*` is any word that begins so;
/// - `team|unit` is either;
/// - `{slavery}` is any phrase of a class of `context.toml`;
/// - `[dedicated]` may stand there or not;
/// - `..` is a gap of up to three words, `...` of up to ten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern {
    /// How it is written.
    pub written: String,
    /// Its elements, in order.
    pub elements: Vec<Element>,
}

/// One element of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Element {
    /// One of these stands here.
    One(Vec<Alternative>),
    /// One of these may stand here.
    Maybe(Vec<Alternative>),
    /// Up to so many words of any kind.
    Gap(u8),
}

/// What may stand at one place of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alternative {
    /// A word.
    Word(String),
    /// Any word that begins so.
    Begins(String),
    /// Any phrase of a class.
    Class(String),
}

/// The longest gaps, in words.
const GAP: u8 = 3;
const LONG_GAP: u8 = 10;

/// The most ways in which gaps and words that may be missing can fall: three long gaps.
const MOST_WAYS: usize = 2_000;

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in words that go on from "this pattern".
    pub fn parse(written: &str) -> Result<Self, &'static str> {
        let elements: Vec<Element> =
            written.split_whitespace().map(element).collect::<Result<_, _>>()?;
        match (elements.first(), elements.last()) {
            _ if ways(&elements) > MOST_WAYS => Err(
                "has more gaps and words in square brackets than can be tried: at most three of `...`",
            ),
            (Some(Element::One(_)), Some(Element::One(_) | Element::Maybe(_))) => {
                Ok(Self { written: written.to_owned(), elements })
            }
            (None, _) | (_, None) => Err("has no words"),
            (_, Some(Element::Gap(_))) => Err("ends with a gap"),
            _ => Err("must begin with a word that it can't do without"),
        }
    }

    /// The classes that it names.
    pub fn classes(&self) -> impl Iterator<Item = &str> {
        let alternatives = self.elements.iter().flat_map(|element| match element {
            Element::One(alternatives) | Element::Maybe(alternatives) => alternatives.as_slice(),
            Element::Gap(_) => &[],
        });
        alternatives.filter_map(|alternative| match alternative {
            Alternative::Class(name) => Some(name.as_str()),
            _ => None,
        })
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

/// In how many ways the gaps of a pattern, and the words in it that may be missing, can fall.
fn ways(elements: &[Element]) -> usize {
    let of = |element: &Element| match element {
        Element::One(_) => 1,
        Element::Maybe(_) => 2,
        Element::Gap(most) => usize::from(*most) + 1,
    };
    elements.iter().map(of).fold(1, usize::saturating_mul)
}

fn element(text: &str) -> Result<Element, &'static str> {
    match text {
        ".." => return Ok(Element::Gap(GAP)),
        "..." => return Ok(Element::Gap(LONG_GAP)),
        _ => {}
    }
    match text.strip_prefix('[').filter(|inner| !inner.is_empty()) {
        Some(inner) => {
            let inner = inner.strip_suffix(']').ok_or("has a `[` without its `]`")?;
            Ok(Element::Maybe(alternatives(inner)?))
        }
        None => Ok(Element::One(alternatives(text)?)),
    }
}

fn alternatives(text: &str) -> Result<Vec<Alternative>, &'static str> {
    text.split('|').map(alternative).collect()
}

fn alternative(text: &str) -> Result<Alternative, &'static str> {
    let plain = |word: &str| {
        let inner = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '.' | ',');
        let ends = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let mut chars = word.chars();
        match (chars.next(), chars.next()) {
            (Some(sign), None) => !sign.is_whitespace(),
            (first, _) => {
                (ends(first) || first == Some('\''))
                    && ends(word.chars().next_back())
                    && word.chars().all(inner)
            }
        }
    };
    if let Some(inner) = text.strip_prefix('{') {
        let name = inner.strip_suffix('}').ok_or("has a `{` without its `}`")?;
        let fits = |c: char| c.is_ascii_lowercase() || c == '-';
        return if !name.is_empty() && name.chars().all(fits) {
            Ok(Alternative::Class(name.to_owned()))
        } else {
            Err("names a class in other letters than a to z")
        };
    }
    match text.strip_suffix('*') {
        Some(start) if start.chars().count() >= 2 && plain(start) => {
            Ok(Alternative::Begins(start.to_lowercase()))
        }
        Some(_) => Err("has a beginning of a word that is shorter than two letters"),
        None if plain(text) => {
            // A possessive ending is no part of a word in a text, so it is none here.
            let word = text.to_lowercase();
            Ok(Alternative::Word(word.strip_suffix("'s").unwrap_or(&word).to_owned()))
        }
        None => Err("has a word with other signs than letters; write hyphened words apart"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_read() {
        let pattern = Pattern::parse("{rank}|officer .. lead* [on|for] {slavery}").unwrap();
        assert_eq!(pattern.elements.len(), 5);
        assert_eq!(pattern.classes().collect::<Vec<_>>(), ["rank", "slavery"]);
        for wrong in [
            "",
            ".. lead",
            "lead ..",
            "[the] lead",
            "{rank lead",
            "[on lead",
            "l*",
            "co-ordinator",
            "{Rank}",
            "a ... b ... c ... d ... e",
        ] {
            assert!(Pattern::parse(wrong).is_err(), "{wrong}");
        }
        assert!(Pattern::parse("a ... b ... c ... d").is_ok());
    }
}
