"""What to measure the anthology against: the same pages, made by Hugo and by plain Material.

Hugo is given each page's body as ready HTML and one shell to put around it, so that it makes as
many pages of about as many bytes. Material is given the Markdown that ``scripts/export`` writes.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import corpus
from environment import TOP

EDITED = "edited"
"""The address of the story that is edited while ``scripts/serve`` runs; it never changes."""
_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_NAV = re.compile(r"^nav:\n(?:  .*\n)+", re.MULTILINE)
_BRACES = "{{"
_HUGO = """\
baseURL = "https://example.org/repo/"
title = "Anthology"
disableKinds = ["taxonomy", "term", "RSS", "404"]
"""
_MATERIAL = """\
site_name: Anthology
site_url: https://example.org/repo/
theme:
  name: material
  font: false
plugins: []
markdown_extensions:
  - attr_list
  - pymdownx.blocks.details
"""


def project(stories: int, folder: Path) -> Path:
    """Return a copy of the project in ``folder`` with so many stories, which builds no search."""
    leave = shutil.ignore_patterns("__pycache__")
    for name in ("hooks", "scripts"):
        shutil.copytree(TOP / name, folder / name, ignore=leave)
    shutil.copytree(TOP / "docs", folder / "docs", ignore=shutil.ignore_patterns("*.txt"))
    for path in (folder / "docs/authority").glob("*.yml"):
        path.write_text("", "utf-8")
    for path in TOP.glob("requirements*.txt"):
        shutil.copy(path, folder)
    (folder / ".venv").symlink_to(TOP / ".venv", target_is_directory=True)
    settings = (TOP / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"^plugins:\n(?:  .*\n)+", "plugins: []\n", settings, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    corpus.write(stories, folder / "docs/stories")
    edited = seed(folder)
    edited.write_text(f"---\nslug: {EDITED}\n---\n{edited.read_text('utf-8')}", "utf-8")
    return folder


def seed(project: Path) -> Path:
    """Return the story of ``project`` that is edited: one in the middle."""
    found = sorted((project / "docs/stories").glob("*.txt"))
    return found[len(found) // 2]


def material(exported: Path, folder: Path) -> None:
    """Make ``folder`` a project of plain Material with the ``exported`` pages."""
    folder.mkdir()
    exported.rename(folder / "docs")
    # Without these lines, each page would list all pages beside its text.
    nav = _NAV.search((TOP / "mkdocs.yml").read_text("utf-8"))
    (folder / "mkdocs.yml").write_text(_MATERIAL + (nav[0] if nav else ""), "utf-8")


def hugo(site: Path, folder: Path) -> None:
    """Make ``folder`` a project of Hugo with the pages of ``site``, and its other files."""
    pages = sorted(site.rglob("index.html"))
    for path in pages:
        html, place = path.read_text("utf-8"), path.parent.relative_to(site)
        head = json.dumps({"title": _title(html), "url": f"/{place}/".replace("/./", "/")})
        below = any(path.parent.glob("*/index.html"))
        name = place / "_index.html" if below else place.with_suffix(".html")
        _put(folder / "content" / name, f"{head}\n{_body(html)}")
    for path in site.rglob("*"):
        if path.is_file() and path.name not in ("index.html", "sitemap.xml", "sitemap.xml.gz"):
            target = folder / "static" / path.relative_to(site)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    shell = _shell((site / "stories" / EDITED / "index.html").read_text("utf-8"))
    for layout in ("_default/single.html", "_default/list.html", "index.html"):
        _put(folder / "layouts" / layout, shell)
    _put(folder / "config.toml", _HUGO)


def _title(html: str) -> str:
    found = _TITLE.search(html)
    return found[1] if found else ""


def _body(html: str) -> str:
    """Return what a page has between the theme's frame."""
    found = _ARTICLE.search(html)
    return found[2] if found else ""


def _shell(html: str) -> str:
    """Return the frame of a page as a template of Hugo."""
    html = html.replace(_BRACES, '{{ "{{" }}')
    html = _TITLE.sub("<title>{{ .Title }}</title>", html)
    return _ARTICLE.sub(r"\1{{ .Content }}\3", html)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
