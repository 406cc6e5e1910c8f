outer: for (let i = 0; i < 3; i++) {
  break inner; // error: label
}
