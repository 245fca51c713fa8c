//! What somebody allows a document, in it: by check, with a reason.
//!
//! An allowance stands in a comment of the format, or on a line of its own in plain text, and speaks of the
//! paragraph that it stands in, or, alone on its line, of the next one.

use super::check::{Check, Looks};
use super::data::Data;
use super::finding::{Finding, Sensitivity};
use super::page::Page;
use crate::document::{Document, Remark, RemarkKind};
use crate::source::Place;

/// The check of allowances themselves.
pub(super) const CHECK: Check = Check {
    id: "allowance",
    title: "An allowance that gives no reason, or that allows nothing",
    why: "An allowance outlives what it was for: then it hides the next fault of its kind.",
    helps: "Whoever keeps the document, and whoever reviews a change of it.",
    sensitivity: Sensitivity::Default,
    fix: None,
    make: |_: &mut Data<'_>| Box::new(Itself),
};

/// Allowances are held against what the other checks found, and so after them.
#[derive(Debug)]
struct Itself;

impl Looks for Itself {
    fn look(&self, _: &Page<'_>, _: &mut Vec<Finding>) {}
}

/// The ids of checks, to who must know only of ids.
pub(super) struct Ids<'a> {
    /// Whether a check is asked for.
    pub asked: &'a dyn Fn(&str) -> bool,
    /// What to say of an id that no check has, and what it is likely to mean.
    pub strange: &'a dyn Fn(&str) -> Option<(String, String)>,
}

/// How an allowance begins.
const MARK: &str = "msacheck: allow ";

/// An allowance in a document.
#[derive(Debug)]
struct Allowance {
    checks: Vec<String>,
    reason: Option<String>,
    /// Where it stands, lines and columns from 1, and the words.
    line: usize,
    column: usize,
    quote: String,
    /// The block that it speaks of.
    block: Option<usize>,
}

/// The allowances of a document.
#[derive(Debug, Default)]
pub(super) struct Allowances(Vec<Allowance>);

impl Allowances {
    /// Those in a document: of one whose format is typed in its source, of a Word file in its comments.
    pub(super) fn of(document: &Document, source: Option<&str>) -> Self {
        match source {
            Some(source) => Self::typed(document, source),
            None => {
                Self(document.remarks.iter().filter_map(|own| commented(document, own)).collect())
            }
        }
    }

    fn typed(document: &Document, source: &str) -> Self {
        if !source.contains(MARK) {
            return Self::default();
        }
        let plain = document.format.word() == "text";
        let lines: Vec<&str> = source.lines().collect();
        let mut found = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let Some((start, inner, alone)) = in_line(line, plain) else { continue };
            let number = index + 1;
            let target = if alone {
                let after = lines.iter().enumerate().skip(number);
                let mut after = after.filter(|(_, line)| {
                    !line.trim().is_empty()
                        && in_line(line, plain).is_none_or(|(_, _, alone)| !alone)
                });
                after.next().map(|(at, _)| at + 1)
            } else {
                Some(number)
            };
            let column = line.get(..start).map_or(1, |before| before.chars().count() + 1);
            let block = target.and_then(|line| block_at(document, line));
            found.push(Allowance::new(inner, (number, column), block));
        }
        Self(found)
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is left of findings, with those about allowances themselves, and how many were allowed. What is found
    /// `beside` them is told to nobody, and may be allowed all the same.
    pub(super) fn take(
        self,
        document: &Document,
        found: Vec<Finding>,
        beside: &[Finding],
        checks: &Ids<'_>,
    ) -> (Vec<Finding>, usize) {
        if self.0.is_empty() {
            return (found, 0);
        }
        let all = found.len();
        let used = self.0.iter().map(|own| beside.iter().any(|finding| own.speaks_of(finding)));
        let mut used: Vec<bool> = used.collect();
        let mut left: Vec<Finding> = Vec::new();
        for finding in found {
            let mut allowed = false;
            for (allowance, used) in self.0.iter().zip(&mut used) {
                let speaks = allowance.speaks_of(&finding);
                *used |= speaks;
                allowed |= speaks;
            }
            if !allowed {
                left.push(finding);
            }
        }
        let allowed = all - left.len();
        if (checks.asked)(CHECK.id) {
            for (allowance, used) in self.0.iter().zip(used) {
                left.extend(allowance.fault(document, used, checks));
            }
            left.sort_by_key(|finding| (finding.place.line, finding.place.column));
        }
        (left, allowed)
    }
}

