//! Days in what the build keeps of the rules: as numbers, since hundreds are read at each start. Everywhere else, in
//! saved results above all, they are written as people write them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Day;

/// A day, as it is kept.
#[derive(Clone, Copy)]
struct Kept(Day);

impl Serialize for Kept {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let day = self.0;
        if serializer.is_human_readable() {
            return day.serialize(serializer);
        }
        (day.year(), day.month(), day.day()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Kept {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return Day::deserialize(deserializer).map(Self);
        }
        let (year, month, day) = Deserialize::deserialize(deserializer)?;
        Day::new(year, month, day).map(Self).map_err(serde::de::Error::custom)
    }
}

/// For `#[serde(with = …)]` on a day.
pub(crate) mod kept_day {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
        Kept(*day).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        Kept::deserialize(deserializer).map(|kept| kept.0)
    }
}

/// For `#[serde(with = …)]` on a day that there needn't be.
pub(crate) mod kept_days {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(
        day: &Option<Day>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(Kept).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Day>, D::Error> {
        Option::<Kept>::deserialize(deserializer).map(|kept| kept.map(|kept| kept.0))
    }
}
