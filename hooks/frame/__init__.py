"""What stands around the pages in MkDocs: the theme mended, the policy, the search."""
