const value = 2;
function show(n: number): string {
  return `<${n}>`;
}
export { value, show as shown };
