"""The events of MkDocs, in their order: story files go in, pages come out.

Everything is read and checked in ``on_pre_build``, before MkDocs empties the site. ``on_files``
only adds the result. The result of a build is one value, which is handed on in the configuration
of that build. Each page is drawn when MkDocs puts it into its frame, and then dropped.

Under ``serve``, MkDocs draws no page at all: ``frame.live`` does, when one is asked for. ``_renew``
takes in what has changed before each request. What outlives a build is in ``Process``.
"""

from __future__ import annotations

import gc
import html
import itertools
import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from anthology import labels, line, page, report
from anthology.line import Sources
from anthology.model import Anthology, Asset, Page, Problem
from anthology.sources.settings import Settings
from anthology.text import address
from anthology.work import Work, shared
from frame import ThemeChanged, freshness, made, policy, search, theme
from frame.links import Links
from frame.live import Live

log = logging.getLogger("mkdocs.hooks.anthology")

_TOLD = ("stories/", "authority/")
"""Folders below ``docs/`` that the anthology is made from, and MkDocs knows nothing of."""


@dataclass(slots=True)
class Process:
    """What stays the same for as long as MkDocs runs."""

    loaded: dict[Path, int]
    """The files that are read once, and when each was last changed, in nanoseconds."""
    work: Work
    """What was read, kept in memory and on disk."""
    command: str = "build"
    seen: freshness.Glance = field(default_factory=dict)
    """What ``serve`` has taken in of the files that the editor works on."""
    live: Live = field(default_factory=Live)
    """What ``serve`` draws from."""

    @property
    def serves(self) -> bool:
        """Whether somebody is working on the anthology, and so sees drafts and the review."""
        return self.command == "serve"


process = Process(
    freshness.state(Path(__file__).parent),
    shared(Path(__file__).parent.parent, log.info, quiet=not log.isEnabledFor(logging.INFO)),
)


@dataclass(frozen=True, slots=True)
class Build:
    """What one build is made of; ``config.extra["build"]`` carries it from event to event."""

    sources: Sources
    anthology: Anthology
    pages: Mapping[str, Page]
    """The pages that were made, by their paths below ``docs/``."""
    assets: Mapping[str, Asset]
    """The other files that were made, by their paths."""
    links: Links = field(default_factory=Links)
    """The links of the pages that were drawn."""
    files: Files = field(default_factory=lambda: Files([]))
    """Everything that the site has; known when MkDocs has read it all."""
    drew: Callable[[], None] = lambda: None
    """Called after each page, to say how far the build is."""
    policy: str | None = None
    """Known as soon as the first page shows which inline scripts the frame has. None in ``serve``,
    whose live reload puts a script of its own on every page."""


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs passes it by name
    """Note the command: only ``serve`` shows drafts, and ``gh-deploy`` refuses all problems.

    Raises:
        Abort: where ``SOURCE_DATE_EPOCH`` is not a number of seconds.
    """
    process.command = command
    # The day of the build is not the date of a page. If no date is given, pages have none.
    if not os.environ.setdefault("SOURCE_DATE_EPOCH", "0").isdecimal():
        raise Abort("SOURCE_DATE_EPOCH is a number of seconds since 1970; nothing was changed.")


def on_pre_build(config: MkDocsConfig) -> None:
    """Read and check everything, and report the problems, before MkDocs empties the site."""
    if changed := freshness.changed(Path(__file__).parent, process.loaded):
        log.info("%s: stop the server and start it again to see the change.", ", ".join(changed))
    if process.serves:
        process.seen = _glance(config)
    settings = Settings(
        title=config.site_name,
        url=config.site_url or "",
        lang=config.theme.get("language", "en"),
        limits=config.extra.get("limits"),
    )
    sources = line.gather(Path(config.docs_dir), settings)
    build, problems = _build(sources)
    _tell(problems, refusing=config.strict or process.command == "gh-deploy")
    config.extra["build"] = build


def _build(sources: Sources) -> tuple[Build, list[Problem]]:
    """Return what a build is made of, and what is wrong with ``sources``."""
    anthology = line.anthology(sources, process.work, drafts=process.serves)
    pages, assets = line.publish(anthology, sources, process.work)
    problems = [*anthology.problems, *line.collisions(sources, pages, assets)]
    if process.serves:
        asked = partial(line.review, anthology, process.work)
        pages.append(page.review(asked, sources.settings, problems))
    at = {each.path: each for each in pages}
    return Build(sources, anthology, at, {each.path: each for each in assets}), problems


