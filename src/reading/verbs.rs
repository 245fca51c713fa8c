//! Which words of a sentence are finite verbs: those that make a clause of it.

use super::reader::Reader;
use super::sentence::Sentence;
use super::tokens::Shape;
use super::words::WordCache;
use crate::rulebook::VerbForm;

/// How far before its verb a subject in the plural may stand: "arrangements against modern slavery operate".
const FAR: usize = 5;

/// For each token, whether it is a finite verb; and whether it may be the base form of one. A form that may be a noun as well, or a participle, is one where a
/// subject stands before it.
pub(super) fn verbs(
    sentence: &Sentence,
    reader: &Reader,
    known: &WordCache,
) -> (Vec<bool>, Vec<bool>) {
    let mut finite = vec![false; sentence.len()];
    let base = sentence.words.iter().map(|word| known.verb(*word).is(VerbForm::BASE)).collect();
    for at in 0..sentence.len() {
        let form = sentence.words.get(at).map_or(VerbForm::default(), |word| known.verb(*word));
        let found = !form.is_none() && is_finite(sentence, reader, form, at, &finite);
        if let Some(own) = finite.get_mut(at) {
            *own = found;
        }
    }
    (finite, base)
}

fn is_finite(
    sentence: &Sentence,
    reader: &Reader,
    form: VerbForm,
    at: usize,
    finite: &[bool],
) -> bool {
    let classes = &reader.classes;
    if form.is(VerbForm::AUXILIARY) {
        return true;
    }
    // "Plans", "Trained officers": at the start there is no subject yet. Within, a capital makes a name.
    let named = sentence.tokens.get(at).is_some_and(|token| token.shape == Shape::Capital);
    // "They now work": what stands between subject and verb is passed over.
    let subject = (0..at).rev().find(|at| !sentence.is(classes.adverb, *at));
    let Some(before) = subject.filter(|_| !named) else { return false };
    let is = |class| sentence.is(class, before);
    let sign = sentence.tokens.get(before).is_some_and(|token| token.shape == Shape::Sign);
    let pronoun = sentence.is(classes.we, before) || is(classes.pronoun);
    let relative = is(classes.relative);
    let owns = sentence.tokens.get(before).is_some_and(|token| token.owns);
    let leads_noun = (is(classes.definite) || is(classes.article) || is(classes.of) || owns)
        && !relative
        && !(pronoun && !is(classes.definite));
    if leads_noun || (is(classes.preposition) && !relative) {
        return false;
    }
    let after_verb = finite.get(before).copied().unwrap_or(false);
    if form.is(VerbForm::PAST) || form.is(VerbForm::THIRD) {
        // After "has" it is a participle, which that makes finite already.
        if after_verb {
            return false;
        }
        if pronoun || relative {
            return true;
        }
        let first = finite.iter().all(|verb| !verb);
        return match () {
            // "… trains officers and visits schools": the verb of before goes on.
            () if is(classes.and) => !first,
            // "Screening, with referral, starts in June"; but "Paladin, formed in 2007, …".
            () if sign => first && form.is(VerbForm::THIRD),
            () => true,
        };
    }
    // A base form is finite only after a subject of its own: "we train", "officers train", "police work".
    let first = finite.iter().all(|verb| !verb);
    pronoun && !after_verb
        || relative
        || plural(sentence, before)
        || first && (before.saturating_sub(FAR)..before).any(|at| plural(sentence, at))
}

/// Whether a word is the plural of a noun, as far as its position and its ending show.
fn plural(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.get(at).is_some_and(|token| token.shape != Shape::Sign && token.plural)
}
