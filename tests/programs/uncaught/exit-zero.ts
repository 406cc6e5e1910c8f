// exit: 0
function stop(): never {
  console.log("stopping");
  process.exit(0);
}
try {
  stop();
} finally {
  console.log("finally does not run");
}
