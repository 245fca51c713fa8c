//! Whose words a paper is in that names nobody: forces call themselves otherwise than companies, charities and governments do.

use super::phrases::{Phrases, words};
use crate::document::{Block, Document};
use crate::reading::Reader;

/// A text of no more blocks than these, and of no more words, is an excerpt, which needn't say whose it is.
const BLOCKS: usize = 6;
const WORDS: usize = 80;

/// What forces say of themselves, and what other bodies do.
#[derive(Debug)]
pub(super) struct Sound {
    police: Phrases,
    other: Phrases,
}

impl Sound {
    pub(super) fn new(reader: &Reader) -> Self {
        Self {
            police: Phrases::of(reader, "sounds-police"),
            other: Phrases::of(reader, "sounds-other"),
        }
    }

    /// Whether a paper that names nobody is in the words of a police force: it has some, and other bodies' words aren't
    /// far more. An excerpt needs none where it has no words of another.
    pub(super) fn is_of_police(&self, document: &Document) -> bool {
        let police = count(&self.police, &document.blocks);
        let other = count(&self.other, &document.blocks);
        if police == 0 {
            return other == 0 && is_excerpt(document);
        }
        other <= 2 * police
    }
}

/// In how many blocks one of some phrases stands.
fn count(phrases: &Phrases, blocks: &[Block]) -> usize {
    let has = |block: &&Block| {
        let text = block.text();
        phrases.may_be_in(text) && phrases.found(&words(text)).is_some()
    };
    blocks.iter().filter(has).count()
}

fn is_excerpt(document: &Document) -> bool {
    let length = |block: &Block| block.text().split_whitespace().count();
    document.blocks.len() <= BLOCKS && document.blocks.iter().map(length).sum::<usize>() <= WORDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklists::reading;
    use crate::document::open;

    fn is_of_police(text: &str) -> bool {
        let reader = Reader::kept(reading()).unwrap();
        Sound::new(&reader).is_of_police(&open("t.txt", text.as_bytes()).unwrap())
    }

    #[test]
    fn a_paper_that_names_nobody_is_told_by_its_words() {
        let filler =
            "This paper is looked at again each year by all who are asked to.\n\n".repeat(9);
        for police in [
            "All of the force was trained on modern slavery.",
            "Neighbourhood policing teams have guidance on modern slavery.",
            "A detective inspector leads on modern slavery. The council sends somebody to meetings.",
        ] {
            assert!(is_of_police(&format!("{filler}{police}")), "{police}");
        }
        for other in [
            "All of our staff were trained on modern slavery, and so were our enforcement officers.",
            "We have a policy against forced labour. Our chief financial officer is in charge of it.",
            "The government trained its police officers on trafficking.",
        ] {
            assert!(!is_of_police(&format!("{filler}{other}")), "{other}");
        }
    }

    #[test]
    fn other_bodies_words_outweigh_a_mention_of_the_force() {
        let own =
            "Our customers ask for it.\n\nThe company trains its staff.\n\nOur clients know.\n\n";
        assert!(!is_of_police(&format!("{own}The force of law is behind the work on slavery.")));
    }

    #[test]
    fn an_excerpt_needs_no_name_where_it_has_no_words_of_another() {
        assert!(is_of_police("All were trained on modern slavery."));
        assert!(!is_of_police("All staff of the company were trained on modern slavery."));
    }
}
