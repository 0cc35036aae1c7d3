import type { Messages } from '../messages/messages.ts';

/** How often a line is printed while something takes long. In milliseconds. */
const PAUSE = 5_000;

/** Tells on the terminal how far the lists are. What is done sooner is not told. */
export function printProgress(m: Messages): (done: number, all: number) => void {
  let told = performance.now();
  let isLong = false;
  return (done, all) => {
    const isDue = performance.now() >= told + PAUSE;
    if (!isDue && !(isLong && done === all)) return;
    console.log(m.cli.fillingLists(done, all));
    told = performance.now();
    isLong = true;
  };
}
