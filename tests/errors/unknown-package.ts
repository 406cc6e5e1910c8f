import { x } from "no-such-package"; // error: no-such-package
console.log(x);
