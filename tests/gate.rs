//! The gate as a table: every threshold, state, basis, waiver, baseline and judgement with every
//! other, against what the words of the design say of each.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::sync::Arc;

use msacheck::actions::Actions;
use msacheck::assessment::{Assessment, assess};
use msacheck::checklists;
use msacheck::declaration::{JudgedAs, NoSources, load};
use msacheck::gate::{
    Baseline, Change, Gate, Objection, Occasion, Ruling, Terms, Threshold, Verdict, Waiver,
};
use msacheck::report::{Spacing, result_json, verdict_sentence};
use msacheck::result::{CheckResult, Gated, Role, Rules, Run, UsedFile, read};
use msacheck::rulebook::{RequirementId, RuleFile, Rulebook};
use msacheck::source::{Digest, Fault, Faults, Place, Text};
use msacheck::standing::{Basis, Day, Outcome, State, Words as _};

const REQUIREMENT: &str = "northmarch-duty/notify";

/// One duty, which rests on the state of one arrangement and nothing else.
const RULES: &str = r#"
[[provision]]
id = "p1"
heading = "Notice"
[[requirement]]
id = "notify"
title = "Cases are notified"
provision = "p1"
citation = "Duty, 1"
strength = "duty"
bearer = ["forces"]
derivation = "express"
warrant = "seen"
from = 2024-01-01
needs = ["notification"]
remedy = "Notify."
"#;

const INSTRUMENT: &str =
    "id = \"northmarch-duty\"\ntitle = \"Northmarch Duty (fictional)\"\nfrom = 2024-01-01\n";

const TODAY: &str = "2026-11-24";

/// Yesterday, today and tomorrow: only the first is over.
const LAST_DAYS: [(&str, bool); 3] =
    [("2026-11-23", false), ("2026-11-24", true), ("2026-11-25", true)];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn rulebook() -> Rulebook {
    let own = |path: &str, body: &str| RuleFile {
        path: path.to_owned(),
        text: Arc::new(Text::new(path, body.to_owned())),
    };
    let wanted = ["ranks.toml", "arrangements/notification.toml", "arrangements/lead.toml"];
    let files = checklists::files().into_iter();
    let mut files: Vec<RuleFile> = files
        .filter(|file| wanted.contains(&file.path.as_str()))
        .map(|file| {
            // Their cues name classes that are elsewhere.
            let body = file.text.body();
            own(&file.path, body.split_once("\n[reading]").map_or(body, |(before, _)| before))
        })
        .collect();
    files.push(own("northmarch-duty/instrument.toml", INSTRUMENT));
    files.push(own("northmarch-duty/rules.toml", RULES));
    Rulebook::load(&files).unwrap()
}

