//! Messages one under another, as a reply keeps what it answers: which lines head them, and which of them are older than
//! another.

use std::ops::Range;

use super::dates::dates_in;
use super::statement::Statement;
use crate::document::{Block, Document, Kind};
use crate::rulebook::Writing;
use crate::standing::{Day, PartialDate};

const OLDER: &str = "an older message than the newest one says so";

/// A message's head names its sender and has at least so many fields more; it has no more blocks than the second.
const FIELDS: usize = 2;
const BLOCKS: usize = 8;
/// So many blocks before the first head are a message of its own, and no title.
const TITLE: usize = 2;

/// The messages of a document.
pub(super) struct Messages {
    /// The blocks that head each, and its day.
    heads: Vec<(Range<usize>, Option<Day>)>,
    /// The block that leads in what a reply keeps without such a head.
    led_in: Option<usize>,
    blocks: usize,
}

impl Messages {
    pub(super) fn of(document: &Document, writing: &Writing) -> Self {
        let blocks = &document.blocks;
        // What field a block begins with.
        let begins = |block: &Block| field(block.text().split_once(':')?.0, writing);
        let mut heads: Vec<(Range<usize>, Option<Day>)> = Vec::new();
        for (at, block) in blocks.iter().enumerate() {
            let inside = heads.last().is_some_and(|(head, _)| head.contains(&at));
            if inside || begins(block) != Some(Field::Sender) {
                continue;
            }
            let goes_on = |next: &&Block| begins(next).is_some();
            let more = blocks.iter().skip(at + 1).take(BLOCKS).take_while(goes_on).count();
            let head = at..at + 1 + more;
            let own = || blocks.get(head.clone()).into_iter().flatten().map(Block::text);
            if own().map(|text| fields(text, writing)).sum::<usize>() > FIELDS {
                let day = own().find_map(|text| Some(dates_in(text).first()?.date.latest()));
                heads.push((head, day));
            }
        }
        let led_in = blocks.iter().position(|block| leads_in(block, writing));
        // "From: The Trust", below a reply: nothing more of the head was kept.
        let alone = heads.is_empty().then(|| {
            let sent = |block: &Block| {
                let kind = matches!(block.kind, Kind::Paragraph | Kind::Heading(_));
                kind && begins(block) == Some(Field::Sender) && dates_in(block.text()).is_empty()
            };
            blocks.iter().enumerate().skip(TITLE + 1).find(|(_, own)| sent(own)).map(|(at, _)| at)
        });
        Self { heads, led_in: led_in.or(alone.flatten()), blocks: blocks.len() }
    }

    /// Whether a block is a line of a message's head.
    pub(super) fn is_head(&self, block: usize) -> bool {
        let next = self.heads.partition_point(|(head, _)| head.end <= block);
        self.heads.get(next).is_some_and(|(head, _)| head.contains(&block))
    }

    /// The blocks of each message that is older than another: by their days where all have one, else the newest is on top.
    pub(super) fn older(&self) -> Vec<Range<usize>> {
        let ends = self.heads.iter().skip(1).map(|(head, _)| head.start).chain([self.blocks]);
        let bodies = self.heads.iter().zip(ends).map(|((head, _), end)| head.end..end);
        let replied = self.heads.first().is_some_and(|(head, _)| head.start > TITLE);
        let newest = self.heads.iter().map(|(_, day)| *day).max().flatten();
        let dated = self.heads.iter().all(|(_, day)| day.is_some());
        let first = self.heads.first().and_then(|(_, day)| *day);
        let by_day = dated && !replied && first != newest;
        let older = |(at, (_, day)): (usize, &(Range<usize>, Option<Day>))| match by_day {
            true => *day < newest,
            false => replied || at > 0,
        };
        let older = self.heads.iter().enumerate().map(older);
        let led_in = self.led_in.map(|at| at + 1..self.blocks);
        let older = bodies.zip(older).filter(|(_, older)| *older).map(|(body, _)| body);
        older.chain(led_in).collect()
    }
}

