//! Closed sets of values that files, reports and people all write with the same words.

/// A closed set of values, each written with one fixed word or phrase.
pub trait Words: Copy + 'static {
    /// Every value, in its order.
    const ALL: &'static [Self];

    /// The word for this value, as files and reports write it.
    fn word(self) -> &'static str;

    /// The value that a word stands for; `None` for any other text.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

/// Declares an enum whose variants are written with fixed words: in TOML, in JSON and to people.
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize)]
        $vis enum $name {
            $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)+
        }

        impl $crate::standing::Words for $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)+];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad($crate::standing::Words::word(*self))
            }
        }
    };
}

pub(crate) use words;
