function holder(i: number): () => string {
  const list = [i, i + 1];
  let text = `t${i}`;
  return () => {
    text += list.length;
    return text;
  };
}
const kept: (() => string)[] = [];
for (let i = 0; i < 5000; i++) {
  const f = holder(i);
  if (i % 1000 === 0) kept.push(f);
}
for (const f of kept) {
  f();
  console.log(f());
}
