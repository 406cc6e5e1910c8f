async function later(): Promise<number> { // error: async functions are not supported
  return 1;
}
later();
