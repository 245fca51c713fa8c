//! The day that is today where the forces are, whatever the clock of the machine is set to.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::standing::Day;

/// The rule of [`ZONE`](crate::standing::ZONE) as it has stood since 1996. Only the day that is now is ever
/// asked for, so that nothing of the zone's history is needed, nor a database that a machine may lack.
const RULE: &str = "GMT0BST,M3.5.0/1,M10.5.0";

/// The day that it is now in London: what counts as today where nobody says.
#[must_use]
pub fn today() -> Day {
    day_of(Timestamp::now())
}

fn day_of(now: Timestamp) -> Day {
    // The rule is a constant: that it can be read is tested.
    let zone = TimeZone::posix(RULE).unwrap_or(TimeZone::UTC);
    now.to_zoned_datetime(zone).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_begin_at_midnight_in_london() {
        for (now, day) in [
            ("2026-01-15T23:59:59Z", "2026-01-15"),
            ("2026-06-30T22:59:59Z", "2026-06-30"),
            ("2026-06-30T23:00:00Z", "2026-07-01"),
            // The last Sundays of March and October, at one in the morning.
            ("2026-03-28T23:30:00Z", "2026-03-28"),
            ("2026-03-29T23:30:00Z", "2026-03-30"),
            ("2026-10-24T23:30:00Z", "2026-10-25"),
            ("2026-10-25T23:30:00Z", "2026-10-25"),
        ] {
            let now: Timestamp = now.parse().unwrap();
            assert_eq!(day_of(now).to_string(), day, "{now}");
        }
    }
}
