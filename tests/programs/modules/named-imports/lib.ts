export const ANSWER = 42;

export function double(n: number): number {
  return n * 2;
}
