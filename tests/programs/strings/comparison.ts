console.log("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "a" < "a", "a" <= "a");
console.log("10" < "9", "é" > "z", "Z" < "a");
const a: string = "a";
console.log("abc" === a + "bc", a !== "b", a === "A", a + "" == a);
