interface Hooks {
  run?: () => string;
}
const hooks: Hooks = {};
try {
  console.log(hooks.run!());
} catch (error) {
  console.log(`${error}`);
}
