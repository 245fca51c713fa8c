//! What is told of an explanation: the nodes that say why, what is silent, and the ways to close a gap.

use super::Finding;
use super::because::{Because, Join};
use crate::rulebook::ArrangementId;
use crate::standing::{Outcome, State};

/// Something that decides and isn't stated: an arrangement, or details of a stated one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence<'a> {
    /// The arrangement.
    pub arrangement: &'a ArrangementId,
    /// The nodes that aren't stated: its state, or conditions on it.
    pub nodes: Vec<&'a Because>,
}

impl Finding {
    /// Why it came out as it did, from its explanation: all that decides, and of an "any" that falls
    /// short also what else is declared.
    #[must_use]
    pub fn reasons(&self) -> Vec<&Because> {
        let mut reasons = Vec::new();
        for node in self.because.iter().filter(|node| node.decides) {
            gather(node, &mut reasons);
        }
        reasons
    }

    /// What decides and isn't stated. Of an arrangement that isn't stated at all, no detail is named.
    #[must_use]
    pub fn silences(&self) -> Vec<Silence<'_>> {
        if self.outcome != Outcome::NotEvidenced {
            return Vec::new();
        }
        let leaves: Vec<&Because> =
            self.because.iter().flat_map(Because::deciding_leaves).collect();
        let is_whole = |leaf: &Because| leaf.join() == Join::State;
        let whole: Vec<&ArrangementId> = leaves
            .iter()
            .filter(|leaf| is_whole(leaf))
            .filter_map(|leaf| leaf.arrangement())
            .collect();
        let mut silences: Vec<Silence<'_>> = Vec::new();
        for leaf in leaves {
            let Some(arrangement) = leaf.arrangement() else { continue };
            if !is_whole(leaf) && whole.contains(&arrangement) {
                continue;
            }
            match silences.iter_mut().find(|known| known.arrangement == arrangement) {
                Some(known) => known.nodes.push(leaf),
                None => silences.push(Silence { arrangement, nodes: vec![leaf] }),
            }
        }
        silences
    }

    /// Where one of several ways is enough: the ways. Those are the branches of every "any" and "at least"
    /// that decides and falls short: all of them, since raising another one closes the gap as well.
    #[must_use]
    pub fn ways(&self) -> Vec<&Because> {
        let nodes = self.because.iter().flat_map(Because::nodes);
        nodes
            .filter(|node| node.decides && matches!(node.join(), Join::Any | Join::AtLeast))
            .filter(|node| node.value != State::InPlace)
            .flat_map(Because::children)
            .collect()
    }
}

fn gather<'a>(node: &'a Because, reasons: &mut Vec<&'a Because>) {
    match node.join() {
        Join::State | Join::Where | Join::Ideally => reasons.push(node),
        Join::Ask => gather_one(node, reasons),
        Join::All => deciding(node).for_each(|child| gather(child, reasons)),
        Join::Any | Join::AtLeast if node.value == State::InPlace => {
            deciding(node).for_each(|child| gather(child, reasons));
        }
        Join::Any | Join::AtLeast => {
            let told = |child: &&Because| child.decides || child.value != State::NotStated;
            node.children().iter().filter(told).for_each(|child| gather(child, reasons));
        }
    }
}

/// Of one arrangement: what holds it back, and what it has where only a detail is missing.
fn gather_one<'a>(node: &'a Because, reasons: &mut Vec<&'a Because>) {
    let holds_back = |child: &&Because| child.value == node.value;
    let Some(state) = node.children().first() else { return };
    if state.value == State::NotStated && node.value == State::NotStated {
        // Of what isn't stated at all, no detail is worth a word.
        reasons.push(state);
        return;
    }
    let only_graded = node.value == State::Partial && state.value == State::InPlace;
    // A plan or a refusal is worth a word even where it is a silent detail that decides.
    let hidden = node.value == State::NotStated && state.value < State::Partial;
    if only_graded || hidden {
        reasons.push(state);
    }
    reasons.extend(node.children().iter().filter(holds_back));
}

fn deciding(node: &Because) -> impl Iterator<Item = &Because> {
    node.children().iter().filter(|child| child.decides)
}
