import { expect, it } from 'vitest';
import { SourceNotes } from '../../src/explanation/sources.ts';

it('a source has one number, wherever it is named; several stand together from low to high, each once', () => {
  const notes = new SourceNotes();
  const [plan, report] = [
    { document: 'Plan', section: '2' },
    { document: 'Verslag', section: 'blz. 4' },
  ];
  expect(notes.cite([plan])).toEqual(['[1]']);
  expect(notes.cite([report, plan, report])).toEqual(['[1] [2]']);
  expect(notes.cite([])).toEqual([]);
  expect(notes.cite([{ document: 'Plan', section: '3' }])).toEqual(['[3]']);
  expect(notes.list).toEqual(['Plan, 2', 'Verslag, blz. 4', 'Plan, 3']);
});
