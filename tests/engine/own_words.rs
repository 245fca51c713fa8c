//! What speaks for itself opens no gate: a force's own declaration, another one, the rules, a baseline, what was confirmed, a
//! result of the program, as they are or with a text around them. A paper that holds the same words does.

use std::sync::Arc;

use msacheck::assessment::{Assessment, assess};
use msacheck::declaration::Sources;
use msacheck::gate::{Baseline, Gate, Occasion, Terms, Threshold};
use msacheck::report::{Spacing, result_json};
use msacheck::rulebook::Rulebook;
use msacheck::source::{Fault, Text};
use msacheck::standing::{Basis, Words as _};
use proptest::array::uniform4;
use proptest::prelude::*;
use proptest::sample::select;

use crate::calendar::on;
use crate::case::{Case, any_case, lines, load_text};
use crate::facts::Facts;
use crate::forged::checked;
use crate::gated::{WORDS, assessed, back};
use crate::run;
use crate::seen::Seen;
use crate::toml_text::Order;

/// One text, under whatever name it is asked for.
struct One(String);

impl Sources for One {
    fn read(&self, name: &str) -> Result<Arc<Text>, Fault> {
        Ok(Arc::new(Text::new(name.to_owned(), self.0.clone())))
    }
}

/// What stands around a text, or in it: the words that are quoted from it stand there, too.
#[derive(Clone, Copy, Debug)]
enum Around {
    Nothing,
    Above,
    Below,
    Answer,
    Windows,
}

const AROUND: [Around; 5] =
    [Around::Nothing, Around::Above, Around::Below, Around::Answer, Around::Windows];

impl Around {
    fn put(self, text: &str) -> String {
        match self {
            Self::Nothing => format!("# {WORDS}\n{text}"),
            Self::Above => format!("Answer to the request: {WORDS}.\n\n{text}"),
            Self::Below => format!("{text}\nWe add that {WORDS}.\n"),
            Self::Answer => {
                let indented: Vec<String> = text.lines().map(|line| format!("   {line}")).collect();
                format!("Q1. What is in place?\n\n{}\n\n{WORDS}\n", indented.join("\n"))
            }
            Self::Windows => format!("\u{feff}{text}\n# {WORDS}\n").replace('\n', "\r\n"),
        }
    }
}

/// Files of the program's own kinds, by what they are.
fn own_files(case: &Case, other: &Case, seed: u64) -> Result<Vec<(&'static str, String)>, String> {
    let rulebook = case.rulebook(Order::kept())?;
    let mut baseline = Baseline::default();
    baseline.record(&case.assess(&rulebook, &case.facts, Order::kept())?, None, &[]);
    let result = checked(case, Threshold::NotEvidenced, false)?;
    let result = result_json(&result, Spacing::Indented).map_err(|fault| fault.to_string())?;
    let rules = case.rule_files(&mut Order::by(seed)).into_iter();
    let rules = rules.filter(|(_, body)| body.contains("[[requirement]]"));
    let confirmed = "[[confirmation]]\nrequirement = \"x\"\nbears_out = true\nat = \"p. 1\"\n";
    let mut files = vec![
        ("its own declaration", case.facts.toml(&mut Order::kept())),
        ("its own in another order", case.facts.toml(&mut Order::by(seed))),
        ("another declaration", other.facts.toml(&mut Order::by(seed))),
        ("a baseline", baseline.write()),
        ("a confirmation", confirmed.to_owned()),
        ("settings", "[gate]\nfail-on = \"withheld\"\n".to_owned()),
        ("a result", String::from_utf8_lossy(&result).into_owned()),
    ];
    files.extend(rules.map(|(_, body)| ("rules", body)));
    Ok(files)
}

/// The assessment by words of this text alone, or why there is none.
fn quoting(
    case: &Case,
    rulebook: &Rulebook,
    facts: &Facts,
    text: String,
) -> Result<Assessment, Vec<Fault>> {
    let declaration = load_text(rulebook, facts.toml(&mut Order::kept()), &One(text))?;
    let declaration = declaration.backed_by(Basis::Quoted);
    Ok(assess(rulebook, &declaration, Some(case.assessed.civil())))
}

#[test]
fn what_speaks_for_itself_opens_no_gate() {
    let seen = Seen::default();
    let any = (any_case(), any_case(), uniform4(0..6usize), select(AROUND.to_vec()), any::<u64>());
    run::holds(150, &any, |(case, other, how, around, seed)| {
        let rulebook = case.rulebook(Order::kept())?;
        let mut quoted = case.facts.clone();
        // Some are backed by the text, and the others by nothing.
        back(&mut quoted, how.map(|own| if own == 0 { 0 } else { 2 }));
        quoted.sources.retain(|source| source.file.is_some());
        quoted.force.none.iter_mut().for_each(|none| none.evidence.clear());
        let before = assessed(case, &rulebook, &case.facts, Some(Basis::Quoted))?;
        let gates = Threshold::ALL.iter().map(|threshold| Gate {
            terms: Terms { basis: Some(Basis::Quoted), ..Terms::at(*threshold) },
            ..Gate::default()
        });
        let gates: Vec<Gate> = gates.collect();
        let occasion = Occasion { today: on(2026, 11, 24).civil(), whole: true, rules: &[] };
        let opens = |after: &Assessment| {
            let verdicts = |own| gates.iter().map(move |gate| gate.judge(own, occasion).passes());
            verdicts(&before).zip(verdicts(after)).any(|(was, is)| !was && is)
        };
        for (what, text) in own_files(case, other, *seed)? {
            match quoting(case, &rulebook, &quoted, around.put(&text)) {
                Ok(_) => {
                    let fault = format!("{what} with {around:?} around it is taken as a paper");
                    return Err(case.varied(&fault, &quoted));
                }
                Err(faults) => {
                    let refused = |fault: &Fault| {
                        fault.fault_code() == "declaration::speaks-for-itself"
                            && !fault.is_warning()
                    };
                    if !faults.iter().any(refused) {
                        return Err(case.varied(&lines(&faults), &quoted));
                    }
                    seen.count(what);
                }
            }
        }
        let paper = around.put("The request was answered on paper.");
        let after = quoting(case, &rulebook, &quoted, paper)
            .map_err(|faults| case.varied(&lines(&faults), &quoted))?;
        seen.count(if opens(&after) { "a paper opens a gate" } else { "a paper opens none" });
        seen.count(format!("{around:?}"));
        Ok(())
    });
    let kinds = [
        "its own declaration",
        "its own in another order",
        "another declaration",
        "a baseline",
        "a confirmation",
        "settings",
        "a result",
        "rules",
        "a paper opens a gate",
    ];
    seen.require(kinds.map(str::to_owned).into_iter().chain(AROUND.map(|own| format!("{own:?}"))));
}
