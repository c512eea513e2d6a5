"""The whole API of a bare project."""

from rest_framework import routers, serializers, viewsets

from .models import Dispute


class DisputeSerializer(serializers.ModelSerializer):
    class Meta:
        model = Dispute
        exclude = ["id"]


class DisputeViewSet(viewsets.ModelViewSet):
    queryset = Dispute.objects.all()
    serializer_class = DisputeSerializer


router = routers.SimpleRouter()
router.register("disputes", DisputeViewSet)
urlpatterns = router.urls
