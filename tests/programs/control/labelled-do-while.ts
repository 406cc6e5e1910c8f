let rounds = 0;
outer: do {
  rounds++;
  for (let i = 0; i < 3; i++) {
    if (i === 1) continue outer;
    console.log(rounds, i);
  }
} while (rounds < 3);
