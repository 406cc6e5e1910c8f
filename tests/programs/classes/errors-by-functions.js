// Errors of the time before `class`: functions whose prototypes inherit from that of errors.
const util = require("util");
function MyError(message) { this.name = "MyError"; this.message = message; }
MyError.prototype = Object.create(Error.prototype);
MyError.prototype.constructor = MyError;
console.log(new MyError("bad"));
function E2(message) { this.message = message; this.stack = (new Error()).stack; }
E2.prototype = new Error();
E2.prototype.name = "E2";
E2.prototype.constructor = E2;
const e2 = new E2("two"); e2.stack = undefined;
console.log(e2.name, String(e2));
function E3(message) { Error.call(this, message); this.message = message; this.code = 3; if (Error.captureStackTrace) Error.captureStackTrace(this, E3); }
E3.prototype = Object.create(Error.prototype, { constructor: { value: E3, writable: true, configurable: true } });
E3.prototype.name = "E3";
E3.prototype.describe = function () { return this.name + "/" + this.message + "/" + this.code; };
const e3 = new E3("three");
console.log(e3.describe(), e3 instanceof E3, e3 instanceof Error, String(e3), e3.stack.split("\n")[0], Object.keys(e3), JSON.stringify(e3));
console.log(e3);
function E4(m) { const e = Error.call(this, m); e.name = "E4"; this.message = e.message; this.stack = e.stack; }
Object.setPrototypeOf(E4.prototype, Error.prototype);
try { throw new E4("four"); } catch (e) { console.log(e.message, e instanceof E4, e.name, e.toString()); }
function E5(m) {
  E3.call(this, m);
}
util.inherits(E5, E3);
const e5 = new E5("five");
console.log(e5 instanceof E3, e5 instanceof Error, e5.code, e5.name, e5.describe());
class K extends Error {
  constructor(m) {
    super(m);
    this.name = "K";
    if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
  }
}
console.log(new K("k").stack.split("\n")[0], String(new K("q")), typeof Error.captureStackTrace);
class L extends Error {
  message = "own";
}
console.log(Object.keys(new L()), JSON.stringify(new L()), new L().message);
try {
  throw new E5("thrown");
} catch (e) {
  console.log(e.message, e instanceof E5, e instanceof TypeError);
}
