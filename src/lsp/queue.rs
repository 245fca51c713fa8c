//! What came in and waits its turn: a request that is cancelled while it waits isn't answered, and whoever types
//! is told what is wrong with the text once nothing waits.

use std::collections::{BTreeSet, VecDeque};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use lsp_server::{Message, RequestId};
use serde_json::Value;

use super::wire::Incoming;

/// After how long without a word it is looked whether the editor still runs.
pub(super) const QUIET: Duration = Duration::from_secs(5);

/// After how long without a word nobody is typing.
pub(super) const PAUSE: Duration = Duration::from_millis(400);

/// What comes of waiting.
pub(super) enum Arrived {
    One(Incoming),
    /// Nothing, for a while.
    Quiet,
    /// Nothing, and nothing will.
    End,
}

pub(super) struct Queue {
    from: Receiver<Incoming>,
    waiting: VecDeque<Incoming>,
    cancelled: BTreeSet<RequestId>,
}

impl Queue {
    pub(super) fn new(from: Receiver<Incoming>) -> Self {
        Self { from, waiting: VecDeque::new(), cancelled: BTreeSet::new() }
    }

    /// The next that waits; nothing where none does.
    pub(super) fn waiting(&mut self) -> Option<Incoming> {
        while let Ok(incoming) = self.from.try_recv() {
            self.take(incoming);
        }
        self.waiting.pop_front()
    }

    /// The next, waited for so long.
    pub(super) fn next(&mut self, within: Duration) -> Arrived {
        match self.from.recv_timeout(within) {
            Ok(incoming) => {
                self.take(incoming);
                self.waiting.pop_front().map_or(Arrived::Quiet, Arrived::One)
            }
            Err(RecvTimeoutError::Timeout) => Arrived::Quiet,
            Err(RecvTimeoutError::Disconnected) => Arrived::End,
        }
    }

    /// Whether a request was cancelled before its turn came.
    pub(super) fn is_cancelled(&mut self, id: &RequestId) -> bool {
        self.cancelled.remove(id)
    }

    fn take(&mut self, incoming: Incoming) {
        if let Incoming::Message(Message::Notification(told)) = &incoming
            && told.method == "$/cancelRequest"
            && let Some(id) = told.params.get("id").and_then(request)
            && self.waits(&id)
        {
            self.cancelled.insert(id);
        }
        self.waiting.push_back(incoming);
    }

    /// What was answered already can't be cancelled, and isn't remembered.
    fn waits(&self, id: &RequestId) -> bool {
        self.waiting.iter().any(|waiting| {
            matches!(waiting, Incoming::Message(Message::Request(asked)) if asked.id == *id)
        })
    }
}

fn request(id: &Value) -> Option<RequestId> {
    serde_json::from_value(id.clone()).ok()
}
