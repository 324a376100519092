"""Sides: who acts in an event and on whom, from the places that its frame names."""

from __future__ import annotations

from selon.reading.arguments import Arguments
from selon.reading.frames import Frame
from selon.reading.scene import CHARGES, Scene
from selon.reading.subjects import case_of, inherited_subject, surface_subject
from selon.reading.work import ActorDraft, Word

FORCE = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})  # what is done with and to things that belong to somebody
GIVEN = frozenset({"AID", "SANCTION", "REQUEST"})  # what is given or addressed to somebody (`une aide destinée à X`)
BACK = 400  # words looked back for whose a thing is
HELD = ("accord", "meeting")  # classes of nouns that are called by where they were held or made
ARMS = ("arsenal", "bomb", "troops", "weapons")  # classes of nouns
CALLED = frozenset({"AGREE", "CONSULT", "PROTEST", "REQUEST"})  # what those who call for it take part in
HARSH = frozenset({"COERCE", "PROTEST", "ACCUSE", "SANCTION", "ASSAULT", "THREATEN"})


def sides(scene: Scene, frame: Frame, args: Arguments) -> tuple[list[ActorDraft], list[ActorDraft]]:
    """Actor and recipient of an event; nobody is on both sides."""
    actor = resolve(scene, frame.actor, args, all_of_them=frame.all_actors)
    found = resolve(scene, frame.recipient, args)
    recipient = _apart(found, actor)
    if frame.lemma in scene.book.status.get("modal", {}) and any(scene.args(v).passive for v in args.xcomp):
        recipient = []  # `X doit être déployé`: X is not who is asked
    if not actor and not recipient and frame.pos == "N" and frame.lemma in scene.fray:
        actor = _both(scene, args)
    if actor and not recipient and frame.pos == "N" and frame.type == "ASSAULT":
        if _town(scene, args, actor):
            actor, recipient = [], actor
        elif args.agent or at(scene, "adj", args):  # `l'attaque de X par Y`, `les frappes russes de X`
            recipient = _apart(scene.parties(args.words("gen")), actor)
    if found and not recipient and any(w.pos == "PRON" for w in args.obj):
        recipient = _above(scene, args.word, actor) or _other(scene, args, actor)
    if frame.pos == "N" and frame.type == "CONSULT" and not recipient:
        actor = _company(scene, args, actor)
    if frame.pos == "V" and frame.type in FORCE:
        if not actor and "subj" in frame.actor:
            actor = _apart(owners(scene, args.subj), recipient)
        if not recipient and "obj" in frame.recipient:
            recipient = _apart(owners(scene, args.obj), actor)
    if not recipient and frame.pos == "N" and frame.type in GIVEN:
        below = [w for m in args.mods for key in scene.destined for w in scene.args(m).words(key)]
        recipient = _apart(scene.parties(below), actor)
    if not recipient and frame.pos == "N" and frame.type in HARSH:
        recipient = _apart(_opposed(scene, args), actor)
    return actor, recipient


def _both(scene: Scene, args: Arguments) -> list[ActorDraft]:
    """The two sides of `la guerre Israël-Hamas`, `le conflit israélo-palestinien`."""
    beside = [c for c in args.word.children if c.i > args.word.i and c.rel in ("appos", "nmod", "flat", "amod") and not case_of(c)]
    for c in beside:
        found = scene.parties([c])
        if len(found) > 1:
            return found
    return []


def _town(scene: Scene, args: Arguments, actor: list[ActorDraft]) -> bool:
    """`l'attaque d'Inata`: a town that does not stand for a government is where it happens, and whom it hits."""
    where = [w for w in args.words("gen") if w.ent == "LOC" or w.pos == "NOUN"]
    mere = all(a.kind == "place" or (a.kind == "body" and a.sector == "CVL") for a in actor)
    return bool(where) and mere and any(a is b for a in actor for b in scene.parties(where))


def _apart(found: list[ActorDraft], others: list[ActorDraft]) -> list[ActorDraft]:
    """Those who are not on the other side."""
    return [a for a in found if all(a is not b for b in others)]


def _company(scene: Scene, args: Arguments, actor: list[ActorDraft]) -> list[ActorDraft]:
    """Who meets: those whom the phrase names, and who does what happens there where it names only one of two sides."""
    if len(actor) == 1 and args.words(scene.grammar.comitative):
        return [*_host(scene, args, actor), *actor]
    if not actor and (args.word.head.lemma in scene.occasion or case_of(args.word) in scene.occasion):
        return _host(scene, args, actor)
    return actor


