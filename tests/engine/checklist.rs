//! Requirements of two instruments, spread over files.

use msacheck::standing::{Attribute, ForceKind, Strength, Words as _};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::calendar::{Day, on};
use crate::needs::{Need, need, needs_toml};
use crate::toml_text::{Order, list, quoted, table};
use crate::vocabulary::{EVENTS, TERM};

/// The instruments: the second one supersedes the first.
pub(crate) const INSTRUMENTS: [&str; 2] = ["strategy", "act"];

/// The first day on which the first instrument is superseded.
pub(crate) const SUPERSEDED_ON: Day = on(2018, 1, 1);

/// One requirement. Its id is its place in the list.
#[derive(Clone, Debug)]
pub(crate) struct Requirement {
    /// The place of its instrument.
    pub(crate) instrument: usize,
    /// Which of the instrument's files it stands in.
    file: usize,
    pub(crate) strength: Strength,
    pub(crate) from: Day,
    pub(crate) until: Option<Day>,
    pub(crate) reach: Reach,
    pub(crate) needs: Vec<Need>,
}

/// Which forces a requirement reaches.
#[derive(Clone, Debug)]
pub(crate) enum Reach {
    Everyone,
    Kind(ForceKind),
    Attribute {
        attribute: Attribute,
        wanted: bool,
        only_if_stated: bool,
    },
    Either(Attribute, Attribute),
    Term,
    /// It waits for one of the events.
    Waits(usize),
    /// It is asked where either of two came.
    WaitsForEither(usize, usize),
}

impl Requirement {
    /// The full id of the requirement in this place of the list.
    pub(crate) fn id(&self, at: usize) -> String {
        format!("{}/r{at}", INSTRUMENTS[self.instrument])
    }

    fn toml(&self, at: usize, order: &mut Order) -> String {
        let mut lines = vec![
            format!("id = \"r{at}\""),
            "title = \"A line of the checklist\"".to_owned(),
            format!("provision = \"p{}\"", at % 2),
            "citation = \"There\"".to_owned(),
            format!("strength = \"{}\"", self.strength),
            "bearer = [\"forces\"]".to_owned(),
            "derivation = \"express\"".to_owned(),
            "warrant = \"seen\"".to_owned(),
            format!("from = {}", self.from),
            format!("needs = {}", needs_toml(&self.needs, order)),
            "remedy = \"Do it.\"".to_owned(),
        ];
        lines.extend(self.until.map(|until| format!("until = {until}")));
        lines.extend(self.reach.toml().map(|reach| format!("applies_to = {reach}")));
        table("[[requirement]]", lines, order)
    }
}

impl Reach {
    fn toml(&self) -> Option<String> {
        match self {
            Self::Everyone => None,
            Self::Kind(kind) => Some(format!("{{ kind = {} }}", list(&[quoted(kind.word())]))),
            Self::Attribute { attribute, wanted, only_if_stated } => {
                Some(format!("{{ {attribute} = {wanted}, only_if_stated = {only_if_stated} }}"))
            }
            Self::Term => Some(format!("{{ reach = \"{TERM}\" }}")),
            Self::Waits(event) => Some(format!("{{ arises_on = \"{}\" }}", EVENTS[*event].0)),
            Self::WaitsForEither(a, b) => {
                let branch = |event: &usize| format!("{{ arises_on = \"{}\" }}", EVENTS[*event].0);
                Some(format!("{{ any = [{}, {}] }}", branch(a), branch(b)))
            }
            Self::Either(a, b) => Some(format!("{{ any = [{{ {a} = true }}, {{ {b} = true }}] }}")),
        }
    }
}

/// The files of the instruments, each with its path in the pack.
pub(crate) fn files(requirements: &[Requirement], order: &mut Order) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for (instrument, folder) in INSTRUMENTS.iter().enumerate() {
        let mut lines = vec![
            format!("id = \"{folder}\""),
            "title = \"An instrument\"".to_owned(),
            "from = 2010-01-01".to_owned(),
        ];
        if instrument == 0 {
            lines.push(format!("superseded_on = {SUPERSEDED_ON}"));
            lines.push(format!("superseded_by = \"{}\"", INSTRUMENTS[1]));
        }
        files.push((format!("{folder}/instrument.toml"), table("", lines, order)));
        for file in 0..2 {
            let mut tables =
                vec![format!("[[provision]]\nid = \"p{file}\"\nheading = \"Words\"\n")];
            tables.extend(
                requirements
                    .iter()
                    .enumerate()
                    .filter(|(_, own)| (own.instrument, own.file) == (instrument, file))
                    .map(|(at, requirement)| requirement.toml(at, order)),
            );
            order.shuffle(&mut tables);
            files.push((format!("{folder}/rules-{file}.toml"), tables.join("\n")));
        }
    }
    files
}

fn reach() -> impl Strategy<Value = Reach> {
    let attribute = || select(vec![Attribute::SeaPort, Attribute::Airport]);
    prop_oneof![
        12 => Just(Reach::Everyone),
        1 => select(ForceKind::ALL).prop_map(Reach::Kind),
        2 => (attribute(), any::<bool>(), any::<bool>()).prop_map(
            |(attribute, wanted, only_if_stated)| {
                Reach::Attribute { attribute, wanted, only_if_stated }
            }
        ),
        1 => (attribute(), attribute()).prop_map(|(a, b)| Reach::Either(a, b)),
        1 => Just(Reach::Term),
        4 => (0..EVENTS.len()).prop_map(Reach::Waits),
        1 => (0..EVENTS.len(), 0..EVENTS.len()).prop_map(|(a, b)| Reach::WaitsForEither(a, b)),
    ]
}

fn requirement() -> impl Strategy<Value = Requirement> {
    let from = prop_oneof![9 => Just(on(2015, 7, 31)), 1 => Just(on(2018, 3, 1))];
    let until = prop_oneof![
        9 => Just(None),
        1 => Just(Some(on(2019, 6, 1))),
        1 => Just(Some(on(2020, 2, 29))),
    ];
    // Deep ones are what this is about; of the flat ones more come out strong.
    let needs = prop_oneof![
        1 => vec(need(0), 1..=2),
        1 => (vec(need(1), 0..=1), need(2)).prop_map(|(more, one)| [more, vec![one]].concat()),
        4 => (vec(need(0), 0..=1), need(3)).prop_map(|(more, one)| [more, vec![one]].concat()),
    ];
    let place = (0..INSTRUMENTS.len(), 0..2_usize);
    (place, select(Strength::ALL), from, until, reach(), needs).prop_map(
        |((instrument, file), strength, from, until, reach, needs)| Requirement {
            instrument,
            file,
            strength,
            from,
            until,
            reach,
            needs,
        },
    )
}

/// Some requirements.
pub(crate) fn requirements() -> impl Strategy<Value = Vec<Requirement>> {
    vec(requirement(), 1..=4)
}

/// One requirement alone.
pub(crate) fn single(needs: Vec<Need>) -> Requirement {
    Requirement {
        instrument: 1,
        file: 0,
        strength: Strength::Duty,
        from: on(2015, 7, 31),
        until: None,
        reach: Reach::Everyone,
        needs,
    }
}
