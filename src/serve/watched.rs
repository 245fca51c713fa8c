//! A body of which no more is taken in than is passed on: what reads a form keeps what it can't tell apart yet, and
//! a body without an end to its first head would all be kept.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame, Incoming};

/// How much may be kept: the heads of all parts, and a piece that isn't whole.
const KEPT: u64 = 4 << 20;

/// How much of a body was passed on.
#[derive(Clone, Default)]
pub(super) struct PassedOn(Arc<AtomicU64>);

impl PassedOn {
    /// So much more was.
    pub(super) fn add(&self, bytes: usize) {
        self.0.fetch_add(bytes as u64, Ordering::Relaxed);
    }
}

/// A body that ends with an error where too much of it is kept.
pub(super) struct Watched {
    body: Incoming,
    came: u64,
    passed_on: PassedOn,
}

impl Watched {
    pub(super) fn new(body: Incoming, passed_on: PassedOn) -> Self {
        Self { body, came: 0, passed_on }
    }
}

impl Body for Watched {
    type Data = Bytes;
    type Error = Box<dyn std::error::Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let frame = std::task::ready!(Pin::new(&mut self.body).poll_frame(context));
        let Some(frame) = frame else { return Poll::Ready(None) };
        let frame = frame?;
        self.came += frame.data_ref().map_or(0, |data| data.len() as u64);
        if self.came > self.passed_on.0.load(Ordering::Relaxed) + KEPT {
            return Poll::Ready(Some(Err("too much that is no form".into())));
        }
        Poll::Ready(Some(Ok(frame)))
    }
}
