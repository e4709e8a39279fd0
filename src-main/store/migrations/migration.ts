/** A step from one version of the schema to the next: its statements run in one transaction. */
export type Migration = {
  /** For ever: stores list what they went through. */
  name: string;
  /** The digest of the schema that it leads to, as `schemaDigest` takes it; the start-up gate holds stores to it. */
  schema: string;
  statements: readonly string[];
};
