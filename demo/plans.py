"""How much work each demo street did in a year; what its own report prints comes out as printed."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Year:
    """Rounds of screening, and disputes by how their handling ended in the year."""

    screened: int
    agreed: int
    failed: int
    withdrawn: int
    referred: int
    rejected: int
    lawyer_closed: int = 0  # of those handled, by a young lawyer
    lawyer_carried: int = 0  # assigned to one at the end of the year, ended in the next
    counselled: int = 0  # of those handled, with a psychological counsellor

    def part(self, share: float) -> "Year":
        """The same work as far as this share of the year has gone."""
        return replace(self, **{name: round(n * share) for name, n in vars(self).items()})


@dataclass(frozen=True)
class Street:
    code: str
    login: str  # what its people's login names begin with
    usual: Year
    printed: dict[int, Year] = field(default_factory=dict)
    recent: int = 12  # disputes under way today
    groups: bool = False  # a working group in every grid
    area: int | None = None  # of the platform, in square metres

    def in_year(self, year: int) -> Year:
        return self.printed.get(year, self.usual)


FATOU = Street(
    "110105019",
    "fatou",
    usual=Year(screened=720, agreed=62, failed=7, withdrawn=2, referred=3, rejected=2),
    printed={
        2023: Year(screened=10286, agreed=1246, failed=87, withdrawn=24, referred=33, rejected=19)
    },
    recent=32,
    groups=True,
    area=320,
)
GUANLAN = Street(
    "440309006",
    "guanlan",
    usual=Year(310, 44, 5, 2, 2, 1, lawyer_closed=25),
    printed={
        2024: Year(1840, 347, 38, 12, 14, 9, lawyer_closed=230, lawyer_carried=23, counselled=179),
    },
)
PENGPU = Street(
    "310106020",
    "pengpu",
    usual=Year(250, 25, 3, 1, 2, 1),
    printed={2023: Year(1180, 128, 14, 6, 8, 4)},
)
STREETS = (FATOU, GUANLAN, PENGPU)
FIRST_YEAR = 2022
