"""What shows that an ambiguous name is a tool's: used, rated, worked on, studied for a degree."""

from __future__ import annotations

import re

from skillgap.words import either, one_of

# "B.Sc." is several words in the comparison copy.
DEGREE = re.compile(
    r"(?:\b(?:ba|bs|bsc|bcom|btech|bba|bca|mca|mtech|mcom|ma|ms|msc|mba|meng|beng|mphil|phd|dphil"
    r"|llb|llm|ab|aa|bfa|mfa"
    r"|pgcert|pgdip|pgce|hnd|hnc|(?:bachelor|master)(?: 's)?|doctorate|degree|diploma|minor|major|certificate|hons|honors)"
    r"|\b[bm] ?\. ?(?:a|s|sc|eng|com|ed|tech|phil)\b ?\.?|\bph ?\. d ?\.?)(?: \( ?(?:hons|honors) ?\))?"
    r"(?: (?:of|in))?(?: (?:arts|science))?(?: (?:in|,))?(?: \w+){0,2}(?: (?:and|&))?(?: \()?$"
)


USED = re.compile(
    r"\b(in|using|utili[sz]ing|utili[sz]ed|leveraging|leveraged|through|via|with|into|used|use|uses"
    r"|learnt|learned|wrote|write|coded|ran|run|on)(?: (?:a|an|the|our|my|some)| [^\s,]+ (?:and"
    r"|&))?$"
)
# Right before a tool's name: "ported an old Caffe net", "solid Excel".
WORKED_ON = re.compile(
    r"\b(?:ported|patched|deployed|migrated|maintain(?:ed)?|administered|configured|scaled|tuned|upgraded|coded|programmed"
    r"|wrote|writes?|writing|built|builds?|chose|picked|selected|brought in|introduced|rolled out|adopted|set up|run|runs|ran|keep|kept|passed|delivered|learn(?:ed|t)?|installed|automated|rewrote"
    r"|replaced|off|onto|solid|strong|basic|advanced|expert|good|fluent|intermediate|daily|heavy|proficient|excellent|keen"
    r"|decent|some|my language|my)(?: (?:an?|the|our|my|old|new|open - source|small|large|several|first|own|two|three|four|forty|\d+)){0,2}$"
)
# Right behind it: "Flask site", "Spark training".
TECHNICAL = either(
    one_of(
        r"apps?",
        r"sites?",
        r"code",
        r"codebase",
        r"jobs?",
        r"scripts?",
        r"models?",
        r"clusters?",
        r"servers?",
        r"services?",
        r"databases?",
        r"quer(?:y|ies)",
        r"dashboards?",
        r"reports?",
        r"pipelines?",
        r"training",
        r"workshops?",
        r"users?",
        r"developers?",
        r"contracts",
        r"macros",
        r"sheets",
        r"files",
        r"back end",
        r"front end",
        r"components",
        r"notebooks?",
        r"repos?",
        r"plug - ?ins?",
        r"templates",
        r"librar(?:y|ies)",
        r"functions",
        r"exam",
        r"certificat\w+",
        r"boxes",
        r"nets?",
        r"formulas?",
        r"parsers?",
        r"crates?",
        r"packages?",
        r"consumers?",
        r"producers?",
        r"extensions?",
        r"bindings",
        r"wrappers?",
        r"ports?",
        r"bots?",
        r"APIs?",
        r"apis?",
        r"programs?",
        r"projects?",
        r"prototypes?",
        behind=r"\b",
    ),
)
# Before what things were moved to or from: "moved the logs to", "migrated nine services from Java to".
MOVED = re.compile(
    r"\b(?:mov|migrat|port|switch|convert|shift|transferr?|export|import|load|translat)(?:e|ed|es"
    r"|ing|ion of|ion|s)? (?:\S+ ){1,8}?(?:to|from|off|onto|into|out of)$"
)
LIVED = re.compile(
    r"\b(?:lived|born|based|raised|located|travell?ed|holiday|worked|live|gardens?)"
    r" (?:\w+ ){0,2}in$"
)
RATED = re.compile(
    r"^[:(–-] ?(?:expert|advanced|good|very good|basic|intermediate|proficient|fluent|beginner"
    r"|strong|[1-9]\d? ?(?:/|\+|years?|yrs?))"
)
