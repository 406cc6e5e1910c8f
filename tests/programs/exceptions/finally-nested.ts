function f(how: number): string {
  try {
    try {
      if (how === 1) throw new Error("thrown");
      if (how === 2) return "returned";
    } finally {
      console.log("inner");
    }
  } catch {
    return "caught";
  } finally {
    console.log("outer");
  }
  return "end";
}
for (let how = 0; how < 3; how++) console.log(f(how));
