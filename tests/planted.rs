//! Faults planted into texts: each is found at its line, and nothing else is that wasn't there before.
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeMap;

use msacheck::checklists;
use msacheck::document::open;
use msacheck::lint::{Asked, Finding, Linter, Picked, Reads};
use msacheck::proof::reading_examples;
use msacheck::reading::{Reader, Scratch};
use msacheck::rulebook::Lexicon;

/// Sentences with a fault each, and the check that must find it. None of them is an example of the rules.
const FAULTS: &[(&str, &str)] = &[
    ("stale-name", "Every referral is copied to UKHTC by the duty sergeant."),
    ("stale-name", "Intelligence goes to SOCA through the usual channel."),
    ("stale-name", "The sergeant agrees the plan with the Gangmasters Licensing Authority."),
    ("stale-name", "Labour exploitation is passed to the GLAA on the same day."),
    ("stale-name", "Officers check with UKBA whether the person has leave."),
    ("stale-name", "The MS1 form is kept in the custody office."),
    ("stale-name", "Complaints about the force may go to HMIC as well."),
    ("stale-name", "Chief officers bring it to ACPO twice a year."),
    ("wrong-section", "This meets the section 54 duty to notify in full."),
    ("wrong-section", "The duty to notify in section 47 of the Modern Slavery Act 2015 is met."),
    ("wrong-section", "Officers rely on section 71 of the Modern Slavery Act 2015 for entry."),
    ("wrong-section", "The list is in Schedule 8 of the Modern Slavery Act 2015 as amended."),
    ("wrong-section", "Under section 45(12) of the Modern Slavery Act 2015 nobody is charged."),
    ("wrong-section", "A slavery and trafficking risk order (section 16) is asked for early."),
    (
        "wrong-section",
        "Such conduct is an offence under section 59A of the Sexual Offences Act 2003.",
    ),
    ("overdue-review", "Review date: 14 August 2023"),
    ("overdue-review", "This procedure will be reviewed in May 2024."),
    ("overdue-review", "Next review due: 02/11/2021"),
    ("overdue-review", "Expiry date: 1 October 2022"),
    ("weak-duty", "Staff may decide to notify the Home Office of such cases."),
    (
        "weak-duty",
        "Detectives might consider notifying the Home Office afterwards, and staff should consider notifying the Home Office too.",
    ),
    ("weak-duty", "Officers are free to notify the Home Office of adults."),
    ("weak-duty", "There is no duty to notify the Home Office of men."),
    ("figures", "The contract began on 31 April 2021 and runs on."),
    ("figures", "They met again on Friday 2 March 2020 in the town hall."),
    ("figures", "In the financial year 2022/21 it cost less."),
    ("figures", "A total of 21 homes (9 flats and 11 houses) were searched."),
    ("figures", "Of the calls, 31 out of 25 were answered."),
    ("placeholder", "The single point of contact is [insert rank and name here]."),
    ("placeholder", "Lorem ipsum dolor sit amet, and so on."),
    ("placeholder", "Policy owner: TBC"),
    ("placeholder", "It takes effect on DD/MM/YYYY in all districts."),
    ("broken-reference", "The steps are listed in Table 7."),
    ("broken-reference", "Use the checklist of Appendix J, which is short."),
];

/// What documents must have for a reference to be broken: others of its kind.
const PARTS: &str = "Table 1: Referrals by district\n\nAppendix A: Contacts\n\n";

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

/// What denies something, and what says that it is there.
const CONTRADICTIONS: &[(&str, &str)] = &[
    (
        "The force has no dedicated team for modern slavery.",
        "Our dedicated team for modern slavery sits at headquarters.",
    ),
    (
        "There is currently no modern slavery coordinator.",
        "The force has a full-time modern slavery coordinator.",
    ),
    (
        "We do not have dedicated investigators for modern slavery, so cases go to CID.",
        "The force has eight dedicated detectives for modern slavery.",
    ),
    ("The force lacks a modern slavery strategy.", "The force has a modern slavery strategy."),
    (
        "No modern slavery coordinator has been appointed.",
        "We have a modern slavery coordinator, who is a police sergeant.",
    ),
];

/// The same with a word more: none contradicts the other.
const NEARLY: &[(&str, &str)] = &[
    (
        "The force has no dedicated team for modern slavery at night.",
        "Our dedicated team for modern slavery sits at headquarters.",
    ),
    (
        "Until 2015 there was no modern slavery coordinator.",
        "The force has a full-time modern slavery coordinator.",
    ),
    (
        "We do not have dedicated investigators for modern slavery in each district.",
        "The force has eight dedicated detectives for modern slavery.",
    ),
    ("The council lacks a modern slavery strategy.", "The force has a modern slavery strategy."),
    (
        "No second modern slavery coordinator has been appointed.",
        "We have a modern slavery coordinator, who is a police sergeant.",
    ),
];

fn linter() -> Linter {
    Linter::new(&checklists::rulebook().unwrap()).unwrap()
}

