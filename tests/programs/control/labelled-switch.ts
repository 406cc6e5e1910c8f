function scan(text: string): number {
  let digits = 0;
  scanning: for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case " ":
        continue scanning;
      case ".":
        break scanning;
      default:
        digits++;
    }
  }
  return digits;
}
console.log(scan("12 34.56"), scan(""), scan("..."));
