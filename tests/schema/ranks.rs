//! A rank may be written in many ways: the schema takes all that the loader does.

use msacheck::report::SchemaKind;
use msacheck::standing::RankTable;
use proptest::prelude::*;

use crate::judge::Judge;

/// A name as somebody may write it: other case, other spaces, full stops.
fn written(name: String) -> impl Strategy<Value = String> {
    let styles = proptest::collection::vec((any::<bool>(), 0..3_usize), name.chars().count());
    styles.prop_map(move |styles| {
        let letters = name.chars().zip(styles);
        letters
            .map(|(c, (upper, more))| match (c, more) {
                (' ', 0) => "  ".to_owned(),
                (' ', 1) => ". ".to_owned(),
                (c, 2) if c != ' ' => format!("{c}."),
                (c, _) if upper => c.to_uppercase().to_string(),
                (c, _) => c.to_string(),
            })
            .collect()
    })
}

fn any_rank(ranks: &RankTable) -> impl Strategy<Value = String> {
    let owned = |words: &[String]| words.to_vec();
    let others = ranks.other_names().map(str::to_owned);
    let names: Vec<String> =
        owned(ranks.order()).into_iter().chain(owned(ranks.staff())).chain(others).collect();
    let mut before = owned(ranks.prefixes());
    before.push("senior".to_owned());
    let before = proptest::collection::vec(proptest::sample::select(before), 0..3);
    (before, proptest::sample::select(names), "( [a-z]{1,4}|[a-z]?)").prop_flat_map(
        |(before, name, after)| {
            let words = before.into_iter().chain([name]).collect::<Vec<_>>();
            written(format!("{}{after}", words.join(" ")))
        },
    )
}

#[test]
fn what_the_loader_takes_for_a_rank_the_schema_takes() {
    let judge = Judge::new(SchemaKind::Declaration);
    let ranks = judge.vocabulary.ranks().clone();
    let takes = |rank: &str| {
        let mut file = judge.base();
        let lead = toml::Table::from_iter([
            ("state".to_owned(), "planned".into()),
            ("rank".to_owned(), rank.into()),
        ]);
        file.insert("lead".to_owned(), toml::Value::Table(lead));
        judge.objections(&toml::to_string(&file).unwrap()).is_empty()
    };
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    runner
        .run(&any_rank(&ranks), |rank| {
            let taken = takes(&rank);
            prop_assert!(taken || ranks.parse(&rank).is_none(), "{rank:?} is refused");
            Ok(())
        })
        .unwrap();
    for rank in ["Det. Supt.", "T/ACC", "acting  D.I.", "PCSO", "police staff grade G"] {
        assert!(takes(rank) && ranks.parse(rank).is_some(), "{rank}");
    }
    for rank in ["wizard", "super intendent", "detective", "staffing", "inspector wizard"] {
        assert!(!takes(rank) && ranks.parse(rank).is_none(), "{rank}");
    }
}
