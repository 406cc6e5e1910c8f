for (let i = 0; i < 3; i++) {
  let seen: number | undefined;
  console.log(i, seen);
  seen = i;
}
