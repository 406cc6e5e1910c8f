console.log(parseFloat("3.14"), parseFloat("3.14abc"), parseFloat("  .5"), parseFloat("-1e-3x"), parseFloat("e5"), parseFloat(""));
console.log(Number.parseFloat("1.7976931348623159e308"), parseFloat("-Infinityx"), parseFloat("1.2.3"), parseFloat("-0"));
