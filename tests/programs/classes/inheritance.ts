class Animal {
  name: string;

  constructor(name: string) {
    this.name = name;
  }

  speak(): string {
    return `${this.name} makes a sound`;
  }
}
class Dog extends Animal {
  override speak(): string {
    return `${this.name} barks`;
  }
}
class Puppy extends Dog {}
const animals: Animal[] = [new Animal("cat"), new Dog("rex"), new Puppy("bit")];
for (const animal of animals) console.log(animal.speak());
