"""How what a person types is read: values, arguments, prompts, the editor and its drafts."""
