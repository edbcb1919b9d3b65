/** Part of a sheet; zero-based, both ends included. */
export interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Some columns of a row; zero-based, both ends included. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** True where two parts of a sheet have a cell in common. */
export function meet(a: Region, b: Region): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
