const s = "abc";
console.log(s.lenght); // error: Property 'lenght' does not exist on type '"abc"'. Did you mean 'length'?
