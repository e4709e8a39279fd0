import { readFileSync } from 'node:fs';

// package.json is part of the program, beside the sources and inside the packaged application alike.
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

export const appVersion = version;
