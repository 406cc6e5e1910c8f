const empty = "";
console.log(empty.length, empty === "", empty + empty === "", empty.slice(0, 5) === "", empty.indexOf(""), empty < "a");
