import type { AnySchema, ContractProcedure, ErrorMap, InferSchemaInput, InferSchemaOutput, Meta } from '@orpc/contract';

type InputSchema<P> = P extends ContractProcedure<infer I extends AnySchema, AnySchema, ErrorMap, Meta> ? I : never;
type OutputSchema<P> = P extends ContractProcedure<AnySchema, infer O extends AnySchema, ErrorMap, Meta> ? O : never;

/** What a handler receives: the operation's input after parsing. */
export type SchemaOutput<P> = InferSchemaOutput<InputSchema<P>>;
/** What a handler answers: the operation's reply before it is checked. */
export type SchemaInput<P> = InferSchemaInput<OutputSchema<P>>;
