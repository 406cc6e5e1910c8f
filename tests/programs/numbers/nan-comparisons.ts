const nan = 0 / 0;
console.log(nan === nan, nan !== nan, nan < 1, nan > 1, nan <= nan, nan >= nan);
console.log(!(nan < 1), Number.isNaN(nan), Object.is(nan, NaN));
