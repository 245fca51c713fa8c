//! What several inputs of one force come to.
//!
//! Of each arrangement the latest input that states it counts, with all its details. An undated
//! paper counts as older than any dated one; a partial date counts by its last day, by which all of
//! the paper had been written. Of one day, what a force declares counts before what was read out of its
//! papers: a person decided it. Where inputs of one day differ otherwise, both may hold: "have, but
//! limited" is partial, else the stronger counts. What is overruled is kept as a [`Contradiction`].

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

use super::{
    Contradiction, Declaration, Declared, Force, Judgement, Said, SourceDocument, SourceId, Why,
};
use crate::rulebook::ArrangementId;
use crate::standing::{Day, PartialDate, State};

/// Merges declarations: one for each force, in the order in which the forces first come.
///
/// What comes out for a force doesn't depend on the order of its inputs, and one input alone stays
/// as it is.
#[must_use]
pub fn merge(declarations: Vec<Declaration>) -> Vec<Declaration> {
    let mut groups: Vec<Vec<Declaration>> = Vec::new();
    for declaration in declarations {
        let id = declaration.force.id.as_str();
        let own = |group: &&mut Vec<Declaration>| {
            group.first().is_some_and(|first| first.force.id.as_str() == id)
        };
        match groups.iter_mut().find(own) {
            Some(group) => group.push(declaration),
            None => groups.push(vec![declaration]),
        }
    }
    groups.into_iter().filter_map(of_one_force).collect()
}

fn of_one_force(mut group: Vec<Declaration>) -> Option<Declaration> {
    if group.len() < 2 {
        return group.pop();
    }
    group.sort_by(before);
    let sources = unite_sources(&mut group);
    let force = unite_forces(&group)?;
    let text = group.first()?.text.clone();
    let mut inputs = Vec::new();
    let mut information = Vec::new();
    let mut contradictions = Vec::new();
    let mut undecided = Vec::new();
    let mut judgements = Vec::new();
    for declaration in &group {
        add(&mut inputs, declaration.inputs.iter().cloned());
        for piece in &declaration.information {
            let same = |known: &super::Information| {
                known.note == piece.note
                    && known.evidence == piece.evidence
                    && known.text.name() == piece.text.name()
            };
            if !information.iter().any(same) {
                information.push(piece.clone());
            }
        }
        add(&mut contradictions, declaration.contradictions.iter().cloned());
        add(&mut undecided, declaration.undecided.iter().cloned());
        for judgement in &declaration.judgements {
            if !judgements.iter().any(|known| is_same_judgement(known, judgement)) {
                judgements.push(judgement.clone());
            }
        }
    }
    let ids: BTreeSet<&ArrangementId> =
        group.iter().flat_map(|declaration| declaration.declared.keys()).collect();
    let mut declared = BTreeMap::new();
    for id in ids {
        let tables: Vec<Testimony<'_>> = group
            .iter()
            .filter_map(|of| Some(Testimony { of, declared: of.declared.get(id)? }))
            .collect();
        if let Some(counts) = unite_tables(id, &tables, &mut contradictions) {
            declared.insert(id.clone(), counts);
        }
    }
    Some(Declaration {
        text,
        inputs,
        force,
        sources,
        declared,
        information,
        contradictions,
        undecided,
        judgements,
        passed_over: Vec::new(),
    })
}

/// Whether two judgements stand at one place of one file, which was given twice.
fn is_same_judgement(a: &Judgement, b: &Judgement) -> bool {
    (&a.place, &a.requirement) == (&b.place, &b.requirement)
}

/// The day of a declaration's facts; none for an undated paper.
fn day(declaration: &Declaration) -> Option<Day> {
    declaration.inputs.iter().any(|input| input.date.is_some()).then_some(declaration.force.as_of)
}

/// Whether all of it was read out of papers, and nobody declared any of it.
pub(super) fn reads_only(declaration: &Declaration) -> bool {
    declaration.inputs.iter().all(|input| input.read)
}

/// The latest first; of one day, what a force declares before what was read.
fn before(a: &Declaration, b: &Declaration) -> Ordering {
    let key = |declaration: &Declaration| (Reverse(day(declaration)), reads_only(declaration));
    let texts = || (a.text.name(), a.text.body()).cmp(&(b.text.name(), b.text.body()));
    key(a).cmp(&key(b)).then_with(texts)
}

fn add<T: PartialEq>(to: &mut Vec<T>, from: impl Iterator<Item = T>) {
    for item in from {
        if !to.contains(&item) {
            to.push(item);
        }
    }
}

/// The sources of all, each under a name of its own. Evidence is changed to go by those names.
fn unite_sources(group: &mut [Declaration]) -> Vec<SourceDocument> {
    let mut sources: Vec<SourceDocument> = Vec::new();
    for declaration in group {
        let mut names: BTreeMap<SourceId, SourceId> = BTreeMap::new();
        for source in &declaration.sources {
            let mut name = source.id.clone();
            let mut count = 1;
            while let Some(taken) = sources.iter().find(|known| known.id == name) {
                if is_same(taken, source) {
                    break;
                }
                count += 1;
                name = SourceId::from(format!("{}-{count}", source.id).as_str());
            }
            names.insert(source.id.clone(), name.clone());
            if !sources.iter().any(|known| known.id == name) {
                sources.push(SourceDocument { id: name, ..source.clone() });
            }
        }
        let declared = declaration.declared.values_mut().map(|declared| &mut declared.evidence);
        let information = declaration.information.iter_mut().map(|piece| &mut piece.evidence);
        let none = declaration.force.none.iter_mut().map(|none| &mut none.evidence);
        let said = declaration.contradictions.iter_mut().flat_map(|contradiction| {
            [&mut contradiction.counts.evidence, &mut contradiction.overruled.evidence]
        });
        for piece in declared.chain(information).chain(none).chain(said).flatten() {
            if let Some(name) = names.get(&piece.source) {
                piece.source.clone_from(name);
            }
        }
    }
    sources
}

