/**
 * A set of texts that keeps 53 bits of each: eight bytes a text, whatever its length. It may take two texts for one, once in
 * billions; who asks must be right in that case too.
 */
export class KeySet {
  #slots = new Float64Array(1 << 16);
  #size = 0;

  /** False where the text was there before (or looks like one that was). */
  add(text: string): boolean {
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return this.#put(hashOf(text));
  }

  #put(hash: number): boolean {
    const mask = this.#slots.length - 1;
    let slot = hash % this.#slots.length;
    for (;;) {
      const found = this.#slots[slot];
      if (found === hash) return false;
      if (found === 0) {
        this.#slots[slot] = hash;
        this.#size += 1;
        return true;
      }
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Float64Array(before.length * 2);
    this.#size = 0;
    for (const hash of before) if (hash !== 0) this.#put(hash);
  }
}

/** FNV-1a twice with different bases, put together to 53 bits; never 0. */
function hashOf(text: string): number {
  let first = 0x811c9dc5;
  let second = 0x01000193;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x85ebca6b);
  }
  second ^= second >>> 15;
  return (first >>> 0) * 2_097_152 + (second & 2_097_151) + 1;
}
