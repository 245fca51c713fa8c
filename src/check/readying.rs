//! The reader, made ready beside what is done until a document is open: its patterns take as long as a short document.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread::{Builder, JoinHandle};

use crate::reading::Reader;
use crate::rulebook::Lexicon;
use crate::standing::RankTable;

/// What a reader is made of, and the reader, which a thread of its own makes ready.
#[derive(Debug)]
pub(super) struct Readying {
    lexicon: Arc<Lexicon>,
    ranks: Arc<RankTable>,
    making: Mutex<Option<JoinHandle<Reader>>>,
    ready: OnceLock<Reader>,
}

impl Readying {
    /// Begins to make a lexicon ready.
    pub(super) fn begin(lexicon: Lexicon, ranks: &RankTable) -> Self {
        let (lexicon, ranks) = (Arc::new(lexicon), Arc::new(ranks.clone()));
        let of = (Arc::clone(&lexicon), Arc::clone(&ranks));
        let making = Builder::new().spawn(move || Reader::new(&of.0, &of.1));
        Self { lexicon, ranks, making: Mutex::new(making.ok()), ready: OnceLock::new() }
    }

    /// What it is made of.
    pub(super) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The reader, waited for. Where there was no thread to be had, it is made here and now.
    pub(super) fn reader(&self) -> &Reader {
        self.ready.get_or_init(|| {
            let making = self.making.lock().unwrap_or_else(PoisonError::into_inner).take();
            let made = making.and_then(|making| making.join().ok());
            made.unwrap_or_else(|| Reader::new(&self.lexicon, &self.ranks))
        })
    }
}
