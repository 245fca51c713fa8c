//! What misled.

use msacheck::standing::{Derivation, Outcome, Warrant};

use crate::holds::Holds::{Comes, NothingImpliedIsSeen, Says};
use crate::holds::Part::{
    Cites, CitesNot, Follows, From, NoTitle, NotOpen, Notes, NotesNot, Title, Warranted,
};
use crate::holds::{Row, TERRITORIAL};

pub(crate) static ROWS: [Row; 14] = [
    Row {
        place: "act-2015/schedules: sch5",
        // The rest of the row: anonymity is asked for by now, and the other paragraphs stand in the file.
        holds: &[Says(
            "act-2015/sch5-anonymity",
            "2016-01-01",
            &[Cites("Sch. 5 para. 4"), Notes("binds every publisher")],
        )],
    },
    Row {
        place: "act-2015/notification: s52-notify",
        holds: &[
            Says(
                "act-2015/s52-notify",
                "2016-01-01",
                &[
                    Title("A procedure has every case notified"),
                    Notes("5.40 and 5.41"),
                    Notes("before 1 November 2015"),
                ],
            ),
            // the neighbours, which test a procedure too
            Says("act-2015/s52-adult-anonymity", "2016-01-01", &[Title("The procedure keeps out")]),
            Says(
                "yardsticks/sf6-nrm-and-duty",
                "2018-01-01",
                &[Title("a procedure has every case notified")],
            ),
        ],
    },
    Row {
        place: "act-2015/notification: s52-content",
        holds: &[Says(
            "act-2015/s52-content",
            "2016-01-01",
            &[Title("so far as the force holds them")],
        )],
    },
    Row {
        place: "act-2015/children: s51-age-presumption (instructions)",
        holds: &[
            Says(
                "act-2015/s51-age-presumption",
                "2021-01-01",
                &[Notes("instructions say so is how we see"), Cites("para. 9.9")],
            ),
            Says(
                "act-2015/s51-age-presumption",
                "2023-01-30",
                &[Notes("instructions say so is how we see"), Notes("para. 9.9")],
            ),
        ],
    },
    Row {
        place: "act-2015/children, victims: s51-age-presumption (first two versions), s49-guidance",
        holds: &[
            Says(
                "act-2015/s51-age-presumption",
                "2016-01-01",
                &[
                    Notes("It isn't known whether something older was"),
                    Notes("“interim statutory guidance”"),
                    NotesNot("first such guidance"),
                ],
            ),
            Says(
                "act-2015/s51-age-presumption",
                "2021-01-01",
                &[
                    Notes("whether the duty began earlier isn't known"),
                    NotesNot("the first such guidance"),
                ],
            ),
            Says(
                "act-2015/s49-guidance",
                "2021-01-01",
                &[Notes("the earliest guidance seen"), NotesNot("the first guidance under it")],
            ),
        ],
    },
    Row {
        place: "act-2015/part-4-commissioner: s43-cooperate",
        holds: &[Says(
            "act-2015/s43-cooperate",
            "2016-01-01",
            &[
                Title("requests its cooperation, the force complies"),
                Notes("“in any way”"),
                Notes("arises on request alone"),
            ],
        )],
    },
    Row {
        place: "act-2015/live-orders: s33-guidance",
        holds: &[
            Comes(
                TERRITORIAL,
                "2017-04-29",
                r#"prevention-orders = { state = "in place", follows-statutory-guidance = true }"#,
                "act-2015/s33-guidance",
                Outcome::NotInForce,
            ),
            Says("act-2015/s33-guidance", "2017-04-30", &[From("2017-04-30"), Cites("April 2017")]),
        ],
    },
    Row {
        place: "act-2015 (all): 26 implied rows",
        holds: &[
            NothingImpliedIsSeen,
            Says(
                "act-2015/s7-asset-recovery",
                "2016-01-01",
                &[Warranted(Warrant::Inferred), Notes("the outset")],
            ),
            Says("act-2015/s15-stpo-application", "2016-01-01", &[Warranted(Warrant::Seen)]),
            Says(
                "strategy-2011/border-intelligence",
                "2012-01-01",
                &[Warranted(Warrant::Inferred)],
            ),
        ],
    },
    Row {
        place: "strategy-2014/pursue-offences: pursue-finance",
        holds: &[Says(
            "strategy-2014/pursue-finance",
            "2016-01-01",
            &[Follows(Derivation::Implied), NoTitle("in each case"), Notes("“in the right cases”")],
        )],
    },
    Row {
        place: "strategy-2014/prepare: prepare-identify",
        holds: &[Says(
            "strategy-2014/prepare-identify",
            "2016-01-01",
            &[Cites("23 February 2010 (police as first responders)"), Warranted(Warrant::Inferred)],
        )],
    },
    Row {
        place: "strategy-2011: coordination-lead, -tasking, -capacity, -organised-crime, -training, -guidance",
        holds: &[
            Says("strategy-2011/coordination-lead", "2013-01-01", &[CitesNot("ch. 6")]),
            Says("strategy-2011/coordination-tasking", "2013-01-01", &[CitesNot("ch. 6")]),
            Says(
                "strategy-2011/coordination-capacity",
                "2013-01-01",
                &[CitesNot("Strategy (2011)")],
            ),
            Says("strategy-2011/coordination-organised-crime", "2013-01-01", &[CitesNot("ch. 6")]),
            Says(
                "strategy-2011/coordination-training",
                "2013-01-01",
                &[CitesNot("Strategy (2011)")],
            ),
            Says(
                "strategy-2011/coordination-guidance",
                "2013-01-01",
                &[CitesNot("Strategy (2011)")],
            ),
        ],
    },
    Row {
        place: "strategy-2011/coordination: coordination-spoc",
        holds: &[Says(
            "strategy-2011/coordination-spoc",
            "2013-01-01",
            &[Warranted(Warrant::Recalled), Follows(Derivation::Implied)],
        )],
    },
    Row {
        place: "yardsticks/stolen-freedom-organisation: sf2-*, sf4",
        holds: &[
            Comes(TERRITORIAL, "2018-10-30", "", "yardsticks/sf2-priority", Outcome::NotInForce),
            Comes(TERRITORIAL, "2018-10-30", "", "yardsticks/sf2-capacity", Outcome::NotInForce),
            Comes(TERRITORIAL, "2018-10-30", "", "yardsticks/sf2-partnership", Outcome::NotInForce),
            Comes(
                TERRITORIAL,
                "2018-04-29",
                "",
                "yardsticks/sf4-information-sharing",
                Outcome::NotInForce,
            ),
            Says("yardsticks/sf2-priority", "2018-10-31", &[From("2018-10-31")]),
            Says("yardsticks/sf2-capacity", "2018-10-31", &[From("2018-10-31")]),
            Says("yardsticks/sf2-partnership", "2018-10-31", &[From("2018-10-31")]),
            Says("yardsticks/sf4-information-sharing", "2018-04-30", &[From("2018-04-30")]),
            // the neighbour that is wanted by a later day
            Says("yardsticks/iasc15-training", "2017-12-31", &[From("2017-12-31")]),
        ],
    },
    Row {
        place: "yardsticks/authorised-professional-practice: app-*",
        holds: &[
            // The day on which the edition was replaced wasn't seen: the rows end when the next one was read.
            Says(
                "yardsticks/app-roles-trained",
                "2026-11-01",
                &[NotOpen, Notes("replaced and archived since, on a day that wasn't seen")],
            ),
            Says("yardsticks/app-guidance", "2026-11-01", &[NotOpen]),
            Comes(TERRITORIAL, "2026-11-28", "", "yardsticks/app-guidance", Outcome::NotInForce),
        ],
    },
];
