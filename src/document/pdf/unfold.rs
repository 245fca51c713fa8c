//! Streams that unfold to far more than the file holds: found and taken out before the PDF crate,
//! which would unfold them whole, sees the file.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use flate2::{Decompress, FlushDecompress, Status};
use memchr::memmem;

/// The most that a stream may unfold to: the drawing instructions of a page, a font.
const MOST: u64 = 32 * 1024 * 1024;
/// The most that a picture or an attached file may unfold to. They aren't looked into, but what a
/// stream says that it is may be untrue.
const MOST_OF_A_PICTURE: u64 = 128 * 1024 * 1024;
/// How much is unfolded of all pictures of a file to see how much they come to: about a second of work. What
/// isn't looked at by then is left out, which no text depends on.
const ALL_PICTURES: u64 = 512 * 1024 * 1024;
/// What everything else in a file may unfold to, and how much more for each byte of it: the crate may
/// hold all of it at once.
const ALL: u64 = 96 * 1024 * 1024;
const ALL_FOR_A_BYTE: u64 = 3;
/// Nothing so short unfolds to much: deflate makes at most 1,032 bytes out of one.
const HARMLESS: usize = 64;

/// How a stream is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fold {
    /// Deflate, as in zip files.
    Flate,
    /// The compression of older files.
    Lzw,
    /// Repeated bytes, counted.
    RunLength,
    /// Bytes written as hexadecimal digits.
    Hex,
    /// Bytes written in base 85.
    Base85,
}

/// Takes out streams that unfold to too much. What they hold becomes nothing, at the same places of
/// the file. Returns how many there were.
pub(super) fn defuse(bytes: &mut [u8]) -> usize {
    let mut bombs = Vec::new();
    let mut pictures = ALL_PICTURES;
    let mut others = ALL + bytes.len() as u64 * ALL_FOR_A_BYTE;
    let mut ends = memmem::find_iter(bytes, b"endstream").peekable();
    for at in memmem::find_iter(bytes, b"stream") {
        let before = bytes.get(..at).unwrap_or_default();
        if before.ends_with(b"end") {
            continue;
        }
        let after = bytes.get(at + 6..).unwrap_or_default();
        let skipped = match after {
            [b'\r', b'\n', ..] => 2,
            [b'\n' | b'\r', ..] => 1,
            _ => continue,
        };
        let data = after.get(skipped..).unwrap_or_default();
        let start = at + 6 + skipped;
        // Looked for once, however many streams begin before it.
        while ends.peek().is_some_and(|end| *end < start) {
            ends.next();
        }
        let length = ends.peek().copied().unwrap_or(bytes.len()).saturating_sub(start);
        if length <= HARMLESS {
            continue;
        }
        let (left, most) = match is_picture(before) {
            true => (&mut pictures, MOST_OF_A_PICTURE),
            false => (&mut others, MOST),
        };
        let data = data.get(..length).unwrap_or_default();
        let size = if *left == 0 { u64::MAX } else { unfolded(data, most.min(*left)) };
        let too_much = size > most.min(*left);
        *left = left.saturating_sub(size);
        if too_much {
            bombs.push(start..start + length);
        }
    }
    for bomb in &bombs {
        if let Some(data) = bytes.get_mut(bomb.clone()) {
            data.fill(b' ');
            // What deflate writes for nothing.
            if let Some(head) = data.get_mut(..8) {
                head.copy_from_slice(&[0x78, 0x9c, 0x03, 0, 0, 0, 0, 1]);
            }
        }
    }
    bombs.len()
}

/// Whether what stands before a stream says that it is a picture or an attached file.
fn is_picture(before: &[u8]) -> bool {
    let head = before.get(before.len().saturating_sub(1024)..).unwrap_or_default();
    let own = memmem::rfind(head, b" obj").and_then(|at| head.get(at..)).unwrap_or(head);
    memmem::find(own, b"/Image").is_some() || memmem::find(own, b"/EmbeddedFile").is_some()
}

