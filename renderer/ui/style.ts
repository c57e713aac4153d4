import type { CSSProperties } from 'react';

/** A style with CSS variables of its own, which React's type does not know. */
export function styleWith(style: CSSProperties & Readonly<Record<`--${string}`, string>>): CSSProperties {
  return style;
}
