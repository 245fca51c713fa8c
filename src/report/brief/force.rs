//! The first page of a force, and what stands beside its gaps.

use super::super::actions;
use super::super::contradictions::reason;
use super::super::lede;
use super::super::missing::Missing;
use super::super::outline::{FIRST, ReportOutline, Section};
use super::super::phrase::Phrase;
use super::super::prose::{capital, full_stop};
use super::super::rulings::verdict_line;
use super::super::words::many;
use super::blocks::{BriefBlock, BriefCell, BriefTable, Manner};
use super::heads;
use super::plain::{plain, short};
use crate::assessment::{Finding, Note, Standing};
use crate::report::words;
use crate::result::Run;
use crate::standing::{Outcome, Strength};

/// How many of the things that fall short as declared the first page names.
const NAMED: usize = 5;
const NAMED_BESIDE_A_PLAN: usize = 3;

/// The longest that a line of the first page may be, a title, a cell, and a remedy: the page is to hold
/// all that it is for.
const LINE: usize = 74;
const TITLE: usize = 100;
const SAID: usize = 120;
const REMEDY: usize = 210;
const REMEDY_AND_WHO: usize = 110;

/// The longest note.
const NOTE: usize = 300;

/// The first page, with headings of a level; `index` is which of the forces it is.
pub(super) fn page(
    run: &Run,
    outline: &ReportOutline<'_>,
    index: usize,
    level: u8,
    scope: Vec<BriefBlock>,
) -> Vec<BriefBlock> {
    let mut blocks = vec![BriefBlock::Paragraph(Manner::Lede, lede::checked(outline.gated))];
    blocks.extend(scope);
    blocks.push(BriefBlock::Paragraph(Manner::Aside, heads::papers(outline)));
    blocks.push(BriefBlock::text(Manner::Aside, plain(&lede::caution(outline.gated))));
    blocks.extend(heads::aside(run, outline));
    blocks.extend(heads::figures(outline));
    blocks.push(BriefBlock::Heading(level, "Headline arrangements".to_owned()));
    blocks.push(headline(outline));
    blocks.extend(duties(outline, level));
    blocks.extend(missing(outline, level));
    blocks.extend(first(outline, index, level));
    blocks
}

fn headline(outline: &ReportOutline<'_>) -> BriefBlock {
    let row = |standing: &&Standing| {
        let said = full_stop(&capital(&words::state(&standing.stands)));
        vec![
            BriefCell::strong(&*standing.title),
            BriefCell::State(standing.state),
            BriefCell::text(short(&said, SAID)),
        ]
    };
    BriefBlock::Table(BriefTable {
        caption: "How the headline arrangements stand".to_owned(),
        columns: vec![("Arrangement", 6), ("State", 3), ("What is said", 13)],
        rows: outline.headline.iter().map(row).collect(),
    })
}

/// The duties by name, those that fall short first.
fn duties(outline: &ReportOutline<'_>, level: u8) -> Vec<BriefBlock> {
    let mut duties: Vec<&Finding> = Vec::new();
    for section in [Section::Declared, Section::Silent, Section::CameTo(Outcome::Met)] {
        duties.extend(outline.findings(section));
    }
    duties.retain(|finding| finding.strength == Strength::Duty && !finding.superseded);
    let met = duties.iter().filter(|finding| finding.outcome == Outcome::Met).count();
    let heading = format!("Duties: {met} of {} met", duties.len());
    let mut blocks = vec![BriefBlock::Heading(level, heading)];
    if duties.is_empty() {
        blocks.push(BriefBlock::text(Manner::Plain, "No duty was asked."));
        return blocks;
    }
    let row = |finding: &&Finding| {
        // Half a duty is none.
        vec![BriefCell::text(plain(&finding.title)), BriefCell::Outcome(finding.outcome)]
    };
    blocks.push(BriefBlock::Table(BriefTable {
        caption: "What the law obliges the force to".to_owned(),
        columns: vec![("What the law obliges the force to", 17), ("Outcome", 4)],
        rows: duties.iter().map(row).collect(),
    }));
    blocks
}

