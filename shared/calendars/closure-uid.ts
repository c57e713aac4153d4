/** What a source says about a day. Only the first three are proposed as closures; the others are entered as ignored. */
export const holidayTypes = ['public', 'bank', 'optional', 'school', 'observance'] as const;
export type HolidayType = (typeof holidayTypes)[number];

/** The stored identity of an imported closure: its type and what the source knows it by. The same import again finds its own rows. */
export function closureUid(type: HolidayType, key: string): string {
  return `${type}|${key}`;
}

/** The type inside a stored identity, where it is not a plain public holiday; null for those and for closures made by hand. */
export function observanceOf(uid: string | null): HolidayType | null {
  const type = holidayTypes.find((one) => uid?.startsWith(`${one}|`));
  return type === undefined || type === 'public' ? null : type;
}

/** Observances and school holidays are not closures (calculation-rules section 2). */
export function isClosing(type: HolidayType): boolean {
  return type === 'public' || type === 'bank' || type === 'optional';
}
