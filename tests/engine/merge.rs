//! Several inputs of one force: what comes out doesn't depend on their order, and one alone stays
//! as it is.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use msacheck::checklists;
use msacheck::declaration::{Declaration, NoSources, Why, load, merge, write};
use msacheck::rulebook::Rulebook;
use msacheck::source::{Faults, Text};
use msacheck::standing::{State, Words};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::run;

const ARRANGEMENTS: [&str; 4] = ["lead", "coordinator", "training", "budget"];

/// An input as it is written: its name, its day, whether it is a paper, an undated one, and what it
/// says of each arrangement.
#[derive(Clone, Debug)]
struct Written {
    name: String,
    as_of: &'static str,
    read: bool,
    dated: bool,
    airport: Option<bool>,
    states: Vec<Option<State>>,
}

impl Written {
    fn new(name: &str, as_of: &'static str, lead: State) -> Self {
        let states = vec![Some(lead), None, None, None];
        Self { name: name.to_owned(), as_of, read: false, dated: true, airport: None, states }
    }

    fn undated(mut self) -> Self {
        self.read = true;
        self.dated = false;
        self
    }

    fn declaration(&self, rulebook: &Rulebook) -> Declaration {
        let mut body = format!(
            "[force]\nid = \"northmarch\"\nname = \"{}\"\nkind = \"territorial\"\nas_of = {}\n",
            self.name, self.as_of
        );
        if let Some(airport) = self.airport {
            let _ = writeln!(body, "airport = {airport}");
        }
        let _ = write!(body, "[[source]]\nid = \"source\"\ntitle = \"{}\"\n", self.name);
        for (id, state) in ARRANGEMENTS.iter().zip(&self.states) {
            if let Some(state) = state {
                let evidence = "evidence = [{ source = \"source\" }]";
                let _ = writeln!(body, "[{id}]\nstate = \"{state}\"\n{evidence}");
            }
        }
        let text = Arc::new(Text::new(self.name.clone(), body));
        let faults = Faults::new();
        let today = "2026-11-24".parse().expect("there");
        let loaded = load(&text, rulebook.vocabulary(), &NoSources, today, &faults);
        let mut declaration = loaded.unwrap_or_else(|| panic!("{:?}", faults.into_sorted()));
        for input in &mut declaration.inputs {
            input.read = self.read;
            input.date = input.date.filter(|_| self.dated);
        }
        declaration
    }
}

static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(|| checklists::rulebook().expect("rules"));

fn merged(inputs: &[Written]) -> Declaration {
    let all = inputs.iter().map(|input| input.declaration(&RULEBOOK)).collect();
    let mut merged = merge(all);
    assert_eq!(merged.len(), 1);
    merged.remove(0)
}

/// All that a merged declaration says, as a text.
fn seen(declaration: &Declaration) -> String {
    format!(
        "{}\n{:?}\n{:?}\n{}",
        write(declaration),
        declaration.inputs,
        declaration.contradictions,
        declaration.text.name()
    )
}

fn written() -> impl Strategy<Value = Written> {
    let state = prop_oneof![Just(None), select(State::ALL.to_vec()).prop_map(Some)];
    (
        select(vec!["a", "b", "c", "d"]),
        select(vec!["2016-12-31", "2017-06-30", "2018-05-14"]),
        any::<bool>(),
        any::<bool>(),
        any::<Option<bool>>(),
        vec(state, ARRANGEMENTS.len()),
    )
        .prop_map(|(name, as_of, read, dated, airport, states)| Written {
            name: format!("{name}.toml"),
            as_of,
            read,
            dated: dated || !read,
            airport,
            states,
        })
}

#[test]
fn the_order_of_inputs_changes_nothing() {
    let shuffled = vec(written(), 1..5)
        .prop_flat_map(|inputs| (Just(inputs.clone()), Just(inputs).prop_shuffle()));
    run::holds(200, &shuffled, |(inputs, shuffled)| same(&merged(inputs), &merged(shuffled)));
}

#[test]
fn one_input_stays_as_it_is() {
    run::holds(100, &written(), |input| {
        let alone = input.declaration(&RULEBOOK);
        same(&alone, &merged(std::slice::from_ref(input)))?;
        same(&alone, &merged(&[input.clone(), input.clone()]))
    });
}

