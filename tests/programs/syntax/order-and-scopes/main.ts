// Defaults, finally, switch scopes, hoisting, generators, accessors, optional chains, operators.
import "./order.js";