def _host(scene: Scene, args: Arguments, actor: list[ActorDraft]) -> list[ActorDraft]:
    """`lors d'une réunion avec Y, X a dit …`, `la déclaration de X lors d'une réunion`: who does what happens there."""
    up = args.word
    for _ in range(4):
        if up.head is up:
            break
        up = up.head
        if up.pos == "NOUN":
            found = _apart(scene.parties(scene.args(up).words("gen")), actor)
            if found and all(a.kind == "person" for a in found):
                return found
        if up.pos in ("VERB", "AUX"):
            found = _apart(doer(scene, scene.args(up)), actor)
            host = ("person", "state", "body", "unnamed")
            return found if all(a.kind in host or (a.kind == "group" and a.sector == "GOV") for a in found) else []
    return []


def _opposed(scene: Scene, args: Arguments) -> list[ActorDraft]:
    """Against whom a compound says that a noun goes (`propagande anti-X`), on the noun or on what carries it."""
    around = [*args.word.children, *(args.word.head.children if args.word.rel == "nmod" else ())]
    for w in around:
        if w.rel not in ("amod", "appos", "nmod", "flat") or w.i < args.word.i:
            continue
        start = next((len(p) for p in scene.opposed if w.lower.startswith(p) and len(w.text) > len(p) + 2), 0)
        rest = w.text[start:]
        codes = scene.reading.knowledge.demonyms(rest) if start else []
        code = codes[0] if codes else scene.reading.knowledge.country_of_place(rest) if start else None
        if code:
            return [scene.state(code, w)]
    return []


def _other(scene: Scene, args: Arguments, actor: list[ActorDraft]) -> list[ActorDraft]:
    """Whom an object pronoun stands for, the subject left out: the nearest person before it, else the nearest party."""
    pronoun = next((w for w in args.obj if scene.pronoun(w)), None)
    if pronoun is None or pronoun.lower in scene.selves:
        return []
    plural = pronoun.feats.get("Number") == "Plur"
    gender = pronoun.feats.get("Gender", "")
    best: list[ActorDraft] = []
    for m in scene.reading.cast.mentions.before(pronoun.i):
        if pronoun.sentence - m.word.sentence > 2:
            break
        if m.plural != plural or (gender and m.gender and m.gender != gender) or any(a is b for a in m.actors for b in actor):
            continue
        if m.actors[0].kind in ("person", "unnamed"):
            return list(m.actors)
        best = best or list(m.actors)
    return best


def _above(scene: Scene, word: Word, actor: list[ActorDraft]) -> list[ActorDraft]:
    """`X a téléphoné à Y pour le féliciter`: an object pronoun is not the subject, but whom the verb above names."""
    head = word.head
    if word.rel not in ("advcl", "xcomp", "conj") or head.pos != "VERB":
        return []
    above = scene.args(head)
    for key in ("iobj", "obj", scene.grammar.dative):
        found = [a for a in scene.parties(above.words(key)) if all(a is not b for b in actor)]
        if found:
            return found
    return []


def resolve(scene: Scene, keys: tuple[str, ...], args: Arguments, all_of_them: bool = False) -> list[ActorDraft]:
    """The parties at the first place that holds any, or at all places."""
    out: list[ActorDraft] = []
    for key in keys:
        for actor in at(scene, key, args):
            if all(actor is not a for a in out):
                out.append(actor)
        if out and not all_of_them:
            break
    return out


