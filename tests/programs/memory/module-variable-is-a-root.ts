let cache: string[] = [];
function remember(text: string): void {
  cache.push(text);
  if (cache.length > 10) cache = cache.slice(1, 11);
}
for (let i = 0; i < 5000; i++) remember(`value ${i}`);
console.log(cache.length, cache[0], cache[9]);
