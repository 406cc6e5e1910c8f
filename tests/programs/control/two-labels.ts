let log = "";
a: for (let i = 0; i < 3; i++) {
  b: for (let j = 0; j < 3; j++) {
    for (let k = 0; k < 3; k++) {
      if (k === 2) continue b;
      if (j === 2) continue a;
      if (i === 2) break a;
      log += `${i}${j}${k} `;
    }
  }
}
console.log(log);
