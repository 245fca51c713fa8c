//! A progress bar on a terminal, on standard error, for work on more than a handful that takes a while.

use std::io::{IsTerminal, stderr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::check::Watch;

/// How many inputs are gone through without a bar.
const A_HANDFUL: usize = 7;

/// How long nobody wants to see one.
const A_WHILE: Duration = Duration::from_millis(300);

/// The bar, where there is one.
#[derive(Default)]
pub(super) struct Progress(Mutex<Option<Shown>>);

struct Shown {
    bar: ProgressBar,
    since: Instant,
    /// How many are done that the bar wasn't told of.
    untold: u64,
}

impl Progress {
    /// A bar for as many inputs as `count` finds. It isn't asked where nobody would see the bar.
    pub(super) fn of(count: impl FnOnce() -> usize) -> Self {
        let own = Self::default();
        if is_seen() {
            own.set(count());
        }
        own
    }

    fn set(&self, total: usize) {
        let bar = (total > A_HANDFUL).then(|| bar(total)).flatten();
        let shown = bar.map(|bar| Shown { bar, since: Instant::now(), untold: 0 });
        self.with(|own| {
            if let Some(before) = std::mem::replace(own, shown) {
                before.bar.finish_and_clear();
            }
        });
    }

    fn with<T>(&self, act: impl FnOnce(&mut Option<Shown>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Does what may write to either stream.
    pub(super) fn beside<T>(&self, tell: impl FnOnce() -> T) -> T {
        match self.with(|own| own.as_ref().map(|shown| shown.bar.clone())) {
            Some(bar) => bar.suspend(tell),
            None => tell(),
        }
    }

    /// One more is done.
    pub(super) fn step(&self) {
        self.with(|own| {
            let Some(shown) = own else { return };
            shown.untold += 1;
            if shown.since.elapsed() >= A_WHILE {
                if shown.bar.is_hidden() {
                    shown.bar.set_draw_target(ProgressDrawTarget::stderr());
                }
                shown.bar.inc(std::mem::take(&mut shown.untold));
            }
        });
    }

    /// Nothing more is to come.
    pub(super) fn finish(&self) {
        if let Some(shown) = self.with(Option::take) {
            shown.bar.finish_and_clear();
        }
    }
}

fn is_seen() -> bool {
    stderr().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

fn bar(total: usize) -> Option<ProgressBar> {
    let length = u64::try_from(total).ok()?;
    let style = ProgressStyle::with_template("{bar:30} {pos} of {len} inputs").ok()?;
    let target = ProgressDrawTarget::hidden();
    Some(ProgressBar::with_draw_target(Some(length), target).with_style(style))
}

impl Watch for Progress {
    fn begins(&self, inputs: usize) {
        if is_seen() {
            self.set(inputs);
        }
    }

    fn one_done(&self) {
        self.step();
    }
}
