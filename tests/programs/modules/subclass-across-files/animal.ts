export class Animal {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  describe(): string {
    return `${this.name} ${this.sound()}`;
  }

  protected sound(): string {
    return "is silent";
  }
}
