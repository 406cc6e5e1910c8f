abstract class Expression {
  abstract evaluate(): number;
}
class Literal extends Expression {
  constructor(private readonly value: number) {
    super();
  }
  evaluate(): number {
    return this.value;
  }
}
class Sum extends Expression {
  constructor(
    private readonly left: Expression,
    private readonly right: Expression,
  ) {
    super();
  }
  evaluate(): number {
    return this.left.evaluate() + this.right.evaluate();
  }
}
class Negation extends Expression {
  constructor(private readonly inner: Expression) {
    super();
  }
  evaluate(): number {
    return -this.inner.evaluate();
  }
}
console.log(new Sum(new Literal(1), new Sum(new Literal(2.5), new Negation(new Literal(7)))).evaluate());
