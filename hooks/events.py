"""The only file that knows MkDocs: seeds in, pages out.

Everything is read and checked in ``on_pre_build``, before MkDocs empties the site; ``on_files``
only adds what came of it. Nothing is kept between builds: what one build found out travels in its
own configuration.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from anthology import freshness, line, page, report, search
from anthology.model import Anthology
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.hooks.anthology")
loaded = freshness.modules(Path(__file__).parent)
asked = {"command": "build"}


def on_startup(command: str, dirty: bool) -> None:
    asked["command"] = command


def on_pre_build(config: MkDocsConfig) -> None:
    if freshness.modules(Path(__file__).parent) != loaded:
        log.info("Python changed below hooks/: stop the server and start it again to see it.")
    docs = Path(config.docs_dir)
    anthology = line.anthology(
        line.gather(docs),
        lang=config.theme.get("language", "en"),
        drafts=asked["command"] == "serve",
    )
    home = docs / "index.md"
    site = page.Site(
        title=config.site_name,
        url=config.site_url or "",
        description=config.site_description or "",
        home=home.read_text(encoding="utf-8") if home.is_file() else "",
    )
    pages, assets = page.pages(anthology, site)
    problems = [*anthology.problems, *line.collisions(docs, pages, assets)]
    report.to_workflow(problems)
    for problem in problems:
        log.warning("%s", problem)
    if problems and (config.strict or asked["command"] == "gh-deploy"):
        raise Abort(f"Refused: {report.counted(problems)}, see above. Nothing was changed.")
    config.extra["anthology"] = anthology
    config.extra["anthology_made"] = (pages, assets)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    pages, assets = config.extra.pop("anthology_made")
    for made in (*pages, *assets):
        content: Any = made.text if isinstance(made, page.Page) else made.data
        replaced = files.get_file_from_path(made.path)
        if replaced:
            files.remove(replaced)
        inclusion = InclusionLevel.INCLUDED if made.path in _in_nav(config) else NOT_IN_NAV
        file = File.generated(config, made.path, content=content, inclusion=inclusion)
        file.edit_uri = getattr(made, "source", None)
        files.append(file)
    return files


NOT_IN_NAV = InclusionLevel.NOT_IN_NAV


def _in_nav(config: MkDocsConfig) -> set[str]:
    return {path for item in config.nav or () for path in item.values()}


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    anthology: Anthology = config.extra["anthology"]
    found = [files.get_file_from_path(f"stories/{s.address}.md") for s in anthology.stories]
    stories = [file.page for file in found if file and file.page]
    for before, after in zip(stories, stories[1:], strict=False):
        before.next_page, after.previous_page = after, before
    return nav


def on_post_build(config: MkDocsConfig) -> None:
    index = Path(config.site_dir) / "search" / "search_index.json"
    if index.is_file():
        index.write_text(search.folded_in(index.read_text(encoding="utf-8")), encoding="utf-8")
