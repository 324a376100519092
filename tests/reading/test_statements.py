"""Who says what: one construction a case, sentences of our own on public facts."""

import pytest
from tests.reading.help import read

from selon.record import Document, Statement


def found(document: Document) -> list[tuple[str | None, str | None, str]]:
    return [
        (s.cue.text if s.cue else None, s.source.text if s.source else None, " // ".join(c.text for c in s.content))
        for s in document.statements
    ]


def one(text: str) -> Statement:
    statements = read(text).statements
    assert len(statements) == 1, [(s.evidence.rule, s.content) for s in statements]
    return statements[0]


CASES = [
    # a quotation, the verb before or after, inverted
    ("« Le cessez-le-feu tient », a déclaré le ministre turc des Affaires étrangères.", "a déclaré", "le ministre turc des Affaires étrangères", "Le cessez-le-feu tient"),
    ("«\u00a0Le cessez-le-feu tient\u00a0», a déclaré António Guterres.", "a déclaré", "António Guterres", "Le cessez-le-feu tient"),
    ('"Le cessez-le-feu tient", a déclaré António Guterres.', "a déclaré", "António Guterres", "Le cessez-le-feu tient"),
    ("“Le cessez-le-feu tient”, a affirmé António Guterres.", "a affirmé", "António Guterres", "Le cessez-le-feu tient"),
    ("António Guterres a déclaré : « Le cessez-le-feu tient dans tout le pays. »", "a déclaré", "António Guterres", "Le cessez-le-feu tient dans tout le pays."),
    ("Emmanuel Macron a répondu : « Nous ne céderons pas ».", "a répondu", "Emmanuel Macron", "Nous ne céderons pas"),
    ("« Nous ne céderons pas », estime le président français.", "estime", "le président français", "Nous ne céderons pas"),
    # an inserted clause in the middle
    ("« Nous sommes prêts, a assuré Angela Merkel, à accueillir la conférence ».", "a assuré", "Angela Merkel", "Nous sommes prêts // à accueillir la conférence"),
    ("La réunion, a précisé le porte-parole du gouvernement, aura lieu à Genève.", "a précisé", "le porte-parole du gouvernement", "La réunion // aura lieu à Genève"),
    ("Les frontières resteront fermées, a annoncé le gouvernement algérien.", "a annoncé", "le gouvernement algérien", "Les frontières resteront fermées"),
    # partly quoted
    ("Le Brexit est une « erreur historique », a estimé Jean-Claude Juncker.", "a estimé", "Jean-Claude Juncker", "Le Brexit est une « erreur historique »"),
    # selon and its like
    ("Selon l'ONU, six millions de Syriens ont quitté leur pays.", "Selon", "l'ONU", "six millions de Syriens ont quitté leur pays"),
    ("Six millions de Syriens ont quitté leur pays, selon l'ONU.", "selon", "l'ONU", "Six millions de Syriens ont quitté leur pays"),
    ("D'après l'agence Reuters, la banque centrale a relevé ses taux.", "D'après", "l'agence Reuters", "la banque centrale a relevé ses taux"),
    ("Pour Angela Merkel, l'accord de Minsk reste la seule voie possible.", "Pour", "Angela Merkel", "l'accord de Minsk reste la seule voie possible"),
    ("De l'avis de Moscou, ces sanctions sont illégales.", "De l'avis de", "Moscou", "ces sanctions sont illégales"),
    ("Aux yeux de Pékin, Taïwan est une province chinoise.", "Aux yeux de", "Pékin", "Taïwan est une province chinoise"),
    ("À en croire le Kremlin, l'armée russe n'a subi aucune perte.", "À en croire", "le Kremlin", "l'armée russe n'a subi aucune perte"),
    # que
    ("Le président ukrainien a déclaré que son armée avait repris Kherson.", "a déclaré", "Le président ukrainien", "son armée avait repris Kherson"),
    ("Le Premier ministre hongrois a prévenu qu'il mettrait son veto.", "a prévenu", "Le Premier ministre hongrois", "il mettrait son veto"),
    ("L'OMS a indiqué lundi que l'épidémie reculait et que les écoles pouvaient rouvrir.", "a indiqué", "L'OMS", "l'épidémie reculait et que les écoles pouvaient rouvrir"),
    # infinitives, adjectives
    ("L'armée malienne dit avoir tué trente djihadistes.", "dit", "L'armée malienne", "avoir tué trente djihadistes"),
    ("Téhéran nie avoir livré des drones à la Russie.", "nie", "Téhéran", "avoir livré des drones à la Russie"),
    ("Le pape François s'est dit préoccupé par la guerre au Soudan.", "s'est dit", "Le pape François", "préoccupé par la guerre au Soudan"),
    # requests, accusations, labels
    ("Les manifestants réclament la démission du gouvernement.", "réclament", "Les manifestants", "la démission du gouvernement"),
    ("L'Union africaine a appelé les deux camps à déposer les armes.", "a appelé", "L'Union africaine", "les deux camps à déposer les armes"),
    ("Kiev accuse Moscou d'avoir bombardé un théâtre à Marioupol.", "accuse", "Kiev", "Moscou d'avoir bombardé un théâtre à Marioupol"),
    ("Joe Biden a qualifié Vladimir Poutine de « criminel de guerre ».", "a qualifié", "Joe Biden", "Vladimir Poutine de « criminel de guerre »"),
    ("Amnesty International a dénoncé une « répression brutale ».", "a dénoncé", "Amnesty International", "une « répression brutale »"),
    ("La junte a promis des élections libres avant la fin de l'année.", "a promis", "La junte", "des élections libres avant la fin de l'année"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content"), CASES, ids=[c[0][:40] for c in CASES])
def test_one_statement(text: str, cue: str, source: str, content: str) -> None:
    assert found(read(text)) == [(cue, source, content)]


QUIET = [
    "Angela Merkel a remercié Barack Obama.",
    "Le film « La Bataille d'Alger » a été projeté à Venise.",
    "Les « gilets jaunes » ont défilé à Paris.",
    "L'opération « Barkhane » a pris fin en 2022.",
    "La loi s'applique selon les cas et selon les régions.",
    "Le ministre a évoqué la Syrie.",
    "Le président n'a pas dit son dernier mot.",
]


@pytest.mark.parametrize("text", QUIET)
def test_no_statement(text: str) -> None:
    assert found(read(text)) == []


def test_kinds_are_formal() -> None:
    assert one("« Le cessez-le-feu tient », a déclaré António Guterres.").kind == "direct"
    assert one("António Guterres a déclaré que le cessez-le-feu tenait.").kind == "indirect"
    assert one("António Guterres a déclaré que le cessez-le-feu était « fragile ».").kind == "mixed"


def test_an_impersonal_cue_takes_its_source_from_the_communique() -> None:
    s = one("« Les deux présidents se sont entretenus par téléphone », est-il indiqué dans un communiqué du Kremlin.")
    assert s.cue is not None
    assert s.cue.text == "est-il indiqué"
    assert s.source is not None
    assert s.source.text == "un communiqué du Kremlin"
    assert s.medium == "communiqué"
    assert [p.country for p in s.speakers] == ["RUS"]


def test_a_floating_quotation_keeps_the_speaker() -> None:
    d = read(
        "« La ville est libérée », a annoncé le général Salim. « Nos troupes tiennent désormais tous les quartiers de la ville »."
    )
    assert [s.kind for s in d.statements] == ["direct", "direct"]
    assert d.statements[1].cue is None
    assert [p.name for p in d.statements[0].speakers] == [p.name for p in d.statements[1].speakers]


def test_a_quotation_over_paragraphs_is_one_statement() -> None:
    d = read(
        "« Nous avons négocié trois semaines à Genève sans jamais perdre espoir.\n\n« Nous reviendrons », a promis Staffan de Mistura."
    )
    assert [len(s.content) for s in d.statements] == [2]


def test_layers() -> None:
    d = read("Vladimir Poutine a dit que la Russie restait ouverte au dialogue, a indiqué le Kremlin.")
    outer, inner = sorted(d.statements, key=lambda s: s.content[0].start)
    assert outer.cue is not None
    assert outer.cue.text == "a indiqué"
    assert inner.within == outer.id
    assert inner.speakers[0].name == "Vladimir Poutine"


def test_a_relayed_statement_is_two() -> None:
    d = read("Les combats ont cessé, rapporte l'agence SANA citant une source militaire.")
    assert len(d.statements) == 2
    assert {s.speakers[0].name for s in d.statements} == {"agence SANA", "une source militaire"}
    inner = next(s for s in d.statements if s.within)
    assert inner.speakers[0].name == "une source militaire"


def test_joint_speakers() -> None:
    d = read(
        "Vladimir Poutine et Recep Tayyip Erdogan se sont parlé. Les dirigeants russe et turc ont déclaré que la trêve tenait."
    )
    s = next(s for s in d.statements if s.cue and s.cue.text == "ont déclaré")
    assert [(p.name, p.country) for p in s.speakers] == [("Vladimir Poutine", "RUS"), ("Recep Tayyip Erdogan", "TUR")]


def test_a_missing_opening_mark() -> None:
    d = read(
        "Le président est arrivé à Sotchi dans la soirée.\n\nLes négociations avancent bien », a signalé le Kremlin dans un communiqué."
    )
    assert found(d) == [("a signalé", "le Kremlin", "Les négociations avancent bien")]
    assert [n.kind for n in d.notes] == ["unbalanced_quotes"]


def test_a_glued_word_is_read_and_noted() -> None:
    d = read("Le sommet aura lieu à Astana, a indiquéle ministère kazakh des Affaires étrangères.")
    assert d.statements[0].source is not None
    assert d.statements[0].source.text == "le ministère kazakh des Affaires étrangères"
    assert [n.kind for n in d.notes] == ["repaired_spacing"]


def test_two_cues_of_one_source_are_two_statements() -> None:
    d = read("Le ministre a affirmé que la route était ouverte, mais a ajouté que le danger demeurait.")
    assert [c for _, _, c in found(d)] == ["la route était ouverte", "le danger demeurait"]
