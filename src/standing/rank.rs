//! Police ranks: their order, and the many ways in which people write them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A rank as somebody wrote it, with its place in the order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rank {
    written: String,
    level: Option<usize>,
}

impl Rank {
    /// The words in which it was written.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Whether this rank stands at least as high as `other`; `None` where one of them is a police
    /// staff grade, which compares with no rank.
    #[must_use]
    pub fn is_at_least(&self, other: &Self) -> Option<bool> {
        Some(self.level? >= other.level?)
    }

    /// Whether this is a police staff grade, which has no place in the order.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        self.level.is_none()
    }
}

/// The order of ranks with prefixes, abbreviations and equivalents: `rules/ranks.toml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RankTable {
    order: Vec<String>,
    prefixes: Vec<String>,
    staff: Vec<String>,
    /// Every other name with the level that it means.
    other_names: BTreeMap<String, usize>,
}

/// Something in a rank table that doesn't lead to a rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankTableFault {
    /// The abbreviation or equivalent that is at fault.
    pub name: String,
    /// What it was said to mean.
    pub meaning: String,
    /// Whether the name is known, and means something else; else its meaning is no rank.
    pub known: bool,
}

impl RankTable {
    /// A table from ranks in order (lowest first), prefixes that don't change a rank, words with
    /// which staff grades begin, and other names for ranks.
    ///
    /// # Errors
    ///
    /// Every other name that doesn't lead to a rank of the order.
    pub fn new(
        order: Vec<String>,
        prefixes: Vec<String>,
        staff: Vec<String>,
        other_names: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Vec<RankTableFault>> {
        let fold_all = |words: Vec<String>| words.iter().map(|word| fold(word)).collect();
        let mut table = Self {
            order: fold_all(order),
            prefixes: fold_all(prefixes),
            staff: fold_all(staff),
            other_names: BTreeMap::new(),
        };
        // Another name means a rank of the order, perhaps behind prefixes; never another name.
        let mut known = BTreeMap::new();
        let mut faults = Vec::new();
        for (name, meaning) in other_names {
            match table.level(&fold(&meaning)) {
                Some(level) => drop(known.insert(fold(&name), level)),
                None => faults.push(RankTableFault { name, meaning, known: false }),
            }
        }
        table.other_names = known;
        if faults.is_empty() { Ok(table) } else { Err(faults) }
    }

    /// The same table with further prefixes, staff grades and names. None of those that it has means
    /// anything else from then on.
    ///
    /// # Errors
    ///
    /// Every name that doesn't lead to a rank of the order, or is known and means something else.
    pub fn with(
        &self,
        prefixes: Vec<String>,
        staff: Vec<String>,
        other_names: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Vec<RankTableFault>> {
        let mut table = self.clone();
        let add = |known: &mut Vec<String>, more: Vec<String>| {
            for word in more.iter().map(|word| fold(word)) {
                if !known.contains(&word) {
                    known.push(word);
                }
            }
        };
        add(&mut table.prefixes, prefixes);
        add(&mut table.staff, staff);
        let mut faults = Vec::new();
        for (name, meaning) in other_names {
            let level = self.level(&fold(&meaning));
            match (self.parse(&name), level) {
                (Some(known), Some(_)) if known.level != level => {
                    faults.push(RankTableFault { name, meaning, known: true });
                }
                (_, Some(level)) => drop(table.other_names.insert(fold(&name), level)),
                (_, None) => faults.push(RankTableFault { name, meaning, known: false }),
            }
        }
        if faults.is_empty() { Ok(table) } else { Err(faults) }
    }

    /// The rank that a text names; `None` where it names none.
    ///
    /// Case, full stops, slashes and repeated spaces don't matter.
    #[must_use]
    pub fn parse(&self, text: &str) -> Option<Rank> {
        let folded = fold(text);
        let level = match self.level(&folded).or_else(|| self.level(&fold(&text.replace('.', ""))))
        {
            Some(level) => Some(level),
            None if self.staff.iter().any(|word| begins_with_word(&folded, word)) => None,
            None => return None,
        };
        Some(Rank { written: text.trim().to_owned(), level })
    }

    /// The ranks in their order, lowest first.
    #[must_use]
    pub fn order(&self) -> &[String] {
        &self.order
    }

    /// The prefixes that don't change a rank.
    #[must_use]
    pub fn prefixes(&self) -> &[String] {
        &self.prefixes
    }

    /// The full names of ranks, in their order, then each with each prefix.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let order = || self.order.iter();
        let prefixed = self
            .prefixes
            .iter()
            .flat_map(move |prefix| order().map(move |rank| format!("{prefix} {rank}")));
        self.order.iter().cloned().chain(prefixed)
    }

    /// The words with which staff grades begin.
    #[must_use]
    pub fn staff(&self) -> &[String] {
        &self.staff
    }

    /// The abbreviations and equivalents: lower-case, with spaces for full stops and slashes.
    pub fn other_names(&self) -> impl Iterator<Item = &str> {
        self.other_names.keys().map(String::as_str)
    }

    fn level(&self, folded: &str) -> Option<usize> {
        let mut rest = folded;
        loop {
            if let Some(level) = self.order.iter().position(|rank| rank == rest) {
                return Some(level);
            }
            if let Some(level) = self.other_names.get(rest) {
                return Some(*level);
            }
            rest = self
                .prefixes
                .iter()
                .find_map(|prefix| rest.strip_prefix(prefix.as_str())?.strip_prefix(' '))?;
        }
    }
}

fn begins_with_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn fold(text: &str) -> String {
    let spaced: String =
        text.to_lowercase().chars().map(|c| if c == '.' || c == '/' { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> RankTable {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        RankTable::new(
            words(&["constable", "sergeant", "inspector", "superintendent"]),
            words(&["detective", "acting"]),
            words(&["police staff"]),
            [("d supt", "detective superintendent"), ("di", "detective inspector")]
                .map(|(name, meaning)| (name.to_owned(), meaning.to_owned())),
        )
        .unwrap()
    }

    #[test]
    fn prefixes_and_abbreviations_lead_to_the_same_rank() {
        let table = table();
        let superintendent = table.parse("superintendent").unwrap();
        for text in ["D/Supt", "Acting Detective Superintendent", "d. supt.", "acting d supt"] {
            let rank = table.parse(text).unwrap();
            assert_eq!(rank.is_at_least(&superintendent), Some(true), "{text}");
            assert_eq!(rank.written(), text);
        }
        assert!(table.parse("D.I.").is_some());
        assert_eq!(table.parse("DI").unwrap().is_at_least(&superintendent), Some(false));
    }

    #[test]
    fn staff_grades_compare_with_no_rank() {
        let table = table();
        let staff = table.parse("police staff grade G").unwrap();
        assert!(staff.is_staff());
        assert_eq!(staff.is_at_least(&table.parse("constable").unwrap()), None);
        assert_eq!(table.parse("police staffing"), None);
        assert_eq!(table.parse("wizard"), None);
    }

    #[test]
    fn more_names_change_none_that_is_known() {
        let pair = |name: &str, meaning: &str| vec![(name.to_owned(), meaning.to_owned())];
        let with = |names| table().with(vec!["senior".to_owned()], Vec::new(), names);
        let more = with(pair("supe", "superintendent")).unwrap();
        let superintendent = more.parse("superintendent").unwrap();
        assert_eq!(more.parse("senior supe").unwrap().is_at_least(&superintendent), Some(true));
        assert!(with(pair("DI", "inspector")).is_ok(), "it says the same");
        for (name, meaning) in [
            ("di", "superintendent"),
            ("constable", "superintendent"),
            ("acting constable", "sergeant"),
            ("police staff lead", "superintendent"),
        ] {
            let faults = with(pair(name, meaning)).unwrap_err();
            assert!(faults[0].known, "{name}");
        }
        assert!(!with(pair("xx", "admiral")).unwrap_err()[0].known);
    }

    #[test]
    fn a_name_that_leads_nowhere_is_a_fault() {
        let fault = RankTable::new(
            vec!["constable".to_owned()],
            vec![],
            vec![],
            [("xx".to_owned(), "admiral".to_owned())],
        )
        .unwrap_err();
        assert_eq!(fault[0].meaning, "admiral");
    }
}
