for (let i = 1; i <= 1000; i *= 10) console.log(`${i}\t${i * 1.5}\t${i % 7}`);
