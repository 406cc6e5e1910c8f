fetch("http://example.com"); // error: Cannot find name 'fetch'.
