const n: number = 1;
if (n === "1") console.log("never"); // error: This comparison appears to be unintentional
