"""The line of steps, from top to bottom: seeds go in, an anthology and its pages come out.

    read -> recognise -> resolve -> doubt -> correct -> devise -> identify -> index -> page

Each step is a function from values to a value. Only this module knows all steps. ``gather`` and
``gather_folder`` read from the disk; nothing after them does. What happens to a name on its way
from the text to the index can be read here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from anthology import labels, page
from anthology.authority import consistency, entries, evidence
from anthology.authority.correct import correct
from anthology.authority.lookup import Authority
from anthology.devise import devise
from anthology.doubt import doubt
from anthology.identify import identify
from anthology.memory import Memory, unswept
from anthology.model import (
    Anthology,
    Asset,
    Fault,
    Name,
    Page,
    Problem,
    Question,
    Seed,
    Statement,
    Story,
)
from anthology.names.filing import index
from anthology.naming import Given
from anthology.output.assets import assets
from anthology.page.book import Book
from anthology.read import Reading
from anthology.review import review as reviewed
from anthology.sources import disk, pages, seeds
from anthology.sources.disk import USUAL, Limits, Survey
from anthology.sources.pages import HOME, Note
from anthology.sources.pictures import NO_PICTURES, Pictures
from anthology.sources.settings import Settings
from anthology.text import address
from anthology.work import Work

STORIES = "docs/stories"
"""The stories folder, as messages give it."""
AUTHORITY = "docs/authority"
"""The folder of the authority files, as messages give it."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What the editor keeps on disk, as it was found there."""

    seeds: tuple[Seed, ...]
    """The seeds, in the order of their names."""
    statements: tuple[Statement, ...] = ()
    """What the authority files say."""
    problems: tuple[Problem, ...] = ()
    settings: Settings = field(default_factory=Settings)
    limits: Limits = USUAL
    folder: str = STORIES
    """The folder of the seeds, as messages give it."""
    pictures: Pictures = field(default_factory=lambda: NO_PICTURES)
    survey: Survey = field(default_factory=Survey)
    """The files below ``docs/``."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """The Markdown of the pages that the editor writes by hand, by their paths below ``docs/``."""
    note: Note = field(default_factory=Note)
    elsewhere: frozenset[str] = frozenset()
    """Ids of the stories that are in the folder but were not asked for."""

    @property
    def given(self) -> Given:
        """What the readings of the seeds depend on beside the seeds."""
        return Given(self.folder, self.settings.lang, self.limits, self.pictures)

    def leaves_out(self, path: str) -> bool:
        """Return whether the file at ``path`` below ``docs/`` must not be published."""
        unread = path in self.survey.files and pages.is_page(path) and path not in self.pages
        return unread or self.survey.is_astray(path)


def gather(docs: Path, settings: Settings, known: Mapping[str, Seed] | None = None) -> Sources:
    """Return what the editor keeps below the folder ``docs``, with the problems found there.

    ``known`` are the seeds that have not changed since they were read, by their names.
    """
    survey = disk.survey(docs)
    limits, problems = disk.limits(settings.limits)
    problems += _astray(survey)
    found: list[Seed] = []
    statements: list[Statement] = []
    if "stories" not in survey.strays:
        found, wrong = seeds.gather(docs / "stories", STORIES, limits, known)
        problems += wrong
    if "authority" not in survey.strays:
        statements, wrong = entries.gather(docs / "authority", AUTHORITY, limits)
        problems += wrong
    written, wrong = pages.gather(docs, survey.files, limits.bytes)
    problems += wrong
    note = Note()
    try:
        note = pages.note(written.get(HOME, ""))
    except Fault as fault:
        problems.append(fault.within(f"docs/{HOME}"))
    return Sources(
        settings=settings,
        seeds=tuple(found),
        statements=tuple(statements),
        pictures=seeds.pictures(docs / "assets"),
        limits=limits,
        survey=survey,
        pages=written,
        note=note,
        problems=tuple(problems),
    )


def gathered_again(before: Sources, docs: Path, changed: Collection[str]) -> Sources:
    """Return ``before`` as it is now in the folder ``docs``, where only ``changed`` has changed.

    These are paths below ``docs`` of stories and authority files. Other stories are not opened.
    """
    names = {path.removeprefix("stories/") for path in changed}
    known = {seed.name: seed for seed in before.seeds}
    if names <= known.keys():
        # Most edits change the text of stories that are there before and after.
        with suppress(Fault):
            again = {name: seeds.take(docs / "stories" / name, before.limits) for name in names}
            return replace(before, seeds=tuple(again.get(s.name, s) for s in before.seeds))
    return gather(docs, before.settings, {n: s for n, s in known.items() if n not in names})


def gather_folder(
    folder: Path, called: str, settings: Settings, only: str | None = None
) -> Sources:
    """Return the seeds in any ``folder``, with the authority files and pictures beside it.

    ``called`` is the folder's path, as messages give it. ``only`` is the name of the one seed that
    was asked for; None asks for all.
    """
    limits, problems = disk.limits(settings.limits)
    found, wrong = seeds.gather(folder, called, limits)
    chosen = [seed for seed in found if only in (None, seed.name)]
    problems += [p for p in wrong if only is None or p.file == f"{called}/{only}"]
    beside = str(Path(called).parent / "authority")
    statements, wrong = entries.gather(folder.parent / "authority", beside, limits)
    return Sources(
        settings=settings,
        seeds=tuple(chosen),
        folder=called,
        statements=tuple(statements),
        pictures=seeds.pictures(folder.parent / "assets"),
        limits=limits,
        elsewhere=frozenset(address.story_id(seed.name) for seed in found if seed not in chosen),
        problems=(*problems, *wrong),
    )


def _astray(survey: Survey) -> Iterable[Problem]:
    """Yield a problem for each stray of ``survey``, but not for those that are reported later."""
    message = "not published: a link that leads elsewhere, or no file; put the file itself here"
    for path in sorted(survey.strays):
        folder, inside, _ = path.partition("/")
        # In these two folders, each file is reported when it is read.
        if not (inside and folder in ("stories", "authority")):
            yield Problem(f"docs/{disk.printable(path)}", message, refused=True)


@dataclass(frozen=True, slots=True)
class Told:
    """The stories, corrected by the editor's statements, before they are compared to each other."""

    stories: tuple[Story, ...]
    """The stories, in the order of their files."""
    statements: tuple[Statement, ...]
    """The editor's statements that are consistent and apply to a name in some story."""
    problems: tuple[Problem, ...]


