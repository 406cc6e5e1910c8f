console.log(Array.from({ length: 3 }, (_, i) => i * i).join(), Array.from("abc").join("."), Array.of(1, 2).length);