/// A judgement: what is found, and its last day with whether it holds.
type Judgement = (JudgedAs, (&'static str, bool));

fn judgements() -> Vec<Option<Judgement>> {
    let all = JudgedAs::ALL.iter().flat_map(|says| LAST_DAYS.map(|last| Some((*says, last))));
    std::iter::once(None).chain(all).collect()
}

/// The assessment of a force whose arrangement stands like this.
fn assessed(
    rulebook: &Rulebook,
    state: State,
    cited: bool,
    asked: Option<Basis>,
    judgement: Option<Judgement>,
) -> Assessment {
    let evidence = if cited { "evidence = [{ source = \"book\" }]\n" } else { "" };
    let mut body = format!(
        "[force]\nid = \"northmarch\"\nkind = \"territorial\"\nas_of = 2026-03-31\n\
         [[source]]\nid = \"book\"\ntitle = \"A book\"\n\
         [notification]\nstate = \"{state}\"\n{evidence}"
    );
    if let Some((says, (last_day, _))) = judgement {
        body.push_str(&format!(
            "[[judgement]]\nrequirement = \"{REQUIREMENT}\"\nverdict = \"{says}\"\nrole = \"R\"\n\
             date = 2026-06-01\nreason = \"R\"\nlast_day = {last_day}\n"
        ));
    }
    let faults = Faults::new();
    let text = Arc::new(Text::new("northmarch.toml", body));
    let declaration = load(&text, rulebook.vocabulary(), &NoSources, day(TODAY), &faults);
    let declaration = declaration.unwrap_or_else(|| {
        panic!("{:?}", faults.into_sorted().iter().map(Fault::one_line).collect::<Vec<_>>())
    });
    let declaration = match asked {
        Some(least) => declaration.backed_by(least),
        None => declaration,
    };
    assess(rulebook, &declaration, None).judged(&declaration, day(TODAY))
}

fn waiver(last_day: &str) -> Waiver {
    Waiver {
        requirement: RequirementId::from(REQUIREMENT),
        force: None,
        reason: "The desk opens in spring.".to_owned(),
        owner: "head of crime".to_owned(),
        last_day: day(last_day),
        place: Place {
            file: "msacheck.toml".to_owned(),
            page: None,
            sheet: None,
            line: 1,
            column: 1,
        },
    }
}

/// What was recorded: nothing at all, another force, or this one at a state.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Recorded {
    Never,
    AnotherForce,
    At(State),
}

/// How far above the floor that an honest "no" shares with silence.
fn height(state: State) -> usize {
    [State::Withheld, State::Planned, State::Partial, State::InPlace]
        .iter()
        .position(|own| *own == state)
        .map_or(0, |at| at + 1)
}

/// One cell of the table.
#[derive(Clone, Copy, Debug)]
struct Cell {
    threshold: Threshold,
    state: State,
    cited: bool,
    asked: Option<Basis>,
    waiver: Option<(&'static str, bool)>,
    recorded: Recorded,
}

impl Cell {
    /// What the state counts as.
    fn counts(self) -> State {
        let weak = self.asked == Some(Basis::Cited) && !self.cited;
        if weak && self.state != State::Absent { State::NotStated } else { self.state }
    }

    fn falls_short(self) -> bool {
        let failing = match self.threshold {
            // The one that forgives silence, and nothing else.
            Threshold::DeclaredGaps => {
                return !matches!(self.counts(), State::InPlace | State::NotStated);
            }
            Threshold::NotEvidenced => 0,
            Threshold::Withheld => 1,
            Threshold::Planned => 2,
            Threshold::PartlyMet => 3,
        };
        height(self.counts()) <= failing
    }

    fn is_known(self) -> bool {
        match self.recorded {
            Recorded::Never | Recorded::AnotherForce | Recorded::At(State::InPlace) => false,
            Recorded::At(state) => height(self.counts()) >= height(state),
        }
    }

    /// The ruling, in a word.
    fn ruling(self) -> &'static str {
        match (self.falls_short(), self.waiver) {
            (false, _) => "passes",
            (true, Some((_, true))) => "waived",
            (true, Some((_, false))) => "expired",
            (true, None) if self.is_known() => "baselined",
            (true, None) => "fails",
        }
    }

    fn went_silent(self) -> bool {
        let was_stated = !matches!(
            self.recorded,
            Recorded::Never | Recorded::AnotherForce | Recorded::At(State::NotStated)
        );
        was_stated && self.counts() == State::NotStated
    }

    fn passes(self) -> bool {
        !matches!(self.ruling(), "expired" | "fails") && !self.went_silent()
    }

    fn change(self) -> Option<Change> {
        if self.counts() == State::InPlace || self.recorded == Recorded::Never {
            return None;
        }
        let Recorded::At(was) = self.recorded else { return Some(Change::New) };
        Some(match height(self.counts()).cmp(&height(was)) {
            _ if was == State::InPlace => Change::New,
            std::cmp::Ordering::Less => Change::Worse,
            std::cmp::Ordering::Equal => Change::Same,
            std::cmp::Ordering::Greater => Change::Better,
        })
    }
}

fn word(ruling: &Ruling) -> &'static str {
    match ruling {
        Ruling::Passes => "passes",
        Ruling::Fails => "fails",
        Ruling::Waived { .. } => "waived",
        Ruling::Expired { .. } => "expired",
        Ruling::Baselined => "baselined",
        Ruling::Unasked => "unasked",
    }
}

