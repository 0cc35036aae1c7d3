import { z } from 'zod';
import type { PartsOfType } from './parts.ts';

/** The format of a log in which every event is committed to part by part (docs/dossier-format.md). New logs begin in it. */
export const LOG_FORMAT = 2;

/** With this event of the installation a log that began in format 1 goes on in format 2; a log that began in format 2 has none. */
export const FORMAT_CHANGED = 'log-format-changed';

export const formatChanged = z.strictObject({ format: z.literal(LOG_FORMAT) });

/** The same for every kind of dossier, and nothing to withhold: the installation is nobody. */
export const FORMAT_PARTS: PartsOfType = { actor: 'public', moment: 'public', content: 'public' };
