"""How things show in a notebook."""

from __future__ import annotations

from html import escape

STYLE = "width: 100%; height: 40em; border: 1px solid #888"


def page(html: str, title: str) -> str:
    """A page of ours within a notebook: in a frame of its own, so that neither's style reaches the other."""
    return f'<iframe sandbox="allow-scripts" title="{escape(title)}" style="{STYLE}" srcdoc="{escape(html)}"></iframe>'


def text(plain: str) -> str:
    """A text as it stands on a terminal."""
    return f"<pre>{escape(plain)}</pre>"
