"""Small tables, right as they stand, for tests to spoil."""

from __future__ import annotations

from pathlib import Path

TOPICS = (
    "topic,label,group,description\nneglect,Neglect,Protection,Unmet needs\nfostering,Fostering,Care,Foster carers\n"
)
PHRASES = (
    "topic,phrase,sort,context\n"
    "neglect,neglect,phrase,\n"
    "neglect,GCP2,abbreviation,\n"
    "fostering,fostering,phrase,\n"
    "fostering,foster good,not,\n"
)
PORTFOLIOS = "id,label,name,from,to\nchildrens-services,Children's services,Children's Services,2014,2018\n"
COMMITTEES = (
    "id,label,name,from,to\n"
    "cabinet,Cabinet,Cabinet,,\n"
    "childrens-scrutiny,Children's scrutiny,Children's Services Overview and Scrutiny Committee,,2019-05-20\n"
    "childrens-scrutiny,Children's scrutiny,Children and Young People Scrutiny Committee,21/05/2019,\n"
)


PEOPLE = "person,name,from,to,note\nRuth Okafor,Ruth Marsh,,2019-06-30,married\nRuth Okafor,Ruth Okafor,2019-07-01,,\n"


def write_tables(folder: Path, **changed: str) -> Path:
    """``folder`` with the five tables in it; ``topic_phrases="..."`` and the like replace one."""
    tables = {
        "topics": TOPICS,
        "topic_phrases": PHRASES,
        "portfolios": PORTFOLIOS,
        "committees": COMMITTEES,
        "people": PEOPLE,
    }
    for name, text in (tables | changed).items():
        (folder / f"{name}.csv").write_bytes(text.encode())
    return folder
