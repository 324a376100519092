"""Nouns: whom roles, bodies, groups and general nouns mean, by their phrase and by what the article said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.knowledge.entries import Entry
from selon.reading.again import Again
from selon.reading.modifiers import Noun, demonym, gender_of_role, origin_ending
from selon.reading.origins import GOVERNMENTAL
from selon.reading.phrases import reads
from selon.reading.roles import Role, plain, stem
from selon.reading.setting import BODIES
from selon.reading.work import ActorDraft, Word

if TYPE_CHECKING:
    from selon.reading.coreference import Mention

LEADER = "leader"
SUPREME = "supreme_leader"  # of a junta too; the leader where no one stands above the head of state
FORM = "form_"  # before a state's form in the sorts of actor_words.tsv
LATER = "later"
BESIDE = frozenset(("earlier", LATER))  # relations of roles.tsv: who held the possessor's office before or after
OLD = frozenset(("definite", "all", "demonstrative", "possessive", "own", ""))  # determiners that may point back
GROUPED = frozenset(("body", "group", "media"))


class Nouns(Again):
    """Actors of common nouns."""

    def actors(self, word: Word) -> list[ActorDraft]:
        """Whom the phrase headed by a common noun means."""
        noun, lemma = self.describe(word), reads(word)
        if word.pos == "ADJ" and word.rel in ("amod", "advmod", "det"):
            return []
        if noun.det == "none" or self._mankind(word):
            return []
        named = self._named(noun)
        if named:
            return named
        explained = self._explained(noun)
        if explained:
            return explained
        if noun.complements and lemma in self.cast.lex.quantities:
            counted = self._counted(noun)
            if counted:
                return counted
        state = self._by_form(noun, lemma)
        if state:
            return state
        if self.cast.lex.is_phrase("country", lemma):
            return self._land(noun)
        role = noun.role
        if role is None and word.text[0].isupper() and self._origin(word):
            return [] if word.rel in ("amod", "compound") else self._people_of(noun)
        if role is not None and role.kind == "document":
            return self._issuer(noun, role)
        if role is None:
            role = noun.role = self._by_ending(noun, lemma)
        if role is None:
            entry = self._known_body(noun, self.country(noun)) or self._known_group(noun)
            if entry is not None:
                return [self._of_entry(noun, entry)]
            pointing = noun.det in ("definite", "demonstrative") and not noun.complements and not noun.countries
            return self._again(noun, lemma) if pointing else []
        return self._of_role(noun, role, lemma)

    def _mankind(self, word: Word) -> bool:
        """`les droits de l'homme`: nobody."""
        of = self.cast.lex.is_phrase
        return word.rel == "nmod" and of("mankind", word.lemma) and of("rights", word.head.lemma)

    def _of_role(self, noun: Noun, role: Role, lemma: str) -> list[ActorDraft]:
        if not noun.det and not noun.plural and self._governed(noun):
            return []
        if noun.plural and noun.det in OLD and self._number(noun):
            pair = self._pair(noun, lemma)
            if pair:
                return pair
        if (
            self.cast.lex.is_phrase("source", lemma)
            and noun.det in ("definite", "demonstrative")
            and not noun.complements
        ):
            again = self._source_again(noun)
            if again:
                return again
        if (
            noun.plural
            and role.kind == "person"
            and noun.det in ("definite", "demonstrative", "all")
            and not noun.marks
        ):
            joint = self.cast.mentions.last(noun.head.i, lambda m: self._joint(m, role))
            if joint is not None and not noun.countries:
                return list(joint.actors)
        if noun.apart or (noun.plural and len(noun.countries) > 1):
            return [self._one(noun, role, code) for code in dict.fromkeys(noun.countries)]
        if role.kind == "person" and not noun.plural:
            aged = self._aged(noun)
            if aged is not None:
                return [aged]
            plain_national = self.cast.lex.is_phrase("national", lemma) and not noun.marks and not noun.complements
            national = self._national(noun, self.country(noun)) if plain_national else None
            return [national or self._person(noun, role, self.country(noun))]
        return [self._group(noun, role, lemma)]

    def _governed(self, noun: Noun) -> bool:
        """A bare noun after a preposition or verb (porter secours, service de presse) is nobody."""
        head = noun.head
        of = self.cast.lex.is_phrase
        if head.rel == "nmod" and any(c.rel == "case" and of("bare_of", c.lower) for c in head.children):
            return True
        if self.cast.lex.head_last and noun.role is not None and noun.role.kind != "person" and head.rel != "compound":
            return False  # killed by police, a vote in parliament
        return head.rel in ("obj", "nmod", "obl", "fixed", "compound") and not noun.countries and not noun.complements

    def _named(self, noun: Noun) -> list[ActorDraft]:
        """The names that the phrase introduces."""
        runs = self.cast.naming.introduces.get(noun.head.i, [])
        if not runs:
            return self._set_off(noun)
        if noun.role is not None and noun.role.kind != "person" and all(self.cast.naming.run_people(r) for r in runs):
            return []  # l'administration Biden
        apposed = runs[0].close or (runs[0].head.rel == "appos" and runs[0].head.head is noun.head)  # une ONG, Public Eye
        if not noun.plural and not apposed and noun.role is not None and noun.role.kind != "person":
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

    def _explained(self, noun: Noun) -> list[ActorDraft]:
        """`le RHDP, le parti au pouvoir`: a body's noun in apposition means the body named before it."""
        head = noun.head
        run = self.cast.run_at.get(head.head.i)
        if head.rel != "appos" or run is None or run.last >= head.i or noun.plural or noun.role is None:
            return []
        if noun.role.kind not in GROUPED or self.cast.naming.run_people(run):
            return []
        return [a for a in self.cast.naming.actors(run) if a.kind in GROUPED]

    def _set_off(self, noun: Noun) -> list[ActorDraft]:
        """A person's role explained by one with a name: le chef de la junte, le général X."""
        if not noun.plural and noun.role is not None and noun.role.kind in ("body", "group"):
            return self._called(noun)
        if noun.plural or noun.role is None or noun.role.kind != "person":
            return []
        for c in self._explaining(noun):
            actors = self.cast.single(self.cast.head(c))
            if len(actors) == 1 and actors[0].kind == "person" and self.cast.registry.facts(actors[0]).named:
                self.cast.registry.facts(actors[0]).heads.setdefault(noun.role.noun, noun.marks)
                return actors
        return []

    def _called(self, noun: Noun) -> list[ActorDraft]:
        """`l'alliance militaire occidentale, l'OTAN`: a body explained by its name."""
        if noun.complements or noun.det not in ("definite", "demonstrative"):
            return []
        for c in noun.head.children:
            run = self.cast.run_at.get(c.i) if c.rel == "appos" and c.i > noun.last else None
            if run is not None and run.entries and run.entries[0].kind in ("body", "group"):
                return self.cast.naming.actors(run)
        return []

    def _explaining(self, noun: Noun) -> list[Word]:
        """Nouns in apposition; or, whatever the parse, a named role between commas right after the phrase."""
        found = [c for c in noun.head.children if c.rel == "appos" and c.i > noun.last and c.pos in ("NOUN", "PROPN")]
        words = self.cast.reading.words
        comma = next((w.i for w in words[noun.last + 1 : noun.last + 8] if w.text == ","), None)
        if found or comma is None or any(w.pos in ("VERB", "AUX") for w in words[noun.last + 1 : comma]):
            return found
        for w in words[comma + 1 : comma + 4]:
            runs = self.cast.naming.introduces.get(w.i, [])
            after = runs[0].last + 1 if runs and runs[0].close else len(words)
            if after < len(words) and words[after].text == "," and w.sentence == noun.head.sentence:
                return [w]
        return []

    def _one(self, noun: Noun, role: Role, code: str) -> ActorDraft:
        """One of several that share a noun: les dirigeants russe et turc."""
        if role.kind == "person" and noun.apart:
            return self._person(noun, role, code)
        head = noun.head.text
        key = f"group:{stem(head)}:{code}"
        found = self.cast.registry.find(key)
        if found is None:
            adjective = next(
                (
                    c.text
                    for c in self.cast.reading.words[max(0, noun.first - (6 if self.cast.lex.head_last else 0)) : noun.head.i + 8]
                    if demonym(self.cast.reading.knowledge, c.text) == code
                ),
                "",
            )
            name = f"{adjective} {head}" if self.cast.lex.head_last else f"{head} {adjective}"
            draft = ActorDraft(name.strip(), "group", code, role.sector or noun.sector or None, plural=True)
            found = self.cast.registry.make(key, draft, noun.head.i)
            self.cast.registry.facts(found).heads[role.noun] = noun.marks
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
        draft = ActorDraft(
            self.name(noun), "group", like.country, like.sector, plural=True, gender=inner.feats.get("Gender")
        )
        return [self._make(f"phrase:{plain(draft.name)}", draft, noun)]

    def _land(self, noun: Noun) -> list[ActorDraft]:
        """`le pays`: the state that the passage is about; pays with more words are described."""
        if not noun.det and not noun.plural and noun.head.rel != "nsubj":
            return []  # faire état de, coup d'État
        if noun.plural:
            pair = self._pair(noun, reads(noun.head)) if self._number(noun) else []
            if pair:
                return pair
            draft = ActorDraft(self.name(noun), "group", self._whose(noun), "GOV", plural=True)
            return [self._make(f"phrase:{plain(draft.name)}", draft, noun)]
        code = self.country(noun) or self.cast.setting.country(noun.head.sentence)
        if code is None or noun.det == "indefinite":
            draft = ActorDraft(self.name(noun), "state", self.country(noun), "GOV")
            return [self._make(f"phrase:{plain(draft.name)}", draft, noun)]
        found = self.cast.registry.find(f"state:{code}")
        if found is not None:
            return [found]
        return [
            self._make(
                f"state:{code}", ActorDraft(self._state_name(code) or self.name(noun), "state", code, "GOV"), noun
            )
        ]

    def _by_form(self, noun: Noun, lemma: str) -> list[ActorDraft]:
        """`the kingdom`, `the Islamic republic`: the state of that form of which the text speaks."""
        if noun.plural or noun.det not in ("definite", "demonstrative") or noun.complements or noun.countries:
            return []
        lex, reading = self.cast.lex, self.cast.reading
        i, words = noun.head.i, reading.words
        before, after = words[i - 1].lower if i else "", words[i + 1].lower if i + 1 < len(words) else ""
        said = (f"{before} {lemma}", f"{lemma} {after}", lemma)  # Islamic republic, république islamique, kingdom
        form = next((f for f in lex.forms if any(lex.is_phrase(f, t) for t in said)), "")
        codes = reading.knowledge.states_of_form(form.removeprefix(FORM))
        code = self.cast.setting.among(codes, noun.head.sentence) if codes else None
        if code is None:
            return []
        name = reading.knowledge.state_name(code)
        draft = ActorDraft(self._state_name(code) or self.name(noun), "state", code, "GOV", label=name)
        return [self.cast.registry.find(f"state:{code}") or self._make(f"state:{code}", draft, noun)]

    def _whose(self, noun: Noun) -> str | None:
        """`les pays baltes`, `les États membres de l'UE`, `les États membres`: an origin or the body they belong to."""
        said = self.country(noun)
        if noun.countries or said in GOVERNMENTAL:
            return said
        if not noun.complements and any(self.cast.lex.is_phrase("member", m) for m in noun.marks):
            last = self.cast.mentions.last(noun.head.i, lambda m: m.actors[0].country in GOVERNMENTAL)
            return last.actors[0].country if last is not None else None
        return None

    def _state_name(self, code: str) -> str:
        """The article's own form of a state's name."""
        for run in self.cast.runs:
            if run.entries and run.entries[0].key == f"state:{code}":
                return run.text
        return ""

    def _origin(self, word: Word) -> str | None:
        """The state of a word of origin, of two words where they are one (South Koreans)."""
        return origin_ending(self.cast.reading.words, word.i, self.cast.reading.knowledge)[0]

    def _people_of(self, noun: Noun) -> list[ActorDraft]:
        """Les Palestiniens; l'Italienne de 45 ans."""
        if self.cast.lex.head_last and noun.head.pos == "ADJ" and noun.head.lower.endswith(self.cast.lex.peoples):
            noun.plural = True  # the French, the Chinese
        noun.plural = noun.plural or (noun.head.lower.endswith("s") and noun.head.feats.get("Number") != "Sing")
        code = self._origin(noun.head)
        national = self._national(noun, code)
        if national is not None:
            return [national]
        kind = "group" if noun.plural else "unnamed"
        draft = ActorDraft(self.name(noun), kind, code, None if code in BODIES else "CVL", plural=noun.plural)
        key = f"people:{code}:{stem(noun.head.text)}:{'' if noun.plural else noun.head.i}"
        return [self._make(key, draft, noun)]

    def _national(self, noun: Noun, code: str | None) -> ActorDraft | None:
        """Whom `la Sénégalaise` takes up: the last person of that state, or of a body, whose state is not known."""
        if noun.plural or noun.det not in ("definite", "demonstrative") or code is None:
            return None
        gender = noun.head.feats.get("Gender")

        def fits(m: Mention) -> bool:
            a = m.actors[0]
            return a.kind == "person" and (not gender or a.gender in (None, gender)) and a.country in (code, *BODIES)

        last = self.cast.mentions.last(noun.head.i, lambda m: fits(m) and m.actors[0].country == code)
        last = last or self.cast.mentions.last(noun.head.i, lambda m: fits(m) and m.actors[0].gender == gender)
        return last.actors[0] if last is not None else self._stateless(noun, gender, code)

    def _stateless(self, noun: Noun, gender: str | None, code: str) -> ActorDraft | None:
        """The person named last, if nothing has told the state before: it is now told."""
        facts_of = self.cast.registry.facts
        last = self.cast.mentions.last(noun.head.i, lambda m: m.actors[0].kind == "person" and facts_of(m.actors[0]).named)
        actor = last.actors[0] if last is not None else None
        if actor is None or (gender and actor.gender not in (None, gender)):
            return None
        facts = facts_of(actor)
        if facts.entry is not None or not (facts.guessed or actor.country is None):
            return None
        actor.country, facts.guessed = code, False
        return actor

    def _issuer(self, noun: Noun, role: Role) -> list[ActorDraft]:
        """A writing speaks for who issues it: complement, agent of its participle, possessor, or the last issuer."""
        actors = self._named_issuer(noun)
        tells = any(c.rel == "case" and self.cast.lex.is_phrase("according", c.lower) for c in noun.head.children)
        named = noun.det == "definite" and (bool(role.relation) or (tells and role.word in self._issued))
        if not actors and (noun.det == "demonstrative" or named):
            actors = self._issued.get(role.word, [])
            if not actors and (noun.det == "demonstrative" or not noun.marks):
                actors = self._issued.get("", [])
        if actors:
            self._issued[role.word] = self._issued[""] = actors
            self._issued_at = noun.head.i
        return list(actors)

    def _named_issuer(self, noun: Noun) -> list[ActorDraft]:
        author = self._author(noun.head)
        if author:
            return author
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

    def _author(self, head: Word) -> list[ActorDraft]:
        """`X publie un rapport`, `des élus ayant signé une pétition`: the subject of the verb that issues the writing."""
        verb = head.head
        if head.rel != "obj" or verb.pos != "VERB" or not self.cast.lex.is_phrase("issue", verb.lemma):
            return []
        subject = verb.child("nsubj") if verb.rel != "acl" or verb.child("nsubj") is not None else verb.head
        for _ in range(3):
            if subject is not None or verb.rel not in ("conj", "xcomp", "ccomp"):
                break
            verb = verb.head
            subject = verb.child("nsubj")
        if subject is None or subject.i > head.i or verb.child("aux:pass") is not None:
            return []
        return [a for a in self.cast.parties(subject) if a.kind != "place"]

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

    def _person(self, noun: Noun, role: Role, country: str | None) -> ActorDraft:
        """Whom a person's role in the singular means."""
        office = self.office(noun)
        if role.relation == "counterpart":
            role = self._counterpart(noun, role)[1]
        if noun.det == "own":
            ours = self._own(role)
            if ours is not None:
                return ours
        beside = self._beside(noun, role) if role.relation in BESIDE else None
        named = self.cast.registry.find(beside.key) if beside is not None else None
        if named is not None:
            return named
        known = noun.det in OLD
        if known or (country and office):
            found = self._by_office(noun, office, country) if office and not noun.former and not noun.coming else None
            found = found or (self._by_past_office(noun, office, country) if office and noun.former else None)
            found = found or (self._by_head(noun, role, country) if known else None) or self._going_on(noun, role)
            if found is not None:
                return found
        own, sector = self.origin(noun)
        if role.relation == "counterpart":
            sector = sector or role.sector or None
        if noun.apart:
            own = country
        kind = "person" if known else "unnamed"
        draft = ActorDraft(self.name(noun), kind, own, sector, office or None, gender=gender_of_role(noun))
        key = f"role:{stem(role.word)}:{own}:{' '.join(sorted(noun.marks))}" if known else f"word:{noun.head.i}"
        holder = beside
        if known and own and office:
            holder = self._former(office, own, noun.fallen) if noun.former else self._holder(office, own, noun.coming, draft.gender)
        if holder is not None:
            draft.label, draft.country = holder.name, holder.country
            if not noun.former and beside is None:
                draft.office = holder.office
        actor = self._make(key, draft, noun)
        facts = self.cast.registry.facts(actor)
        facts.heads[role.noun] = noun.marks
        facts.guessed = facts.guessed or (own is not None and country is None and not noun.complements)
        if office:
            facts.offices.add((office, own))
        return actor

    def _holder(self, office: str, country: str, coming: bool = False, gender: str | None = None) -> Entry | None:
        """Who held the office when the article came out, or took it next; nobody where that day is not known.

        A woman's title is no man's: the queen who has just died is meant, not the king.
        """
        knowledge, on = self.cast.reading.knowledge, self.cast.on
        if on is None:
            return None
        if coming:
            return knowledge.next_holder(office, country, on)
        found = knowledge.leader(country, on) if office == LEADER else knowledge.holder(office, country, on)
        found = knowledge.leader(country, on) if found is None and office == SUPREME else found
        if found is None or gender != "Fem" or self._sex(found) != "Masc":
            return found
        before = knowledge.last_holder(found.office or office, country, on)
        return before if before is not None and self._sex(before) == "Fem" else None

    def _sex(self, entry: Entry) -> str:
        """The gender that a person's given name tells."""
        return self.cast.lex.given.get(plain(entry.name.split(" ")[0]), "")

    def _former(self, office: str, country: str, fallen: bool) -> Entry | None:
        """Whom `l'ancien président`, or (`fallen`) `le président déchu`, means without a name."""
        knowledge, on = self.cast.reading.knowledge, self.cast.on
        office = knowledge.leading_office(country) or office if office == LEADER else office
        return knowledge.former_holder(office, country, on, fallen) if on is not None else None

    def _beside(self, noun: Noun, role: Role) -> Entry | None:
        """`son prédécesseur`: who held the possessor's office before (or after) him."""
        knowledge, on = self.cast.reading.knowledge, self.cast.on
        for actor in self._owner(noun) if noun.det == "possessive" and on is not None else ():
            entry = self.cast.registry.facts(actor).entry
            terms = knowledge.offices_of(entry.name) if entry is not None and entry.kind == "person" else []
            held = [e for e in terms if e.current(on) and e.start] or terms[:1]
            found = [b for e in held if (b := knowledge.holder_beside(e, role.relation == LATER)) is not None]
            if found:
                return found[0]
        return None

    def _group(self, noun: Noun, role: Role, lemma: str) -> ActorDraft:
        """A body, a group, or people in the plural: the one taken up, or a new one as described."""
        registry, head = self.cast.registry, role.noun
        country = self.country(noun)
        bare = not noun.marks and not noun.complements
        qualified = " " in role.word  # le mouvement islamiste
        general = role.kind == "group" or not qualified or not role.sector
        pointing = noun.det in ("definite", "demonstrative") and not noun.complements and country is None
        again: list[ActorDraft] = []
        if pointing and general and role.kind != "person" and not noun.plural:
            again = self._again(noun, lemma, role.sector if qualified else "")
        if again and qualified:
            return again[0]
        if noun.det in ("definite", "demonstrative", "all") and bare:
            here = country or self._given(role, noun)
            same = self.cast.mentions.last(
                noun.head.i,
                lambda m: self._same_head(m, head, here, noun) and not registry.facts(m.actors[0]).heads[head],
            ) or self.cast.mentions.last(noun.head.i, lambda m: self._same_head(m, head, country, noun))
            if same is not None:
                return same.actors[0]
        if again:
            return again[0]
        rebels = self._rebels_again(noun, role) if pointing and noun.plural and bare else None
        if rebels is not None:
            return rebels
        own, sector = self.origin(noun)
        entry = self._known_body(noun, country) or self._known_group(noun)
        if entry is not None:
            own, sector = entry.country, entry.sector
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
        if entry is not None:
            draft.label = entry.name
        actor = self._make(key, draft, noun)
        registry.facts(actor).heads[head] = noun.marks
        if entry is not None:
            registry.facts(actor).entry = entry
        registry.facts(actor).guessed = entry is None and own is not None and country is None and role.scope == "here"
        return actor

    def _aged(self, noun: Noun) -> ActorDraft | None:
        """`la femme de 61 ans`: the person of that gender named last."""
        years = [c for c in noun.complements if self.cast.lex.is_phrase("time", c.lemma) and c.child("nummod") is not None]
        human = self.cast.lex.is_phrase("humans", noun.role.noun if noun.role else "")
        if not years or noun.det != "definite" or noun.countries or not human:
            return None
        gender, facts = noun.head.feats.get("Gender"), self.cast.registry.facts
        last = self.cast.mentions.last(
            noun.head.i, lambda m: m.actors[0].kind == "person" and facts(m.actors[0]).named and m.actors[0].gender == gender
        )
        return last.actors[0] if last is not None else None

    def _rebels_again(self, noun: Noun, role: Role) -> ActorDraft | None:
        """`les insurgés`: the only armed group that the article names."""
        if role.sector != "REB":
            return None
        groups = {r.entries[0].key: r for r in self.cast.runs if r.entries and r.entries[0].kind == "group"}
        rebels = [r for r in groups.values() if r.entries[0].sector == "REB"]
        last = self.cast.mentions.last(noun.head.i, lambda m: self._rebel_group(m.actors[0]))
        found = last.actors[0] if last is not None else None
        return found if found is not None and len(rebels) <= 1 else None

    def _rebel_group(self, actor: ActorDraft) -> bool:
        entry = self.cast.registry.facts(actor).entry
        return entry is not None and entry.kind == "group" and entry.sector == "REB"

    def _of_entry(self, noun: Noun, entry: Entry) -> ActorDraft:
        """The actor of an entry that a phrase of common nouns names."""
        plural = noun.plural and entry.kind == "group"
        draft = ActorDraft(self.name(noun), entry.kind, entry.country, entry.sector, plural=plural, label=entry.name)
        actor = self._make(entry.key, draft, noun)
        self.cast.registry.facts(actor).entry = entry
        return actor

    def _known_body(self, noun: Noun, country: str | None) -> Entry | None:
        """The body that the whole phrase names (l'armée israélienne, le Parti national)."""
        found = self.cast.reading.knowledge.lookup(self.name(noun), self.cast.on)
        here = country or self.cast.setting.country(noun.head.sentence)
        fit = [e for e in found if e.kind in ("body", "group") and e.country in (here, country)]
        return fit[0] if fit else found[0] if len(found) == 1 and found[0].kind in ("body", "group") else None

    def _known_group(self, noun: Noun) -> Entry | None:
        """The armed group that a common noun or its adjective names (les talibans, les rebelles houthis)."""
        beside = ("amod", "appos", "nmod", "flat")
        near = [noun.head, *(c for c in noun.head.children if c.rel in beside and c.i == noun.head.i + 1)]
        for w in near:
            for text in dict.fromkeys((w.text, w.lemma)):
                found = self.cast.reading.knowledge.lookup(text, self.cast.on) if w.text[0].islower() else []
                if found and found[0].kind == "group":
                    return found[0]
        return None

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
            if reading.words[first.i + 1].rel == "fixed":
                break  # `au moins dix morts`
            first = reading.words[first.i + 1]
        begin = first.start if first is not None else start
        return reading.text[begin:end] or noun.head.text
