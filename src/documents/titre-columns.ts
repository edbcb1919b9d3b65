/** Columns of « Titre CAGB », and their widths. */
export const titreWidths = [34, 11, 11, 13, 14.5, 15, 15.5] as const;
export const titreColumns = { quantity: 2, price: 3, cagb: 4, commune: 5, total: 6 } as const;

/** Zero-based rows of one of its tables: the header, and the total on which it ends. */
export interface TableRows {
  readonly header: number;
  readonly total: number;
}
