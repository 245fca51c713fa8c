//! Declarations whose texts try everything that a file could trip over.

use std::collections::BTreeMap;
use std::sync::Arc;

use msacheck::declaration::Sources;
use msacheck::source::{Fault, Text};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::calendar::{self, Date, on};
use crate::facts::{
    Declared, Evidence, Facts, Information, Source, Times, all_declared, force, states,
};
use crate::values::{Amount, Value};
use crate::vocabulary::Field;

/// What has a meaning in TOML, in a terminal, in another script, or in none.
const FRAGMENTS: [&str; 34] = [
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "\\",
    "\\u0041",
    "\\n",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\0",
    "\u{8}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{9b}",
    "\u{2028}",
    "\u{202e}",
    "\u{feff}",
    "\u{fffd}",
    "\u{10ffff}",
    "é",
    "e\u{301}",
    "😀",
    "#",
    "=",
    "[x]",
    "{ y = 1 }",
    ",",
    " ",
    "\n[lead]\n",
    "state = \"met\"",
    "word",
];

/// The one file that can be read.
const READABLE: &str = "answer.txt";

/// Quotes that stand in it.
const QUOTES: [&str; 4] = [
    "one lead officer for this",
    "Two.",
    "She said \"no - never\"\nto the second question",
    "we meet every month",
];

/// Sources of which one can be read.
pub(crate) struct Shelf;

impl Sources for Shelf {
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault> {
        let body = "The force has one lead officer for this.\r\nTwo.\n\
                    She said “no — never” to the second question.\n\
                    When we meet every month, we meet every month again.\n";
        match name {
            READABLE => Ok(Arc::new(Text::new(name, body))),
            _ => Err(Fault::whole("file::not-found", "only one file stands here")),
        }
    }
}

/// Any text, the nasty ones first.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        8 => select(FRAGMENTS.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[ -~]{1,12}",
    ];
    // What isn't filled in doesn't load.
    vec(fragment, 1..8).prop_map(|fragments| match fragments.concat() {
        blank if matches!(blank.trim(), "" | "…") => format!("{blank}t"),
        text => text,
    })
}

/// Any text that isn't blank, as titles must be.
fn title() -> impl Strategy<Value = String> {
    (text(), text()).prop_map(|(before, after)| format!("{before}t{after}"))
}

fn date() -> impl Strategy<Value = Date> {
    prop_oneof![8 => calendar::date(1900..2029), 1 => calendar::date(0..1000)]
}

fn sources() -> impl Strategy<Value = Vec<Source>> {
    let file = prop_oneof![
        2 => Just(None),
        3 => Just(Some(READABLE.to_owned())),
        2 => text().prop_map(Some),
    ];
    let address = option::of("https?://[!-~é😀]{1,20}");
    let dates = (option::of(date()), option::of(date()));
    vec((title(), title(), file, address, dates), 0..4).prop_map(|all| {
        let numbered = all.into_iter().enumerate();
        numbered
            // No two have the same id.
            .map(|(at, (id, title, file, address, (date, obtained)))| Source {
                id: format!("{id}{at}"),
                title,
                file,
                address,
                date,
                // Nothing comes to hand before it is written.
                obtained: obtained
                    .filter(|day| date.is_none_or(|date| day.last() >= date.earliest())),
            })
            .collect()
    })
}

/// A piece of evidence whose source is still to be chosen.
#[derive(Clone, Debug)]
struct Loose {
    source: Index,
    words: Option<String>,
    quote: Index,
    page: Option<i64>,
    line: Option<i64>,
    times: Times,
}

impl Loose {
    /// From a source that can be read, only words that stand there; else any.
    fn found_in_one_of(&self, sources: &[Source]) -> Option<Evidence> {
        let source = sources.get(self.source.index(sources.len().max(1)))?;
        let readable = source.file.as_deref() == Some(READABLE);
        let found = || QUOTES[self.quote.index(QUOTES.len())].to_owned();
        let quote = self.words.clone().map(|words| if readable { found() } else { words });
        let (Self { page, line, .. }, times) = (self, self.times.clone());
        Some(Evidence { source: source.id.clone(), quote, page: *page, line: *line, times })
    }
}

