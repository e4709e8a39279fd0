import './app/zodSetup.ts';
import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import '@fontsource/ibm-plex-mono/400.css';
import '@fontsource/ibm-plex-mono/500.css';
import '@mantine/core/styles.layer.css';
import '@mantine/charts/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './theme/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startTexts } from './app/texts.ts';
import { preloadScreens } from './components/lazyScreen.ts';
import { adoptTheme } from './theme/sheet.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

adoptTheme(document);
startTexts(document);
// Once the first screen has what it needs.
setTimeout(() => void preloadScreens(), 2000);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
