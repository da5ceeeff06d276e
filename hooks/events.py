"""The only file that knows MkDocs: seeds in, pages out.

Everything is read and checked in ``on_pre_build``, before MkDocs empties the site; ``on_files``
only adds what came of it. Nothing is kept between builds: what one build found out travels in its
own configuration.
"""

from __future__ import annotations

import itertools
import logging
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from anthology import line, page, report
from anthology.model import Anthology, Page
from anthology.sources import disk, settings
from frame import freshness, mend, policy, search

log = logging.getLogger("mkdocs.hooks.anthology")
here = Path(__file__).parent
loaded = freshness.state(here)
asked = {"command": "build"}


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs passes it by name
    """Note what was asked for: only ``serve`` shows drafts, and ``gh-deploy`` must be sure."""
    asked["command"] = command
    # The day of a build is no date of a page: without one that is given, there is none.
    if not os.environ.setdefault("SOURCE_DATE_EPOCH", "0").isdecimal():
        raise Abort("SOURCE_DATE_EPOCH is a number of seconds since 1970; nothing was changed.")


def on_pre_build(config: MkDocsConfig) -> None:
    """Find everything out, tell the editor, and refuse while nothing is lost yet."""
    if changed := freshness.changed(here, loaded):
        log.info("%s: stop the server and start it again to see the change.", ", ".join(changed))
    docs = Path(config.docs_dir)
    site = settings.Site(
        title=config.site_name,
        url=config.site_url or "",
        description=config.site_description or "",
        lang=config.theme.get("language", "en"),
        home=settings.note(docs),
    )
    sources = line.gather(docs, config.extra.get("limits"))
    anthology = line.anthology(sources, site.lang, drafts=asked["command"] == "serve")
    pages, assets = page.pages(anthology, site)
    problems = [*anthology.problems, *line.collisions(docs, pages, assets)]
    if asked["command"] == "serve":
        pages.append(page.review(line.review(anthology), site, problems))
    report.to_workflow(problems)
    refusing = bool(problems) and (config.strict or asked["command"] == "gh-deploy")
    for problem in problems:
        # As an error, what stops the build is said even where ``--quiet`` hides warnings.
        log.log(logging.ERROR if refusing else logging.WARNING, "%s", problem)
    if refusing:
        raise Abort(f"Not built: {report.counted(problems)}, see above. Nothing was changed.")
    config.extra["anthology"] = anthology
    config.extra["anthology_made"] = (pages, assets)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that were made, and leave out what lies in ``docs/`` but leads elsewhere."""
    strays = disk.strays(Path(config.docs_dir))
    for file in [each for each in files if disk.is_below(each.abs_src_path, strays)]:
        files.remove(file)
    pages, assets = config.extra.pop("anthology_made")
    for made in (*pages, *assets):
        if replaced := files.get_file_from_path(made.path):
            files.remove(replaced)
        content = made.text if isinstance(made, Page) else made.data
        # What the navigation names is in it all the same; for the rest this saves a notice each.
        inclusion = InclusionLevel.NOT_IN_NAV
        file = File.generated(config, made.path, content=content, inclusion=inclusion)
        if isinstance(made, Page):
            file.edit_uri = made.source
        files.append(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Tell each story which is before it and which is next, since none is in the navigation."""
    anthology: Anthology = config.extra["anthology"]
    found = [files.get_file_from_path(f"stories/{s.address}.md") for s in anthology.stories]
    stories = [file.page for file in found if file and file.page]
    for before, after in itertools.pairwise(stories):
        before.next_page, after.previous_page = after, before
    return nav


def on_post_page(output: str, config: MkDocsConfig, **_: object) -> str:
    """Mend what the theme gets wrong, and let a page that is published do no more than it must."""
    output = policy.outward(mend.mended(output), config.site_url or "")
    return policy.under(config.extra.get("anthology_policy"), output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Do the same for the 404 page, which comes first and shows what scripts the theme has."""
    if template_name != "404.html":
        return output_content
    if asked["command"] != "serve":  # whose live reload puts a script of its own on every page
        pages = settings.written(Path(config.docs_dir))
        trusted = [output_content, *(path.read_text(encoding="utf-8-sig") for path in pages)]
        config.extra["anthology_policy"] = policy.policy(trusted)
    return on_post_page(output_content, config)


def on_post_build(config: MkDocsConfig) -> None:
    """Let the search find what a reader types without accents."""
    index = Path(config.site_dir) / "search" / "search_index.json"
    if index.is_file():
        index.write_text(search.folded_in(index.read_text(encoding="utf-8")), encoding="utf-8")
