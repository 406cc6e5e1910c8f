function length(text: string | null | undefined): string {
  try {
    return String(text!.length);
  } catch (error) {
    return (error as Error).message;
  }
}
console.log(length("four"));
console.log(length(null));
console.log(length(undefined));
