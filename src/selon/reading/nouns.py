"""Nouns: whom roles, bodies, groups and general nouns mean, by what their phrase says and what the article said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.reading.phrases import Noun, describe
from selon.reading.roles import Role, plain, stem
from selon.reading.names import Run
from selon.reading.setting import BODIES
from selon.reading.work import ActorDraft, Word

if TYPE_CHECKING:
    from selon.reading.actors import Cast
    from selon.reading.coreference import Mention

LEADERS = frozenset(("leader", "head_of_state", "head_of_government"))
GOVERNMENTAL = frozenset(("UNO", "EUR", "IGO"))
LAWLESS = frozenset(("REB", "UAF", "CRM", "PRM"))  # whose country never goes without saying
OLD = frozenset(("definite", "all", "demonstrative", "possessive", "own", ""))


class Nouns:
    """Actors of common nouns."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._nouns: dict[int, Noun] = {}
        self._issued_at = -1
        self._issued: dict[str, list[ActorDraft]] = {}  # kind of writing -> who issued the last one

    # -- what a phrase says

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
        if run.first != run.last or run.honorific or run.ent == "PER" or (run.entries and run.entries[0].kind != "person"):
            return False
        determined = any(c.rel in ("det", "nummod") for c in word.children) or word.pos in ("NOUN", "ADJ") or word.lower.endswith("s")
        return determined and self.cast.reading.knowledge.demonym(word.text) is not None

    def country(self, noun: Noun) -> str | None:
        """The country that the phrase itself names: adjective of origin, complement, or possessor."""
        if noun.countries:
            return noun.countries[0]
        for c in noun.complements:
            code = self._country_of(c)
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

    def _country_of(self, word: Word) -> str | None:
        run = self.cast.run_at.get(word.i)
        if run is None and word.pos == "PROPN":
            return self.cast.reading.knowledge.state(word.text)
        if run is not None and not run.entries and run.ent == "LOC":
            place = self.cast.reading.knowledge.place(run.text)
            return place.country if place else None
        actors = self.cast.single(word) if run is not None else []
        if actors:
            return actors[0].country
        noun = self.describe(word)
        return self.country(noun) if noun.countries or noun.complements else None

    def _owner(self, noun: Noun) -> list[ActorDraft]:
        """Whom a possessive determiner means."""
        det = next((c for c in noun.head.children if c.rel == "det"), noun.head)
        plural = self.cast.lex.is_phrase("their", det.lower)
        quote = self.cast.quote_of(noun.head)
        return self.cast.mentions.antecedent(det, "Plur" if plural else "Sing", "", quote)

    def origin(self, noun: Noun) -> tuple[str | None, str | None]:
        """Country and sector of whom a phrase means: its own words, its complement's, else what its row says."""
        role = noun.role
        country, sector = self.country(noun), (role.sector if role else "") or noun.sector
        if noun.sector in LAWLESS and sector in ("CVL", "MIL"):
            sector = noun.sector
        if role is not None and role.relation == "of" and noun.complements:
            above = self._above(noun)
            if above is not None:
                country = country or above.country
                keep = role.office and above.kind == "state"
                if above.sector and not keep and (not role.sector or role.sector == "GOV"):
                    sector = above.sector
                elif above.country in GOVERNMENTAL:
                    sector = ""
                return country or self._given(role, noun), sector or None
        if country is None and role is not None and role.kind == "person" and not noun.plural:
            employer = self._employer(noun)
            if employer is not None:
                return employer.country, (sector if employer.country not in GOVERNMENTAL else "") or None
        if country is None and role is not None:
            country = self._given(role, noun)
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
        if noun.abroad or noun.sector in LAWLESS:
            return None
        return self.cast.setting.country(noun.head.sentence) if role.scope == "here" else None

    def _above(self, noun: Noun) -> ActorDraft | None:
        """The actor whom a person speaks or works for: the complement's."""
        for c in noun.complements:
            actors = self.cast.single(self.cast.head(c))
            if actors:
                return actors[0]
        return self._employer(noun)

    def _employer(self, noun: Noun) -> ActorDraft | None:
        """A body named further down in a person's phrase (chercheuse à Human Rights Watch)."""
        stack, seen = list(noun.head.children), 0
        while stack and seen < 12:
            w = stack.pop(0)
            seen += 1
            case = next((c.lower for c in w.children if c.rel == "case"), None)
            if case is not None and not self.cast.lex.is_phrase("link", case):
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
        if role.office in LEADERS or role.office == "head_of_state":
            for c in noun.complements:
                actors = self.cast.single(self.cast.head(c))
                if actors and actors[0].kind != "state" and actors[0].sector != "GOV":
                    return ""
                if not actors and self.describe(c).role is None and self.cast.run_at.get(c.i) is None:
                    if not self.cast.lex.is_phrase("country", plain(c.lemma)):
                        return ""
        return role.office

    # -- whom it means

    def actors(self, word: Word) -> list[ActorDraft]:
        """Whom the phrase headed by a common noun means."""
        noun, lemma = self.describe(word), plain(word.lemma)
        if word.pos == "ADJ" and word.rel in ("amod", "advmod", "det"):
            return []
        if noun.det == "none":
            return []
        named = self._named(noun)
        if named:
            return named
        if noun.complements and lemma in self.cast.lex.quantities:
            counted = self._counted(noun)
            if counted:
                return counted
        if self.cast.lex.is_phrase("country", lemma):
            return self._land(noun)
        role = noun.role
        if role is None and word.text[0].isupper() and self.cast.reading.knowledge.demonym(word.text):
            return self._people_of(noun)
        if role is not None and role.kind == "document":
            return self._issuer(noun, role)
        if role is None:
            role = noun.role = self._by_ending(noun, lemma)
        if role is None:
            return self._again(noun, lemma) if noun.det in ("definite", "demonstrative") else []
        return self._of_role(noun, role, lemma)

    def _of_role(self, noun: Noun, role: Role, lemma: str) -> list[ActorDraft]:
        if not noun.det and not noun.plural and self._governed(noun):
            return []
        if noun.plural and noun.det in OLD and any(c.rel == "nummod" for c in noun.head.children):
            pair = self._pair(noun, lemma)
            if pair:
                return pair
        if self.cast.lex.is_phrase("source", lemma) and noun.det in ("definite", "demonstrative") and not noun.complements:
            again = self._source_again(noun)
            if again:
                return again
        if noun.plural and role.kind == "person" and noun.det in ("definite", "demonstrative", "all") and not noun.marks:
            joint = self.cast.mentions.last(noun.head.i, lambda m: self._joint(m, role))
            if joint is not None and not noun.countries:
                return list(joint.actors)
        if noun.apart or noun.plural and len(noun.countries) > 1:
            return [self._one(noun, role, code) for code in dict.fromkeys(noun.countries)]
        if role.kind == "person" and not noun.plural:
            return [self._person(noun, role, self.country(noun))]
        return [self._group(noun, role, lemma)]

    def _joint(self, m: Mention, role: Role) -> bool:
        """Whether a mention is of several persons who share the role, named together."""
        if len(m.actors) < 2 or any(a.kind != "person" for a in m.actors):
            return False
        facts = [self.cast.registry.facts(a) for a in m.actors]
        head = role.word.split(" ")[0]
        if all(head in f.heads for f in facts):
            return True
        wanted = LEADERS if role.office == "leader" else frozenset((role.office,))
        return bool(role.office) and all(any(o in wanted for o, _ in f.offices) for f in facts)

    def _source_again(self, noun: Noun) -> list[ActorDraft]:
        """`cette source`, `de même source`: the unnamed source or the writing's issuer that came last."""
        head = noun.role.word if noun.role else ""
        last = self.cast.mentions.last(noun.head.i, lambda m: head in self.cast.registry.facts(m.actors[0]).heads)
        if last is not None and (not noun.marks or noun.det == "demonstrative") and last.word.i > self._issued_at:
            return last.actors[:1]
        return list(self._issued.get("", ()))

    def _governed(self, noun: Noun) -> bool:
        """A bare noun after a preposition or verb (porter secours, service de presse) is nobody."""
        head = noun.head
        return head.rel in ("obj", "nmod", "obl", "fixed", "compound") and not noun.countries and not noun.complements

    def _named(self, noun: Noun) -> list[ActorDraft]:
        """The names that the phrase introduces."""
        runs = self.cast.naming.introduces.get(noun.head.i, [])
        if not runs:
            return self._set_off(noun)
        if noun.role is not None and noun.role.kind != "person" and all(self.cast.naming.run_people(r) for r in runs):
            return []  # l'administration Biden
        if not noun.plural and not runs[0].close and noun.role is not None and noun.role.kind != "person":
            return []
        out: list[ActorDraft] = []
        for run in runs if noun.plural else runs[:1]:
            out.extend(a for a in self.cast.naming.actors(run) if a not in out)
            if noun.plural:
                for c in run.head.children:
                    other = self.cast.run_at.get(c.i) if c.rel == "conj" else None
                    if other is not None:
                        out.extend(a for a in self.cast.naming.actors(other) if a not in out)
        return out

    def _set_off(self, noun: Noun) -> list[ActorDraft]:
        """A person's role explained by one with a name: le chef de la junte, le général X."""
        if noun.plural or noun.role is None or noun.role.kind != "person":
            return []
        for c in noun.head.children:
            if c.rel == "appos" and c.i > noun.last and c.pos in ("NOUN", "PROPN"):
                actors = self.cast.single(self.cast.head(c))
                if len(actors) == 1 and actors[0].kind == "person" and self.cast.registry.facts(actors[0]).named:
                    self.cast.registry.facts(actors[0]).heads.setdefault(noun.role.word.split(" ")[0], noun.marks)
                    return actors
        return []

    def _one(self, noun: Noun, role: Role, code: str) -> ActorDraft:
        """One of several that share a noun: les dirigeants russe et turc."""
        if role.kind == "person" and noun.apart:
            return self._person(noun, role, code)
        head = noun.head.text
        key = f"group:{stem(head)}:{code}"
        found = self.cast.registry.find(key)
        if found is None:
            adjective = next((c.text for c in noun.head.subtree() if self.cast.reading.knowledge.demonym(c.text) == code), "")
            draft = ActorDraft(f"{head} {adjective}".strip(), "group", code, role.sector or noun.sector or None, plural=True)
            found = self.cast.registry.make(key, draft, noun.head.i)
            self.cast.registry.facts(found).heads[role.word.split(" ")[0]] = noun.marks
        return found

    def _counted(self, noun: Noun) -> list[ActorDraft]:
        """Quantity and complement: the complement's country and sector, the whole phrase as name."""
        inner = self.cast.head(noun.complements[0])
        actors = self.cast.single(inner)
        if not actors:
            return []
        if self.cast.run_at.get(inner.i) is not None and noun.role is not None:
            return []
        like = actors[0]
        draft = ActorDraft(self.name(noun), "group", like.country, like.sector, plural=True, gender=inner.feats.get("Gender"))
        return [self._make(f"phrase:{plain(draft.name)}", draft, noun)]

    def _land(self, noun: Noun) -> list[ActorDraft]:
        """`le pays`: the state that the passage is about; pays with more words are described."""
        if not noun.det and not noun.plural and noun.head.text[0].islower():
            return []  # faire état de
        if noun.plural:
            pair = self._pair(noun, "pays") if any(c.rel == "nummod" for c in noun.head.children) else []
            if pair:
                return pair
            draft = ActorDraft(self.name(noun), "group", noun.countries[0] if noun.countries else None, "GOV", plural=True)
            return [self._make(f"phrase:{plain(draft.name)}", draft, noun)]
        code = self.country(noun) or self.cast.setting.country(noun.head.sentence)
        if code is None or noun.det == "indefinite":
            draft = ActorDraft(self.name(noun), "state", self.country(noun), "GOV")
            return [self._make(f"phrase:{plain(draft.name)}", draft, noun)]
        found = self.cast.registry.find(f"state:{code}")
        if found is not None:
            return [found]
        return [self._make(f"state:{code}", ActorDraft(self._state_name(code) or self.name(noun), "state", code, "GOV"), noun)]

    def _state_name(self, code: str) -> str:
        """The article's own form of a state's name."""
        for run in self.cast.runs:
            if run.entries and run.entries[0].key == f"state:{code}":
                return run.text
        return ""

    def _people_of(self, noun: Noun) -> list[ActorDraft]:
        """Les Palestiniens; l'Italienne de 45 ans."""
        noun.plural = noun.plural or noun.head.lower.endswith("s") and noun.head.feats.get("Number") != "Sing"
        code = self.cast.reading.knowledge.demonym(noun.head.text)
        if not noun.plural and noun.det in ("definite", "demonstrative"):
            gender = noun.head.feats.get("Gender")
            last = self.cast.mentions.last(
                noun.head.i,
                lambda m: m.actors[0].kind == "person" and m.actors[0].country == code
                and (not gender or m.actors[0].gender in (None, gender)),
            )  # fmt: skip
            if last is not None:
                return last.actors[:1]
        kind = "group" if noun.plural else "unnamed"
        draft = ActorDraft(self.name(noun), kind, code, None if code in BODIES else "CVL", plural=noun.plural)
        key = f"people:{code}:{stem(noun.head.text)}:{'' if noun.plural else noun.head.i}"
        return [self._make(key, draft, noun)]

    def _issuer(self, noun: Noun, role: Role) -> list[ActorDraft]:
        """A writing speaks for who issues it: its complement, the agent of its participle, its possessor, or the last one."""
        actors = self._named_issuer(noun)
        if not actors and noun.det in ("definite", "demonstrative"):
            actors = self._issued.get(role.word) or (self._issued.get("") if noun.det == "demonstrative" or not noun.marks else None) or []
        if actors:
            self._issued[role.word] = self._issued[""] = actors
            self._issued_at = noun.head.i
        return list(actors)

    def _named_issuer(self, noun: Noun) -> list[ActorDraft]:
        by = [c for c in noun.head.children if c.rel in ("nmod", "obl") and self._issued_by(c)]
        for c in [*by, *noun.complements]:
            actors = self.cast.parties(c)
            if actors:
                return actors
        for c in noun.head.children:
            if c.rel in ("acl", "amod") and c.pos in ("VERB", "ADJ"):
                for agent in c.children:
                    if agent.dep == "obl:agent" or self._issued_by(agent):
                        actors = self.cast.parties(agent)
                        if actors:
                            return actors
        return self._owner(noun) if noun.det == "possessive" else []

    def _issued_by(self, word: Word) -> bool:
        return any(c.rel == "case" and self.cast.lex.is_phrase("issue_by", c.lower) for c in word.children)

    def _by_ending(self, noun: Noun, lemma: str) -> Role | None:
        """A noun for persons by its ending."""
        if noun.head.pos != "NOUN":
            return None
        for ending, sector, scope in self.cast.lex.suffixes:
            if lemma.endswith(ending) and len(lemma) > len(ending) + 2:
                return Role(lemma, "person", sector, "", scope, "")
        return None

    def _again(self, noun: Noun, lemma: str, sector: str = "") -> list[ActorDraft]:
        """A general noun that takes up an actor named before (l'organisation, cette institution)."""
        fits = self.cast.lex.hypernyms.get(lemma)
        if fits is None:
            return []
        if sector:
            fits = (fits[0], frozenset((sector,)))
        last = self.cast.mentions.last(noun.head.i, lambda m: self._fits(m, fits))
        return last.actors[:1] if last is not None else []

    def _fits(self, m: Mention, fits: tuple[frozenset[str], frozenset[str]]) -> bool:
        actor = m.actors[0]
        sector = actor.sector or ("NGO" if actor.country == "NGO" else "")
        facts = self.cast.registry.facts(actor)
        return len(m.actors) == 1 and facts.named and (bool(sector) or facts.entry is not None) and actor.kind in fits[0] and sector in fits[1]

    def _pair(self, noun: Noun, lemma: str) -> list[ActorDraft]:
        """`les deux dirigeants`: who was named together last, else the last two of the kind."""
        lex = self.cast.lex
        number = next((c.lower for c in noun.head.children if c.rel == "nummod"), "")
        if not lex.is_phrase("two", number) or not lex.is_phrase("pair", lemma):
            return []
        states = lex.is_phrase("country", lemma) or lex.is_phrase("capital", lemma)
        wanted = "state" if states else "person"
        before = self.cast.mentions.before(noun.head.i)
        for m in before:
            if len(m.actors) == 2 and all(a.kind == wanted for a in m.actors):
                return list(m.actors)
        out: list[ActorDraft] = []
        for m in before[:14]:
            for a in m.actors:
                office = self.cast.registry.facts(a).offices
                if a.kind == wanted and a not in out and (states or not noun.role or not noun.role.office or office):
                    out.append(a)
            if len(out) >= 2:
                return out[:2][::-1]
        return []

    def _person(self, noun: Noun, role: Role, country: str | None) -> ActorDraft:
        """Whom a person's role in the singular means."""
        office = self.office(noun)
        if role.relation == "counterpart":
            role = self._counterpart(noun, role)[1]
        if noun.det == "own":
            ours = self._own(role)
            if ours is not None:
                return ours
        known = noun.det in OLD
        if known or country and office:
            found = self._by_office(noun, office, country) if office and not noun.former else None
            found = found or (self._by_head(noun, role, country) if known else None)
            if found is not None:
                return found
        own, sector = self.origin(noun)
        if noun.apart:
            own = country
        kind = "person" if known else "unnamed"
        draft = ActorDraft(self.name(noun), kind, own, sector, office or None, gender=noun.head.feats.get("Gender"))
        key = f"role:{stem(role.word)}:{own}:{' '.join(sorted(noun.marks))}" if known else f"word:{noun.head.i}"
        actor = self._make(key, draft, noun)
        facts = self.cast.registry.facts(actor)
        facts.heads[role.word.split(" ")[0]] = noun.marks
        if office:
            facts.offices.add((office, own))
        return actor

    def _own(self, role: Role) -> ActorDraft | None:
        """`notre correspondant`: the paper's own journalist whom the article names."""
        if not self.cast.lex.is_phrase("own_medium", plain(role.word)):
            return None
        fit = [a for a, f in self.cast.named_persons() if f.named and a.sector == "JRN"]
        return fit[0] if len(fit) == 1 else None

    def _counterpart(self, noun: Noun, role: Role) -> tuple[str, Role]:
        """`son homologue turc`: the same office in another country."""
        for actor in self._owner(noun):
            for office, _ in sorted(self.cast.registry.facts(actor).offices, key=lambda o: (o[0], o[1] or "")):
                return office, Role(role.word, "person", actor.sector or "GOV", office, role.scope, role.relation)
        return "", role

    def _by_office(self, noun: Noun, office: str, country: str | None) -> ActorDraft | None:
        """The person of the article who holds the office, by the article's words or by knowledge."""
        cast = self.cast
        wanted = LEADERS if office == "leader" else frozenset((office, "leader")) if office in LEADERS else {office}
        fit = []
        for actor, facts in cast.named_persons():
            for held, where in facts.offices:
                if held in wanted and (country is None or where == country or where is None and actor.country == country):
                    fit.append(actor)
                    break
        if not fit and country and office in LEADERS:
            fit = [a for a, f in cast.named_persons() if f.named and a.country == country and a.sector == "GOV"]
            fit = fit if len(fit) == 1 else []
        if len(fit) > 1 and country and cast.on:
            for o in sorted(wanted):
                entry = cast.reading.knowledge.holder(o, country, cast.on)
                actor = cast.registry.find(entry.key) if entry else None
                if actor in fit:
                    return actor
        if country is None and len(fit) > 1:
            here = cast.setting.country(noun.head.sentence)
            before = [a for a in fit if cast.registry.facts(a).first < noun.head.i]
            seen = [a for a in before if cast.registry.facts(a).last > noun.head.i - 200]
            fit = seen or [a for a in fit if a.country == here] or fit
        return self._nearest(fit, noun.head.i)

    def _by_head(self, noun: Noun, role: Role, country: str | None) -> ActorDraft | None:
        """The person of the article whom the same noun introduced (le ministre, le porte-parole)."""
        cast, head = self.cast, role.word.split(" ")[0]
        fit = []
        for actor, facts in cast.named_persons():
            marks = facts.heads.get(head)
            if marks is None or country and actor.country and country != actor.country:
                continue
            if noun.marks <= marks or marks and marks <= noun.marks or noun.marks & marks:
                fit.append(actor)
        return self._nearest(fit, noun.head.i)

    def _nearest(self, fit: list[ActorDraft], i: int) -> ActorDraft | None:
        """The one mentioned last before word `i`, else the one that comes first after it."""
        facts = self.cast.registry.facts
        before = [a for a in fit if facts(a).first < i]
        if before:
            return max(before, key=lambda a: facts(a).last)
        return min(fit, key=lambda a: facts(a).first, default=None)

    def _group(self, noun: Noun, role: Role, lemma: str) -> ActorDraft:
        """A body, a group, or people in the plural: the one taken up, or a new one as described."""
        registry, head = self.cast.registry, role.word.split(" ")[0]
        country = self.country(noun)
        bare = not noun.marks and not noun.complements
        if noun.det in ("definite", "demonstrative", "all") and bare:
            here = country or self._given(role, noun)
            same = self.cast.mentions.last(
                noun.head.i, lambda m: self._same_head(m, head, here, noun) and not registry.facts(m.actors[0]).heads[head]
            ) or self.cast.mentions.last(noun.head.i, lambda m: self._same_head(m, head, country, noun))
            if same is not None:
                return same.actors[0]
        if noun.det in ("definite", "demonstrative") and not noun.complements and country is None:
            if role.kind != "person" and not noun.plural and (" " not in role.word or role.kind == "group" or not role.sector):
                again = self._again(noun, lemma, role.sector if " " in role.word else "")
                if again:
                    return again[0]
        own, sector = self.origin(noun)
        key = f"group:{stem(role.word)}:{own}:{' '.join(sorted(noun.marks))}"
        if not noun.plural and noun.det == "indefinite":
            key = f"word:{noun.head.i}"
        found = registry.find(key)
        if found is not None:
            name = self.name(noun)
            if len(name) > len(found.name) and noun.countries:
                found.name = name
            return found
        kind = "group" if role.kind == "person" else role.kind
        if self.cast.lex.is_phrase("source", lemma):
            kind = "unnamed"
        draft = ActorDraft(self.name(noun), kind, own, sector, plural=noun.plural, gender=noun.head.feats.get("Gender"))
        actor = self._make(key, draft, noun)
        registry.facts(actor).heads[head] = noun.marks
        return actor

    def _same_head(self, m: Mention, head: str, country: str | None, noun: Noun) -> bool:
        actor = m.actors[0]
        if len(m.actors) > 1 or actor.plural != noun.plural or country and actor.country and country != actor.country:
            return False
        return head in self.cast.registry.facts(actor).heads and actor.kind != "person"

    def _make(self, key: str, draft: ActorDraft, noun: Noun) -> ActorDraft:
        found = self.cast.registry.find(key)
        if found is not None:
            return found
        return self.cast.registry.make(key, draft, noun.head.i)

    def name(self, noun: Noun) -> str:
        """The phrase as in the text without its leading article or possessive."""
        reading, lex = self.cast.reading, self.cast.lex
        start, end = self.cast.noun_span(noun.head)
        first = reading.word_at(start)
        while first is not None and first.i < noun.head.i:
            sort = lex.determiners.get(first.lower.replace("’", "'"), "")
            if sort not in ("definite", "partitive", "possessive", "own", "all") and not (sort and first.pos == "ADP"):
                break
            first = reading.words[first.i + 1]
        begin = first.start if first is not None else start
        return reading.text[begin:end] or noun.head.text
