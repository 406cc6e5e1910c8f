class Later {
  then(f: (value: number) => void): void { // error: objects with a method `then` of their own are not awaited
    f(1);
  }
}
async function main(): Promise<void> {
  console.log(await new Later());
}
main();
