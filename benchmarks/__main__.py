"""Every benchmark, one after another: `make bench`, or with a national file of units

python -m benchmarks units-2023.csv.xz
"""

import sys
from pathlib import Path

from . import api, import_units, imports, search

api.main()
search.compare()
imports.main()
for name in sys.argv[1:]:
    import_units.main(Path(name))
