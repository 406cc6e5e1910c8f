block: {
  for (let i = 0; i < 3; i++) {
    continue block; // error: 'continue' statement can only jump to a label of an enclosing iteration statement
  }
}
