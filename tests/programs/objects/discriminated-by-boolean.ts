type Result = { ok: true; value: number } | { ok: false; error: string };
function divide(a: number, b: number): Result {
  return b === 0 ? { ok: false, error: "division by zero" } : { ok: true, value: a / b };
}
for (const b of [2, 0]) {
  const result = divide(7, b);
  console.log(result.ok ? result.value : result.error);
}
