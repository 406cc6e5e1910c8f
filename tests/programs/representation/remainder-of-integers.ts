for (let i = -5; i <= 5; i++) console.log(i, i % 3, i % 4, i % -2, ((i % 3) + 3) % 3);
