import { z } from 'zod';
import { source } from '../../rules/criterion.ts';
import { bilingualName, bilingualText, identifier } from '../../text.ts';

/** Pieces that the parts of contract rules share. */

export const sources = z.array(source).min(1).max(20);

/** What is ours and not the source's: said wherever it is shown. */
export const ours = bilingualText;

/** Something with a name, and a description where the name does not say it all. */
export const named = { id: identifier, name: bilingualName, description: bilingualText.optional() };

/** A statement with where it comes from. */
export const statement = z.strictObject({ text: bilingualText, sources });
