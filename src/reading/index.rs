//! Patterns by a number. Most numbers have none, and looking at one of those must touch little.

/// For each number, some ids.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Where the ids of each number begin; one more at the end.
    starts: Vec<u32>,
    ids: Vec<u32>,
}

impl Index {
    /// An index of pairs of a number and an id. They are counted first, so that a start allocates but twice.
    pub(super) fn of(pairs: &[(u32, u32)]) -> Self {
        let Some(last) = pairs.iter().map(|(number, _)| *number as usize).max() else {
            return Self::default();
        };
        // Counted two further on, so that what is filled in leaves behind where each begins.
        let mut starts = vec![0_u32; last + 3];
        for (number, _) in pairs {
            starts.get_mut(*number as usize + 2).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut ids = vec![0; pairs.len()];
        for (number, id) in pairs {
            if let Some(start) = starts.get_mut(*number as usize + 1) {
                ids.get_mut(*start as usize).into_iter().for_each(|place| *place = *id);
                *start += 1;
            }
        }
        starts.pop();
        Self { starts, ids }
    }

    /// The ids of a number.
    pub(super) fn at(&self, number: u32) -> &[u32] {
        let number = number as usize;
        let bound = |at: usize| self.starts.get(at).map(|at| *at as usize);
        let bounds = bound(number).zip(bound(number + 1));
        bounds.and_then(|(from, to)| self.ids.get(from..to)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_has_its_ids_in_order() {
        let index = Index::of(&[(3, 7), (0, 8), (3, 9)]);
        let all: Vec<&[u32]> = (0..5).map(|number| index.at(number)).collect();
        assert_eq!(all, [&[8][..], &[], &[], &[7, 9], &[]]);
        assert!(Index::of(&[]).at(0).is_empty());
    }
}
