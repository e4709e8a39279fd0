import '../zodSetup.ts';
import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import '@fontsource/ibm-plex-mono/400.css';
import '@fontsource/ibm-plex-mono/500.css';
import '@mantine/core/styles.layer.css';
import '@mantine/charts/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '#renderer/theme/global.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { adoptTheme } from '#renderer/theme/sheet.ts';
import { theme } from '#renderer/theme/theme.ts';
import { startTexts } from '../texts.ts';
import { Gallery } from './Gallery.tsx';

// A page of its own for development, which no build of the screens takes in: the server of `npm run dev`
// serves it as gallery.html, without any host.
const root = document.getElementById('root');
if (root === null) throw new Error('gallery.html has no #root');

adoptTheme(document);
startTexts(document);
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <Gallery />
    </MantineProvider>
  </StrictMode>,
);
