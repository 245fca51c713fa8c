//! Numbered places in a sentence: pages, lines, paragraphs, and the verb that goes with them.

/// Page numbers as people write them: "pages 3-9 and 12".
pub(super) fn pages(pages: &[u32]) -> String {
    numbers("page", pages)
}

/// The same of whatever has numbers.
pub(super) fn numbers(what: &str, numbers: &[u32]) -> String {
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in &numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let parts: Vec<String> = runs
        .iter()
        .map(|(first, last)| match last - first {
            0 => format!("{first}"),
            _ => format!("{first}-{last}"),
        })
        .collect();
    let plural = if numbers.len() == 1 { "" } else { "s" };
    match parts.as_slice() {
        [before @ .., last] if !before.is_empty() => {
            format!("{what}{plural} {} and {last}", before.join(", "))
        }
        parts => format!("{what}{plural} {}", parts.join(", ")),
    }
}

/// One of two words for one page, or for several.
pub(super) fn verb<'a>(pages: &[u32], one: &'a str, many: &'a str) -> &'a str {
    if pages.len() == 1 { one } else { many }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_listed_as_people_list_them() {
        assert_eq!(pages(&[4]), "page 4");
        assert_eq!(pages(&[3, 4, 5]), "pages 3-5");
        assert_eq!(pages(&[12, 3, 4, 9]), "pages 3-4, 9 and 12");
    }
}
