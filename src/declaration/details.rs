//! Details that the words of evidence give in so many words: a rank, a share of somebody's time, since when, who else
//! belongs to it. They are drafted for a person to read; what needs to be understood isn't.

use super::Evidence;
use crate::rulebook::{Arrangement, Field, FieldId, FieldKind};
use crate::source::quoted;
use crate::standing::{MONTHS, RankTable, State, Words as _};

/// Words that deny or limit something of a sentence: its details may be denied, too.
const DENIES: [&str; 11] = [
    "no", "not", "nor", "none", "never", "without", "former", "formerly", "until", "neither",
    "nobody",
];
/// Numbers that people write in words, from one on.
const NUMBERS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// A detail, with the words that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Detail {
    pub field: FieldId,
    /// The value as TOML.
    pub value: String,
    /// The words.
    pub words: String,
}

/// The details that the quotes of an arrangement give: each where all that give it agree.
pub(super) fn details(
    arrangement: &Arrangement,
    state: State,
    evidence: &[Evidence],
    ranks: &RankTable,
) -> Vec<Detail> {
    if state < State::Partial {
        return Vec::new();
    }
    let quotes = evidence.iter().filter_map(|piece| piece.quote.as_deref());
    let quotes: Vec<(Folded, &str)> =
        quotes.map(|quote| (Folded::of(quote), quote)).filter(|(own, _)| !own.denies()).collect();
    let since = FieldId::from(FieldId::SINCE);
    let mut found: Vec<Detail> = Vec::new();
    let mut offer = |field: &FieldId, value: &dyn Fn(&Folded) -> Option<String>| {
        let mut given: Vec<(String, &str)> =
            quotes.iter().filter_map(|(own, quote)| Some((value(own)?, *quote))).collect();
        given.dedup_by(|a, b| a.0 == b.0);
        if let [(value, words)] = given.as_slice() {
            let (value, words) = (value.clone(), (*words).to_owned());
            found.push(Detail { field: field.clone(), value, words });
        }
    };
    for field in arrangement.fields.iter().filter(|field| field.id != since) {
        offer(&field.id, &|own| value(field, own, ranks));
    }
    offer(&since, &Folded::since);
    found
}

/// Whether words to choose from are those of states: how far something has got.
fn of_stages(words: &[String]) -> bool {
    words.iter().any(|word| State::from_word(word).is_some())
}

fn value(field: &Field, own: &Folded, ranks: &RankTable) -> Option<String> {
    let id = spaced(field.id.as_str());
    match &field.kind {
        FieldKind::Rank => own.rank(ranks),
        // How far something has got says nothing of what that is: it has to be named.
        FieldKind::Choice(words) if of_stages(words) && !own.has(&id) => None,
        FieldKind::Choice(words) => match own.among(words).as_slice() {
            [one] => Some(quoted(one)),
            _ => None,
        },
        FieldKind::List(Some(words)) => {
            let items = own.among(words);
            let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
            (!items.is_empty()).then(|| format!("[{}]", items.join(", ")))
        }
        FieldKind::Number => own.number_of(&id).map(|number| number.to_string()),
        // One word may mean anything: "register", "trained".
        FieldKind::YesNo => (id.contains(' ') && own.has(&id)).then(|| "true".to_owned()),
        _ => None,
    }
}

/// A quote in lower case, its words with one space around each.
struct Folded(String);

impl Folded {
    fn of(text: &str) -> Self {
        Self(format!(" {} ", spaced(text)))
    }

    fn has(&self, phrase: &str) -> bool {
        self.0.contains(&format!(" {phrase} "))
    }

    fn denies(&self) -> bool {
        DENIES.iter().any(|word| self.has(word))
            || self.0.contains(" n t ")
            || self.0.contains("n't")
    }

    /// Those of some words that stand in it.
    fn among<'w>(&self, words: &'w [String]) -> Vec<&'w str> {
        words.iter().map(String::as_str).filter(|word| self.has(&spaced(word))).collect()
    }

    /// The one rank that it names. Who is spoken of as known may be anybody: "the Chief Constable".
    fn rank(&self, ranks: &RankTable) -> Option<String> {
        let mut names: Vec<String> = ranks.names().collect();
        names.sort_unstable_by_key(|name| std::cmp::Reverse(name.len()));
        let mut rest = self.0.clone();
        let mut found: Vec<String> = Vec::new();
        for name in names {
            let named = format!(" {name} ");
            let led = [format!(" the {name} "), format!(" our {name} "), format!(" their {name} ")];
            if led.iter().any(|led| rest.contains(led)) {
                return None;
            }
            if rest.contains(&named) {
                rest = rest.replace(&named, "  ");
                found.push(name);
            }
        }
        let [one] = found.as_slice() else { return None };
        ranks.parse(one).map(|_| quoted(one))
    }

    /// "Seven councils", "7 analysts".
    fn number_of(&self, what: &str) -> Option<usize> {
        let (before, _) = self.0.split_once(&format!(" {what} "))?;
        let word = before.rsplit(' ').next()?;
        let counted = NUMBERS.iter().position(|number| *number == word).map(|at| at + 1);
        counted.or_else(|| word.parse().ok())
    }

    /// "Since 2016", "since March 2016".
    fn since(&self) -> Option<String> {
        let (_, after) = self.0.split_once(" since ")?;
        let mut words = after.split_whitespace();
        let first = words.next()?;
        let month = MONTHS.iter().position(|month| *month == first).map(|at| at + 1);
        let year = if month.is_some() { words.next()? } else { first };
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        is_year.then(|| match month {
            Some(month) => quoted(&format!("{year}-{month:02}")),
            None => quoted(year),
        })
    }
}

fn spaced(text: &str) -> String {
    let text = text.to_lowercase().replace('’', "'");
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklists;

    fn of(arrangement: &str, text: &str) -> Vec<(String, String)> {
        let rulebook = checklists::rulebook().unwrap();
        let vocabulary = rulebook.vocabulary();
        let arrangement = vocabulary.arrangement(arrangement).unwrap();
        let own = Folded::of(text);
        if own.denies() {
            return Vec::new();
        }
        let given = arrangement.fields.iter().filter_map(|field| {
            Some((field.id.to_string(), value(field, &own, vocabulary.ranks())?))
        });
        given.chain(own.since().map(|since| ("since".to_owned(), since))).collect()
    }

    #[test]
    fn what_is_told_in_so_many_words_is_drafted() {
        let detail = |field: &str, value: &str| (field.to_owned(), value.to_owned());
        assert_eq!(
            of(
                "lead",
                "A Detective Superintendent has been the part-time force lead since March 2016."
            ),
            [
                detail("rank", "\"detective superintendent\""),
                detail("capacity", "\"part-time\""),
                detail("since", "\"2016-03\""),
            ]
        );
        assert_eq!(
            of("partnership", "The force is a member with seven councils, health and prosecutors."),
            [
                detail("role", "\"member\""),
                detail("members", "[\"councils\", \"health\", \"prosecutors\"]"),
                detail("councils", "7"),
            ]
        );
        assert_eq!(
            of("intelligence", "We have 3 analysts since 2019"),
            [detail("analysts", "3"), detail("since", "\"2019\""),]
        );
    }

    #[test]
    fn what_may_be_denied_or_anybodys_is_not() {
        for text in [
            "There is no full-time lead.",
            "The Chief Constable is kept informed by the lead.",
            "An inspector supports a superintendent.",
            "Our lead wasn't a superintendent.",
            "A lead was a superintendent until 2019.",
        ] {
            assert!(of("lead", text).is_empty(), "{text}");
        }
    }
}
