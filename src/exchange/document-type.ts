import { DomainError } from '../domain/errors.ts';
import { DOCUMENT_TYPES, type DocumentType } from '../domain/tender/state/events/documents.ts';
import { archiveEntries } from './archive.ts';

/** What a file is asked while it comes in, and when it is whole; both throw what is wrong. Nothing in it is ever unpacked or run. */
export interface TypeCheck {
  readonly piece: (bytes: Uint8Array) => void;
  readonly whole: (size: number, read: (from: number, length: number) => Promise<Uint8Array>) => Promise<void>;
}

/** The kind of file that a name says, by its ending. @throws DomainError `document-type-unknown` */
export function typeOfName(name: string): DocumentType {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  const type = DOCUMENT_TYPES.find((one) => one === (ending === 'jpeg' ? 'jpg' : ending));
  if (!type) throw new DomainError('document-type-unknown');
  return type;
}

/** Asks of a file whether it is what its name says. @throws DomainError `document-type-differs` from its parts */
export function typeCheck(type: DocumentType): TypeCheck {
  const differs = (): never => {
    throw new DomainError('document-type-differs', { type });
  };
  const anything = (): void => undefined;
  const beginsWith = (magic: readonly number[] | string): TypeCheck => ({
    piece: anything,
    whole: async (_, read) => {
      const bytes = Buffer.from(magic as string, 'latin1');
      if (!bytes.equals(await read(0, bytes.length))) differs();
    },
  });
  const archiveWith = (holds: (archive: Archive) => boolean): TypeCheck => ({
    piece: anything,
    whole: async (size, read) => {
      const archive = await readArchive(size, read);
      if (!archive || !holds(archive)) differs();
    },
  });
  switch (type) {
    case 'pdf':
      return beginsWith('%PDF-');
    case 'png':
      return beginsWith('\x89PNG\r\n\x1a\n');
    case 'jpg':
      return beginsWith('\xff\xd8\xff');
    case 'docx':
      return archiveWith(({ names }) => isOpenXml(names, 'word/'));
    case 'xlsx':
      return archiveWith(({ names }) => isOpenXml(names, 'xl/'));
    case 'odt':
      return archiveWith(({ mimetype }) => mimetype === 'application/vnd.oasis.opendocument.text');
    case 'ods':
      return archiveWith(({ mimetype }) => mimetype === 'application/vnd.oasis.opendocument.spreadsheet');
    case 'txt':
    case 'csv':
      return textCheck(differs);
    default:
      return type satisfies never;
  }
}

/** An archive of Office Open XML (ECMA-376, part 2) whose main part stands in this folder. */
const isOpenXml = (names: ReadonlySet<string>, folder: string): boolean =>
  names.has('[Content_Types].xml') && [...names].some((name) => name.startsWith(folder));

/** Neither of them stands in a text: control characters, but for tabs, line breaks and page breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** A text is UTF-8 from its first byte to its last. */
function textCheck(differs: () => never): TypeCheck {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (bytes: Uint8Array, stream: boolean): void => {
    let text: string;
    try {
      text = decoder.decode(bytes, { stream });
    } catch {
      differs();
      return;
    }
    if (CONTROL.test(text)) differs();
  };
  return {
    piece: (bytes) => check(bytes, true),
    whole: async () => check(new Uint8Array(), false),
  };
}

/** What is told of an archive without unpacking anything in it. */
interface Archive {
  readonly names: ReadonlySet<string>;
  /** The text of a first entry `mimetype` that is not packed (OpenDocument 1.3, part 2, 3.3). */
  readonly mimetype: string | null;
}

const LOCAL_ENTRY = 30;
const MIMETYPE = 'mimetype';

/** Undefined for what is no such archive. */
async function readArchive(
  size: number,
  read: (from: number, length: number) => Promise<Uint8Array>,
): Promise<Archive | undefined> {
  const head = Buffer.from(await read(0, LOCAL_ENTRY + 100));
  if (head.length < LOCAL_ENTRY || head.readUInt32LE(0) !== 0x04034b50) return undefined;
  const entries = await archiveEntries(size, read);
  return entries && { names: new Set(entries.map(({ name }) => name)), mimetype: mimetypeIn(head) };
}

function mimetypeIn(head: Buffer): string | null {
  const nameLength = head.readUInt16LE(26);
  const isStored = head.readUInt16LE(8) === 0;
  if (!isStored || head.toString('latin1', LOCAL_ENTRY, LOCAL_ENTRY + nameLength) !== MIMETYPE) return null;
  const begin = LOCAL_ENTRY + nameLength + head.readUInt16LE(28);
  return head.toString('latin1', begin, begin + head.readUInt32LE(18));
}
