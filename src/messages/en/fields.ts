import type { FieldTexts } from '../field-text.ts';
import { sentence } from '../sentence.ts';
import { format } from './words.ts';

/** Places in a file. */
export const fields: FieldTexts = {
  whole: 'the whole',
  part: (place) => `item ${format.grouped(String(place), 0)}`,
  field: (key) => key,
  where: (place) => sentence(`Where: ${place}`),
};
