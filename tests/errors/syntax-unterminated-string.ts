const text = "a // error: Unterminated string literal
