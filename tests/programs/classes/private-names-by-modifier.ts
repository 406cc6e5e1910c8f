class Secret {
  private value: number;
  protected tag = "t";
  constructor(value: number) {
    this.value = value;
  }
  sameAs(other: Secret): boolean {
    return this.value === other.value && this.tag === other.tag;
  }
}
console.log(new Secret(3).sameAs(new Secret(3)), new Secret(3).sameAs(new Secret(4)));
