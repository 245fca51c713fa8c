//! Who may ask: the browser that opened the printed address, from pages of this server.

use std::sync::Mutex;

use data_encoding::HEXLOWER;

/// The name of the cookie.
const COOKIE: &str = "msacheck";

/// What tells this session's browser from everybody else.
pub(super) struct Guard {
    port: u16,
    /// Good for one visit; then nothing.
    token: Mutex<Option<String>>,
    session: String,
    csrf: String,
}

/// Why a request isn't answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It asks another machine, by a name that leads here.
    Host,
    /// A page of somebody else's sent it.
    Origin,
    /// It holds no cookie of this session.
    Stranger,
    /// Its form isn't one of ours.
    Forged,
}

impl Guard {
    /// Makes the secrets of a session.
    pub(super) fn new(port: u16) -> Option<Self> {
        let (token, session, csrf) = (secret()?, secret()?, secret()?);
        Some(Self { port, token: Mutex::new(Some(token)), session, csrf })
    }

    /// The address to open, as long as nobody has.
    pub(super) fn address(&self) -> Option<String> {
        let token = self.token.lock().ok()?;
        let token = token.as_ref()?;
        Some(format!("http://127.0.0.1:{}/open?token={token}", self.port))
    }

    /// What each form of ours holds.
    pub(super) fn csrf(&self) -> &str {
        &self.csrf
    }

    /// Whether a request is sent to this machine by its own name, and from no page of another.
    pub(super) fn place(
        &self,
        host: Option<&str>,
        origin: Option<&str>,
        writes: bool,
    ) -> Result<(), Refused> {
        let own = ["127.0.0.1", "localhost"].map(|name| format!("{name}:{}", self.port));
        let host = host.unwrap_or_default();
        if !own.iter().any(|own| own == host) {
            return Err(Refused::Host);
        }
        match origin {
            Some(origin) if origin.strip_prefix("http://") == Some(host) => Ok(()),
            Some(_) => Err(Refused::Origin),
            // A browser says where a form comes from.
            None if writes => Err(Refused::Origin),
            None => Ok(()),
        }
    }

    /// Whether a request comes from the browser of this session.
    pub(super) fn known(&self, cookies: Option<&str>) -> Result<(), Refused> {
        let own =
            cookies.unwrap_or_default().split(';').filter_map(|one| one.trim().split_once('='));
        let mut own = own.filter(|(name, _)| *name == COOKIE);
        match own.any(|(_, value)| same(value, &self.session)) {
            true => Ok(()),
            false => Err(Refused::Stranger),
        }
    }

    /// Whether a form is one of ours.
    pub(super) fn form(&self, csrf: Option<&str>) -> Result<(), Refused> {
        if csrf.is_some_and(|csrf| same(csrf, &self.csrf)) { Ok(()) } else { Err(Refused::Forged) }
    }

    /// The cookie for whoever brings the token: the first only.
    pub(super) fn admit(&self, token: &str) -> Option<String> {
        let mut own = self.token.lock().ok()?;
        own.as_deref().filter(|own| same(own, token))?;
        *own = None;
        Some(format!("{COOKIE}={}; HttpOnly; SameSite=Strict; Path=/", self.session))
    }
}

fn secret() -> Option<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).ok()?;
    Some(HEXLOWER.encode(&bytes))
}

/// Whether two secrets are the same, in a time that doesn't tell how far they are.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len()
        && one.bytes().zip(other.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_opens_once_and_only_this_machine_is_asked() {
        let guard = Guard::new(8080).unwrap();
        let address = guard.address().unwrap();
        let token = address.split('=').nth(1).unwrap().to_owned();
        assert_eq!(guard.admit("x"), None);
        let cookie = guard.admit(&token).unwrap();
        assert_eq!(guard.admit(&token), None);
        assert_eq!(guard.address(), None);
        let cookie = cookie.split(';').next().unwrap();
        assert_eq!(guard.known(Some(&format!("a=b; {cookie}"))), Ok(()));
        for stranger in [None, Some(""), Some("msacheck="), Some("msacheck=0")] {
            assert_eq!(guard.known(stranger), Err(Refused::Stranger));
        }
        let place = |host, origin, writes| guard.place(host, origin, writes);
        assert_eq!(place(Some("127.0.0.1:8080"), None, false), Ok(()));
        let own = Some("http://localhost:8080");
        assert_eq!(place(Some("localhost:8080"), own, true), Ok(()));
        assert_eq!(place(Some("127.0.0.1:8080"), own, true), Err(Refused::Origin));
        assert_eq!(place(Some("127.0.0.1:8080"), None, true), Err(Refused::Origin));
        assert_eq!(place(Some("127.0.0.1:8080"), Some("null"), true), Err(Refused::Origin));
        for host in [None, Some("127.0.0.1"), Some("evil.example:8080"), Some("127.0.0.1:80")] {
            assert_eq!(place(host, None, false), Err(Refused::Host));
        }
        assert_eq!(guard.form(Some(guard.csrf())), Ok(()));
        assert_eq!(guard.form(None), Err(Refused::Forged));
    }
}
