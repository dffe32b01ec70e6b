"""The room between link and graph: all extractions → the tables of a run, and their files.

The graph is made from these tables, so that it can be made again without reading a document.
"""
