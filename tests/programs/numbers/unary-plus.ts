const text = "42";
console.log(+text + 1, +"", +"x", +true, +false, -"3");
