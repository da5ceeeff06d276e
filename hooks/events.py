"""The only file that knows MkDocs: story files go in, pages come out.

Everything is read and checked in ``on_pre_build``, before MkDocs empties the site. ``on_files``
only adds the result. The result of a build is one value, which is handed on in the configuration
of that build. Between builds, nothing is kept but the command that MkDocs was started with and the
state of the files that are read once.
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
from anthology.work import Work, shared
from frame import ThemeChanged, freshness, mend, policy, search

log = logging.getLogger("mkdocs.hooks.anthology")


@dataclass(slots=True)
class Process:
    """What stays the same for as long as MkDocs runs."""

    loaded: dict[Path, int]
    """The files that are read once, and when each was last changed, in nanoseconds."""
    work: Work
    """What was read, kept in memory and on disk."""
    command: str = "build"

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
    assets: tuple[Asset, ...]
    policy: str | None = None
    """Known as soon as a page of the theme shows its inline scripts. None in ``serve``, whose live
    reload puts a script of its own on every page."""


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
    settings = Settings(
        title=config.site_name,
        url=config.site_url or "",
        lang=config.theme.get("language", "en"),
        limits=config.extra.get("limits"),
    )
    sources = line.gather(Path(config.docs_dir), settings)
    anthology = line.anthology(sources, process.work, drafts=process.serves)
    pages, assets = line.publish(anthology, sources)
    problems = [*anthology.problems, *line.collisions(sources, pages, assets)]
    if process.serves:
        pages.append(page.review(line.review(anthology, process.work), settings, problems))
    _tell(problems, refusing=config.strict or process.command == "gh-deploy")
    config.extra["build"] = Build(
        sources, anthology, {made.path: made for made in pages}, tuple(assets)
    )


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
    for made in build.pages.values():
        _add(files, config, made.path, made.text).edit_uri = made.source
    for asset in build.assets:
        _add(files, config, asset.path, asset.data)
    return files


def _add(files: Files, config: MkDocsConfig, path: str, content: str | bytes) -> File:
    """Return the file at ``path`` after adding it to ``files``, where it replaces an older one."""
    if replaced := files.get_file_from_path(path):
        files.remove(replaced)
    # A page that the navigation names is in it all the same. For every other page, this avoids a
    # notice that it is missing there.
    inclusion = InclusionLevel.NOT_IN_NAV
    file = File.generated(config, path, content=content, inclusion=inclusion)
    files.append(file)
    return file


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Return ``nav`` with the indexes that it does not name, and link each story to the next.

    Only the indexes of labels that are not recognised are added. The links between the stories are
    set on their pages.
    """
    build: Build = config.extra["build"]
    _add_indexes(nav, files, build.anthology)
    # No story is in the navigation, so MkDocs does not know which story follows which.
    found = (_page(files, f"{address.of_story(s.address)}.md") for s in build.anthology.stories)
    stories = [page for page in found if page]
    for before, after in itertools.pairwise(stories):
        before.next_page, after.previous_page = after, before
    return nav


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
        page.meta.update(mend.escaped(page.meta))
    return markdown


def on_post_page(output: str, config: MkDocsConfig, **_: object) -> str:
    """Return the HTML of a page: defects mended, links to other sites marked, policy added."""
    build: Build = config.extra["build"]
    output = policy.outward(mend.mended(output), config.site_url or "")
    return policy.under(build.policy, output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Return the HTML of the 404 page, treated like any other page; other templates stay.

    MkDocs renders the 404 page first. So it shows in time which scripts the theme has, and whether
    the theme is still the one that ``frame`` mends.

    Raises:
        Abort: where the theme has changed.
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
    """Add folded forms to the search index, so that words typed without accents are found."""
    index = Path(config.site_dir) / "search" / "search_index.json"
    if index.is_file():
        index.write_text(search.folded_in(index.read_text(encoding="utf-8")), encoding="utf-8")
