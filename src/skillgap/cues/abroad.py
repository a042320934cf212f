"""Names of languages, and headings in other languages, of resumes that are otherwise English or have both.

German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Polish; and what stands
over jobs, studies and skills in Finnish, Czech, Hungarian, Romanian, Turkish, Ukrainian and Russian.
"""

from __future__ import annotations

from typing import Final

ABROAD: Final[dict[str, str]] = {
    "summary": """profil|kurzprofil|über mich|zusammenfassung|résumé|à propos|perfil|perfil profesional
        |resumen|sobre mí|acerca de mí|profilo|profilo professionale|resumo|sobre mim
        |profiel|samenvatting|over mij|sammanfattning|om mig|podsumowanie|o mnie""",
    "work": """berufserfahrung|berufspraxis|beruflicher werdegang|werdegang|berufliche stationen
        |praktika|praktikum|berufliche erfahrung|beruf|arbeitserfahrung
        |expérience|expériences|expérience professionnelle|expériences professionnelles
        |parcours|parcours professionnel|stages|emplois
        |experiencia|experiencia laboral|experiencia profesional|trayectoria|trayectoria profesional
        |esperienza|esperienze|esperienza professionale|esperienze professionali
        |esperienza lavorativa|esperienze lavorative|experiência|experiência profissional
        |experiências profissionais|percurso profissional|werkervaring|ervaring|loopbaan
        |arbeidsverleden|stage|arbetslivserfarenhet|erfarenhet|erhvervserfaring|arbejdserfaring
        |doświadczenie|doświadczenie zawodowe|przebieg kariery
        |arbeidserfaring|erfaring|työkokemus|pracovní zkušenosti|praxe|szakmai tapasztalat
        |munkatapasztalat|experiență|experiență profesională|iş deneyimi|deneyim|досвід роботи
        |досвід|опыт работы|опыт""",
    "volunteer": """ehrenamt|ehrenamtliches engagement|engagement|bénévolat|voluntariado|volontariato
        |vrijwilligerswerk|verv|frivillig|wolontariat""",
    "education": """ausbildung|bildung|bildungsweg|studium|schulbildung|weiterbildung|weiterbildungen
        |fortbildung|fortbildungen|akademischer werdegang|formation|formations|études|diplômes
        |formation académique|parcours académique|formación|formación académica|educación|estudios
        |istruzione|istruzione e formazione|formazione|studi|formação|formação académica
        |formação acadêmica|educação|opleiding|opleidingen|studie|cursussen|utbildning|uddannelse
        |wykształcenie|edukacja|utdanning|utdannelse|koulutus|vzdělání|tanulmányok
        |educație|studii|eğitim|освіта|образование""",
    "certificates": """zertifikate|zertifizierungen|certificats|certificaciones|certificados
        |certificazioni|certificações|certificaten|certyfikaty""",
    "skills": """kenntnisse|fähigkeiten|kompetenzen|edv-kenntnisse|edv|it-kenntnisse|fachkenntnisse
        |technische kenntnisse|compétences|compétences techniques|outils|savoir-faire
        |habilidades|competencias|conocimientos|herramientas|aptitudes|competenze
        |competenze tecniche|capacità|habilidades técnicas|competências|ferramentas|vaardigheden
        |competenties|kennis|kunskaper|färdigheter|kompetencer|umiejętności|ferdigheter|kompetanse
        |taidot|dovednosti|készségek|competențe|beceriler|навички|навыки""",
    "projects": """projekte|ausgewählte projekte|projets|proyectos|progetti|projetos|projecten|projekt
        |projekter|projekty""",
    "awards": """auszeichnungen|prix|distinctions|premios|premi|prêmios|prémios|prijzen|nagrody""",
    "publications": """publikationen|veröffentlichungen|publicaciones|pubblicazioni|publicações
        |publicaties|publikacje""",
    "languages": """sprachen|sprachkenntnisse|langues|idiomas|lenguas|lingue|línguas|talen
        |talenkennis|språk|sprog|języki""",
    "interests": """interessen|hobbys|freizeit|centres d'intérêt|loisirs|intereses|aficiones
        |interessi|interesses|hobby's|intressen|fritid|zainteresowania""",
    "references": """referenzen|références|referencias|referenze|referências|referenties|referenser""",
    "other": """persönliche daten|angaben zur person|kontakt|coordonnées|divers|sonstiges
        |datos personales|dati personali|dados pessoais|persoonlijke gegevens|personalia|contacto
        |contatti|contatto""",
}

# Languages that people speak, and the words for how well.
NATURAL = frozenset(
    """english german french spanish italian portuguese dutch polish czech slovak russian ukrainian
    mandarin cantonese chinese japanese korean arabic hebrew hindi urdu bengali punjabi tamil
    telugu turkish greek swedish norwegian danish finnish icelandic hungarian romanian bulgarian
    serbian croatian slovenian albanian lithuanian latvian estonian persian farsi vietnamese
    thai malay indonesian tagalog filipino swahili yoruba igbo hausa zulu afrikaans amharic
    catalan basque galician irish welsh gaelic latin georgian armenian kazakh uzbek mongolian
    nepali sinhala marathi gujarati malayalam kannada somali maltese bosnian macedonian native
    fluent bilingual a1 a2 b1 b2 c1 c2 mother""".split()
)
