const list = [0, -0, 1];
console.log(list, Object.is(list[1], -0));
