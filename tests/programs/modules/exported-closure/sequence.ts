function sequence(): { next: () => number; reset: (to: number) => void } {
  let n = 0;
  return {
    next: () => ++n,
    reset: (to) => {
      n = to;
    },
  };
}
const only = sequence();
export const next = only.next;
export const reset = only.reset;
