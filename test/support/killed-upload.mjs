import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { addDocument } from '../../dist/src/actions/documents.js';
import { createTenders } from '../../dist/src/actions/tenders.js';
import { openStorage } from '../../dist/src/storage/database.js';

/** Takes in a document of a bid, and is killed at a step on the way: what a crash at that moment leaves is on the disk. */
const [database, dossier, step] = process.argv.slice(2);
const die = () => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};
const at = (name, work) => (step === name ? die() : work());

const probe = await fs.open(process.argv[1]);
const handle = Object.getPrototypeOf(probe);
await probe.close();
const { sync } = handle;
let syncs = 0;
handle.sync = function () {
  syncs += 1;
  return at(['folder made', 'file written', 'renamed', 'folder synced'][syncs - 1], () => sync.call(this));
};
const { rename } = fs;
fs.rename = (...paths) => at('file synced', () => rename(...paths));
syncBuiltinESMExports();

const storage = openStorage(database, (work, asOne) => {
  if (step === 'before the event') die();
  const result = asOne(() => {
    const done = work();
    if (step === 'event not committed') die();
    return done;
  });
  if (step === 'event committed') die();
  return result;
});
const tenders = createTenders(storage, () => new Date('2027-03-01T12:00:00Z'));
async function* pieces() {
  yield Buffer.from('%PDF-1.4\n');
  for (let n = 0; n < 40; n++) {
    if (n === 20 && step === 'half written') await die();
    yield Buffer.alloc(10_000, 0x61 + (n % 26));
  }
}
const place = { dossier, actor: 'chair', bid: 'a', lot: undefined, sealed: false };
await addDocument({ storage, tenders }, place, { name: 'Plan.pdf', pieces: pieces() });
process.stdout.write('acknowledged\n');
if (step === 'acknowledged') await die();
