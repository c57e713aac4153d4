import { hash } from 'node:crypto';

/**
 * A text of ASCII that is only made to be hashed, kept as bytes that the next one overwrites: texts of instants would stay in the
 * engine's table of numbers, and memory would grow with the rows.
 */
export class DigestText {
  #bytes = Buffer.allocUnsafe(4096);
  #length = 0;

  /** Begins a new text. */
  begin(text: string): this {
    this.#length = 0;
    return this.add(text);
  }

  add(text: string): this {
    this.#reserve(text.length);
    this.#length += this.#bytes.write(text, this.#length, 'latin1');
    return this;
  }

  /** Adds a whole number in decimals. */
  addNumber(value: number): this {
    this.#reserve(mostDigits);
    let rest = Math.abs(value);
    let digits = 1;
    for (let limit = 10; limit <= rest; limit *= 10) digits += 1;
    if (value < 0) this.#bytes[this.#length++] = minus;
    for (let at = this.#length + digits - 1; at >= this.#length; at -= 1) {
      this.#bytes[at] = zero + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.#length += digits;
    return this;
  }

  /** SHA-256 of the text. */
  sha256(): Uint8Array {
    return hash('sha256', this.#bytes.subarray(0, this.#length), 'buffer');
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

const mostDigits = 17;
const zero = 48;
const minus = 45;
