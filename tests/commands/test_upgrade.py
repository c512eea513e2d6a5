"""While an upgrade goes on, processes of the version before still write their rows."""

import pytest
from django.db import connection

# What that version names of the tables which have grown since.
NAMED = {
    "casework_attachment": "case_id name stored media_type size sha256 label void",
    "casework_party": "case_id side kind name id_number id_blind phone phone_blind credit_code"
    " gender ethnicity occupation address agent_name agent_phone",
    "documents_document": "case_id paper version text_hash docx pdf",
}
DEMANDED = """
SELECT column_name FROM information_schema.columns
WHERE table_name = %s AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'"""


@pytest.mark.parametrize("table", NAMED)
def test_what_the_version_before_does_not_name_may_be_left_out(table, db):
    with connection.cursor() as cursor:
        cursor.execute(DEMANDED, [table])
        demanded = {name for (name,) in cursor.fetchall()}

    assert demanded <= set(NAMED[table].split())
