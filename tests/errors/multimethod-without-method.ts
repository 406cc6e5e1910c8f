import { multimethod, when } from "heddle/dispatch";

class Rock {
  mass = 1;
}
class Ship {
  crew = 1;
}

const meet = multimethod("meet", when(Rock, Rock, () => "dust")); // error: meet has no method for Ship and Ship
console.log(meet(new Ship(), new Ship()), Rock.name);
