import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { DesktopMessages } from './desktop.tsx';
import { followAnnouncements, queryClient } from './query.ts';
import { router } from './router.tsx';
import { resolveVariables, theme } from './theme/theme.ts';

const colorScheme = localStorageColorSchemeManager({ key: 'parley.theme' });

/** Look, data and places around everything; `children` stand in place of the places. */
export function Providers({ children }: { children?: ReactNode }) {
  useEffect(() => {
    const ended = new AbortController();
    void followAnnouncements(ended.signal);
    return () => ended.abort();
  }, []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto" colorSchemeManager={colorScheme} getStyleNonce={styleNonce} withStaticClasses={false}>
      <DesktopMessages />
      <QueryClientProvider client={queryClient}>{children ?? <RouterProvider router={router} />}</QueryClientProvider>
    </MantineProvider>
  );
}

/** The nonce that the host put into the page for this load. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
