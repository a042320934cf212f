"""The nouns of job titles, and lines that are nothing but a title."""

from __future__ import annotations

import re

from skillgap.words import any_of

TITLE = any_of(
    """engineer|developer|scientist|analyst|manager|designer|architect|consultant|specialist
    |officer|lead|director|researcher|strategist|coordinator|administrator|intern|trainer|writer
    |editor|practitioner|head|programmer|associate|assistant|representative|supervisor|professor
    |lecturer|teacher|tutor|instructor|fellow|evangelist|advocate|advisor|adviser|partner|owner
    |planner|buyer|trader|auditor|controller|technician|operator|clerk|president|expert
    |generalist|enthusiast|professional|counsel|lawyer|attorney|paralegal|copywriter
    |executive(?! (?:summar|brief|dash|report|educ|order|stake|leader|team|board|comm|level
    |present|coach|audien|search|sponsor|assist|office))|creator|moderator|ethicist|master
    |apprentice|trainee|freelancer|student|principal|coach|mentor|librarian|nurse|agent|steward
    |custodian|champion|ambassador|aide|vp|svp|evp|cto|cio|ciso|leader|foreman|tester|contractor
    |marketer|postdoc|registrar|resident|lobbyist|chair"""
)
# "Community Manager", "Head of Training", "Tools Developer II"; not "As a manager", "Student".
TRADE = re.compile(
    r"(?!.*\b(?:as|my|the|i|an?|what|where|who|how|when|with|about)\b)"
    rf"(?:[^\s,]+ ){{1,5}}(?:{TITLE}|founder|organi[sz]er|member|reviewer)(?: i{{1,3}}| iv)?"
    rf"|{TITLE} of(?: [^\s,]+){{1,4}}",
    re.IGNORECASE,
)
# Credentials behind a name or a title are held: "Project manager (PMP)".
CREDENTIALS = frozenset(
    """pmp pgmp capm prince2 pmi-acp cfa frm cpa acca cia cisa cism cissp crisc cipp cipm csm pspo
    cspo itil cipp/e cipp/us cipp/c cdmp""".split()
)
# Products that are called as the firm that makes them, folded.
MAKERS = frozenset(
    """crowdstrike percona databricks snowflake mongodb elastic splunk datadog confluent hashicorp
    docker gitlab github atlassian zendesk hubspot salesforce shopify squarespace wix figma canva
    adobe tableau qlik alteryx looker palantir sas oracle sap anthropic openai cohere kaggle
    grammarly jasper autodesk unity nvidia redis cloudera dataiku datarobot deloitte fortinet
    okta zscaler servicenow workday intercom mailchimp amplitude mixpanel""".split()
)
