function repeat<T>(value: T, count: number): T[] {
  const list: T[] = [];
  for (let i = 0; i < count; i++) list.push(value);
  return list;
}
console.log(repeat(0, 3), repeat("ab", 2), repeat(false, 1), repeat(repeat(1, 2), 2));
