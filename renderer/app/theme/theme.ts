import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import tokens from './tokens.json';

/** Parley's tuples and measures for Mantine. Components take the roles (`var(--text-2)`), never a tuple. */
export const theme = createTheme({
  colors: Object.fromEntries(Object.entries(tokens.colors).map(([name, shades]) => [name, tuple(shades)])),
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 1 },
  white: '#ffffff',
  black: tokens.light.text,
  fontFamily: 'Inter, system-ui, sans-serif',
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '6px', xl: '6px' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Roles as CSS variables (`--ground`, `--text-2` …) in both themes; tips are dark and paper is white in either; and Mantine's own names mapped onto them. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: { ...roles(tokens.tip), ...roles(tokens.paper) },
  light: { ...roles(tokens.light), ...mantineRoles, '--nav-current': '#e8e4dd', '--seg-on': '#ffffff', '--tip': tokens.colors.ink[9] ?? '', '--lg-counted': tokens.colors.ink[6] ?? '', '--check-mark': '#ffffff', 'color-scheme': 'light' },
  dark: { ...roles(tokens.dark), ...mantineRoles, '--nav-current': tokens.dark.press, '--seg-on': '#35322e', '--tip': '#34312d', '--lg-counted': tokens.colors.ink[3] ?? '', '--check-mark': tokens.colors.ink[9] ?? '', 'color-scheme': 'dark' },
});

const mantineRoles: Readonly<Record<string, string>> = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-border': 'var(--line-control)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--missed-text)',
  '--mantine-primary-color-filled': 'var(--ink)',
  '--mantine-primary-color-filled-hover': 'var(--ink-hover)',
  '--mantine-primary-color-contrast': 'var(--on-ink)',
  '--mantine-primary-color-light-hover': 'var(--accent-tint)',
};

function roles(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`--${name}`, value]));
}

function tuple(shades: readonly string[]): MantineColorsTuple {
  const at = (index: number): string => shades[index] ?? '';
  return [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9)];
}
