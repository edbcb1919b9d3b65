import type { Column, Role } from "../table";

/** A column known by where it stands, whatever its heading: nothing is said of it but its role. */
export function plainColumn(index: number, headerRow: number, role: Role): Column {
  return {
    index,
    texts: [],
    header: "",
    headerRow,
    role,
    why: null,
    nature: null,
    years: [],
    days: [],
    since: false,
    words: "",
    score: 0.9,
    rank: 0,
    school: null,
    weak: false,
    qualifiers: [],
    subset: false,
    flag: null,
  };
}
