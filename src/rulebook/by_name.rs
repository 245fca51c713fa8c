//! A text kept by its name alone: what stands in it is found again in its file.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serializer};

use crate::source::Text;

pub(super) fn serialize<S: Serializer>(text: &Arc<Text>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text.name())
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Arc<Text>, D::Error> {
    String::deserialize(deserializer).map(|name| Arc::new(Text::new(name, "")))
}
