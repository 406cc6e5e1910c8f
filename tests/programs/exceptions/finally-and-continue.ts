let log = "";
for (let i = 0; i < 4; i++) {
  try {
    if (i % 2 === 0) continue;
    log += `b${i}`;
  } finally {
    log += `f${i}`;
  }
}
console.log(log);