/// Of when evidence can be: no time, a date, the ends of a period.
pub(crate) fn times<D>(date: impl Fn() -> D) -> impl Strategy<Value = Times>
where
    D: Strategy<Value = Date> + 'static,
{
    prop_oneof![
        Just(Times::new()),
        date().prop_map(|date| vec![("date", date)]),
        date().prop_map(|from| vec![("from", from)]),
        date().prop_map(|to| vec![("to", to)]),
        (date(), date()).prop_map(|(one, other)| {
            let (from, to) =
                if other.last() < one.earliest() { (other, one) } else { (one, other) };
            vec![("from", from), ("to", to)]
        }),
    ]
}

fn evidence() -> impl Strategy<Value = Vec<Loose>> {
    let number = || option::of(1..i64::MAX);
    let one = (any::<Index>(), option::of(text()), any::<Index>(), number(), number(), times(date))
        .prop_map(|(source, words, quote, page, line, times)| Loose {
            source,
            words,
            quote,
            page,
            line,
            times,
        });
    vec(one, 0..3)
}

/// What makes the values of one arrangement hostile.
#[derive(Clone, Debug)]
struct Twist {
    text: String,
    items: Vec<String>,
    number: i64,
    rank: &'static str,
    note: Option<String>,
    evidence: Vec<Loose>,
}

fn twist() -> impl Strategy<Value = Twist> {
    let rank =
        select(vec!["detective\n inspector", "\tD/Insp.\r\n", "police staff \"G\" \\ \u{1b}"]);
    (text(), vec(text(), 0..4), 0..i64::MAX, rank, option::of(text()), evidence()).prop_map(
        |(text, items, number, rank, note, evidence)| Twist {
            text,
            items,
            number,
            rank,
            note,
            evidence,
        },
    )
}

impl Twist {
    fn apply(self, declared: &mut Declared, sources: &[Source]) {
        for (field, value) in &mut declared.values {
            match (field, value) {
                (Field::Text, Value::Text(text)) => text.clone_from(&self.text),
                (Field::List, Value::List { items, .. }) => items.clone_from(&self.items),
                (_, Value::Number(Amount::Exactly(number))) => *number = self.number,
                (_, Value::Rank { written, level: None }) => self.rank.clone_into(written),
                _ => {}
            }
        }
        declared.note = self.note;
        let evidence = self.evidence.iter();
        declared.evidence = evidence.filter_map(|loose| loose.found_in_one_of(sources)).collect();
    }
}

/// Any declaration with hostile texts.
pub(crate) fn any_hostile() -> impl Strategy<Value = Facts> {
    let force = (force(on(2020, 2, 29)), option::of(text()));
    let declared: BoxedStrategy<BTreeMap<usize, Declared>> = all_declared(states()).boxed();
    let information = vec((title(), evidence()), 0..3);
    let twists = [twist(), twist(), twist(), twist()];
    (force, sources(), declared, twists, information).prop_map(
        |((mut force, name), sources, mut declared, twists, information)| {
            force.name = name;
            // What names the log has it under another name here, or nothing.
            let log = sources.first().map(|source| source.id.clone());
            for none in &mut force.none {
                none.evidence.retain(|_| log.is_some());
                none.evidence
                    .iter_mut()
                    .zip(&log)
                    .for_each(|(piece, id)| piece.source.clone_from(id));
            }
            for (at, twist) in twists.into_iter().enumerate() {
                if let Some(declared) = declared.get_mut(&at) {
                    twist.apply(declared, &sources);
                }
            }
            let loose = information.into_iter();
            let information = loose
                .map(|(note, evidence)| Information {
                    note,
                    evidence: evidence.iter().filter_map(|l| l.found_in_one_of(&sources)).collect(),
                })
                .collect();
            Facts { force, sources, declared, information }
        },
    )
}
