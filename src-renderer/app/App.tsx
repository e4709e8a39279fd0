import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { askFirst, createQueryClient, takePageKey } from '#renderer/client/index.ts';
import { theme } from '#renderer/theme/theme.ts';
import { createAppRouter } from './router.tsx';

takePageKey();
const queryClient = createQueryClient();
void askFirst(queryClient);
const router = createAppRouter();

export function App(): ReactNode {
  return (
    // The variables come from theme/sheet.ts; Mantine's own <style> elements are off, so that the page needs no inline styles.
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
