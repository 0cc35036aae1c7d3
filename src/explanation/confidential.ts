import { markedPassages } from '../domain/confidential.ts';
import type { Messages } from '../messages/messages.ts';

/** A text for who may read all of it: what was marked as confidential is said to be. */
export const withMarksSaid = (m: Messages, text: string): string =>
  markedPassages(text)
    .map((passage) => (passage.confidential ? m.confidential.said(passage.text) : passage.text))
    .join('');

/** A text for who may not read what was marked as confidential: it says that something was left out. */
export const withoutConfidential = (m: Messages, text: string): string =>
  markedPassages(text)
    .map((passage) => (passage.confidential ? m.confidential.leftOut : passage.text))
    .join('');
