import type { HostSheet } from "./sheet";

/** A defined name; `formula` is without its `=`: `'Titre'!$E$40`, `"titre"`. */
export class HostName {
  visible = true;
  comment = "";
  /** Whether it was added, and its formula never changed since: no other one can be hidden. */
  isNew = false;

  constructor(
    public name: string,
    /** The sheet it belongs to, or null for the workbook. */
    readonly scope: HostSheet | null,
    public formula: string,
  ) {}
}

/** What Excel accepts as a name: a letter, `_` or `\` first, no space, nothing that reads as a cell. */
export function isValidName(name: string): boolean {
  return (
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) &&
    !/^([A-Z]{1,3}[1-9]\d{0,6}|[RC]|R\d*C\d*|TRUE|FALSE)$/i.test(name)
  );
}
