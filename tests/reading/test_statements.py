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
    # impersonal cues: the source stands elsewhere in the clause
    ("Trois soldats ont été tués, a-t-on appris de source militaire.", "a-t-on appris", "source militaire", "Trois soldats ont été tués"),
    ("Trois soldats ont été tués, apprend-on de la présidence.", "apprend-on", "la présidence", "Trois soldats ont été tués"),
    ("Les pertes seraient lourdes, estime-t-on à l'état-major.", "estime-t-on", "l'état-major", "Les pertes seraient lourdes"),
    ("« Nous restons vigilants », fait-on savoir dans l'entourage du président.", "fait-on savoir", "l'entourage du président", "Nous restons vigilants"),
    ("On apprend de la présidence que le sommet est reporté.", "apprend", "la présidence", "le sommet est reporté"),
    ("Il est indiqué dans un communiqué du service de presse du Kremlin que les présidents se sont parlé.", "est indiqué", "un communiqué du service de presse du Kremlin", "les présidents se sont parlé"),
    ("Les présidents se sont parlé, peut-on lire dans un communiqué de l'Élysée.", "peut-on lire", "un communiqué de l'Élysée", "Les présidents se sont parlé"),
    ("Trois suspects ont été arrêtés, a appris l'AFP auprès de la préfecture.", "a appris", "la préfecture", "Trois suspects ont été arrêtés"),
    # de source, and prepositions of several words
    ("De source judiciaire, trois suspects ont été arrêtés.", "De", "source judiciaire", "trois suspects ont été arrêtés"),
    ("Si l'on en croit le Pentagone, les talibans reculent.", "Si l'on en croit", "le Pentagone", "les talibans reculent"),
    ("Aux dires de plusieurs témoins, la police a tiré sans sommation.", "Aux dires de", "plusieurs témoins", "la police a tiré sans sommation"),
    ("Du point de vue de Moscou, l'accord est caduc.", "Du point de vue de", "Moscou", "l'accord est caduc"),
    ("Il s'agit, selon Human Rights Watch, d'un crime de guerre.", "selon", "Human Rights Watch", "Il s'agit // d'un crime de guerre"),
    ("L'armée aurait tué un commandant du Hezbollah, selon des médias libanais.", "selon", "des médias libanais", "L'armée aurait tué un commandant du Hezbollah"),
    # comme l'a dit, headlines, nominal cues
    ("La Charte interdit le recours à la force, comme l'a rappelé António Guterres.", "a rappelé", "António Guterres", "La Charte interdit le recours à la force"),
    ("Comme l'a rappelé António Guterres, la Charte interdit le recours à la force.", "a rappelé", "António Guterres", "la Charte interdit le recours à la force"),
    ("Moscou : « Nous n'avons pas bombardé l'hôpital ».", None, "Moscou", "Nous n'avons pas bombardé l'hôpital"),
    ("Le ministre de l'Intérieur : « La police a fait son travail ».", None, "Le ministre de l'Intérieur", "La police a fait son travail"),
    ("L'annonce par Washington du retrait de ses troupes a surpris Kaboul.", "annonce", "Washington", "du retrait de ses troupes"),
    # what stands between the verb and what it says
    ("Le chef de l'ONU a dit, dans un entretien accordé à la BBC, que la trêve tenait.", "a dit", "Le chef de l'ONU", "la trêve tenait"),
    ("Le groupe X dit avoir « supprimé des milliers de messages » liés à l'attaque.", "dit", "Le groupe X", "avoir « supprimé des milliers de messages » liés à l'attaque"),
    ("Le Pentagone a indiqué avoir détruit deux dépôts d'armes, dont un près de Mossoul.", "a indiqué", "Le Pentagone", "avoir détruit deux dépôts d'armes, dont un près de Mossoul"),
    ("La France a demandé à l'Iran d'expliquer « sans délai » la détention de ses ressortissants.", "a demandé", "La France", "à l'Iran d'expliquer « sans délai » la détention de ses ressortissants"),
    ("Bruxelles a annoncé une enquête sur des « fausses informations » et des « discours de haine ».", "a annoncé", "Bruxelles", "une enquête sur des « fausses informations » et des « discours de haine »"),
    ("Dans l'immédiat, précise le ministère, aucune école ne fermera.", "précise", "le ministère", "Dans l'immédiat // aucune école ne fermera"),
    ("Téhéran a fait savoir qu'il ne négocierait pas sous la menace.", "a fait savoir", "Téhéran", "il ne négocierait pas sous la menace"),
    # odd marks
    ("«\u202fLe cessez-le-feu tient\u202f», a déclaré António Guterres.", "a déclaré", "António Guterres", "Le cessez-le-feu tient"),
    ("«\u2009Le cessez-le-feu tient\u2009», a déclaré António Guterres.", "a déclaré", "António Guterres", "Le cessez-le-feu tient"),
    ("''Le cessez-le-feu tient'', a déclaré António Guterres.", "a déclaré", "António Guterres", "Le cessez-le-feu tient"),
    ("<< Le cessez-le-feu tient >>, a déclaré António Guterres.", "a déclaré", "António Guterres", "Le cessez-le-feu tient"),
    ("« Le cessez-le-feu est “très fragile” », a déclaré António Guterres.", "a déclaré", "António Guterres", "Le cessez-le-feu est “très fragile”"),
    ("« Le « califat » est vaincu », a tweeté Donald Trump.", "a tweeté", "Donald Trump", "Le « califat » est vaincu"),
    ("«Nous sommes prêts», a déclaré Vladimir Poutine, «mais nos conditions restent les mêmes».", "a déclaré", "Vladimir Poutine", "Nous sommes prêts // mais nos conditions restent les mêmes"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "source", "content"), CASES, ids=[c[0][:40] for c in CASES])
