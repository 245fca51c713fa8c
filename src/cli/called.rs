//! Commands by their names: so that each can be built alone.

/// A command, before it is built.
pub(super) struct Called {
    pub(super) name: &'static str,
    /// What it is for, in a line.
    pub(super) about: &'static str,
    /// Gives it its arguments.
    pub(super) taking: fn(clap::Command) -> clap::Command,
}

impl Called {
    pub(super) fn built(&self) -> clap::Command {
        let taking = (self.taking)(clap::Command::new(self.name));
        taking.about(self.about).long_about(None::<&str>)
    }
}

/// Declares the commands: an enum with what each takes, and all of them by their names. (clap's own derive builds all
/// or none.)
macro_rules! commands {
    ($(#[doc = $about:literal] $variant:ident($args:ty) = $name:literal,)+) => {
        #[derive(Debug)]
        enum Command {
            $(#[doc = $about] $variant($args),)+
        }

        impl Command {
            const ALL: &[Called] = &[$(Called {
                name: $name,
                about: $about.trim_ascii(),
                taking: <$args as clap::Args>::augment_args,
            },)+];

            /// The command that was asked for, with what it takes.
            fn read(found: &ArgMatches) -> Result<Self, clap::Error> {
                match found.subcommand() {
                    $(Some(($name, own)) => {
                        <$args as clap::FromArgMatches>::from_arg_matches(own).map(Self::$variant)
                    })+
                    _ => Err(clap::Error::new(clap::error::ErrorKind::MissingSubcommand)),
                }
            }
        }
    };
}

pub(super) use commands;
