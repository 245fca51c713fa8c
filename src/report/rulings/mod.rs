//! What the gate makes of a force and of each of its findings, in words. All reports take them from
//! here: a word or two for a cell or a tag, sentences that stand by themselves, and lines under the
//! verdict on a terminal.

mod lines;
mod marks;
mod objections;
mod sentences;

pub(super) use lines::{
    WITHOUT_WAIVERS, above_line, alarms, baseline_line, closed_line, failing_line, idle_line,
    known_head, silent_line, today_line, verdict_line, waived_line,
};
pub(super) use marks::{ASK_FOR_A_GATE, FAILS, NO_GATE, full_word, short, tag, verdict, word};
pub(super) use objections::{about, objection, objection_account, rule};
pub(super) use sentences::{
    baseline, closed, let_pass, sentence, speaks_for, waivers, went_silent, why_no_failure,
};
