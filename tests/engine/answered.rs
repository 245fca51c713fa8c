//! Answers written into a file give the declaration with those answers, and leave everything else in the
//! file as it was, to the byte.

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, LazyLock};

use msacheck::checklists;
use msacheck::declaration::{
    Declaration, Edit, Evidence, Force, Form, NoSources, SourceDocument, SourceId, When, edited,
    entered, load, template,
};
use msacheck::rulebook::{Arrangement, ArrangementId, Field, FieldKind, Rulebook};
use msacheck::source::{Faults, Text};
use msacheck::standing::{Day, ForceKind, PartialDate, State};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::run::holds;

static RULES: LazyLock<Rulebook> = LazyLock::new(|| checklists::rulebook().expect("rules"));

/// Every way in which a table, a list or a line may be laid out.
const LAID_OUT: &str = r#"# A comment at the top.
source = [{ id = "foi", title = "An answer" }, # the answer
  { id = "plan", title = "A plan" } ]
lead = { state = "partial", capacity = "part-time", evidence = [{ source = "foi" }] }  # inline
coordinator.state = "planned"
coordinator.note = "dotted"

[force]
id = "northmarch"    # who
kind = "territorial"
as_of = 2026-03-31

  [guidance]    # set in
  # why it is so
  state = "partial"   # behind the state
  # above the note
  note = """
several
lines"""
  # at the end

[partnership]
state = "in place"
members = ["councils", # the seven
  "voluntary sector",
]
members_complete = true

[[partnership.evidence]]
source = "foi"   # the answer
quote = "We chair the partnership of the region"

[[partnership.evidence]]
source = "plan"

[training]
state = "in place"
evidence = [
  { source = "foi", quote = "All officers were trained in 2025" },  # which

  # by itself
  { source = "plan" }   # last
]
# the end"#;

fn today() -> Day {
    "2026-11-28".parse().expect("a day")
}

fn bases() -> Vec<String> {
    let mut bases: Vec<String> =
        ["west-midlands-2017", "west-midlands-2018", "fictional-just-begun"]
            .map(|name| fs::read_to_string(format!("samples/{name}.toml")).expect("a sample"))
            .to_vec();
    let force = Force::new("northmarch".into(), ForceKind::Territorial, today());
    bases.push(template(&force, RULES.vocabulary(), &Form::first_pass(&RULES, today())));
    bases.push(LAID_OUT.to_owned());
    bases.push(LAID_OUT.replace('\n', "\r\n"));
    bases.push(format!("\u{feff}{LAID_OUT}"));
    bases
}

fn loaded(body: &str) -> (Arc<Text>, Declaration) {
    let text = Arc::new(Text::new("northmarch.toml", body.to_owned()));
    let faults = Faults::new();
    let own = load(&text, RULES.vocabulary(), &NoSources, today(), &faults);
    let told: Vec<String> = faults.into_sorted().iter().map(ToString::to_string).collect();
    (text, own.unwrap_or_else(|| panic!("{told:?}\n{body}")))
}

fn evidence(of: &Declaration, quote: Index) -> Evidence {
    let quotes =
        ["“Wir” said: a \"quoted\"\nword or four", "four words of it", "C:\\no escape here"];
    let ids: Vec<SourceId> = of.sources.iter().map(|source| source.id.clone()).collect();
    let ids = if ids.is_empty() { vec!["foi".into()] } else { ids };
    let source = quote.get::<SourceId>(&ids).clone();
    Evidence {
        source,
        quote: Some((*quote.get(&quotes)).to_owned()),
        found: None,
        unseen: false,
        page: None,
        line: Some(7),
        when: *quote.get(&times()),
    }
}

/// Of when evidence can be.
fn times() -> [When; 5] {
    let [from, to] = ["2024-04", "2025"].map(|date| PartialDate::parse(date).expect("a date"));
    [When::Unsaid, When::At(to), When::From(from), When::To(to), When::During { from, to }]
}

