class InsufficientFunds extends Error {
  constructor(readonly missing: number) {
    super(`missing ${missing.toFixed(2)}`);
    this.name = "InsufficientFunds";
  }
}
abstract class Account {
  protected balance = 0;
  constructor(readonly owner: string) {}
  deposit(amount: number): void {
    this.balance += amount;
  }
  withdraw(amount: number): void {
    if (amount > this.available()) throw new InsufficientFunds(amount - this.available());
    this.balance -= amount;
  }
  protected available(): number {
    return this.balance;
  }
  abstract monthEnd(): void;
  toString(): string {
    return `${this.owner}: ${this.balance.toFixed(2)}`;
  }
}
class Savings extends Account {
  monthEnd(): void {
    this.balance *= 1.01;
  }
}
class Checking extends Account {
  constructor(
    owner: string,
    private readonly limit: number,
  ) {
    super(owner);
  }
  protected override available(): number {
    return super.available() + this.limit;
  }
  monthEnd(): void {
    if (this.balance < 0) this.balance -= 5;
  }
}
const accounts: Account[] = [new Savings("Ada"), new Checking("Bob", 100)];
for (const account of accounts) {
  account.deposit(50);
  try {
    account.withdraw(120);
    console.log("ok");
  } catch (error) {
    console.log(`${error}`);
  }
  account.monthEnd();
  console.log(`${account}`);
}
