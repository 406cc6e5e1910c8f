function raise(n: number): void {
  if (n === 0) throw "a text";
  if (n === 1) throw 42;
  if (n === 2) throw null;
  throw { code: 7 };
}
for (let n = 0; n < 4; n++) {
  try {
    raise(n);
  } catch (error) {
    if (typeof error === "string") console.log("string", error);
    else if (typeof error === "number") console.log("number", error + 1);
    else if (error === null) console.log("null");
    else console.log("object", (error as { code: number }).code);
  }
}
