"""Other people's files: a module, or a folder, for each tracker or kind of file. Each says where its facts are from."""
