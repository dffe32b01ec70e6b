"""SQL over a run: `OUT/chithi.duckdb` holds all its tables, and the views that `views.sql` describes.

This room stands to the right of all that write tables and knows only their Parquet files.
"""

from pipeline.sql.ask import ask, describe, show, write_csv
from pipeline.sql.database import DATABASE, write_database

__all__ = ["DATABASE", "ask", "describe", "show", "write_csv", "write_database"]
