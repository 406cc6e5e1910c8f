console.log(String.fromCharCode(72, 105), String.fromCharCode(233), String.fromCharCode(0x65e5));
console.log(String.fromCharCode(0xd83d, 0xde00), String.fromCharCode(65 + 65536), String.fromCharCode().length);
