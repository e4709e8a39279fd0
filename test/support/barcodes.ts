import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Picture } from './pdfPicture.ts';

type Read = { text: string; format: string; contentType: string; symbologyIdentifier: string; bytes: Uint8Array };
type Reader = {
  prepareZXingModule(options: { overrides: { wasmBinary: ArrayBuffer }; fireImmediately: true }): Promise<unknown>;
  readBarcodes(
    picture: { data: Uint8ClampedArray; width: number; height: number },
    options: { formats: string[]; tryHarder: boolean; maxNumberOfSymbols: number },
  ): Promise<Read[]>;
};

const load = createRequire(import.meta.url);
let ready: Promise<Reader> | undefined;

async function reader(): Promise<Reader> {
  // Its typings are for modules of the web.
  const zxing = load('zxing-wasm/reader') as Reader;
  const wasm = readFileSync(load.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const wasmBinary = new Uint8Array(wasm).buffer;
  await zxing.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return zxing;
}

/** Reads every barcode of a picture with a library that has nothing to do with the one that drew them. */
export async function barcodesIn({ width, height, grey }: Picture): Promise<{ kind: string; says: string }[]> {
  ready ??= reader();
  const { readBarcodes } = await ready;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [at, shade] of grey.entries()) data.fill(shade, at * 4, at * 4 + 3);
  const options = { formats: ['DataMatrix', 'Code128'], tryHarder: true, maxNumberOfSymbols: 255 };
  const found = await readBarcodes({ data, width, height }, options);
  return found.map(({ symbologyIdentifier, bytes }) => ({
    kind: symbologyIdentifier,
    says: Buffer.from(bytes).toString('latin1'),
  }));
}
