//! `serve` and what takes time, memory or sockets: bodies that never end, papers that unfold, bytes that are no
//! request. It stays up and under 200 MB, writes no file but what was brought in, and speaks to nobody but the browser.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::hostile_set::hostile_set;
use crate::served::Served;
use crate::workplace::Workplace;

/// How much memory it may take, in bytes.
const MEMORY: u64 = 200 << 20;

/// A request that has a good head.
fn head(served: &Served, path: &str, rest: &str) -> String {
    let (host, cookie) = (format!("127.0.0.1:{}", served.port), &served.cookie);
    format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\n{rest}\r\n"
    )
}

fn part(name: &str) -> String {
    format!(
        "--edge\r\nContent-Disposition: form-data; name=\"papers\"; filename=\"{name}\"\r\n\r\n"
    )
}

/// What is answered to a body that is sent piece by piece until the other side has enough: the status, and how many
/// megabytes it took.
fn streamed(served: &Served, head: &str, first: &str, most: usize) -> (Option<u16>, usize) {
    let mut stream = TcpStream::connect(("127.0.0.1", served.port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream.set_write_timeout(Some(Duration::from_secs(20))).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    let chunked = head.contains("chunked");
    let mut put = |bytes: &[u8]| {
        if chunked {
            write!(stream, "{:x}\r\n", bytes.len())?;
        }
        stream.write_all(bytes)?;
        if chunked { stream.write_all(b"\r\n") } else { Ok(()) }
    };
    let piece = vec![b'a'; 1 << 20];
    let begun = put(first.as_bytes()).is_ok();
    let sent = (0..most).take_while(|_| begun && put(&piece).is_ok()).count();
    let mut answer = [0; 12];
    let status = stream.read_exact(&mut answer).ok().and_then(|()| {
        String::from_utf8_lossy(&answer).split(' ').nth(1).and_then(|status| status.parse().ok())
    });
    (status, sent)
}

/// The most memory that it has taken so far.
#[cfg(target_os = "linux")]
fn memory(served: &Served) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", served.child.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
}

/// What its sockets lead to that isn't this machine.
#[cfg(target_os = "linux")]
fn leads_elsewhere(process: u32) -> Vec<String> {
    let own: BTreeSet<String> = std::fs::read_dir(format!("/proc/{process}/fd"))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| std::fs::read_link(entry.path()).ok())
        .filter_map(|to| {
            to.to_str()?.strip_prefix("socket:[")?.strip_suffix(']').map(str::to_owned)
        })
        .collect();
    let mut found = Vec::new();
    for table in ["tcp", "tcp6", "udp", "udp6", "raw", "unix"] {
        let all =
            std::fs::read_to_string(format!("/proc/{process}/net/{table}")).unwrap_or_default();
        for line in all.lines().skip(1) {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let inode = if table == "unix" { fields.get(6) } else { fields.get(9) };
            if !inode.is_some_and(|inode| own.contains(*inode)) {
                continue;
            }
            // 127.0.0.1, and nobody yet, as the kernel writes them.
            let here = |at: usize| {
                let address = fields.get(at).and_then(|field| field.split(':').next());
                matches!(address, Some("0100007F" | "00000000"))
            };
            let local = fields.get(1).is_some_and(|own| own.starts_with("0100007F:"));
            // A pair of sockets without a name wakes it for signals.
            let unnamed = table == "unix" && fields.len() < 8;
            let browser = table == "tcp" && local && here(2);
            if !(unnamed || browser) {
                found.push(format!("{table}: {line}"));
            }
        }
    }
    found
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "papers that unfold take long in a debug build: .ci/by-hand/hostile"]
fn nothing_that_is_sent_takes_it_down_or_leads_out() {
    let place = Workplace::new().declared("northmarch.toml", "[lead]\nstate = \"planned\"\n");
    let served = Served::open(&place);
    let own = place.read("northmarch.toml");
    let (done, process) = (AtomicBool::new(false), served.child.id());
    std::thread::scope(|scope| {
        let watched = scope.spawn(|| {
            let mut elsewhere = Vec::new();
            while !done.load(Ordering::Relaxed) && elsewhere.is_empty() {
                elsewhere = leads_elsewhere(process);
                std::thread::sleep(Duration::from_millis(3));
            }
            elsewhere
        });
        let tried =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| attack(&place, &served)));
        done.store(true, Ordering::Relaxed);
        assert_eq!(
            watched.join().unwrap(),
            Vec::<String>::new(),
            "it speaks to this machine alone"
        );
        if let Err(failed) = tried {
            std::panic::resume_unwind(failed);
        }
    });
    assert_eq!(place.read("northmarch.toml"), own);
    assert_eq!(place.names(), ["northmarch.toml", "papers"], "but for papers that were brought in");
    let taken = memory(&served);
    println!("it took {} MB", taken >> 20);
    assert!(taken < MEMORY, "{} MB", taken >> 20);
}

