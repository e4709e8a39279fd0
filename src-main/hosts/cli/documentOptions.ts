/** Where to write what was asked as a document. */
export const documentOptions = { pdf: { type: 'string' }, xlsx: { type: 'string' } } as const;
export const documentForm = '[--pdf FILE] [--xlsx FILE]';
