const yes = 2 > 1;
console.log(yes + "!", `${!yes}`, String(yes), yes.toString());
console.log([true, false].join("/"));
