class Failure extends Error {
  override readonly name = "Failure";
  attempts = 3;

  describe(): string {
    return `${this.name} after ${this.attempts}: ${this.message}`;
  }
}
const failure = new Failure("no luck");
console.log(failure.describe(), `${failure}`, failure instanceof Error);
