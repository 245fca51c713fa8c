//! What had aged by November 2026.

use msacheck::standing::Outcome;

use crate::holds::Holds::{Aged, Comes, InstrumentNotes, Reason, Says};
use crate::holds::Part::{Cites, From, Notes};
use crate::holds::{Row, TERRITORIAL};

pub(crate) static ROWS: [Row; 8] = [
    Row {
        place: "4 later editions of the statutory guidance",
        holds: &[
            Reason("yardsticks/s49-guidance-2024-02", "text not seen", "-"),
            Reason("yardsticks/s49-guidance-2024-10", "text not seen", "-"),
            Says(
                "act-2015/s49-guidance",
                "2026-11-01",
                &[From("2024-10-08"), Cites("version 3.11 (8 October 2024)")],
            ),
        ],
    },
    Row {
        place: "4 the new Authorised Professional Practice",
        holds: &[
            Comes(
                TERRITORIAL,
                "2026-11-27",
                r#"case-supervision = { state = "in place", accredited = true }"#,
                "yardsticks/app-accredited",
                Outcome::NotInForce,
            ),
            Comes(
                TERRITORIAL,
                "2026-11-28",
                r#"case-supervision = { state = "in place", accredited = false }"#,
                "yardsticks/app-accredited",
                Outcome::NotMet,
            ),
            Comes(
                TERRITORIAL,
                "2026-11-28",
                r#"case-supervision = { state = "in place", strategy-agreed = true }"#,
                "yardsticks/app-supervision",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2026-11-28",
                r#"victim-support = { state = "in place", single-contact = false }"#,
                "yardsticks/app-victim",
                Outcome::NotMet,
            ),
            Reason("yardsticks/app-2025.responders", "text not seen", "-"),
            Reason("yardsticks/app-2025.senior-leaders", "text not seen", "-"),
        ],
    },
    Row {
        place: "4 pursue-national-group, pursue-action-plan",
        holds: &[
            Says("strategy-2014/pursue-national-group", "2026-11-01", &[Notes("question 120868")]),
            Says("strategy-2014/pursue-action-plan", "2026-11-01", &[Notes("question 120868")]),
        ],
    },
    Row {
        place: "4 PEEL 2025–27", holds: &[Reason("yardsticks/peel-2025", "text not seen", "-")]
    },
    Row {
        place: "4 guardians",
        holds: &[Says("act-2015/s48-advocate-regard", "2026-11-01", &[Notes("from 6 July 2026")])],
    },
    Row {
        place: "4 the Illegal Migration Act, the Nationality and Borders Act",
        holds: &[
            InstrumentNotes("act-2015", "Illegal Migration Act 2023"),
            InstrumentNotes("act-2015", "Nationality and Borders Act 2022 section 58"),
        ],
    },
    Row {
        place: "4 the Crime and Policing Act 2026",
        holds: &[
            Reason("crime-and-policing-2026/part4.ch1", "Text not seen", "asks nothing"),
            Reason("crime-and-policing-2026/part4.ch2", "Text not seen", "asks nothing"),
            Reason("crime-and-policing-2026/amendments", "Text not seen", "asks nothing"),
        ],
    },
    Row {
        place: "4 until when each text was read",
        holds: &[
            Aged("act-2015", "2026-04-08", "Modern Slavery Act 2015"),
            Aged("act-2015", "2020-03-25", "Statutory guidance under section 49 (version 1.00)"),
            Aged("act-2015", "2015-11-02", "Duty to Notify Regulations (SI 2015/1743)"),
            Aged("yardsticks", "2020-03-25", "Statutory guidance under section 49 (version 1.00)"),
            Aged("crime-and-policing-2026", "2026-04-30", "Crime and Policing Act 2026"),
        ],
    },
];
