import { Unpackable } from '../archive.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { BOUNDS, ofFile, type SheetRead } from './sheet.ts';

const ZIP = Buffer.from([0x50, 0x4b, 3, 4]);
/** A compound file: a spreadsheet of before 2007, or one that is packed under a password ([MS-OFFCRYPTO] 2.3). */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const UNDER_PASSWORD = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Reads one sheet of a spreadsheet file, whose format is found from what it holds: Office Open XML (.xlsx) or CSV. A file is bounded before it
 * is unpacked and while it is; everything that is wrong is said at once.
 * @param names of the sheet, in any of the languages; a file with one sheet may call it anything
 */
export async function readSheet(bytes: Uint8Array, names: readonly string[]): Promise<SheetRead> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) return { faults: [ofFile('empty')] };
  if (file.length > BOUNDS.file) return { faults: [ofFile('too-large')] };
  if (file.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    return { faults: [ofFile(file.includes(UNDER_PASSWORD) ? 'password' : 'old-format')] };
  }
  if (!file.subarray(0, ZIP.length).equals(ZIP)) return await readCsv(file);
  try {
    return await readXlsx(file, names);
  } catch (error) {
    if (!(error instanceof Unpackable)) throw error;
    return { faults: [ofFile(error.why)] };
  }
}
