class Id {
  static last = 0;
  static readonly prefix = "id";
  readonly value: number;

  constructor() {
    Id.last++;
    this.value = Id.last;
  }

  static next(): string {
    return Id.prefix + new Id().value;
  }
}
console.log(Id.next(), Id.next(), Id.last);