def _tell(problems: list[Problem], *, refusing: bool) -> None:
    """Report the problems to the editor; with ``refusing``, any problem stops the build.

    Raises:
        Abort: where there are problems and ``refusing`` is true.
    """
    report.to_workflow(problems)
    for problem in problems:
        # What stops the build is an error, so that it is shown even where --quiet hides warnings.
        log.log(logging.ERROR if refusing else logging.WARNING, "%s", problem)
    if problems and refusing:
        raise Abort(f"Not built: {report.counted(problems)}, see above. Nothing was changed.")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Return ``files`` with the pages that were made, without those that are not published."""
    build: Build = config.extra["build"]
    for file in [each for each in files if build.sources.leaves_out(each.src_uri)]:
        files.remove(file)
    for each in build.pages.values():
        _add_page(files, config, each)
    for asset in build.assets.values():
        # In ``serve``, it is made when it is asked for.
        _add(files, config, asset.path, b"" if process.serves else asset.data)
    return files


def _add_page(files: Files, config: MkDocsConfig, each: Page) -> None:
    """Add the page ``each`` to ``files``, so that it is drawn as it is then."""
    file = _add(files, config, each.path, "", each.source)
    if made.allows(config) and each.html:
        made.MadePage(file, config, each.title, lambda: _page_at(config, each.path).drawn())
    else:
        made.TextPage(file, config, lambda: _page_at(config, each.path).text)


def _page_at(config: MkDocsConfig, path: str) -> Page:
    """Return the page at ``path`` as the stories have it now."""
    build: Build = config.extra["build"]
    return build.pages[path]


def _add(
    files: Files, config: MkDocsConfig, path: str, content: str | bytes, source: str | None = None
) -> File:
    """Return the file at ``path`` after adding it to ``files``, where it replaces an older one.

    ``source`` is the file that an editor would edit to change it.
    """
    if replaced := files.get_file_from_path(path):
        files.remove(replaced)
    # A page that the navigation names is in it all the same. For every other page, this avoids a
    # notice that it is missing there.
    inclusion = InclusionLevel.NOT_IN_NAV
    file = File.generated(config, path, content=content, inclusion=inclusion)
    file.edit_uri = source
    files.append(file)
    return file


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Return ``nav`` with the indexes that it does not name, and link each story to the next.

    Only the indexes of labels that are not recognised are added. The links between the stories are
    set on their pages.
    """
    build: Build = config.extra["build"]
    _add_indexes(nav, files, build.anthology)
    _turn(files, build.anthology)
    if process.serves:
        process.live.gathered(config, files, nav, build.assets)
    return nav


def _turn(files: Files, anthology: Anthology) -> None:
    """Set the links from each story to the one before and the one after it.

    No story is in the navigation, so MkDocs does not know which story follows which.
    """
    found = (_page(files, f"{address.of_story(s.address)}.md") for s in anthology.stories)
    stories = [page for page in found if page]
    for before, after in itertools.pairwise([None, *stories, None]):
        if before:
            before.next_page = after
        if after:
            after.previous_page = before


def _add_indexes(nav: Navigation, files: Files, anthology: Anthology) -> None:
    """Add the indexes that ``nav:`` in mkdocs.yml does not name, after the last that it names.

    Only labels that have names and are not recognised are concerned.
    """
    pages = {x.name: _page(files, f"{address.of_index(x.name)}/index.md") for x in labels.TABLE}
    there = [number for number, item in enumerate(nav.items) if item in pages.values()]
    behind = there[-1] + 1 if there else len(nav.items)
    for label in labels.TABLE:
        page = pages[label.name]
        if page and page not in nav.items and not label.is_recognised and anthology.of(label.name):
            nav.items.insert(behind, page)
            behind += 1


def _page(files: Files, path: str) -> MkDocsPage | None:
    file = files.get_file_from_path(path)
    return file.page if file else None


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, **_: object) -> str:
    """Return ``markdown`` as it is; of a page that was made, escape what the theme prints raw."""
    build: Build = config.extra["build"]
    if page.file.src_uri in build.pages:
        page.meta.update(theme.escaped(page.meta))
    return markdown


