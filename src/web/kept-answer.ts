import type { Asked, Reply } from './asked.ts';

/** What a script is told of what was kept. */
export function sendKept(
  response: Reply,
  saved: string,
  { version, tookPlace }: { readonly version: number; readonly tookPlace: boolean },
  { context }: Asked,
): void {
  const told = { version, saved, elsewhere: tookPlace, ended: context.account === null };
  response.status(200).type('json').send(JSON.stringify(told));
}
