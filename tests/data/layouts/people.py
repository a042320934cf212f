"""What the pages of this folder say: three invented people, for every maker to set in its way."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    """A job or a study."""

    title: str
    place: str
    dates: str
    done: tuple[str, ...] = ()


@dataclass(frozen=True)
class Person:
    """A resume's content."""

    name: str
    title: str
    contact: tuple[str, ...]
    summary: str
    jobs: tuple[Job, ...]
    studies: tuple[Job, ...]
    skills: tuple[tuple[str, tuple[str, ...]], ...]
    languages: tuple[tuple[str, str], ...]
    certificates: tuple[str, ...]


ANOUK = Person(
    "Anouk Vasseur-Lindholm",
    "Machine Learning Engineer",
    ("Gothenburg, Sweden", "anouk.vl@example.com", "+46 555 0102", "example.com/anouk"),
    "Engineer who takes models from a notebook to a service that people rely on. Eight years in"
    " retail and in medical devices, five of them with a pager.",
    (
        Job("Senior ML Engineer", "Hjärta Devices AB", "Mar 2021 – Present", (
            "Put a rhythm classifier built with PyTorch onto the device itself; false alarms fell"
            " by 38% in a trial with 412 patients.",
            "Set up the registry for models and data (MLflow, DVC) that auditors now walk through"
            " without help.",
            "Reviews every release with the clinicians, in words that they use themselves.",
        )),
        Job("ML Engineer", "Kvarnby Retail", "Aug 2018 – Feb 2021", (
            "Forecast demand for 3,100 articles with LightGBM; write-offs of fresh food fell by a"
            " tenth.",
            "Moved nightly scoring from cron jobs to Airflow on Kubernetes.",
        )),
        Job("Data Analyst", "Nordfjord Ferries", "Jun 2016 – Jul 2018", (
            "Built the dashboards in Tableau that forty captains open before they sail.",
        )),
    ),
    (
        Job("MSc Engineering Mathematics", "Chalmers", "2014 – 2016"),
        Job("BSc Physics", "Université de Lille", "2011 – 2014"),
    ),
    (
        ("Languages", ("Python", "SQL", "C++", "Bash")),
        ("Frameworks", ("PyTorch", "scikit-learn", "LightGBM", "FastAPI")),
        ("Platforms", ("AWS", "Docker", "Kubernetes", "Airflow")),
    ),
    (("French", "native"), ("Swedish", "fluent"), ("English", "fluent")),
    ("AWS Certified Machine Learning – Specialty", "Certified Kubernetes Application Developer"),
)  # fmt: skip

KOFI = Person(
    "Kofi Ansah-Whitfield",
    "AI Product Manager",
    ("Accra, Ghana", "kofi.aw@example.com", "+233 555 0147"),
    "Product manager for software that learns. Asks what a wrong answer costs before asking what a"
    " right one earns, and says no in writing.",
    (
        Job("Lead Product Manager, AI", "Sankofa Pay", "01/2022 – present", (
            "Led a team of nine from a sketch to fraud scoring for 2.4 million wallets.",
            "Wrote the roadmap and the risk register; both are one page long.",
            "Ran 31 A/B tests, eleven of which changed the plan.",
        )),
        Job("Product Manager", "Volta Grid", "04/2019 – 12/2021", (
            "Launched outage prediction in six regions together with data scientists and crews.",
            "Cut support tickets by 27% through plainer messages.",
        )),
        Job("Business Analyst", "Cape Coast Bank", "09/2015 – 03/2019", (
            "Gathered requirements in four branches, modelled processes in BPMN.",
        )),
    ),
    (Job("MBA", "Ashesi University", "2013 – 2015"),),
    (
        ("Product", ("Roadmapping", "User research", "A/B testing", "OKRs")),
        ("Data", ("SQL", "Tableau", "Python", "Google Analytics")),
        ("Delivery", ("Scrum", "Jira", "Confluence", "Stakeholder management")),
    ),
    (("English", "native"), ("Twi", "native"), ("French", "intermediate")),
    ("Certified Scrum Product Owner", "PRINCE2 Foundation"),
)  # fmt: skip

MIREILLE = Person(
    "Mireille Achterberg",
    "Data Scientist",
    ("Rotterdam", "m.achterberg@example.com", "+31 555 0178", "github.example.com/mireille"),
    "Statistician among engineers. Prefers a small model that is understood to a large one that is"
    " admired, and has the notebooks to show for it.",
    (
        Job("Data Scientist", "Havenbedrijf Analytics", "2020 – now", (
            "Predicts the arrival of 29,000 ships a year from AIS signals; the mean error fell"
            " from 97 to 34 minutes.",
            "Taught causal inference to sixty colleagues in five afternoons.",
        )),
        Job("Junior Data Scientist", "Polder Insurance", "2017 – 2020", (
            "Priced flood risk with Bayesian models in R and Stan.",
            "Wrote the R package for claims triangles that three teams still use.",
        )),
    ),
    (
        Job("MSc Statistics", "Leiden University", "2015 – 2017"),
        Job("BSc Econometrics", "Erasmus University", "2012 – 2015"),
    ),
    (
        ("Statistics", ("Bayesian models", "Causal inference", "Survival analysis")),
        ("Code", ("R", "Stan", "Python", "SQL")),
        ("Craft", ("Git", "Quarto", "Docker")),
    ),
    (("Dutch", "native"), ("English", "fluent"), ("German", "good")),
    ("Chartered Statistician",),
)  # fmt: skip


def head(p: Person) -> list[str]:
    return [p.name, p.title]


def work(p: Person, *, dates: str = "right", title: str = "Experience") -> list[str]:
    """Work as it is read; `dates` stand "right" of the title, "left" of it, or "below"."""
    rows = [title]
    for job in p.jobs:
        rows += [*entry(job, dates), *job.done]
    return rows


def study(p: Person, *, dates: str = "right", title: str = "Education") -> list[str]:
    return [title, *(row for job in p.studies for row in entry(job, dates))]


def entry(job: Job, dates: str) -> list[str]:
    if dates == "left":
        return [job.dates, job.title, job.place]
    return (
        [job.title, job.dates, job.place] if dates == "right" else [job.title, job.place, job.dates]
    )


def skills(p: Person, *, title: str = "Skills") -> list[str]:
    return [title, *(f"{group} {' '.join(names)}" for group, names in p.skills)]


def languages(p: Person, *, title: str = "Languages") -> list[str]:
    return [title, *(f"{name} {level}" for name, level in p.languages)]


def certificates(p: Person, *, title: str = "Certificates") -> list[str]:
    return [title, *p.certificates]