def tell(sources: Sources, work: Work | None = None) -> Told:
    """Return the stories of ``sources`` with their names and titles, as found and as corrected."""
    work = work or Work()
    readings = work.readings(sources.seeds, sources.given)
    with unswept():
        return _told(readings, sources, work.memory)


def _told(readings: Iterable[Reading], sources: Sources, memory: Memory) -> Told:
    """Return what ``readings`` have together, as the editor's statements correct it."""
    found, said, problems = _with_entries(readings, sources)
    found = doubt(found, memory)
    ids = {story.id for story in found} | sources.elsewhere
    consistent, contradictions = consistency.check((*sources.statements, *said), ids)
    word = memory.recall(Authority, "", tuple(consistent))
    corrected = [memory.recall(_corrected, story.id, story, word) for story in found]
    met = frozenset[Statement]().union(*(meeting for _, meeting in corrected))
    # If some stories were not asked for, an entry may be about a name in one of them.
    unmet = [] if sources.elsewhere else evidence.unmet(consistent, met)
    lines = {(problem.file, problem.line) for problem in contradictions}
    return Told(
        stories=tuple(devise([story for story, _ in corrected], memory)),
        statements=tuple(s for s in consistent if s in met),
        problems=(
            *(*sources.problems, *problems, *contradictions),
            *(problem for problem in unmet if (problem.file, problem.line) not in lines),
        ),
    )


def _corrected(story: Story, word: Authority) -> tuple[Story, frozenset[Statement]]:
    """Return ``story`` as the editor's ``word`` has it, and the statements that apply to it."""
    return correct(story, word.on(story))


def _with_entries(
    readings: Iterable[Reading], sources: Sources
) -> tuple[list[Story], list[Statement], list[Problem]]:
    """Return the stories, each with an id of its own, the statements in them, and the problems."""
    stories: list[Story] = []
    statements: list[Statement] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for reading in readings:
        if not reading.story:
            problems += reading.problems
            continue
        story = _with_own_id(reading.story, taken)
        said, wrong = _entries(reading, story.id, f"{sources.folder}/{story.source}")
        # If a story is refused because of its entries, its other problems are not reported.
        problems += wrong or reading.problems
        if not wrong:
            taken.add(story.id)
            stories.append(story)
            statements += said
    return stories, statements, problems


def _entries(reading: Reading, own: str, file: str) -> tuple[list[Statement], list[Problem]]:
    """Return what the front matter says of names, and the problems; ``own`` is the story's id."""
    statements: list[Statement] = []
    problems: list[Problem] = []
    for label in labels.TABLE:
        if value := reading.entries.get(label.plural):
            said, wrong = entries.entries(value, label.name, file, own)
            statements += said
            problems += wrong
    return statements, problems