fn found(linter: &Linter, text: &str) -> Vec<Finding> {
    let asked = Asked {
        picked: Picked::default(),
        pedantic: false,
        as_of: Some("2026-06-30".parse().unwrap()),
        today: "2026-06-30".parse().unwrap(),
        kind: None,
        against: None,
    };
    let document = open("paper.txt", text.as_bytes()).unwrap();
    linter.lint(&document, text.as_bytes(), Reads::Not, &asked, &|_| false).findings
}

/// Texts of many kinds: the samples, and what readers' examples say, thirty to a paper.
fn papers() -> Vec<Vec<String>> {
    let samples = ["samples/northmarch-2026.txt", "samples/west-midlands-2017.txt"];
    let read = |path: &&str| {
        let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        text.split("\n\n").map(str::to_owned).collect::<Vec<_>>()
    };
    let mut papers: Vec<Vec<String>> = samples.iter().map(read).collect();
    let examples = reading_examples(&checklists::rulebook().unwrap()).unwrap();
    let texts: Vec<String> =
        examples.iter().map(|example| example.body.trim().replace("\n\n", "\n")).collect();
    papers.extend(texts.chunks(30).map(<[String]>::to_vec));
    papers
}

fn counts(findings: &[Finding]) -> BTreeMap<(String, String), usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry((finding.check.to_owned(), finding.quote.clone())).or_default() += 1;
    }
    counts
}

#[test]
fn planted_faults_are_found_at_their_line_and_nothing_else_is() {
    let linter = linter();
    let mut chance = Chance(7);
    let (mut planted, mut right) = (0, 0);
    let mut slips: Vec<String> = Vec::new();
    for paragraphs in papers() {
        let before = counts(&found(&linter, &format!("{PARTS}{}\n", paragraphs.join("\n\n"))));
        for (check, fault) in FAULTS {
            let at = chance.below(paragraphs.len() + 1);
            let mut all: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
            all.insert(at, fault);
            let text = format!("{PARTS}{}\n", all.join("\n\n"));
            let line = text.lines().position(|line| line == *fault).unwrap() + 1;
            let after = found(&linter, &text);
            planted += 1;
            let hit = after.iter().any(|own| own.check == *check && own.place.line == line);
            let elsewhere: Vec<Finding> =
                after.into_iter().filter(|own| own.place.line != line).collect();
            if hit && counts(&elsewhere) == before {
                right += 1;
            } else {
                let others: Vec<String> = elsewhere.iter().map(|own| own.quote.clone()).collect();
                slips.push(format!("{check} {hit}: {fault} (others: {others:?})"));
            }
        }
    }
    assert!(planted > 1_000, "{planted}");
    assert!(right * 100 >= planted * 97, "{right} of {planted}:\n{}", slips.join("\n"));
}

#[test]
fn a_planted_contradiction_is_found_at_its_later_place_and_a_near_one_is_none() {
    let rulebook = checklists::rulebook().unwrap();
    let linter = linter();
    let lexicon = Lexicon::load(&checklists::files()).unwrap();
    let reader = Reader::new(&lexicon, rulebook.vocabulary().ranks());
    let path = format!("{}/samples/northmarch-2026.txt", env!("CARGO_MANIFEST_DIR"));
    let sample = std::fs::read_to_string(path).unwrap();
    // What the sample itself says of the same arrangements isn't to be found first.
    let own = ["slavery", "coordinator", "investigator", "team", "strategy", "202"];
    let plain: Vec<&str> = sample
        .lines()
        .filter(|line| {
            line.len() > 40 && !own.iter().any(|word| line.to_lowercase().contains(word))
        })
        .collect();
    assert!(plain.len() > 8);
    let look = |text: &str| {
        let document = open("paper.txt", text.as_bytes()).unwrap();
        let read = reader.read(&document, Some("northmarch"), &mut Scratch::default());
        let asked = Asked {
            picked: Picked::new(&["contradiction".to_owned()], &[]).unwrap(),
            pedantic: false,
            as_of: None,
            today: "2026-06-30".parse().unwrap(),
            kind: None,
            against: None,
        };
        linter.lint(&document, text.as_bytes(), Reads::Done(&read), &asked, &|_| false).findings
    };
    let mut chance = Chance(11);
    let (mut planted, mut right) = (0, 0);
    let mut slips = Vec::new();
    for round in 0..20 {
        for (pairs, contradict) in [(CONTRADICTIONS, true), (NEARLY, false)] {
            for (denial, claim) in pairs {
                let (first, later) = if round % 2 == 0 { (denial, claim) } else { (claim, denial) };
                let mut all = plain.clone();
                let at = chance.below(all.len() + 1);
                all.insert(at, first);
                all.insert(at + 1 + chance.below(all.len() - at), later);
                let text = format!("{}\n", all.join("\n\n"));
                let line = text.lines().position(|line| line == *later).unwrap() + 1;
                let found: Vec<usize> = look(&text).iter().map(|own| own.place.line).collect();
                planted += 1;
                if found == if contradict { vec![line] } else { vec![] } {
                    right += 1;
                } else {
                    slips.push(format!("{first} … {later}: {found:?}"));
                }
            }
        }
    }
    assert!(right * 100 >= planted * 97, "{right} of {planted}:\n{}", slips.join("\n"));
}
