//! Running the PDF crate where it can do no harm: on a thread of its own with a deep stack, under a
//! clock, with its panics caught.

use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use super::glyphs::{self, News};
use crate::document::guard::caught;

/// How long nothing may come of it. A usual page takes some hundredths of a second, and how much is done
/// for one is bounded: this is for what the crate does before anybody is told.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);
/// The stack that damaged files may recurse on. Memory is taken only for what is used of it.
const STACK: usize = 512 * 1024 * 1024;
/// The name of the threads that read.
const NAME: &str = "msacheck-pdf";

/// Reads a PDF, handing on what is learned of it, until its end or until nothing more is wanted. Returns
/// false where it came to neither: what was read next took too long or broke the reader.
pub(super) fn read(bytes: Vec<u8>, mut take: impl FnMut(News) -> bool) -> bool {
    // A page that is waited for is the only one that is held.
    let (sender, receiver) = sync_channel(1);
    let reader = thread::Builder::new().name(NAME.to_owned()).stack_size(STACK).spawn(move || {
        _ = caught(|| {
            glyphs::read(bytes, &mut |news| sender.send(Some(news)).is_ok());
            sender.send(None)
        });
    });
    match reader {
        // A thread that doesn't come to an end is left to itself: it can't be stopped, and it ends
        // with its next page, since nobody listens, or with the program.
        Ok(_) => listen(&receiver, PATIENCE, &mut take),
        Err(_) => false,
    }
}

fn listen(
    receiver: &Receiver<Option<News>>,
    patience: Duration,
    take: &mut impl FnMut(News) -> bool,
) -> bool {
    loop {
        match receiver.recv_timeout(patience) {
            Ok(Some(news)) => {
                if !take(news) {
                    return true;
                }
            }
            Ok(None) => return true,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_says_nothing_is_left() {
        let (sender, receiver) = sync_channel(1);
        let mut taken = 0;
        sender.send(Some(News::Page(None))).unwrap();
        let mut take = |_| {
            taken += 1;
            true
        };
        assert!(!listen(&receiver, Duration::from_millis(20), &mut take));
        sender.send(None).unwrap();
        assert!(listen(&receiver, Duration::from_millis(20), &mut take));
        assert_eq!(taken, 1);
        sender.send(Some(News::Page(None))).unwrap();
        assert!(listen(&receiver, Duration::from_millis(20), &mut |_| false), "that is enough");
    }
}
