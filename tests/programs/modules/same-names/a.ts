class Helper {
  name = "a";
}
let calls = 0;

export function run(): string {
  calls++;
  return new Helper().name + calls;
}
