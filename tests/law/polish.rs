//! What wanted polishing.

use msacheck::standing::Outcome;

use crate::holds::Holds::{Citation, Comes, Reason, Says};
use crate::holds::Part::{Cites, CitesNot, Notes, NotesNot, Title};
use crate::holds::{NATIONAL, Row};

pub(crate) static ROWS: [Row; 6] = [
    Row {
        place: "act-2015/orders: s14",
        holds: &[Says(
            "act-2015/s14-stpo-at-conviction",
            "2016-01-01",
            &[
                NotesNot("of its own motion"),
                Notes("doesn't say who asks"),
                Notes("insanity"),
                Title("a finding in its place"),
            ],
        )],
    },
    Row {
        place: "act-2015: s46; s30; s54; s21",
        holds: &[
            Says(
                "act-2015/s46-special-measures",
                "2016-01-01",
                &[Notes("wholly or partly before"), Cites("SI 2015/1476, reg. 3(b)")],
            ),
            Says("act-2015/s30-breach", "2016-01-01", &[Notes("since 17 December 2016")]),
            Says("act-2015/s54-statement", "2016-01-01", &[Cites("(6)(a), (7)")]),
            Says(
                "act-2015/s21-s28-interim",
                "2016-01-01",
                &[Cites("21(2)–(3), (6)–(8), 28(2)–(3), (6)–(8)")],
            ),
        ],
    },
    Row {
        // The finding counts (1A) and (A1). `subsections` is the number of the last one, which is what a
        // citation may not go beyond: that is said now, and 4 and 3 stay.
        place: "act-2015/part-5, part-7: s49, s56",
        holds: &[
            Citation("s. 49(4)", true),
            Citation("s. 49(1A)", true),
            Citation("s. 49(5)", false),
            Citation("s. 56(3)", true),
            Citation("s. 56(4)", false),
        ],
    },
    Row {
        place: "act-2015/part-5: s53",
        holds: &[Reason(
            "act-2015/s53",
            "functions under the Immigration Acts",
            "no act of the police",
        )],
    },
    Row {
        place: "act-2015/part-3, assets: s35, s12",
        holds: &[
            Says(
                "act-2015/s35-maritime",
                "2017-01-01",
                &[NotesNot("every force"), Notes("closed list")],
            ),
            Comes(
                NATIONAL,
                "2017-01-01",
                r#"asset-recovery = { state = "in place", detention = true }"#,
                "act-2015/s12-detention",
                Outcome::Met,
            ),
            Comes(
                NATIONAL,
                "2017-01-01",
                r#"maritime = { state = "in place", powers-known = true }"#,
                "act-2015/s35-maritime",
                Outcome::NotApplicable,
            ),
        ],
    },
    Row {
        place: "act-2015/children: s48",
        holds: &[
            Says(
                "act-2015/s48-advocate-regard",
                "2024-05-14",
                &[Cites(
                    "interim guidance for independent child trafficking guardians, as updated on 14 May 2024",
                )],
            ),
            Says("act-2015/s48-advocate-regard", "2024-05-13", &[CitesNot("2024")]),
        ],
    },
];
