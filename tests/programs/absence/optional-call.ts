interface Hooks {
  before?: () => string;
  after?: (n: number) => string;
}
function run(hooks: Hooks): void {
  console.log(hooks.before?.(), hooks.after?.(2) ?? "no after");
}
run({ before: () => "before" });
run({ after: (n) => `after ${n}` });
run({});
