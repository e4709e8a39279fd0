/** What the worker of the tests can be asked. */
export type Probe = {
  input: {
    wish:
      | 'add up'
      | 'count'
      | 'thread'
      | 'bytes'
      | 'refuse'
      | 'range'
      | 'file'
      | 'text'
      | 'uncopied'
      | 'crash'
      | 'leave'
      | 'spin'
      | 'memory';
    count?: number;
  };
  piece: readonly number[];
  item: { item: number };
  progress: { sent: number };
  output: { sum: number; bytes?: Uint8Array };
};
