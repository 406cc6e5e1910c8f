const key: string = process.argv[2] ?? "run";
class Runner {
  [key](): void {} // error: property name is only known at run time
}
console.log(new Runner());
