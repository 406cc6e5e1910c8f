// An object whose names change while the program runs refuses what it refuses, wherever it is sealed.
const sealed: { q?: number; z?: number } = Object.seal({ q: 1 });
sealed.q = 2;
try {
  sealed.z = 1;
} catch (error) {
  console.log((error as Error).message);
}
try {
  delete sealed.q;
} catch (error) {
  console.log((error as Error).message);
}
console.log(sealed, Object.isSealed(sealed), Object.isFrozen(sealed), Object.isExtensible(sealed));
