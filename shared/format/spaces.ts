/** Narrow no-break space: between a figure and its unit. */
export const NARROW_SPACE = '\u202f';
/** No-break space: between words that stay on one line. */
export const FIXED_SPACE = '\u00a0';
/** The minus sign of typography, as wide as a plus. */
export const MINUS = '\u2212';
