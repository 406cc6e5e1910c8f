import { tagged } from "heddle/tagged";

class Keys { // error: a key of a map or a member of a set may be of the tagged class Keys
  code = 1;
}
tagged(Keys);
console.log(new Set<Keys>().add(new Keys()).size);

class Two { // error: the tagged class Two has 2 fields (a, b), not one
  a = 1;
  b = 2;
}
tagged(Two);

class Wide { // error: the tagged class Wide has a field width that does not always hold a number
  width: number | string = 1;
}
tagged(Wide);
new Wide().width = "wide"; // error: the field width of the tagged class Wide is written outside its constructor

class Late { // error: the tagged class Late may be read before its field later is written
  later: number | undefined;
}
tagged(Late);

class Parent { // error: the tagged class Parent has the subclass Child
  field = 0;
}
tagged(Parent);
class Child extends Parent {}

console.log(new Two(), new Wide(), new Late(), new Parent(), new Child());
new Late().later = 5; // error: the field later of the tagged class Late is written outside its constructor
