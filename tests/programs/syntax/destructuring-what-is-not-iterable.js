function attempt(value) {
  try {
    const [a] = value;
    return String(a);
  } catch (error) {
    return error.name;
  }
}
console.log(attempt([1]), attempt("x"), attempt(null), attempt(undefined));
