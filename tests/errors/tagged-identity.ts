import { tagged } from "heddle/tagged";

class Int { // error: what is referred to weakly may be of the tagged class Int
  value: number;
  constructor(value: number) {
    this.value = value | 0;
  }
}
tagged(Int);

class Other {
  name = "other";
}

const one = new Int(1);
const two: Int | Other | null = process.argv.length > 5 ? new Other() : new Int(2);
console.log(one === two); // error: what is compared may be of the tagged class Int
console.log(two === null, [one].map((each) => each.value));
console.log([one, two].includes(one)); // error: what is compared may be of the tagged class Int
console.log(new WeakRef(one).deref());
one.value = 4; // error: the field value of the tagged class Int is written outside its constructor