/// How much deflated data unfolds to, counted up to a little over `most`.
fn unfolded(data: &[u8], most: u64) -> u64 {
    let zlib = count(ZlibDecoder::new(data), most);
    if zlib > 0 { zlib } else { count(DeflateDecoder::new(data), most) }
}

fn count(mut from: impl Read, most: u64) -> u64 {
    let mut total = 0;
    let mut buffer = vec![0; 64 * 1024];
    while total <= most {
        match from.read(&mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(read) => total += read as u64,
        }
    }
    total
}

/// Whether deflated data unfolds to its end without a fault. What isn't marked as such data isn't
/// judged.
pub(super) fn is_whole(data: &[u8]) -> bool {
    if data.first() != Some(&0x78) {
        return true;
    }
    let mut decoder = Decompress::new(true);
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let (read, written) = (decoder.total_in(), decoder.total_out());
        let rest = data.get(read as usize..).unwrap_or_default();
        match decoder.decompress(rest, &mut buffer, FlushDecompress::None) {
            Ok(Status::StreamEnd) => return true,
            Ok(_) if decoder.total_out() > MOST => return true,
            Ok(_) if (decoder.total_in(), decoder.total_out()) != (read, written) => {}
            _ => return false,
        }
    }
}

/// Whether a stream with these filters, applied in order, unfolds to more than may be read.
pub(super) fn is_bomb(data: &[u8], folds: &[Fold]) -> bool {
    let Some((last, before)) = folds.split_last() else { return false };
    let mut data = Cow::Borrowed(data);
    for fold in before {
        let plain = match fold {
            Fold::Hex => hex(&data),
            Fold::Base85 => base_85(&data),
            Fold::Flate => {
                let mut plain = Vec::new();
                // Where it is damaged, what comes before the damage is what counts.
                _ = ZlibDecoder::new(&*data).take(MOST + 1).read_to_end(&mut plain);
                plain
            }
            // Nobody folds what these two make once more.
            Fold::Lzw | Fold::RunLength => return data.len() > 64 * 1024,
        };
        if plain.len() as u64 > MOST {
            return true;
        }
        data = Cow::Owned(plain);
    }
    let length = match last {
        Fold::Hex | Fold::Base85 => data.len() as u64 * 4,
        Fold::Flate => unfolded(&data, MOST_OF_A_PICTURE),
        Fold::Lzw => lzw(&data),
        Fold::RunLength => run_length(&data),
    };
    length > MOST_OF_A_PICTURE
}

fn hex(data: &[u8]) -> Vec<u8> {
    let mut digits = data.iter().filter_map(|byte| char::from(*byte).to_digit(16));
    let mut plain = Vec::with_capacity(data.len() / 2);
    while let Some(high) = digits.next() {
        plain.push((high * 16 + digits.next().unwrap_or(0)) as u8);
    }
    plain
}

fn base_85(data: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    let mut group: Vec<u32> = Vec::new();
    for byte in data {
        match byte {
            b'z' if group.is_empty() => plain.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            b'~' => break,
            _ => {}
        }
        if group.len() == 5 {
            let value =
                group.drain(..).fold(0_u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(digit));
            plain.extend(value.to_be_bytes());
        }
    }
    if group.len() > 1 {
        let own = group.len() - 1;
        group.resize(5, 84);
        let value =
            group.iter().fold(0_u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(*digit));
        plain.extend(value.to_be_bytes().iter().take(own));
    }
    plain
}

/// How much LZW data unfolds to: each code stands for one byte more than the code before it.
fn lzw(data: &[u8]) -> u64 {
    let (mut total, mut bits, mut held) = (0, 0_u32, 0_u32);
    let mut lengths: Vec<u64> = Vec::new();
    let mut last = 0;
    for byte in data {
        bits = (bits << 8) | u32::from(*byte);
        held += 8;
        let codes = 258 + lengths.len();
        let width = (codes + 1).next_power_of_two().ilog2().clamp(9, 12);
        if held < width {
            continue;
        }
        held -= width;
        let code = (bits >> held) as usize;
        bits &= (1 << held) - 1;
        match code {
            256 => {
                lengths.clear();
                last = 0;
                continue;
            }
            257 => break,
            _ => {}
        }
        let length =
            if code < 256 { 1 } else { lengths.get(code - 258).copied().unwrap_or(last + 1) };
        if last > 0 && codes < 4096 {
            lengths.push(last + 1);
        }
        last = length;
        total += length;
    }
    total
}

