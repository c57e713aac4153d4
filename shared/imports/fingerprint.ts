/**
 * A 53-bit fingerprint of a row's fields (cyrb53 over them in order): tells accidental changes apart, does not withstand an attacker.
 * Delimiter, quotes and encoding of the file do not matter to it.
 */
export function fingerprintOf(fields: readonly string[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const field of fields) {
    for (let index = 0; index < field.length; index += 1) {
      const code = field.charCodeAt(index);
      high = Math.imul(high ^ code, 2_654_435_761);
      low = Math.imul(low ^ code, 1_597_334_677);
    }
    high = Math.imul(high ^ 0x1f, 2_654_435_761);
    low = Math.imul(low ^ 0x1f, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}
