// What we use of regular-table: its own types change those of `document` for the whole program (`paths` of tsconfig.json).
export interface CellMetadata {
  readonly type: "row_header" | "column_header" | "corner" | "body";
  readonly x: number;
  readonly y: number;
}

export interface DataResponse {
  readonly num_rows: number;
  readonly num_columns: number;
  readonly row_headers: readonly (readonly string[])[];
  readonly column_headers: readonly (readonly string[])[];
  /** Column by column. */
  readonly data: readonly (readonly string[])[];
}

export interface RegularTableElement extends HTMLElement {
  setDataListener(listener: (x0: number, y0: number, x1: number, y1: number) => Promise<DataResponse>): void;
  addStyleListener(listener: () => void): () => void;
  getMeta(cell: HTMLElement): CellMetadata | undefined;
  resetAutoSize(): void;
  scrollToCell(x: number, y: number): Promise<void>;
  draw(options?: { readonly invalid_viewport?: boolean }): Promise<void>;
}
