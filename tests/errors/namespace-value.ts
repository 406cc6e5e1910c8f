namespace Counter {
  export let count = 0;
  export function next() {
    return ++count;
  }
}
const counter = Counter; // error: a namespace as a value is supported where none of its variables changes
console.log(counter.next());
