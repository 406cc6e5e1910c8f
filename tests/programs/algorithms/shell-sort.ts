const list = [23.5, 12, 1, 8, 34, 54, 2, 3];
for (let gap = list.length >> 1; gap > 0; gap >>= 1) {
  for (let i = gap; i < list.length; i++) {
    const item = list[i]!;
    let j = i;
    for (; j >= gap && list[j - gap]! > item; j -= gap) list[j] = list[j - gap]!;
    list[j] = item;
  }
}
console.log(list.join(" "));