/// Where what the force declares falls short, a line each.
fn missing(outline: &ReportOutline<'_>, level: u8) -> Vec<BriefBlock> {
    let things = outline.missing(Section::Declared);
    let gaps = things.iter().map(|thing| 1 + thing.others.len()).sum::<usize>();
    let heading = format!("Where what is declared falls short: {}", many(gaps, "gap", "gaps"));
    let mut blocks = vec![BriefBlock::Heading(level, heading)];
    if things.is_empty() {
        blocks.push(BriefBlock::text(Manner::Plain, "Nothing that is stated falls short."));
        return blocks;
    }
    // Who does what first needs the room.
    let planned = !outline.gated.actions.planned.is_empty();
    let named = if planned { NAMED_BESIDE_A_PLAN } else { NAMED };
    let row = |thing: &Missing<'_>| {
        let behind = thing.behind_in_short().map(|more| format!(" ({more})")).unwrap_or_default();
        let outcome = thing.first.finding().map(|finding| BriefCell::Outcome(finding.outcome));
        vec![
            BriefCell::text(format!("{}{behind}", short(&thing.why(), LINE - behind.len()))),
            outcome.unwrap_or_else(|| BriefCell::text("")),
        ]
    };
    blocks.push(BriefBlock::Table(BriefTable {
        caption: "Where what is declared falls short".to_owned(),
        columns: vec![("What is said, and how many gaps it is behind", 17), ("Outcome", 4)],
        rows: things.iter().take(named).map(row).collect(),
    }));
    if things.len() > named {
        let more = format!("And {} more, in the list of gaps below.", things.len() - named);
        blocks.push(BriefBlock::text(Manner::Aside, more));
    }
    blocks
}

/// What to do first.
fn first(outline: &ReportOutline<'_>, index: usize, level: u8) -> Vec<BriefBlock> {
    let first = outline.first();
    let mut blocks = vec![BriefBlock::Heading(level, "What to do first".to_owned())];
    if first.is_empty() {
        blocks.push(BriefBlock::text(Manner::Plain, outline.why_nothing_is_first()));
        return blocks;
    }
    let step = |thing: &Missing<'_>| {
        let gap = &thing.first;
        let Some(finding) = gap.finding() else {
            return vec![
                Phrase::strong(format!("{}. ", plain(&gap.title()))),
                Phrase::plain(plain(&gap.account())),
            ];
        };
        let unless = match finding.outcome {
            Outcome::NotEvidenced => "If it is there, state it with its source. If not: ",
            _ => "",
        };
        let behind = match thing.others.len() {
            0 => String::new(),
            1 => "; 1 more rests on the same".to_owned(),
            some => format!("; {some} more rest on the same"),
        };
        let mut actions = actions::lines_for_people(outline.gated, finding).into_iter();
        let action = actions.next();
        // Who does it is worth the end of how.
        let remedy = if action.is_some() { REMEDY_AND_WHO } else { REMEDY };
        let mut step = vec![
            Phrase::strong(short(&finding.title, TITLE)),
            Phrase::plain(format!(
                " ({}, {}{}). {unless}{}",
                finding.outcome,
                finding.strength,
                behind,
                full_stop(&short(&finding.remedy, remedy))
            )),
        ];
        step.extend(action.map(|said| Phrase::plain(format!(" {}", short(&said, SAID)))));
        step
    };
    blocks.push(BriefBlock::Steps(index, first.iter().take(FIRST).map(step).collect()));
    blocks
}

/// What stands beside the gaps: the gate, judgements, contradictions, and what must be known of the whole.
pub(super) fn beside(outline: &ReportOutline<'_>, level: u8) -> Vec<BriefBlock> {
    let gated = outline.gated;
    let assessment = &gated.assessment;
    let mut points: Vec<Vec<Phrase>> = Vec::new();
    if let Some(verdict) = &gated.verdict {
        points.push(vec![Phrase::plain(plain(&verdict_line(verdict)))]);
    }
    if outline.counts.superseded.total() > 0 {
        let count = many(outline.counts.superseded.total(), "requirement", "requirements");
        points.push(vec![Phrase::plain(format!(
            "Apart from these stand {count} of texts that were superseded, {} of them met.",
            outline.counts.superseded.met
        ))]);
    }
    let judged = assessment.judgements.holding.len();
    if judged > 0 {
        let judgements = many(judged, "judgement", "judgements");
        points.push(vec![Phrase::plain(format!(
            "{judgements} of inspectors beside what was computed; they change no outcome."
        ))]);
    }
    for one in &assessment.contradictions {
        points.push(vec![
            Phrase::strong(format!("The papers differ on {}: ", one.name)),
            Phrase::plain(format!(
                "{} counts, not {}; {}.",
                one.counts.state,
                one.overruled.state,
                reason(one.why)
            )),
        ]);
    }
    let own = assessment.note.iter().map(|note| short(note, NOTE));
    let notes = assessment.notes.iter().filter_map(said);
    points.extend(own.chain(notes).map(|note| vec![Phrase::plain(full_stop(&capital(&note)))]));
    if points.is_empty() {
        return Vec::new();
    }
    vec![
        BriefBlock::Heading(level, "What else must be known".to_owned()),
        BriefBlock::Points(points),
    ]
}

/// A note in the words of the short report; nothing where the head counts it already.
fn said(note: &Note) -> Option<String> {
    match note {
        Note::FromTable(_) => Some(
            "Some of what decides which rules reach the force isn’t declared, and was taken from the \
             table of forces."
                .to_owned(),
        ),
        Note::Struck { .. } | Note::Unbacked(_) => None,
        other => Some(short(&words::note(other), NOTE)),
    }
}
