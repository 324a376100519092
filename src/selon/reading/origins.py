"""Origins: the country, sector and office that a noun phrase gives to whom it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.reading.modifiers import Noun, demonym
from selon.reading.phrases import describe
from selon.reading.roles import Role
from selon.reading.runs import Run
from selon.reading.setting import BODIES
from selon.reading.work import ActorDraft, Word

if TYPE_CHECKING:
    from selon.reading.actors import Cast

LEADERS = frozenset(("leader", "head_of_state", "head_of_government"))
HEAD = "head"  # the office of roles.tsv that only a body's name makes one (le directeur général de l'OMS)
SECRETARY = "secretary_general"  # likewise, of a body that has another head the second
HEADS = LEADERS | {HEAD, SECRETARY}
PRESIDENT = "president"  # how the keys of offices end that a president of a body holds
TENANT = "tenant"  # the office of roles.tsv that a seat of power decides (le locataire de l'Élysée)
BESIDE = 6  # words around a phrase's noun in which its words of origin stand
GOVERNMENTAL = frozenset(("UNO", "EUR", "IGO"))
LAWLESS = frozenset(("REB", "UAF", "CRM", "PRM"))  # whose country never goes without saying


class Origins:
    """What the phrases of common nouns say of country, sector and office."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._nouns: dict[int, Noun] = {}
        self._asked: set[int] = set()  # heads of the phrases whose country is being worked out
        self._rebel: str | None = None
        self._issued_at = -1
        self._issued: dict[str, list[ActorDraft]] = {}  # kind of writing -> who issued the last one

    def describe(self, head: Word) -> Noun:
        """What the phrase headed by a noun says; worked out once."""
        noun = self._nouns.get(head.i)
        if noun is None:
            noun = self._nouns[head.i] = describe(self.cast.roles, head)
        return noun

    def role_kind(self, head: Word) -> str:
        """The kind that a noun's row gives, "" without one."""
        role = self.describe(head).role
        return role.kind if role else ""

    def demonym_noun(self, word: Word, run: Run) -> bool:
        """Whether a capitalised word is people of an origin (les Palestiniens) rather than a name."""
        if self.cast.lex.head_last:
            return False  # such words are kept from names
        if (
            run.first != run.last
            or run.honorific
            or (run.ent == "PER" and not word.text.endswith("s"))
            or (run.entries and run.entries[0].kind != "person")
        ):
            return False
        determined = (
            any(c.rel in ("det", "nummod") for c in word.children)
            or word.pos in ("NOUN", "ADJ")
            or word.lower.endswith("s")
        )
        return determined and demonym(self.cast.reading.knowledge, word.text) is not None

    def country(self, noun: Noun) -> str | None:
        """The country that the phrase itself names: adjective of origin, complement, or possessor."""
        if noun.role is not None and noun.role.office and noun.role.scope.isupper() and noun.role.scope not in BODIES:
            return noun.role.scope  # the Argentine pope
        if noun.countries:
            return self._which(noun.countries[0], noun) if not self._elsewhere(noun) else None
        if noun.head.i in self._asked:  # a phrase that leads back to itself
            return None
        self._asked.add(noun.head.i)
        inside = self.cast.reading.words[noun.first : noun.head.i] if noun.first < noun.head.i else []
        asked = [*(w for w in inside if w.i in self.cast.run_at), *noun.complements]
        code = next((code for c in asked if (code := self._country_of(c))), None)
        self._asked.discard(noun.head.i)
        if code:
            return code
        if noun.role is not None and noun.role.kind not in ("person", "document"):
            for run in self.cast.naming.introduces.get(noun.head.i, ()):
                if self.cast.naming.run_people(run):
                    return self.cast.naming.actors(run)[0].country
        if noun.det == "own" and self.cast.medium is not None:
            return self.cast.medium.country
        if noun.det == "possessive":
            owner = self._owner(noun)
            return owner[0].country if owner else None
        return None

    def _which(self, code: str, noun: Noun) -> str:
        """Of the states that share the phrase's word of origin (Congolese) the one that is named near it or in the article."""
        words, knowledge = self.cast.reading.words, self.cast.reading.knowledge
        near = words[max(0, noun.first - BESIDE) : noun.last + BESIDE]
        word = next((w for w in near if w.sentence == noun.head.sentence and demonym(knowledge, w.text) == code), None)
        codes = tuple(knowledge.demonyms(word.text)) if word is not None and "-" not in word.text else ()
        return self.cast.setting.among(codes, noun.head.sentence) or code if len(codes) > 1 else code

    def _elsewhere(self, noun: Noun) -> bool:
        """`une militante ouïghoure basée à Londres`: whose country it speaks for is open."""
        if noun.role is None or noun.role.kind != "person":
            return False
        for w in self.cast.reading.words[noun.last + 1 : noun.last + 6]:
            if w.sentence != noun.head.sentence or w.text == ",":
                break
            if w.pos in ("VERB", "ADJ") and self.cast.lex.is_phrase("living", w.lemma):
                where = next((c for c in w.children if c.rel == "obl" and c.ent == "LOC"), None)
                return where is not None and self._country_of(where) not in (None, *noun.countries)
        return False

    def _country_of(self, word: Word) -> str | None:
        run = self.cast.run_at.get(word.i)
        if run is not None and run.within:
            return run.within
        if run is None and word.pos == "PROPN":
            return self.cast.reading.knowledge.state(word.text)
        place = run is not None and (run.ent == "LOC" or (self.cast.lex.head_last and not run.honorific and run.first == run.last))
        if run is not None and not run.entries and place:
            spot = self.cast.reading.knowledge.place(run.text)
            if spot is not None or run.ent == "LOC":
                return spot.country if spot else None
        actors = self.cast.single(word) if run is not None else []
        if actors:
            return actors[0].country if not self.cast.registry.facts(actors[0]).guessed else None
        noun = self.describe(word)
        return self.country(noun) if noun.countries or noun.complements else None

    def _owner(self, noun: Noun) -> list[ActorDraft]:
        """Whom a possessive determiner means."""
        det = next((c for c in noun.head.children if c.rel == "det" or c.dep == "nmod:poss"), noun.head)
        plural = self.cast.lex.is_phrase("their", det.lower)
        row = self.cast.lex.pronouns.get(det.lower) if det.pos == "PRON" else None
        gender = row.gender if row is not None else ""
        quote = self.cast.quote_of(noun.head)
        natural = self.cast.lex.natural
        return self.cast.mentions.antecedent(det, "Plur" if plural else "Sing", gender, quote, natural=natural)

    def origin(self, noun: Noun) -> tuple[str | None, str | None]:
        """Country and sector of whom a phrase means: its own words, its complement's, else what its row says."""
        role = noun.role
        country, sector = self.country(noun), (role.sector if role else "") or noun.sector
        if role is not None and role.office == TENANT and self._seats(noun):
            return country, self._seats(noun)[0].entries[0].sector
        if noun.sector in LAWLESS and sector in ("CVL", "MIL"):
            sector = noun.sector
        if sector == "MIL" and noun.complements:  # `les commandos du Hamas`, `les soldats de Wagner`
            whose = self.cast.single(self.cast.head(noun.complements[0]))
            sector = whose[0].sector if whose and whose[0].sector in LAWLESS else sector
        if role is not None and role.relation == "of" and noun.complements:
            above = self._above(noun)
            if above is not None:
                country = country or above.country
                keep = role.office and above.kind == "state"
                if above.sector not in (None, "CVL") and not keep and (not role.sector or role.sector == "GOV"):
                    sector = above.sector
                elif above.country in GOVERNMENTAL:
                    sector = ""
                return country or self._given(role, noun), sector or None
        if country is None and role is not None and role.kind == "person" and not noun.plural:
            employer = self._employer(noun)
            if employer is not None:
                return employer.country, (sector if employer.country not in GOVERNMENTAL else "") or None
        if country is None and role is not None:
            country = self._given(role, noun) or (self._rebels() if sector == "REB" and not noun.abroad else None)
        elif country is None and noun.sector:
            country = self.cast.setting.country(noun.head.sentence)
        if role is not None and role.scope in BODIES and sector == role.scope:
            return (role.scope, None) if country in (None, role.scope) else (country, sector)
        if country in GOVERNMENTAL and sector == "GOV":
            sector = ""
        return country, sector or None

    def _given(self, role: Role, noun: Noun) -> str | None:
        """The country that goes without saying."""
        if role.scope.isupper():
            return role.scope
        if any(self.cast.lex.is_phrase("country", c.lemma) and c.feats.get("Number") == "Plur" for c in noun.complements):
            return None  # `une coalition de pays du Golfe`
        if noun.abroad or noun.sector in LAWLESS or self._elsewhere(noun):
            return None
        return self.cast.setting.country(noun.head.sentence) if role.scope == "here" else None

    def _rebels(self) -> str | None:
        """The country of the armed groups that the article names, where all are of one; of worldwide ones only by the title."""
        if self._rebel is None:
            named = [r for r in self.cast.runs if r.entries and r.entries[0].kind == "group" and r.entries[0].sector == "REB"]
            codes = {r.entries[0].country or "" for r in named}
            title = self.cast.reading.article.title or ""
            sure = len(codes) == 1 and ("IMG" not in codes or any(r.text in title for r in named))
            self._rebel = codes.pop() if sure else ""
        return self._rebel or None

    def _above(self, noun: Noun) -> ActorDraft | None:
        """The actor whom a person speaks or works for: the complement's."""
        for c in noun.complements:
            actors = self.cast.single(self.cast.head(c))
            if actors:
                return actors[0]
            if self.cast.lex.head_last and c.i < noun.first:  # ministry spokesman
                inner = self.describe(c)
                if inner.role is not None and inner.role.kind != "person" and inner.head.i not in self._asked:
                    self._asked.add(inner.head.i)
                    country, sector = self.origin(inner)
                    self._asked.discard(inner.head.i)
                    return ActorDraft(c.text, inner.role.kind, noun.countries[0] if noun.countries else country, sector)
        return self._employer(noun)

    def _employer(self, noun: Noun) -> ActorDraft | None:
        """A body named further down in a person's phrase (chercheuse à Human Rights Watch)."""
        words = self.cast.reading.words
        first = noun.last + 1
        if first < len(words) and self.cast.lex.is_phrase("link", words[first].lower):
            for w in words[first + 1 : first + 3]:
                run = self.cast.run_at.get(w.i)
                if run is not None and run.entries and run.entries[0].kind in ("body", "media", "group"):
                    return self.cast.naming.actors(run)[0]
        stack, seen = list(noun.head.children), 0
        while stack and seen < 12:
            w = stack.pop(0)
            seen += 1
            case = next((c.lower for c in w.children if c.rel == "case"), None)
            if (case is not None and not self.cast.lex.is_phrase("link", case)) or w.i - noun.head.i > 10:
                continue
            if any(v.pos in ("VERB", "AUX") for v in self.cast.reading.words[noun.head.i : w.i]):
                continue
            run = self.cast.run_at.get(w.i)
            if run is not None and run.entries and run.entries[0].kind in ("body", "media", "group"):
                return self.cast.naming.actors(run)[0]
            if w.rel in ("nmod", "obl", "flat", "appos") and w.i > noun.head.i and w.pos in ("NOUN", "PROPN", "X"):
                stack.extend(w.children)
        return None

    def office(self, noun: Noun) -> str:
        """The office that a role names; none where the complement is no state (le président de la banque)."""
        role = noun.role
        if role is not None and role.relation == "counterpart":
            return self._counterpart(noun, role)[0]
        if role is None or not role.office:
            return ""
        if role.office == TENANT:
            return next((run.entries[0].office or "" for run in self._seats(noun)), "")
        headed = self._headed(noun) if role.office in HEADS else None
        if role.office == HEAD and any(self.cast.lex.is_phrase("government", c.lemma) for c in noun.complements):
            return "head_of_government"
        if headed or role.office in (HEAD, SECRETARY):
            return headed or ""
        if role.scope.isupper() and role.scope not in BODIES:
            return role.office  # the Latin American pope
        if noun.thing and (role.office in LEADERS or " " not in role.word):
            return ""
        if role.office in LEADERS or role.office == "head_of_state":
            for c in noun.complements:
                if self.cast.lex.is_phrase("time", c.lemma):
                    continue  # `la présidente de 70 ans`
                actors = self.cast.single(self.cast.head(c))
                if actors and actors[0].kind != "state" and actors[0].sector != "GOV":
                    return ""
                of = self.describe(c).role
                if c.i < noun.first and of is not None and of.sector != "GOV" and c.i not in self.cast.run_at:  # party president
                    return ""
                thing = not actors and of is None and self.cast.run_at.get(c.i) is None
                if thing and not self.cast.lex.is_phrase("country", c.lemma):
                    return ""
        return role.office

    def _seats(self, noun: Noun) -> list[Run]:
        """The seats of power among the names that a phrase holds (le locataire de l'Élysée)."""
        runs = (self.cast.run_at.get(c.i) for c in noun.complements)
        return [r for r in runs if r is not None and r.entries and r.entries[0].key.startswith("seat:")]

    def _headed(self, noun: Noun) -> str | None:
        """The office of whoever heads the international body that the phrase names."""
        for c in noun.complements:
            run = self.cast.run_at.get(c.i)
            if run is not None and run.entries and run.entries[0].kind == "body":
                office = noun.role.office if noun.role is not None else ""
                title = SECRETARY if office == SECRETARY else PRESIDENT if office == "head_of_state" else ""
                return self.cast.reading.knowledge.office_of_head(run.entries[0], title)
        return None

    def _counterpart(self, noun: Noun, role: Role) -> tuple[str, Role]:
        """`son homologue turc`: the same office in another country."""
        for actor in self._owner(noun):
            for office, _ in sorted(self.cast.registry.facts(actor).offices, key=lambda o: (o[0], o[1] or "")):
                return office, Role(role.word, "person", actor.sector or "GOV", office, role.scope, role.relation)
        return "", role
