//! How far classes of phrases reach into one another: a class may name others, and what that comes to
//! grows with every level.

use std::collections::BTreeMap;

use crate::rulebook::{Alternative, Element, Pattern};

/// How deep a class may name classes that name classes.
pub const DEEPEST_CLASS: u8 = 3;

/// The most phrases that all classes may come to, with those that they name written out. The
/// built-in ones come to 1,377.
pub(super) const MOST_PHRASES: usize = 50_000;

/// Classes, by name.
type Classes = BTreeMap<String, Vec<Pattern>>;

/// The classes that name others deeper than may be, themselves included.
pub(super) fn too_deep(classes: &Classes) -> Vec<&str> {
    // What is named at no depth, one deeper, and so on: the classes from which that many steps lead.
    let mut reach: Vec<&str> = classes.keys().map(String::as_str).collect();
    for _ in 0..=DEEPEST_CLASS {
        let leads = |name: &&str| {
            let patterns = classes.get(*name).into_iter().flatten();
            patterns.flat_map(named).any(|inner| reach.contains(&inner))
        };
        reach = reach.iter().copied().filter(leads).collect();
    }
    reach
}

/// How many phrases each class comes to.
pub(super) fn phrases(classes: &Classes) -> BTreeMap<&str, usize> {
    // From the deepest level, where no class is written out, up.
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..=DEEPEST_CLASS {
        let of = |patterns: &Vec<Pattern>| {
            let each = patterns.iter().map(|pattern| ways(pattern, classes, &counts));
            each.fold(0, usize::saturating_add)
        };
        let next = classes.iter().map(|(name, patterns)| (name.as_str(), of(patterns)));
        counts = next.collect();
    }
    counts
}

/// How many phrases a pattern comes to, where the classes that it names come to so many.
fn ways(pattern: &Pattern, classes: &Classes, counts: &BTreeMap<&str, usize>) -> usize {
    let of = |element: &Element| {
        let Element::One(alternatives) = element else { return 1 };
        let (nested, plain): (Vec<_>, Vec<_>) = alternatives
            .iter()
            .partition(|one| matches!(one, Alternative::Class(name) if classes.contains_key(name)));
        // Where nothing is counted yet, what is named isn't written out.
        if counts.is_empty() || nested.is_empty() {
            return 1;
        }
        let nested = nested.iter().filter_map(|one| match one {
            Alternative::Class(name) => counts.get(name.as_str()).copied(),
            _ => None,
        });
        nested.fold(usize::from(!plain.is_empty()), usize::saturating_add)
    };
    pattern.elements.iter().map(of).fold(1, usize::saturating_mul)
}

/// The classes that are written out where a pattern names them.
fn named(pattern: &Pattern) -> impl Iterator<Item = &str> {
    let alternatives = pattern.elements.iter().flat_map(|element| match element {
        Element::One(alternatives) => alternatives.as_slice(),
        Element::Maybe(_) | Element::Gap(_) => &[],
    });
    alternatives.filter_map(|alternative| match alternative {
        Alternative::Class(name) => Some(name.as_str()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(rows: &[(&str, &[&str])]) -> Classes {
        let read = |phrase: &&str| Pattern::parse(phrase).unwrap();
        let row = |(name, phrases): &(&str, &[&str])| {
            ((*name).to_owned(), phrases.iter().map(read).collect())
        };
        rows.iter().map(row).collect()
    }

    #[test]
    fn phrases_are_counted_as_they_are_written_out() {
        let classes = classes(&[
            ("a", &["one", "two|three", "{b} {b}|x"]),
            ("b", &["{c}", "y"]),
            ("c", &["z", "u", "v"]),
        ]);
        // "{b}" is z, u, v or y; with x that makes 4 times 5.
        let counts = phrases(&classes);
        assert_eq!((counts["c"], counts["b"], counts["a"]), (3, 4, 22));
        assert!(too_deep(&classes).is_empty());
    }

    #[test]
    fn what_goes_on_for_ever_or_too_deep_is_named() {
        let rows: [(&str, &[&str]); 6] = [
            ("a", &["{b}"]),
            ("b", &["{c}"]),
            ("c", &["{d}"]),
            ("d", &["{e}"]),
            ("e", &["x"]),
            ("f", &["{f} x"]),
        ];
        assert_eq!(too_deep(&classes(&rows)), ["a", "f"]);
    }

    #[test]
    fn what_comes_to_too_many_is_counted_without_making_them() {
        let many: Vec<String> = (0..100).map(|n| format!("word{n}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let ten = ["{b} ".repeat(10)];
        let rows = [("a", &[ten[0].as_str()][..]), ("b", &many)];
        assert_eq!(phrases(&classes(&rows))["a"], usize::MAX);
    }
}
