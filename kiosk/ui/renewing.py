"""Shows the same pack in other words at once, also to whoever reads: for authors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.domain.rereading import reread

if TYPE_CHECKING:
    from kiosk.ui.content import Content
    from kiosk.ui.session import Session


def renew(session: Session, content: Content, *, shows: bool) -> None:
    """Go on with the content, at the same place; `shows`: the session has the window now."""
    navigator = session.navigator
    visit, stage = navigator.visit, navigator.stage
    before = stage.edition(visit)
    # Attract takes it on by itself; a visit would keep the one that it began with.
    session.use_content(content)
    if visit is None:
        return
    stage.content = session.stand.content = content
    stage.forget()
    navigator.returns.forget()
    reread(visit, before, stage.edition(visit))
    if shows:
        navigator.show_again()
