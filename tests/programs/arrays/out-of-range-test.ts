const list = [5, 0];
if (list[9] === undefined) console.log("no tenth element");
if (list[1] !== undefined) console.log("a second element");
if (!list[5]) console.log("false");
console.log(list[9]);