#[test]
fn every_state_is_one_that_was_stated() {
    run::holds(200, &vec(written(), 1..5), |inputs| {
        let merged = merged(inputs);
        for (at, id) in ARRANGEMENTS.iter().enumerate() {
            let stated: Vec<State> = inputs.iter().filter_map(|input| input.states[at]).collect();
            let fits = match merged.on(id) {
                Some(declared) => stated.contains(&declared.state),
                None => stated.is_empty(),
            };
            if !fits {
                return Err(format!("{id}: {stated:?} came to {:?}", merged.on(id)));
            }
        }
        Ok(())
    });
}

fn same(a: &Declaration, b: &Declaration) -> Result<(), String> {
    let (a, b) = (seen(a), seen(b));
    if a == b { Ok(()) } else { Err(format!("{a}\nis not\n{b}")) }
}

fn lead(inputs: &[Written]) -> (State, Vec<(State, Why)>) {
    let merged = merged(inputs);
    let overruled = merged.contradictions.iter().map(|c| (c.overruled.state, c.why)).collect();
    (merged.on("lead").expect("there").state, overruled)
}

#[test]
fn the_latest_that_states_it_counts() {
    let old = Written::new("old.toml", "2017-06-30", State::InPlace);
    let new = Written::new("new.toml", "2018-05-14", State::Absent);
    let later = (State::InPlace, Why::Later);
    assert_eq!(lead(&[old.clone(), new.clone()]), (State::Absent, vec![later]));
    let silent = Written { states: vec![Some(State::NotStated); 4], ..new };
    assert_eq!(lead(&[old, silent]), (State::InPlace, Vec::new()));
}

#[test]
fn an_undated_paper_is_older_than_any_dated_one() {
    let undated = Written::new("paper.txt", "2018-05-14", State::InPlace).undated();
    let dated = Written::new("old.toml", "2010-01-01", State::Planned);
    let (state, overruled) = lead(&[undated, dated]);
    assert_eq!((state, overruled), (State::Planned, vec![(State::InPlace, Why::Later)]));
}

#[test]
fn of_one_day_both_hold() {
    for (a, b, comes_to) in [
        (State::Absent, State::Planned, State::Planned),
        (State::InPlace, State::Partial, State::Partial),
        (State::InPlace, State::Planned, State::InPlace),
        (State::Withheld, State::Absent, State::Withheld),
        (State::Partial, State::Planned, State::Partial),
    ] {
        let [a, b] = [("a.toml", a), ("b.toml", b)]
            .map(|(name, state)| Written::new(name, "2017-06-30", state));
        let (state, overruled) = lead(&[a, b]);
        assert_eq!((state, overruled.len()), (comes_to, 1));
        let limited = overruled[0].0 == State::InPlace;
        assert_eq!(overruled[0].1, if limited { Why::Limited } else { Why::Stronger });
    }
}

#[test]
fn of_one_day_what_is_declared_counts_before_what_was_read() {
    for state in [State::Absent, State::Planned, State::Withheld, State::InPlace] {
        let declared = Written::new("own.toml", "2017-06-30", state);
        for read in [State::InPlace, State::Partial, State::Absent] {
            let mut paper = Written::new("paper.txt", "2017-06-30", read);
            paper.read = true;
            let overruled = if read == state { vec![] } else { vec![(read, Why::Declared)] };
            assert_eq!(lead(&[paper.clone(), declared.clone()]), (state, overruled));
            let silent = Written { states: vec![Some(State::NotStated); 4], ..declared.clone() };
            assert_eq!(lead(&[paper, silent]), (read, Vec::new()));
        }
    }
}

#[test]
fn evidence_keeps_its_source() {
    let [a, b] = ["a.toml", "b.toml"].map(|name| Written::new(name, "2017-06-30", State::Partial));
    let merged = merged(&[a, b]);
    let titles: Vec<&str> = merged
        .on("lead")
        .expect("there")
        .evidence
        .iter()
        .map(|piece| {
            let source =
                merged.sources.iter().find(|source| source.id == piece.source).expect("there");
            source.title.as_str()
        })
        .collect();
    assert_eq!(titles, ["a.toml", "b.toml"]);
}

#[test]
fn what_is_declared_of_the_force_counts_before_what_a_table_knows() {
    let mut paper = Written::new("paper.txt", "2018-05-14", State::Partial);
    paper.read = true;
    paper.airport = Some(false);
    let mut own = Written::new("own.toml", "2017-06-30", State::Partial);
    own.airport = Some(true);
    let merged = merged(&[paper, own]);
    assert_eq!(merged.force.name.as_deref(), Some("own.toml"));
    assert!(merged.force.attributes.values().all(|holds| *holds));
    assert_eq!(merged.force.as_of.to_string(), "2018-05-14");
    assert_eq!(merged.text.name(), "paper.txt");
}
