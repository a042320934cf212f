"""Is a text in English? Told by its script, by small words that only grammar needs, and, in short
texts, by the headings of resumes.

Small words are the most frequent ones of any language. Those that stand in names do not count: "Rua
das Flores" and "Banco de la Nación" may stand in an English resume.
"""

from __future__ import annotations

import re
from collections import Counter

# Words of grammar by language, without those that English, names or products use ("in", "die",
# "van", "de la" alone would make a Dutchman of Vincent van Gogh: it takes several words).
_SMALL: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "German": """und der das mit für von den dem zu zur zum im auf bei als sowie durch über aus
            nach eine einer einem eines ist sind wurde werden ich wir nicht auch unter bis seit""",
        "French": """et des les du en pour dans avec sur par une aux au est sont ont été je nous
            ainsi chez depuis que qui ses leur cette ces plus vers afin dont""",
        "Spanish": """y de la el los las en con para por un una del al que se su sus como desde
            hasta entre es son fue más sobre así mediante años""",
        "Portuguese": """e de da do das dos em com para por um uma na no nas nos ao que se os como
            desde até entre foi são mais sobre através não pela pelo anos""",
        "Italian": """e di il lo la gli le con per un una del della dei delle nel nella sul da che
            si come dal alla ai tra fino sono è più su anni presso""",
        "Dutch": """en het een van met voor op te aan bij naar uit als door ook zijn werd worden
            ik wij niet dat tot over onder om sinds binnen""",
        "Swedish": """och att det som för med på av en ett till den är jag vi från om inom hos
            samt över efter vid har inte eller under år""",
        "Danish": """og at det som for med på af en et til den er jeg vi fra om inden hos samt
            over efter ved har ikke eller under år""",
        "Norwegian": """og å det som for med på av en et til den er jeg vi fra om innen hos samt
            over etter ved har ikke eller under år""",
        "Finnish": """ja on ei se että sekä joka kanssa kuin mutta olen oli ovat myös tai vuoden
            vuotta mukaan yli alla sen hän minä jossa sekä""",
        "Polish": """i w z na do się oraz dla od po przez jest są że jako przy ich o za nie pod
            nad lub w tym roku lat""",
        "Czech": """a v na s se pro z do od po při jako je jsou že nebo které který ve ze k o
            také byl byla roku let""",
        "Hungarian": """és a az egy hogy nem is volt vagy mint meg már csak ami amely által után
            valamint alatt éves között évben""",
        "Romanian": """și în de la cu pentru din pe un o al ale ai care sau prin este sunt ca după
            fost între ani""",
        "Turkish": """ve bir bu için ile olarak da de olan çok daha sonra gibi kadar ise veya
            üzerinde arasında yıl tarafından""",
        "Indonesian": """dan yang di dengan untuk dari pada ke dalam sebagai adalah ini itu oleh
            atau serta telah secara tahun""",
        "Vietnamese": """và của các là trong cho với được có một những tại đã từ về theo năm để
            không người""",
    }.items()
}
_ENGLISH = frozenset(
    """the and of to with for from by at is was were that this our their which an has have into
    who while between using through across""".split()
)
# Lines of their own that head parts of resumes and are no words of English. A resume of lists has
# hardly a small word, yet its headings.
_HEADINGS: dict[str, frozenset[str]] = {
    name: frozenset(heading.strip() for heading in headings.replace("\n", " ").split("|"))
    for name, headings in {
        "German": """lebenslauf|berufserfahrung|beruflicher werdegang|berufliche erfahrung
            |werdegang|ausbildung|bildungsweg|studium|kenntnisse|fähigkeiten|fachkenntnisse
            |it-kenntnisse|edv-kenntnisse|sprachen|sprachkenntnisse|persönliche daten|hobbys
            |interessen|weiterbildung|weiterbildungen|zertifikate|projekte|ehrenamt|schulbildung""",
        "French": """expérience professionnelle|expériences professionnelles|expériences|compétences
            |compétences techniques|formation|formations|diplômes|langues|loisirs
            |centres d'intérêt|parcours professionnel|études|projets|certificats|profil""",
        "Spanish": """experiencia profesional|experiencia laboral|experiencia|formación
            |formación académica|educación|habilidades|aptitudes|competencias|idiomas
            |conocimientos|datos personales|perfil profesional|proyectos|estudios""",
        "Portuguese": """experiência profissional|experiência|formação|formação académica
            |formação acadêmica|habilidades|competências|idiomas|conhecimentos|educação|projetos
            |dados pessoais|perfil profissional|habilitações académicas""",
        "Italian": """esperienza professionale|esperienze professionali|esperienza lavorativa
            |esperienze lavorative|istruzione|formazione|istruzione e formazione|competenze|lingue
            |competenze tecniche|conoscenze|dati personali|progetti|capacità""",
        "Dutch": """werkervaring|opleiding|opleidingen|vaardigheden|talen|talenkennis|kennis
            |persoonlijke gegevens|persoonlijk profiel|hobby's|cursussen|projecten|profiel""",
        "Polish": """doświadczenie zawodowe|doświadczenie|wykształcenie|umiejętności|języki
            |języki obce|zainteresowania|dane osobowe|kursy|szkolenia""",
        "Swedish": """arbetslivserfarenhet|yrkeserfarenhet|utbildning|kunskaper|färdigheter|språk
            |kompetenser|anställningar|intressen|meriter""",
    }.items()
}
_SCRIPTS = {
    "Cyrillic": ("\u0400", "\u052f"),
    "Greek": ("\u0370", "\u03ff"),
    "Hebrew": ("\u0590", "\u05ff"),
    "Arabic": ("\u0600", "\u06ff"),
    "Indian": ("\u0900", "\u0dff"),
    "Thai": ("\u0e00", "\u0e7f"),
    "Japanese": ("\u3040", "\u30ff"),
    "Chinese": ("\u4e00", "\u9fff"),
    "Korean": ("\uac00", "\ud7a3"),
}
# Words below which nothing is said: a name and an address.
FEWEST_WORDS = 40
# Share of the words that are a language's small ones, and how many different ones; prose has three
# in ten, lists with headings one.
LEAST_SHARE, FEWEST_DIFFERENT = 0.06, 4
# Different headings of one language: one alone may be a name, as in "Formation".
FEWEST_HEADINGS = 2
# Of the letters that belong to another script; every second one in Chinese, where two make a word.
LEAST_FOREIGN = 0.3
# Languages that write every noun with a capital; their small words are counted everywhere.
_CAPITAL_NOUNS = frozenset({"German"})
# Words in names that link their parts are so short: "de", "van", "dos".
LONGEST_LINK = 3
_NOT_LATIN = re.compile("[\u0370-\u1cff\u3040-\ud7a3]+")
_WORD = re.compile(r"[^\W\d_]+")


