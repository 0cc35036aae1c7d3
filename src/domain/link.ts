import { z } from 'zod';
import { identifier } from './text.ts';

/**
 * What a dossier follows from: an event of another one, by its place and its hash. With the hash the event stands for all before it, so that who walks
 * back needs to trust nobody.
 */
export const link = z.strictObject({
  dossier: identifier,
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Link = z.infer<typeof link>;
