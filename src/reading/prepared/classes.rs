//! The classes of phrases that reading itself asks for, by name.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::rulebook::{Lexicon, Pattern};

/// A class of phrases.
pub(crate) type ClassId = u16;

/// Names of classes as numbers.
#[derive(Debug, Default)]
pub(crate) struct ClassNames(BTreeMap<String, ClassId>);

impl ClassNames {
    /// The number of a class; a new one where it isn't known.
    pub(super) fn id(&mut self, name: &str) -> ClassId {
        if let Some(known) = self.0.get(name) {
            return *known;
        }
        let next = ClassId::try_from(self.0.len()).unwrap_or(ClassId::MAX);
        self.0.insert(name.to_owned(), next);
        next
    }
}

macro_rules! classes {
    ($($name:ident = $written:literal),+ $(,)?) => {
        /// The classes of phrases that reading itself asks for.
        #[derive(Debug, Serialize, Deserialize)]
        pub(crate) struct Classes { $(pub(crate) $name: ClassId),+ }

        impl Classes {
            /// What they are called in the packs.
            const NAMES: &[&str] = &[$($written),+];

            pub(super) fn new(names: &mut ClassNames) -> Self {
                Self { $($name: names.id($written)),+ }
            }
        }
    };
}

classes! {
    slavery = "slavery",
    rival = "rival",
    wish = "wish",
    purchase = "purchase",
    own = "own",
    we = "we",
    commissioner = "commissioner",
    other = "other",
    rank = "rank",
    finite = "finite",
    preposition = "preposition",
    compound = "compound",
    breaks = "breaks",
    pronoun = "pronoun",
    theirs = "theirs",
    month = "month",
    singular = "singular",
    yours = "yours",
    anaphor = "anaphor",
    relative = "relative",
    agentless = "agentless",
    imperative = "imperative",
    police = "police",
    no_name = "no-name",
    no_other = "no-other",
    definite = "definite",
    article = "article",
    all = "all",
    regional = "regional",
    partners = "partners",
    comma = "comma",
    semicolon = "semicolon",
    and = "and",
    of = "of",
    from = "from",
    reports = "reports",
    interrogative = "interrogative",
    asks = "asks",
    should = "should",
    future = "future",
    time_unit = "time-unit",
    hedges = "hedges",
    money = "money",
    counterpart = "counterpart",
    thanks = "thanks",
    subordinate = "subordinate",
    among = "among",
    number = "number",
    adverb = "adverb",
    assembly = "assembly",
    indirect = "indirect",
    concerning = "concerning",
    infinitive = "infinitive",
    to = "to",
    indefinite = "indefinite",
    copula = "copula",
    defining = "defining",
    belonging = "belonging",
    at_large = "at-large",
    singled_out = "singled-out",
    inside = "inside",
    several = "several-before",
    fills = "fills",
    onlooker = "onlooker",
    person_pronoun = "person-pronoun",
    another = "another",
    remainder = "remainder",
    in_fact = "in-fact",
    outsider = "outsider",
    was = "was",
    court_tells = "court-tells",
    when = "when",
    disregard = "disregard",
    whom = "whom",
    who = "who",
    while_or_as = "while-or-as",
    body = "body",
    cites = "cites",
    advert = "advert",
    applicant = "applicant",
    taken_back = "taken-back",
    row = "row-of-table",
    confirmed = "confirmed",
    below = "below",
    superseded = "superseded",
    all_above = "all-above",
    said_above = "said-above",
    now = "now",
    present = "present",
    past = "past",
    ago = "ago",
    opens = "opens-a-sentence",
    succession = "succession",
    untrue = "untrue",
    according = "according",
    there = "there",
    dedicated = "dedicated",
    named_body = "named-body",
    colon = "colon",
    dash = "dash",
    applies = "applies",
    over = "over",
    former = "former",
    latter = "latter",
    minutes = "minutes",
    put_off = "put-off",
    unless = "unless",
    points = "points",
    turns_to = "turns-to",
}

/// The classes whose phrases are looked for in every sentence: all but those that only weigh.
pub(super) fn common(lexicon: &Lexicon) -> BTreeSet<&str> {
    let cues = lexicon.cues.iter().map(|cue| &cue.pattern);
    let patterns = cues.chain(lexicon.modifiers.iter().map(|modifier| &modifier.pattern));
    let named = patterns.flat_map(Pattern::classes);
    named.chain(Classes::NAMES.iter().copied()).collect()
}
