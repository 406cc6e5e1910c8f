import { note } from "./log.ts";
note("sibling, which waits for nothing");
export let turns = 0;
const turn = (): void => {
  turns++;
  if (turns < 20) queueMicrotask(turn);
};
turn();