def at(scene: Scene, key: str, args: Arguments) -> list[ActorDraft]:
    """The parties at one place; ``a.b`` is place b of what stands at place a."""
    first, _, second = key.partition(".")
    if first == "teller":
        told = scene.told[args.word.i]
        return told.speakers if told is not None else []
    if second:
        return _of_complement(scene, first, second, args)
    if first == "light":
        return _light_doer(scene, args)
    if first == "aim":
        return _aimed_at(scene, args)
    if first == "adj":
        return scene.parties([w for w in (args.mods or _armed(scene, args)) if w.rel == "amod" and w.pos == "ADJ"])
    if first == "while":
        word = args.word
        return scene.parties(surface_subject(word.head, scene.grammar)) if word.rel == "obl" and case_of(word) else []
    if first == args.grammar.agent:
        inside = [c for w in args.words("gen") for c in scene.args(w).words(first)]  # `l'invasion de X par Y`
        for_whom = [c for w in args.words("gen") if w.lemma.lower() in scene.behalf for c in scene.args(w).words("gen")]
        return scene.parties(args.words(first)) or scene.parties(inside) or scene.parties(for_whom)
    if first == "own":
        return scene.parties([p for w in args.words("gen") for p in scene.args(w).poss])
    if first == "subj":
        return doer(scene, args)
    named = args.words(first)
    if first == "gen" and args.word.pos == "NOUN" and any(args.word.lemma.lower() in scene.book.classes[c] for c in HELD):
        named = [w for w in named if not scene.town(w)]  # `le sommet de Madrid`, `l'accord de Paris`
    found = scene.parties(named)
    if not found and args.word.pos == "NOUN" and first not in ("gen", "poss"):
        light = scene.light(args.word)
        if light is not None and first != scene.grammar.agent:
            found = scene.parties(scene.args(light[0]).words(first))
    if not found and first == scene.grammar.dative and args.word.pos == "NOUN":
        found = [a for a in scene.parties(_deeper(scene, first, args)) if a.kind != "place"]
    return found


def _armed(scene: Scene, args: Arguments) -> list[Word]:
    """The adjectives of the weapons of an act of force (`une frappe de drones russes`)."""
    weapons = [w for w in args.words("gen") if any(w.lemma.lower() in scene.book.classes[c] for c in ARMS)]
    return [m for w in weapons for m in scene.args(w).mods]


def doer(scene: Scene, args: Arguments) -> list[ActorDraft]:
    """The subject's parties; a verb that is a statement's cue takes the speakers where its subject is no name or noun."""
    found = scene.parties(args.subj)
    if not args.passive and not (found and any(w.pos in ("NOUN", "PROPN") for w in args.subj)):
        for s in scene.cues.get(args.word.i, ()):
            if s.speakers:
                return list(s.speakers)
    word = args.word
    if not found and word.rel == "xcomp" and not args.passive and args.subj and all(w.pos == "NOUN" for w in args.subj):
        return scene.parties(surface_subject(word.head, scene.grammar))  # `accepter l'appel à déposer les armes`
    return found


def owners(scene: Scene, words: list[Word]) -> list[ActorDraft]:
    """Whose a thing is that acts or is hit (`des avions chinois`, `l'hôpital de Kiev`): its adjective, complement, owner."""
    for w in words:
        if w.pos == "NOUN":
            inner = scene.args(w)
            whole = [inner, *(scene.args(g) for g in inner.words("gen"))]  # `des avions de combat chinois`
            found = scene.parties([m for i in whole for m in i.mods if m.rel == "amod"]) or scene.parties(inner.words("gen"))
            held = [o for c in w.children if c.rel == "acl" and c.lemma in scene.holding for o in scene.args(c).obj]
            found = found or scene.parties(held) or scene.parties(inner.poss) or _owned_before(scene, w, inner)
            if found:
                return found
    return []


def _owned_before(scene: Scene, thing: Word, inner: Arguments) -> list[ActorDraft]:
    """`les avions` after `trente avions chinois`, `des avions envoyés par la Chine`: whose they were there."""
    armed = any(thing.lemma.lower() in scene.book.classes[c] for c in ARMS)
    if not armed or not any(c.rel == "det" and c.feats.get("Definite") == "Def" for c in thing.children) or inner.by_case:
        return []
    words = scene.reading.words
    for i in range(thing.i - 1, max(0, thing.i - BACK), -1):
        if words[i].lemma == thing.lemma and words[i].pos == "NOUN":
            before = scene.args(words[i])
            sent = [a for c in words[i].children if c.rel == "acl" for a in scene.args(c).agent]
            found = scene.parties([m for m in before.mods if m.rel == "amod"]) or scene.parties([*before.words("gen"), *sent])
            if found:
                return found
    return []