@event_priority(100)
def on_page_context(
    context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, **_: object
) -> dict[str, Any]:
    """Return ``context`` as it is, after drawing a page that was made.

    This comes before the search reads the page.
    """
    if isinstance(page, made.MadePage):
        page.draw()
        if not process.serves:
            build: Build = config.extra["build"]
            build.links.read(page.url, page.content or "")
    return context


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Return ``env`` with the names of the theme's files, after noting what the site has.

    Raises:
        Abort: where the theme has changed.
    """
    build: Build = config.extra["build"]
    drew = process.work.steps("Drawing pages", len(build.pages))
    config.extra["build"] = replace(build, files=files, drew=drew)
    env.globals["once"] = theme.once()
    process.live.equipped(env)
    # All that was read stays as long as the process. Python would look through it for cycles again
    # and again while pages are drawn, which takes longer than to draw them.
    if process.serves:
        # What MkDocs gathered before this is in such cycles, and goes.
        gc.unfreeze()
        gc.collect()
    gc.freeze()
    try:
        env.globals["theme_files"] = theme.files(file.src_uri for file in files)
    except ThemeChanged as error:
        raise Abort(str(error)) from None
    return env


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """Return ``server``, made to draw a page when it is asked for."""
    live = process.live
    server.set_app(live.answer(server, _renew, _made))

    def rebuilt() -> None:
        with live.lock:
            if _renew():
                builder()

    server.builder = rebuilt
    live.watches(server, config)
    return server


def _renew() -> bool:
    """Take in what has changed in the stories and in what the editor says of names.

    Return whether something else has changed, so that MkDocs must gather everything again.
    """
    live = process.live
    now = _glance(live.config)
    differing = freshness.differing(process.seen, now)
    ours = {path for path in differing if path.startswith(_TOLD)}
    if ours:
        for path in ours:
            process.seen.pop(path, None)
        process.seen.update({path: now[path] for path in ours if path in now})
        build: Build = live.config.extra["build"]
        sources = line.gathered_again(build.sources, Path(live.config.docs_dir), ours)
        renewed, problems = _build(sources)
        _tell(problems, refusing=False)
        _update(live.config, live.files, build, renewed)
        live.changed()
    return bool(differing - ours)


def _update(config: MkDocsConfig, files: Files, before: Build, build: Build) -> None:
    """Make ``build`` the one that pages are drawn from, and add and remove pages in ``files``."""
    for path in before.pages.keys() - build.pages.keys():
        if gone := files.get_file_from_path(path):
            files.remove(gone)
    config.extra["build"] = replace(build, files=files, policy=before.policy)
    for path, each in build.pages.items():
        if path not in before.pages:
            _add_page(files, config, each)
        elif each.title != before.pages[path].title and (there := _page(files, path)):
            there.title = html.escape(each.title)
    _turn(files, build.anthology)


def _made(path: str) -> bytes | None:
    """Return the file at ``path`` on the site, or None if the anthology does not make it."""
    build: Build = process.live.config.extra["build"]
    asset = build.assets.get(path)
    return asset.data if asset else None


def _glance(config: MkDocsConfig) -> freshness.Glance:
    """Return what the file system says of the files that the editor works on."""
    top = Path(__file__).parent
    return freshness.glance(Path(config.docs_dir), Path(config.config_file_path or top), top)


def on_post_page(output: str, page: MkDocsPage | None, config: MkDocsConfig, **_: object) -> str:
    """Return the HTML of a page: links to other sites marked, policy added."""
    build: Build = config.extra["build"]
    if isinstance(page, made.MadePage):
        page.drop()
        build.drew()
    output = policy.outward(output, config.site_url or "")
    return policy.under(build.policy, output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Return the HTML of the 404 page, treated like any other page; other templates stay.

    MkDocs renders the 404 page first, so it shows in time which scripts the frame has.
    """
    if template_name != "404.html":
        return output_content
    build: Build = config.extra["build"]
    if not process.serves:
        allowed = policy.policy([output_content, *build.sources.pages.values()])
        config.extra["build"] = replace(build, policy=allowed)
    return on_post_page(output_content, None, config)


def on_post_build(config: MkDocsConfig) -> None:
    """Check the links of the pages that were made, and add folded forms to the search index.

    With folded forms, words that are typed without accents are found.
    """
    build: Build = config.extra["build"]
    build.drew()
    for problem in build.links.broken({file.url: file.page for file in build.files}):
        log.warning("%s", problem)
    index = Path(config.site_dir) / "search" / "search_index.json"
    if index.is_file():
        index.write_text(search.folded_in(index.read_text(encoding="utf-8")), encoding="utf-8")
