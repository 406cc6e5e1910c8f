outer: for (let i = 0; i < 3; i++) {
  const f = (): void => {
    break outer; // error: Jump target cannot cross function boundary
  };
  f();
}
