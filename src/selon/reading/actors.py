"""Actors: who is meant. Names, roles, bodies, groups and pronouns become actors with country and sector.

`find_actors` reads the article once and sets `reading.cast`; later steps ask the cast whom a word means.
"""

from __future__ import annotations

from bisect import bisect_right

from selon.reading.classes import bare_clitic
from selon.reading.coreference import Mention, Mentions
from selon.reading.modifiers import demonym
from selon.reading.names import find_runs
from selon.reading.naming import Naming
from selon.reading.nouns import Nouns
from selon.reading.phrases import NOMINAL, Roles, is_stray, parted, span_words
from selon.reading.pronouns import Pronouns
from selon.reading.registry import People, Registry
from selon.reading.roles import Pronoun, lexicon, plain
from selon.reading.runs import Run
from selon.reading.setting import Setting
from selon.reading.work import ActorDraft, Reading, Word

DEEPEST = 12  # nested phrases followed before giving up


class Cast:
    """Who takes part in one article: whom each word means, and how far its phrase reaches."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lex = lexicon(reading.lang)
        self.on = reading.article.published
        self.registry = Registry()
        self.mentions = Mentions()
        self.roles = Roles(reading.words, self.lex, reading.knowledge)
        self.runs = find_runs(reading, self.roles, self.on)
        self.run_at: dict[int, Run] = {i: r for r in self.runs for i in range(r.first, r.last + 1)}
        for r in self.runs:
            if r.honorific:
                self.run_at.setdefault(r.first - 1, r)
        self.medium = reading.knowledge.medium(reading.article.publisher) if reading.article.publisher else None
        home = self.medium.country if self.medium and self.medium.country in self._language_homes() else None
        self.setting = Setting(reading, self.runs, home)
        self.naming = Naming(self)
        self.foreign = {r.head.i: r.role.i for r in self.runs if r.role is not None and r.role.i < r.first}
        self.titles: dict[int, Run] = {}
        if self.lex.head_last:  # the parse hangs a title on the name after it
            self.titles = {r.role.i: r for r in self.runs if r.role and r.close and r.role.i < r.first and self._above(r)}
            self.titles.update({r.also.i: r for r in self.runs if r.also and r.also.i < r.first})
        self.nouns = Nouns(self)
        self.pronouns = Pronouns(self)
        self._found: dict[int, list[ActorDraft]] = {}
        self._phrases: dict[int, tuple[int, int]] = {}
        self._people: People | None = None
        self._depth = 0
        quotes = sorted((q.inner_start, q.inner_end) for q in reading.layout.outer_quotes())
        self._quote_starts = [a for a, _ in quotes]
        self._quote_ends = [b for _, b in quotes]
        self._read()

    @property
    def actors(self) -> list[ActorDraft]:
        """All actors found, in text order of the first mention; a later step may add its own."""
        return self.registry.actors

    def parties(self, word: Word) -> list[ActorDraft]:
        """Whom the noun phrase headed by `word` means, coordinated ones included; empty for what cannot act."""
        word = self.head(word)
        out = list(self.single(word))
        bare = True
        for c in self._conjuncts(word):
            bare = bare and c.pos == "NOUN" and c.child("det") is None
            out.extend(a for a in self.single(self.head(c)) if a not in out)
        if bare and len(out) > 1 and word.pos == "NOUN":
            _share_origin(out)
        return out

    def phrase(self, word: Word) -> tuple[int, int]:
        """Offsets of the mention in full, with determiner, without relative clauses and details set off by commas."""
        word = self.head(word)
        if word.i not in self._phrases:
            first, last = self._whole(*span_words(word, self.reading.words, self.lex, foreign=self.foreign))
            run = self.run_at.get(word.i)
            if run is not None:
                title = run.honorific and word.i >= run.first
                first, last = min(first, run.first - 1 if title else run.first), max(last, run.last)
                for role in (run.role, run.also):
                    if role is not None and role.i < run.first and role.i in self.titles:
                        first = min(first, span_words(role, self.reading.words, self.lex, False)[0])
            self._phrases[word.i] = (self.reading.words[first].start, self._closed(first, last))
        return self._phrases[word.i]

    def head(self, word: Word) -> Word:
        """The word that a phrase hangs on: of a name its head, or the role that stands before the name."""
        run = self.run_at.get(word.i) or self.titles.get(word.i)
        if run is None:
            of = self.roles.taken_by(word.i)  # any word of a role's row stands for its noun
            if of < 0 and self.lex.head_last and self.roles.start(word.i) < 0 and word.i + 1 < len(self.reading.words):
                of = self._after_origin(word)
            word = self.reading.words[of] if of >= 0 else word
            run = self.titles.get(of)
            if of < 0 and run is None and word.pos in NOMINAL and self.lex.is_phrase("former", plain(word.lemma)):
                word = self._late(word)
        if run is None:
            return word
        if run.close and run.role is not None and run.role.i < run.first and run.head.head is not run.role:
            return run.role if run.role.pos in NOMINAL and self._hangs(run) else run.head
        if run.role is not None and run.close:
            if run.head.rel in ("flat", "appos", "nmod") and run.role is run.head.head:
                return run.role
            if self.lex.head_last and run.role.i > run.last:  # the Interfax news agency
                return run.role
        return run.head

    def single(self, word: Word) -> list[ActorDraft]:
        """Whom one phrase means, what is coordinated with it left out."""
        found = self._found.get(word.i)
        if found is None:
            if self._depth >= DEEPEST:
                return []
            self._found[word.i] = []  # a phrase that leads back to itself means nobody
            self._depth += 1
            found = self._found[word.i] = self._resolve(word)
            self._depth -= 1
        return found

    def people(self) -> People:
        """The persons that the article names anywhere, by office and by the nouns that introduce them."""
        if self._people is None:
            self._people = People()
            for run in self.runs:
                if self.naming.run_people(run):
                    actor = self.naming.actors(run)[0]
                    if actor.kind == "person":
                        self._people.add(actor, self.registry.facts(actor))
        return self._people

    def noun_span(self, word: Word) -> tuple[int, int]:
        """Offsets of one phrase without what is coordinated with it."""
        first, last = self._whole(*span_words(word, self.reading.words, self.lex, False, self.foreign))
        return self.reading.words[first].start, self._closed(first, last)

    def _whole(self, first: int, last: int) -> tuple[int, int]:
        """A span that does not cut a name."""
        left, right = self.run_at.get(first), self.run_at.get(last)
        return min(first, left.first) if left else first, max(last, right.last) if right else last

    def quote_of(self, word: Word) -> int:
        """Which outer quotation a word stands in, -1 for none."""
        at = bisect_right(self._quote_starts, word.start) - 1
        return at if at >= 0 and word.end <= self._quote_ends[at] else -1

    def _language_homes(self) -> frozenset[str]:
        return frozenset(code.upper() for code in self.lex.phrases.get("home", ()))

    def _resolve(self, word: Word) -> list[ActorDraft]:
        run = self.run_at.get(word.i)
        if run is not None and not self.nouns.demonym_noun(word, run):
            return self.naming.actors(run)
        pronoun = self._pronoun(word)
        if pronoun is not None:
            return self.pronouns.actors(word, pronoun)
        if word.pos in NOMINAL:
            return self.nouns.actors(word)
        return []

    def _pronoun(self, word: Word) -> Pronoun | None:
        """The row of a word that stands as a pronoun."""
        low = bare_clitic(word.lower.replace("’", "'"), self.reading.lang)
        found = self.lex.pronouns.get(low)
        if found is None:
            return None
        if found.sort == "latter":
            pointed = any(self.lex.determiners.get(c.lower) == "demonstrative" for c in word.children)
            return Pronoun(found.number, found.gender, "last") if pointed and word.pos in ("ADJ", "NOUN", "PRON") else None
        if word.pos == "NOUN" and found.sort == "some" and word.child("det") is not None:
            return found
        usable = word.pos in ("PRON", "DET", "ADJ", "ADV", "NUM") and word.rel not in ("amod", "det")
        return found if usable or word.pos == "PRON" else None

    def _conjuncts(self, word: Word) -> list[Word]:
        """What is coordinated with a phrase: nominal, without a clause of its own."""
        out = []
        children = list(word.children)
        joined = [c for c in children if c.rel == "conj" and c.pos in NOMINAL]
        if len(joined) == 1 and not any(k.rel == "cc" for k in (*joined[0].children, *children)):
            children.remove(joined[0])  # two things side by side are no coordination: Concernant X, Y dit
        own = self.run_at.get(word.i)
        explained = own.role if own is not None else None
        for run in self.naming.introduces.get(word.i, ()):
            children.extend(run.head.children)
        children.extend(k for c in word.children if c.rel == "nmod" for k in self._stray(c))
        for c in children:
            if (
                c.rel != "conj"
                or c is explained
                or c.pos not in NOMINAL
                or any(k.rel in ("nsubj", "cop") for k in c.children)
            ):
                continue
            if parted(c, self.reading.words):
                continue
            if c.pos == "ADJ" and demonym(self.reading.knowledge, c.text) and (c.text[0].islower() or self.lex.head_last):
                continue
            out.append(c)
        return out

    def _stray(self, complement: Word) -> list[Word]:
        """What the parser coordinates with a complement though it has an article and no preposition of its own."""
        out: list[Word] = []
        for _ in range(DEEPEST):
            if not any(c.rel == "case" for c in complement.children):
                break
            out.extend(k for k in complement.children if k.rel == "conj" and is_stray(k))
            deeper = next((k for k in complement.children if k.rel == "nmod" and k.i > complement.i), None)
            if deeper is None:
                break
            complement = deeper
        return out

    def _late(self, word: Word) -> Word:
        """The role right after an adjective that the parser took for its head (le défunt roi X)."""
        after = self.reading.words[word.i + 1] if word.i + 1 < len(self.reading.words) else None
        hung = after is not None and after.head is word and after.pos == "NOUN" and not any(c.rel == "case" for c in after.children)
        return after if after is not None and hung and self.roles.at(after.i)[0] is not None else word

    def _after_origin(self, word: Word) -> int:
        """The head of the role right after a word of origin (the Chinese premier), whichever the parse takes for the head."""
        if not word.text[0].isupper() or word.feats.get("Number") == "Plur" or word.i in self.run_at:
            return -1
        of = self.roles.start(word.i + 1)
        return of if of >= 0 and demonym(self.reading.knowledge, word.text) else -1

    def _above(self, run: Run) -> bool:
        """Whether a name's title hangs below the name somehow, or stands right before it."""
        w = run.role
        if w is not None and self.roles.at(w.i)[1] == run.first - 1 and not self._hangs(run):
            return True
        for _ in range(6):
            if w is None or w.head is w:
                return False
            w = w.head
            if run.first <= w.i <= run.last:
                return True
        return False

    def _hangs(self, run: Run) -> bool:
        """Whether a name hangs below its role somehow."""
        w = run.head
        for _ in range(6):
            if w is run.role:
                return True
            w = w.head
        return False

    def _closed(self, first: int, last: int) -> int:
        """The end of a phrase, with the quotation mark or bracket that it opened."""
        words, text = self.reading.words, self.reading.text
        end = words[last].end
        inside = text[words[first].start : end]
        if inside.count("(") > inside.count(")") and text[end : end + 1] != ")":  # le Parti national (centre-droit
            return max(words[first].end, words[first].start + len(inside[: inside.rindex("(")].rstrip()))
        if last + 1 < len(words) and words[last + 1].pos == "PUNCT":
            mark = words[last + 1].text
            opener = {")": "(", "»": "«", "”": "“"}.get(mark)
            if (opener and inside.count(opener) > inside.count(mark)) or (mark == '"' and inside.count('"') % 2):
                return words[last + 1].end
        return end

    def _read(self) -> None:
        """Resolve all names and nouns in text order, noting each as a mention; pronouns wait until asked for."""
        taken = -1
        for word in self.reading.words:
            if word.pos not in ("NOUN", "PROPN") and word.i not in self.run_at:
                if word.pos == "PRON" and word.rel == "nsubj":
                    self._pronoun_mention(word)
                continue
            if self.head(word) is not word or word.i <= taken or (word.rel == "amod" and word.i not in self.run_at):
                continue
            if word.pos == "NOUN":
                taken = self.nouns.describe(word).last
            actors = self.single(word)
            if not actors:
                continue
            for actor in actors:
                self.registry.facts(actor).last = word.i
                actor.mentions.append(self.phrase(word))
            self._mention(word, actors)
        self.registry.actors.sort(key=lambda a: (self.registry.facts(a).first, a.name))

    def _pronoun_mention(self, word: Word) -> None:
        """A personal pronoun that is a subject keeps whom it means in mind."""
        pronoun = self._pronoun(word)
        if pronoun is None or pronoun.sort != "personal":
            return
        actors = self.single(word)
        if actors:
            plural = len(actors) > 1 or pronoun.number == "Plur"
            speaks = word.head.lemma in self.lex.speech
            self.mentions.add(Mention(word, actors, True, False, self.quote_of(word), plural, pronoun.gender, speaks))

    def _mention(self, word: Word, actors: list[ActorDraft]) -> None:
        run = self.run_at.get(word.i)
        if run is not None and run.ent == "LOC" and not run.entries and word.rel != "nsubj":
            return
        role = self.nouns.describe(word).role if run is None else None
        said = word.rel == "nsubj" and word.head.lemma in self.lex.speech
        if role is not None and (role.kind == "place" or (role.kind == "document" and not said)):
            return
        if run is not None and run.honorific and word.head.i == run.first - 1 and word.rel in ("nmod", "flat", "appos"):
            word = word.head  # the title holds the place in the clause
        together = actors
        conjuncts = self._conjuncts(word) if word.rel != "conj" else []
        for c in conjuncts:
            together = together + [a for a in self.single(self.head(c)) if a not in together]
        top = word.head if word.rel == "conj" else word
        subject = top.rel == "nsubj" or top.dep in ("obl:agent", "root") or self._according(top)
        inner = top.rel == "nmod"
        several = run is not None and any(c.rel == "det" and c.feats.get("Number") == "Plur" for c in word.children)
        plural = len(together) > 1 or actors[0].plural or several
        speaks = (top.head.lemma in self.lex.speech and top.rel == "nsubj") or self._according(top)
        gender = self._gender(word, actors) if role is None or role.kind != "document" else actors[0].gender or ""
        mention = Mention(word, together, subject, inner, self.quote_of(word), plural, gender, speaks)
        self.mentions.add(mention)

    def _according(self, word: Word) -> bool:
        return any(c.rel == "case" and self.lex.is_phrase("according", c.lower) for c in word.children)

    def _gender(self, word: Word, actors: list[ActorDraft]) -> str:
        if len(actors) == 1 and actors[0].gender:
            return actors[0].gender
        gender = word.feats.get("Gender", "") if word.pos != "PROPN" else ""
        for c in word.children:
            if c.rel == "det" and c.feats.get("Gender"):
                gender = c.feats["Gender"]
        if len(actors) == 1 and gender and actors[0].kind != "person":
            actors[0].gender = gender
        return gender


def _share_origin(actors: list[ActorDraft]) -> None:
    """`des séparatistes et islamistes ouïghours`: under one article, the origin told of one is that of all."""
    known = {a.country for a in actors if a.country}
    if len(known) == 1 and all(a.kind in ("group", "unnamed") for a in actors):
        for a in actors:
            a.country = a.country or next(iter(known))


def find_actors(reading: Reading) -> None:
    """Set `reading.cast`: the actors of the article, and whom each of its words means."""
    reading.cast = Cast(reading)
