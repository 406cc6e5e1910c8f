// A dictionary copied into another before flow knows of any value in it.
const flatten = (object, prefix = "") =>
  Object.entries(object).reduce(
    (all, [name, value]) =>
      typeof value === "object" && value !== null
        ? { ...all, ...flatten(value, prefix + name + ".") }
        : { ...all, [prefix + name]: value },
    {},
  );
console.log(flatten({ a: { b: { c: 1 }, d: 2 }, e: 3 }), flatten({}));
