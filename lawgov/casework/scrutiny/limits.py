"""How much one file may cost to be looked into."""

MEMORY = 768 * 1024 * 1024  # address space; a picture of 40 million pixels fits
CPU_SECONDS = 20
WAIT_SECONDS = 60
REFUSED = 3  # exit code: the reason stands on stdout
