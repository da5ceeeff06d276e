"""The only file that knows MkDocs: story files in, pages out.

Everything is read and checked in ``on_pre_build``, before MkDocs empties the site; ``on_files``
only adds what came of it. What one build found out travels as one value in its own configuration,
and nothing is kept between builds but what the process was started for.
"""

from __future__ import annotations

import itertools
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from anthology import labels, line, page, report
from anthology.line import Sources
from anthology.model import Anthology, Asset, Page, Problem
from anthology.sources.settings import Settings
from anthology.text import address
from frame import ThemeChanged, freshness, mend, policy, search

log = logging.getLogger("mkdocs.hooks.anthology")


@dataclass(slots=True)
class Process:
    """What holds for as long as MkDocs runs."""

    loaded: dict[Path, int]
    """The files that are read once, and when each was changed."""
    command: str = "build"

    @property
    def serves(self) -> bool:
        """Whether somebody is at work here: they see drafts and the review."""
        return self.command == "serve"


process = Process(freshness.state(Path(__file__).parent))


@dataclass(frozen=True, slots=True)
class Build:
    """What one build is made of; ``config.extra["build"]`` hands it from event to event."""

    sources: Sources
    anthology: Anthology
    pages: Mapping[str, Page]
    """By their paths below ``docs/``."""
    assets: tuple[Asset, ...]
    policy: str | None = None
    """Known once the theme has shown its inline scripts; None in ``serve``, whose live reload puts
    a script of its own on every page."""


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs passes it by name
    """Note what was asked for: only ``serve`` shows drafts, and ``gh-deploy`` must be sure."""
    process.command = command
    # The day of a build is no date of a page: without one that is given, there is none.
    if not os.environ.setdefault("SOURCE_DATE_EPOCH", "0").isdecimal():
        raise Abort("SOURCE_DATE_EPOCH is a number of seconds since 1970; nothing was changed.")


def on_pre_build(config: MkDocsConfig) -> None:
    """Find everything out, tell the editor, and refuse while nothing is lost yet."""
    if changed := freshness.changed(Path(__file__).parent, process.loaded):
        log.info("%s: stop the server and start it again to see the change.", ", ".join(changed))
    settings = Settings(
        title=config.site_name,
        url=config.site_url or "",
        lang=config.theme.get("language", "en"),
        limits=config.extra.get("limits"),
    )
    sources = line.gather(Path(config.docs_dir), settings)
    anthology = line.anthology(sources, drafts=process.serves)
    pages, assets = line.publish(anthology, sources)
    problems = [*anthology.problems, *line.collisions(sources, pages, assets)]
    if process.serves:
        pages.append(page.review(line.review(anthology), settings, problems))
    _tell(problems, refusing=config.strict or process.command == "gh-deploy")
    config.extra["build"] = Build(
        sources, anthology, {made.path: made for made in pages}, tuple(assets)
    )


def _tell(problems: list[Problem], *, refusing: bool) -> None:
    """Tell the editor what is wrong; ``refusing`` if nothing may be.

    Raises:
        Abort: where something is, and nothing may be.
    """
    report.to_workflow(problems)
    for problem in problems:
        # As an error, what stops the build is said even where ``--quiet`` hides warnings.
        log.log(logging.ERROR if refusing else logging.WARNING, "%s", problem)
    if problems and refusing:
        raise Abort(f"Not built: {report.counted(problems)}, see above. Nothing was changed.")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that were made, and leave out what lies in ``docs/`` but is not published."""
    build: Build = config.extra["build"]
    for file in [each for each in files if build.sources.leaves_out(each.src_uri)]:
        files.remove(file)
    for made in build.pages.values():
        _add(files, config, made.path, made.text).edit_uri = made.source
    for asset in build.assets:
        _add(files, config, asset.path, asset.data)
    return files


def _add(files: Files, config: MkDocsConfig, path: str, content: str | bytes) -> File:
    """Add a file that was made to ``files``, instead of one that is there, and return it."""
    if replaced := files.get_file_from_path(path):
        files.remove(replaced)
    # What the navigation names is in it all the same; for the rest this saves a notice each.
    inclusion = InclusionLevel.NOT_IN_NAV
    file = File.generated(config, path, content=content, inclusion=inclusion)
    files.append(file)
    return file


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Add the indexes of labels that only the editor knows, and put the stories in a row."""
    build: Build = config.extra["build"]
    _add_indexes(nav, files, build.anthology)
    # None of the stories is in the navigation, so MkDocs does not know which follows which.
    found = (_page(files, f"{address.of_story(s.address)}.md") for s in build.anthology.stories)
    stories = [page for page in found if page]
    for before, after in itertools.pairwise(stories):
        before.next_page, after.previous_page = after, before
    return nav


def _add_indexes(nav: Navigation, files: Files, anthology: Anthology) -> None:
    """Put the indexes that the editor's ``nav:`` does not name behind the last one that it does."""
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
    """Escape what the theme prints raw of a page that was made."""
    build: Build = config.extra["build"]
    if page.file.src_uri in build.pages:
        page.meta.update(mend.escaped(page.meta))
    return markdown


def on_post_page(output: str, config: MkDocsConfig, **_: object) -> str:
    """Mend what the theme gets wrong, and let a page that is published do no more than it must."""
    build: Build = config.extra["build"]
    output = policy.outward(mend.mended(output), config.site_url or "")
    return policy.under(build.policy, output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for the 404 page, which shows what the theme is made of.

    MkDocs renders it before any other, so that it is known in time what scripts the theme has, and
    whether the theme still is the one that ``frame`` mends.
    """
    if template_name != "404.html":
        return output_content
    build: Build = config.extra["build"]
    try:
        mend.check(output_content)
    except ThemeChanged as error:
        raise Abort(str(error)) from None
    if not process.serves:
        allowed = policy.policy([output_content, *build.sources.pages.values()])
        config.extra["build"] = replace(build, policy=allowed)
    return on_post_page(output_content, config)


def on_post_build(config: MkDocsConfig) -> None:
    """Let the search find what a reader types without accents."""
    index = Path(config.site_dir) / "search" / "search_index.json"
    if index.is_file():
        index.write_text(search.folded_in(index.read_text(encoding="utf-8")), encoding="utf-8")
