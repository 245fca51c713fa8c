//! Work on many things at once, its results in the order of the things, and few of them held.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::sync_channel;

use rayon::ThreadPoolBuilder;

use crate::source::Fault;

/// How many things a thread may be ahead of the one whose result is waited for.
const AHEAD: usize = 4;

/// The stack of a thread, in bytes: as large as the main thread's.
const STACK: usize = 8 * 1024 * 1024;

/// Does `work` on every item, on `jobs` threads, and hands the results to `each` in the order of
/// the items. Items are taken as they are needed: however many there are, no more than a few for
/// each thread are held at a time. `each` may break off.
///
/// # Errors
///
/// A fault where no threads can be started.
pub fn in_order<T: Send, R: Send>(
    mut items: impl Iterator<Item = T>,
    jobs: usize,
    work: impl Fn(T) -> R + Sync,
    mut each: impl FnMut(R) -> ControlFlow<()>,
) -> Result<(), Fault> {
    if jobs <= 1 {
        let _ = items.try_for_each(|item| each(work(item)));
        return Ok(());
    }
    let pool =
        ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK).build().map_err(|error| {
            Fault::whole("usage::threads", format!("{jobs} threads can't be started: {error}"))
                .help("name fewer with `--jobs`")
        })?;
    let stopped = AtomicBool::new(false);
    let (work, stopped) = (&work, &stopped);
    pool.in_place_scope_fifo(|scope| {
        let mut waiting = VecDeque::new();
        loop {
            while waiting.len() < jobs.saturating_mul(AHEAD)
                && let Some(item) = items.next()
            {
                let (send, receive) = sync_channel(1);
                scope.spawn_fifo(move |_| {
                    if !stopped.load(Ordering::Relaxed) {
                        // Nobody waits for it where `each` broke off.
                        let _ = send.send(work(item));
                    }
                });
                waiting.push_back(receive);
            }
            let Some(next) = waiting.pop_front() else { break };
            if next.recv().is_ok_and(|result| each(result).is_break()) {
                stopped.store(true, Ordering::Relaxed);
                break;
            }
        }
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_order_and_few_are_held() {
        for jobs in [1, 4] {
            let (taken, given) = (AtomicUsize::new(0), AtomicUsize::new(0));
            let mut most = 0;
            let items = (0..500_usize).inspect(|_| {
                taken.fetch_add(1, Ordering::SeqCst);
            });
            let work = |item: usize| {
                // The first of each ten takes longest.
                std::thread::sleep(Duration::from_micros(if item.is_multiple_of(10) {
                    500
                } else {
                    1
                }));
                item
            };
            let mut results = Vec::new();
            in_order(items, jobs, work, |result| {
                most = most.max(taken.load(Ordering::SeqCst) - given.load(Ordering::SeqCst));
                given.fetch_add(1, Ordering::SeqCst);
                results.push(result);
                ControlFlow::Continue(())
            })
            .unwrap();
            assert_eq!(results, (0..500).collect::<Vec<_>>());
            assert!(most <= jobs * AHEAD, "{most} held for {jobs} threads");
        }
    }

    #[test]
    fn whoever_takes_the_results_may_break_off() {
        for jobs in [1, 4] {
            let mut results = Vec::new();
            in_order(
                0..,
                jobs,
                |item: u64| item,
                |result| {
                    results.push(result);
                    if result == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                },
            )
            .unwrap();
            assert_eq!(results, [0, 1, 2, 3, 4, 5]);
        }
    }
}
