interface Greeter { greet(): string; leave(): void }
class Person implements Greeter { // error: Class 'Person' incorrectly implements interface 'Greeter'.
  greet(): string {
    return "hi";
  }
}
console.log(new Person().greet());
