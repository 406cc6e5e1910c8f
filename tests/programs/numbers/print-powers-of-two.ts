for (let i = -8; i <= 72; i += 8) console.log(i, 2 ** i);
