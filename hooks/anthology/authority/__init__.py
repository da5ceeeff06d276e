"""The editor's word on names: read, checked, and carried out on the stories."""
