const items = ["a", "b", "c"];
for (let mask = 0; mask < 1 << items.length; mask++) {
  const subset: string[] = [];
  for (let i = 0; i < items.length; i++) if (mask & (1 << i)) subset.push(items[i]!);
  console.log(mask, subset.join("") || "empty");
}