fn run_length(data: &[u8]) -> u64 {
    let (mut total, mut at) = (0, 0);
    while let Some(byte) = data.get(at) {
        let run = usize::from(*byte);
        match run {
            0..128 => at += run + 2,
            128 => break,
            _ => at += 2,
        }
        total += if run < 128 { run + 1 } else { 257 - run } as u64;
    }
    total
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    /// So many zeros, deflated.
    fn zeros(megabytes: usize) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        let zeros = vec![0; 1024 * 1024];
        for _ in 0..megabytes {
            encoder.write_all(&zeros).unwrap();
        }
        encoder.finish().unwrap()
    }

    fn stream(head: &str, data: &[u8]) -> Vec<u8> {
        [b"1 0 obj\n<<", head.as_bytes(), b">>\nstream\n", data, b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn a_bomb_is_taken_out_where_it_stands_and_nothing_else_moves() {
        let bomb = zeros(65);
        let mut file = [stream("", &bomb), stream("", b"BT ET")].concat();
        let before = file.clone();
        assert_eq!(defuse(&mut file), 1);
        assert_eq!(file.len(), before.len());
        assert!(file.ends_with(&stream("", b"BT ET")));
        let start = memmem::find(&file, b"stream\n").unwrap() + 7;
        assert_eq!(unfolded(&file[start..], MOST), 0);
        assert_eq!(defuse(&mut file), 0);
    }

    #[test]
    fn what_a_page_or_a_picture_may_hold_is_left_alone() {
        let mut page = stream("", &zeros(30));
        assert_eq!(defuse(&mut page), 0);
        let mut picture = stream("/Subtype /Image", &zeros(70));
        assert_eq!(defuse(&mut picture), 0);
        let mut not_a_picture = stream("/Subtype /Image", &zeros(129));
        assert_eq!(defuse(&mut not_a_picture), 1);
    }

    #[test]
    fn what_is_harmless_alone_is_a_bomb_where_there_is_much_of_it() {
        let mut pages = stream("", &zeros(30)).repeat(5);
        assert_eq!(defuse(&mut pages), 2, "three of them come to less than may be");
        let mut pictures = stream("/Subtype /Image", &zeros(100)).repeat(7);
        assert_eq!(defuse(&mut pictures), 2);
    }

    #[test]
    fn what_is_damaged_is_not_whole() {
        let mut text = zeros(1);
        assert!(is_whole(&text));
        assert!(!is_whole(&text[..text.len() / 2]));
        let last = text.len() - 1;
        text[last] ^= 0x55;
        assert!(!is_whole(&text));
    }

    #[test]
    fn chains_of_filters_are_followed() {
        let bomb = zeros(129);
        assert!(is_bomb(&bomb, &[Fold::Flate]));
        let hexed: Vec<u8> = bomb.iter().flat_map(|b| format!("{b:02X}").into_bytes()).collect();
        assert!(is_bomb(&hexed, &[Fold::Hex, Fold::Flate]));
        assert!(!is_bomb(&hexed, &[Fold::Hex]));
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&bomb).unwrap();
        let twice = encoder.finish().unwrap();
        assert!(is_bomb(&twice, &[Fold::Flate, Fold::Flate]));
        assert!(!is_bomb(b"<~87cURD]~>", &[Fold::Base85, Fold::Flate]));
        assert_eq!(base_85(b"87cURD]i,\"Ebo80~>"), b"Hello World!");
    }

    #[test]
    fn what_the_older_filters_unfold_to_is_counted() {
        assert_eq!(run_length(&[2, b'a', b'b', b'c', 254, b'd', 128, 9]), 6);
        // "-----A---B" of the PDF reference.
        let data = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(lzw(&data), 10);
    }
}
