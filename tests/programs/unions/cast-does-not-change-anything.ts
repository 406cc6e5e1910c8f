const text = "12" as unknown as number;
console.log(typeof text, String(text).length, text === ("12" as unknown));
const n = 5 as unknown as string;
console.log(typeof n, `${n}`);
