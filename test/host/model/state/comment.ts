/** A thread of a cell. */
export interface HostComment {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly content: string;
  readonly replies: readonly { readonly id: string; readonly content: string }[];
}

/** A classic note of a cell. */
export interface HostNote {
  readonly row: number;
  readonly column: number;
  readonly content: string;
  readonly author: string;
}
