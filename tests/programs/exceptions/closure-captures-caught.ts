const later: (() => string)[] = [];
for (const name of ["a", "b"]) {
  try {
    throw new Error(name);
  } catch (error) {
    later.push(() => (error as Error).message);
  }
}
for (const f of later) console.log(f());