def test_one_statement(text: str, cue: str | None, source: str, content: str) -> None:
    assert found(read(text)) == [(cue, source, content)]


QUIET = [
    "Angela Merkel a remercié Barack Obama.",
    "Le film « La Bataille d'Alger » a été projeté à Venise.",
    "Les « gilets jaunes » ont défilé à Paris.",
    "L'opération « Barkhane » a pris fin en 2022.",
    "La loi s'applique selon les cas et selon les régions.",
    "Le ministre a évoqué la Syrie.",
    "Le président n'a pas dit son dernier mot.",
    "L'armée israélienne aurait tué un commandant du Hezbollah à Beyrouth.",
    "Le mouvement dit « des parapluies » a marqué Hong Kong.",
    "Surnommé « le Boucher », l'ancien général a été arrêté.",
    "La « route de la soie » relie la Chine à l'Europe.",
    "La police a appris que le suspect avait quitté le pays.",
    "La crise menace de ramener le pays aux années de guerre.",
    "Le groupe considéré comme terroriste a quitté la ville.",
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


def test_a_quotation_runs_through_paragraphs_without_marks() -> None:
    d = read(
        "Emmanuel Macron a déclaré : « La situation est grave et nous devons agir vite.\n\n"
        "Les hôpitaux sont pleins.\n\nLes écoles sont fermées. »"
    )
    assert [c.text for c in d.statements[0].content] == [
        "La situation est grave et nous devons agir vite.",
        "Les hôpitaux sont pleins.",
        "Les écoles sont fermées.",
    ]


def test_a_heading_in_quotation_marks_belongs_to_who_says_it_below() -> None:
    d = read("« Une guerre sans fin »\n\n« C'est une guerre sans fin et elle nous épuise », a confié le général Salim.")
    assert [s.speakers[0].name for s in d.statements] == ["Salim", "Salim"]


def test_opposed_clauses_keep_their_own_source() -> None:
    d = read("Selon le HCR, trois mille civils ont fui, mais le gouvernement affirme que la ville est sûre.")
    assert found(d) == [
        ("Selon", "le HCR", "trois mille civils ont fui"),
        ("affirme", "le gouvernement", "la ville est sûre"),
    ]


def test_who_is_cited_stands_within_who_cites() -> None:
    d = read("Le cessez-le-feu tient, a déclaré le général Kenneth McKenzie, cité par CNN.")
    outer = next(s for s in d.statements if s.within is None)
    assert outer.source is not None
    assert outer.source.text == "CNN"
    assert [s.within for s in d.statements if s is not outer] == [outer.id]


def test_what_somebody_is_asked_to_say_is_not_said() -> None:
    d = read("L'ONU demande à Moscou d'expliquer « pourquoi le convoi a été visé ».")
    assert [c for c, _, _ in found(d)] == ["demande"]


def test_a_content_ends_where_the_clause_around_its_cue_goes_on() -> None:
    d = read("La Cédéao, qui avait menacé d'intervenir militairement, n'a pas réagi.")
    assert [c for _, _, c in found(d)] == ["d'intervenir militairement"]


def test_a_resolution_against_somebody_is_not_theirs() -> None:
    d = read("Une résolution contre la Syrie demande que les combats cessent.")
    assert all(p.country != "SYR" for s in d.statements for p in s.speakers)


def test_a_quotation_whose_speaker_nobody_knows_is_kept() -> None:
    d = read("Il a déclaré : « Nous ne céderons jamais à la menace ».")
    assert [(c.text, s.speakers) for s in d.statements for c in s.content] == [("Nous ne céderons jamais à la menace", ())]
