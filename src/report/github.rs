//! `github`: workflow commands, which GitHub's runner turns into annotations at their lines, and a
//! summary of the job.
//!
//! The runner shows ten errors, ten warnings and ten notices a step and drops the rest without a
//! word. So what comes first stands first, and where there are more, the tenth says how many
//! aren't shown and where they are: in the log, below the commands.

use std::fmt::Write as _;

use super::actions;
use super::aside::Aside;
use super::format::{Companion, ReportFormat, ReportOptions};
use super::markdown;
use super::prose::flat;
use super::shortfall::{Level, Shortfall, name, path, told};
use super::words::none_stated;
use crate::result::CheckResult;
use crate::source::Fault;
use crate::standing::Words as _;

/// The format.
pub(super) const FORMAT: ReportFormat = ReportFormat {
    companion: Some(Companion { variable: "GITHUB_STEP_SUMMARY", render: markdown::summary }),
    ..ReportFormat::text(
        "github",
        "GitHub's workflow commands: annotations; adds to the job's summary, too",
        github,
    )
    .for_programs(&["::"])
};

/// How many annotations of a kind a step may have.
const MOST: usize = 10;

fn github(result: &CheckResult, options: ReportOptions) -> Result<Vec<u8>, Fault> {
    let mut out = String::new();
    let gaps = told(result, options);
    let mut unshown: Vec<&Shortfall<'_>> = Vec::new();
    let incomplete = result.incomplete();
    if let Some(incomplete) = &incomplete {
        let _ = writeln!(out, "::error title=Incomplete::{}", data(incomplete));
    }
    let aside = Aside::of_all(result).line();
    if let Some(aside) = &aside {
        let _ = writeln!(out, "::notice title=Left aside::{}", data(aside));
    }
    for gated in &result.assessments {
        let plan = actions::counted(gated);
        for said in plan.into_iter().chain(none_stated(&gated.assessment)) {
            let _ = writeln!(out, "{}: {}", plain(&flat(name(gated))), plain(&flat(&said)));
        }
    }
    for level in Level::ALL {
        let of_it: Vec<&Shortfall<'_>> =
            gaps.iter().filter(|gap| gap.loudness() == *level).collect();
        // That an input is missing is an error, too, and what is left aside a notice.
        let taken = match level {
            Level::Error => incomplete.is_some(),
            Level::Warning => false,
            Level::Note => aside.is_some(),
        };
        let most = MOST - usize::from(taken);
        let room = if of_it.len() > most { most - 1 } else { most };
        for gap in of_it.iter().take(room) {
            out.push_str(&command(gap, *level));
        }
        let left = of_it.len().saturating_sub(room);
        if left > 0 {
            let title = format!("{left} more not shown");
            let message = format!(
                "{left} more gaps of this kind aren't shown here, since GitHub shows {MOST}: they \
                 stand in this step's log and in the job's summary."
            );
            let _ =
                writeln!(out, "::{} title={}::{}", kind(*level), property(&title), data(&message));
            unshown.extend(of_it.into_iter().skip(room));
        }
    }
    if !unshown.is_empty() {
        let _ = writeln!(out, "Not shown as annotations:");
        for gap in unshown {
            let place = gap.place();
            let at = match place.cell() {
                Some(_) => place.to_string(),
                None => format!("{}:{}", path(place), place.line),
            };
            let line = format!("{at}: {}. {}", gap.headline(), gap.account());
            let _ = writeln!(out, "- {}", plain(&line));
        }
    }
    for gated in &result.assessments {
        let _ = writeln!(out, "{}", plain(&markdown::gate_sentence(gated)));
    }
    Ok(out.into_bytes())
}

fn kind(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    }
}

fn command(gap: &Shortfall<'_>, level: Level) -> String {
    let place = gap.place();
    // An annotation has a line or none: a cell stands in its words.
    let (line, cell) = match (&place.sheet, place.cell()) {
        (Some(sheet), Some(cell)) => (String::new(), format!("Sheet {sheet}, cell {cell}: ")),
        _ => (format!(",line={},col={}", place.line.max(1), place.column.max(1)), String::new()),
    };
    format!(
        "::{} file={}{line},title={}::{}\n",
        kind(level),
        property(&path(place)),
        property(&gap.headline()),
        data(&format!("{cell}{}", gap.account()))
    )
}

/// The message of a command, as the runner unescapes it.
pub(super) fn data(text: &str) -> String {
    plain(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command, likewise.
pub(super) fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A text in which the runner finds no command. It takes `::` at the start of a line for one, which
/// we give no text, and `##[` anywhere in it.
pub(super) fn plain(line: &str) -> String {
    line.replace("##[", "# #[")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_or_its_properties() {
        assert_eq!(data("100%\r\n::error::x"), "100%25%0D%0A::error::x");
        assert_eq!(property("a:b,c%0A"), "a%3Ab%2Cc%250A");
        assert_eq!(plain("x ##[error]y"), "x # #[error]y");
    }
}
