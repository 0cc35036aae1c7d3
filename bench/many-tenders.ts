import Database from 'better-sqlite3';
import { partsOf } from '../src/actions/dossier-kind.ts';
import { seedDemo } from '../src/actions/seed-demo.ts';
import { tenderKind } from '../src/actions/tenders.ts';
import { type CommittedBody, textOf } from '../src/chain/body.ts';
import { sha256 } from '../src/chain/canonical.ts';
import { GENESIS, readSealed, seal } from '../src/chain/chain.ts';
import { openWhole } from '../src/chain/opened.ts';
import { registerAfter } from '../src/chain/register.ts';
import { projectRoot, readConfig } from '../src/config.ts';
import type { TenderPayload } from '../src/domain/tender/state/events.ts';
import { readSample } from '../src/exchange/samples.ts';
import { openServices } from '../src/services.ts';

const DEMO = 'tender-gon-2027-2';
/** Where the logs end, one after the other: while assessors are at work, in the consensus round, and with a proposed award. */
const ENDS = ['assessment-submitted', 'consensus-recorded', 'award-computed'] as const;
const PLACES = ['Noord', 'Oost', 'Zuid', 'West', 'Midden', 'Buitengebied'];
const SUBJECTS = ['Wijkteams', 'Hulp bij het huishouden', 'Leerlingenvervoer', 'Dagbesteding', 'Beschermd wonen'];

/**
 * Fills an empty database with the demo and with many more tenders, written straight into the log and the register: the finished tender of the
 * demo, each with a title and dates of its own, up to one of three phases, an assessment submitted again and again until there are enough events.
 * What lists say of them is not made.
 */
export async function fillWithTenders(file: string, tenders: number, events: number): Promise<void> {
  const services = openServices(readConfig({ GUNWIJZER_DATABASE: file }));
  await seedDemo(services, readSample(projectRoot(), 'gon-2027-demo'));
  const store = services.storage.events;
  const stored = store.since(DEMO, 0);
  const first = openWhole(readSealed(stored).events[0]!, partsOf(tenderKind, { type: 'rules-published', seq: 1 }));
  const log = stored.map(({ body, parts }) => ({ body: JSON.parse(body) as CommittedBody, parts }));
  let { position, register } = store.registerHead();
  services.storage.close();
  const logs = ENDS.map((end) => {
    const last = log.findLastIndex(({ body }) => body.type === end);
    const submitted = log.findIndex(({ body }) => body.type === 'assessment-submitted');
    const cut = log.slice(
      0,
      end === 'assessment-submitted' ? last - 3 : end === 'consensus-recorded' ? last - 2 : last + 1,
    );
    const again = Array<(typeof log)[number]>(Math.max(0, events - cut.length)).fill(log[submitted]!);
    return [...cut.slice(0, submitted + 1), ...again, ...cut.slice(submitted + 1)];
  });
  const payload = first.payload as TenderPayload<'rules-published'>;
  const database = new Database(file);
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (let number = 1; number <= tenders; number++) {
    const dossier = `tender-many-${number}`;
    const opened = seal(
      {
        dossier,
        seq: 1,
        type: 'rules-published',
        at: first.at,
        actor: first.actor,
        payload: { ...payload, title: titleOf(number), rules: withDates(payload.rules, number) },
        previous: GENESIS,
        admission: tenderKind.admission,
      },
      partsOf(tenderKind, { type: 'rules-published', seq: 1 }),
    );
    let previous = opened.hash;
    const write = (seq: number, hash: string, body: string, parts: string | null): void => {
      register = registerAfter(register, hash);
      insert.run(dossier, seq, hash, body, parts, ++position, register);
    };
    database
      .transaction(() => {
        write(1, opened.hash, opened.body, opened.parts);
        logs[number % logs.length]!.slice(1).forEach(({ body, parts }, index) => {
          const text = textOf({ ...body, dossier, seq: index + 2, previous });
          previous = sha256(text);
          write(index + 2, previous, text, parts);
        });
      })
      .immediate();
  }
  database.close();
}

const titleOf = (number: number): string =>
  `${SUBJECTS[number % SUBJECTS.length]} ${PLACES[number % PLACES.length]}, ronde ${number}`;

function withDates(rules: TenderPayload<'rules-published'>['rules'], number: number) {
  const day = String(1 + (number % 28)).padStart(2, '0');
  const dates = [
    { name: { nl: 'Inschrijven uiterlijk', en: 'Bids due' }, date: `2026-02-${day}` },
    {
      name: { nl: 'Voorlopige gunning', en: 'Proposed award' },
      date: `20${26 + (number % 4)}-0${1 + (number % 9)}-${day}`,
    },
  ];
  return { ...rules, id: 'many', course: { ...rules.course, dates } };
}