/// Hands to a person what an older message says: a newer one may say otherwise.
pub(super) fn hand_over_older(statements: &mut [Statement], messages: &Messages) {
    for body in messages.older() {
        let own = statements.iter_mut().filter(|own| body.contains(&own.block));
        own.for_each(|own| own.hand_over(OLDER));
    }
}

/// A field of a message's head.
#[derive(PartialEq, Eq)]
enum Field {
    Sender,
    Other,
}

/// Whether a block leads in the message that a reply answers: "On 3 May 2024 A wrote:".
fn leads_in(block: &Block, writing: &Writing) -> bool {
    let text = block.text().trim_end();
    let Some(said) = text.strip_suffix(':') else { return false };
    let last = said.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let dated = || {
        dates_in(said).iter().any(|own| matches!(own.date, PartialDate::Day(_)))
            || said.contains('@')
    };
    !matches!(block.kind, Kind::Cell(_))
        && writing.mail_says.contains(&last.to_lowercase())
        && dated()
}

/// Which field a word names.
fn field(word: &str, writing: &Writing) -> Option<Field> {
    let word = word.to_lowercase();
    let other = || writing.mail_fields.contains(&word).then_some(Field::Other);
    writing.mail_senders.contains(&word).then_some(Field::Sender).or_else(other)
}

/// How many fields a text names, each by the word before a colon.
fn fields(text: &str, writing: &Writing) -> usize {
    let parts = text.split(':').rev().skip(1);
    let words = parts.filter_map(|part| part.rsplit(|c: char| !c.is_alphanumeric()).next());
    words.filter(|word| field(word, writing).is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::open;

    fn older(text: &str) -> Vec<(usize, usize)> {
        let words = |own: &[&str]| own.iter().map(|word| (*word).to_owned()).collect();
        let writing = Writing {
            mail_senders: words(&["from"]),
            mail_fields: words(&["sent", "to", "subject"]),
            mail_says: words(&["wrote"]),
            ..Writing::default()
        };
        let messages = Messages::of(&open("mail.txt", text.as_bytes()).unwrap(), &writing);
        messages.older().into_iter().map(|body| (body.start, body.end)).collect()
    }

    const OLD: &str = "From: A\nSent: 4 June 2022\nTo: B\n\nOld words.\n\n";
    const NEW: &str = "From: B\nSent: 5 June 2024\nTo: A\n\nNew words.\n\n";

    #[test]
    fn the_newest_message_is_told_by_its_day_and_else_by_its_place() {
        assert_eq!(older(NEW), []);
        assert_eq!(older(&format!("{NEW}{OLD}")), [(7, 8)]);
        assert_eq!(older(&format!("{OLD}{NEW}")), [(3, 4)]);
        let undated = OLD.replace("4 June 2022", "then");
        assert_eq!(older(&format!("{undated}{NEW}")), [(7, 8)]);
        let reply = "Thank you.\n\nIt was closed.\n\nRegards\n\n";
        assert_eq!(older(&format!("{reply}{NEW}")), [(6, 7)]);
    }

    #[test]
    fn what_a_reply_keeps_is_older_though_its_head_is_a_line() {
        let reply = "The force has none.\n\nRegards\n\nThe desk\n\n";
        for line in ["On 3 May 2024 a researcher wrote:", "From: The Trust"] {
            assert_eq!(older(&format!("{reply}{line}\n\nYou have one.\n")), [(4, 5)], "{line}");
        }
        for line in ["In 2019 the commissioner wrote:", "From: 3 May 2024", "On 3 May 2024:"] {
            assert_eq!(older(&format!("{reply}{line}\n\nYou have one.\n")), [], "{line}");
        }
    }

    #[test]
    fn what_only_begins_like_a_head_is_none() {
        assert_eq!(older("From: A\n\nWords.\n\nFrom: B\n\nMore words."), []);
    }
}
