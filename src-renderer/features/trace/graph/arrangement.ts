export type Point = { readonly x: number; readonly y: number };
export type Box = Point & { readonly width: number; readonly height: number };
/** Where everything stands: boxes by the id of their node, and the corners of each link, in the order of the picture's links. */
export type Arrangement = { readonly boxes: ReadonlyMap<string, Box>; readonly corners: readonly (readonly Point[])[] };