/// Whether two declarations mean the same source.
fn is_same(a: &SourceDocument, b: &SourceDocument) -> bool {
    let name =
        |source: &SourceDocument| source.text.as_ref().map(|text| text.text().name().to_owned());
    (&a.title, &a.file, a.date, name(a)) == (&b.title, &b.file, b.date, name(b))
}

/// What is said of the force: by what it declares itself before what a table knows of it.
fn unite_forces(group: &[Declaration]) -> Option<Force> {
    let mut declared_first: Vec<&Declaration> = group.iter().collect();
    declared_first.sort_by_key(|declaration| reads_only(declaration));
    let mut force = declared_first.first()?.force.clone();
    let mut notes: Vec<String> = Vec::new();
    for declaration in declared_first {
        let other = &declaration.force;
        force.name = force.name.or_else(|| other.name.clone());
        for (attribute, holds) in &other.attributes {
            force.attributes.entry(*attribute).or_insert(*holds);
        }
        if force.known.is_empty() {
            force.known.clone_from(&other.known);
        }
        for none in &other.none {
            if !force.none.iter().any(|known| known.is(none)) {
                force.none.push(none.clone());
            }
        }
        // Of a force that declares itself, what a table doesn't know is no caveat.
        if !reads_only(declaration) || group.iter().all(reads_only) {
            add(&mut notes, other.note.iter().cloned());
        }
    }
    force.note = (!notes.is_empty()).then(|| notes.join(" "));
    let dated = group.iter().filter_map(day).max();
    force.as_of = dated.or_else(|| group.iter().map(|of| of.force.as_of).max())?;
    force.span = group.first()?.force.span.clone();
    Some(force)
}

/// What one input says of an arrangement.
#[derive(Clone, Copy)]
struct Testimony<'a> {
    of: &'a Declaration,
    declared: &'a Declared,
}

impl Testimony<'_> {
    fn date(self) -> Option<PartialDate> {
        self.of.inputs.iter().find_map(|input| input.date)
    }

    fn said(self) -> Said {
        Said {
            file: self.declared.text.name().to_owned(),
            date: self.date(),
            state: self.declared.state,
            evidence: self.declared.evidence.clone(),
            place: self.declared.text.place(self.declared.span.start),
        }
    }
}

/// What counts of several tables, given the latest first.
fn unite_tables(
    id: &ArrangementId,
    tables: &[Testimony<'_>],
    contradictions: &mut Vec<Contradiction>,
) -> Option<Declared> {
    let stated = || tables.iter().filter(|table| table.declared.state != State::NotStated);
    let Some(latest) = stated().next() else {
        return tables.first().map(|table| table.declared.clone());
    };
    let latest = day(latest.of);
    let decided = stated().any(|table| day(table.of) == latest && !reads_only(table.of));
    let of_that_day =
        || stated().filter(|table| day(table.of) == latest && (!decided || !reads_only(table.of)));
    let state = of_one_day(of_that_day().map(|table| table.declared.state))?;
    let mut agree = of_that_day().filter(|table| table.declared.state == state);
    let counts = agree.next()?;
    let mut declared = counts.declared.clone();
    for other in agree {
        add(&mut declared.evidence, other.declared.evidence.iter().cloned());
    }
    for other in stated().filter(|table| table.declared.state != state) {
        let why = if day(other.of) != latest {
            Why::Later
        } else if decided && reads_only(other.of) {
            Why::Declared
        } else if other.declared.state > state {
            Why::Limited
        } else {
            Why::Stronger
        };
        let contradiction = Contradiction {
            arrangement: id.clone(),
            counts: counts.said(),
            overruled: other.said(),
            why,
        };
        add(contradictions, std::iter::once(contradiction));
    }
    Some(declared)
}

/// What several statements of one day come to: "have, but limited" is partial, else the stronger.
fn of_one_day(states: impl Iterator<Item = State> + Clone) -> Option<State> {
    let limited = states.clone().any(|state| state == State::Partial);
    let strongest = states.max();
    if limited && strongest == Some(State::InPlace) { Some(State::Partial) } else { strongest }
}

/// Notes where the sources that a declaration quotes read otherwise than it declares. `readings`
/// holds what was read out of each source, by the source's name.
pub fn hold_against_sources(
    declaration: &mut Declaration,
    readings: &BTreeMap<SourceId, Declaration>,
) {
    let mut found = Vec::new();
    for (id, declared) in &declaration.declared {
        let mut read: Vec<Testimony<'_>> = Vec::new();
        for (source, reading) in readings {
            let cited = declared.evidence.iter().any(|piece| piece.source == *source);
            let says = reading.declared.get(id);
            read.extend(says.filter(|_| cited).map(|declared| Testimony { of: reading, declared }));
        }
        let latest = read.iter().map(|table| day(table.of)).max();
        read.retain(|table| Some(day(table.of)) == latest);
        let state = of_one_day(read.iter().map(|table| table.declared.state));
        if declared.state == State::NotStated || state == Some(declared.state) {
            continue;
        }
        let deciding = read.iter().find(|table| Some(table.declared.state) == state);
        if let Some(table) = deciding {
            let own = Testimony { of: declaration, declared };
            found.push(Contradiction {
                arrangement: id.clone(),
                counts: own.said(),
                overruled: table.said(),
                why: Why::Declared,
            });
        }
    }
    add(&mut declaration.contradictions, found.into_iter());
}
