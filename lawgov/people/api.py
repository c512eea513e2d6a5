"""A token for machines and phones: asked for with a password, given back when done."""

from django.contrib.auth import authenticate
from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.utils import extend_schema
from knox.models import AuthToken
from rest_framework import serializers
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from .tokens import TokenAuthentication


class TokenScheme(OpenApiAuthenticationExtension):
    target_class = TokenAuthentication
    name = "token"

    def get_security_definition(self, auto_schema) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": "Authorization: Token <令牌>",
        }


class Credentials(serializers.Serializer):
    username = serializers.CharField(label="登录名", max_length=50)
    password = serializers.CharField(label="密码", max_length=200, trim_whitespace=False)


class IssuedToken(serializers.Serializer):
    token = serializers.CharField(label="令牌")
    expires = serializers.DateTimeField(label="失效时间")


class Token(APIView):
    def get_authenticators(self) -> list:
        """A stale token must not stand in the way of asking for a new one."""
        if self.request and self.request.method == "POST":
            return []
        return [TokenAuthentication()]

    def get_authenticate_header(self, request: Request) -> str:
        return TokenAuthentication().authenticate_header(request)

    def get_permissions(self) -> list:
        return [AllowAny() if self.request.method == "POST" else IsAuthenticated()]

    @extend_schema(summary="领取令牌", request=Credentials, responses={200: IssuedToken}, auth=[])
    def post(self, request: Request) -> Response:
        given = Credentials(data=request.data)
        given.is_valid(raise_exception=True)
        # axes reads the underlying request, and answers 429 on it once the account is locked.
        user = authenticate(request._request, **given.validated_data)
        if user is None:
            raise AuthenticationFailed("登录名或密码不正确")
        if user.must_change_password:
            raise PermissionDenied("请先登录页面修改初始密码")
        AuthToken.objects.filter(user=user, expiry__lte=timezone.now()).delete()
        issued, token = AuthToken.objects.create(user=user)
        return Response(IssuedToken({"token": token, "expires": issued.expiry}).data)

    @extend_schema(summary="注销令牌", request=None, responses={204: None})
    def delete(self, request: Request) -> Response:
        request.auth.delete()
        return Response(status=204)
