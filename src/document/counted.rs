//! The numbers and letters by which lists count their items.

/// A number by the first of its kind: `1`, `a`, `A`, `i` or `I`.
pub(super) fn counted(number: u32, first: &str) -> String {
    match first {
        "a" => letters(number),
        "A" => letters(number).to_uppercase(),
        "i" => roman(number),
        "I" => roman(number).to_uppercase(),
        _ => number.to_string(),
    }
}

fn letters(number: u32) -> String {
    let own = ('a'..='z').nth(usize::try_from(number.saturating_sub(1)).unwrap_or(0) % 26);
    own.unwrap_or('a').to_string()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 9] = [
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut left = number.min(399);
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        while left >= worth {
            text.push_str(sign);
            left -= worth;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_count_in_figures_letters_and_roman_numbers() {
        let all = ["1", "a", "A", "i", "I"].map(|first| counted(14, first));
        assert_eq!(all, ["14", "n", "N", "xiv", "XIV"]);
    }
}
