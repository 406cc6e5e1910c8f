import { Animal } from "./animal.ts";

export class Dog extends Animal {
  constructor() {
    super("dog");
  }

  protected override sound(): string {
    return "barks";
  }
}