fn baseline(rulebook: &Rulebook, recorded: Recorded, asked: Option<Basis>) -> Option<Baseline> {
    let mut baseline = Baseline { file: "baseline.toml".to_owned(), ..Baseline::default() };
    match recorded {
        Recorded::Never => return None,
        Recorded::AnotherForce => {
            let mut other = assessed(rulebook, State::Absent, true, asked, None);
            other.force = "eastmere".into();
            baseline.record(&other, asked, &[]);
        }
        Recorded::At(state) => {
            baseline.record(&assessed(rulebook, state, true, asked, None), asked, &[]);
        }
    }
    // As it comes back from its file.
    let text = Arc::new(Text::new("baseline.toml", baseline.write()));
    let faults = Faults::new();
    let read = Baseline::read(&text, &faults).expect("what was written reads");
    assert_eq!(read, baseline);
    Some(read)
}

#[test]
fn every_combination_comes_out_as_documented() {
    let rulebook = rulebook();
    let recorded = [Recorded::Never, Recorded::AnotherForce]
        .into_iter()
        .chain(State::ALL.iter().copied().map(Recorded::At));
    let recorded: Vec<Recorded> = recorded.collect();
    let waivers: Vec<_> = std::iter::once(None).chain(LAST_DAYS.map(Some)).collect();
    let occasion = Occasion { today: day(TODAY), whole: true, rules: &[] };
    let (mut cells, mut rulings) = (0, std::collections::BTreeMap::new());
    for asked in [None, Some(Basis::Cited)] {
        let baselines: Vec<(Recorded, Option<Baseline>)> =
            recorded.iter().map(|one| (*one, baseline(&rulebook, *one, asked))).collect();
        for (state, cited) in State::ALL.iter().flat_map(|state| [(*state, true), (*state, false)])
        {
            let assessments: Vec<(Option<Judgement>, Assessment)> = judgements()
                .into_iter()
                .map(|one| (one, assessed(&rulebook, state, cited, asked, one)))
                .collect();
            for threshold in Threshold::ALL.iter().copied() {
                for waiver_of in &waivers {
                    for (recorded, baseline) in &baselines {
                        let cell = Cell {
                            threshold,
                            state,
                            cited,
                            asked,
                            waiver: *waiver_of,
                            recorded: *recorded,
                        };
                        let gate = Gate {
                            terms: Terms { basis: asked, ..Terms::at(threshold) },
                            waivers: waiver_of.iter().map(|(last, _)| waiver(last)).collect(),
                            without_waivers: false,
                            baseline: baseline.clone(),
                        };
                        let verdict = gate.judge(&assessments[0].1, occasion);
                        check(cell, &verdict);
                        *rulings.entry(cell.ruling()).or_insert(0) += 1;
                        // No judgement moves any of it, nor the finding.
                        for (judgement, assessment) in &assessments {
                            assert_eq!(gate.judge(assessment, occasion), verdict, "{cell:?}");
                            check_judgement(*judgement, assessment, &assessments[0].1);
                            cells += 1;
                        }
                        let without = Gate { without_waivers: true, ..gate };
                        let cell = Cell { waiver: None, ..cell };
                        check(cell, &without.judge(&assessments[0].1, occasion));
                    }
                }
            }
        }
    }
    assert_eq!(cells, 2 * 12 * 5 * 4 * 8 * 7);
    assert_eq!(rulings.len(), 5, "{rulings:?}");
}

fn check(cell: Cell, verdict: &Verdict) {
    let [mark] = verdict.marks.as_slice() else { panic!("{cell:?}: {:?}", verdict.marks) };
    assert_eq!(word(&mark.ruling), cell.ruling(), "{cell:?}");
    assert_eq!(mark.threshold, cell.threshold);
    let change = mark.compared.as_ref().map(|compared| compared.change);
    assert_eq!(change, cell.change(), "{cell:?}");
    assert_eq!(verdict.passes(), cell.passes(), "{cell:?}");
    assert_eq!(!verdict.went_silent.is_empty(), cell.went_silent(), "{cell:?}");
    let fails = matches!(cell.ruling(), "expired" | "fails");
    assert!(verdict.failing().eq([&mark.requirement].into_iter().filter(|_| fails)), "{cell:?}");
    // Today is told where it decided, and only there; a waiver acts, is over, or is idle.
    let decided = matches!(cell.ruling(), "waived" | "expired");
    assert_eq!(verdict.today.is_some(), decided, "{cell:?}");
    assert_eq!(verdict.idle_waivers.len(), usize::from(cell.waiver.is_some() && !decided));
    let was_gap = matches!(cell.recorded, Recorded::At(state) if state != State::InPlace);
    let closed = was_gap && cell.counts() == State::InPlace;
    assert_eq!(verdict.closed.len(), usize::from(closed), "{cell:?}");
    let begins = if cell.passes() { "The gate passes: " } else { "The gate fails: " };
    let sentence = &verdict_sentence(verdict);
    assert!(sentence.starts_with(begins) && sentence.ends_with('.'), "{cell:?}: {sentence}");
    for (word, holds) in [
        ("expired", cell.ruling() == "expired"),
        ("went silent", cell.went_silent()),
        ("waived", cell.ruling() == "waived"),
    ] {
        assert_eq!(sentence.contains(word), holds, "{cell:?}: {sentence}");
    }
}

