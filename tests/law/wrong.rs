//! What was legally wrong, with its neighbours.

use msacheck::standing::{Derivation, Outcome, Strength};

use crate::holds::Holds::{Comes, Says};
use crate::holds::Part::{Binds, Cites, Follows, Notes, NotesNot, Title};
use crate::holds::{CONVICTION, PORT, Row, TERRITORIAL, TRANSPORT};

pub(crate) static ROWS: [Row; 7] = [
    Row {
        place: "yardsticks/stolen-freedom-practice, commissioner-2015: sf9-orders, iasc15-orders",
        holds: &[
            Comes(
                TRANSPORT,
                "2018-01-01",
                CONVICTION,
                "yardsticks/sf9-orders",
                Outcome::NotApplicable,
            ),
            Comes(
                TRANSPORT,
                "2018-01-01",
                CONVICTION,
                "yardsticks/iasc15-orders",
                Outcome::NotApplicable,
            ),
            Comes(
                TRANSPORT,
                "2018-01-01",
                CONVICTION,
                "yardsticks/sf9-orders-at-conviction",
                Outcome::Met,
            ),
            Comes(
                TRANSPORT,
                "2018-01-01",
                CONVICTION,
                "yardsticks/iasc15-orders-at-conviction",
                Outcome::Met,
            ),
            Comes(
                TRANSPORT,
                "2018-01-01",
                CONVICTION,
                "act-2015/s15-stpo-application",
                Outcome::NotApplicable,
            ),
            Comes(TERRITORIAL, "2018-01-01", CONVICTION, "yardsticks/sf9-orders", Outcome::NotMet),
            Comes(
                TERRITORIAL,
                "2018-01-01",
                CONVICTION,
                "yardsticks/iasc15-orders",
                Outcome::NotMet,
            ),
        ],
    },
    Row {
        place: "strategy-2014/prevent: prevent-offender-management",
        holds: &[
            Comes(
                TRANSPORT,
                "2018-01-01",
                CONVICTION,
                "strategy-2014/prevent-offender-management",
                Outcome::Met,
            ),
            Says(
                "strategy-2014/prevent-offender-management",
                "2018-01-01",
                &[Title("prevention or risk orders"), Notes("orders at conviction alone")],
            ),
        ],
    },
    Row {
        place: "act-2015/live-orders: s18-passports",
        holds: &[
            Says(
                "act-2015/s18-return",
                "2015-07-31",
                &[
                    Binds(Strength::Duty),
                    Notes("doesn't say by whom"),
                    Cites("18(5)–(6), 25(5)–(6)"),
                ],
            ),
            Says("act-2015/s18-passports", "2015-07-31", &[Binds(Strength::Expectation)]),
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", procedures = ["passports"], passports-returned = false }"#,
                "act-2015/s18-return",
                Outcome::NotMet,
            ),
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", procedures = ["passports"], passports-returned = false }"#,
                "act-2015/s18-passports",
                Outcome::Met,
            ),
        ],
    },
    Row {
        place: "act-2015/schedules, part-3-ships: sch2, s35-maritime",
        holds: &[
            Says(
                "act-2015/sch2-notice-and-evidence",
                "2016-08-08",
                &[Binds(Strength::Duty), Follows(Derivation::Express), Cites("2(7)–(8), para. 8")],
            ),
            Comes(
                PORT,
                "2016-08-08",
                r#"maritime = { state = "in place", written-notice = false, evidence-produced = true }"#,
                "act-2015/sch2-notice-and-evidence",
                Outcome::NotMet,
            ),
            Comes(
                PORT,
                "2016-08-08",
                r#"maritime = { state = "in place", written-notice = true, evidence-produced = false }"#,
                "act-2015/sch2-notice-and-evidence",
                Outcome::NotMet,
            ),
            Comes(
                TRANSPORT,
                "2016-08-08",
                r#"maritime = { state = "in place", written-notice = true, evidence-produced = true }"#,
                "act-2015/sch2-notice-and-evidence",
                Outcome::Met,
            ),
            Says("act-2015/s35-maritime", "2016-08-08", &[Notes("Schedule 2 para. 2(3)")]),
        ],
    },
    Row {
        place: "act-2015/orders: s20-s27-vary (the note)",
        holds: &[Says(
            "act-2015/s20-s27-vary",
            "2016-01-01",
            &[
                Notes(
                    "the consent of the defendant and of the chief officer of the area where the defendant lives, or of the chief officer who applies",
                ),
                Notes("It bars a discharge alone"),
                Notes("nothing but travel abroad are exempt"),
                NotesNot("can't end"),
                Cites("20(1)–(2), (6)–(7), 27(1)–(2), (6)"),
            ],
        )],
    },
    Row {
        place: "act-2015/orders, assets: s20-s27-vary, s15, s23, s12 (measures of our own)",
        holds: &[
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", procedures = ["variation", "early discharge"], procedures_complete = true, register = false }"#,
                "act-2015/s20-s27-vary",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", procedures = ["variation", "early discharge"], procedures_complete = true, register = false }"#,
                "act-2015/s20-s27-review",
                Outcome::NotMet,
            ),
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", uses = ["prevention orders on application"] }"#,
                "act-2015/s15-stpo-application",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", uses = ["risk orders"] }"#,
                "act-2015/s23-stro-application",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", uses = ["risk orders"] }"#,
                "act-2015/s15-s23-applicant",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"asset-recovery = { state = "in place", detention = true, detention-arranged = false }"#,
                "act-2015/s12-detention",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"asset-recovery = { state = "in place", detention = true, detention-arranged = false }"#,
                "act-2015/s12-storage",
                Outcome::NotMet,
            ),
            Says("act-2015/s20-s27-review", "2016-01-01", &[Follows(Derivation::Implied)]),
            Says("act-2015/s15-s23-applicant", "2016-01-01", &[Follows(Derivation::Implied)]),
            Says("act-2015/s12-storage", "2016-01-01", &[Follows(Derivation::Implied)]),
            // what a power takes binds no more than the power
            Says("act-2015/s12-storage", "2016-01-01", &[Binds(Strength::Power)]),
            // the neighbours: a marine plan, and an audit and a review that guidance doesn't ask
            Comes(
                PORT,
                "2017-01-01",
                r#"maritime = { state = "in place", powers-known = true, authority-route = true, arrest-code = true, plan = false }"#,
                "act-2015/s35-maritime",
                Outcome::Met,
            ),
            Says("act-2015/s35-plan", "2017-01-01", &[Follows(Derivation::Implied)]),
            Says("act-2015/s1-recording-audit", "2021-01-01", &[Follows(Derivation::Implied)]),
            Says("act-2015/s49-guidance-review", "2021-01-01", &[Follows(Derivation::Implied)]),
            Says("act-2015/s46-special-measures", "2021-01-01", &[Follows(Derivation::Implied)]),
            Says(
                "act-2015/s46-discussed-with-victim",
                "2021-01-01",
                &[Follows(Derivation::Guidance)],
            ),
            Says("yardsticks/sf9-orders", "2018-01-01", &[Follows(Derivation::Implied)]),
            Says("yardsticks/s49-safeguarding", "2021-01-01", &[Follows(Derivation::Implied)]),
        ],
    },
    Row {
        place: "act-2015/offences: s1-crime-recording (2020–)",
        holds: &[
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"crime-recording = { state = "in place", offences-recorded = true, each-victim = false, incident-first = true }"#,
                "act-2015/s1-crime-recording",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"crime-recording = { state = "in place", offences-recorded = true, referrals-recorded = true, each-victim = false, audited = true }"#,
                "act-2015/s1-crime-recording",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"crime-recording = { state = "in place", offences-recorded = true, referrals-recorded = true, each-victim = true }"#,
                "act-2015/s1-crime-recording",
                Outcome::Met,
            ),
            Says(
                "act-2015/s1-crime-recording",
                "2021-01-01",
                &[Title("once there is a positive first decision"), Cites("paras 11.18 and 12.7")],
            ),
        ],
    },
];
