//! How the lines of a file end.

use std::borrow::Cow;

/// How the lines of a file end: as most of them do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LineEnds {
    /// `\n`
    Unix,
    /// `\r\n`
    Windows,
}

impl LineEnds {
    /// A text with `\n` alone, and how its lines ended.
    pub(crate) fn of(text: &str) -> (Cow<'_, str>, Self) {
        let windows = text.matches("\r\n").count();
        if windows == 0 {
            return (Cow::Borrowed(text), Self::Unix);
        }
        let all = text.matches('\n').count();
        let ends = if windows * 2 >= all { Self::Windows } else { Self::Unix };
        (Cow::Owned(text.replace("\r\n", "\n")), ends)
    }

    /// The text as its file has it.
    pub(crate) fn back(self, text: String) -> String {
        match self {
            Self::Unix => text,
            Self::Windows => text.replace('\n', "\r\n"),
        }
    }
}
