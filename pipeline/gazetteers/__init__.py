"""The facts: document types, issuers, provinces, bodies and cues as CSV, and `load`, their only reader."""
