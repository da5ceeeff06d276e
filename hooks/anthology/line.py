"""The line, written once, top to bottom: raw seeds go in, an anthology and its pages come out.

    read -> recognise -> resolve -> correct -> devise -> identify -> index -> page

Each step is a function of values to a value, in the module of its name; only this one knows them
all. What happens to a name on its way from the text to the index can be read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from anthology.authority import entries, verify
from anthology.authority.correct import correct
from anthology.authority.entries import Authority
from anthology.devise import devise
from anthology.identify import identify
from anthology.model import Anthology, Asset, Page, Problem, Seed, Statement, Story
from anthology.names.index import index
from anthology.read import read
from anthology.recognise import recognise
from anthology.recognise.judged import judged
from anthology.resolve import resolve
from anthology.review import Item
from anthology.review import review as reviewed
from anthology.sources import disk, seeds
from anthology.sources.disk import USUAL, Limits
from anthology.sources.pictures import NO_PICTURES, Pictures
from anthology.text import address

STORIES = "docs/stories"
AUTHORITY = "docs/authority"


@dataclass(frozen=True, slots=True)
class Sources:
    """What the editor keeps on disk, before anything is made of it."""

    seeds: tuple[Seed, ...]
    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()
    pictures: Pictures = field(default_factory=dict)
    """The pictures that a story can show, by their paths below ``docs/assets/``."""
    limits: Limits = USUAL


def gather(docs: Path, said: object = None) -> Sources:
    """Give the seeds and the authority files below the folder ``docs``, and what is wrong there.

    ``said`` are the limits as the editor set them, if at all.
    """
    limits, problems = disk.limits(said)
    strays = disk.strays(docs)
    problems += _astray(strays, docs)
    found: list[Seed] = []
    statements: list[Statement] = []
    if docs / "stories" not in strays:
        found, wrong = seeds.gather(docs / "stories", STORIES, limits)
        problems += wrong
    if docs / "authority" not in strays:
        statements, wrong = entries.gather(docs / "authority", AUTHORITY, limits)
        problems += wrong
    pictures = seeds.pictures(docs / "assets")
    return Sources(tuple(found), tuple(statements), tuple(problems), pictures, limits)


def _astray(strays: Iterable[Path], docs: Path) -> Iterable[Problem]:
    message = "not published: a link that leads elsewhere, or no file; put the file itself here"
    for path in sorted(strays):
        place = path.relative_to(docs)
        # In these two, each file is told of when it is read.
        if len(place.parts) == 1 or place.parts[0] not in ("stories", "authority"):
            yield Problem(f"docs/{disk.printable(place.as_posix())}", message, refused=True)


def named(
    seed: Seed,
    file: str,
    lang: str = "en",
    pictures: Pictures = NO_PICTURES,
    limits: Limits = USUAL,
) -> tuple[Story | None, tuple[Problem, ...]]:
    """Give the story in ``seed`` with its names, before the editor's word on them."""
    story, problems = read(seed, file, lang, pictures)
    if story and (endless := _endless(story, file, limits)):
        return None, (*problems, endless)
    return (resolve(story, recognise(story)) if story else None), problems


def _endless(story: Story, file: str, limits: Limits) -> Problem | None:
    """Give the first paragraph that is too long to be one, as a problem."""
    for number, paragraph in enumerate(story.paragraphs, start=1):
        if len(paragraph) > limits.paragraph:
            what = f"paragraph {number} has {len(paragraph):,} characters"
            message = f"{what}, and may have {limits.paragraph:,}; part it by blank lines"
            return Problem(file, message, refused=True)
    return None


def told(story: Story, statements: Iterable[Statement]) -> tuple[Story, frozenset[Statement]]:
    """Give ``story`` as the editor has it and with a title, and the statements that met a name."""
    corrected, met = correct(story, statements)
    return devise(corrected), met


