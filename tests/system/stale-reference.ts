import { collect } from "heddle/gc";
import { addressOf, load32 } from "heddle/memory";

class Young {
  value = 7;
}

const young = new Young();
const before = addressOf(young);
collect();
console.log(young.value, addressOf(young) !== before, load32(addressOf(young)) !== 0);
if (process.argv[2] === "stale") console.log(load32(before));
