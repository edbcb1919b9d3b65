import { columnsOf, type Table, type TableColumn } from "../../state/preview";

/** Whether something of a table is billed. */
export function isRead({ kind }: Table): boolean {
  return kind === "inventory" || kind === "installations" || kind === "headcounts";
}

/** Its columns that a point leaves open. */
export function columnsAsked(table: Table): TableColumn[] {
  return columnsOf(table).filter(({ toConfirm, role }) => toConfirm || role === "refused");
}

export function columnsUsed(table: Table): TableColumn[] {
  const asked = new Set(columnsAsked(table));
  return table.columns.filter((column) => !asked.has(column));
}

export function columnsLeft(table: Table): TableColumn[] {
  const asked = new Set(columnsAsked(table));
  return table.unused.filter((column) => !asked.has(column));
}

/** Tables that show the same columns, and how another of their kind differs from them. */
export interface Family {
  readonly alike: readonly number[];
  readonly others: readonly Difference[];
}

export interface Difference {
  readonly table: number;
  /** Headings that it has, and the others have not. */
  readonly more: readonly string[];
  readonly without: readonly string[];
  /** Headings that are read otherwise. */
  readonly otherwise: readonly string[];
}

/** From this number of tables on, those that show the same columns fold. */
const fewestAlike = 3;

/** Puts tables of one kind and layout that show the same columns together; those of no family stay apart. */
export function familiesOf(tables: readonly Table[]): { readonly families: Family[]; readonly alone: number[] } {
  const kinds = grouped(tables, (table) => `${table.kind}|${table.layout}`);
  const families: Family[] = [];
  const alone: number[] = [];
  for (const members of kinds) {
    const groups = grouped(members, (index) => signatureOf(tables[index]!)).map((group) =>
      group.map((at) => members[at]!),
    );
    const most = groups.reduce((best, group) => (group.length > best.length ? group : best));
    if (most.length < fewestAlike) {
      alone.push(...members);
      continue;
    }
    const same = new Set(most);
    const others = members.filter((index) => !same.has(index));
    families.push({
      alike: most,
      others: others.map((index) => differenceOf(index, tables[index]!, tables[most[0]!]!)),
    });
  }
  return { families, alone };
}

function differenceOf(index: number, table: Table, model: Table): Difference {
  const [own, theirs] = [readingsOf(table), readingsOf(model)];
  const headings = [...own.keys()];
  return {
    table: index,
    more: headings.filter((heading) => !theirs.has(heading)).map((heading) => own.get(heading)!.header),
    without: [...theirs].filter(([heading]) => !own.has(heading)).map(([, { header }]) => header),
    otherwise: headings
      .filter((heading) => theirs.has(heading) && theirs.get(heading)!.reading !== own.get(heading)!.reading)
      .map((heading) => own.get(heading)!.header),
  };
}

/** Indexes of what has the same key, in order. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const [index, one] of all.entries()) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()];
}

function readingsOf(table: Table) {
  return new Map(
    columnsOf(table).map(({ header, role, nature }) => [
      header.toLowerCase(),
      { header, reading: `${role}|${nature}` },
    ]),
  );
}

function signatureOf(table: Table): string {
  return [...readingsOf(table)].map(([heading, { reading }]) => `${heading}=${reading}`).join("\n");
}