def anthology(sources: Sources, lang: str = "en", *, drafts: bool = False) -> Anthology:
    """Give the anthology of ``sources``: its stories in order, its names, and every problem."""
    problems = list(sources.problems)
    found: list[Story] = []
    for seed in sources.seeds:
        story, wrong = named(seed, f"{STORIES}/{seed.name}", lang, sources.pictures, sources.limits)
        problems += wrong
        if story:
            found.append(story)
    found = _with_own_ids(found)
    said = (*sources.statements, *(s for story in found for s in story.statements))
    sound, unsound = verify.sound(said, {story.id for story in found})
    word = Authority(sound)
    met: set[Statement] = set()
    stories: list[Story] = []
    for story in found:
        as_told, meeting = told(story, word.on(story))
        met |= meeting
        if drafts or not story.draft:
            stories.append(as_told)
    stories.sort(key=lambda story: (story.order is None, story.order or 0))
    addressed, doubles = _addressed(stories)
    hidden = {story.id for story in found} - {story.id for story in addressed}
    statements, untrue = verify.true([s for s in sound if s in met], addressed, hidden)
    told_of = {(problem.file, problem.line) for problem in unsound}
    unmet = [p for p in _unmet(sound, met) if (p.file, p.line) not in told_of]
    problems += [*unsound, *untrue, *doubles, *unmet]
    characters, locations = identify(addressed, statements)
    if not addressed:
        problems.append(Problem(STORIES, "no stories found; put a story there as a .txt file"))
    return Anthology(
        stories=tuple(addressed),
        characters=index(characters),
        locations=index(locations),
        problems=tuple(problems),
        statements=tuple(statements),
        seeds=tuple(s for s in sources.seeds if s.name in {story.source for story in addressed}),
    )


def review(anthology: Anthology) -> tuple[Item, ...]:
    """Give what the editor should look at, the worst first."""
    return reviewed(anthology, {story.id: judged(story) for story in anthology.stories})


def collisions(docs: Path, pages: Sequence[Page], assets: Sequence[Asset]) -> list[Problem]:
    """Give the files of the editor's that stand where the anthology puts one of its own."""
    theirs = {made.source for made in pages}
    ours = [made.path for made in pages if made.path not in theirs]
    ours += [made.path for made in assets]
    return [
        Problem(f"docs/{path}", "the anthology makes this page itself; take the file away")
        for path in ours
        if (docs / path).exists()
    ]


def _with_own_ids(stories: Iterable[Story]) -> list[Story]:
    """Give ``stories``, any that has an earlier one's id under the name of its file instead."""
    taken: set[str] = set()
    own = []
    for story in stories:
        names = (story.id, Path(story.source).stem, story.source)
        free = next((name for name in names if name not in taken), story.source)
        own.append(story if free == story.id else _under(free, story))
        taken.add(free)
    return own


def _under(story_id: str, story: Story) -> Story:
    return replace(
        story,
        id=story_id,
        characters=tuple(replace(c, id=_moved(c.id, story_id)) for c in story.characters),
        locations=tuple(replace(x, id=_moved(x.id, story_id)) for x in story.locations),
        statements=tuple(replace(s, stories=(story_id,)) for s in story.statements),
    )


def _moved(entity_id: str, story_id: str) -> str:
    return f"{story_id}/{entity_id.rpartition('/')[2]}"


def _addressed(stories: Sequence[Story]) -> tuple[list[Story], list[Problem]]:
    wanted = [address.story_slug(s.id, s.title or "", s.slug) for s in stories]
    given = address.unique(wanted)
    holder: dict[str, str] = {}
    problems = []
    for story, want, got in zip(stories, wanted, given, strict=True):
        if want in holder:
            problems.append(
                Problem(
                    f"{STORIES}/{story.source}",
                    f"wants the address 'stories/{want}/', which {holder[want]} has; it is at "
                    f"'stories/{got}/', give it a 'slug:' of its own",
                )
            )
        holder.setdefault(want, story.source)
    placed = [replace(s, address=got) for s, got in zip(stories, given, strict=True)]
    return placed, problems


def _unmet(statements: Iterable[Statement], met: set[Statement]) -> list[Problem]:
    return [
        Problem(s.file, f"no story has the name '{s.name}'; check its spelling", s.line)
        for s in statements
        if s not in met
    ]
