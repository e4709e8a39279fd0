import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { askFirst, createQueryClient, takePageKey } from '#renderer/client/index.ts';
import { theme } from '#renderer/theme/theme.ts';
import { AppShell } from './shell/AppShell.tsx';

takePageKey();
const queryClient = createQueryClient();
void askFirst(queryClient);

export function App(): ReactNode {
  return (
    // The variables come from theme/sheet.ts; Mantine's own <style> elements are off, so that the page needs no inline styles.
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <AppShell />
      </QueryClientProvider>
    </MantineProvider>
  );
}
