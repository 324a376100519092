"""Naming: from a name to its actor, with country, sector and office from what stands beside it or from knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.knowledge.entries import Entry
from selon.reading.modifiers import demonym, gender_of_role, is_of_case
from selon.reading.registry import Person, gender_of, join_names, knows_person, matching_offices
from selon.reading.roles import plain
from selon.reading.runs import Run
from selon.reading.setting import SURE
from selon.reading.work import ActorDraft, Word

if TYPE_CHECKING:
    from selon.reading.actors import Cast

GOVERNMENTAL = frozenset(("UNO", "EUR", "IGO"))
POPE = "VAT"  # whose office the name is never without (le pape François)
FEW = 8  # mentions of a name that are judged
OF_STATE = frozenset(("COP", "GOV", "JUD", "LEG", "MIL", "SPY"))  # sectors of bodies that many states have under one name
BODY_CODES = GOVERNMENTAL | {"NGO"}


def _may_be(fullest: Run, entry: Entry) -> bool:
    """Whether a full name that the tables do not have may be the person whom they have under its surname.

    The given names must begin alike: Haïlé Sélassié is not Taye Selassie.
    """
    parts = fullest.parts
    return entry.kind != "person" or len(parts) < 2 or parts[0][:1] == plain(entry.name)[:1]


class Naming:
    """Actors of names."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.persons = join_names(cast.runs, cast.lex)
        self._people: dict[int, bool] = {}
        self.introduces: dict[int, list[Run]] = {}
        for run in cast.runs:
            if run.role is not None:
                self.introduces.setdefault(run.role.i, []).append(run)
        self._acronyms()

    def actors(self, run: Run) -> list[ActorDraft]:
        """The actor that a run names."""
        person = self.persons[run.first]
        if not run.entries and run.first == run.last and "-" in run.text and not run.honorific:
            pair = self._pair(run)
            if pair:
                return pair
        return [self.actor(person, run)]

    def _pair(self, run: Run) -> list[ActorDraft]:
        """`Israël-Hamas`: two known names joined by a hyphen."""
        out: list[ActorDraft] = []
        for part in run.text.split("-"):
            entries = [e for e in self.cast.reading.knowledge.lookup(part, self.cast.on) if e.kind in ("state", "group", "body")]
            if not entries or not part[:1].isupper():
                return []
            found = self.cast.registry.find(entries[0].key)
            if found is None:
                found = self._known(entries[0], run)
                found.name = part
                self.cast.registry.make(entries[0].key, found, run.first)
                self.cast.registry.facts(found).named = True
                self.cast.registry.facts(found).entry = entries[0]
            out.append(found)
        return out if len(out) == 2 else []

    def actor(self, person: Person, run: Run) -> ActorDraft:
        """The actor of a name; made on first use."""
        key = f"name:{id(person)}"
        found = self.cast.registry.find(key)
        if found is not None:
            return found
        fullest = person.fullest
        entries = fullest.entries or next((r.entries for r in person.runs if r.entries and _may_be(fullest, r.entries[0])), [])
        if entries and entries[0].kind != "person" and knows_person(run, self.cast.lex, self.cast.reading.knowledge):
            entries = [e for e in entries if e.kind == "person"]
        if entries:
            same = self.cast.registry.find(entries[0].key)
            if same is not None:
                self.cast.registry.alias(key, same)
                if len(fullest.text) > len(same.name) and entries[0].kind == "person":
                    same.name = fullest.text
                return same
        return self._make(key, person, entries)

    def run_people(self, run: Run) -> bool:
        """Whether a run names a person."""
        person = self.persons[run.first]
        if id(person) not in self._people:
            self._people[id(person)] = self._names_person(person)
        return self._people[id(person)]

    def _names_person(self, person: Person) -> bool:
        if any(r.role is not None and self.cast.nouns.role_kind(r.role) == "person" for r in person.runs):
            return True
        if any(r.honorific for r in person.runs):
            return True
        lex, knowledge = self.cast.lex, self.cast.reading.knowledge
        return any(knows_person(r, lex, knowledge) for r in (person.fullest, *person.runs[:FEW]))

    def _make(self, key: str, person: Person, entries: list[Entry]) -> ActorDraft:
        run = person.fullest
        first = min(r.first for r in person.runs)
        if entries and entries[0].kind != "person":
            draft = self._known(entries[0], run)
            generic = self.cast.lex.head_last and self.cast.roles.start(run.first) >= 0
            national = self._national(run, whole=True) if draft.country in BODY_CODES or generic else None
            of_state = draft.country not in BODY_CODES and entries[0].kind == "body" and entries[0].sector in OF_STATE
            national = national or (self._adjective(run) if of_state else None)
            national = national if national != draft.country else None
            if national:  # le Conseil de sécurité russe is not the United Nations', le Congrès uruguayen not the United States'
                draft.country, draft.sector, entries = national, draft.sector if of_state else "GOV", []
        elif self.run_people(run):
            draft = ActorDraft(name=run.text, kind="person")
        else:
            draft = ActorDraft(name=self._whole_name(run), kind="body")
        registry = self.cast.registry
        registry.make(key, draft, first)
        facts = registry.facts(draft)
        facts.named = True
        draft.name = self._introduced(person) or draft.name
        if entries:
            registry.alias(entries[0].key, draft)
            facts.entry = entries[0]
            draft.label = entries[0].name
        if draft.kind == "person":
            self._person(draft, person, entries)
        else:
            self._body(draft, person, entries)
        return draft

    def _whole_name(self, run: Run) -> str:
        """`Association des banques du Myanmar`, not `Association`: a common noun needs what says which one."""
        head = run.head
        common = head.pos == "NOUN" or plain(head.text) in self.cast.lex.roles
        if run.first != run.last or not common or not any(c.rel == "nmod" and c.i > run.last for c in head.children):
            return run.text
        return self.cast.nouns.name(self.cast.nouns.describe(head))

    def _national(self, run: Run, whole: bool = False) -> str | None:
        """The state whose adjective or name follows a body's; with `whole` not one that it only works in (le PNUD au Niger)."""
        words = self.cast.reading.words
        if self.cast.lex.head_last and run.first:  # the Russian Security Council, Turkey's Security Council
            before = words[run.first - 1]
            code = demonym(self.cast.reading.knowledge, before.text) if before.sentence == run.head.sentence else None
            owner = self.cast.run_at.get(before.i - (before.pos == "PART"))
            if owner is not None and owner.entries and owner.entries[0].kind == "state":
                code = owner.entries[0].country
            return code if code not in BODY_CODES else None
        for w in words[run.last + 1 : run.last + 6]:
            if w.sentence != run.head.sentence or w.pos not in ("ADJ", "ADP", "DET", "PROPN", "NOUN"):
                break
            if whole and w.pos == "ADP" and not is_of_case(w, self.cast.lex):
                break
            code = demonym(self.cast.reading.knowledge, w.text) if w.pos == "ADJ" else None
            other = self.cast.run_at.get(w.i)
            if other is not None and other.entries and other.entries[0].kind == "state" and other is not run:
                code = other.entries[0].country
            if code and code not in BODY_CODES:
                return code
        return None

    def _adjective(self, run: Run) -> str | None:
        """The state whose adjective stands right after a name."""
        words, at = self.cast.reading.words, run.last + 1
        if self.cast.lex.head_last or at >= len(words) or words[at].pos != "ADJ" or not words[at].text[0].islower():
            return None
        code = demonym(self.cast.reading.knowledge, words[at].text)
        return code if code not in BODY_CODES else None

    def _known(self, entry: Entry, run: Run) -> ActorDraft:
        sector = None if entry.country in GOVERNMENTAL and entry.sector == "GOV" else entry.sector
        return ActorDraft(
            name=run.text,
            kind=entry.kind,
            country=entry.country,
            sector=sector,
            office=entry.office,
            ownership=entry.ownership,
        )

    def _person(self, draft: ActorDraft, person: Person, entries: list[Entry]) -> None:
        cast = self.cast
        facts = cast.registry.facts(draft)
        for run in person.runs:
            draft.gender = draft.gender or gender_of(run, cast.lex) or None
        known = cast.reading.knowledge.offices_of(entries[0].name) if entries else []
        facts.offices |= matching_offices(known, cast.on)
        if entries:
            draft.country, draft.sector, draft.office = entries[0].country, entries[0].sector, entries[0].office
            if not entries[0].started_by(cast.on):  # an office that still lies ahead
                draft.sector = draft.office = None
        for run in sorted(person.runs, key=lambda r: r.first):
            for role in (run.role, run.also):
                if role is not None:
                    self._by_role(draft, role)
        if not entries and draft.country is None and not any(r.role is not None for r in person.runs):
            first = min(person.runs, key=lambda r: r.first)
            draft.country = self._affiliation(draft, person)
            if draft.country is None:
                draft.country = cast.setting.country(first.head.sentence, SURE)
                facts.guessed = True
        title = next((r.honorific for r in person.runs if r.honorific and cast.lex.honorifics[r.honorific][1]), "")
        if title and not draft.sector:
            draft.sector = cast.lex.honorifics[title][1]
        if draft.country in GOVERNMENTAL and draft.sector == "GOV":
            draft.sector = None

    def _affiliation(self, draft: ActorDraft, person: Person) -> str | None:
        """`Maya Wang, de Human Rights Watch`: the body named right after a person."""
        cast = self.cast
        words = cast.reading.words
        for run in person.runs:
            j = run.last + 1
            while j < len(words) and j - run.last < 5 and j not in cast.run_at:
                if words[j].pos not in ("PUNCT", "ADP", "DET", "NOUN") or words[j].sentence != run.head.sentence:
                    break
                j += 1
            other = cast.run_at.get(j) if j - run.last > 1 else None
            if other is None or not other.entries or other.entries[0].kind not in ("body", "media", "group"):
                continue
            if other.entries[0].kind == "media" and cast.lex.is_phrase("to", words[run.last + 1].lower):
                continue  # a déclaré Awa Diop à la BBC
            if any(cast.lex.is_phrase("link", w.lower) for w in words[run.last + 1 : run.last + 3]):
                body = self.actors(other)[0]
                draft.sector = draft.sector or body.sector
                return body.country
        return None

    def _by_role(self, draft: ActorDraft, role: Word) -> None:
        """What the role beside a name says of the person."""
        cast = self.cast
        noun = cast.nouns.describe(role)
        if noun.role is None:
            return
        facts = cast.registry.facts(draft)
        country, sector = cast.nouns.origin(noun)
        facts.heads[noun.role.noun] = noun.marks
        if not draft.gender:
            draft.gender = gender_of_role(noun)
        said = cast.nouns.country(noun)
        entry = facts.entry
        if said in BODY_CODES and not noun.role.office and entry is not None and cast.on and entry.start and entry.current(cast.on):
            said = draft.country  # le secrétaire du Conseil de sécurité, of whom the tables know the state that he serves
        if entry is not None and said and said != draft.country and not noun.former:
            draft.country, draft.sector = said, sector or draft.sector
        elif facts.entry is None or draft.country is None:
            draft.country = draft.country or country
            draft.sector = draft.sector or sector
        elif not facts.entry.started_by(cast.on) and not noun.former:
            draft.sector = draft.sector or sector
        if (noun.role.office or noun.role.relation == "counterpart") and not noun.former:
            office = cast.nouns.office(noun)
            if office:
                facts.offices.add((office, said or draft.country))
                draft.office = draft.office or office

    def _body(self, draft: ActorDraft, person: Person, entries: list[Entry]) -> None:
        cast = self.cast
        facts = cast.registry.facts(draft)
        for run in person.runs:
            if run.role is None:
                continue
            noun = cast.nouns.describe(run.role)
            if noun.role is None or noun.role.kind == "person":
                continue
            facts.heads[noun.role.noun] = noun.marks
            if not entries:
                country, sector = cast.nouns.origin(noun)
                draft.kind = noun.role.kind
                draft.country, draft.sector = draft.country or country, draft.sector or sector
        if not entries and draft.country is None:
            run = person.fullest
            if run.within:
                draft.country, draft.sector = run.within, draft.sector or "CVL"
                return
            place = cast.reading.knowledge.place(run.text) if run.ent in ("LOC", "") else None
            tail = cast.reading.knowledge.state(run.text.rsplit(" ", 1)[-1]) if " " in run.text else None
            if tail is None and cast.lex.head_last:
                tail = self._leading(run)
                role = cast.roles.at(run.last)[0]
                if role is not None and role.kind != "person":
                    draft.sector = draft.sector or role.sector or None
            if tail is not None:  # SOS Méditerranée France
                draft.country = tail
                return
            if place is not None:
                draft.country = place.country
                draft.sector = draft.sector or "CVL"
            elif run.ent != "LOC" and not any(r.role is not None for r in person.runs):
                national = self._national(run)
                draft.country = national or cast.setting.country(run.head.sentence, SURE)
                facts.guessed = national is None

    def _leading(self, run: Run) -> str | None:
        """The state whose name or word of origin a body's name begins with (United States Pacific Command)."""
        words, knowledge = self.cast.reading.words, self.cast.reading.knowledge
        for end in range(min(run.last, run.first + 3), run.first - 1, -1):
            text = self.cast.reading.text[words[run.first].start : words[end].end]
            code = (knowledge.state(text) if end < run.last else None) or demonym(knowledge, text)
            if code:
                return code
        return None

    def _introduced(self, person: Person) -> str | None:
        """The name with the noun that introduces it (agence Reuters, groupe Wagner, pape François)."""
        cast = self.cast
        for run in person.runs:
            if run.role is None or not run.close or run.role.i > run.first:
                continue
            role = cast.nouns.describe(run.role).role
            if not run.role.text[0].islower() and not (cast.lex.head_last and role is not None and role.scope == POPE):
                continue
            if role is not None and (role.kind in ("media", "group") or role.scope == POPE):
                words = cast.reading.words
                return cast.reading.text[words[run.role.i].start : words[run.last].end]
        return None

    def _acronyms(self) -> None:
        """An acronym in brackets after a name means the same: both become one."""
        words = self.cast.reading.words
        before: Run | None = None
        for run in self.cast.runs:
            bracketed = run.first and words[run.first - 1].text == "(" and run.text.isupper()
            if (
                bracketed
                and before is not None
                and run.first - before.last <= 8
                and not (run.entries and before.entries and before.entries[0].kind not in ("body", "group"))
            ):
                start = plain(words[before.first].text)[:1]
                if start == plain(run.text)[0]:
                    old, new = self.persons[run.first], self.persons[before.first]
                    for r in old.runs:
                        self.persons[r.first] = new
                    if old is not new:
                        new.runs.extend(old.runs)
            before = run
