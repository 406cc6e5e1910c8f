const code = "1 + 1";
console.log(eval(code)); // error: `eval` is refused: it needs the source at run time