/// Edits that a form can make: `of` picks the arrangement, `what` the kind of edit, `value` what it gives.
fn edit(base: &Declaration, (of, what, value): (Index, Index, Index)) -> Vec<Edit> {
    let arrangement: &Arrangement = of.get(RULES.vocabulary().arrangements());
    let of = arrangement.id.clone();
    // What is limited can't be in place.
    let state = *value.get(&[State::Partial, State::Planned, State::Withheld, State::Absent]);
    let state = Edit::State { of: of.clone(), state };
    let field = value.get::<Field>(&arrangement.fields);
    let written = match &field.kind {
        FieldKind::Text => "“words” of a force".to_owned(),
        FieldKind::Number => (*value.get(&["7", "007", "10-15", "at least 3"])).to_owned(),
        FieldKind::YesNo => (*value.get(&["yes", "no"])).to_owned(),
        FieldKind::Date => (*value.get(&["2017", "2017-03", "2017-03-31"])).to_owned(),
        FieldKind::Choice(of) | FieldKind::Ordered(of) => value.get::<String>(of).clone(),
        FieldKind::Rank => "detective superintendent".to_owned(),
        FieldKind::List(Some(of)) => format!("{}\n{}", of[0], value.get::<String>(of)),
        FieldKind::List(None) => "one; two\nthree".to_owned(),
    };
    let whole = value.index(2) == 0;
    let given = entered(&written, whole, field, RULES.vocabulary(), today()).expect("a value");
    let detail = |value| Edit::Detail { of: of.clone(), field: field.id.clone(), value };
    match what.index(8) {
        0 => vec![state],
        1 | 2 => vec![state, detail(given)],
        3 => vec![state, detail(None)],
        4 => vec![state, Edit::AddEvidence { of: of.clone(), evidence: evidence(base, value) }],
        5 => {
            let at = value.index(3);
            vec![state, Edit::PutEvidence { of: of.clone(), at, evidence: evidence(base, value) }]
        }
        6 => vec![state, Edit::RemoveEvidence { of, at: value.index(3) }],
        _ => vec![Edit::Forget { of }],
    }
}

type Told = (State, BTreeMap<String, String>, Option<String>, Vec<(String, Option<String>)>);

fn told(declaration: &Declaration) -> BTreeMap<String, Told> {
    let one = |(id, own): (&_, &msacheck::declaration::Declared)| {
        let fields =
            own.fields.iter().map(|(id, value)| (id.to_string(), format!("{:?}", value.value)));
        let evidence = own.evidence.iter().map(|one| (one.source.to_string(), one.quote.clone()));
        (format!("{id}"), (own.state, fields.collect(), own.note.clone(), evidence.collect()))
    };
    declaration.declared.iter().map(one).collect()
}

/// What the edits must come to, worked out on what was told.
fn expected(mut told: BTreeMap<String, Told>, edits: &[Edit]) -> BTreeMap<String, Told> {
    let silent = || (State::NotStated, BTreeMap::new(), None, Vec::new());
    for edit in edits {
        match edit {
            Edit::State { of, state } => {
                told.entry(of.to_string()).or_insert_with(silent).0 = *state;
            }
            Edit::Detail { of, field, value } => {
                let own = told.entry(of.to_string()).or_insert_with(silent);
                match value {
                    Some(value) => own.1.insert(field.to_string(), format!("{value:?}")),
                    None => own.1.remove(field.as_str()),
                };
            }
            Edit::AddEvidence { of, evidence } => {
                let own = told.entry(of.to_string()).or_insert_with(silent);
                own.3.push((evidence.source.to_string(), evidence.quote.clone()));
            }
            Edit::PutEvidence { of, at, evidence } => {
                let own = told.entry(of.to_string()).or_insert_with(silent);
                let row = (evidence.source.to_string(), evidence.quote.clone());
                match own.3.get_mut(*at) {
                    Some(old) => *old = row,
                    None => own.3.push(row),
                }
            }
            Edit::RemoveEvidence { of, at } => {
                let own = told.entry(of.to_string()).or_insert_with(silent);
                if *at < own.3.len() {
                    own.3.remove(*at);
                }
            }
            Edit::Forget { of } => {
                if let Some(own) = told.get_mut(of.as_str()) {
                    *own = silent();
                }
            }
            Edit::AddSource(_) => {}
            other => panic!("not among those that are made: {other:?}"),
        }
    }
    told
}

/// Whether all of `few` stand in `all`, in their order.
fn in_order<'a>(few: impl IntoIterator<Item = &'a str>, all: &str) -> Result<(), String> {
    let mut rest = all;
    for line in few {
        match rest.split_once(line) {
            Some((_, behind)) => rest = behind,
            None => {
                return Err(format!("`{line}` is no longer there, or before what it stood behind"));
            }
        }
    }
    Ok(())
}

