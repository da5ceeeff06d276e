"""What the editor says of names: how it is read, checked and carried out on the stories."""