def _of_complement(scene: Scene, first: str, second: str, args: Arguments) -> list[ActorDraft]:
    """The parties in a place of a complement: ``obj.de`` of `l'attaque de X` (its adjective and possessor too)."""
    words = _light_words(scene, args) if first == "light" else args.words(first) or _named(scene, first, args)
    for w in words:
        inner = scene.args(w)
        event = scene.found.get(w.i)
        if event is not None and second == scene.grammar.genitive:
            if event.actor:
                return event.actor
            if event.recipient and event.frame.type in FORCE:
                continue  # who condemns an attack on X accuses somebody else
        below = inner.words(second)
        if first == "light" and second == scene.grammar.dative:
            below = [b for b in below if b.ent != "LOC"]  # `infligé à X`, but not `mené à Kaboul`
        found = scene.parties(below)
        if not found and second == scene.grammar.genitive:
            found = (
                scene.parties(inner.poss) or scene.parties([m for m in inner.mods if m.rel == "amod"]) or scene.parties(inner.agent)
            )
        if found:
            return found
    return []


def _deeper(scene: Scene, case: str, args: Arguments) -> list[Word]:
    """`un embargo sur les armes à la Turquie`: the phrase with the preposition, hung on the complement before it."""
    around = [args, *(scene.args(w) for w in _light_words(scene, args))]
    first = [w for a in around for c in scene.inner for w in a.by_case.get(c, ()) if w.i > args.word.i]
    return [k for w in first for k in w.children if k.rel == "nmod" and case_of(k) == case and k.i > w.i]


def _named(scene: Scene, lemma: str, args: Arguments) -> list[Word]:
    """The noun of a prepositional phrase by its lemma (`à l'encontre de`), below the word or its light verb."""
    around = [args, *(scene.args(w) for w in _light_words(scene, args))]
    return [w for a in around for words in a.by_case.values() for w in words if w.lemma.lower() == lemma]


def _light_words(scene: Scene, args: Arguments) -> list[Word]:
    light = scene.light(args.word)
    return [light[0]] if light is not None else []


def _light_doer(scene: Scene, args: Arguments) -> list[ActorDraft]:
    """The doer of a noun's light verb; nothing where the verb makes its subject the recipient."""
    light = scene.light(args.word)
    if light is None or light[1] == "undergo":
        return []
    above = scene.found.get(light[0].i)
    own = scene.found.get(args.word.i)
    if above is not None and above.frame.type == "REQUEST" and own is not None and own.frame.type not in CALLED:
        return []  # who calls for it does not do it
    verb = light[0]
    if light[1] in CHARGES:
        return scene.parties(scene.args(verb).obj)
    inner = scene.args(verb)
    return doer(scene, inner) if verb.pos in ("VERB", "AUX") else scene.parties(inherited_subject(verb, scene.grammar))


def _aimed_at(scene: Scene, args: Arguments) -> list[ActorDraft]:
    """Whom an event noun hits: the subject of `subir`, the object of `viser` (`l'attaque visant X`, `… a tué X`)."""
    word = args.word
    light = scene.light(word)
    if light is not None and light[1] == "undergo":
        verb = light[0]
        inner = scene.args(verb)
        up = (
            [] if verb.pos in ("VERB", "AUX") or verb.head.pos not in ("VERB", "AUX") else surface_subject(verb.head, scene.grammar)
        )
        return scene.parties(inner.subj or inherited_subject(verb, scene.grammar) or up or inner.obj)
    for v in hitting(scene, word):
        if scene.book.kind(v) == "aim":
            inner = scene.args(v)
            found = scene.parties(inner.obj) or scene.parties(inner.words(scene.grammar.dative))
            if found:
                return found
    return []


def hitting(scene: Scene, word: Word) -> list[Word]:
    """The verbs that may say whom an event hits: below its noun or with the noun as subject or agent, or after its verb."""
    if word.pos != "NOUN":
        return [c for c in word.children if c.rel in ("advcl", "conj") and c.i > word.i]
    verbs = [c for c in word.children if c.rel == "acl"]
    if word.head.pos == "VERB" and (word.rel == "nsubj" or case_of(word) == scene.grammar.agent):
        verbs.append(word.head)
    return verbs


def dead(scene: Scene, word: Word) -> list[ActorDraft]:
    """Those whom an event killed or hurt by the count, or drove out (`l'attaque a fait dix morts`, `…, forçant X à fuir`)."""
    verbs = hitting(scene, word)
    toll = [o for v in verbs if v.lemma.lower() in scene.toll for o in scene.args(v).obj if o.lemma.lower() in scene.casualties]
    return scene.parties(toll) or scene.parties([o for v in verbs if scene.book.among(v, scene.forcing) for o in scene.args(v).obj])
