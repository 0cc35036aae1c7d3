import type { EventBody } from '../../src/chain/body.ts';
import { canonicalJson, sha256 } from '../../src/chain/canonical.ts';
import type { SealedEvent } from '../../src/chain/chain.ts';

/** Seals an event in format 1, as it was done until there was format 2. */
export function sealOpen(event: EventBody): SealedEvent {
  const body = canonicalJson(event);
  return { body, parts: null, hash: sha256(body) };
}
