//! JSON values as Arrow's arrays.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, ListArray, StructArray};
use arrow_buffer::{NullBuffer, OffsetBuffer};
use arrow_schema::{ArrowError, DataType, Fields};
use serde_json::Value;

/// The columns of objects: of each field what stands under its name.
pub(super) fn columns(
    fields: &Fields,
    rows: &[Option<&Value>],
) -> Result<Vec<ArrayRef>, ArrowError> {
    let under = |name: &String| -> Vec<Option<&Value>> {
        rows.iter().map(|row| row.and_then(|row| row.get(name)).filter(|v| !v.is_null())).collect()
    };
    fields.iter().map(|field| array(field.data_type(), &under(field.name()))).collect()
}

fn array(kind: &DataType, values: &[Option<&Value>]) -> Result<ArrayRef, ArrowError> {
    Ok(match kind {
        DataType::Boolean => {
            let mut builder = BooleanBuilder::with_capacity(values.len());
            values.iter().for_each(|value| builder.append_option(value.and_then(Value::as_bool)));
            Arc::new(builder.finish())
        }
        DataType::Int64 => {
            let mut builder = Int64Builder::with_capacity(values.len());
            values.iter().for_each(|value| builder.append_option(value.and_then(Value::as_i64)));
            Arc::new(builder.finish())
        }
        DataType::List(item) => {
            let lists: Vec<Option<&Vec<Value>>> =
                values.iter().map(|value| value.and_then(Value::as_array)).collect();
            let lengths = lists.iter().map(|list| list.map_or(0, Vec::len));
            let offsets = OffsetBuffer::from_lengths(lengths);
            let there = NullBuffer::from_iter(lists.iter().map(Option::is_some));
            let items: Vec<Option<&Value>> =
                lists.into_iter().flatten().flatten().map(Some).collect();
            let items = array(item.data_type(), &items)?;
            Arc::new(ListArray::try_new(Arc::clone(item), offsets, items, some(there))?)
        }
        DataType::Struct(fields) => {
            let there = NullBuffer::from_iter(values.iter().map(Option::is_some));
            let columns = columns(fields, values)?;
            Arc::new(StructArray::try_new(fields.clone(), columns, some(there))?)
        }
        _ => {
            let mut builder = StringBuilder::new();
            values.iter().for_each(|value| builder.append_option(value.and_then(Value::as_str)));
            Arc::new(builder.finish())
        }
    })
}

/// Where nothing is missing, nothing says so.
fn some(there: NullBuffer) -> Option<NullBuffer> {
    (there.null_count() > 0).then_some(there)
}
