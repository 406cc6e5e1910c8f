export function outer(): () => unknown {
  class Local {
    x = 1;
  }
  return () => [Local]; // error: the class `Local` of the function around this one is not supported as a value here
}
outer();
