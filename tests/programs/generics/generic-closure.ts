function constant<T>(value: T): () => T {
  return () => value;
}
function lazy<T>(make: () => T): () => T {
  let made = false;
  let value: T | undefined;
  return () => {
    if (!made) {
      value = make();
      made = true;
    }
    return value as T;
  };
}
let calls = 0;
const get = lazy(() => ++calls * 10);
console.log(constant("c")(), constant(1.5)(), get(), get(), calls);
