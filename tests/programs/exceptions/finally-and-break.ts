for (let i = 0; i < 3; i++) {
  try {
    if (i === 1) break;
    console.log("body", i);
  } finally {
    console.log("finally", i);
  }
}
console.log("after");
