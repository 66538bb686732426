"""From specs/<api>.yaml and overrides/<api>/ to generated/<api>/: ``python -m overrides.generator``."""