impl Allowance {
    /// What stands behind the mark, where it stands, and of which block it speaks.
    fn new(inner: &str, (line, column): (usize, usize), block: Option<usize>) -> Self {
        let (checks, reason) = inner.split_once(':').unwrap_or((inner, ""));
        let reason = Some(reason.trim()).filter(|reason| !reason.is_empty());
        Self {
            checks: checks.split(',').map(|id| id.trim().to_owned()).collect(),
            reason: reason.map(str::to_owned),
            line,
            column,
            quote: format!("{MARK}{inner}").trim_end().to_owned(),
            block,
        }
    }

    /// Whether it allows a finding.
    fn speaks_of(&self, finding: &Finding) -> bool {
        self.reason.is_some()
            && self.block == Some(finding.block)
            && self.checks.iter().any(|id| id == finding.check)
    }

    /// What is wrong with it itself.
    fn fault(&self, document: &Document, used: bool, ids: &Ids<'_>) -> Option<Finding> {
        let strange = self.checks.iter().find_map(|id| (ids.strange)(id));
        let (message, help) = if let Some((message, help)) = strange {
            (message, Some(help))
        } else if self.reason.is_none() {
            let help = "say after a second colon why it may stand: `msacheck: allow stale-name: quotes the 2011 strategy`";
            (
                "this allowance gives no reason, and allows nothing without one".to_owned(),
                Some(help.to_owned()),
            )
        } else if !used && self.checks.iter().all(|id| (ids.asked)(id)) {
            ("this allowance allows nothing".to_owned(), Some("take it out".to_owned()))
        } else {
            return None;
        };
        let place = Place {
            file: document.name.clone(),
            page: None,
            sheet: None,
            line: self.line,
            column: self.column,
        };
        Some(Finding {
            check: CHECK.id,
            sensitivity: Sensitivity::Default,
            place,
            block: self.block.unwrap_or(usize::MAX),
            span: 0..0,
            quote: self.quote.clone(),
            message,
            help,
            fix: None,
        })
    }
}

/// An allowance in a comment of a Word file: it speaks of the paragraph that it hangs on.
fn commented(document: &Document, remark: &Remark) -> Option<Allowance> {
    let inner = allowed(remark)?;
    let (line, column) = (remark.spot.line as usize, remark.spot.column as usize);
    Some(Allowance::new(inner, (line, column), block_at(document, line)))
}

/// What an allowance says that is a comment.
pub(super) fn allowed(remark: &Remark) -> Option<&str> {
    let comment = Some(remark).filter(|own| own.kind == RemarkKind::Comment)?;
    comment.text.trim().strip_prefix(MARK)
}

/// An allowance in a line: where it begins, what it says, and whether the line holds nothing else.
fn in_line(line: &str, plain: bool) -> Option<(usize, &str, bool)> {
    if plain {
        let inner = line.trim_start().strip_prefix(MARK)?;
        return Some((line.len() - line.trim_start().len(), inner.trim_end(), true));
    }
    let start = line.find("<!--")?;
    let (before, comment) = line.split_at_checked(start)?;
    let comment = comment.strip_prefix("<!--")?;
    let (inner, after) = comment.split_once("-->")?;
    let alone = before.trim().is_empty() && after.trim().is_empty();
    Some((start, inner.trim().strip_prefix(MARK)?, alone))
}

/// The block that stands in a line of a document, or begins first after it.
pub(super) fn block_at(document: &Document, line: usize) -> Option<usize> {
    let blocks = document.blocks.iter().enumerate();
    let mut next: Option<(usize, usize)> = None;
    for (index, block) in blocks {
        let last = block.text().len().saturating_sub(1);
        let (first, last) = (block.spot(0).line as usize, block.spot(last).line as usize);
        if (first..=last).contains(&line) {
            return Some(index);
        }
        if first > line && next.is_none_or(|(_, known)| first < known) {
            next = Some((index, first));
        }
    }
    next.map(|(index, _)| index)
}
