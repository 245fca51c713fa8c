//! Names of things in rule packs.

use std::sync::Arc;

use crate::source::{Fault, Located, Table, Text};

/// Declares ids: names that files and reports write as plain text, each a type of its own.
macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::sync::Arc<str>);

        impl $name {
            /// The id as files and reports write it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The id read as words: `victim-support` as "victim support".
            #[must_use]
            pub fn words(&self) -> String {
                self.0.replace('-', " ")
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::rulebook::OfText(|id| Self::from(id)))
            }
        }
    )+};
}

pub(crate) use ids;

/// Makes an id out of its text, which need be no `String` first: thousands are read at each start.
pub(crate) struct OfText<T>(pub(crate) fn(&str) -> T);

impl<T> serde::de::Visitor<'_> for OfText<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<T, E> {
        Ok((self.0)(id))
    }
}

ids! {
    /// The id of an arrangement, such as `lead`.
    ArrangementId;
    /// The id of a field of an arrangement, such as `rank`.
    FieldId;
    /// The id of a police force, such as `west-midlands`.
    ForceId;
    /// The id of an instrument, such as `act-2015`.
    InstrumentId;
    /// The id of a provision within its instrument, such as `s52`.
    ProvisionId;
    /// The full id of a requirement, such as `act-2015/s52-notify`.
    RequirementId;
    /// The id of a term that names whom a text binds, such as `notifier`.
    ReachId;
    /// The id of what a duty may wait for, such as `commissioner-request`.
    EventId;
}

/// Whether a text can be an id: lower-case letters, digits and single hyphens.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.split(['-', '.']).all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// Reads an id: lower-case words joined by hyphens.
pub(super) fn read_id(table: &Table<'_>, key: &'static str) -> Option<Located<String>> {
    let id = table.required_text(key)?;
    if is_id(&id.value) {
        return Some(id);
    }
    table.push(not_an_id(table.text(), &id));
    None
}

/// The fault of a name that can't be an id.
pub(super) fn not_an_id(text: &Arc<Text>, id: &Located<String>) -> Fault {
    Fault::new(
        "rules::not-an-id",
        text,
        id.span.clone(),
        format!("`{}` can't be an id", id.value),
        "expected lower-case words joined by hyphens",
    )
    .help("such as `victim-support`")
}

impl FieldId {
    /// The field that every arrangement has: since when it stands as it is declared.
    pub const SINCE: &'static str = "since";
    /// What stands for the newest day that the evidence of an arrangement shows. No declaration states
    /// it: it comes from the evidence.
    pub const EVIDENCE: &'static str = "evidence";
}
