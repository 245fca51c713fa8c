//! Lists of names, countries and figures: they have few words of a dictionary, and are no garbage.

use std::sync::LazyLock;

/// Letters of the alphabet.
const LETTERS: usize = 26;
/// Three letters that stand together in fewer words than this are rare.
const RARE: u8 = 3;
/// At least this share of a list's words begin with a capital, and of their threes of letters aren't rare.
const CAPITALS: f64 = 0.7;
const USUAL: f64 = 0.75;

/// How often three letters stand together in the words of the dictionary.
static THREES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut counts = vec![0_u8; LETTERS * LETTERS * LETTERS];
    for three in super::dictionary::words().flat_map(threes) {
        if let Some(count) = counts.get_mut(three) {
            *count = count.saturating_add(1);
        }
    }
    counts
});

/// Whether a line lists names: words with capitals, of letters that stand together as those of words do.
pub(super) fn are_names(line: &str) -> bool {
    let words = line.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2);
    let (mut all, mut capitals, mut letters, mut usual) = (0.0, 0.0, 0.0, 0.0);
    for word in words {
        all += 1.0;
        capitals += f64::from(u8::from(word.starts_with(char::is_uppercase)));
        for three in threes(&word.to_lowercase()) {
            letters += 1.0;
            usual += f64::from(u8::from(THREES.get(three).is_some_and(|count| *count >= RARE)));
        }
    }
    letters > 0.0 && capitals >= CAPITALS * all && usual >= USUAL * letters
}

/// The threes of letters in a word, each as a number.
fn threes(word: &str) -> impl Iterator<Item = usize> {
    let letter = |byte: u8| byte.is_ascii_lowercase().then(|| usize::from(byte - b'a'));
    word.as_bytes().windows(3).filter_map(move |own| match own {
        [a, b, c] => Some((letter(*a)? * LETTERS + letter(*b)?) * LETTERS + letter(*c)?),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_countries_are_told_from_what_undecoded_fonts_give() {
        for list in [
            "Lithuania Latvia Romania Bulgaria Slovakia",
            "Okonkwo, Adeyemi, Kowalski, Ivanova, Petrescu",
            "PC Marsh, DS Bellingham, Supt Fotheringay, ACC Ramsbottom",
            "ALBANIA VIETNAM ERITREA SUDAN",
        ] {
            assert!(are_names(list), "{list}");
        }
        for garbage in [
            "Wkh Irufh Wdnhv Sduw Lq Wkh Uhjlrqdo",
            "Aol Mvyjl Ohz Vul Klaljapcl Zbwlypualuklua",
            "the force takes part in the regional partnership",
            "wkh irufh wdnhv sduw",
        ] {
            assert!(!are_names(garbage), "{garbage}");
        }
    }
}
