class Account {
  balance = 0;

  add(amount: number): void {
    this.balance += amount;
  }
}
const a = new Account();
a.add(5);
console.log(a.balance);
a.add(0.25);
console.log(a.balance);
