for (let x = 0; x < 1; x += 0.1) console.log(x);
