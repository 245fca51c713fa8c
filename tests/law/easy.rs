//! What was met too easily.

use msacheck::standing::Outcome;

use crate::holds::Holds::Comes;
use crate::holds::{Row, TERRITORIAL};

pub(crate) static ROWS: [Row; 4] = [
    Row {
        place: "3 too easy: s49-guidance",
        holds: &[
            Comes(
                TERRITORIAL,
                "2026-11-01",
                r#"guidance = { state = "in place", follows = ["statutory guidance"], edition = "March 2020" }"#,
                "act-2015/s49-guidance",
                Outcome::NotMet,
            ),
            Comes(
                TERRITORIAL,
                "2026-11-01",
                r#"guidance = { state = "in place", follows = ["statutory guidance"], edition = "February 2024" }"#,
                "act-2015/s49-guidance",
                Outcome::PartlyMet,
            ),
            Comes(
                TERRITORIAL,
                "2026-11-01",
                r#"guidance = { state = "in place", follows = ["statutory guidance"], edition = "October 2024" }"#,
                "act-2015/s49-guidance",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2026-11-01",
                r#"guidance = { state = "in place", follows = ["statutory guidance"] }"#,
                "act-2015/s49-guidance",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2020-05-01",
                r#"guidance = { state = "in place", follows = ["statutory guidance"] }"#,
                "act-2015/s49-guidance",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2021-06-30",
                r#"guidance = { state = "in place", follows = ["statutory guidance"], edition = "March 2020" }"#,
                "act-2015/s49-guidance",
                Outcome::NotMet,
            ),
        ],
    },
    Row {
        place: "3 too easy: s1-investigation, pursue-investigate, sf2-capacity, iasc19-skills",
        holds: &[
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"investigative-capacity = { state = "in place", dedicated = true, trained = false }"#,
                "act-2015/s1-investigation",
                Outcome::PartlyMet,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"investigative-capacity = { state = "in place", dedicated = true, trained = false }"#,
                "strategy-2014/pursue-investigate",
                Outcome::PartlyMet,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"investigative-capacity = { state = "in place", dedicated = true, trained = true }"#,
                "strategy-2014/pursue-investigate",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2013-01-01",
                r#"investigative-capacity = { state = "in place", dedicated = true, trained = false }"#,
                "strategy-2011/coordination-capacity",
                Outcome::PartlyMet,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"investigative-capacity = { state = "in place", dedicated = true, trained = false }"#,
                "yardsticks/sf2-capacity",
                // of general teams nothing is said
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"investigative-capacity = { state = "in place", dedicated = true, trained = false }"#,
                "yardsticks/iasc19-skills",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2021-06-01",
                r#"investigative-capacity = { state = "in place", dedicated = true, trained = false }"#,
                "yardsticks/sc-specialist-knowledge",
                Outcome::NotEvidenced,
            ),
        ],
    },
    Row {
        place: "3 too easy: prevent-offender-management",
        holds: &[
            Comes(
                TERRITORIAL,
                "2018-01-01",
                r#"prevention-orders = { state = "in place", uses = ["interim orders"], uses_complete = true, register = true }"#,
                "strategy-2014/prevent-offender-management",
                Outcome::NotMet,
            ),
            Comes(
                TERRITORIAL,
                "2018-01-01",
                r#"prevention-orders = { state = "in place", uses = ["risk orders"], register = true }"#,
                "strategy-2014/prevent-offender-management",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2018-01-01",
                r#"prevention-orders = { state = "in place", uses = ["risk orders"] }"#,
                "strategy-2014/prevent-offender-management",
                Outcome::PartlyMet,
            ),
        ],
    },
    Row {
        place: "3 too easy: s49-child-victims",
        holds: &[
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"guidance = { state = "in place", topics = ["child victims"] }"#,
                "yardsticks/s49-child-victims",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"child-victims = { state = "in place", police-protection = false }"#,
                "yardsticks/s49-child-victims",
                Outcome::NotMet,
            ),
        ],
    },
];
