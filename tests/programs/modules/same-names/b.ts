class Helper {
  name = "b";
}
let calls = 10;

export function run(): string {
  calls++;
  return new Helper().name + calls;
}
