//! Whether a paper is somebody else's: whose name its title has.

use super::actor::{Actor, ForceName, Who};
use super::owner::led_in;
use super::reader::Reader;
use super::sentence::Sentence;
use super::tokens::Shape;
use super::voice::Speaker;
use crate::document::{Block, Kind};

/// How many of the first blocks may hold a letterhead or a title.
pub(super) const TOP: usize = 6;
/// The longest title, in words.
pub(super) const TITLE: usize = 16;
/// The longest that names a body and little else, and the longest that begins with a letterhead.
const SHORT: usize = 14;
const LONGEST: usize = 24;
/// So few sentences needn't name who speaks.
pub(super) const FEW: usize = 3;

/// Whether a paper that is read for a force is another body's: that one is named in its title, and the force
/// neither there nor as "the force".
pub(super) fn is_anothers(
    speaker: &Speaker,
    blocks: &[Block],
    sentences: &[Sentence],
    reader: &Reader,
) -> bool {
    let Speaker::Force(name) = speaker else { return false };
    let own = |who: &Who| *who == Who::Own || *who == Who::Force(name.clone());
    // Who is thanked, or has paid for something, isn't thereby whose paper it is.
    let titles = |sentence: &&Sentence| {
        let heading =
            matches!(blocks.get(sentence.block).map(|block| &block.kind), Some(Kind::Heading(_)));
        let all = 0..sentence.len();
        let says = sentence.has(reader.classes.finite, &all);
        // Further down only a line that is hardly more than the name.
        let alone = |actor: &Actor| actor.span.len() * 2 >= sentence.len();
        let named = |actor: &Actor| {
            own(&actor.who)
                && !(says && led_in(sentence, actor.span.start, reader))
                && (heading || sentence.block <= 2 || alone(actor))
        };
        sentence.block < TOP
            && (heading || sentence.len() <= TITLE)
            && !sentence.has(reader.classes.thanks, &all)
            && sentence.actors.iter().any(named)
    };
    // At the edges of its pages stands whose it is.
    let edges = |block: &Block| {
        matches!(block.kind, Kind::Furniture)
            && match name {
                ForceName::Known(at) => reader
                    .forces
                    .get(*at)
                    .is_some_and(|force| block.text().contains(force.name.as_str())),
                ForceName::Unknown(bare) => block.text().to_lowercase().starts_with(bare.as_str()),
            }
    };
    !sentences.iter().any(|sentence| titles(&sentence))
        && !blocks.iter().any(edges)
        && !sentences
            .iter()
            .flat_map(|sentence| &sentence.actors)
            .any(|actor| actor.who == Who::Own)
        && titled_by_another(sentences, reader)
}

/// Whether a paper that is read for a force has another force's name at its head, and that one's nowhere.
pub(super) fn is_another_forces(
    speaker: &Speaker,
    blocks: &[Block],
    sentences: &[Sentence],
) -> bool {
    let Speaker::Force(name) = speaker else { return false };
    let mut actors = sentences.iter().flat_map(|sentence| &sentence.actors);
    let named = actors.any(|actor| actor.who == Who::Force(name.clone()));
    // A running head may stand before the title.
    let mut body = (0..blocks.len())
        .filter(|at| blocks.get(*at).is_some_and(|own| !matches!(own.kind, Kind::Furniture)));
    let top = body.nth(1).unwrap_or(0);
    let heads = |sentence: &&Sentence| sentence.block <= top && sentence.len() <= TITLE;
    // "Fen" is all that is seen of "Wolds and Fen", where no table knows it.
    let part = |other: &ForceName| match (name, other) {
        (ForceName::Unknown(whole), ForceName::Unknown(part)) => whole.ends_with(part.as_str()),
        _ => false,
    };
    // Of "Kent & Medway Police & Crime Panel" no table knows "Medway": beside a force that one knows it is none, unless it
    // stands alone.
    let others = |sentence: &Sentence, actor: &Actor| {
        let Who::Force(other) = &actor.who else { return false };
        let alone = actor.span.len() == sentence.len();
        let of_a_kind =
            matches!(other, ForceName::Known(_)) || matches!(name, ForceName::Unknown(_)) || alone;
        other != name && of_a_kind && !part(other)
    };
    let mut head = sentences.iter().filter(heads);
    let area = |sentence: &Sentence| {
        (0..sentence.actors.len())
            .any(|at| area_of_commissioner(sentence, at).as_ref() == Some(name))
    };
    !named
        && head.any(|own| own.actors.iter().any(|actor| others(own, actor)))
        && !sentences.iter().any(area)
}

/// Whether the first sentence names another body and little else, and no sentence after it "the force".
pub(super) fn titled_by_another(sentences: &[Sentence], reader: &Reader) -> bool {
    let force =
        sentences.iter().flat_map(|sentence| &sentence.actors).any(|actor| actor.who == Who::Own);
    let title = sentences.first().filter(|sentence| sentence.len() <= LONGEST);
    let names = |title: &Sentence| {
        let within = named_of(title, reader);
        let named = within.iter().filter(|token| **token).count();
        // A letterhead, and what it heads in the same breath.
        let begins =
            within.first() == Some(&true) && !title.has(reader.classes.finite, &(0..title.len()));
        begins || title.len() <= SHORT && named * 3 >= title.len()
    };
    !force && sentences.len() > FEW && title.is_some_and(names)
}

/// Which tokens of a title name other bodies: "Annual report of Hopewell Trust".
fn named_of(title: &Sentence, reader: &Reader) -> Vec<bool> {
    let capital =
        |at: usize| title.tokens.get(at).is_some_and(|token| token.shape == Shape::Capital);
    let actors = title.actors.iter().filter(|actor| actor.who == Who::Other);
    let known = actors.map(|actor| (actor.span.clone(), true));
    let bodies = title.all(reader.classes.body).into_iter().map(|body| (body, false));
    let mut within = vec![false; title.len()];
    for (span, known) in known.chain(bodies) {
        let before = (0..span.start).rev().take_while(|at| capital(*at)).count();
        let of = title.is(reader.classes.of, span.end) && capital(span.end + 1);
        // A partnership against slavery may be the force's own.
        let joint = title.has(reader.classes.slavery, &(span.start - before..span.end));
        let name = if joint { 0 } else { before };
        if known || !joint && (before > 0 || of) {
            let own = within.iter_mut().take(span.end).skip(span.start - name);
            own.for_each(|token| *token = true);
        }
    }
    within
}

/// The force whose commissioner is named: "Surrey PCC", "PCC for Surrey".
pub(super) fn area_of_commissioner(sentence: &Sentence, at: usize) -> Option<ForceName> {
    let actor = sentence.actors.get(at)?;
    let near = [
        actor.span.start.checked_sub(1),
        Some(actor.span.end + 1),
        Some(actor.span.end),
        actor.span.start.checked_sub(2),
    ];
    near.into_iter().flatten().find_map(|at| sentence.area(at)).map(ForceName::Known)
}
