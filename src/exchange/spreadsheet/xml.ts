import sax from 'sax';
import { Unpackable } from '../archive.ts';

/** What is done with a text of XML, in its order. Names are without their prefixes: a file may choose those. */
export interface XmlVisitor {
  open(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Whether enough was seen: the rest is then not read. */
  isDone?(): boolean;
}

const plain = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Walks through a text of XML as it is unpacked; between two pieces others go.
 * @throws Unpackable `damaged` when it is no such text, or has definitions of its own
 */
export async function walkXml(pieces: AsyncIterable<Buffer>, visitor: XmlVisitor): Promise<void> {
  const parser = sax.parser(true, { position: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.onopentag = ({ name, attributes }) => {
    visitor.open(plain(name), (asked) => {
      const found = Object.keys(attributes).find((one) => plain(one) === asked);
      const value = found === undefined ? undefined : attributes[found];
      return typeof value === 'object' ? value.value : value;
    });
  };
  parser.ontext = (text) => visitor.text?.(text);
  parser.oncdata = (text) => visitor.text?.(text);
  parser.onclosetag = (name) => visitor.close?.(plain(name));
  const refuse = (): never => {
    throw new Unpackable('damaged');
  };
  parser.ondoctype = refuse;
  parser.onerror = refuse;
  try {
    for await (const piece of pieces) {
      parser.write(decoder.decode(piece, { stream: true }));
      if (visitor.isDone?.()) return;
      await new Promise(setImmediate);
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof Unpackable ? error : new Unpackable('damaged');
  }
}
