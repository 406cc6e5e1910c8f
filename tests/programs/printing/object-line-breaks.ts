console.log({ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7 });
console.log({
  firstName: "Augusta Ada", lastName: "King, Countess of Lovelace", born: 1815, died: 1852,
});
console.log({ aaaaaaaaaaaaaaaaaaaa: "1234567890123456", bbbbbbbbbbbbbbbbbbbb: "123456789012" });
console.log({ aaaaaaaaaaaaaaaaaaaa: "1234567890123456", bbbbbbbbbbbbbbbbbbbb: "1234567890123" });
