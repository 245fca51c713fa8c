//! A progress bar on a terminal, on standard error, for work on more than a handful.

use std::io::{IsTerminal, stderr};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How many documents are read without a bar.
const A_HANDFUL: usize = 7;

/// The bar, where there is one.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// A bar for as many documents as `count` finds. It isn't asked where nobody would see the bar.
    pub(super) fn of(count: impl FnOnce() -> usize) -> Self {
        let seen = stderr().is_terminal() && std::env::var_os("TERM").is_none_or(|t| t != "dumb");
        let total = seen.then(count).filter(|total| *total > A_HANDFUL);
        let bar = total.and_then(|total| {
            let length = u64::try_from(total).ok()?;
            let style = "{bar:30} {pos} of {len} documents";
            let style = ProgressStyle::with_template(style).ok()?;
            let target = ProgressDrawTarget::stderr();
            Some(ProgressBar::with_draw_target(Some(length), target).with_style(style))
        });
        Self { bar }
    }

    /// Does what may write to either stream.
    pub(super) fn beside<T>(&self, tell: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(tell),
            None => tell(),
        }
    }

    /// One more is done.
    pub(super) fn step(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }

    /// Nothing more is to come.
    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
