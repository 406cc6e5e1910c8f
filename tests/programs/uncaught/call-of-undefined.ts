// exit: 1
interface Plugin {
  start?: () => void;
}
const plugin: Plugin = {};
console.log("before");
plugin.start!();
