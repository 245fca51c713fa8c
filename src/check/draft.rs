//! A declaration drafted out of documents.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::PathBuf;

use super::asked::Check;
use super::facts::{set_facts, to_come};
use super::ordered::in_order;
use super::paper::{PaperReader, ReadPaper};
use super::search::{FoundFile, Search, Wanted};
use crate::declaration::{Drafted, Remark, SourceId, merge};
use crate::reading::Upshot;
use crate::source::{Fault, Faults};
use crate::standing::{Day, PartialDate};

impl Check<'_> {
    /// Drafts one declaration out of documents, for a person to go through, with warnings.
    ///
    /// # Errors
    ///
    /// Every fault of the documents: a draft that lacks one of its papers would pass that over in
    /// silence. One where they speak for several forces, or their facts are of a day to come.
    pub fn draft(&self, documents: &[PathBuf]) -> Result<(Drafted, Vec<Fault>), Vec<Fault>> {
        if let Some(as_of) = self.as_of.filter(|as_of| *as_of > self.today) {
            return Err(vec![to_come(as_of, self.today)]);
        }
        let papers = PaperReader::of(self)?;
        let force = self.force.as_deref();
        let faults = Faults::new();
        papers.near_miss(force).into_iter().for_each(|fault| faults.push(fault));
        let search = Search {
            files: self.files,
            arguments: documents,
            wanted: Wanted::Documents,
            ignored: self.ignored,
        };
        let mut read: Vec<Option<Box<ReadPaper>>> = Vec::new();
        let jobs = self.threads_for(if search.is_for_one() { 1 } else { usize::MAX });
        let work = |found: Result<FoundFile, Fault>| {
            let own = Faults::new();
            let read = match found {
                Ok(found) => papers.read_paper(self.files, &found.path, force, &own),
                Err(fault) => {
                    own.push(fault);
                    None
                }
            };
            (read.map(Box::new), own.into_sorted())
        };
        in_order(search.find(), jobs, work, |(paper, told)| {
            read.push(paper);
            (&faults).extend(told);
            ControlFlow::Continue(())
        })
        .map_err(|fault| vec![fault])?;
        let dated = read.iter().flatten().filter(|paper| paper.read.dated.is_some());
        let dated: Vec<_> = dated.map(|paper| paper.force.clone()).collect();
        set_facts(&mut read, &dated, self.as_of, self.today, &faults);
        let read: Vec<ReadPaper> = read.into_iter().flatten().map(|paper| *paper).collect();
        if faults.has_errors() || read.is_empty() {
            return Err(faults.into_sorted());
        }
        Ok((drafted(read, self.as_of)?, faults.into_sorted()))
    }
}

fn drafted(mut read: Vec<ReadPaper>, as_of: Option<Day>) -> Result<Drafted, Vec<Fault>> {
    let mut taken: BTreeSet<SourceId> = BTreeSet::new();
    for paper in &mut read {
        let stem = paper.paper.id().clone();
        let numbered = (2..).map(|n| SourceId::from(format!("{stem}-{n}").as_str()));
        let mut ids = std::iter::once(stem.clone()).chain(numbered);
        let id = ids.find(|id| !taken.contains(id)).unwrap_or(stem);
        paper.paper = paper.paper.clone().named(id.clone());
        taken.insert(id);
    }
    let mut merged = merge(read.iter().map(ReadPaper::declaration).collect());
    let several: Vec<&str> = merged.iter().map(|one| one.force.id.as_str()).collect();
    if several.len() > 1 {
        return Err(vec![several_forces(&several)]);
    }
    let Some(mut declaration) = merged.pop() else { return Err(Vec::new()) };
    if let Some(as_of) = as_of {
        declaration.force.as_of = as_of;
    }
    // What the force's table lacks is told where the kind stands.
    declaration.force.note = None;
    let latest = read.iter().filter(|paper| paper.read.dated.is_some());
    let latest = latest.max_by_key(|paper| paper.force.as_of).filter(|_| as_of.is_none());
    Ok(Drafted {
        declaration,
        remarks: read.iter().flat_map(remarks).collect(),
        kind_is_a_guess: read.iter().any(|paper| paper.unknown),
        about_as_of: latest.map(about).unwrap_or_default(),
    })
}

/// Where the date of a paper comes from.
fn about(paper: &ReadPaper) -> String {
    let Some(dated) = &paper.read.dated else { return String::new() };
    let which = match dated.date {
        PartialDate::Day(_) => "",
        PartialDate::Month(_) | PartialDate::Year(_) => "the last day of ",
    };
    let file = paper.paper.text().name();
    let page = dated.spot.page.map(|page| format!(", p. {page}")).unwrap_or_default();
    format!("{which}“{}” ({file}{page}, line {})", dated.quote, dated.spot.line)
}

/// What the reader isn't sure of in a paper, and what it read and overruled.
fn remarks(paper: &ReadPaper) -> Vec<Remark> {
    let overruled: BTreeSet<usize> = paper
        .read
        .reading
        .arrangements
        .iter()
        .flat_map(|read| read.overruled.iter().copied())
        .collect();
    let mut all: Vec<Remark> = Vec::new();
    for (at, statement) in paper.read.reading.statements.iter().enumerate() {
        let (why, undecided) = match &statement.upshot {
            Upshot::Unsure(why) => {
                let would = statement
                    .would
                    .map(|state| format!("; if the force has it, it is \"{state}\""));
                (format!("{why}{}", would.unwrap_or_default()), true)
            }
            Upshot::State(state, _) if overruled.contains(&at) => {
                (format!("these words alone would say \"{state}\""), false)
            }
            _ => continue,
        };
        let Some(block) = paper.read.document.blocks.get(statement.block) else { continue };
        let quote = block.quote(statement.sentence.clone());
        let spot = block.spot(statement.sentence.start);
        let evidence = paper.paper.piece(&quote, spot, Some(statement.block));
        let arrangement = statement.arrangement.clone();
        let remark = Remark { arrangement, why, undecided, evidence };
        if !all.contains(&remark) {
            all.push(remark);
        }
    }
    all
}

/// The fault of inputs that speak for several forces where one was asked for.
#[must_use]
pub fn several_forces(ids: &[&str]) -> Fault {
    let message = format!("these speak for several forces: {}", ids.join(", "));
    Fault::whole("usage::several-forces", message)
        .help("name the files of one force; `--force NAME` says for which documents are read")
}
