import { tagged } from "heddle/tagged";

function inside(): void {
  class Inner {
    value = 1;
  }
  tagged(Inner); // error: tagged marks a class that the same module declares at its top
  console.log(new Inner());
}
inside();
