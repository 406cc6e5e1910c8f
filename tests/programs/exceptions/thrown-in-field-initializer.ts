function fail(): number {
  throw new Error("no value");
}
class Broken {
  before = 1;
  value = fail();
}
try {
  console.log(new Broken().value);
} catch (error) {
  console.log((error as Error).message);
}
