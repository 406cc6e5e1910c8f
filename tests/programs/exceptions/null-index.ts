function first(list: number[] | null): string {
  try {
    return String(list![0]);
  } catch (error) {
    return (error as Error).message;
  }
}
console.log(first([5]), "/", first(null));
