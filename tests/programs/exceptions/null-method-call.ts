class Dog {
  bark(): string {
    return "woof";
  }
}
function call(dog: Dog | null | undefined): string {
  try {
    return dog!.bark();
  } catch (error) {
    return `${error}`;
  }
}
console.log(call(new Dog()));
console.log(call(null));
console.log(call(undefined));
