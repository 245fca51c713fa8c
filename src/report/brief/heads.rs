//! What stands above everything: on what papers it rests, what it is and isn't, and how much of what is
//! asked it can speak of.

use super::super::actions;
use super::super::aside::Aside;
use super::super::outline::{Figures, ReportOutline};
use super::super::phrase::Phrase;
use super::super::words::{file, many};
use super::blocks::{BriefBlock, Manner};
use super::plain::{plain, short};
use crate::result::Run;

/// How many papers are named.
const PAPERS: usize = 4;

/// The papers: what was declared, what was read, and the sources that are named.
pub(super) fn papers(outline: &ReportOutline<'_>) -> Vec<Phrase> {
    let assessment = &outline.gated.assessment;
    let mut said = Vec::new();
    for (read, lead) in [(false, "Declared in "), (true, "Read by the program out of ")] {
        let own: Vec<&str> = assessment
            .inputs
            .iter()
            .filter(|input| input.read == read)
            .map(|input| file(&input.file))
            .collect();
        for (at, name) in own.iter().take(PAPERS).enumerate() {
            said.push(Phrase::plain(match (at, said.is_empty()) {
                (0, true) => lead.to_owned(),
                (0, false) => format!(" {lead}"),
                _ => ", ".to_owned(),
            }));
            said.push(Phrase::File((*name).to_owned()));
        }
        match own.len() {
            0 => {}
            some if some > PAPERS => {
                said.push(Phrase::plain(format!(" and {} more.", some - PAPERS)));
            }
            _ => said.push(Phrase::plain(".")),
        }
    }
    let sources: Vec<String> =
        assessment.sources.iter().map(|source| short(&source.title, 90)).collect();
    if !sources.is_empty() {
        let named = sources.iter().take(PAPERS).cloned().collect::<Vec<_>>().join("; ");
        let more = match sources.len().saturating_sub(PAPERS) {
            0 => String::new(),
            more => format!("; and {more} more"),
        };
        let papers = many(sources.len(), "paper", "papers");
        said.push(Phrase::plain(format!(" It rests on {papers}: {named}{more}.")));
    }
    said
}

/// The numbers, in a sentence.
pub(super) fn figures(outline: &ReportOutline<'_>) -> Vec<BriefBlock> {
    let Figures { met, silent, short, total } = outline.figures();
    let mut blocks = Vec::new();
    if outline.counts.arrangements_stated == 0 {
        let nothing = [
            Phrase::strong("Nothing is declared yet."),
            Phrase::plain(" What follows is all that there is to state."),
        ];
        blocks.push(BriefBlock::Paragraph(Manner::Alert, nothing.into()));
    }
    let requirements = many(total, "requirement", "requirements");
    let numbers = vec![
        Phrase::plain(format!("Of the {requirements} in force ")),
        Phrase::strong(format!("{met} {}", if met == 1 { "is met" } else { "are met" })),
        Phrase::plain(", "),
        Phrase::strong(format!("{short} {} short", if short == 1 { "falls" } else { "fall" })),
        Phrase::plain(" by what the force declares, and "),
        Phrase::strong(format!(
            "{silent} {} evidenced",
            if silent == 1 { "isn’t" } else { "aren’t" }
        )),
        Phrase::plain(
            ": what was checked is silent there, which isn’t to say that the force lacks them.",
        ),
    ];
    blocks.push(BriefBlock::Paragraph(Manner::Plain, numbers));
    blocks
}

/// What is left aside or taken as given, and what isn't asked since none came.
pub(super) fn aside(run: &Run, outline: &ReportOutline<'_>) -> Vec<BriefBlock> {
    let mut said: Vec<String> = Aside::of(run, outline.gated).line().into_iter().collect();
    said.extend(actions::counted_for_people(outline.gated));
    for one in &outline.gated.assessment.none {
        let spared = match one.spares.len() {
            0 => "nothing else waits for it".to_owned(),
            some => many(some, "requirement isn’t asked", "requirements aren’t asked"),
        };
        said.push(format!("The force states that {}: {spared}.", one.none));
    }
    said.into_iter().map(|said| BriefBlock::text(Manner::Aside, plain(&said))).collect()
}
