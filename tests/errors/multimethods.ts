import { multimethod, when } from "heddle/dispatch";

class Rock {
  mass = 1;
}
class Ship {
  crew = 1;
}
class Box<T> {
  content: T | undefined;
}


const same = multimethod(
  "same",
  when(Rock, Ship, () => 1),
  when(Rock, Ship, () => 2), // error: another method has these two classes
  when(Rock, Box, () => 3), // error: the classes of a method are classes of the program, by name and without type parameters
  when(Rock, Rock, (...all) => all.length), // error: a method is a function or arrow function of the module, with at most two plain parameters
);
console.log([same].length, same(new Rock(), new Ship())); // error: a multimethod is called by its name, with two arguments

function inside(): void {
  const local = multimethod("local", when(Rock, Rock, () => 1)); // error: a multimethod is a constant at the top of a module, made of calls of when
  console.log(local(new Rock(), new Rock()));
}
inside();
