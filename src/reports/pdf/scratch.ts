/** Bytes that grow: lines of text, of one byte a character, and other bytes. */
export class Scratch {
  private bytes = Buffer.allocUnsafeSlow(START);
  private used = 0;

  /** Adds a text and a line end. */
  line(text: string): void {
    this.makeRoom(text.length + 1);
    this.used += this.bytes.write(text, this.used, 'latin1');
    this.bytes[this.used++] = NEWLINE;
  }

  add(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.bytes.set(bytes, this.used);
    this.used += bytes.length;
  }

  /** What was added since the last time; stands until something is added. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.used);
    this.used = 0;
    return taken;
  }

  private makeRoom(length: number): void {
    if (this.used + length <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.used + length));
    larger.set(this.bytes.subarray(0, this.used));
    this.bytes = larger;
  }
}

const START = 1 << 16;
const NEWLINE = 10;
