"""The small words and signs between clauses."""

from __future__ import annotations

SIGNS = frozenset([";", ":", "|", "(", ")", "—", "–", "!", "?", ".", "…", '"', "“", "”", "•"])
NEGATORS = frozenset("not never cannot hardly barely scarcely nobody none nothing neither".split())
CONTRASTS = frozenset("but however although though yet while whilst whereas except".split())
RELATIVES = frozenset("which who whom whose that what".split())
CONJUNCTIONS = (
    CONTRASTS
    | RELATIVES
    | frozenset("because since so if unless when whenever where wherever until".split())
)
TIMES = frozenset("when whenever because since if unless until where wherever".split())
LISTED = frozenset("/ | ; ( ) . :".split())
COUPLERS = frozenset([",", "and", "&", "then"])