fn check_judgement(judgement: Option<Judgement>, assessment: &Assessment, without: &Assessment) {
    assert_eq!(assessment.findings, without.findings);
    assert_eq!(assessment.counts(), without.counts());
    let judgements = &assessment.judgements;
    let Some((says, (_, holds))) = judgement else {
        assert_eq!(judgements, &without.judgements);
        assert!(judgements.today.is_none());
        return;
    };
    assert_eq!(judgements.today, Some(day(TODAY)));
    let (shown, gone) = (&judgements.holding, &judgements.expired);
    assert_eq!((shown.len(), gone.len()), if holds { (1, 0) } else { (0, 1) });
    assert_eq!(shown.iter().chain(gone).next().map(|one| one.verdict), Some(says));
}

#[test]
fn a_verdict_comes_back_from_json() {
    let rulebook = rulebook();
    let occasion = Occasion { today: day(TODAY), whole: true, rules: &[] };
    let recorded = baseline(&rulebook, Recorded::At(State::Partial), None);
    for (state, waivers) in [
        (State::NotStated, vec![]),
        (State::Absent, vec![waiver("2026-11-23")]),
        (State::Absent, vec![waiver("2026-11-24")]),
        (State::InPlace, vec![waiver("2026-11-24")]),
        (State::Partial, vec![]),
    ] {
        let gate = Gate {
            terms: Terms { basis: Some(Basis::Asserted), ..Terms::at(Threshold::PartlyMet) },
            waivers,
            without_waivers: false,
            baseline: recorded.clone(),
        };
        let assessment = assessed(&rulebook, state, false, None, None);
        let verdict = Some(gate.judge(&assessment, occasion));
        let run = Run {
            docs: None,
            program: Run::this_program(),
            rules: Rules { packs: Vec::new(), optional: Vec::new(), drafts: false },
            files: vec![UsedFile {
                file: "baseline.toml".to_owned(),
                role: Role::Baseline,
                sha256: Digest::of(b"baseline"),
            }],
            options: Vec::new(),
            filtered: None,
            gated: true,
            earlier: false,
            unassessed: 0,
        };
        let result = CheckResult {
            run,
            assessments: vec![Gated { assessment, verdict, actions: Actions::default() }],
        };
        for spacing in [Spacing::Compact, Spacing::Indented] {
            let json = String::from_utf8(result_json(&result, spacing).unwrap()).unwrap();
            let again = read(&Text::new("result.json", json.clone()).into()).unwrap();
            assert_eq!(again, result, "{json}");
        }
    }
}

#[test]
fn outcomes_that_were_not_assessed_make_a_waiver_idle() {
    let rulebook = rulebook();
    let mut assessment = assessed(&rulebook, State::Absent, false, None, None);
    let gate = Gate { waivers: vec![waiver("2026-11-23")], ..Gate::default() };
    for outcome in [Outcome::NotInForce, Outcome::NotApplicable] {
        assessment.findings[0].outcome = outcome;
        let verdict =
            gate.judge(&assessment, Occasion { today: day(TODAY), whole: true, rules: &[] });
        assert!(!verdict.passes() && verdict.marks.is_empty());
        assert_eq!(verdict.objections, [Objection::Empty]);
        assert_eq!(verdict.idle_waivers[0].why.to_string(), outcome.to_string());
    }
}
