//! References to what others published: "Northmarch Police (2021) Our modern slavery team: the first five years."

/// Names before the year of a reference are no longer than this, in bytes.
const NAMES: usize = 80;

/// Whether a block is an entry of a list of references: who wrote it, a year in brackets, and its title.
pub(super) fn is_reference(text: &str) -> bool {
    let Some((names, rest)) = text.split_once('(') else { return false };
    let Some((year, title)) = rest.split_once(')') else { return false };
    let year = year.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let dated = year.len() == 4
        && year.bytes().all(|byte| byte.is_ascii_digit())
        && (year.starts_with("19") || year.starts_with("20"));
    let title = title.trim_start_matches([' ', '.', ',', ':']);
    let titled =
        title.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '\''));
    let named = names.starts_with(char::is_uppercase) && !names.contains(['?', ';', ':']);
    dated && titled && named && names.len() <= NAMES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_year_and_a_title_are_a_reference() {
        for text in [
            "Northmarch Police (2021) Our team: the first five years.",
            "Smith, J. and others (2019a). “The team”, Journal 3.",
        ] {
            assert!(is_reference(text), "{text}");
        }
        for text in [
            "The force set up a team (2021) and has had it since.",
            "Our plan (see page 2) Says so.",
            "Northmarch Police has a team.",
        ] {
            assert!(!is_reference(text), "{text}");
        }
    }
}
