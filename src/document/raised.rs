//! Numbers that somebody raised by hand, where the format has notes of its own: marks of notes that were typed as well.

use super::foot_marks::{RAISED, TYPED};

/// The most digits of such a mark.
const DIGITS: usize = 3;

/// What raised text is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Raised {
    /// The mark of a note.
    Mark(u32),
    /// The number with which a note begins, in raised digits.
    Begins(String),
    /// Nothing but text: "nd", "m".
    Text,
}

/// What raised text is; `begins` says that nothing stands before it in its paragraph.
pub(super) fn raised(text: &str, begins: bool) -> Raised {
    let bare = text.trim().trim_matches(['[', ']', '(', ')']);
    let counts =
        !bare.is_empty() && bare.len() <= DIGITS && bare.bytes().all(|byte| byte.is_ascii_digit());
    let number = bare.parse().ok().filter(|number: &u32| counts && *number > 0);
    match number.and_then(|number| TYPED.checked_add(number)) {
        None => Raised::Text,
        Some(_) if begins => {
            let high = |c: char| {
                let at = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
                at.and_then(|at| RAISED.chars().nth(at)).unwrap_or(c)
            };
            Raised::Begins(text.chars().map(high).collect())
        }
        Some(mark) => Raised::Mark(mark),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raised_number_marks_a_note_or_begins_one() {
        assert_eq!(raised("1", false), Raised::Mark(TYPED + 1));
        assert_eq!(raised("[12]", false), Raised::Mark(TYPED + 12));
        assert_eq!(raised("1 ", true), Raised::Begins("¹ ".into()));
        for text in ["nd", "", "2017", "0"] {
            assert_eq!(raised(text, false), Raised::Text, "{text}");
        }
    }
}
