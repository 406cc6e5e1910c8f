const list = [1, 2.5, 3];
console.log(`${list}`, "list: " + list, String(["a", "b"]), `[${[]}]`);