def foreign_language(text: str) -> str:
    """The language, or the script, of a text that is not in English; "" where it is or may be.

    >>> foreign_language("Leitung des Teams und Einführung von Tests für die Abteilung. " * 6)
    'German'
    """
    words = _WORD.findall(text.lower())
    letters = sum(map(len, words))
    script, foreign = _script("".join(_NOT_LATIN.findall(text)))
    if foreign > LEAST_FOREIGN * letters and letters >= FEWEST_WORDS:
        return f"{script} script"
    counts = Counter(words)
    english = sum(counts[word] for word in _ENGLISH if word in counts)
    if len(words) < FEWEST_WORDS:
        return _by_headings(text) if english <= LEAST_SHARE * len(words) else ""
    best, share = "", max(LEAST_SHARE * len(words), english)
    outside = _outside_names(text)
    for name, small in _SMALL.items():
        seen = counts if name in _CAPITAL_NOUNS else outside
        found = [seen[word] for word in small if word in seen]
        if len(found) >= FEWEST_DIFFERENT and sum(found) > share:
            best, share = name, sum(found)
    return best or (_by_headings(text) if english <= LEAST_SHARE * len(words) else "")


def _by_headings(text: str) -> str:
    """The language that most of a resume's headings are in; "" where too few are in any."""
    lines = {line.strip(" \t:#*-–—_=").casefold() for line in text.replace("’", "'").split("\n")}
    counts = {name: len(lines & headings) for name, headings in _HEADINGS.items()}
    name = max(counts, key=lambda name: counts[name])
    return name if counts[name] >= FEWEST_HEADINGS else ""


def _outside_names(text: str) -> Counter[str]:
    """The words in small letters but for those that lead up to a capital, as in "de la Paz"."""
    counts: Counter[str] = Counter()
    for line in text.split("\n"):
        before_name = False
        words: list[str] = _WORD.findall(line)
        for word in reversed(words):
            if not word.islower():
                before_name = True
            elif not before_name or len(word) > LONGEST_LINK:
                before_name = False
                counts[word] += 1
    return counts


def _script(letters: str) -> tuple[str, int]:
    """The most frequent script of letters that are not Latin, and how many it has."""
    counts = {
        name: sum(low <= letter <= high for letter in letters)
        for name, (low, high) in _SCRIPTS.items()
    }
    # Kana stand beside Chinese characters.
    if counts["Japanese"] > 0.1 * counts["Chinese"]:
        counts["Japanese"] += counts["Chinese"]
    name = max(counts, key=lambda name: counts[name])
    return name, counts[name]
