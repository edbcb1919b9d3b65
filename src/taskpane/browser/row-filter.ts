import { useMemo, useState } from "preact/hooks";

/** A filter of the rows of the sheet: the rows that it leaves out. */
export interface RowFilter {
  readonly isOn: boolean;
  readonly rows: ReadonlySet<number> | null;
  /** Puts it on or off; returns whether it could be. */
  readonly toggle: () => boolean;
  readonly clear: () => void;
}

/** Keeps whether the rows returned by `find` are left out; they are found again when an input changes. */
export function useRowFilter(find: () => ReadonlySet<number> | null, inputs: readonly unknown[]): RowFilter {
  const [isAsked, ask] = useState(false);
  const rows = useMemo(find, inputs);
  const isOn = isAsked && rows !== null;
  const toggle = () => {
    ask(!isOn && rows !== null);
    return rows !== null;
  };
  return { isOn, rows: isOn ? rows : null, toggle, clear: () => ask(false) };
}
