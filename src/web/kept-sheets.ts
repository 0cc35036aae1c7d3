import { sha256 } from '../chain/canonical.ts';

/** How much is kept at once, and for how long. */
export interface KeptSheetBounds {
  readonly files: number;
  /** Of all accounts together. In bytes. */
  readonly bytes: number;
  readonly milliseconds: number;
}

/** Of one account two files: a second window is not the loss of the first. */
const BOUNDS: KeptSheetBounds = { files: 2, bytes: 96 * 1024 * 1024, milliseconds: 60 * 60 * 1000 };

interface KeptSheet {
  readonly account: string;
  readonly print: string;
  readonly file: Uint8Array;
  readonly at: number;
}

/**
 * Spreadsheets that were read and wait to be agreed to, and that are too large to go along in a page. They stay in the memory of the server: what
 * is in them may be a price that nobody should see yet, and whoever lost one offers it again.
 */
export function createKeptSheets(bounds: KeptSheetBounds = BOUNDS, now: () => number = Date.now) {
  let kept: readonly KeptSheet[] = [];
  return {
    /** @returns what the file is known by: stands for every byte of it */
    keep: (account: string, file: Uint8Array): string => {
      const print = sha256(file);
      const one = { account, print, file, at: now() };
      const others = current(kept, now() - bounds.milliseconds).filter((old) => !isOf(old, account, print));
      const own = others.filter((old) => old.account === account).slice(0, bounds.files - 1);
      const rest = others.filter((old) => old.account !== account || own.includes(old));
      kept = within([one, ...rest], bounds.bytes);
      return print;
    },

    /** The file that this account offered; undefined when it was too long ago, or somebody else's. */
    find: (account: string, print: string): Uint8Array | undefined => {
      kept = current(kept, now() - bounds.milliseconds);
      return kept.find((one) => isOf(one, account, print))?.file;
    },
  };
}

const isOf = (one: KeptSheet, account: string, print: string): boolean =>
  one.account === account && one.print === print;

const current = (kept: readonly KeptSheet[], since: number): readonly KeptSheet[] =>
  kept.filter(({ at }) => at > since);

/** The newest that fit. */
function within(kept: readonly KeptSheet[], bytes: number): readonly KeptSheet[] {
  let left = bytes;
  return kept.filter(({ file }) => {
    left -= file.length;
    return left >= 0;
  });
}
