"""Sides: who acts on whom, where syntax hides it. Sentences of the project's own about public facts."""

from __future__ import annotations

import pytest
from help import read

from selon.record import Event, Party


def countries(parties: tuple[Party, ...]) -> str:
    """Codes of the parties in order of the alphabet; "?" for one without, "-" for nobody."""
    return " ".join(sorted({p.country or "?" for p in parties})) or "-"


def event(text: str, type_: str, anchor: str) -> Event:
    """The event of the type that one of whose anchors holds the word."""
    for e in read(text, published="2023-11-20").events:
        if e.type == type_ and any(anchor in span.text for span in (e.anchor, *e.more)):
            return e
    raise AssertionError(f"no {type_} {anchor!r}")


CASES = [
    # a noun's own adjective, complement, possessor and agent
    ("Les bombardements russes ont repris en Ukraine.", "ASSAULT", "bombardements", "RUS", "UKR"),
    ("L'attaque du Hamas a tué mille Israéliens.", "ASSAULT", "attaque", "PSE", "ISR"),
    ("Le pape a condamné l'invasion de l'Ukraine par la Russie.", "ASSAULT", "invasion", "RUS", "UKR"),
    ("Le pape a condamné l'invasion de l'Ukraine par la Russie.", "ACCUSE", "condamné", "VAT", "RUS"),
    ("L'Italie craint une attaque de la Russie contre la Pologne.", "ASSAULT", "attaque", "RUS", "POL"),
    ("Des manifestations anti-françaises ont éclaté à Niamey.", "PROTEST", "manifestations", "-", "FRA"),
    ("« La propagande lancée contre notre pays doit cesser », a déclaré le président turc à Paris.",
     "COERCE", "propagande", "-", "TUR"),
    ("Les responsables iraniens font l'objet de sanctions de la part des États-Unis.",
     "SANCTION", "sanctions", "USA", "IRN"),
    # things that strike or are struck belong to somebody
    ("Des avions chinois ont survolé Taïwan.", "MOBILIZE", "survolé", "CHN", "TWN"),
    # participles, set off by commas or hung on the wrong noun
    ("Andreï Karlov, tué le 19 décembre à Ankara, était ambassadeur de Russie.", "ASSAULT", "tué", "-", "RUS"),
    ("L'Allemagne, accusée par la Pologne de lenteur, a livré des chars à l'Ukraine.", "ACCUSE", "accusée", "POL", "DEU"),
    ("Trois médias d'État russes en Allemagne, accusés de propagande, ont été interdits par Berlin.",
     "ACCUSE", "accusés", "-", "RUS"),
    # pronouns: never the subject of their own clause; a clitic read as an article
    ("Emmanuel Macron a reçu Joe Biden et l'a félicité.", "SUPPORT", "félicité", "FRA", "USA"),
    ("Joe Biden a rencontré Xi Jinping à Bali et l'a averti que Washington défendrait Taïwan.",
     "THREATEN", "averti", "USA", "CHN"),
    ("La Corée du Nord a renforcé sa présence aux abords de la frontière et certains observateurs la soupçonnent de "
     "préparer un essai.", "ACCUSE", "soupçonnent", "?", "PRK"),
    # control, requests, coordination
    ("Le gouvernement hongrois cherche à museler la presse.", "COERCE", "museler", "HUN", "HUN"),
    ("L'Union européenne a exhorté la Serbie à reconnaître le Kosovo.", "REQUEST", "exhorté", "EUR", "SRB"),
    ("Washington demande à Pékin de libérer les journalistes.", "REQUEST", "demande", "USA", "CHN"),
    ("La Russie a menacé la Finlande et accuse la Suède de provocations.", "ACCUSE", "accuse", "RUS", "SWE"),
    # first person: the speaker
    ("« Nous condamnons l'attaque russe », a déclaré Annalena Baerbock.", "ACCUSE", "condamnons", "DEU", "RUS"),
    # joint parties
    ("Deux pays, l'Égypte et la Jordanie, ont reconnu Israël.", "SUPPORT", "reconnu", "EGY JOR", "ISR"),
    ("On constate une étroite coopération des services de sécurité français et marocains.",
     "COOPERATE", "coopération", "FRA MAR", "-"),
    ("Environ 40 000 personnes, dont des combattants, ont quitté Alep.", "RETREAT", "quitté", "SYR", "-"),
    # carriers, light verbs, what one suffers or is charged with
    ("La série d'attaques du Hezbollah contre Israël a repris.", "ASSAULT", "attaques", "LBN", "ISR"),
    ("Une frappe de drones ukrainiens a visé un dépôt à Belgorod.", "ASSAULT", "frappe", "UKR", "RUS"),
    ("L'attaque subie par les troupes maliennes a duré trois heures.", "ASSAULT", "attaque", "-", "MLI"),
    ("L'ONU dénonce des meurtres, des viols et des tortures commis par les soldats érythréens.", "ASSAULT", "meurtres", "ERI", "-"),
    ("Le M23, lié à une recrudescence des attaques au Kivu, a refusé le dialogue.", "ASSAULT", "attaques", "COD", "-"),
    ("Trois ministres kényans font face à des accusations de corruption.", "ACCUSE", "accusations", "-", "KEN"),
    ("Des millions de Yéménites ont besoin d'une aide alimentaire.", "AID", "aide", "-", "YEM"),
    ("Des tirs d'artillerie menés par l'armée russe contre Kharkiv ont repris.", "ASSAULT", "tirs", "RUS", "UKR"),
    # where it happens is no recipient, what it hits is
    ("Des manifestations contre Emmanuel Macron ont eu lieu à Bruxelles.", "PROTEST", "manifestations", "-", "FRA"),
    ("L'attaque menée le 7 octobre sur le sol israélien a choqué.", "ASSAULT", "attaque", "-", "ISR"),
    ("Le sommet de Madrid a commencé.", "CONSULT", "sommet", "-", "-"),
    ("Emmanuel Macron a effectué une visite en Afrique.", "CONSULT", "visite", "FRA", "-"),
    ("L'armée chinoise a mené des exercices autour de Taïwan.", "MOBILIZE", "exercices", "CHN", "TWN"),
    ("L'ambassadeur de France au Niger a été convoqué à Niamey.", "ACCUSE", "convoqué", "NER", "FRA"),
    # what stands beside and below
    ("La guerre Israël-Hamas a éclaté en octobre.", "ASSAULT", "guerre", "ISR PSE", "-"),
    ("Le Maroc s'est vu refuser une aide par l'Espagne.", "REJECT", "refuser", "ESP", "MAR"),
    ("L'Union africaine a appelé à libérer les otages au Mali.", "AID", "libérer", "-", "MLI"),
    ("Des soldats rwandais ont attaqué des civils congolais et les Nations unies affirment qu'ils pillent.",
     "ASSAULT", "attaqué", "RWA", "COD"),
    ("L'armée ougandaise opère en Ituri où elle pourchasse des rebelles congolais.", "ASSAULT", "pourchasse", "UGA", "COD"),
    ("Le Premier ministre a condamné l'attentat de Bamako, accusant le Jnim.", "ACCUSE", "condamné", "MLI", "MLI"),
    ("Plusieurs généraux ont été arrêtés, a annoncé le président gabonais, mais seront libérés.", "RETREAT", "libérés", "-", "GAB"),
    ("La Pologne a renforcé son contrôle sur quatre médias russes, accusés de propagande.", "ACCUSE", "accusés", "-", "RUS"),
    ("Les troupes rwandaises ont progressé vers Goma, forçant l'armée congolaise à reculer.", "ASSAULT", "progressé", "RWA", "COD"),
    ("Washington a menacé de bombarder l'Iran.", "THREATEN", "menacé", "USA", "IRN"),
    ("L'Espagne a accueilli des Ukrainiens depuis l'invasion de leur pays par la Russie.", "ASSAULT", "invasion", "RUS", "UKR"),
    ("« La Russie bombarde des écoles », déplore Olena Zelenska.", "ACCUSE", "déplore", "UKR", "RUS"),
    ("Des milliers de Soudanais ont manifesté contre l'accord que Paris a conclu.", "PROTEST", "manifesté", "SDN", "FRA"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "anchor", "actor", "recipient"), CASES)
def test_sides(text: str, type_: str, anchor: str, actor: str, recipient: str) -> None:
    found = event(text, type_, anchor)
    assert (countries(found.actor), countries(found.recipient)) == (actor, recipient)


def test_a_part_is_no_second_party() -> None:
    found = event("Environ 40 000 personnes, dont des combattants, ont quitté Alep.", "RETREAT", "quitté")
    assert len(found.actor) == 1


def test_two_services_are_two_parties() -> None:
    text = "On constate une étroite coopération des services de sécurité français et marocains."
    assert len(event(text, "COOPERATE", "coopération").actor) == 2


def test_a_participle_tells_of_the_name_before_it() -> None:
    """`X informed Y of the murder of the ambassador, Z, killed …`: Z was killed, wherever the parser hung the participle."""
    text = (
        "M. Erdogan a informé M. Poutine des progrès de l’enquête sur l’assassinat de l’ambassadeur de Russie en Turquie, "
        "Andreï Karlov, tué le 19 décembre à Ankara."
    )
    (killing,) = [e for e in read(text, published="2016-12-23").events if e.type == "ASSAULT"]
    assert [r.name for r in killing.recipient] == ["Andreï Karlov"]
    assert killing.date == "2016-12-19"
