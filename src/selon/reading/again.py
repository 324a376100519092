"""Again: which actor a role or general noun takes up (le ministre, l'organisation, les deux dirigeants)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.knowledge.entries import Entry
from selon.knowledge.people import ACTING
from selon.reading.classes import word_class
from selon.reading.coreference import FAR
from selon.reading.modifiers import Noun, gender_of_role
from selon.reading.origins import LEADERS, Origins
from selon.reading.roles import Role, plain
from selon.reading.work import ActorDraft

if TYPE_CHECKING:
    from selon.reading.coreference import Mention

NEAR = 80  # words within which somebody told of is still at hand
NO_OFFICE = frozenset(("relative", "expert", "activist", "journalist", "artist", None))  # offices of titles.tsv that are none
SIZES = (("two", 2), ("three", 3), ("four", 4))  # sorts of numerals


class Again(Origins):
    """Finds actors that were named before, or that the article names later."""

    def _again(self, noun: Noun, lemma: str, sector: str = "") -> list[ActorDraft]:
        """A general noun that takes up an actor named before (l'organisation, cette institution)."""
        fits = self.cast.lex.hypernyms.get(lemma)
        if fits is None:
            return []
        if sector:
            fits = (fits[0], frozenset((sector,)))
        if noun.plural:  # `ces deux plateformes`
            several = self.cast.mentions.last(noun.head.i, lambda m: len(m.actors) > 1 and self._fit(m, fits))
            return list(several.actors) if several is not None else []
        last = self.cast.mentions.last(noun.head.i, lambda m: len(m.actors) == 1 and self._fit(m, fits))
        if last is not None:
            return last.actors[:1]
        return self._named_later(fits) if sector else []

    def _named_later(self, fits: tuple[frozenset[str], frozenset[str]]) -> list[ActorDraft]:
        """`le mouvement islamiste` before its name: the only one of the kind that the article names."""
        runs = {r.entries[0].key: r for r in self.cast.runs if r.entries and r.entries[0].kind in fits[0]}
        found = [r for r in runs.values() if (r.entries[0].sector or "") in fits[1]]
        return self.cast.naming.actors(found[0]) if len(found) == 1 else []

    def _fit(self, m: Mention, fits: tuple[frozenset[str], frozenset[str]]) -> bool:
        """Whether all actors of a mention are named and of the kinds and sectors that a general noun stands for."""
        for actor in m.actors:
            sector = actor.sector or ("NGO" if actor.country == "NGO" else "")
            facts = self.cast.registry.facts(actor)
            known = facts.named and (bool(sector) or facts.entry is not None)
            if not known or actor.kind not in fits[0] or sector not in fits[1]:
                return False
        return True

    def _pair(self, noun: Noun, lemma: str) -> list[ActorDraft]:
        """`les deux dirigeants`: who was named together last or came with the number, else the last two of the kind."""
        lex = self.cast.lex
        number = self._number(noun)
        size = next((n for sort, n in SIZES if lex.is_phrase(sort, number)), 0)
        if not size or not lex.is_phrase("pair", lemma):
            return []
        states = lex.is_phrase("country", lemma) or lex.is_phrase("capital", lemma)
        wanted = {"state"} if states else {"person"}
        if lex.is_phrase("sides", lemma):
            wanted = {"state", "group", "body"}
        before = self.cast.mentions.before(noun.head.i)
        for m in before:
            if len(m.actors) == size and all(a.kind in wanted for a in m.actors):
                return list(m.actors)
            if len(m.actors) == 1 and not states and self._so_many(m.actors[0], number):
                return list(m.actors)
        out: list[ActorDraft] = []
        for m in before[:14]:
            for a in m.actors:
                office = self.cast.registry.facts(a).offices
                fits = "person" not in wanted or not noun.role or not noun.role.office or office
                if a.kind in wanted and a not in out and fits:
                    out.append(a)
            if len(out) >= size:
                return out[:size][::-1]
        return []

    def _so_many(self, actor: ActorDraft, number: str) -> bool:
        """Whether people came with the same number before: `deux suspects`, then `les deux hommes`."""
        heads = self.cast.registry.facts(actor).heads
        return actor.kind == "group" and any(number in marks for marks in heads.values())

    def _number(self, noun: Noun) -> str:
        """The numeral of a phrase, or a determiner that is one (both)."""
        return next(
            (
                c.lower
                for c in noun.head.children
                if c.rel == "nummod" or (c.rel in ("det", "amod", "cc:preconj") and self.cast.lex.is_phrase("two", c.lower))
            ),
            "",
        )

    def _joint(self, m: Mention, role: Role) -> bool:
        """Whether a mention is of several persons who share the role, named together."""
        if len(m.actors) < 2 or any(a.kind != "person" for a in m.actors):
            return False
        facts = [self.cast.registry.facts(a) for a in m.actors]
        head = role.noun
        if all(head in f.heads for f in facts):
            return True
        wanted = LEADERS if role.office == "leader" else frozenset((role.office,))
        return bool(role.office) and all(any(o in wanted for o, _ in f.offices) for f in facts)

    def _source_again(self, noun: Noun) -> list[ActorDraft]:
        """`cette source`, `de même source`: the unnamed source or the writing's issuer that came last."""
        head = noun.role.word if noun.role else ""
        pointing, facts = noun.det == "demonstrative", self.cast.registry.facts

        def fits(m: Mention) -> bool:
            if head in facts(m.actors[0]).heads:
                return True
            unnamed = all(a.kind == "media" or (a.kind != "person" and not facts(a).named) for a in m.actors)
            return pointing and m.speaks and unnamed

        last = self.cast.mentions.last(noun.head.i, fits)
        if last is not None and (not noun.marks or noun.det == "demonstrative") and last.word.i > self._issued_at:
            return last.actors[:1]
        return list(self._issued.get("", ()))

    def _by_office(self, noun: Noun, office: str, country: str | None) -> ActorDraft | None:
        """The person of the article who holds the office, by the article's words or by knowledge."""
        cast = self.cast
        wanted = LEADERS if office == "leader" else frozenset((office, "leader")) if office in LEADERS else {office}
        wanted = wanted | {office.removeprefix(ACTING)}
        people = cast.people()
        holder = cast.reading.knowledge.holder(office, country, cast.on) if country and cast.on else None
        fit: list[ActorDraft] = []
        for held in sorted(wanted):
            for actor, where in people.by_office.get(held, ()):
                right = country is None or where == country or (where is None and actor.country == country)
                if right and actor not in fit and not self._past(actor, noun, holder):
                    fit.append(actor)
        if gender_of_role(noun) == "Fem":
            fit = [a for a in fit if a.gender != "Masc"]  # a woman's title is no man's
        if not fit and country and office in LEADERS:
            fit = [a for a in people.by_country.get(country, ()) if a.sector == "GOV" and not self._past(a, noun, holder)]
            fit = fit if len(fit) == 1 else []
        if len(fit) > 1 and country and cast.on:
            for o in sorted(wanted):
                entry = cast.reading.knowledge.holder(o, country, cast.on)
                named = cast.registry.find(entry.key) if entry else None
                if named is not None and named in fit:
                    return named
        if country is None and len(fit) > 1:
            here = cast.setting.country(noun.head.sentence)
            before = [a for a in fit if cast.registry.facts(a).first < noun.head.i]
            seen = [a for a in before if cast.registry.facts(a).last > noun.head.i - 200]
            fit = seen or [a for a in fit if a.country == here] or fit
        return self._nearest(fit, noun.head.i)

    def _past(self, actor: ActorDraft, noun: Noun, holder: Entry | None) -> bool:
        """Whether an actor is known to have left an office that another holds, and the article does not call him by it."""
        facts = self.cast.registry.facts(actor)
        if holder is None or facts.entry is None or facts.entry.key == holder.key or facts.entry.kind != "person":
            return False
        return noun.head.lemma not in facts.heads and (noun.role is None or noun.role.noun not in facts.heads)

    def _by_past_office(self, noun: Noun, office: str, country: str | None) -> ActorDraft | None:
        """`l'ex-présidente chilienne`: the person of the article who once held the office, by knowledge."""
        cast = self.cast
        wanted = LEADERS if office == "leader" else {office}
        where = country or cast.setting.country(noun.head.sentence)
        fit: list[ActorDraft] = []
        for group in cast.people().by_country.values():
            for actor in group:
                entry = cast.registry.facts(actor).entry
                past = cast.reading.knowledge.offices_of(entry.name) if entry is not None else []
                if any(e.office in wanted and e.country == where and not (cast.on and e.current(cast.on)) for e in past):
                    fit.append(actor)
        return self._nearest(fit, noun.head.i)

    def _by_head(self, noun: Noun, role: Role, country: str | None) -> ActorDraft | None:
        """The person of the article whom the same noun introduced (le ministre, le porte-parole)."""
        cast, head = self.cast, role.noun
        fit: list[ActorDraft] = []
        rest: list[ActorDraft] = []
        for actor in cast.people().of_noun(head):
            marks = cast.registry.facts(actor).heads.get(head, frozenset())
            if country and actor.country and country != actor.country:
                continue
            entry = cast.registry.facts(actor).entry
            if role.office in LEADERS and entry is not None and not self._ever(entry, country):
                continue  # la reine is not the queen consort
            if noun.marks <= marks or (marks and marks <= noun.marks) or noun.marks & marks:
                fit.append(actor)
            elif role.relation == "of" and noun.marks <= self.cast.lex.general and self._bare(noun):
                rest.append(actor)  # le chef du groupe
        if not fit and len(rest) == 1:
            fit = rest
        return self._nearest(fit, noun.head.i) if fit else self._of_a_place(noun, head)

    def _of_a_place(self, noun: Noun, head: str) -> ActorDraft | None:
        """`the Florida senator`: the only one of that noun told of shortly before, whose land has the place."""
        cast = self.cast
        runs = [cast.run_at.get(c.i) for c in noun.complements]
        if not cast.lex.head_last or not runs or any(r is None or r.entries or r.ent != "LOC" for r in runs):
            return None
        lands = {r.within or cast.reading.knowledge.country_of_place(r.text) for r in runs if r is not None}
        told = [
            a for a in cast.people().of_noun(head)
            if noun.head.i - NEAR < cast.registry.facts(a).last < noun.head.i and {a.country} == lands
        ]  # fmt: skip
        return told[0] if len(told) == 1 else None

    def _going_on(self, noun: Noun, role: Role) -> ActorDraft | None:
        """`« … », ajoute l'économiste`: the named person who spoke last, where the role is nobody else's in the article.

        Whatever the role with a verb of going on; else a bare one that is no office (`explique le chercheur`).
        """
        head, verb = noun.head, noun.head.head
        if head.rel != "nsubj" or head.i < verb.i or verb.lemma not in self.cast.lex.speech or noun.det != "definite":
            return None
        goes_on = verb.lemma in word_class(self.cast.reading.lang, "goes_on")
        if noun.former or head.child("conj") is not None or not (goes_on or not (role.office or role.relation or noun.complements)):
            return None
        facts = self.cast.registry.facts
        last = self.cast.mentions.last(head.i, lambda m: m.speaks and m.quote < 0)
        if last is None or len(last.actors) != 1 or head.sentence - last.word.sentence > FAR:
            return None
        old, gender, sector = last.actors[0], gender_of_role(noun), role.sector or None
        if old.kind != "person" or not facts(old).named:
            return None
        same = all(a is None or b is None or a == b for a, b in ((gender, old.gender), (sector, old.sector)))
        return old if same or (goes_on and gender in (None, old.gender or gender)) else None

    def _bare(self, noun: Noun) -> bool:
        """Whether the phrase's complements have nothing of their own: du groupe, not du groupe d'experts."""
        return all(w.text[0].islower() and all(c.rel in ("det", "case") for c in w.children) for w in noun.complements)

    def _ever(self, entry: Entry, country: str | None) -> bool:
        """Whether a known person has led a state (this one, where it is known) or leads anything else."""
        known = self.cast.reading.knowledge.offices_of(entry.name)
        return any((e.office in LEADERS and country in (None, e.country)) or e.office not in NO_OFFICE for e in known)

    def _nearest(self, fit: list[ActorDraft], i: int) -> ActorDraft | None:
        """The one mentioned last before word `i`, else the one that comes first after it."""
        facts = self.cast.registry.facts
        before = [a for a in fit if facts(a).first < i]
        if before:
            return max(before, key=lambda a: facts(a).last)
        return min(fit, key=lambda a: facts(a).first, default=None)

    def _own(self, role: Role) -> ActorDraft | None:
        """`notre correspondant`: the paper's own journalist whom the article names."""
        if not self.cast.lex.is_phrase("own_medium", plain(role.word)):
            return None
        fit = [a for group in self.cast.people().by_country.values() for a in group if a.sector == "JRN"]
        return fit[0] if len(fit) == 1 else None

    def _same_head(self, m: Mention, head: str, country: str | None, noun: Noun) -> bool:
        actor = m.actors[0]
        if len(m.actors) > 1 or actor.plural != noun.plural or (country and actor.country and country != actor.country):
            return False
        return head in self.cast.registry.facts(actor).heads and actor.kind != "person"
