const table = { "a b": 1, valid: 2, "with-dash": 3 };
console.log(table["a b"], table.valid, table["valid"], table["with-dash"]);
