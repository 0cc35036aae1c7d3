import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/actions/dossier-kind.ts';
import { type AskedEvents, readLog } from '../../src/actions/read-log.ts';
import { tenderKind } from '../../src/actions/tenders.ts';
import { openWhole } from '../../src/chain/opened.ts';
import { projectRoot } from '../../src/config.ts';
import { readDossierFile } from '../../src/exchange/dossier-file.ts';

const { dossier, events } = readDossierFile(
  readFileSync(join(projectRoot(), 'data/golden/procedure-6/going-back.dossier.json')),
);
const log = events.map((event) => ({
  event: openWhole(event, partsOf(tenderKind, event)),
  hash: String(event.seq),
  isOpen: false,
}));

/** What is read of the log; each event says in which state it was told. */
const read = (asked: AskedEvents, page: { number: number; size: number } | null = null) =>
  readLog(tenderKind, dossier, log, 'tender', asked, page, (state, { seq }) => [`${seq} after ${state?.version ?? 0}`]);

describe('a part of a log', () => {
  it('stands newest first, and each event is told with the state before it', () => {
    const { rows, total } = read({});
    expect(total).toBe(log.length);
    expect(rows.map(({ event: { seq } }) => seq)).toEqual(log.map(({ event: { seq } }) => seq).reverse());
    for (const { event, told } of rows) expect(told).toEqual([`${event.seq} after ${event.seq - 1}`]);
  });

  it('comes in pages that together are all of it', () => {
    const size = 7;
    const pages = Array.from({ length: Math.ceil(log.length / size) }, (_, page) =>
      read({}, { number: page + 1, size }),
    );
    expect(pages.flatMap(({ rows }) => rows)).toEqual(read({}).rows);
  });

  it('can be of one person, of one kind and of one phase, told with all that went before', () => {
    const { rows, total } = read({ person: 'chair', kind: 'award-computed', phase: 'quality-closed' });
    expect(total).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(1);
    for (const { event, phase, told } of rows) {
      expect([event.actor, event.type, phase]).toEqual(['chair', 'award-computed', 'quality-closed']);
      expect(told).toEqual([`${event.seq} after ${event.seq - 1}`]);
    }
  });

  it('says what can be asked for, and finds nothing for what there is not', () => {
    const found = read({ person: 'nobody' });
    expect(found.rows).toEqual([]);
    expect(found.people).toContain('chair');
    expect(found.kinds).toContain('draw-recorded');
    expect(found.phases).toEqual(['registration', 'assessment', 'consensus', 'quality-closed', 'awarded']);
  });
});