/// The comments that stand on lines of their own, and every block of a table that no edit is about.
fn untouched<'a>(body: &'a str, edits: &[Edit]) -> Vec<&'a str> {
    let touched: Vec<String> = edits
        .iter()
        .map(|edit| match edit {
            Edit::State { of, .. }
            | Edit::Detail { of, .. }
            | Edit::AddEvidence { of, .. }
            | Edit::PutEvidence { of, .. }
            | Edit::RemoveEvidence { of, .. }
            | Edit::Forget { of } => of.to_string(),
            _ => String::new(),
        })
        .collect();
    let shortened = |own: &str| {
        edits.iter().any(|edit| match edit {
            Edit::Forget { of } | Edit::RemoveEvidence { of, .. } => of.as_str() == own,
            _ => false,
        })
    };
    let (mut kept, mut within) = (Vec::new(), String::new());
    let (mut words, mut rows) = (false, false);
    for line in body.split_inclusive('\n') {
        let bare = line.trim();
        if !words && bare.starts_with('[') && !rows {
            within = bare
                .trim_start_matches('[')
                .split([']', '.', ','])
                .next()
                .unwrap_or_default()
                .to_owned();
        }
        let own = match within.as_str() {
            "" => bare.split([' ', '.', '=']).next().unwrap_or_default().to_owned(),
            name => name.to_owned(),
        };
        // What stands within a list that is taken out goes with it.
        let comment = !words && bare.starts_with('#') && !(rows && shortened(&own));
        if comment || !touched.contains(&own) {
            kept.push(if comment { bare } else { line.trim_end_matches(['\r', '\n']) });
        }
        words ^= bare.matches("\"\"\"").count() % 2 == 1;
        rows = (rows || bare.ends_with('[')) && !bare.starts_with(']');
    }
    kept
}

#[test]
fn answers_give_the_declaration_with_those_answers_and_touch_nothing_else() {
    let bases = bases();
    let picked = prop::collection::vec(any::<(Index, Index, Index)>(), 0..6);
    holds(1500, &(any::<Index>(), picked), |(at, picked)| {
        let base = at.get::<String>(&bases);
        let (text, before) = loaded(base);
        let source = Edit::AddSource(SourceDocument {
            id: "foi".into(),
            title: "An answer".to_owned(),
            file: Some("foi.txt".to_owned()),
            address: Some("https://northmarch.example/foi".to_owned()),
            date: None,
            obtained: PartialDate::parse("2026-03"),
            text: None,
        });
        let needs = before.sources.is_empty() && !picked.is_empty();
        let mut edits: Vec<Edit> = needs.then_some(source).into_iter().collect();
        edits.extend(picked.iter().flat_map(|one| edit(&before, *one)));
        let written = edited(&text, &edits).expect("a declaration");
        let wrong = |what: String| Err(format!("{what}\n{edits:?}\n{base}\n---\n{written}"));
        let (_, after) = loaded(&written);
        let (is, wanted) = (told(&after), expected(told(&before), &edits));
        if is != wanted {
            return wrong(format!("{is:?}\n{wanted:?}"));
        }
        if edits.is_empty() && written != *base {
            return wrong("not the same to the byte".to_owned());
        }
        if base.contains("\r\n") && written.matches("\r\n").count() != written.matches('\n').count()
        {
            return wrong("other line ends".to_owned());
        }
        in_order(untouched(base, &edits), &written).or_else(wrong)
    });
}

#[test]
fn a_list_keeps_the_comments_behind_and_between_its_rows() {
    let (text, own) = loaded(LAID_OUT);
    let of: ArrangementId = "training".into();
    let source = own.sources[0].id.clone();
    let evidence = Evidence {
        source,
        quote: None,
        found: None,
        unseen: false,
        page: Some(3),
        line: None,
        when: When::Unsaid,
    };
    let written = edited(&text, &[Edit::AddEvidence { of: of.clone(), evidence }]).expect("TOML");
    let list = |written: &str| written.split("[training]").nth(1).expect("training").to_owned();
    assert_eq!(
        list(&written),
        r#"
state = "in place"
evidence = [
  { source = "foi", quote = "All officers were trained in 2025" },  # which

  # by itself
  { source = "plan" },   # last
  { source = "foi", page = 3 },
]
# the end"#
    );
    let written = edited(&text, &[Edit::RemoveEvidence { of, at: 1 }]).expect("TOML");
    assert_eq!(
        list(&written),
        r#"
state = "in place"
evidence = [
  { source = "foi", quote = "All officers were trained in 2025" },  # which

  # by itself
]
# the end"#
    );
}
