for (let i = 0; i < 3; i++) {
  const stop = (): void => {
    break; // error: Jump target cannot cross function boundary
  };
  stop();
}
