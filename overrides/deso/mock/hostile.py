"""x"""

ALTERATIONS: dict = {}
