for (const text of ["12", " 12 ", "1.5", "-3e2", "", " ", "0x1f", "0b101", "0o17", "abc", "12px", "Infinity", "-Infinity", ".5", "5.", "+7", "1_000", "- 1", "1e1000"]) {
  console.log(`[${text}]`, Number(text));
}
