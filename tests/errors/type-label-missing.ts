for (let i = 0; i < 2; i++) {
  if (i) break outer; // error: A 'break' statement can only jump to a label of an enclosing statement.
}
