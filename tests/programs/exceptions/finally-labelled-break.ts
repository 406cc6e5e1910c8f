outer: for (let i = 0; i < 3; i++) {
  try {
    for (let j = 0; j < 3; j++) {
      try {
        if (j === 1) continue outer;
        if (i === 2) break outer;
        console.log(i, j);
      } finally {
        console.log("inner", i, j);
      }
    }
  } finally {
    console.log("outer", i);
  }
}
console.log("done");