def _with_own_id(story: Story, taken: Collection[str]) -> Story:
    """Return ``story``; if its id is in ``taken``, its id becomes the name of its file."""
    names = (story.id, Path(story.source).stem, story.source)
    own = next((name for name in names if name not in taken), story.source)
    if own == story.id:
        return story
    entities = (replace(e, id=f"{own}/{e.id.rpartition('/')[2]}") for e in story.entities)
    return replace(story, id=own, entities=tuple(entities))


def anthology(
    sources: Sources,
    work: Work | None = None,
    *,
    drafts: bool = False,
) -> Anthology:
    """Return the anthology of ``sources``: its stories in order, its names and all problems.

    Drafts are left out unless ``drafts`` is true. What ``work`` remembers is not made again.
    """
    work = work or Work()
    told = tell(sources, work)
    with unswept():
        found = _compared(told, sources, work.memory, drafts=drafts)
    work.memory.turn()
    return found


def _compared(told: Told, sources: Sources, memory: Memory, *, drafts: bool) -> Anthology:
    """Return the anthology of the stories ``told``."""
    shown = [story for story in told.stories if drafts or not story.draft]
    shown.sort(key=lambda story: (story.order is None, story.order or 0))
    stories, doubles = _addressed(shown, sources.folder, memory)
    hidden = {story.id for story in told.stories} - {story.id for story in stories}
    statements, untrue = evidence.check(told.statements, stories, hidden)
    names = identify(stories, statements, memory)
    problems = [*told.problems, *untrue, *doubles]
    if not stories:
        message = "no stories found; put a story there as a .txt file"
        problems.append(Problem(sources.folder, message))
    by_name = {seed.name: seed for seed in sources.seeds}
    return Anthology(
        stories=tuple(stories),
        names=memory.recall(_indexed, "", names),
        problems=tuple(problems),
        statements=tuple(statements),
        seeds=tuple(by_name[story.source] for story in stories),
    )


def _indexed(names: Sequence[Name]) -> tuple[Name, ...]:
    """Return ``names`` in the order of the index of each label."""
    ours = ([each for each in names if each.label == label.name] for label in labels.TABLE)
    return tuple(name for each in ours for name in index(each))


def _addressed(
    stories: Sequence[Story], folder: str, memory: Memory
) -> tuple[list[Story], list[Problem]]:
    """Return ``stories`` with an address each, and a problem for each that could not get its own.

    Two stories want the same address where their slugs are equal; the first in order gets it.
    """
    slug = address.story_slug
    wanted = [memory.recall(slug, s.id, s.id, s.title or "", s.slug) for s in stories]
    given = address.unique(wanted)
    holder: dict[str, str] = {}
    problems = []
    for story, want, got in zip(stories, wanted, given, strict=True):
        if want in holder:
            problems.append(
                Problem(
                    f"{folder}/{story.source}",
                    f"wants the address '{address.of_story(want)}/', which {holder[want]} has; it "
                    f"is at '{address.of_story(got)}/', give it a 'slug:' of its own",
                )
            )
        holder.setdefault(want, story.source)
    at = (memory.recall(_at, s.id, s, got) for s, got in zip(stories, given, strict=True))
    return list(at), problems


def _at(story: Story, given: str) -> Story:
    """Return ``story`` with the address that it was ``given``."""
    return replace(story, address=given)


def publish(
    anthology: Anthology, sources: Sources, work: Work | None = None
) -> tuple[list[Page], list[Asset]]:
    """Return the pages of ``anthology``, and the other files that belong to the site."""
    work = work or Work()
    work.book = Book(anthology, sources.settings, work.book)
    return page.pages(work.book, sources.note), assets(anthology, sources.settings)


def collisions(sources: Sources, made: Sequence[Page], beside: Sequence[Asset]) -> list[Problem]:
    """Return a problem for each file of the editor at a path where the anthology puts its own.

    ``made`` are the pages and ``beside`` the other files that the anthology makes.
    """
    theirs = {each.source for each in made}
    ours = [each.path for each in made if each.path not in theirs]
    ours += [each.path for each in beside]
    return [
        Problem(f"docs/{path}", "the anthology makes this page itself; remove the file")
        for path in ours
        if path in sources.survey.files or path in sources.survey.strays
    ]


def review(anthology: Anthology, work: Work | None = None) -> tuple[Question, ...]:
    """Return what the editor should look at, the most serious question first."""
    work = work or Work()
    judgements = {story.id: work.judged(story) for story in anthology.stories}
    with unswept():
        return reviewed(anthology, judgements)
