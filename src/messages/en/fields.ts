import type { FieldTexts } from '../field-text.ts';

/** Places in a file. */
export const fields: FieldTexts = {
  whole: 'the whole',
  part: (place) => `part ${place}`,
  field: (key) => key,
  where: (place) => `Where: ${place}.`,
};
