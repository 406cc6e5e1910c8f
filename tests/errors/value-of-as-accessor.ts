class Two {
  toString(): any {
    return {};
  }
  get valueOf(): any {
    return () => 7;
  }
}
console.log(`${new Two()}`); // error: `valueOf` that is an accessor is not supported
