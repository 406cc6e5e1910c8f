function f(): number {
  return 1;
}
} // error: Declaration or statement expected
console.log(f());