fn attack(place: &Workplace, served: &Served) {
    let multipart = "Content-Type: multipart/form-data; boundary=edge\r\n";
    // Bodies that come slowly, and heads that never end: others are answered meanwhile.
    let mut slow: Vec<TcpStream> = Vec::new();
    for round in 0..40 {
        let mut stream = TcpStream::connect(("127.0.0.1", served.port)).unwrap();
        let sent = match round % 4 {
            0 => "GET / HTT".to_owned(),
            1 => {
                head(served, "/papers", &format!("{multipart}Content-Length: 100000\r\n")) + "--ed"
            }
            2 => head(served, "/new", "Content-Length: 1000\r\n") + "csrf=",
            _ => {
                head(served, "/papers", &format!("{multipart}Transfer-Encoding: chunked\r\n"))
                    + "ff"
            }
        };
        stream.write_all(sent.as_bytes()).unwrap();
        slow.push(stream);
    }
    let began = Instant::now();
    assert_eq!(served.get("/").status, 200);
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    // What is no request, what claims two lengths, what comes behind a request that is over.
    let host = format!("127.0.0.1:{}", served.port);
    let get = format!("GET / HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\n", served.cookie);
    let mut garbage: Vec<Vec<u8>> = [
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 99999999999999999999\r\n\r\n",
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\na",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\na",
        "Transfer-Encoding: identity, gzip\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n",
        "Expect: 200-maybe\r\nContent-Length: 3\r\n\r\nabc",
        "Content-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc",
        "Content-Type: multipart/form-data; boundary=\r\nContent-Length: 3\r\n\r\nabc",
        "Content-Type: multipart/form-data; boundary=\"\u{fffd}\"\r\nContent-Length: 3\r\n\r\nabc",
        "Upgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 0\r\n\r\n",
    ]
    .iter()
    .map(|rest| {
        let good = head(served, "/papers", "");
        let good = good.strip_suffix("\r\n").unwrap();
        format!("{good}{rest}").into_bytes()
    })
    .collect();
    garbage.extend([
        format!("{get}\r\n\0\0\0\0\0\0\0\0\r\n\r\n").into_bytes(),
        format!("{get}\r\n{get}Connection: close\r\n\r\n").into_bytes(),
        format!("{get}\r\nPOST /stop HTTP/1.1\r\n\r\n").into_bytes(),
        format!("{get}: empty\r\n\r\n").into_bytes(),
        format!("{get}X: {}\r\n\r\n", "a: b\r\n".repeat(5_000)).into_bytes(),
        format!("GET http://evil.example/ HTTP/1.1\r\nHost: {host}\r\n\r\n").into_bytes(),
        format!("CONNECT evil.example:443 HTTP/1.1\r\nHost: {host}\r\n\r\n").into_bytes(),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
        vec![0xff; 100_000],
        vec![b'\n'; 100_000],
    ]);
    for request in &garbage {
        let reply = served.raw_for(request, Duration::from_secs(3));
        if let Some(reply) = reply {
            assert!(reply.status < 500, "{} to {}", reply.status, String::from_utf8_lossy(request));
        }
    }
    // Bodies without end: refused by their length, or cut where a file or a form is too large.
    let long = format!("{multipart}Content-Length: {}\r\n", 1u64 << 30);
    let endless = format!("{multipart}Transfer-Encoding: chunked\r\n");
    for (path, rest, first, most) in [
        ("/papers", &long, part("large.txt"), 16),
        ("/papers", &endless, part("large.txt"), 120),
        ("/papers", &endless, part("a.txt") + "\r\n" + &part("b.txt"), 120),
        (
            "/papers",
            &endless,
            "--edge\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n".to_owned(),
            16,
        ),
        ("/papers", &endless, "no edge at all".to_owned(), 24),
        ("/papers", &endless, "--edge\r\nX: ".to_owned(), 24),
        ("/new", &"Transfer-Encoding: chunked\r\n".to_owned(), "csrf=".to_owned(), 16),
    ] {
        let (status, sent) = streamed(served, &head(served, path, rest), &first, 1024);
        assert!(matches!(status, Some(400 | 403 | 413) | None), "{path}: {status:?}");
        assert!(sent <= most, "{path}: {sent} MB were taken of {first}");
    }
    // Many small things at once.
    let csrf = served.get("/new").hidden("csrf");
    let token =
        format!("--edge\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n");
    let many = (0..21).map(|n| part(&format!("{n}.txt")) + "a\r\n").collect::<String>();
    let names = "--edge\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n\r\n".repeat(20_000);
    for body in [format!("{token}{many}--edge--\r\n"), format!("{names}{token}--edge--\r\n")] {
        let reply = served.send("/papers", "multipart/form-data; boundary=edge", body.as_bytes());
        assert!([400, 413, 422].contains(&reply.status), "{}", reply.status);
    }
    let fields = format!("csrf={csrf}&{}", "a=b&".repeat(200_000));
    assert_eq!(
        served.send("/new", "application/x-www-form-urlencoded", fields.as_bytes()).status,
        413
    );
    // Papers that unfold, and all others that were made to take too long or too much.
    let mut brought = 0;
    for hostile in hostile_set(100_000) {
        // What draws for long is tried by `bounds`, in a release build.
        let slow = hostile.name.ends_with(".pdf")
            && !["unfolding.pdf", "streams.pdf", "dict.pdf"].contains(&hostile.name);
        if slow || hostile.name.ends_with(".toml") {
            continue;
        }
        let reply = served.bring(hostile.name, &hostile.bytes);
        assert_eq!(reply.status, 303, "{}: {}", hostile.name, reply.body);
        let began = Instant::now();
        let page = served.get(reply.to());
        assert!([200, 422].contains(&page.status), "{}: {}", hostile.name, page.status);
        assert!(
            began.elapsed() < Duration::from_secs(60),
            "{}: {:?}",
            hostile.name,
            began.elapsed()
        );
        println!("{:<28} {:>4} MB so far", hostile.name, memory(served) >> 20);
        brought += 1;
        // It is taken away again, as its owner would.
        std::fs::remove_file(place.path("papers").join(hostile.name)).unwrap();
    }
    assert!(brought > 25, "{brought}");
    // Names of every kind of nastiness.
    for name in [
        "\u{1}\u{2}.txt",
        "a\u{7f}b.txt",
        "\u{202e}txt.exe",
        "\u{2066}a\u{2069}.txt",
        "a\u{0}.txt",
        "a\r\nX: y.txt",
        "%00.txt",
        "nul.txt",
        "COM1.txt",
        "a:b.txt",
        "a*b?.txt",
        "<b>.txt",
        "$(id).txt",
        "`id`.txt",
        ";id.txt",
        "-rf.txt",
        "\u{feff}.txt",
        "🦊.txt",
        "é\u{301}.txt",
        " .txt",
        "....txt",
        "~root.txt",
        "a/../../b.txt",
        "\\\\host\\share.txt",
    ] {
        let reply = served.bring(&name.replace('"', ""), b"Northmarch Police plans.");
        assert!([303, 400, 422].contains(&reply.status), "{name:?}: {}", reply.status);
    }
    let long = format!("{}.txt", "ü".repeat(150));
    assert_eq!(served.bring(&long, b"Northmarch Police plans.").status, 303);
    for entry in std::fs::read_dir(place.path("papers")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let plain = |c: char| c.is_alphanumeric() || " -_.(),&+".contains(c);
        assert!(name.chars().all(plain) && !name.starts_with(['.', '-']), "{name:?}");
    }
    assert_eq!(served.get("/").status, 200, "it is still up");
    drop(slow);
}
