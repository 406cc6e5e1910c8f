type Side = "left" | "right";
const s: Side = "up"; // error: Type '"up"' is not assignable to type 'Side'.
console.log(s);
