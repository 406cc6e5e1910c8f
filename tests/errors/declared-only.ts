declare const elsewhere: number;
declare function outside(): number;
console.log(elsewhere); // error: nothing named elsewhere is declared
console.log(outside()); // error: nothing named outside is declared
