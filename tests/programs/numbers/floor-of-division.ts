for (let i = -7; i <= 7; i++) {
  console.log(i, Math.floor(i / 2), Math.trunc(i / 2), (i / 2) | 0, Math.ceil(i / 2), Math.round(i / 2));
}
