"""The door for everybody: a report by QR code, its grade, its reply."""
