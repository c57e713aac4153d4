declare module 'moment-business-time' {
  type WorkingMoment = { workingDiff(other: WorkingMoment, unit: string, fractions?: boolean): number };
  type WorkingHours = Readonly<Record<number, readonly string[] | null>>;
  const moment: ((at: number) => WorkingMoment) & { updateLocale(language: string, settings: { workinghours: WorkingHours; holidays: readonly string[] }): void };
  export default moment;
}
