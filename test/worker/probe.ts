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
      | 'memory'
      | 'hold';
    count?: number;
    /** Set to 1 when the thread puts away what it holds. */
    held?: Int32Array;
  };
  piece: readonly number[];
  item: { item: number };
  progress: { sent: number };
  output: { sum: number; bytes?: Uint8Array };
};
