// Scripts use `arguments`.
import "./arguments.js";
