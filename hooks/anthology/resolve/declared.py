"""Names that the text itself says are one person's: known as, whom everyone called, or."""

from __future__ import annotations

import re

from anthology.model import Mention
from anthology.resolve.forms import Form
from anthology.resolve.prose import Prose

_BETWEEN = re.compile(
    r"""^(?:
        ['’]s\s(?:real|true|full|given|Christian)\sname\swas
      | ,?\s(?:also\s|better\s|otherwise\s|universally\s|generally\s|commonly\s)?(?:known|famous)
            (?:\s(?:to|by|among|in|at|throughout|from)\s[\w\s]{1,30})?\sas
      | ,?\s(?:nicknamed|alias|a\.k\.a\.|aka|n[ée]e|born|christened|baptised|rechristened|called|dubbed)
      | ,?\s(?:whom|who\sm)\s[\w\s]{1,30}\scalled
      | ,\sor\s(?:rather\s|simply\s|just\s)?
      | ,?\s(?:was\s|is\s)?short\sfor
      | ,?\swho\swas\s(?:really|in\sfact|also)
      | \s\(
      | \s[“"‘]
    )\s?[“"‘']?$""",
    re.VERBOSE,
)


def links(prose: Prose, forms: list[Form]) -> list[tuple[Form, Form]]:
    """Pairs of forms that the text declares to be one person's."""
    owner = {m: f for f in forms for m in f.mentions}
    mentions = sorted(owner)
    found = []
    for one, two in zip(mentions, mentions[1:], strict=False):
        if one.paragraph != two.paragraph or two.start - one.end > 60 or owner[one] is owner[two]:
            continue
        if _BETWEEN.search(prose.passage(one).text[one.end : two.start]):
            found.append((owner[one], owner[two]))
    return found


def named(prose: Prose, mention: Mention) -> bool:
    """Whether the text gives this name to somebody: a dog called Captain."""
    return bool(re.search(r"\b(?:called|named)\s+[“\"‘']?$", prose.before(mention, 12)))
