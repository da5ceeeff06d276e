"""``serve``: each page is drawn when it is asked for, from what the stories say at that moment.

MkDocs draws all pages before it shows one, and again after each change. Here it only gathers what
there is. A page is drawn as MkDocs would draw it, and put where its server looks for it.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Collection, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

log = logging.getLogger("mkdocs.hooks.anthology")

Answer = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""What answers a request: a WSGI application."""
_SITEMAP = "sitemap.xml"
_SEARCH = "search/search_index.json"
_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
_ALWAYS_THERE = ("assets/", "livereload/")
"""Beginnings of addresses that nothing is drawn for."""


class Live:
    """What MkDocs gathered, and which of it has been drawn since the last change."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        """Held while something is drawn or changed."""
        self.config = MkDocsConfig()
        self.files = Files([])
        """Everything that the site has, the pages too."""
        self._nav = Navigation([], [])
        self._env = Environment(autoescape=False)  # noqa: S701 - only until MkDocs has made its own
        self._drawn: set[str] = set()
        """The paths on the site of what was drawn since the last change."""
        self._written: set[str] = set()
        """The paths of what was drawn at any time."""

    def gathered(
        self, config: MkDocsConfig, files: Files, nav: Navigation, late: Collection[str]
    ) -> None:
        """Take in what MkDocs gathered.

        The pages, and other files with paths in ``late``, are taken out of ``files``, so MkDocs
        draws and copies none of them.
        """
        self.config, self.files, self._nav = config, Files(list(files)), nav
        for file in self.files:
            if file.is_documentation_page() or file.src_uri in late:
                files.remove(file)
        self._written.clear()
        self.changed()

    def equipped(self, env: Environment) -> None:
        """Take in the environment of the templates."""
        self._env = env

    def changed(self) -> None:
        """Forget what was drawn, because something has changed."""
        self._drawn.clear()
        self._pages = {file.dest_uri: file for file in self.files.documentation_pages()}

    def answer(
        self,
        server: LiveReloadServer,
        renew: Callable[[], object],
        made: Callable[[str], bytes | None],
    ) -> Answer:
        """Return what answers requests: ``server``, after what is asked for was drawn.

        ``renew`` is called first, to take in what has changed. ``made`` gives the content of the
        file at a path, if the anthology makes it.
        """

        def answered(request: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
            path = request["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            path = path.removeprefix(server.mount_path)
            if not path.startswith(("/", *_ALWAYS_THERE)):
                try:
                    with self.lock:
                        renew()
                        self._prepare(f"{path}index.html" if path[-1:] in ("", "/") else path, made)
                except Exception:
                    # The page stays as it was last, and the editor sees why.
                    log.exception("Not drawn: %s", path)
            return server.serve_request(request, start)

        return answered

    def watches(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Let the operating system tell ``server`` of changes, instead of looking twice a second.

        Where it cannot tell, everything stays as it was.
        """
        watched = [config.docs_dir, *filter(None, [config.config_file_path])]
        told = Observer()
        # It would also tell who opened a file to read it.
        schedule = told.schedule
        told.schedule = partial(schedule, event_filter=_CHANGES)  # type: ignore[method-assign]
        try:
            told.schedule(FileSystemEventHandler(), config.docs_dir)
            told.unschedule_all()
        except OSError as error:
            log.debug("The system does not tell of changes: %s", error)
            return
        for path in watched:
            server.unwatch(path)
        server.observer = told  # type: ignore[assignment]
        for path in watched:
            server.watch(path)

    def _prepare(self, path: str, made: Callable[[str], bytes | None]) -> None:
        """Put what stands at ``path`` on the site where the server looks for it, as it is now."""
        if path in self._drawn:
            return
        target = Path(self.config.site_dir, path)
        if path == _SEARCH:
            self._index()
        elif (data := self._made(path, made)) is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            self._written.add(path)
        elif path in self._written:
            with contextlib.suppress(FileNotFoundError):
                target.unlink()
        self._drawn.add(path)

    def _made(self, path: str, made: Callable[[str], bytes | None]) -> bytes | None:
        """Return what stands at ``path`` on the site, or None if it is not ours to make."""
        if page := self._pages.get(path):
            return self._draw(page).encode()
        if path == _SITEMAP:
            context = get_context(self._nav, self.files, self.config)
            return self._env.get_template(_SITEMAP).render(context).encode()
        return made(path)

    def _draw(self, file: File, searched: list[object] | None = None) -> str:
        """Return the HTML of a page, by the same events as when MkDocs draws it.

        What the search takes in of the page is added to ``searched``, if that is given.
        """
        config, plugins, page = self.config, self.config.plugins, file.page
        assert page is not None  # noqa: S101 - MkDocs made one for each
        page.read_source(config)
        markdown = page.markdown or ""
        page.markdown = plugins.on_page_markdown(
            markdown, page=page, config=config, files=self.files
        )
        page.render(config, self.files)
        html = page.content or ""
        page.content = plugins.on_page_content(html, page=page, config=config, files=self.files)
        page.active = True
        try:
            context = get_context(self._nav, self.files, config, page)
            template = self._env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=config, nav=self._nav)
            return str(plugins.on_post_page(template.render(context), page=page, config=config))
        finally:
            page.active = False
            entries = self._entries()
            if searched is not None:
                searched.extend(entries)
            entries.clear()

    def _index(self) -> None:
        """Let the search make its index, from all pages."""
        found: list[object] = []
        for file in self._pages.values():
            self._draw(file, found)
        self._entries().extend(found)
        self.config.plugins.on_post_build(config=self.config)
        self._entries().clear()

    def _entries(self) -> list[object]:
        """Return what the search has taken in of the pages that were drawn."""
        plugins = self.config.plugins
        search = plugins.get("material/search") or plugins.get("search")
        found = getattr(getattr(search, "search_index", None), "entries", [])
        return found if isinstance(found, list) else []
