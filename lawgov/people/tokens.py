"""The API's key: a knox token, looked up with its owner and the owner's seats in one statement."""

from datetime import datetime

from django.db import connection
from django.utils import timezone
from knox.auth import TokenAuthentication as KnoxAuthentication
from knox.crypto import hash_token
from knox.models import AuthToken
from rest_framework.exceptions import AuthenticationFailed

from .models import Seat, User

OWNER = ("id", "username", "name", "mediator_kind", "is_active", "must_change_password")
# Written out, because every API request pays for it: the ORM would take longer than PostgreSQL.
FIND = f"""
SELECT t.expiry, {", ".join(f"u.{column}" for column in OWNER)}, p.id, p.role, p.unit
FROM knox_authtoken t
JOIN people_user u ON u.id = t.user_id
LEFT JOIN people_post p
  ON p.user_id = u.id AND p.since <= %s AND (p.until IS NULL OR p.until > %s)
WHERE t.digest = %s
ORDER BY p.id
"""


class TokenAuthentication(KnoxAuthentication):
    """Expiry is fixed at login; nothing is written while reading (expired tokens go at login)."""

    def authenticate_credentials(self, token: bytes) -> tuple[User, AuthToken]:
        digest = hash_token(token.decode(errors="replace"))
        rows = self.find(digest)
        if not rows or rows[0][0] <= timezone.now():
            raise AuthenticationFailed("令牌无效或已过期，请重新登录")
        user = self.owner(rows)
        if not user.is_active:
            raise AuthenticationFailed("账号已停用")
        return user, AuthToken(digest=digest, user=user, expiry=rows[0][0])

    def find(self, digest: str) -> list[tuple[datetime, ...]]:
        today = timezone.localdate()
        with connection.cursor() as cursor:
            cursor.execute(FIND, [today, today, digest])
            return cursor.fetchall()

    def owner(self, rows: list[tuple]) -> User:
        last = 1 + len(OWNER)
        user = User.from_db(connection.alias, OWNER, rows[0][1:last])
        user.seats = tuple(Seat(*row[last:]) for row in rows if row[last] is not None)
        return user
