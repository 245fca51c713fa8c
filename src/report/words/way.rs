//! One of several ways to close a gap, in words: what the need language asks, for those who don't read it.

use crate::assessment::{Answered, Because, Part};
use crate::rulebook::{Bar, Test};

/// What a branch of a need asks: "lead in place, with rank at least superintendent".
pub(in crate::report) fn way(node: &Because) -> String {
    match &node.part {
        Part::All(of) => joined(of, "; and "),
        Part::Any(of) => joined(of, "; or "),
        Part::AtLeast { count, of } => format!("at least {count} of these: {}", joined(of, "; ")),
        Part::Ask { of, .. } => ask(of),
        Part::State { stands, .. } => format!("{} in place", stands.called.name),
        Part::Condition { answered, .. } => condition(answered),
    }
}

fn joined(of: &[Because], joint: &str) -> String {
    of.iter().map(way).collect::<Vec<_>>().join(joint)
}

fn ask(of: &[Because]) -> String {
    let mut said = String::new();
    let (mut asked, mut better) = (Vec::new(), Vec::new());
    for child in of {
        match &child.part {
            Part::Condition { grades: false, answered, .. } => asked.push(condition(answered)),
            Part::Condition { grades: true, answered, .. } => better.push(condition(answered)),
            _ => said.push_str(&way(child)),
        }
    }
    for (lead, conditions) in [("with", asked), ("in full only with", better)] {
        if !conditions.is_empty() {
            said.push_str(&format!(", {lead} {}", conditions.join(" and ")));
        }
    }
    said
}

fn condition(answered: &Answered) -> String {
    asked(&answered.called.name, &answered.condition.test)
}

/// What is asked of a field under a title.
fn asked(title: &str, test: &Test) -> String {
    match test {
        Test::Stated => format!("{title} stated"),
        Test::Yes => format!("{title}: yes"),
        Test::No => format!("{title}: no"),
        Test::Is(value) => format!("{title}: {value}"),
        Test::Contains(item) => format!("“{item}” among {title}"),
        Test::AtLeast(Bar::Rank(rank)) => format!("{title} at least {}", rank.written()),
        Test::AtLeast(bar) => format!("{title} at least {bar}"),
        Test::Within { months: 1 } => format!("{title} within 1 month"),
        Test::Within { months } => format!("{title} within {months} months"),
    }
}
